"""Laid pages set by hand: lines at given places in reading order, or lines of a text file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from schemas.geometry import Box
from schemas.text import LaidPage, Line, Word

SIZE = 13.0
Row = tuple[float, float, str]
"""Left edge, baseline (points) and text of a line. A right margin of 540 is reached by stretching the text."""


def line_at(number: int, x0: float, baseline: float, text: str) -> Line:
    words, x = [], x0
    for part in text.split():
        width = len(part) * 5.6
        words.append(Word(part, Box(x, baseline - 9, x + width, baseline)))
        x += width + 4
    return Line(number, tuple(words))


def page_of(rows: Sequence[Row], number: int = 1) -> LaidPage:
    return LaidPage(number, 595.0, 842.0, "ocr", tuple(line_at(number, *row) for row in rows))


def text_of(lines: str) -> LaidPage:
    """A text file: blank lines are counted, as the loader counts them."""
    items = tuple(
        Line(None, tuple(Word(part, None, line=number) for part in line.split()))
        for number, line in enumerate(lines.splitlines())
        if line.strip()
    )
    return LaidPage(None, None, None, "embedded", items)


@pytest.fixture
def set_page() -> Callable[..., LaidPage]:
    return page_of


@pytest.fixture
def set_text() -> Callable[[str], LaidPage]:
    return text_of
