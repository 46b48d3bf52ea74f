"""The stamp ĐẾN: entries written by hand, believed only from the recognizer or a file's own text."""

from __future__ import annotations

from datetime import date

from pipeline.extract.arrival import extract_arrival
from schemas.evidence import Candidate
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
