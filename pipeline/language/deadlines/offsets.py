"""Phrases counted from an event: "trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản", "ngay sau khi …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language.dates import day_from, day_pattern, time_from, time_pattern
from pipeline.language.deadlines.days import BEFORE, LATEST
from pipeline.language.deadlines.guards import counts_data
from pipeline.language.deadlines.numbers import COUNT, count_of
from pipeline.language.deadlines.phrases import compiled, phrase
from schemas.deadline import Anchor, Bound, DeadlinePhrase, Offset, OffsetUnit, PrintedDay

_HALF_MONTH = 15
UNITS: dict[str, OffsetUnit] = {
    "phút": "minute",
    "giờ": "hour",
    "tiếng": "hour",
    "h": "hour",
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "năm": "year",
}
"""Units of time as letters name them."""
_RANGE_OF = r"(?:\d{1,2}\s*(?:-|đến)\s*)?"
"""Of "3 - 5 ngày" the last day counts."""
_AMOUNT = rf"{_RANGE_OF}(?:(?P<count>{COUNT})\s*(?:\([^)]{{1,15}}\)\s*)?(?P<unit>ngày|giờ|tiếng|phút|h(?!\w)|tuần(?:\s+lễ)?|tháng|quý|năm)|(?P<half>nửa\s+tháng))(?P<working>\s+làm\s+việc)?(?!\w)"
_WITHIN = r"(?:trong\s+(?:(?:thời\s+(?:hạn|gian)|vòng|khoảng\s+thời\s+gian)\s+)?|thời\s+hạn\s*(?:là\s+|:\s*)?)(?:không\s+quá\s+|tối\s+đa\s+(?:là\s+)?|chậm\s+nhất\s+(?:là\s+)?)?"
_EVENT = r"(?:ngày|khi|lúc|thời\s+điểm)\s+[^,;.:()]{2,90}?(?=\s*(?:[,;.:()]|$)|(?<!được)(?<!nhận)(?<!có)(?<!của)\s(?:các|phải|đề\s+nghị|yêu\s+cầu|ubnd|sở|giao|thì|để|về|gửi|báo\s+cáo)(?!\w))"
_SINCE = rf"\s*,?\s*(?:(?:kể|tính|bắt\s+đầu)\s+)?(?:từ|sau)\s+(?:ngày\s+{day_pattern('x')}|(?P<event>{_EVENT}))"
_FORWARD = compiled(rf"(?:{_WITHIN}|{LATEST}\s+(?:là\s+|trong\s+(?:vòng\s+)?|sau\s+|đến\s+)*)\s*{_AMOUNT}{_SINCE}")
_COUNTED = compiled(rf"(?:(?:không\s+quá|tối\s+đa|sau)\s+)?{_AMOUNT}{_SINCE}")
_WORKING_DAYS = compiled(rf"(?:(?:không\s+quá|tối\s+đa)\s+)?{_AMOUNT}(?<=làm\sviệc)(?=\s*(?:[,.;)]|$))")
_BEFORE_HOUR = compiled(
    rf"{BEFORE}\s+(?:giờ|lúc)\s+(?P<event>[^,;.:()\d]{{2,40}}?)\s+(?:ít\s+nhất\s+|tối\s+thiểu\s+)?{_AMOUNT}"
)
_TOLD_BEFORE = compiled(
    rf"(?<=\w\s){BEFORE}\s+(?=[\d\s]+(?:\([^)]{{1,15}}\)\s*)?(?:ngày|tuần|phút))(?:ít\s+nhất\s+)?{_AMOUNT}(?=\s*(?:[,.;)]|$|(?:để|cho)\s))"
)
_GOES_TO = re.compile(r"\s*,?\s*(?:cho\s+)?(?:đến|tới|-)\s*(?:hết\s+)?(?:ngày\s*)?\d")
"""Of "trong 30 ngày, từ ngày A đến ngày B" the second day is what is said."""
_LATER = compiled(rf"sau\s+{_AMOUNT}{_SINCE}")
_REPORTING = re.compile(r"(?<!\w)(?:báo\s+cáo|gửi|nộp|trình|trả\s+lời|thông\s+báo)(?!\w)[^.;:]{0,60}$")
"""What is handed in "sau 05 ngày kể từ …" is due then; of other acts that may be when they begin."""
_UNANCHORED = compiled(
    rf"(?:trong\s+(?=\d{{1,2}}\s+ngày\s+làm\s+việc)|trong\s+thời\s+gian\s+(?:không\s+quá|tối\s+đa)\s+|trong\s+(?:thời\s+hạn|vòng)\s+(?:không\s+quá\s+|tối\s+đa\s+)?|chậm\s+nhất\s+(?:là\s+)?(?:trong\s+(?:vòng\s+)?|sau\s+))\s*{_AMOUNT}(?!\s+(?:qua|tới\s+đây|gần|đầu|cuối|trước|/))"
)
_BEFORE_AMOUNT = compiled(
    rf"(?:{LATEST}\s+(?:là\s+)?)?{BEFORE}\s+(?:ít\s+nhất\s+|tối\s+thiểu\s+)?{_AMOUNT}\s+(?:so\s+với|{BEFORE}|khi|tính\s+đến|kể\s+từ)(?:\s+[^,;.:()]{{2,80}})?"
)
_AMOUNT_BEFORE = compiled(
    rf"(?:{LATEST}|ít\s+nhất|tối\s+thiểu|trong\s+(?:thời\s+hạn|vòng))\s+(?:là\s+)?(?:trong\s+)?{_AMOUNT}\s+{BEFORE}\s+(?:khi|ngày|thời\s+điểm|kỳ)\s+[^,;.:()]{{2,80}}"
)
_LEAST_BEFORE = compiled(rf"{BEFORE}\s+(?:ít\s+nhất|tối\s+thiểu)\s+(?:là\s+)?{_AMOUNT}")
_DAY_LESS = compiled(
    rf"{BEFORE}\s+(?:ngày\s+)?{day_pattern('x')}\s+(?:ít\s+nhất\s+|tối\s+thiểu\s+|chậm\s+nhất\s+(?:là\s+)?){_AMOUNT}"
)
_DAY_BEFORE = compiled(
    rf"(?:(?P<before>{BEFORE})|{LATEST}(?:\s+(?:là|vào|lúc))*)\s+{time_pattern('t')}\s*(?:của\s+)?(?:ngày\s+)?(?:hôm\s+trước|(?:làm\s+việc\s+)?liền\s+(?:trước|kề\s+trước))(?!\w)"
)
_STARTS_BEFORE = re.compile(BEFORE)
_BACKWARD_DAY = compiled(rf"(?:so\s+với\s+|{BEFORE}\s+)(?:thời\s+điểm\s+)?ngày\s+{day_pattern('x')}")
_EVENT_FIRST = compiled(
    rf"(?:kể|tính)\s+từ\s+(?P<event>(?:ngày|khi|lúc)\s+[^,;.:()]{{2,80}}?)\s*,\s*(?:{_WITHIN}|{LATEST}\s+(?:là\s+|sau\s+)?)\s*{_AMOUNT}"
)
_BEFORE_EVENT = compiled(
    rf"{BEFORE}\s+(?:(?:khi|ngày|thời\s+điểm)\s+(?!\d|m[ùồ]ng)|(?=(?:cuộc|kỳ|phiên|bu[ổốôỗ]i|đợt)\s+\w|(?:hội\s+nghị|đại\s+hội|lễ|tết)\s))(?P<event>[^,;.:()\d]{{2,60}}?)\s+(?:ít\s+nhất\s+|tối\s+thiểu\s+|chậm\s+nhất\s+(?:là\s+)?)?{_AMOUNT}"
)
_OCCASION = compiled(
    rf"{BEFORE}\s+(?:thềm\s+|ngày\s+|khi\s+)?(?:khai\s+giảng|bế\s+giảng|năm\s+học\s+mới|mùa\s+(?:mưa|bão|khô|lũ|cạn)|kỳ\s+họp|phiên\s+họp|khai\s+mạc|diễn\s+ra|tổ\s+chức|"
    r"đại\s+hội|bầu\s+cử|tiến\s+hành|kết\s+thúc)(?:\s+[^,;.:()]{2,60}?)?"
    rf"(?:\s*\(\s*(?:ngày\s+)?{day_pattern('x')}\s*\)|(?=\s*(?:[,;.:()]|$)))"
)
_BEFORE_DOING = compiled(
    rf"(?<=hoàn\sthành\s){BEFORE}\s+khi\s+(?!hết|kết\s+thúc\s+(?:năm\s+20|tháng|quý))[^,;.:()]{{2,60}}?(?=\s*(?:[,;.:()]|$))|(?<=xong\s){BEFORE}\s+khi\s+[^,;.:()]{{2,60}}?(?=\s*(?:[,;.:()]|$))"
)
_HANDING = re.compile(
    r"(?<!\w)(?:hoàn\s+thành|xong|gửi|nộp|(?<!giải\s)trình(?!\s+bày)|báo\s+cáo\s+kết\s+quả)(?!\w)[^.;:]{0,80}$"
)
_RIGHT_AFTER = compiled(
    r"ngay\s+(?:sau\s+(?:khi|ngày|lúc)|sau(?=\s+(?:hội\s+nghị|cuộc|kỳ|đợt))|khi)\s+(?P<event>[^,;.:()]{2,90}?)(?=\s*(?:[,;.:()]|$))"
)
_ELSEWHERE = compiled(
    r"(?:(?:theo|đúng|bảo\s+đảm|đảm\s+bảo)\s+)?(?:đúng\s+|theo\s+)(?:tiến\s+độ|lộ\s+trình|thời\s+(?:hạn|gian))(?:\s+\w+){0,4}?\s+(?:tại|của|theo|trong)\s+(?:kế\s+hoạch|công\s+văn|quyết\s+định|phụ\s+lục|chỉ\s+thị|nghị\s+quyết|thông\s+báo|chương\s+trình)(?:\s+số\s+[\w/\-]+)?"
    r"|(?:thời\s+(?:gian|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|gửi|báo\s+cáo))?\s+)(?:thực\s+hiện\s+)?(?:như|theo)(?:\s+đã)?\s+(?:nêu|quy\s+định|ghi)\s+(?:tại|ở|trong)\s+[^,;.]{3,60}"
)

_PUNCTUAL = ("đúng", "bảo đảm", "đảm bảo")
_LETTERS = r"công\s+văn|văn\s+bản|thông\s+báo|quyết\s+định|chỉ\s+thị|kế\s+hoạch|công\s+điện|giấy\s+mời|hướng\s+dẫn"
_ISSUE = re.compile(
    rf"(?:ngày|khi|thời\s+điểm|lúc)\s+(?:(?:ký|ban\s+hành|ra|có|phát\s+hành)\s*)+(?:\s*(?:{_LETTERS}|này|trên))*\s*"
    rf"|(?:ngày|khi)\s+(?:{_LETTERS})\s+này\s+được\s+(?:ký|(?:ký\s+)?ban\s+hành|phát\s+hành)\s*"
)
_RECEIPT = re.compile(
    rf"(?:ngày|khi|thời\s+điểm|lúc)\s+(?:các\s+)?(?:(?:đơn\s+vị|cơ\s+quan|địa\s+phương)\s+)?(?:(?:tiếp\s+)?nhận|nhận\s+được)(?:\s+được)?"
    rf"(?:\s+(?:{_LETTERS})(?:\s+(?:này|trên|nêu\s+trên|nói\s+trên|số\s+\S+|(?!của|phê|xử|thu|bổ|cử|thành|giao|hướng|kết|mời|thẩm)\w{{1,6}}))?|\s+này)?"
)
"""Receipt of this very letter; "quyết định xử phạt", "văn bản của Bộ" are others'."""
_OTHER_PAPERS = re.compile(
    r"hồ\s+sơ|đơn(?!\s+vị)|phiếu|ý\s+kiến|báo\s+cáo|yêu\s+cầu|đề\s+nghị|kinh\s+phí|tin\s|kết\s+quả|phê\s+duyệt|bàn\s+giao|tiền|hàng"
)


def amount_at(text: str, source: str, start: int) -> DeadlinePhrase | None:
    """ "15 ngày kể từ ngày nhận được văn bản", "05 ngày làm việc" right at ``start``: a count that nothing leads to.

    Without an event only days of work are claimed; "12 tháng" behind a label is how long something lasts.
    """
    match = _COUNTED.match(text, start)
    if match is not None and (match["event"] or day_from(match, "x")):
        return _counted(match, source)
    match = _WORKING_DAYS.match(text, start)
    return phrase(source, match, "relative", "by", _offset(match, "unstated")) if match else None


def find(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """Phrases of lower-case ``text`` that count from an event, or wait for one."""
    yield from _forward(text, source)
    yield from _backward(text, source)
    yield from _waiting(text, source)
    yield from _unanchored(text, source)
    for match in _ELSEWHERE.finditer(text):
        yield phrase(source, match, "relative", "by" if match.group().startswith(_PUNCTUAL) else None, None)


def _forward(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """ "Trong vòng 05 ngày kể từ ngày …", and the same the other way round."""
    for match in _FORWARD.finditer(text):
        if (match["event"] or day_from(match, "x")) and not _GOES_TO.match(text, match.end()):
            yield _counted(match, source)
    for match in _LATER.finditer(text):
        if match["event"] and _REPORTING.search(text, max(0, match.start() - 80), match.start()):
            yield _counted(match, source)
    for match in _EVENT_FIRST.finditer(text):
        yield phrase(source, match, "relative", "by", _offset(match, anchor_of(match["event"]), match["event"]))


def _counted(match: re.Match[str], source: str) -> DeadlinePhrase:
    day, event = day_from(match, "x"), (match["event"] or "").strip()
    return phrase(source, match, "relative", "by", _offset(match, "day" if day else anchor_of(event), event, day=day))


def _offset(
    match: re.Match[str], anchor: Anchor, event: str = "", backwards: bool = False, day: PrintedDay | None = None
) -> Offset:
    """The offset of a match of ``_AMOUNT``; half a month is 15 days (Civil Code 2015, article 146)."""
    if match["half"]:
        return Offset(_HALF_MONTH, "day", anchor, False, backwards, day, event)
    unit = UNITS[match["unit"].split()[0]]
    return Offset(count_of(match["count"]), unit, anchor, bool(match["working"]), backwards, day, event)


def _waiting(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """ "Ngay sau khi …", "trước khai giảng": an event without a count of days."""
    for match in _OCCASION.finditer(text):
        if _HANDING.search(text[max(0, match.start() - 100) : match.start()]):
            day = day_from(match, "x")
            occasion = Offset(0, "day", "day" if day else "event", backwards=True, day=day, event=match.group())
            yield phrase(source, match, "relative", "before", occasion)
    for match in _BEFORE_DOING.finditer(text):
        yield phrase(
            source, match, "relative", "before", Offset(0, "day", "event", backwards=True, event=match.group())
        )
    for match in _RIGHT_AFTER.finditer(text):
        after = Offset(0, "day", anchor_of("khi " + match["event"]), event=match["event"])
        yield phrase(source, match, "relative", "by", after)


def _unanchored(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """ "Trong vòng 48 giờ", from nothing that is said."""
    for match in _UNANCHORED.finditer(text):
        # Months and years without an event are how long something holds ("trong thời hạn 03 năm").
        if (match["unit"] or "tháng") not in ("tháng", "quý", "năm") and (
            match.group().startswith("chậm") or not counts_data(text, match.start())
        ):
            yield phrase(source, match, "relative", "by", _offset(match, "unstated"))


def _backward(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """ "Trước 05 ngày so với …", "chậm nhất 05 ngày trước khi …", "trước ngày họp 03 ngày"."""
    for match in _DAY_LESS.finditer(text):
        day = day_from(match, "x")
        if day:
            yield phrase(
                source, match, "relative", "before", _offset(match, "day", match.group(), backwards=True, day=day)
            )
    for match in _DAY_BEFORE.finditer(text):
        eve = Offset(1, "day", "event", "làm việc" in match.group(), backwards=True, event=match.group())
        bound: Bound = "before" if match["before"] else "by"
        yield phrase(source, match, "relative", bound, eve, time_from(match, "t"))
    for pattern in (_BEFORE_AMOUNT, _AMOUNT_BEFORE, _BEFORE_EVENT, _BEFORE_HOUR, _LEAST_BEFORE, _TOLD_BEFORE):
        for match in pattern.finditer(text):
            printed = _BACKWARD_DAY.search(match.group())
            day = day_from(printed, "x") if printed else None
            offset = _offset(match, "day" if day else "event", match.group(), backwards=True, day=day)
            yield phrase(source, match, "relative", "before" if _STARTS_BEFORE.match(match.group()) else "by", offset)


def anchor_of(event: str) -> Anchor:
    """What an event in lower-case words is: receipt of this letter, its issue, its taking effect, or another."""
    if _ISSUE.fullmatch(event):
        return "issue"
    if _RECEIPT.fullmatch(event.strip()):
        return "receipt"
    if _OTHER_PAPERS.search(event) or "nhận" in event:
        return "event"
    return "effect" if "hiệu lực" in event else "event"
