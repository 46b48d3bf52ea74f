"""A drawn heading, read from its pixels: the ink is cut free of its neighbours and recognized."""

from __future__ import annotations

import time

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.handwriting import read_slots
from pipeline.handwriting.cut import cut
from pipeline.handwriting.ink import HEIGHT, levelled, picture
from pipeline.handwriting.place import Place
from pipeline.handwriting.recognizer import recognize
from pipeline.handwriting.unread import unread_serial
from schemas.geometry import Box
from schemas.text import SlotReading, Word

DPI = 200
SCALE = DPI / 72
Image = NDArray[np.uint8]


def blank_page() -> Image:
    return np.full((round(842 * SCALE), round(595 * SCALE), 3), 255, np.uint8)


def write(
    page: Image, text: str, x: float, baseline: float, height: float = 10, colour: tuple[int, int, int] = (0, 0, 0)
) -> float:
    """Draw ``text`` with its baseline there (points, capitals ``height`` high); its right end."""
    size = height * SCALE / 22
    at = round(x * SCALE), round(baseline * SCALE)
    cv2.putText(page, text, at, cv2.FONT_HERSHEY_SIMPLEX, size, colour, 3, cv2.LINE_AA)
    return x + cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, size, 3)[0][0] / SCALE


def heading(serial: str, day: str, month: str, colour: tuple[int, int, int] = (0, 0, 0)) -> tuple[Image, list[Word]]:
    """A page with a heading; OCR has read its printed words and none of its numbers."""
    page = blank_page()
    words = []

    def printed(text: str, x: float, shown: str | None = None) -> None:
        right = write(page, shown or text, x, 112, 7)
        words.append(Word(text, Box(x, 104, right, 114)))

    printed("Số:", 100, "So:")
    printed("/UBND-VX", 170)
    for text, x, shown in (("Phú,", 300, "Phu,"), ("ngày", 330, "ngay"), ("tháng", 395, "thang"), ("năm", 465, "nam")):
        printed(text, x, shown)
    write(page, serial, 124, 113, 11, colour)
    write(page, day, 364, 113, 11, colour)
    write(page, month, 437, 113, 11, colour)
    return page, words


def read(page: Image, words: list[Word]) -> dict[str, SlotReading]:
    return {slot.kind: slot for slot in read_slots(page, DPI, words)}


@pytest.mark.parametrize("colour", [(0, 0, 0), (30, 40, 190), (190, 30, 30)], ids=["black", "blue", "red"])
def test_numbers_are_read_in_any_ink(colour: tuple[int, int, int]) -> None:
    slots = read(*heading("236", "28", "5", colour))
    assert {kind: slot.candidates[0].value for kind, slot in slots.items()} == {
        "serial": "236",
        "day": "28",
        "month": "5",
    }


def test_boxes_are_the_ink_of_the_numbers_in_points() -> None:
    page, words = heading("236", "28", "5")
    box = read(page, words)["day"].box
    assert 363 <= box.x0 <= 367
    assert 372 <= box.x1 <= 386
    assert 100 <= box.y0 <= box.y1 <= 115


def test_empty_slots_are_blank_and_claim_nothing() -> None:
    slots = read(*heading("", "", ""))
    assert [(slot.written, slot.candidates) for slot in slots.values()] == [("blank", ())] * 3


def test_leaders_and_rules_are_no_writing() -> None:
    page, words = heading("", "", "")
    for x in np.arange(366, 390, 3.0):
        cv2.circle(page, (round(x * SCALE), round(113 * SCALE)), 2, (0, 0, 0), -1)
    cv2.line(page, (0, round(113 * SCALE)), (round(390 * SCALE), round(113 * SCALE)), (0, 0, 0), 2)
    assert read(page, words)["day"].written == "blank"


def test_a_rule_through_a_number_leaves_its_strokes_whole() -> None:
    page, words = heading("236", "28", "5")
    cv2.line(page, (0, round(109 * SCALE)), (page.shape[1], round(109 * SCALE)), (0, 0, 0), 2)
    assert read(page, words)["day"].candidates[0].value == "28"


def test_grey_pages_and_other_resolutions_read_the_same() -> None:
    page, words = heading("236", "28", "5")
    finer = cv2.resize(page, None, fx=1.5, fy=1.5, interpolation=cv2.INTER_CUBIC)[..., 0]
    slots = {slot.kind: slot for slot in read_slots(np.ascontiguousarray(finer), 300, words)}
    assert slots["serial"].candidates[0].value == "236"


def test_a_page_without_a_heading_has_no_slots() -> None:
    assert read_slots(blank_page(), DPI, []) == ()
    assert read_slots(blank_page(), DPI, [Word("Kính", Box(100, 100, 120, 110))]) == ()


def test_the_page_is_not_changed() -> None:
    page, words = heading("236", "28", "5")
    before = page.copy()
    read_slots(page, DPI, words)
    assert (page == before).all()


def test_serial_is_found_by_colon_and_slash_alone() -> None:
    page = blank_page()
    for y in (106, 111):
        cv2.circle(page, (round(118 * SCALE), round(y * SCALE)), 2, (0, 0, 0), -1)
    write(page, "236", 124, 113, 10)
    cv2.line(page, (round(172 * SCALE), round(104 * SCALE)), (round(168 * SCALE), round(113 * SCALE)), (0, 0, 0), 3)
    write(page, "UBND", 175, 113, 8)
    place = unread_serial(page, DPI, Box(330, 104, 480, 114), 12.5)
    assert place is not None
    assert (place.box.x0, place.box.x1) == pytest.approx((119, 168), abs=1.5)
    assert unread_serial(blank_page(), DPI, Box(330, 104, 480, 114), 12.5) is None


def stamp(number: str) -> tuple[Image, list[Word]]:
    """An arrival stamp with leaders; OCR has read "ĐẾN", "Ngày" and "Chuyển"."""
    page = blank_page()
    words = [Word("ĐẾN", Box(60, 208, 95, 222))]
    for text, y in (("So:", 205), ("Ngay:", 220), ("Chuyen:", 235)):
        right = write(page, text, 110, y, 7)
        for x in np.arange(right + 2, 185, 2.4):
            cv2.circle(page, (round(x * SCALE), round(y * SCALE)), 2, (0, 0, 0), -1)
        if text != "So:":
            words.append(Word({"Ngay:": "Ngày:", "Chuyen:": "Chuyển:"}[text], Box(110, y - 8, right, y + 2)))
    write(page, number, 140, 203, 9, (30, 40, 190))
    return page, words


def test_the_number_of_an_arrival_stamp_is_read_above_its_date() -> None:
    slots = read(*stamp("352"))
    assert slots["arrival_number"].candidates[0].value == "352"
    assert [slots[kind].written for kind in ("arrival_day", "arrival_month", "arrival_year")] == ["blank"] * 3


def test_a_stamp_without_entries_is_blank() -> None:
    assert {slot.written for slot in read(*stamp("")).values()} == {"blank"}


def test_neighbouring_print_is_cut_off() -> None:
    page = blank_page()
    right = write(page, "28", 200, 113, 10)
    write(page, "thang", right + 8, 113, 8)
    found = cut(page, DPI, Place("day", Box(198, 103, right + 6, 113), 12.5))
    assert found is not None
    assert found.box.x1 <= right + 1


def test_pictures_have_one_height_and_ink_from_0_to_1() -> None:
    random = np.random.default_rng(3)
    for height, width in ((5, 5), (30, 80), (200, 90), (12, 900)):
        shown = picture(levelled(random.integers(0, 255, (height, width)).astype(np.uint8)))
        assert shown.shape[0] == HEIGHT
        assert shown.min() >= 0
        assert shown.max() <= 1


def test_recognizing_is_quick_and_does_not_depend_on_company() -> None:
    random = np.random.default_rng(4)
    pictures = [random.random((HEIGHT, width)).astype(np.float32) for width in (48, 48, 48, 48)]
    together = recognize(pictures)
    for one, (scores, shares) in zip(pictures, together, strict=True):
        alone_scores, alone_shares = recognize([one])[0]
        assert np.allclose(scores, alone_scores, atol=1e-3)
        assert np.allclose(shares, alone_shares, atol=1e-3)
    began = time.process_time()
    recognize(pictures)
    assert time.process_time() - began < 0.2
    assert recognize([]) == []


@pytest.mark.parametrize(("slash_read", "kept"), [(True, True), (False, False)])
def test_a_last_1_that_leans_is_no_slash_where_the_slash_was_read(slash_read: bool, kept: bool) -> None:
    page = blank_page()
    right = write(page, "3", 124, 113, 10)
    cv2.line(
        page, (round((right + 8) * SCALE), round(103 * SCALE)), (round((right + 4) * SCALE), round(113 * SCALE)), 0, 3
    )
    limit = right + 14  # the printed slash begins here
    found = cut(page, DPI, Place("serial", Box(120, 103, limit, 113), 12.5, True, slash_read))
    assert found is not None
    assert (found.box.x1 > right + 5) is kept
