"""When a meeting begins: the time an invitation prints, which is the event's own day and not a due day."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.dates import DIGIT, WEEKDAY, day_from, day_pattern, fold, time_from, time_pattern
from pipeline.language.deadlines.phrases import compiled, phrase
from schemas.deadline import DeadlinePhrase

_LONG = rf"(?:{DIGIT}{{1,2}}|nửa|một|hai)\s*(?:\([^)]{{1,12}}\)\s*)?(?:buổi|ngày)(?!\s+làm)\s*,?\s*"
_OPENS = r"(?:(?:dự\s+kiến|bắt\s+đầu|khai\s+mạc|vào|từ|lúc|hồi|bắt\s+đầu\s+vào)\s*:?\s*)*"
_PART = r"(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s*,?\s*)?"
_NAMES = rf"(?:ngày\s+)?(?:{_PART}{WEEKDAY}\s*,?\s*)?(?:\(\s*{WEEKDAY}\s*\)\s*,?\s*)?(?:ngày\s*)?"
_DAYS = rf"(?:{DIGIT}{{1,2}}(?:\s*/\s*{DIGIT}{{1,2}})?\s*(?:-|đến(?:\s+ngày)?|và(?:\s+ngày)?)\s*)?{day_pattern('x', behind_dash=True)}"
_WEEKDAY_BEHIND = rf"(?:\s*\(?\s*(?:{_PART}){WEEKDAY}\s*\)?)?"
_HOUR_FIRST = compiled(
    rf"(?:{_LONG})?{_OPENS}{time_pattern('t')}\s*(?:\([^)]{{1,20}}\)\s*)?(?:-\s*{time_pattern('e')}\s*)?,?\s*{_PART}(?:{_OPENS}){_NAMES}{_DAYS}{_WEEKDAY_BEHIND}(?:\s*\([^)]{{1,25}}\))?"
)
_DAY_FIRST = compiled(
    rf"(?:{_LONG}\(?\s*)?{_OPENS}{_PART}{_NAMES}{_DAYS}\s*\)?{_WEEKDAY_BEHIND}\s*[,;(]?\s*{_OPENS}{_PART}{time_pattern('t')}(?:\s*\([^)]{{1,20}}\))?"
)
_DAY_ONLY = compiled(rf"(?:{_LONG}\(?\s*)?{_OPENS}{_PART}{_NAMES}{_DAYS}{_WEEKDAY_BEHIND}")


def read_event_time(text: str) -> DeadlinePhrase | None:
    """The day and hour an event begins in ``text`` ("Thời gian: …" of an invitation); the first one, or ``None``.

    Of "02 ngày (19 - 20/10/2017), khai mạc 08h30" the day is the first.
    """
    folded = fold(text)
    found = list(_readings(folded, text))
    return min(found, key=lambda item: (item.start, item.time is None), default=None)


def _readings(folded: str, text: str) -> Iterator[DeadlinePhrase]:
    for pattern in (_HOUR_FIRST, _DAY_FIRST, _DAY_ONLY):
        for match in pattern.finditer(folded):
            day = day_from(match, "x")
            if day:
                time = time_from(match, "t") if pattern is not _DAY_ONLY else None
                yield phrase(text, match, "date", "at", day, time)
                break
