"""Deadline phrases as the language says them, before any day is worked out.

The expression behind a phrase says only what is written: a missing year stays missing, "05 ngày làm việc
kể từ ngày nhận" stays an offset. Resolving works out days from it (``letter-record.md``, "Deadlines").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["date", "relative", "recurring", "immediate"]
Bound = Literal["before", "by", "at"]
PeriodUnit = Literal["day", "week", "month", "quarter", "half", "nine_months", "year"]
PeriodPart = Literal["start", "middle", "end"]
OffsetUnit = Literal["minute", "hour", "day", "week", "month", "quarter", "year"]
Anchor = Literal["receipt", "issue", "effect", "event", "day", "unstated"]
Feast = Literal["tet", "gio_to", "giai_phong", "quoc_khanh"]


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A printed day, parts of it possibly missing; a month of ``None`` is "this month" or unreadable.

    ``month_shift`` counts months from the issue month where the month is only pointed at
    ("ngày 15 tháng này" 0, "ngày 05 tháng sau" 1).
    """

    day: int
    month: int | None = None
    year: int | None = None
    month_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar. ``number`` counts within the year (month 6, quarter 2, half 1).

    ``shift`` counts units from the one that holds the issue date ("tháng này" 0, "tuần tới" 1) where no
    number is printed. ``part`` is "đầu", "giữa" or "cuối" (Civil Code 2015, article 146). ``weekday``
    counts from 0, Monday, and narrows a week to that day.
    """

    unit: PeriodUnit
    number: int | None = None
    year: int | None = None
    shift: int | None = None
    part: PeriodPart | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """``count`` units after an event, or before it where ``backwards``; ``count`` 0 is "ngay sau khi …".

    ``day`` is the event's day where it is printed (``anchor`` "day"); ``event`` is the event in the
    letter's words.
    """

    count: int
    unit: OffsetUnit
    anchor: Anchor
    working: bool = False
    backwards: bool = False
    day: PrintedDay | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A repeated day. ``rule`` is an iCalendar RRULE (RFC 5545) without its name, ``None`` when not said.

    ``has_day`` is true where the rule names a day, so that a first one can be worked out.
    """

    rule: str | None
    has_day: bool = False


@dataclass(frozen=True, slots=True)
class FeastDay:
    """The first day of a feast; a year of ``None`` is the next one."""

    feast: Feast
    year: int | None = None


Expression = PrintedDay | Period | Offset | Recurrence | FeastDay


@dataclass(frozen=True, slots=True)
class DeadlinePhrase:
    """A phrase ``text == source[start:end]`` that bounds an act in time.

    ``time`` is "HH:MM" when printed. ``expression`` is ``None`` for kind "immediate" and where the
    phrase only points elsewhere ("theo tiến độ của Kế hoạch số …").
    """

    start: int
    end: int
    text: str
    kind: Kind
    bound: Bound | None
    time: str | None = None
    expression: Expression | None = None
