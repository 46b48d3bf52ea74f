"""How deadlines are worked out, and that the derivation lets a clerk check it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.calendar import working_calendar
from pipeline.language.deadlines import find_deadlines
from pipeline.resolve.counting import count
from pipeline.resolve.days import months_later, period_day, printed_day
from pipeline.resolve.deadlines import Bearings, covers_the_past, work_out
from pipeline.resolve.recurrence import first_day
from schemas.deadline import DeadlinePhrase, Offset, Period, PrintedDay

CALENDAR = working_calendar()
DAYS = st.dates(date(2016, 3, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("phrase", "issued", "arrived", "derivation"),
    [
        (
            "trong thời hạn 5 ngày làm việc kể từ ngày nhận được văn bản",
            "2026-04-22",
            "2026-04-25",
            "5 ngày làm việc từ 25/4/2026 (ngày đến), nghỉ 27/4, 30/4, 1/5 → 06/5/2026",
        ),
        ("trong vòng 10 ngày kể từ ngày ký", "2025-03-10", None, "10 ngày từ 10/3/2025 (ngày ban hành) → 20/3/2025"),
        (
            "trong vòng 05 ngày kể từ ngày ký",
            "2025-03-10",
            None,
            "5 ngày từ 10/3/2025 (ngày ban hành), nghỉ 15/3 → 17/3/2025",
        ),
        (
            "trong vòng 05 ngày làm việc kể từ ngày ký",
            "2026-11-20",
            None,
            "5 ngày làm việc từ 20/11/2026 (ngày ban hành), nghỉ 24/11 (chưa đối chiếu quyết định) → 30/11/2026",
        ),
        ("trước ngày 20/3/2025", "2025-03-10", None, "ngày in trong văn bản → 20/3/2025"),
        ("trước ngày 20/3", "2025-03-10", None, "ngày in không có năm, lấy năm theo ngày ban hành → 20/3/2025"),
        ("trong quý II/2025", "2025-03-10", None, "ngày cuối của kỳ → 30/6/2025"),
        ("trước ngày 25 hằng tháng", "2025-03-10", None, "kỳ đầu từ ngày ban hành 10/3/2025 → 25/3/2025"),
        (
            "trong thời hạn 05 ngày kể từ ngày nhận được văn bản",
            "2025-03-10",
            None,
            "5 ngày kể từ ngày nhận văn bản: chưa có ngày đến",
        ),
        ("trong vòng 05 ngày làm việc", "2025-03-10", None, "5 ngày làm việc nhưng không nói kể từ ngày nào"),
        (
            "chậm nhất 05 ngày trước ngày 30/4/2025",
            "2025-03-10",
            None,
            "5 ngày trước 30/4/2025 (ngày in trong văn bản) → 25/4/2025",
        ),
        (
            "trong vòng 10 ngày kể từ ngày ký",
            "2009-05-07",
            None,
            "10 ngày từ 07/5/2009 (ngày ban hành): lịch nghỉ của năm ấy chưa có trong lịch làm việc",
        ),
    ],
)
def test_derivation(phrase: str, issued: str, arrived: str | None, derivation: str) -> None:
    arrived_on = date.fromisoformat(arrived) if arrived else None
    deadline = work_out(find_deadlines(phrase)[0], Bearings(date.fromisoformat(issued), arrived_on, CALENDAR))
    assert deadline.derivation == derivation


@given(DAYS, st.integers(0, 40))
def test_working_days_end_on_a_working_day_and_count_no_other(start: date, days: int) -> None:
    counted = count(Offset(days, "day", "day", working=True), start, CALENDAR)
    assert counted is not None
    between = [date.fromordinal(each) for each in range(start.toordinal() + 1, counted.day.toordinal() + 1)]
    assert sum(map(CALENDAR.is_working, between)) == days
    assert days == 0 or CALENDAR.is_working(counted.day)


@given(DAYS, st.integers(1, 120))
def test_calendar_days_end_on_the_first_working_day_from_the_last(start: date, days: int) -> None:
    counted = count(Offset(days, "day", "day"), start, CALENDAR)
    assert counted is not None
    plain = start.toordinal() + days
    assert CALENDAR.is_working(counted.day)
    assert not any(CALENDAR.is_working(date.fromordinal(each)) for each in range(plain, counted.day.toordinal()))


@given(DAYS, st.integers(1, 12), st.integers(1, 28))
def test_a_missing_year_never_gives_a_past_day_nor_one_beyond_six_months_of_the_next_year(
    issued: date, month: int, day: int
) -> None:
    found = printed_day(PrintedDay(day, month), issued)
    if found is None:
        assert date(issued.year, month, day) < issued
        assert date(issued.year + 1, month, day) > months_later(issued, 6)
    else:
        assert found >= issued
        assert found.year in (issued.year, issued.year + 1)


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1990, 2060), DAYS)
def test_a_printed_day_is_never_moved(day: int, month: int, year: int, issued: date) -> None:
    found = printed_day(PrintedDay(day, month, year), issued)
    assert found is None or (found.day, found.month, found.year) == (day, month, year)


@pytest.mark.parametrize(
    ("period", "before", "day"),
    [
        (Period("month", 2, 2024), False, "2024-02-29"),
        (Period("month", 7, 2024), True, "2024-07-01"),
        (Period("quarter", 1, 2024), False, "2024-03-31"),
        (Period("quarter", 3, 2024), True, "2024-07-01"),
        (Period("half", 1, 2024), False, "2024-06-30"),
        (Period("half", 2, 2024), False, "2024-12-31"),
        (Period("nine_months", 1, 2024), False, "2024-09-30"),
        (Period("year", None, 2024), False, "2024-12-31"),
        (Period("year", None, 2024, part="start"), False, "2024-01-01"),
        (Period("year", None, 2024, part="middle"), False, "2024-06-30"),
        (Period("month", 5, 2024, part="middle"), False, "2024-05-15"),
        (Period("month", 5, 2024, part="end"), True, "2024-05-31"),
        (Period("quarter", 2, 2024, part="start"), False, "2024-04-01"),
    ],
)
def test_day_of_a_period(period: Period, before: bool, day: str) -> None:
    assert period_day(period, None, before) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("rule", "start", "day"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2025-02-01", "2025-03-31"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2025-02-01", "2025-02-28"),
        ("FREQ=WEEKLY;BYDAY=FR", "2025-03-14", "2025-03-14"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2025-03-01", "2028-02-29"),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15", "2025-03-16", "2025-06-15"),
        ("FREQ=MONTHLY;BYDAY=1MO", "2025-03-04", "2025-04-07"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2025-03-01", "2025-03-28"),
        ("FREQ=MONTHLY;BYDAY=5FR", "2025-03-01", "2025-05-30"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1", "2025-03-16", "2025-03-31"),
    ],
)
def test_first_day_of_a_recurrence(rule: str, start: str, day: str) -> None:
    assert first_day(rule, date.fromisoformat(start)) == date.fromisoformat(day)


def test_an_impossible_rule_has_no_first_day() -> None:
    assert first_day("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", date(2025, 1, 1)) is None


def test_what_comes_again_in_an_attachment_without_a_day_of_its_own_has_no_first_day() -> None:
    (phrase,) = find_deadlines("báo cáo trước ngày 25 hằng tháng")
    deadline = work_out(phrase, Bearings(date(2025, 3, 10), None, CALENDAR, borrowed=True))
    assert (deadline.due, deadline.bound, deadline.recurrence) == (None, "before", "FREQ=MONTHLY;BYMONTHDAY=25")


def test_at_once_has_no_day() -> None:
    deadline = work_out(DeadlinePhrase(0, 4, "ngay", "immediate", None), Bearings(date(2025, 3, 10), None, CALENDAR))
    assert (deadline.due, deadline.bound, deadline.derivation) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "past"),
    [
        ("kiểm tra hồ sơ lưu từ ngày 01/01/2020 đến ngày 31/12/2023", True),
        ("thực hiện từ tháng 3/2024 đến tháng 6/2024", True),
        ("hoàn thành trong quý I/2024", True),
        ("hoàn thành trong tháng 02/2025", True),
        ("thực hiện từ ngày 01/3/2025 đến ngày 30/3/2025", False),
        ("hoàn thành trong quý I/2025", False),
        ("hoàn thành trong tháng 3/2025", False),
        ("báo cáo trước ngày 05/3/2025", False),
        ("báo cáo chậm nhất ngày 05/3/2025", False),
    ],
)
def test_a_stretch_that_is_over_bounds_nothing(words: str, past: bool) -> None:
    (phrase,) = find_deadlines(words)
    bearings = Bearings(date(2025, 3, 10), None, CALENDAR)
    assert covers_the_past(phrase, work_out(phrase, bearings), bearings) is past


def test_nothing_is_past_while_the_day_of_issue_is_unknown() -> None:
    (phrase,) = find_deadlines("thực hiện từ ngày 01/01/2020 đến ngày 31/12/2023")
    bearings = Bearings(None, None, CALENDAR)
    assert not covers_the_past(phrase, work_out(phrase, bearings), bearings)


@pytest.mark.parametrize(
    ("words", "derivation"),
    [
        ("báo cáo trong vòng 30 phút kể từ khi xảy ra sự cố", "30 phút theo một sự kiện chưa rõ ngày"),
        ("báo cáo trong vòng 24 tiếng", "24 giờ nhưng không nói kể từ ngày nào"),
        ("gửi trước ngày 15/4/2025 ít nhất 10 ngày", "10 ngày trước 15/4/2025 (ngày in trong văn bản) → 05/4/2025"),
        ("thực hiện trong vòng nửa tháng kể từ ngày ký", "15 ngày từ 10/3/2025 (ngày ban hành) → 25/3/2025"),
        ("hoàn thành chậm nhất cuối tuần này", "tính theo tuần làm việc, thứ Hai đến thứ Sáu → 14/3/2025"),
        ("nộp trong thời hạn 10 ngày kể từ ngày nhận được quyết định xử phạt", "10 ngày theo một sự kiện chưa rõ ngày"),
    ],
)
def test_each_new_form_says_how_it_was_counted(words: str, derivation: str) -> None:
    (phrase,) = find_deadlines(words)
    assert work_out(phrase, Bearings(date(2025, 3, 10), date(2025, 3, 12), CALENDAR)).derivation == derivation
