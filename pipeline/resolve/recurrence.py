"""The first day of a recurrence, for the few forms of RRULE that letters need."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def first_day(rule: str, start: date) -> date | None:
    """The first day on or after ``start`` that ``rule`` names; ``None`` when none comes within five years.

    ``rule`` is an RRULE with BYMONTHDAY, BYMONTH or BYDAY and without an interval.
    """
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    for ahead in range(5 * 366):
        day = start + timedelta(days=ahead)
        if _named(day, parts):
            return day
    return None


def _names_of_weekday(day: date) -> set[str]:
    """A Monday is MO, the first one of its month also 1MO, its last one -1MO (RFC 5545, section 3.3.10)."""
    name = _WEEKDAYS[day.weekday()]
    left = calendar.monthrange(day.year, day.month)[1] - day.day
    return {name, f"{(day.day - 1) // 7 + 1}{name}", f"{-(left // 7) - 1}{name}"}


def _named(day: date, parts: dict[str, str]) -> bool:
    if "BYMONTH" in parts and str(day.month) not in parts["BYMONTH"].split(","):
        return False
    if "BYDAY" in parts and not _names_of_weekday(day) & set(parts["BYDAY"].split(",")):
        return False
    if "BYMONTHDAY" in parts:
        left = day.day - calendar.monthrange(day.year, day.month)[1] - 1
        return {str(day.day), str(left)} & set(parts["BYMONTHDAY"].split(",")) != set()
    return True
