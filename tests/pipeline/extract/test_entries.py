"""Lines joined to entries."""

from __future__ import annotations

import pytest

from pipeline.extract.entries import BULLET, entries_of
from schemas.text import Line, Passage, Word


def rows(*texts: str) -> list[Passage]:
    return [Passage.of([Line(None, tuple(Word(word, None) for word in text.split()))]) for text in texts]


def never(text: str, before: str) -> bool:
    return False


@pytest.mark.parametrize(
    "text", ["- a", "– a", "~ a", "~- a", "+ a", "* a", "• a", "¬ a", "1. a", "2) a", "b) a", ". - a", "-BGĐ"]
)
def test_bullets_in_every_shape_are_known(text: str) -> None:
    assert BULLET.match(text)


@pytest.mark.parametrize("text", ["a - b", "Sở Y tế", "2021 a", "(a)", "P.KHTH"])
def test_other_lines_have_none(text: str) -> None:
    assert not BULLET.match(text)


def test_a_wrapped_line_joins_the_entry_above() -> None:
    found = entries_of(rows("- Sở Văn hóa,", "Thể thao;", "- Sở Y tế."), never, inline=False)
    assert [entry.passage.text for entry in found] == ["Sở Văn hóa, Thể thao;", "Sở Y tế."]


def test_a_bullet_that_ocr_lost_is_made_up_for_by_the_end_mark_above() -> None:
    found = entries_of(rows("- Sở Văn hóa;", "Sở Y tế;", "(sau đây gọi chung)"), never, inline=False)
    assert [entry.passage.text for entry in found] == ["Sở Văn hóa;", "Sở Y tế; (sau đây gọi chung)"]
    assert found[0].sure > found[1].sure


def test_semicolons_split_an_entry_only_where_asked_and_outside_brackets() -> None:
    one = rows("Sở A; Sở B (phòng C; phòng D)")
    assert len(entries_of(one, never, inline=False)) == 1
    assert [entry.passage.text for entry in entries_of(one, never, inline=True)] == ["Sở A", "Sở B (phòng C; phòng D)"]
