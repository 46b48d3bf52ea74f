"""Phrases with a printed day: "trước 17h00 ngày 05/8/2021", "đến hết ngày 25/10", "từ ngày A đến ngày B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language.dates import (
    WEEKDAY,
    WEEKDAY_CODES,
    WEEKDAY_ORDER,
    day_from,
    day_pattern,
    moment_pattern,
    moment_time,
    time_from,
    time_pattern,
)
from pipeline.language.deadlines.guards import counts_data, goes_on_as_fact, states_a_fact
from pipeline.language.deadlines.phrases import compiled, moved, phrase
from schemas.deadline import Bound, DeadlinePhrase, Period

BEFORE = r"tr[ưu][ớơóo]c"
LATEST = r"(?:(?:thời\s+gian\s+)?(?:chậm|muộn|trễ)\s+nhất|không\s+(?:để\s+|được\s+)?(?:quá|muộn\s+hơn|(?:chậm|trễ)\s+(?:hơn|quá))|(?:thời\s+)?hạn\s+(?:chót|cuối(?:\s+cùng)?)|h[ạa]n\s+cuối)"
UNTIL_END = r"(?:cho\s+)?(?:đến|tới)\s+(?:hết|cuối)"
_GLUE = r"(?:\s+(?:là|vào|lúc|đến|tới|hết|trong|đến\s+hết|cho\s+đến))*\s*[:-]?"

_BEFORE = compiled(
    rf"(?P<latest>{LATEST}{_GLUE}\s+)?(?P<in>trong\s+|từ\s+nay\s+(?:cho\s+)?đến\s+)?{BEFORE}\s*(?:thời\s+điểm\s+|hết\s+|(?P<inclusive>hoặc\s+(?:trong|vào)\s+)|(?:dịp\s+|kỳ\s+nghỉ\s+|ngày\s+)?lễ\s+|dịp\s+)?{moment_pattern('x')}"
)
_LATEST = compiled(rf"(?:{LATEST}|tối\s+đa(?=\s+(?:đến|tới))){_GLUE}\s*{moment_pattern('x')}")
_UNTIL = compiled(rf"(?:{UNTIL_END}|(?:chỉ\s+)?hết)\s+{moment_pattern('x')}")
_ON = compiled(
    rf"(?:(?:ngay\s+)?trong\s+(?:(?:(?:buổi\s+)?(?:sáng|chiều|tối|đêm)\s+)(?=ngày|\d|{WEEKDAY})|(?=ngày))|(?<!có )(?<!có thời )(?:thời\s+)?hạn\s*(?:là|đến|tới|:)?\s*(?:hết\s+)?(?=ngày)){moment_pattern('x')}"
)
_PUT_OFF = compiled(
    rf"(?:(?:gia\s+hạn|lùi|kéo\s+dài)(?!\s+(?:hợp\s+đồng|giấy|thẻ|hộ\s+chiếu|thị\s+thực))(?:\s+\w+){{0,5}}?\s+(?P<t>(?:đến|tới)\s+(?:hết\s+)?{moment_pattern('x')}))"
)
_FIRST = r"(?:\d{1,2}\s*[/.\-]\s*\d{1,2}(?:\s*[/.\-]\s*\d{4})?(?!\d)|\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|\d{1,2}(?!\d))"
_START = (
    r"(?:nay|khi[^,.;]{1,40}?|ngày\s+(?:ban\s+hành|ký|ra|có|nhận|phát|thông\s+báo|triển\s+khai)[^,.;\d]{0,40}?"
    rf"|(?:\d{{1,2}}\s*(?:h|giờ)\s*\d{{0,2}}\s*,?\s*)?(?:thứ\s+\w+\s*,?\s*)?(?:ngày\s*)?{_FIRST}(?:\s*\([^)]{{0,15}}\))?)"
)
_RANGE = compiled(
    rf"(?:dự\s+kiến\s+)?(?:trong\s+(?:thời\s+gian|\d{{1,2}}\s+ngày)\s*,?\s*)?(?:(?:kể|bắt\s+đầu)\s+)?từ\s+{_START}\s*,?\s*(?:cho\s+)?(?:đến|tới|-)\s*(?:hết\s+)?{moment_pattern('x', behind_dash=True)}"
)
_SPAN = compiled(
    rf"(?:vào|trong|từ)\s+(?:các\s+|0?\d\s+|hai\s+|ba\s+)?ngày,?\s+\(?\s*\d{{1,2}}(?:\s*/\s*\d{{1,2}})?\s*(?:-|đến|và|,)\s*(?:ngày\s+)?{day_pattern('x', behind_dash=True)}\)?"
)
_TODAY = compiled(
    rf"(?:(?:(?P<before>{BEFORE})|{LATEST}{_GLUE})\s+(?:{time_pattern('t')}\s*,?\s*)?|(?:ngay\s+)?trong\s+)(?:(?:buổi\s+)?(?:sáng|chiều|tối|đêm)\s+)?"
    rf"(?:(?:ngày\s+)?hôm\s+nay|(?<=sáng\s)nay|(?<=chiều\s)nay|(?<=tối\s)nay|(?<=đêm\s)nay|(?:ngày\s+)?(?P<next>mai))(?!\w)"
    rf"(?:\s*[,(]\s*(?:ngày\s+)?{day_pattern('x')}\s*\)?)?"
    r"|ngay\s+trong\s+ngày(?!\s*\d|\s+\w*\s*ngày|\s+làm)"
)
_SAME_DAY = compiled(
    rf"(?:(?:(?P<before>{BEFORE})|{LATEST}{_GLUE})\s+{time_pattern('t')}\s*,?\s*|(?:ngay\s+)?trong\s+)(?:(?:của\s+)?cùng\s+ngày|ngày\s+hôm\s+đó)(?!\w)"
)
_ANY_DAY = compiled(day_pattern("x"))
_WEEKDAY = compiled(
    rf"(?:(?P<before>{BEFORE})|(?P<by>{LATEST}{_GLUE}|trong|vào))\s+(?:{time_pattern('t')}\s*,?\s*)?(?:ngày\s+|chiều\s+|sáng\s+)?(?P<weekday>{WEEKDAY})\s+"
    r"(?:của\s+)?tuần\s+(?P<said>này|tới|sau)(?!\w)"
)
_FINISHED = compiled(
    rf"(?:phấn\s+đấu\s+|(?:bảo|đảm)\s+đảm\s+)?(?:đến|tới)\s+(?=ngày\s|\d){moment_pattern('x')}(?=\s*,?\s*(?:phải\s+|cơ\s+bản\s+)?(?:hoàn\s+thành|xong|phải)(?!\w))"
)
_SENT_ON = compiled(
    rf"vào\s+(?:(?:lúc|hồi)\s+)?(?=ngày|cuối\s|\d{{1,2}}\s*(?:h|giờ)|{WEEKDAY}\W+(?:ngày|\d)){moment_pattern('x')}"
)
_HANDED_ON = compiled(
    rf"(?:gửi|nộp)(?!\w)[^.;:,()\d]{{0,90}}?(?<!\w)(?:về|cho|đến|tới|tại)\s+(?:(?!\w*(?:họp|nghị|văn|định|điện|thông))\w+\s+){{1,8}}(?P<t>(?:trong\s+)?ngày\s+{day_pattern('x')})(?=\s*(?:[.,;]|$|để\s))"
)
"""Of "gửi danh sách về Sở ngày 15/8/2024" the day; behind a paper's name it is that paper's."""
_OPEN_UNTIL = compiled(rf"(?:cho\s+)?(?:đến|tới)\s+{moment_pattern('x')}")
_SENDING = re.compile(r"(?<!\w)(?:gửi|nộp|báo\s+cáo|trình|hoàn\s+thành)(?!\w)[^.;:]{0,80}$")
_OPEN = re.compile(
    r"(?<!\w)(?:tiếp\s+nhận|nhận(?=\s+(?:hồ\s+sơ|đơn|bài|đăng\s+ký|góp\s+ý|phiếu))|nộp|đăng\s+ký|gửi|lấy\s+ý\s+kiến|góp\s+ý|gia\s+hạn|duy\s+trì|niêm\s+yết|công\s+khai|treo\s+cờ|(?<!có\s)thời\s+(?:hạn|gian)|thực\s+hiện)(?!\w)[^.;:]{0,60}$"
)
_CLOSED = re.compile(
    r"(?<!\w)(?:đã|tính|số\s+liệu|từ|còn|mới|có|đạt|sử\s+dụng|dư\s+nợ|nợ|số\s+dư|hợp\s+đồng|hiệu\s+lực|giá\s+trị)(?!\w)"
)
_TAKES_PLACE = re.compile(r"(?<!\w)(?:diễn\s+ra|khai\s+mạc|đã)(?!\w)")
_HOLDING = re.compile(r"(?<!\w)(?:diễn\s+ra|tổ\s+chức|khai\s+mạc|họp|hội\s+nghị|tham\s+dự|đã)(?!\w)")


def find(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """Phrases of lower-case ``text`` that name a day, best reading first."""
    yield from _before(text, source)
    for pattern, bound in ((_LATEST, "by"), (_PUT_OFF, "by")):
        yield from _read(pattern, text, source, bound)  # type: ignore[arg-type]
    for pattern in (_RANGE, _SPAN, _UNTIL, _ON):
        yield from (found for found in _read(pattern, text, source, "by") if not counts_data(text, found.start))
    yield from _read(_FINISHED, text, source, "by")
    yield from _near_days(text, source)
    yield from _same_day(text, source)
    yield from _sent_on(text, source)
    yield from _open_until(text, source)


def _before(text: str, source: str) -> Iterator[DeadlinePhrase]:
    for match in _BEFORE.finditer(text):
        day = day_from(match, "x")
        fact = states_a_fact(text, match.start()) or goes_on_as_fact(text, match.end())
        if day and (match["latest"] or not fact):
            bound: Bound = "by" if match["inclusive"] else "before"
            yield phrase(source, match, "date", bound, day, moment_time(match, "x"))


def _read(pattern: re.Pattern[str], text: str, source: str, bound: Bound) -> Iterator[DeadlinePhrase]:
    for match in pattern.finditer(text):
        day = day_from(match, "x")
        if day:
            time = moment_time(match, "x") if "xah" in match.groupdict() else None
            yield phrase(source, match, "date", bound, day, time)


def _near_days(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """Days pointed at from the day of issue: "trong ngày hôm nay", "trước 10h00 ngày mai", "thứ Sáu tuần này"."""
    for match in _TODAY.finditer(text):
        period = Period("day", shift=1 if match["next"] else 0)
        yield phrase(source, match, "date", "before" if match["before"] else "by", period, time_from(match, "t"))
    for match in _WEEKDAY.finditer(text):
        code = WEEKDAY_CODES[match["weekday"].split()[-1]]
        period = Period("week", shift=0 if match["said"] == "này" else 1, weekday=WEEKDAY_ORDER.index(code))
        yield phrase(source, match, "date", "before" if match["before"] else "by", period, time_from(match, "t"))


def _same_day(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """ "Trước 15 giờ cùng ngày": the day printed last before it."""
    for match in _SAME_DAY.finditer(text):
        printed = [day for each in _ANY_DAY.finditer(text, 0, match.start()) if (day := day_from(each, "x"))]
        if printed:
            bound: Bound = "before" if match["before"] else "by"
            yield phrase(source, match, "date", bound, printed[-1], time_from(match, "t"))


def _sent_on(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """ "Gửi về Sở vào ngày 15/6": a day on which something is handed in, unless something takes place on it."""
    for found in _read(_SENT_ON, text, source, "by"):
        sending = _SENDING.search(text[max(0, found.start - 100) : found.start])
        if sending and not _HOLDING.search(sending.group()):
            yield found
    for match in _HANDED_ON.finditer(text):
        if (day := day_from(match, "x")) and not _TAKES_PLACE.search(match.group()):
            found = phrase(source, match, "date", "by", day)
            yield moved(found, source, match.start("t"), match.end("t"))


def _open_until(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """ "Nhận hồ sơ đến 17h00 ngày 20/3": until when something is open; "đến ngày 15/3, đã có …" tells a fact."""
    for found in _read(_OPEN_UNTIL, text, source, "by"):
        opened = _OPEN.search(text[max(0, found.start - 80) : found.start])
        if opened and not _CLOSED.search(opened.group()) and not _CLOSED.match(text[found.end :].lstrip(" ,")):
            yield found
