"""The working calendar: public holidays, make-up Saturdays, what an office adds, lunar feasts."""

from __future__ import annotations

import re
from datetime import date
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

import corpus.calendar
from corpus.calendar import expected_calendar, feast_day, working_calendar
from schemas.errors import UsageError


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2025-03-10", True),
        ("2025-03-15", False),
        ("2025-01-28", False),
        ("2025-04-07", False),
        ("2025-05-02", False),
        ("2025-04-26", True),
        ("2026-01-02", False),
        ("2026-01-10", True),
        ("2026-02-16", False),
        ("2026-02-20", False),
        ("2026-02-23", True),
        ("2026-04-27", False),
        ("2026-08-22", True),
        ("2026-08-31", False),
        ("2024-04-29", False),
        ("2024-05-04", True),
        ("2022-09-01", False),
        ("2013-04-29", False),
        ("2013-05-04", True),
        ("2014-12-27", True),
        ("2015-01-02", False),
        ("2012-01-24", False),
        ("2026-11-24", False),
    ],
)
def test_day_is_worked(day: str, working: bool) -> None:
    assert working_calendar().is_working(date.fromisoformat(day)) is working


def test_years_that_are_not_settled_are_left_out() -> None:
    calendar = working_calendar()
    assert (calendar.first_year, calendar.last_year) == (2012, 2026)
    assert {day.year for day in calendar.off} <= set(range(2012, 2027))


def test_each_day_off_that_is_swapped_is_made_up() -> None:
    """The file says of every bridge day when it is worked instead, and only Saturdays make up."""
    text = Path(corpus.calendar.__file__).with_name("calendar.yaml").read_text(encoding="utf-8")
    calendar = working_calendar()
    for off, day, month, year in re.findall(r"- (\S+)\s+# made up on (\d+)/(\d+)/(\d+)", text):
        made_up = date(int(year), int(month), int(day))
        assert not calendar.is_working(date.fromisoformat(off))
        assert calendar.is_working(made_up)
        assert made_up.weekday() == 5


def test_a_day_off_that_nobody_has_checked_is_marked_until_an_office_settles_it(tmp_path: Path) -> None:
    own = tmp_path / "lich.yaml"
    own.write_text("days_off: [2026-11-24]\n", encoding="utf-8")
    assert date(2026, 11, 24) in working_calendar().unverified
    assert working_calendar(own).unverified == frozenset()


def test_days_of_an_office_are_added(tmp_path: Path) -> None:
    own = tmp_path / "lich.yaml"
    own.write_text(
        "known: {last: 2027}\ndays_off: [2026-03-20]\ndays_worked: [2026-11-24, 2026-03-21]\n", encoding="utf-8"
    )
    calendar = working_calendar(own)
    assert not calendar.is_working(date(2026, 3, 20))
    assert calendar.is_working(date(2026, 3, 21))
    assert calendar.is_working(date(2026, 11, 24))
    assert not calendar.is_working(date(2026, 1, 2))
    assert calendar.last_year == 2027


def test_the_table_is_what_the_package_of_holidays_says() -> None:
    script = Path(corpus.calendar.__file__).parents[1] / "script" / "make-holidays"
    made = ModuleType("make_holidays")
    made.__file__ = str(script)
    SourceFileLoader("make_holidays", str(script)).exec_module(made)
    assert made.TABLE.read_text(encoding="utf-8") == made.text()


def test_years_to_come_are_expected_without_being_settled(tmp_path: Path) -> None:
    own = tmp_path / "lich.yaml"
    own.write_text("days_worked: [2027-02-08]\n", encoding="utf-8")
    expected = expected_calendar(own)
    assert [expected.is_working(date(2027, 2, day)) for day in (3, 4, 8, 9, 11)] == [True, False, True, False, True]
    assert expected.off & {day for day in expected.off if day.year < 2027} == working_calendar(own).off
    assert not working_calendar(own).first_year <= 2027 <= working_calendar(own).last_year < expected.last_year


@pytest.mark.parametrize("text", ["days_off: [hom nay]", "- 1", "days_off: {", "known: 3"])
def test_a_file_of_another_shape_says_what_to_do(tmp_path: Path, text: str) -> None:
    own = tmp_path / "lich.yaml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="lịch làm việc"):
        working_calendar(own)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        working_calendar(tmp_path / "khong-co.yaml")


@pytest.mark.parametrize(
    ("feast", "year", "day"),
    [
        ("tet", 2018, "2018-02-16"),
        ("tet", 2025, "2025-01-29"),
        ("tet", 2026, "2026-02-17"),
        ("gio_to", 2025, "2025-04-07"),
        ("gio_to", 2026, "2026-04-26"),
        ("quoc_khanh", 2026, "2026-09-02"),
        ("giai_phong", 2026, "2026-04-30"),
    ],
)
def test_first_day_of_feast(feast: str, year: int, day: str) -> None:
    assert feast_day(feast, year) == date.fromisoformat(day)  # type: ignore[arg-type]


def test_no_lunar_feast_outside_the_known_years() -> None:
    assert feast_day("tet", 1800) is None
