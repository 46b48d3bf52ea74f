"""Days that a date can be on, told by another date of the letter, and what its parts read as then.

A letter arrives on the day it is issued or soon after; it is signed electronically on that day or a few days later.
Such a window decides between readings of a handwritten date; a date that was not read it does not invent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from pipeline.extract.filled import Filled
from schemas.evidence import Candidate, Extracted

SURE = 0.9
"""From this claim on a date bounds another one."""
CONTRADICTED = 0.6
"""The most a doubtful date is worth."""
_PARTS_SURE = (0.93, 0.2, 0.2)
"""From here on the readings of day, month and year are believed where the window has them so: of 81 such dates in simulated
stamps 79 were right. A year that was not read at all leaves the window to say it, if the day is sure."""
_SHARES = ((0, 17, 0.95), (18, 60, 0.04), (61, 366, 0.01))
"""First and last day after the letter's own, and how large a share of letters arrives then (a judgement)."""
_SLIP = 0.03
"""How often the recognizer is wrong whatever it says of itself."""
_VALUES = (31, 12, 30)
"""How many days, months and years a part can say."""

Window = Mapping[date, float]


def after(issued: Extracted[date | None] | None) -> Window:
    """On which days a letter issued on that day arrives, and how likely on each; empty when the day is not sure."""
    return _window(issued, 1)


def before(bound: Extracted[date | None] | None) -> Window:
    """On which days a letter was issued that arrived, or was signed, on that day; empty when that is not sure."""
    return _window(bound, -1)


def _window(known: Extracted[date | None] | None, way: int) -> Window:
    if known is None or known.value is None or known.confidence < SURE:
        return {}
    start = known.value
    return {
        start + timedelta(days=way * delay): share / (last - first + 1)
        for first, last, share in _SHARES
        for delay in range(first, last + 1)
    }


def settled(parts: Sequence[Filled], window: Window) -> tuple[date | None, float, tuple[Candidate, ...]]:
    """The day in ``window`` that day, month and year (in this order) read as, how sure that is, and what else it may be.

    ``None`` unless day and month of the likeliest one were read so. A day that is not surely read by itself makes it
    doubtful, for its neighbours fit as well; so does a part that surely says something else.
    """
    likely = {day: share * _likelihood(day, parts) for day, share in window.items()}
    total = sum(likely.values())
    ranked = sorted(likely.items(), key=lambda item: -item[1])
    seen = [(day, weight / total) for day, weight in ranked if total and all(map(_was_read, _said(day)[:2], parts))]
    candidates = tuple(Candidate(day, share) for day, share in seen[:5] if share >= 0.01)
    if not seen or seen[0][0] != ranked[0][0]:
        return None, seen[0][1] if seen else 0.0, candidates
    day, sure = seen[0]
    doubted = any(
        _share(said, part) < least or _says_otherwise(said, part)
        for said, part, least in zip(_said(day), parts, _PARTS_SURE, strict=True)
        if _options(part)
    )
    return day, min(sure, CONTRADICTED) if doubted else sure, candidates


def _said(day: date) -> tuple[int, int, int]:
    return day.day, day.month, day.year


def _options(part: Filled) -> tuple[Candidate, ...]:
    """What a part may say; two readers that agree count as far as both together are sure."""
    own = (Candidate(part.value, part.confidence),) if part.value else ()
    return (*own, *(each for each in part.candidates if each.value != part.value))


def _was_read(said: int, part: Filled) -> bool:
    return any(_number(each) == said for each in _options(part))


def _says_otherwise(said: int, part: Filled) -> bool:
    return any(each.confidence >= SURE and _number(each) != said for each in _options(part))


def _share(said: int, part: Filled) -> float:
    return sum(each.confidence for each in _options(part) if _number(each) == said)


def _number(candidate: Candidate) -> int | None:
    text = str(candidate.value)
    return int(text) if text.isdigit() else None


def _likelihood(day: date, parts: Sequence[Filled]) -> float:
    product = 1.0
    for said, part, count in zip(_said(day), parts, _VALUES, strict=True):
        options = _options(part)
        read = sum(each.confidence for each in options)
        own = _share(said, part)
        unread = max(0.0, 1.0 - read) / count
        product *= (1 - _SLIP) * (own / max(read, 1.0) + unread) + _SLIP / count
    return product
