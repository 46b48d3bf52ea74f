"""Noise goes, words stay, and of two readings of one place the better one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ocr.sifting import merge, sift
from schemas.text import Word
from tests.pipeline.ocr.specimens import word


@pytest.mark.parametrize(
    "kept",
    [
        word("gửi:"),
        word("-", (0, 0, 4, 2), 0.3),
        word("+", (0, 0, 4, 4), 0.3),
        word("./.", (0, 0, 9, 6), 0.5),
        word("*", (0, 0, 5, 5), 0.6),
        word("15", (0, 0, 12, 9), 0.05),
        word("Điều", (0, 0, 25, 9), 0.4),
        word("…", (0, 0, 9, 2), 0.8),
    ],
)
def test_words_and_the_marks_letters_print_stay(kept: Word) -> None:
    assert sift([kept]) == (kept,)


@pytest.mark.parametrize(
    "noise",
    [
        word("|", (0, 0, 1, 60), 0.9),
        word("————", (0, 0, 200, 2), 0.9),
        word("_", (0, 0, 90, 1), 0.4),
        word("~", (0, 0, 8, 4), 0.3),
        word("'", (0, 0, 1, 2), 0.4),
        word(",.", (0, 0, 2, 2), 0.2),
        word("ẻễ", (0, 0, 12, 9), 0.03),
        word("=", (0, 0, 40, 120), 0.6),
    ],
)
def test_rules_and_specks_go(noise: Word) -> None:
    assert sift([noise]) == ()


def test_a_second_reading_adds_what_the_first_lacks_on_lines_of_its_own() -> None:
    first = [word("Số:", (0, 0, 20, 10), line=3)]
    second = [word("HỎA", (100, 0, 130, 10), line=0), word("TỐC", (135, 0, 160, 10), line=0)]
    merged = merge(first, second)
    assert [(each.text, each.line) for each in merged] == [("Số:", 3), ("HỎA", 4), ("TỐC", 4)]


def test_the_surer_word_takes_the_place_and_line_of_the_other() -> None:
    first = [word("Ván", (0, 0, 20, 10), 0.3, line=2), word("A", (30, 0, 40, 10), line=2)]
    merged = merge(first, [word("Văn", (1, 0, 21, 10), 0.9)])
    assert [(each.text, each.line) for each in merged] == [("Văn", 2), ("A", 2)]


def test_a_word_read_surely_is_not_replaced() -> None:
    first = [word("Văn", (0, 0, 20, 10), 0.97)]
    assert merge(first, [word("Ván", (0, 0, 20, 10), 0.9)]) == tuple(first)


def test_a_part_does_not_replace_the_whole() -> None:
    first = [word("phong@anphu.vn", (0, 0, 90, 10), 0.3)]
    assert merge(first, [word("vn", (78, 0, 90, 10), 0.95)]) == tuple(first)


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300), st.floats(0, 1)), max_size=12))
def test_merging_never_loses_a_place_that_was_read(places: list[tuple[int, int, float]]) -> None:
    words = [word("chữ", (x, y, x + 20, y + 10), sure) for x, y, sure in places]
    merged = merge(words[::2], words[1::2])
    for each in words:
        assert each.box is not None
        assert any(other.box is not None and other.box.overlap(each.box) > 0 for other in merged)
