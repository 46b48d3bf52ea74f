"""Making phrases of matches, and choosing among those that overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from schemas.deadline import Bound, DeadlinePhrase, Expression, Kind, Recurrence

_TRAILING = " ,;:.-"


def phrase(
    source: str,
    match: re.Match[str],
    kind: Kind,
    bound: Bound | None,
    expression: Expression | None,
    time: str | None = None,
) -> DeadlinePhrase:
    """The phrase that ``match`` covers, in the letter's own words; ``source`` is the text before lowering."""
    start, end = match.span()
    text = source[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip(_TRAILING))
    if time == "24:00":
        # The end of day X: before it and by it mean the same, and no clock shows 24:00.
        bound, time = "by", None
    return DeadlinePhrase(start, end, source[start:end], kind, bound, time, expression)


def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})")


def without_overlaps(found: Iterable[DeadlinePhrase]) -> tuple[DeadlinePhrase, ...]:
    """In order of the text; of two that overlap the earlier in ``found`` stays, grown to cover neither."""
    kept: list[DeadlinePhrase] = []
    for candidate in found:
        if all(candidate.end <= other.start or candidate.start >= other.end for other in kept):
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda item: item.start))


def without_idle(found: tuple[DeadlinePhrase, ...], text: str) -> tuple[DeadlinePhrase, ...]:
    """``found`` without a bare "định kỳ" where the same sentence says how often."""
    return tuple(
        phrase
        for phrase in found
        if not (_is_idle(phrase) and any(_says_how_often(phrase, other, text) for other in found))
    )


def _is_idle(phrase: DeadlinePhrase) -> bool:
    return isinstance(phrase.expression, Recurrence) and phrase.expression.rule is None and phrase.bound is None


def _says_how_often(idle: DeadlinePhrase, other: DeadlinePhrase, text: str) -> bool:
    if other is idle or not isinstance(other.expression, Recurrence) or other.expression.rule is None:
        return False
    between = text[min(idle.end, other.end) : max(idle.start, other.start)]
    return not any(mark in between for mark in ".;")


def moved(found: DeadlinePhrase, source: str, start: int, end: int) -> DeadlinePhrase:
    """The same reading over another stretch of ``source``."""
    return replace(found, start=start, end=end, text=source[start:end])
