"""The working calendar of Vietnam: weekends, public holidays (Labour Code, article 112), decreed swaps, lunar feasts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from schemas.deadline import Feast
from schemas.errors import UsageError
from schemas.knowledge import WorkingCalendar

_DECREED = Path(__file__).with_name("calendar.yaml")
_FIRST_LUNAR_YEAR, _LAST_LUNAR_YEAR = 1901, 2099


@dataclass(frozen=True, slots=True)
class _Overrides:
    off: frozenset[date]
    worked: frozenset[date]
    unverified: frozenset[date]
    first_year: int | None
    last_year: int | None


_NONE = _Overrides(frozenset(), frozenset(), frozenset(), None, None)


@cache
def working_calendar(overrides_path: Path | None = None) -> WorkingCalendar:
    """The calendar of the years that are settled.

    ``overrides_path`` is a file shaped like ``corpus/calendar.yaml``; its days are added, its ``known``
    years replace ours. Raises ``UsageError`` when it cannot be read.
    """
    decreed = _read(_DECREED)
    own = _read(overrides_path) if overrides_path else _NONE
    first = own.first_year or decreed.first_year or 0
    last = own.last_year or decreed.last_year or 0
    off = {day for day in _public_holidays(first, last) if day.weekday() < 5} | decreed.off | own.off
    worked = (decreed.worked - own.off) | own.worked
    unsure = (decreed.unverified - own.off - own.worked) | own.unverified
    return WorkingCalendar(frozenset(off - own.worked), frozenset(worked), first, last, frozenset(unsure & off))


def feast_day(feast: Feast, year: int) -> date | None:
    """The first day of a feast in the solar ``year``; ``None`` outside the years the lunar calendar knows."""
    if feast == "giai_phong":
        return date(year, 4, 30)
    if feast == "quoc_khanh":
        return date(year, 9, 2)
    return _lunar_day(feast, year) if _FIRST_LUNAR_YEAR <= year <= _LAST_LUNAR_YEAR else None


@cache
def _lunar_day(feast: Feast, year: int) -> date | None:
    from holidays.calendars.chinese import VIETNAMESE_CALENDAR, _ChineseLunisolar

    lunar = _ChineseLunisolar(VIETNAMESE_CALENDAR)
    found = lunar.lunar_new_year_date(year) if feast == "tet" else lunar.hung_kings_date(year)
    day, _estimated = found if isinstance(found, tuple) else (found, False)
    return day if day is None or type(day) is date else date(day.year, day.month, day.day)


def _public_holidays(first: int, last: int) -> frozenset[date]:
    if not first <= last:
        return frozenset()
    from holidays.countries.vietnam import Vietnam

    return frozenset(date(day.year, day.month, day.day) for day in Vietnam(years=range(first, last + 1)))


def _read(path: Path) -> _Overrides:
    try:
        data: Any = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        known = data.get("known") or {}
        return _Overrides(
            _days(data, "days_off"),
            _days(data, "days_worked"),
            _days(data, "unverified"),
            _year(known, "first"),
            _year(known, "last"),
        )
    except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise UsageError(f"Không đọc được lịch làm việc {path.name}: hãy sửa theo mẫu corpus/calendar.yaml.") from error


def _days(data: dict[str, Any], key: str) -> frozenset[date]:
    return frozenset(day if isinstance(day, date) else date.fromisoformat(day) for day in data.get(key) or ())


def _year(known: dict[str, Any], key: str) -> int | None:
    return int(known[key]) if known.get(key) is not None else None
