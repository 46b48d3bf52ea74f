"""Place and date of issue, printed, damaged or left open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.dateline import date_parts, extract_issued_on, extract_place
from schemas.evidence import Candidate
from schemas.geometry import Box
from schemas.text import Line, Passage, SlotReading, Word


def written(text: str) -> Passage:
    return Passage.of([Line(None, tuple(Word(word, None) for word in text.split()))])


def read(text: str, confidence: float = 0.92) -> Passage:
    words = tuple(
        Word(word, Box(300 + 30 * at, 100, 326 + 30 * at, 112), confidence) for at, word in enumerate(text.split())
    )
    return Passage.of([Line(1, words)])


def slot(kind: str, *candidates: tuple[str, float]) -> SlotReading:
    found = tuple(Candidate(value, sure) for value, sure in candidates)
    return SlotReading(kind, Box(380, 98, 400, 114), "hand" if found else "blank", found)  # type: ignore[arg-type]


PRINTED = [
    ("Hà Nội, ngày 03 tháng 6 năm 2021", "Hà Nội", date(2021, 6, 3)),
    ("TP. Hồ Chí Minh, ngày 15 tháng 12 năm 2019", "TP. Hồ Chí Minh", date(2019, 12, 15)),
    ("Thành phố Hồ Chí Minh, ngày 1 tháng 02 năm 2020", "Thành phố Hồ Chí Minh", date(2020, 2, 1)),
    ("Đà Nẵng, ngày 31 tháng 10 năm 2025", "Đà Nẵng", date(2025, 10, 31)),
    ("Quận 1, ngày 07 tháng 3 năm 2018", "Quận 1", date(2018, 3, 7)),
    ("Hà Giang, ngày 03/6/2021", "Hà Giang", date(2021, 6, 3)),
    ("Hà Giang, ngày 03-06-2021", "Hà Giang", date(2021, 6, 3)),
    ("Bắc Kạn , ngày 9 tháng 9 năm 2022.", "Bắc Kạn", date(2022, 9, 9)),
    ("Cà Mau ngày 20 tháng 11 năm 2016", "Cà Mau", date(2016, 11, 20)),
    ("Thừa Thiên Huế, Ngày 5 Tháng 5 Năm 2017", "Thừa Thiên Huế", date(2017, 5, 5)),
    ("Lào Cai, ngày 29 tháng 02 năm 2024", "Lào Cai", date(2024, 2, 29)),
    ("Sơn La, ngày 08 tháng 7 2021", "Sơn La", date(2021, 7, 8)),
]


@pytest.mark.parametrize(("text", "place", "day"), PRINTED)
def test_a_printed_dateline_is_read(text: str, place: str, day: date) -> None:
    found = extract_place(written(text))
    issued_on = extract_issued_on(written(text))
    assert found is not None
    assert (found.value, issued_on.value) == (place, day)
    assert issued_on.confidence >= 0.9


DAMAGED_PLACES = [
    ("Cân Thơ, ngày 02 tháng 3 năm 2020", "Cần Thơ"),
    ("Thành phố Hỗ Chỉ Minh, ngày 02 tháng 3 năm 2020", "Thành phố Hồ Chí Minh"),
    ("la Pa, ngày 02 tháng 3 năm 2020", "Ia Pa"),
    ("1a Hlung, ngày 02 tháng 3 năm 2020", "Ia Hlung"),
    ("xã la Rsai, ngày 02 tháng 3 năm 2020", "xã Ia Rsai"),
    ("TP.Hà Chí Minh, ngày 02 tháng 3 năm 2020", "TP.Hồ Chí Minh"),
    ("— ._ Hải Dương, ngày 02 tháng 3 năm 2020", "Hải Dương"),
    ("Quang Ngãi, ngày 02 tháng 3 năm 2020", "Quảng Ngãi"),
    ("' Lạng Sơn. ngày 02 tháng 3 năm 2020", "Lạng Sơn"),
    ("Cân Thơ, tháng!O năm 2020", "Cần Thơ"),
    ("Lạng Sơn, tháng 3 năm 2020", "Lạng Sơn"),
]


@pytest.mark.parametrize(("text", "place"), DAMAGED_PLACES)
def test_marks_that_ocr_lost_are_put_back_where_one_place_is_meant(text: str, place: str) -> None:
    found = extract_place(read(text))
    assert found is not None
    assert found.value == place
    assert found.confidence >= 0.6


def test_a_well_read_name_is_not_turned_into_a_communes() -> None:
    """ "Lâm Hóa" is a commune; a name that was read well may be a place the gazetteer lacks."""
    text = "Lâm Hòa, ngày 02 tháng 3 năm 2020"
    well, badly = extract_place(read(text, 0.95)), extract_place(read(text, 0.7))
    assert well is not None
    assert badly is not None
    assert (well.value, badly.value) == ("Lâm Hòa", "Lâm Hóa")


def test_a_file_without_ocr_keeps_its_own_spelling() -> None:
    found = extract_place(written("Kiên giang, ngày 02 tháng 3 năm 2020"))
    assert found is not None
    assert found.value == "Kiên giang"


def test_a_place_that_is_no_place_is_not_claimed() -> None:
    found = extract_place(read("QĐ-SXYZ/7, ngày 02 tháng 3 năm 2020"))
    assert found is not None
    assert found.value is None


BLANK = ["Hà Nội, ngày tháng 7 năm 2021", "Hà Nội, ngày … tháng … năm 2021", "Hà Nội, ngày 5 tháng ... năm 2021"]


@pytest.mark.parametrize("text", BLANK)
def test_an_open_day_or_month_is_blank(text: str) -> None:
    found = extract_issued_on(written(text))
    assert (found.value, found.rule) == (None, "blank")
    assert found.candidates == ()


UNREADABLE = [
    "Hà Nội, ngày (Q2z tháng 01 năm 2018",
    "Hà Nội, ngày 0} tháng |Onăm 2017",
    "Hà Nội, ngày-2Štháng 10 năm 2025",
    "Hà Nội, ngày32 tháng 10 năm 2017",
    "Hà Nội, ngàye)l\\ tháng|O năm 2025",
    "Hà Nội, ngày 31 tháng 4 năm 2017",
    "Hà Nội, ngày 03 tháng 13 năm 2017",
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_an_unreadable_or_impossible_day_gives_no_date(text: str) -> None:
    found = extract_issued_on(read(text, 0.6))
    assert found.value is None
    assert found.confidence < 0.5


def test_slots_give_the_day_and_month_that_ocr_could_not_read() -> None:
    passage = read("Hà Nội, ngày (Q tháng ‡ năm 2018", 0.96)
    found = extract_issued_on(passage, [slot("day", ("22", 0.97), ("27", 0.02)), slot("month", ("3", 0.95))])
    assert found.value == date(2018, 3, 22)
    assert found.confidence == pytest.approx(0.95)


def test_a_date_is_as_sure_as_its_least_sure_part() -> None:
    passage = read("Hà Nội, ngày (Q tháng ‡ năm 2018", 0.7)
    found = extract_issued_on(passage, [slot("day", ("22", 0.6), ("27", 0.3)), slot("month", ("3", 0.95))])
    assert found.confidence == pytest.approx(0.6)
    assert [candidate.value for candidate in found.candidates] == [date(2018, 3, 22), date(2018, 3, 27)]


def test_a_year_read_badly_is_not_accepted_unless_it_recurs_in_the_letter() -> None:
    printed = read("Hà Nội, ngày 10 tháng 02 năm", 0.97).pieces[0].line.words
    line = Line(1, (*printed, Word("2015", Box(520, 100, 546, 112), 0.88)))
    alone = extract_issued_on(Passage.of([line]))
    recurring = extract_issued_on(Passage.of([line]), years={"2015", "2014"})
    assert alone.value == recurring.value == date(2015, 2, 10)
    assert recurring.confidence > 0.9 > alone.confidence


def test_a_blank_slot_leaves_the_date_blank() -> None:
    found = extract_issued_on(read("Hà Nội, ngày tháng 3 năm 2018"), [slot("day")])
    assert (found.value, found.rule) == (None, "blank")


def test_a_date_that_words_follow_is_of_another_document() -> None:
    found = extract_issued_on(written("UBND ngày 04 tháng 01 năm 2018 của Sở Nội vụ)"))
    assert found.value is None


@given(st.dates(date(1980, 1, 1), date(2030, 12, 31)))
def test_every_day_written_by_the_rule_is_read(day: date) -> None:
    """Days below 10 and months 1 and 2 are written with a leading 0 (Decree 30/2020, annex I, II.4)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    found = extract_issued_on(written(f"Nam Định, ngày {day.day:02d} tháng {month} năm {day.year}"))
    assert found.value == day


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_the_evidence_of_a_date_is_text_of_the_line(day: date) -> None:
    passage = written(f"Nam Định, ngày {day.day:02d} tháng {day.month} năm {day.year}")
    assert all(piece.quote in passage.text for piece in extract_issued_on(passage).evidence)


@given(st.text(max_size=60))
def test_the_parts_of_any_line_lie_within_it(text: str) -> None:
    assert all(span is None or 0 <= span[0] <= span[1] <= len(text) for span in date_parts(text))
