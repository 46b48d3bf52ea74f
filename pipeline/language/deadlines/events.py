"""When a meeting begins: the time an invitation prints, which is the event's own day and not a due day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language.dates import DIGIT, WEEKDAY, day_from, day_pattern, number, time_from, time_pattern
from pipeline.language.deadlines.phrases import compiled, phrase
from pipeline.language.mending import mend
from schemas.deadline import DeadlinePhrase, PrintedDay

_LONG = rf"(?:1/2|{DIGIT}{{1,2}}|nửa|một|hai)\s*(?:\([^)]{{1,12}}\)\s*)?(?:buổi|ngày)(?!\s+làm)\s*,?\s*"
_OPENS = r"(?:(?:dự\s+kiến|bắt\s+đầu|khai\s+mạc|vào|từ|lúc|hồi|bắt\s+đầu\s+vào)\s*:?\s*)*"
_PART = r"(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s*,?\s*)?"
_NAMES = rf"(?:ngày\s+)?(?:{_PART}{WEEKDAY}\s*,?\s*)?(?:\(\s*{WEEKDAY}\s*\)\s*,?\s*)?(?P<o>\(\s*)?(?:ngày\s*)?"
_FIRST_DAY = (
    rf"(?:(?P<fd>{DIGIT}{{1,2}})(?:\s*/\s*(?P<fm>{DIGIT}{{1,2}})(?:\s*/\s*(?P<fy>20\d\d))?)?"
    r"\s*(?:-|đến(?:\s+(?:hết\s+)?ngày)?|và(?:\s+ngày)?|,)\s*(?:ngày\s+)?)?"
)
_DAYS = rf"{_FIRST_DAY}{day_pattern('x', behind_dash=True)}(?(o)\s*\))"
_WEEKDAY_BEHIND = rf"(?:\s*\(?\s*(?:{_PART}){WEEKDAY}\s*\)?)?"
_HOUR_FIRST = compiled(
    rf"(?:{_LONG})?{_OPENS}{time_pattern('t')}\s*(?:\([^)]{{1,20}}\)\s*)?(?:(?:-|đến|tới)\s*{time_pattern('e')}\s*)?,?\s*-?\s*{_PART}(?:{_OPENS}){_NAMES}{_DAYS}{_WEEKDAY_BEHIND}(?:\s*\([^)]{{1,25}}\))?"
)
_DAY_FIRST = compiled(
    rf"(?:{_LONG}\(?\s*)?{_OPENS}{_PART}{_NAMES}{_DAYS}\s*\)?{_WEEKDAY_BEHIND}\s*[,;]?\s*(?P<p>\()?\s*{_OPENS}{_PART}{time_pattern('t')}(?(p)\s*\))(?:\s*\([^)]{{1,20}}\))?"
)
_DAY_ONLY = compiled(rf"(?:{_LONG}\(?\s*)?{_OPENS}{_PART}{_NAMES}{_DAYS}{_WEEKDAY_BEHIND}")


def read_event_time(text: str) -> DeadlinePhrase | None:
    """The day and hour an event begins in ``text`` ("Thời gian: …" of an invitation); the first one, or ``None``.

    Of "02 ngày (19 - 20/10/2017), khai mạc 08h30" the day is the first.
    """
    lowered = mend(text)
    found = list(_readings(lowered, text))
    return min(found, key=lambda item: (item.start, item.time is None), default=None)


def _readings(lowered: str, text: str) -> Iterator[DeadlinePhrase]:
    for pattern in (_HOUR_FIRST, _DAY_FIRST, _DAY_ONLY):
        for match in pattern.finditer(lowered):
            day = _first_day(match)
            if day:
                time = time_from(match, "t") if pattern is not _DAY_ONLY else None
                yield phrase(text, match, "date", "at", day, time)
                break


def _first_day(match: re.Match[str]) -> PrintedDay | None:
    """The day it begins: of "19 - 20/10/2017" the 19th, month and year taken from the last day."""
    last = day_from(match, "x")
    if last is None or last.month is None or not match["fd"]:
        return last
    month, year = number(match["fm"]) if match["fm"] else last.month, last.year
    first = number(match["fd"])
    if match["fm"] is None and first > last.day:
        return None
    if match["fy"]:
        year = int(match["fy"])
    elif month > last.month and year:
        year -= 1
    return PrintedDay(first, month, year) if 1 <= first <= 31 and 1 <= month <= 12 else None
