"""What reading may know besides the letter: given by the caller, never looked up while reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days are worked. ``off``: weekdays that are not; ``worked``: weekend days that are.

    ``unverified``: days of ``off`` that are held for decreed without the act having been seen.

    ``first_year`` to ``last_year`` are the years the calendar knows; outside them nothing is counted.
    """

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    first_year: int = 0
    last_year: int = 0
    unverified: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        return day in self.worked or (day.weekday() < 5 and day not in self.off)


@dataclass(frozen=True, slots=True)
class KnownAgency:
    """An agency and the other ways it is written, as a clerk confirmed them."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """``today`` is the day in Asia/Ho_Chi_Minh; ``own_agency`` the office that keeps the register."""

    today: date
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    own_agency: str | None = None
    agencies: tuple[KnownAgency, ...] = ()
