"""The letter's day held against a day that it cannot be after: that of its digital signature, that of its arrival.

Both are the same day or a few days later, so they decide between readings of a handwritten day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from schemas.evidence import Candidate, Extracted

USUAL = timedelta(days=17)
"""A letter is signed and arrives within this time after its day."""
_RARELY = 0.05
"""What a reading counts that is earlier than usual."""
_UNREAD = 0.3
"""What counts of the probability that no reading has it: some of the days not read would fit too."""
_SURE = 0.9
"""A claim from here on is not overruled; where it cannot be, a person decides."""
_MOST = 0.97
"""The most that the bound makes of a doubtful reading."""


def bounded(found: Extracted[date | None] | None, latest: date | None) -> Extracted[date | None] | None:
    """``found`` with the reading that fits ``latest`` best, as sure as that makes it; the reading stays one of those made.

    Confidences are claims, not yet calibrated.
    """
    if found is None or latest is None or found.rule == "blank" or (found.value and found.confidence >= _SURE):
        return found
    read = _readings(found)
    fitting = {day: sure * _share(latest - day) for day, sure in read.items()}
    total = sum(fitting.values()) + max(0.0, 1 - sum(read.values())) * _UNREAD
    best = max(fitting, key=lambda day: fitting[day], default=None)
    if best is None or fitting[best] == 0:
        return found
    ranked = sorted(fitting, key=lambda day: -fitting[day])
    candidates = tuple(Candidate(day, fitting[day] / total) for day in ranked if fitting[day])
    return replace(
        found,
        value=best,
        confidence=min(fitting[best] / total, _MOST),
        rule=f"{found.rule}-before-bound",
        candidates=candidates,
    )


def _readings(found: Extracted[date | None]) -> dict[date, float]:
    read = {each.value: each.confidence for each in found.candidates if isinstance(each.value, date)}
    return read | ({found.value: found.confidence} if found.value else {})


def _share(delay: timedelta) -> float:
    if delay < timedelta(0):
        return 0.0
    return 1.0 if delay <= USUAL else _RARELY
