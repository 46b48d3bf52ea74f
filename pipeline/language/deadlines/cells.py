"""Deadlines in table cells and behind labels, where the bounding word is left out: "Quý II/2024", "Trước 15/7"."""

from __future__ import annotations

import re

from pipeline.language.dates import day_from, moment_pattern, moment_time
from pipeline.language.deadlines.days import BEFORE
from pipeline.language.deadlines.frequencies import frequency_of
from pipeline.language.deadlines.offsets import amount_at
from pipeline.language.deadlines.periods import PERIOD, period_from
from pipeline.language.deadlines.phrases import compiled, moved, phrase
from pipeline.language.mending import mend
from schemas.deadline import DeadlinePhrase, Offset, Period, Recurrence

_LABEL = re.compile(
    r"^\W*(?:(?:thời\s+(?:gian|hạn|điểm)|hạn|tiến\s+độ|kỳ\s+hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|báo\s+cáo|gửi|nộp|trình|dự\s+kiến|xử\s+lý|giải\s+quyết|tổ\s+chức|kết\s+thúc))*(?:\s+báo\s+cáo)?)\s*[:.]?\s*(?:là\s+)?"
)
_LEADING_MARKS = re.compile(r"\W*")
"""Bullets, and what OCR makes of a cell's rules."""
_FIRST = r"\d{1,2}(?:\s*/\s*\d{1,2}(?:\s*/\s*20\d\d)?)?"
_DAY = compiled(
    rf"(?:(?:đến|tới|xong|hết|từ[^;]{{1,25}}?(?:đến|tới|-))\s+|(?:(?:từ|ngày)\s+)*{_FIRST}\s*(?:-|đến)\s*)?{moment_pattern('x', behind_dash=True)}"
)
_PERIOD = compiled(rf"(?:(?:từ\s+[^;]{{1,20}}?\s*(?:đến|tới|-)\s*)|(?:dự\s+kiến\s+))?{PERIOD}")
_YEARS = compiled(
    r"(?:(?:giai\s+đoạn|năm|từ(?:\s+năm)?)\s+)?(?:20\d\d\s*(?:-|đến(?:\s+năm)?)\s*)?(?P<year>20\d\d)\s*[.;]?$"
)
_WAITING = compiled(
    r"(?:ngay\s+)?(?:sau\s+)?khi\s+(?:có|được|nhận|hoàn|ban|kết)[^;]{0,80}|(?:ngay\s+)?sau\s+khi\s+[^;]{2,80}|theo\s+(?:kế\s+hoạch|tiến\s+độ|hướng\s+dẫn|yêu\s+cầu|lộ\s+trình|chỉ\s+đạo|chương\s+trình|quy\s+định|thời\s+gian)[^;]{0,80}|đột\s+xuất[^;]{0,40}"
)
_BEFORE_EVENT = compiled(
    rf"{BEFORE}\s+(?:khi\s+[^;]{{3,80}}|(?:ngày\s+)?(?:kỳ\s+họp|phiên\s+họp|đại\s+hội|hội\s+nghị|bầu\s+cử|khai\s+giảng|năm\s+học|mùa\s)[^;]{{0,80}})"
)
_MONTH_ONLY = compiled(r"(?P<month>1[0-2]|0?[1-9])\s*/\s*(?P<year>20\d\d)\s*[.;]?$")
_JOINS = re.compile(r"\s*(?:-|,|và|đến|tới)(?:\s+(?:hết|cuối))?\s*")
_ALWAYS = compiled(r"thường\s+xuyên|liên\s+tục|(?:theo\s+)?định\s+k[ỳì]")
_EVERY = compiled(r"(?:h[ằà]ng|mỗi)\s+(?P<list>(?:ngày|tuần|tháng|quý|năm|\d{1,2}\s+tháng))")


def cell_reading(text: str) -> DeadlinePhrase | None:
    """A bare day, period or recurrence that fills ``text``; ``None`` when there is none."""
    lowered = mend(text)
    label = _LABEL.match(lowered)
    start = label.end() if label else _LEADING_MARKS.match(lowered).end()  # type: ignore[union-attr]
    found = reading_at(lowered, text, start)
    if found is not None:
        return found
    match = _YEARS.match(lowered, start)
    if match:
        return phrase(text, match, "date", "by", Period("year", year=int(match["year"])))
    match = _MONTH_ONLY.match(lowered, start)
    if match:
        return phrase(text, match, "date", "by", Period("month", int(match["month"]), int(match["year"])))
    match = _WAITING.match(lowered, start)
    if match:
        return phrase(text, match, "relative", None, None)
    match = _BEFORE_EVENT.match(lowered, start)
    if match:
        event = Offset(0, "day", "event", backwards=True, event=match.group())
        return phrase(text, match, "relative", "before", event)
    match = _DAY.search(lowered, start)
    return _day(match, text) if match else None


def reading_at(lowered: str, text: str, start: int) -> DeadlinePhrase | None:
    """The bare day, period or recurrence that begins at ``start``; ``lowered`` is ``text`` mended."""
    day = _DAY.match(lowered, start)
    return (
        (_day(day, text) if day else None)
        or _bare_period(lowered, text, start)
        or _recurrence(lowered, text, start)
        or amount_at(lowered, text, start)
    )


def _day(match: re.Match[str], text: str) -> DeadlinePhrase | None:
    day = day_from(match, "x")
    return phrase(text, match, "date", "by", day, moment_time(match, "x")) if day else None


def _bare_period(lowered: str, text: str, start: int) -> DeadlinePhrase | None:
    match = _PERIOD.match(lowered, start)
    period = period_from(match) if match else None
    if match is None or period is None:
        return None
    found = phrase(text, match, "date", "by", period)
    # Of "Quý IV/2024 - Quý I/2025" the last one ends it.
    joined = _JOINS.match(lowered, found.end)
    later = _bare_period(lowered, text, joined.end()) if joined else None
    return moved(later, text, found.start, later.end) if later else found


def _recurrence(lowered: str, text: str, start: int) -> DeadlinePhrase | None:
    match = _EVERY.match(lowered, start)
    if match:
        return phrase(text, match, "recurring", None, Recurrence(frequency_of(match["list"])))
    match = _ALWAYS.match(lowered, start)
    return phrase(text, match, "recurring", None, Recurrence(None)) if match else None


def trimmed(found: DeadlinePhrase, text: str) -> DeadlinePhrase:
    """``found`` without a label it may have begun with."""
    label = _LABEL.match(mend(found.text))
    return (
        moved(found, text, found.start + label.end(), found.end) if label and label.end() < len(found.text) else found
    )
