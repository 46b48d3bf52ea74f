"""The arrival stamp: its rows from whatever labels OCR read, its entries cut free, its date read part by part."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.handwriting.entries import entries
from pipeline.handwriting.stamp import stamp_rows
from pipeline.handwriting.stamped import read_stamps
from schemas.geometry import Box
from schemas.text import Ink, SlotReading, Word

DPI = 200
SCALE = DPI / 72
BLACK, BLUE, RED = (0, 0, 0), (30, 40, 190), (200, 30, 30)
Colour = tuple[int, int, int]
Image = NDArray[np.uint8]
LABELS = {"Số:": (110, 205), "Ngày:": (110, 221), "Chuyển:": (110, 237)}
"""Left end and foot of each label, in points."""


def write(page: Image, text: str, x: float, foot: float, height: float, colour: Colour, thick: int = 2) -> float:
    at = round(x * SCALE), round(foot * SCALE)
    size = height * SCALE / 22
    cv2.putText(page, text, at, cv2.FONT_HERSHEY_SIMPLEX, size, colour, thick, cv2.LINE_AA)
    return x + cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, size, thick)[0][0] / SCALE


def stamp(number: str = "", date: str = "", print_: Colour = BLACK, pen: Colour = BLUE) -> tuple[Image, list[Word]]:
    """A stamp with frame and leaders; OCR has read its labels and nothing that was written."""
    page = np.full((round(400 * SCALE), round(595 * SCALE), 3), 255, np.uint8)
    ink: Ink = "red" if print_ == RED else "black"
    words = [Word("ĐẾN", Box(60, 205, 95, 223), ink=ink, stamped=True)]
    (left, top), (right, bottom) = ((round(x * SCALE), round(y * SCALE)) for x, y in ((55, 185), (225, 250)))
    cv2.rectangle(page, (left, top), (right, bottom), print_, 4)
    for (text, (x, foot)), shown in zip(LABELS.items(), ("So:", "Ngay:", "Chuyen:"), strict=True):
        end = write(page, shown, x, foot, 6, print_)
        for dot in np.arange(end + 2, 195, 2.4):
            cv2.circle(page, (round(dot * SCALE), round(foot * SCALE)), 2, print_, -1)
        words.append(Word(text, Box(x, foot - 7, end, foot + (0 if text == "Số:" else 2)), ink=ink, stamped=True))
    write(page, number, 138, 203, 9, pen, 3)
    write(page, date, 140, 219, 9, pen, 3)
    return page, words


def read(page: Image, words: list[Word]) -> dict[str, SlotReading]:
    return {slot.kind: slot for slot in read_stamps(page, DPI, words)}


def firsts(slots: dict[str, SlotReading]) -> list[str]:
    parts = ("arrival_day", "arrival_month", "arrival_year")
    return [str(slots[part].candidates[0].value) if slots[part].candidates else "" for part in parts]


@pytest.mark.parametrize("print_", [BLACK, RED], ids=["black stamp", "red stamp"])
@pytest.mark.parametrize("date", ["23/5/2022", "23-5-2022", "23 - 5 - 22", "23.5.22"])
def test_a_date_is_read_part_by_part_whatever_parts_it(date: str, print_: Colour) -> None:
    assert firsts(read(*stamp("236", date, print_))) == ["23", "5", "2022"]


def aslant(page: Image, words: list[Word], degrees: float) -> tuple[Image, list[Word]]:
    """The stamp set down aslant: the picture turned, and each word's box the one around its turned corners."""
    turn = cv2.getRotationMatrix2D((125 * SCALE, 215 * SCALE), degrees, 1.0)
    shape = page.shape[1], page.shape[0]
    turned = cv2.warpAffine(page, turn, shape, borderValue=(255, 255, 255)).astype(np.uint8)
    moved = []
    for word in words:
        assert word.box is not None
        box = word.box.scaled(SCALE)
        corners = np.array([(x, y, 1) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]) @ turn.T / SCALE
        (x0, y0), (x1, y1) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
        moved.append(replace(word, box=Box(x0, y0, x1, y1)))
    return turned, moved


@pytest.mark.parametrize("degrees", [-7.0, -4.0, -2.0, 2.0, 4.0, 7.0])
def test_a_stamp_set_down_aslant_is_read_along_its_rows(degrees: float) -> None:
    slots = read(*aslant(*stamp("236", "23-5-2022"), degrees))
    assert firsts(slots) == ["23", "5", "2022"]
    assert slots["arrival_number"].candidates[0].value == "236"


@pytest.mark.parametrize("print_", [BLACK, RED], ids=["black stamp", "red stamp"])
def test_the_number_stands_free_of_leader_and_date(print_: Colour) -> None:
    slots = read(*stamp("236", "23/5/2022", print_))
    assert slots["arrival_number"].candidates[0].value == "236"
    box = slots["arrival_number"].box
    assert 137 <= box.x0 <= 141
    assert 190 <= box.y0 <= box.y1 <= 206


@pytest.mark.parametrize("lost", ["Số:", "Ngày:", "Chuyển:"])
def test_a_lost_label_is_reckoned_from_the_others(lost: str) -> None:
    page, words = stamp("236", "23-5-2022")
    kept = [word for word in words if word.text != lost]
    (rows,), (whole,) = stamp_rows(kept), stamp_rows(words)
    assert (rows.number.foot, rows.date.foot) == pytest.approx((whole.number.foot, whole.date.foot), abs=1.5)
    slots = read(page, kept)
    assert slots["arrival_number"].candidates[0].value == "236"
    assert firsts(slots) == ["23", "5", "2022"]


def test_a_label_that_lies_off_the_form_is_not_the_stamps() -> None:
    _, words = stamp()
    other = Word("Số:", Box(110, 150, 128, 160))
    assert stamp_rows([other, *words]) == stamp_rows(words)


def test_a_row_with_another_label_holds_no_number() -> None:
    page, words = stamp("1015", "23-5-2022")
    hour = [replace(word, text="Giờ:") if word.text == "Số:" else word for word in words]
    slots = read(page, hour)
    assert "arrival_number" not in slots
    assert firsts(slots) == ["23", "5", "2022"]


def test_text_printed_beside_the_stamp_is_no_entry() -> None:
    page, words = stamp("", "23-5-2022")
    write(page, "Kinh", 231, 220, 8, BLACK)
    printed = Word("Kính", Box(230, 210, 265, 222), confidence=0.95)
    assert firsts(read(page, [*words, printed])) == ["23", "5", "2022"]


def test_an_empty_stamp_has_blank_entries() -> None:
    slots = read(*stamp())
    assert len(slots) == 4
    assert {(slot.written, slot.candidates) for slot in slots.values()} == {("blank", ())}


def test_without_den_or_without_labels_there_is_no_stamp() -> None:
    page, words = stamp("236", "23-5-2022")
    assert read(page, words[1:]) == {}
    assert read(page, words[:1]) == {}


def test_entries_of_rows_that_touch_are_cut_apart() -> None:
    page, words = stamp("236", "23/5/22")
    cv2.line(page, (round(142 * SCALE), round(196 * SCALE)), (round(142 * SCALE), round(218 * SCALE)), BLUE, 3)
    (rows,) = stamp_rows(words)
    number, date = entries(page, DPI, rows)
    assert number is not None
    assert date is not None
    assert number.box.y1 < date.box.y1 - 5


def test_a_slanted_last_one_is_no_slash() -> None:
    page, words = stamp("487")
    end = write(np.zeros((9, 9, 3), np.uint8), "487", 138, 203, 9, BLUE, 3)
    top, foot = (round((end + 5) * SCALE), round(193 * SCALE)), (round((end + 1) * SCALE), round(203 * SCALE))
    cv2.line(page, top, foot, BLUE, 3)
    assert read(page, words)["arrival_number"].candidates[0].value == "4871"


def test_ink_that_may_be_a_lost_digit_makes_a_number_doubtful() -> None:
    page, words = stamp("2 6", "23/5/22")
    clear = read(page, words)["arrival_number"].candidates[0].confidence
    cv2.line(page, (round(151 * SCALE), round(197 * SCALE)), (round(147 * SCALE), round(221 * SCALE)), BLUE, 3)
    doubtful = read(page, words)["arrival_number"].candidates[0].confidence
    assert doubtful <= 0.8 < clear


def test_the_rows_of_a_roomier_form_are_found_by_their_leaders() -> None:
    page = np.full((round(400 * SCALE), round(595 * SCALE), 3), 255, np.uint8)
    for shown, foot in (("So:", 205), ("Ngay:", 230)):
        end = write(page, shown, 110, foot, 6, BLACK)
        for dot in np.arange(end + 2, 195, 2.4):
            cv2.circle(page, (round(dot * SCALE), round(foot * SCALE)), 2, BLACK, -1)
    write(page, "236", 138, 203, 9, BLUE, 3)
    write(page, "23-5-22", 140, 228, 9, BLUE, 3)
    words = [Word("ĐẾN", Box(60, 208, 95, 226)), Word("Ngày:", Box(110, 223, 131, 232))]
    slots = read(page, words)
    assert slots["arrival_number"].candidates[0].value == "236"
    assert firsts(slots) == ["23", "5", "2022"]
