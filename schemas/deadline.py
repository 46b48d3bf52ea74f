"""Deadline phrases as the language says them, before any day is worked out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["date", "relative", "recurring", "immediate"]
Bound = Literal["before", "by", "at"]


@dataclass(frozen=True, slots=True)
class DeadlinePhrase:
    """A phrase ``text == source[start:end]`` that bounds an act in time.

    The typed expression behind it (day, period, offset from an anchor, recurrence) follows in the
    fields of the deadline grammar.
    """

    start: int
    end: int
    text: str
    kind: Kind
    bound: Bound | None
    time: str | None = None
