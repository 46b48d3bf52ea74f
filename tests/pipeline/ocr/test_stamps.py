"""Stamps are found by their form, read alone, and claimed only for what they say."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.ocr.engine import Engine, EngineTroubleError, choose_engine
from pipeline.ocr.ink import split_inks
from pipeline.ocr.ruling import find_grids
from pipeline.ocr.stamps import with_stamps
from schemas.image import Pixels
from schemas.text import Word
from tests.pipeline.ocr.specimens import DPI, PAPER, RecordedEngine, lettering, word

RED, BLACK = (205, 30, 45), (20, 20, 20)
SCALE = DPI / 72


def turned_onto(page: Image.Image, stamp: Image.Image, x: float, y: float, degrees: float) -> None:
    """``stamp`` (transparent where there is no ink) with its middle at (x, y) points, turned."""
    aslant = stamp.rotate(degrees, resample=Image.Resampling.BICUBIC, expand=True)
    page.paste(aslant, (round(x * SCALE - aslant.width / 2), round(y * SCALE - aslant.height / 2)), aslant)


def framed(text: str, ink: tuple[int, int, int], form: str = "single") -> Image.Image:
    """The decree's stamp: 8 mm high, capitals in a frame."""
    width, height = round((len(text) * 9 + 26) * SCALE), round(24 * SCALE)
    point = round(14 * SCALE) if form == "arrow" else 0
    stamp = Image.new("RGBA", (width + point, height))
    draw = ImageDraw.Draw(stamp)
    right, bottom = width - 3, height - 3
    outline = [(3, 3), (right, 3), (right + point, height / 2), (right, bottom), (3, bottom), (3, 3)]
    draw.line(outline, fill=ink, width=5, joint="curve")
    if form == "double":
        draw.rectangle((10, 10, right - 7, bottom - 7), outline=ink, width=2)
    draw.text((width / 2, height / 2), text, font=lettering(30), fill=ink, anchor="mm")
    return stamp


def arrival(entries: tuple[str, ...] = ("Số: 471", "Ngày: 12/5/23", "Chuyển:")) -> Image.Image:
    """The stamp ĐẾN of annex IV with its office, its entries and its last row."""
    width, height = round(140 * SCALE), round(92 * SCALE)
    stamp = Image.new("RGBA", (width, height))
    draw = ImageDraw.Draw(stamp)
    head, foot, left = int(height * 0.21), int(height * 0.78), int(width * 0.27)
    draw.rectangle((3, 3, width - 4, height - 4), outline=BLACK, width=4)
    for rule in (((0, head), (width, head)), ((0, foot), (width, foot)), ((left, head), (left, foot))):
        draw.line(rule, fill=BLACK, width=4)
    draw.text((width / 2, head / 2), "SỞ Y TẾ AN PHÚ", font=lettering(24), fill=BLACK, anchor="mm")
    draw.text((left / 2, (head + foot) / 2), "ĐẾN", font=lettering(38), fill=BLACK, anchor="mm")
    for row, entry in enumerate(entries):
        draw.text((left + 14, head + 18 + row * (foot - head - 10) / 3), entry, font=lettering(24), fill=BLACK)
    draw.text((14, foot + 8), "Lưu hồ sơ số:", font=lettering(24), fill=BLACK)
    return stamp


def paper() -> Image.Image:
    return Image.new("RGB", PAPER, "white")


def stamps_on(page: Image.Image, engine: Engine, words: tuple[Word, ...] = ()) -> tuple[Word, ...]:
    pixels: Pixels = np.asarray(page)
    layers = split_inks(pixels)
    return with_stamps(words, layers, find_grids(layers.black, DPI), DPI, engine)


def said(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words if word.stamped)


@pytest.fixture(scope="module")
def tesseract() -> Engine:
    return choose_engine()


@pytest.mark.tesseract
@pytest.mark.parametrize("ink", [RED, BLACK])
@pytest.mark.parametrize(
    ("text", "degrees", "form"),
    [
        ("HỎA TỐC", 0, "single"),
        ("HỎA TỐC", 8, "double"),
        ("HỎA TỐC", -6, "arrow"),
        ("THƯỢNG KHẨN", 4, "single"),
        ("KHẨN", -3, "double"),
        ("MẬT", 2, "single"),
        ("TỐI MẬT", -9, "single"),
        ("TUYỆT MẬT", 5, "double"),
    ],
)
def test_each_mark_is_read_straight_or_aslant_in_any_frame(
    text: str, degrees: float, form: str, ink: tuple[int, int, int], tesseract: Engine
) -> None:
    page = paper()
    turned_onto(page, framed(text, ink, form), 150, 230, degrees)
    found = [word for word in stamps_on(page, tesseract) if word.stamped]
    assert said(tuple(found)) == text
    assert {word.ink for word in found} == {"red" if ink == RED else "black"}
    assert all(word.box and math.dist(word.box.centre, (150, 230)) < 70 for word in found)


@pytest.mark.tesseract
@pytest.mark.parametrize("text", ["MẪU SỐ 01", "BẢN SAO", "CÔNG BÁO", "KHÁNH", "MẶT TRẬN", "KHÁN ĐÀI", "HÒA TÂM"])
def test_other_framed_words_are_no_stamps(text: str, tesseract: Engine) -> None:
    page = paper()
    turned_onto(page, framed(text, BLACK), 150, 230, 3)
    assert said(stamps_on(page, tesseract)) == ""


@pytest.mark.tesseract
def test_a_cell_of_a_table_is_no_stamp(tesseract: Engine) -> None:
    page = paper()
    draw = ImageDraw.Draw(page)
    for row in range(4):
        for column in range(4):
            x, y = 160 + column * 300, 500 + row * 80
            draw.rectangle((x, y, x + 300, y + 80), outline=BLACK, width=3)
            draw.text((x + 40, y + 20), "MẬT" if row == column else "Độ mật", font=lettering(30), fill=BLACK)
    assert said(stamps_on(page, tesseract)) == ""


@pytest.mark.tesseract
@pytest.mark.parametrize("degrees", [0, 3, -4])
def test_the_stamp_of_arrival_is_found_with_its_entries(degrees: float, tesseract: Engine) -> None:
    page = paper()
    turned_onto(page, arrival(), 110, 230, degrees)
    stamp = said(stamps_on(page, tesseract))
    assert "ĐẾN" in stamp
    assert {"Số", "Ngày"} <= set(stamp.replace(":", "").split())


@pytest.mark.tesseract
def test_a_stamps_words_take_the_place_of_what_was_read_there(tesseract: Engine) -> None:
    page = paper()
    turned_onto(page, framed("HỎA TỐC", BLACK), 150, 230, 0)
    letters_own = word("Kính", (250, 224, 280, 236), line=3)
    guessed = word("|HOA", (110, 222, 140, 238), line=3)
    words = stamps_on(page, tesseract, (guessed, letters_own))
    assert letters_own in words
    assert guessed not in words
    assert {each.line for each in words if each.stamped}.isdisjoint({3})


def test_a_line_of_the_letter_that_runs_into_a_stamp_stays_the_letters() -> None:
    page = paper()
    turned_onto(page, arrival(), 110, 230, 0)
    stamp = (
        word("ĐẾN", (45, 220, 75, 240)), word("Số:", (82, 205, 100, 215)), word("Ngày:", (82, 222, 105, 234)),
        word("Nhằm", (140, 262, 172, 274)),
    )  # fmt: skip
    outside = (word("nâng", (176, 262, 200, 274), line=9), word("cao", (204, 262, 222, 274), line=9))
    words = stamps_on(page, RecordedEngine([]), (*stamp, *outside))
    assert [(each.text, each.line) for each in words if not each.stamped] == [("nâng", 9), ("cao", 9), ("Nhằm", 9)]
    assert set(said(words).split()) == {"Số:", "Ngày:", "ĐẾN"}


def test_a_page_without_frames_costs_no_reading() -> None:
    engine = RecordedEngine([])
    page = paper()
    ImageDraw.Draw(page).text((200, 400), "Kính gửi: Ủy ban nhân dân các xã", font=lettering(), fill=BLACK)
    assert stamps_on(page, engine, (word("Kính"),)) == (word("Kính"),)
    assert engine.asked == []


def test_an_engine_that_stops_leaves_the_words_as_they_were() -> None:
    page = paper()
    turned_onto(page, framed("HỎA TỐC", BLACK), 150, 230, 0)
    engine = RecordedEngine([EngineTroubleError("Tesseract dừng vì lỗi ở trang này")])
    assert stamps_on(page, engine, (word("Số"),)) == (word("Số"),)


def test_a_worn_frame_with_gaps_is_closed() -> None:
    page = paper()
    turned_onto(page, framed("HỎA TỐC", BLACK), 150, 230, 0)
    pixels = np.array(page)
    cv2.line(pixels, (500, 560), (500, 720), (255, 255, 255), 3)
    engine = RecordedEngine([], when_done=lambda: (word("HỎA", (5, 2, 40, 16)), word("TỐC", (45, 2, 80, 16))))
    assert said(stamps_on(Image.fromarray(pixels), engine)) == "HỎA TỐC"
