"""Lines found by their ink and read by the network: no Tesseract is needed for this."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.ocr.ink import grey_of
from pipeline.ocr.line_network import read_lines
from pipeline.ocr.line_reader import LineReader
from pipeline.ocr.printed import printed_lines
from schemas.image import Pixels
from tests.pipeline.ocr.specimens import DPI, LETTER, RecordedEngine, enough, letter_picture, lettering


@pytest.fixture(scope="module")
def letter() -> Pixels:
    try:
        return grey_of(np.asarray(letter_picture()))
    except OSError:
        pytest.skip("DejaVu Serif is not installed")


def test_each_line_of_a_letter_is_found_once_from_the_top_down(letter: Pixels) -> None:
    lines = printed_lines(letter, DPI)
    assert len(lines) == len(LETTER)
    assert [line.top for line in lines] == sorted(line.top for line in lines)


def test_marks_above_are_in_the_picture_of_their_own_line(letter: Pixels) -> None:
    read = read_lines([line.picture for line in printed_lines(letter, DPI)])
    wanted = " ".join(LETTER).split()
    texts = [word.text for words in read for word in words]
    assert sum(word in texts for word in wanted) > 0.95 * len(wanted)


def test_columns_far_apart_are_two_lines_and_a_rule_is_none() -> None:
    page = Image.new("L", (1600, 300), 255)
    draw = ImageDraw.Draw(page)
    draw.text((100, 80), "SỞ Y TẾ", fill=0, font=lettering(34))
    draw.text((900, 80), "CỘNG HÒA", fill=0, font=lettering(34))
    draw.line((100, 200, 1500, 200), fill=0, width=4)
    assert len(printed_lines(np.asarray(page), DPI)) == 2


def test_boxes_lie_on_the_ink_of_their_words(letter: Pixels) -> None:
    words = LineReader(RecordedEngine(())).words(letter, DPI)
    assert [word.text for word in words[:3]] == ["SỞ", "Y", "TẾ"]
    ink = letter < 128
    for word in words:
        assert word.box is not None
        box = word.box.scaled(DPI / 72)
        inside = ink[int(box.y0) : int(box.y1) + 1, int(box.x0) : int(box.x1) + 1]
        assert inside.any(axis=0)[[0, 1, 2]].any()
        assert inside.any(axis=1)[[0, 1, 2]].any()
    assert min(word.confidence for word in words) > 0.5


@pytest.mark.parametrize("shape", [(400, 400), (3, 3), (1, 900)])
def test_paper_without_ink_has_no_words(shape: tuple[int, int]) -> None:
    assert LineReader(RecordedEngine(())).words(np.full(shape, 255, np.uint8), DPI) == ()


def test_a_line_reads_the_same_among_others_as_alone(letter: Pixels) -> None:
    pictures = [line.picture for line in printed_lines(letter, DPI)]
    alone = [read_lines([picture])[0] for picture in pictures]
    assert [[word.text for word in words] for words in read_lines(pictures)] == [
        [word.text for word in words] for words in alone
    ]


def test_pictures_without_a_line_are_read_as_nothing() -> None:
    noise = cv2.randu(np.zeros((2, 4), np.uint8), 0, 255)
    assert read_lines([noise, np.full((40, 1), 255, np.uint8)]) == [(), ()]


def test_what_is_no_page_and_how_it_lies_is_asked_of_tesseract(letter: Pixels) -> None:
    behind = RecordedEngine((enough(),), turned_by=90)
    reader = LineReader(behind)
    assert reader.turn(letter, DPI) == 90
    assert reader.words(letter, DPI, "line") == enough()
    assert [spread for spread, *_ in behind.asked] == ["line"]


def test_a_number_far_before_its_text_is_read_with_it() -> None:
    page = Image.new("L", (1400, 200), 255)
    draw = ImageDraw.Draw(page)
    draw.text((60, 80), "4.", fill=0, font=lettering(34))
    draw.text((150, 80), "Công văn giới thiệu dự tuyển", fill=0, font=lettering(34))
    (line,) = printed_lines(np.asarray(page), DPI)
    assert line.left < 80
    assert " ".join(word.text for word in read_lines([line.picture])[0]).startswith("4. Công văn")


def test_a_number_stays_apart_from_text_behind_a_rule() -> None:
    page = Image.new("L", (1400, 400), 255)
    draw = ImageDraw.Draw(page)
    draw.text((60, 180), "4", fill=0, font=lettering(34))
    draw.line((110, 20, 110, 380), fill=0, width=4)
    draw.text((160, 180), "Trung tâm truyền thông", fill=0, font=lettering(34))
    assert len(printed_lines(np.asarray(page), DPI)) == 2


def test_a_dash_before_its_text_belongs_to_the_line() -> None:
    page = Image.new("L", (1400, 200), 255)
    draw = ImageDraw.Draw(page)
    draw.line((60, 101, 84, 101), fill=0, width=4)
    draw.text((140, 80), "Chứng chỉ ngoại ngữ", fill=0, font=lettering(34))
    (line,) = printed_lines(np.asarray(page), DPI)
    assert line.left < 64
