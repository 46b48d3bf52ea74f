"""The stamp ĐẾN: entries written by hand, believed only from the recognizer or a file's own text."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.extract.arrival import extract_arrival
from schemas.evidence import Candidate, Extracted
from schemas.geometry import Box
from schemas.text import Line, SlotReading, Word

STAMP = ("SỞ XÂY DỰNG", "ĐẾN Số: 4512", "Ngày: 10/11/2017", "Chuyển: ………")


def written(*texts: str) -> list[Line]:
    return [Line(None, tuple(Word(word, None) for word in text.split())) for text in texts]


def read(*texts: str, confidence: float = 0.95) -> list[Line]:
    return [
        Line(
            1,
            tuple(
                Word(word, Box(60 + 40 * x, 200 + 14 * y, 98 + 40 * x, 211 + 14 * y), confidence)
                for x, word in enumerate(text.split())
            ),
        )
        for y, text in enumerate(texts)
    ]


def slot(kind: str, value: str, sure: float) -> SlotReading:
    return SlotReading(kind, Box(100, 214, 130, 226), "hand", (Candidate(value, sure),))  # type: ignore[arg-type]


def test_a_files_own_text_is_believed() -> None:
    number, day = extract_arrival(written(*STAMP), [])
    assert number is not None
    assert day is not None
    assert (number.value, day.value) == ("4512", date(2017, 11, 10))
    assert min(number.confidence, day.confidence) >= 0.9


def test_ocr_alone_is_not() -> None:
    number, day = extract_arrival(read(*STAMP), [])
    assert number is not None
    assert day is not None
    assert max(number.confidence, day.confidence) < 0.9


def test_slots_are_believed_as_far_as_they_are_sure() -> None:
    slots = [
        slot("arrival_number", "948", 0.96),
        slot("arrival_day", "17", 0.95),
        slot("arrival_month", "10", 0.97),
        slot("arrival_year", "2017", 0.99),
    ]
    number, day = extract_arrival(read("SỞ XÂY DỰNG", "ĐẾN", "Số", "Ngày"), slots)
    assert number is not None
    assert day is not None
    assert (number.value, number.confidence) == ("948", 0.96)
    assert (day.value, day.confidence) == (date(2017, 10, 17), 0.95)


def test_a_year_in_two_figures_is_of_this_century() -> None:
    _, day = extract_arrival(written("ĐẾN Số: 12", "Ngày: 5/3/24"), [])
    assert day is not None
    assert day.value == date(2024, 3, 5)


def test_a_slot_without_a_reading_is_not_blank_where_ocr_saw_ink() -> None:
    empty = SlotReading("arrival_day", Box(100, 214, 130, 226), "blank", ())
    inked = extract_arrival(read("ĐẾN", "Ngày: |5Ì"), [empty])[1]
    open_ = extract_arrival(read("ĐẾN", "Ngày: ……"), [empty])[1]
    assert inked is not None
    assert open_ is not None
    assert inked.rule != "blank"
    assert open_.value is None


def test_no_stamp_says_nothing() -> None:
    assert extract_arrival([], []) == (None, None)


def test_an_unreadable_stamp_claims_no_value() -> None:
    number, day = extract_arrival(read("ĐẾN", "Số: /}#", "Ngày: ;"), [])
    assert number is not None
    assert day is not None
    assert (number.value, day.value) == (None, None)


@pytest.mark.parametrize("dated", ["Ngày: 25/04/2026", "Ngày: 25 -04- 2026", "Ngày 25.4.2026", "Ngày đến: 25/4/2026"])
def test_the_block_of_a_portal_has_a_date_and_no_number(dated: str) -> None:
    number, day = extract_arrival(written("CỔNG THÔNG TIN ĐIỆN TỬ", "CÔNG VĂN ĐẾN", "Giờ: 10h15", dated), [])
    assert number is not None
    assert day is not None
    assert number.value is None
    assert day.value == date(2026, 4, 25)


def test_the_letters_own_day_decides_between_readings_of_the_stamps() -> None:
    month = SlotReading("arrival_month", Box(100, 214, 130, 226), "hand", (Candidate("9", 0.6), Candidate("3", 0.3)))
    slots = [slot("arrival_day", "21", 0.95), month, slot("arrival_year", "2018", 0.97)]
    issued: Extracted[date | None] = Extracted(date(2018, 3, 20), 0.99, (), "print", ())
    alone = extract_arrival(read("ĐẾN", "Số", "Ngày"), slots)[1]
    beside = extract_arrival(read("ĐẾN", "Số", "Ngày"), slots, issued)[1]
    assert alone is not None
    assert beside is not None
    assert alone.confidence < 0.9
    assert (beside.value, beside.confidence >= 0.9) == (date(2018, 3, 21), True)


def test_a_blank_date_stays_blank_whatever_the_letters_day() -> None:
    empty = [SlotReading(kind, Box(100, 214, 130, 226), "blank", ()) for kind in ("arrival_day", "arrival_month")]
    issued: Extracted[date | None] = Extracted(date(2018, 3, 20), 0.99, (), "print", ())
    day = extract_arrival(read("ĐẾN", "Số", "Ngày: ……"), empty, issued)[1]
    assert day is not None
    assert day.value is None
