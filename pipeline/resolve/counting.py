"""Counting days by articles 144 to 148 of the Civil Code 2015, with the working calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.resolve.days import months_later
from schemas.deadline import Offset
from schemas.knowledge import WorkingCalendar

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Counted:
    """The day a count ends on, and the weekdays off that it passed over."""

    day: date
    skipped: tuple[date, ...]


class UnknownYearError(Exception):
    """The count leaves the years whose days off are settled."""


def count(offset: Offset, start: date, calendar: WorkingCalendar) -> Counted | None:
    """Where ``offset`` ends, counted from the event's day ``start``, which itself is not counted.

    A period that ends on a day off ends on the next working day (article 148); one counted backwards
    is not moved. ``None`` for hours that make no whole days. Raises ``UnknownYearError``.
    """
    if offset.working and offset.unit == "day":
        return _working_days(start, -offset.count if offset.backwards else offset.count, calendar)
    end = _calendar_end(offset, start)
    if end is None or offset.backwards:
        return None if end is None else Counted(end, ())
    return _rolled(end, calendar)


def _working_days(start: date, days: int, calendar: WorkingCalendar) -> Counted:
    step = timedelta(days=1 if days >= 0 else -1)
    day, left, skipped = start, abs(days), list[date]()
    while left:
        day += step
        _check(day, calendar)
        if calendar.is_working(day):
            left -= 1
        elif day.weekday() < 5:
            skipped.append(day)
    return Counted(day, tuple(sorted(skipped)))


def _calendar_end(offset: Offset, start: date) -> date | None:
    sign = -1 if offset.backwards else 1
    if offset.unit in _MONTHS:
        return months_later(start, sign * offset.count * _MONTHS[offset.unit])
    if offset.unit == "minute":
        return None
    if offset.unit == "hour":
        return start + timedelta(days=sign * (offset.count // 24)) if offset.count % 24 == 0 else None
    return start + timedelta(days=sign * offset.count * (7 if offset.unit == "week" else 1))


def _rolled(end: date, calendar: WorkingCalendar) -> Counted:
    day, skipped = end, list[date]()
    _check(day, calendar)
    while not calendar.is_working(day):
        if day.weekday() < 5 or day == end:
            skipped.append(day)
        day += timedelta(days=1)
        _check(day, calendar)
    return Counted(day, tuple(skipped))


def _check(day: date, calendar: WorkingCalendar) -> None:
    if not calendar.first_year <= day.year <= calendar.last_year:
        raise UnknownYearError
