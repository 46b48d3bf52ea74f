"""What is read where nothing is printed is put aside; numbers and short words are not."""

from __future__ import annotations

import pytest

from pipeline.ocr.dirt import without_dirt
from pipeline.ocr.line_words import ReadWord


def read(*words: tuple[str, float]) -> list[ReadWord]:
    return [ReadWord(text, share, 50.0 * at, 50.0 * at + 40) for at, (text, share) in enumerate(words)]


@pytest.mark.parametrize(
    "words",
    [
        [("*", 1.0)],
        [("+", 0.99)],
        [("z", 0.95)],
        [("c", 0.6)],
        [("Ñj", 0.7)],
        [("XHCy", 0.45)],
        [("¬`", 0.9)],
        [],
    ],
)
def test_pieces_of_a_seal_are_dirt(words: list[tuple[str, float]]) -> None:
    assert without_dirt(read(*words)) == ()


@pytest.mark.parametrize(
    "words",
    [
        [("SỞ", 0.9)],
        [("5", 0.4)],
        [("/TB-VP", 0.2)],
        [("A", 0.99)],
        [("x", 0.99)],
        [("........", 0.6)],
        [("Nguyễn", 0.3), ("Xuân", 0.4)],
        [("-", 0.9), ("Nhw", 0.6)],
    ],
)
def test_print_stays(words: list[tuple[str, float]]) -> None:
    assert [word.text for word in without_dirt(read(*words))] == [text for text, _ in words]


def test_specks_go_out_of_a_line_that_stays() -> None:
    kept = without_dirt(read(("Nơi", 0.9), ("¬`", 0.5), ("nhận:", 0.9)))
    assert [word.text for word in kept] == ["Nơi", "nhận:"]
