"""Days worked out from what is printed: missing years, periods, feasts (``letter-record.md``, "Deadlines")."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from corpus.calendar import feast_day
from schemas.deadline import FeastDay, Period, PrintedDay

_LAST_MONTH = {"quarter": 3, "half": 6, "nine_months": 9, "year": 12}
FRIDAY = 4


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` where the calendar has none (31/4, 29/2 of a common year)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it has none (Civil Code, article 148)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def printed_day(printed: PrintedDay, issued_on: date | None) -> date | None:
    """The printed day with the year it must mean, never moved; ``None`` when the year cannot be told."""
    if printed.month_shift is not None:
        if issued_on is None:
            return None
        first = months_later(issued_on.replace(day=1), printed.month_shift)
        return day_of(first.year, first.month, printed.day)
    if printed.month is None:
        return None
    if printed.year is not None:
        return day_of(printed.year, printed.month, printed.day)
    if issued_on is None:
        return None
    this, following = (day_of(year, printed.month, printed.day) for year in (issued_on.year, issued_on.year + 1))
    return _of_two(this, following, issued_on)


def _of_two(this: date | None, following: date | None, issued_on: date) -> date | None:
    """The issue year when that is not past, else the next when within six months, else not to be told."""
    if this is not None and this >= issued_on:
        return this
    if following is not None and following <= months_later(issued_on, 6):
        return following
    return None


def period_day(period: Period, issued_on: date | None, before: bool) -> date | None:
    """The period's last day; its first where the act has to be done ``before`` it.

    "Đầu", "giữa" and "cuối" are single days (Civil Code, article 146).
    """
    if period.shift is not None:
        return None if issued_on is None else _pointed_at(period, issued_on, before)
    if period.year is not None:
        return _day_in(period, period.year, before)
    if issued_on is None:
        return None
    this, following = (_day_in(period, year, before) for year in (issued_on.year, issued_on.year + 1))
    return _of_two(this, following, issued_on)


def _pointed_at(period: Period, issued_on: date, before: bool) -> date | None:
    shift = period.shift or 0
    if period.unit == "day":
        return issued_on + timedelta(days=shift)
    if period.unit == "week":
        monday = issued_on - timedelta(days=issued_on.weekday()) + timedelta(weeks=shift)
        if period.weekday is not None:
            return monday + timedelta(days=period.weekday)
        if period.part is not None:
            return monday + timedelta(days={"start": 0, "middle": 2, "end": FRIDAY}[period.part])
        return monday if before else monday + timedelta(days=FRIDAY)
    if period.unit == "month" and period.number is None:
        month = months_later(issued_on.replace(day=1), shift)
        return _day_in(Period("month", month.month, part=period.part), month.year, before)
    if period.unit == "quarter" and period.number is None:
        month = months_later(issued_on.replace(day=1), 3 * shift)
        return _day_in(Period("quarter", (month.month + 2) // 3, part=period.part), month.year, before)
    return _day_in(period, issued_on.year + shift, before)


def _day_in(period: Period, year: int, before: bool) -> date | None:
    """The day that stands for ``period`` in ``year``."""
    if period.unit == "month":
        first, last = period.number or 1, period.number or 12
    else:
        length = _LAST_MONTH[period.unit]
        last = length * (period.number or 1)
        first = last - length + 1
    if period.part == "middle":
        # The middle of a month is its 15th, of a year 30 June; a quarter's is the 15th of its second month.
        return date(year, 6, 30) if period.unit == "year" else date(year, (first + last) // 2, 15)
    if period.part == "start" or (before and period.part is None):
        return date(year, first, 1)
    return month_end(year, last)


def feast(named: FeastDay, issued_on: date | None) -> date | None:
    """The first day of the feast, in the year that is printed or the next time it comes."""
    if named.year is not None:
        return feast_day(named.feast, named.year)
    if issued_on is None:
        return None
    this, following = feast_day(named.feast, issued_on.year), feast_day(named.feast, issued_on.year + 1)
    return this if this is not None and this >= issued_on else following
