"""What is left out of the text: page numbers and specks, never words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.layout import lay_out
from schemas.geometry import Box
from schemas.text import Page, Word


@pytest.mark.parametrize(
    ("x", "baseline", "text", "kept"),
    [
        (300.0, 40.0, "2", False),
        (300.0, 820.0, "- 3 -", False),
        (300.0, 400.0, "2", True),
        (300.0, 40.0, "2021", True),
        (300.0, 40.0, "Phụ lục", True),
        (90.0, 400.0, "`'", False),
    ],
)
def test_only_page_numbers_at_the_edge_and_marks_are_left_out(
    set_page: Callable[..., Page], x: float, baseline: float, text: str, kept: bool
) -> None:
    (laid,) = lay_out([set_page([(80.0, 200.0, "Sở Y tế đề nghị các đơn vị"), (x, baseline, text)])])
    assert (text in [line.text for line in laid.lines]) is kept


def test_speck_is_left_out_whatever_letter_was_read() -> None:
    words = (Word("Sở", Box(80, 190, 95, 200)), Word("Y", Box(200, 300, 201.5, 302)))
    (laid,) = lay_out([Page(1, 595.0, 842.0, "ocr", words)])
    assert [line.text for line in laid.lines] == ["Sở"]
