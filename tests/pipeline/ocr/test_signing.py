"""A signature block read again: what was read well stays, what a seal covered is read where it can be."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.ocr.engine import Spread
from pipeline.ocr.ink import split_inks
from pipeline.ocr.signing import _agreed, read_signature
from pipeline.ocr.strokes import text_bands, without_strokes
from schemas.image import Pixels
from schemas.text import Word
from tests.pipeline.ocr.specimens import DPI, PAPER, RecordedEngine, lettering, word

SCALE = DPI / 72
RECIPIENTS = (word("Nơi", (60, 500, 80, 512)), word("nhận:", (84, 500, 120, 512)))


def signed(name: str = "Trần Văn An") -> Pixels:
    """Post and name with a seal and a pen stroke over them."""
    page = Image.new("L", PAPER, 255)
    draw = ImageDraw.Draw(page)
    draw.text((1000, 1400), "GIÁM ĐỐC", fill=0, font=lettering(36))
    draw.text((1000, 1700), name, fill=0, font=lettering(36))
    pixels = np.array(page, np.uint8)
    cv2.circle(pixels, (950, 1580), 140, 0, 4)
    cv2.line(pixels, (900, 1660), (1500, 1600), 0, 4)
    return pixels


def ink(pixels: Pixels) -> Pixels:
    return cv2.threshold(pixels, 128, 255, cv2.THRESH_BINARY_INV)[1]


def test_strokes_and_seals_go_and_letters_stay() -> None:
    before, after = ink(signed()), without_strokes(ink(signed()), SCALE)
    assert np.count_nonzero(after[1470:1640]) < 0.25 * np.count_nonzero(before[1470:1640])
    assert np.count_nonzero(after[1400:1440]) > 0.9 * np.count_nonzero(before[1400:1440])
    assert not np.any(after & ~before)


def test_bands_are_the_lines_of_text() -> None:
    bands = text_bands(without_strokes(ink(signed()), SCALE), SCALE)
    tops = [top for left, top, right, bottom in bands if right - left > 150]
    assert any(abs(top - 1405) < 15 for top in tops)
    assert any(abs(top - 1705) < 15 for top in tops)


class Reader(RecordedEngine):
    """Reads a name on every line."""

    def words(self, grey: Pixels, dpi: float, spread: Spread = "page") -> tuple[Word, ...]:
        super().words(grey, dpi, spread)
        return tuple(word(text, (6 + 30 * at, 4, 32 + 30 * at, 16)) for at, text in enumerate(("Trần", "Văn", "An")))


def test_without_recipients_there_is_nowhere_to_look() -> None:
    engine = Reader([])
    assert read_signature((word("chữ"),), split_inks(signed()), DPI, engine) == (word("chữ"),)
    assert engine.asked == []


def test_a_name_replaces_its_scraps_on_one_line_of_its_own() -> None:
    scrap = word("Văn", (390, 612, 420, 626), 0.5, line=7)
    found = read_signature((*RECIPIENTS, scrap), split_inks(signed()), DPI, Reader([]))
    assert scrap not in found
    names = [each for each in found if each.text == "Trần"]
    assert names
    assert all(each.box is not None and 350 < each.box.x0 < 400 for each in names)
    assert len({each.line for each in found if each.box is not None and abs(each.box.y0 - names[-1].box.y0) < 2}) == 1  # type: ignore[union-attr]


def test_a_line_that_was_read_well_is_not_read_again() -> None:
    engine = Reader([])
    sure = (word("GIÁM", (360, 503, 402, 520), 0.95), word("ĐỐC", (404, 503, 438, 520), 0.95))
    read_signature((*RECIPIENTS, *sure), split_inks(signed()), DPI, engine)
    asked = len(engine.asked)
    again = Reader([])
    read_signature(RECIPIENTS, split_inks(signed()), DPI, again)
    assert asked < len(again.asked)


@pytest.mark.tesseract
def test_a_name_under_a_pen_stroke_is_read() -> None:
    from pipeline.ocr.engine import choose_engine

    found = read_signature(RECIPIENTS, split_inks(signed()), DPI, choose_engine())
    assert "Trần Văn An" in " ".join(each.text for each in found)


def test_a_page_without_any_word_has_no_signature() -> None:
    blank = np.full((400, 300), 255, np.uint8)
    assert read_signature((), split_inks(blank), 200.0, RecordedEngine([])) == ()


def test_what_strokes_told_and_letters_deny_is_put_to_a_person() -> None:
    read, hidden = Word("Hoa", None, 0.96), Word("Đinh", None, 0.9)
    told, weighed = (hidden, read), (Word("Điểu", None, 0.8), read)
    assert _agreed(told, (read,), weighed) == (Word("Đinh", None, 0.05), read)
    assert _agreed(told, (read,), told) == told
    assert _agreed((read,), (read,), weighed) == weighed
