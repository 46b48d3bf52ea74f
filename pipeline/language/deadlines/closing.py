"""Times that bound an act only as its last words: "… cử đi học trong năm 2024", "phúc tra sau từng đợt huấn luyện".

Anywhere else these words tell what figures cover, or what comes first of two things, and are no deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language.deadlines.days import BEFORE
from pipeline.language.deadlines.numbers import COUNT, count_of
from pipeline.language.deadlines.offsets import UNITS
from pipeline.language.deadlines.periods import PERIOD, period_from
from pipeline.language.deadlines.phrases import compiled, phrase
from pipeline.language.mending import mend
from schemas.deadline import Bound, DeadlinePhrase, Offset, Period

_END = r"\s*[.,:)]*\s*(?:$|;)"
_YEAR = compiled(rf"(?:ngay\s+)?trong\s+năm\s+(?:(?P<year>20\d\d)|(?:nay|này)){_END}")
_COVERED = re.compile(
    r"(?<!\w)(?:số\s+liệu|kết\s+quả|tình\s+hình|nhiệm\s+vụ|hoạt\s+động|kinh\s+phí|chỉ\s+tiêu|kế\s+hoạch|phát\s+sinh|thành\s+tích|công\s+tác|"
    r"ra|dự\s+toán|vốn|văn\s+bản|vụ\s+việc|sự\s+kiện|ngày\s+lễ|diễn\s+ra|ban\s+hành|đạt\s+được|thực\s+hiện|triển\s+khai)\s+$"
)
_OCCASION = compiled(rf"(?:trong|vào|tại)\s+(?:kỳ|đợt|phiên|buổi|dịp)\s+(?:\w+\s+){{1,6}}?(?:của\s+)?{PERIOD}{_END}")
_AFTER_EACH = compiled(
    rf"(?:ngay\s+)?sau\s+(?:khi\s+kết\s+thúc\s+)?(?:mỗi|từng)\s+(?:đợt|lần|vụ|ca|kỳ|buổi|cuộc|phiên|đoàn)[^,;.:]{{0,60}}{_END}"
)
_END_OF_EACH = compiled(
    rf"(?:vào\s+)?(?:cuối|đầu|kết\s+thúc)\s+(?:mỗi|từng)\s+(?:đợt|vụ|ca|kỳ|buổi|phiên|học\s+kỳ)[^,;.:]{{0,50}}{_END}"
)
_AT_START = compiled(
    rf"ngay\s+(?:từ\s+)?(?:(?:tuần|tháng|ngày|buổi)\s+(?:\w+\s+)?(?:đầu|thứ)|đầu)(?!\w)[^,;.:]{{2,60}}{_END}"
)
_AROUND = compiled(rf"(?:trong\s+thời\s+gian\s+)?{BEFORE},\s*trong\s+và\s+sau\s+[^,;.:]{{2,60}}{_END}")
_BEFORE_EVENT = compiled(rf"(?<=\w\s){BEFORE}\s+khi\s+[^,;.:]{{3,60}}{_END}")
_ON_ITS_DAY = compiled(
    rf"trong\s+(?:(?:những\s+|các\s+)?(?:ngày|đêm|buổi)\s+(?:bầu\s+cử|thi|khai\s+mạc|bế\s+mạc|lễ|hội|tết|diễn\s+ra|tổ\s+chức|cao\s+điểm|tựu\s+trường|khai\s+giảng)"
    rf"|thời\s+gian\s+(?:diễn\s+ra|tổ\s+chức|nghỉ))(?!\w)[^,;.:]{{0,40}}{_END}"
)
_EVENTS: tuple[tuple[re.Pattern[str], Bound | None], ...] = (
    (_AFTER_EACH, None), (_END_OF_EACH, "by"), (_AT_START, "by"), (_AROUND, "by"), (_ON_ITS_DAY, "by"), (_BEFORE_EVENT, "before"),
)  # fmt: skip
_WITHIN = compiled(
    rf"(?:ngay\s+)?trong\s+(?:thời\s+gian\s+)?(?:không\s+quá\s+|tối\s+đa\s+)?(?P<count>{COUNT})\s*(?P<unit>giờ|tiếng|phút){_END}"
)
_HANDS_IN = re.compile(
    r"(?<!\w)(?:báo\s+cáo|gửi|xử\s+lý|trả\s+lời|thông\s+báo|hoàn\s+thành|khắc\s+phục|có\s+mặt|thông\s+tin)(?!\w)[^;.:]{0,120}$"
)


def read_closing_time(act: str) -> DeadlinePhrase | None:
    """The time that ``act``, the words of one order, ends with; ``None`` where it ends with none.

    To be asked only where ``find_deadlines`` reads nothing in the act.
    """
    return next(_readings(mend(act), act), None)


def _readings(text: str, source: str) -> Iterator[DeadlinePhrase]:
    year = _YEAR.search(text)
    if year and not _COVERED.search(text[: year.start()]):
        period = Period("year", year=int(year["year"])) if year["year"] else Period("year", shift=0)
        yield phrase(source, year, "date", "by", period)
    occasion = _OCCASION.search(text)
    named = period_from(occasion) if occasion else None
    if occasion and named and (named.number or named.shift is not None) and named.unit in ("month", "quarter", "week"):
        yield phrase(source, occasion, "date", "by", named)
    within = _WITHIN.search(text)
    if within and _HANDS_IN.search(text[: within.start()]):
        yield phrase(
            source, within, "relative", "by", Offset(count_of(within["count"]), UNITS[within["unit"]], "unstated")
        )
    yield from _waiting(text, source)


def _waiting(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """Times that hang on an event without a printed day."""
    for pattern, bound in _EVENTS:
        match = pattern.search(text)
        if match:
            event = match.group().strip(" .;,:)")
            expression = Offset(0, "day", "event", backwards=bound == "before", event=event)
            yield phrase(source, match, "relative", bound, expression)
