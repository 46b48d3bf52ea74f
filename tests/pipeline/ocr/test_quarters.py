"""The number of a quarter is told by how wide it stands, where its strokes were misread."""

from __future__ import annotations

import pytest
from PIL import ImageFont

from pipeline.ocr.covered import FACES
from pipeline.ocr.quarters import with_counted_quarters
from schemas.geometry import Box
from schemas.text import Word

SENTENCE = (
    "Ủy ban nhân dân các xã khẩn trương chỉ đạo rà soát toàn bộ danh sách tổng hợp báo cáo kết quả hoàn thành trong quý"
)


def _line(printed: str, read: str, face: int = 2, points: float = 13.0, stretched: float = 1.0) -> list[Word]:
    """A line whose last word is ``printed`` and was read as ``read``; words of it stand a bit wider and narrower."""
    font = ImageFont.truetype(str(FACES[face]), 200, layout_engine=ImageFont.Layout.BASIC)
    words, left = [], 80.0
    for index, text in enumerate((*SENTENCE.split(), printed)):
        x0, _, x1, _ = font.getbbox(text)
        width = (x1 - x0) / 200 * points * (1 + 0.006 * (index % 3 - 1) if text != printed else stretched)
        shown = read if text == printed else text
        words.append(Word(shown, Box(left, 100.0, left + width, 112.0), confidence=0.9))
        left += width + 3
    return words


@pytest.mark.parametrize("face", [1, 2])
@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("III/2022", "II/2022"),
        ("III/2022;", "IH/2022;"),
        ("II/2024", "1/2024"),
        ("II/2024.", "11/2024."),
        ("II/2025", "IH/2025"),
        ("III", "II"),
        ("III.", "HI."),
        ("I/2026", "l/2026"),
        ("II,", "H,"),
        ("II/2019.", "II/2019."),
    ],
)
def test_strokes_are_counted_by_width(face: int, printed: str, read: str) -> None:
    assert with_counted_quarters(_line(printed, read, face))[-1].text == printed


@pytest.mark.parametrize("read", ["IV/2022", "IV", "1/2024"])
def test_what_reads_well_stays(read: str) -> None:
    assert with_counted_quarters(_line(read, read))[-1].text == read


def test_a_width_between_two_counts_claims_none() -> None:
    between = _line("III", "H", stretched=0.83)
    assert with_counted_quarters(between)[-1].text == "H"


def test_other_words_and_other_places_stay() -> None:
    words = _line("II/2022", "H/2022")
    elsewhere = [Word("điều", words[-2].box) if word.text == "quý" else word for word in words]
    assert with_counted_quarters(elsewhere)[-1].text == "H/2022"
    assert with_counted_quarters(words)[:-1] == tuple(words[:-1])


def test_text_without_pages_has_no_widths() -> None:
    words = [Word(word.text, None) for word in _line("III", "II")]
    assert with_counted_quarters(words) == tuple(words)
