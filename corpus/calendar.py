"""The working calendar of Vietnam: weekends, public holidays (Labour Code, article 112), decreed swaps, lunar feasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from schemas.deadline import Feast
from schemas.errors import UsageError
from schemas.knowledge import WorkingCalendar

_DECREED = Path(__file__).with_name("calendar.yaml")
_HOLIDAYS = Path(__file__).with_name("holidays.tsv")  # made by script/make-holidays


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
    off = {*_weekdays_off(first, last)} | decreed.off | own.off
    worked = (decreed.worked - own.off) | own.worked
    unsure = (decreed.unverified - own.off - own.worked) | own.unverified
    return WorkingCalendar(frozenset(off - own.worked), frozenset(worked), first, last, frozenset(unsure & off))


def expected_calendar(overrides_path: Path | None = None) -> WorkingCalendar:
    """The same, going on over the years to come by the Labour Code alone, whose swapped days are not decreed yet.

    Good for "within three working days" in a list, not for a deadline. Raises ``UsageError`` as above.
    """
    settled = working_calendar(overrides_path)
    last = max(day.year for day in _holidays("off"))
    to_come = {day for day in _weekdays_off(settled.last_year + 1, last) if day not in settled.worked}
    return replace(settled, off=settled.off | to_come, last_year=max(last, settled.last_year))


def feast_day(feast: Feast, year: int) -> date | None:
    """The first day of a feast in the solar ``year``; ``None`` outside the years the lunar table knows."""
    if feast == "giai_phong":
        return date(year, 4, 30)
    if feast == "quoc_khanh":
        return date(year, 9, 2)
    return next((day for day in _holidays(feast) if day.year == year), None)


def _weekdays_off(first: int, last: int) -> Iterator[date]:
    return (day for day in _holidays("off") if first <= day.year <= last and day.weekday() < 5)


@cache
def _holidays(what: str) -> tuple[date, ...]:
    """The days of the table that are ``off``, ``tet`` or ``gio_to``."""
    rows = (line.split("\t") for line in _HOLIDAYS.read_text(encoding="utf-8").splitlines())
    return tuple(date.fromisoformat(day) for day, name in rows if name == what)


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
