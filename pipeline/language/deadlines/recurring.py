"""Phrases that come again: "trước ngày 25 hằng tháng", "thứ Sáu hằng tuần", "định kỳ 6 tháng, hằng năm"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator

from pipeline.language.dates import (
    WEEKDAY,
    WEEKDAY_CODES,
    WEEKDAY_ORDER,
    day_from,
    day_pattern,
    number,
    time_from,
    time_pattern,
)
from pipeline.language.deadlines.days import BEFORE, LATEST
from pipeline.language.deadlines.phrases import compiled, phrase
from schemas.deadline import Bound, DeadlinePhrase, Recurrence

EVERY = r"(?<!xác )(?:(?:(?:theo\s+)?định\s+k[ỳì]\s*,?\s*)?(?:h[ằà]ng|mỗi)|(?:theo\s+)?định\s+k[ỳì]\s+(?:theo\s+)?)"
_ASIDE = r"\s*,?\s*(?:\([^)]{0,25}\)\s*)?(?:báo\s+cáo\s+|gửi\s+báo\s+cáo\s+|gửi\s+)?"
_LEAD = (
    rf"(?:(?P<before>(?:{LATEST}\s+(?:là\s+)?)?{BEFORE})|(?P<by>{LATEST}(?:\s+(?:là|vào|đến))*)|(?:vào|trong))?\s*"
    rf"(?:{time_pattern('t')}\s*,?\s*)?(?:chiều\s+|sáng\s+)?"
)
_DAY = r"(?:ngày\s+(?P<day>[0-3]?\d)(?!\w)(?!\s*[/.\-]\s*\d)(?:\s*\([^)]{1,12}\))?|(?P<last>ngày\s+(?:làm\s+việc\s+)?cuối(?:\s+cùng)?))\s*(?:của\s+)?"
_NEXT = r"tháng\s+(?:sau|kế\s+tiếp|tiếp\s+theo|liền\s+kề|kế)"
_QUARTER_MONTH = r"(?:tháng\s+(?P<which>cuối|đầu)\s+(?:cùng\s+)?(?:của\s+)?(?:mỗi\s+|h[ằà]ng\s+|các\s+)?quý|(?:cuối\s+)?(?P<quarter>(?:mỗi\s+|h[ằà]ng\s+)?quý))"

_BY_MONTH = compiled(rf"(?:(?:{EVERY}\s+tháng){_ASIDE})?{_LEAD}{_DAY}(?:(?:{EVERY}|các)\s+tháng|{_NEXT})(?!\w)")
_PRE_MONTH = compiled(rf"{EVERY}\s+tháng{_ASIDE}\(?{_LEAD}{_DAY}(?!\w)(?:\s+trong\s+tháng)?\)?")
_BY_QUARTER = compiled(rf"(?:(?:{EVERY}\s+quý){_ASIDE})?{_LEAD}{_DAY}{_QUARTER_MONTH}(?!\w)")
_BY_WEEK = compiled(
    rf"{_LEAD}(?:ngày\s+)?(?P<weekday>{WEEKDAY})\s*,?\s*(?:của\s+)?{EVERY}\s+tuần(?!\w)(?:\s*\([^)]{{1,20}}\))?"
)
_PRE_WEEK = compiled(rf"{EVERY}\s+tuần{_ASIDE}\(?{_LEAD}(?:ngày\s+)?(?P<weekday>{WEEKDAY})(?!\w)")
_BY_YEAR = compiled(rf"{_LEAD}(?:ngày\s+)?{day_pattern('x')}\s+(?:của\s+)?{EVERY}\s+năm(?!\w)")
_PRE_YEAR = compiled(rf"{EVERY}\s+năm{_ASIDE}\(?{_LEAD}(?:ngày\s+)?{day_pattern('x')}")
_BY_DAY = compiled(rf"{_LEAD}{EVERY}\s+ngày(?!\w)(?!\s*\d)")
_PRE_DAY = compiled(rf"{EVERY}\s+ngày{_ASIDE}\(?{_LEAD}(?<=[\dhptờ'])(?!\w)\)?")
_OF_MONTHS = compiled(
    rf"{_LEAD}{_DAY}(?:các\s+)?tháng\s+(?P<months>\d{{1,2}}(?:\s*,\s*(?:tháng\s+)?\d{{1,2}})*(?:\s*(?:,|và|,\s*và)\s*(?:tháng\s+)?\d{{1,2}}))(?!\s*[/\d])(?:\s+(?:của\s+)?{EVERY}\s+năm)?"
)
_DAYS_OF_YEAR = compiled(
    rf"{_LEAD}(?:các\s+)?(?:ngày\s+)?(?P<days>\d{{1,2}}\s*(?:/|tháng)\s*\d{{1,2}}(?:(?:\s*,\s*|\s*,?\s*và\s+)(?:{BEFORE}\s+)?(?:ngày\s+)?\d{{1,2}}\s*(?:/|tháng)\s*\d{{1,2}})+)\s+(?:của\s+)?{EVERY}\s+năm"
)
_BY_WEEKDAYS = compiled(
    rf"{_LEAD}(?:các\s+)?(?:ngày\s+)?(?P<weekdays>{WEEKDAY}(?:(?:\s*,\s*|\s*,?\s*và\s+)(?:ngày\s+)?{WEEKDAY})+)\s+(?:của\s+)?{EVERY}\s+tuần(?!\w)"
)
_REPORT_MONTH = compiled(rf"{_LEAD}{_DAY}tháng\s+cuối\s+(?:của\s+)?kỳ(?:\s+báo\s+cáo)?(?!\w)")
_MONTHS_OF_YEAR = compiled(
    rf"(?:(?:{BEFORE}|trong|vào)\s+)?(?:(?:đầu|giữa|cuối)\s+)?(?:(?P<months>tháng\s+\d{{1,2}}(?:(?:\s*,\s*|\s*,?\s*và\s+)(?:tháng\s+)?\d{{1,2}})*)|quý\s+(?:iv|i{{1,3}}|[1-4]))\s*,?\s+(?:của\s+)?{EVERY}\s+năm(?!\w)"
)

_UNIT = r"(?:ngày|tuần|tháng|quý|năm)(?!\s+(?:\d|iv|i{1,3}(?!\w)))"
_SPAN = rf"(?:(?:0?\d{{1,2}}|một|hai|ba|sáu|chín)\s+)?{_UNIT}"
_LIST = rf"{_SPAN}(?:(?:\s*,\s*|\s+(?:và|hoặc)\s+)(?:h[ằà]ng\s+)?{_SPAN}(?!\w))*(?:\s*/\s*(?:0?1\s+)?lần|\s+(?:một|0?1)\s+lần)?"
_PERIODIC = compiled(
    rf"(?<!xác )(?:theo\s+)?định\s+k[ỳì]\s*,?\s*(?:\(\s*)?(?:h[ằà]ng\s+|mỗi\s+)?(?P<list>{_LIST})(?:\s*\))?(?P<sudden>(?:\s*,)?\s*(?:hoặc|và|,)\s*đột\s+xuất(?:\s+theo\s+yêu\s+cầu|\s+khi\s+có\s+yêu\s+cầu)?)?"
)
_LEADING = re.compile(
    rf"(?:^|(?<=[.;:(+\-,]\s)|(?<=[(])|(?<=báo cáo\s)|(?<=và\s))(?:h[ằà]ng|mỗi)\s+(?P<list>{_LIST})(?!\w)(?P<sudden>(?:\s*,)?\s*(?:hoặc|và)\s+đột\s+xuất)?"
)
_BARE = compiled(
    r"(?:(?<=báo cáo )(?<!chế độ báo cáo )|theo\s+)định\s+k[ỳì](?!\s+(?:h[ằà]ng|\d|của|một|hai|ba|sáu|chuy))"
    r"(?:\s*,?\s*(?:và|hoặc)\s+đột\s+xuất(?:\s+theo\s+yêu\s+cầu)?)?"
    r"|(?<!xác )định\s+k[ỳì](?=\s+(?:tổng\s+hợp\s*,?\s*|rà\s+soát\s*,?\s*|gửi\s+)*báo\s+cáo(?!\w))"
)
_CUE = re.compile(r"h[ằà]ng|mỗi|định\s+k[ỳì]|các\s+tháng|tháng\s+(?:sau|kế|tiếp|liền|cuối|đầu)|quý|lần")
"""Without one of these nothing comes again; most paragraphs have none."""
_ENDS_SPAN = re.compile(r"(?<!\w)(?:từ|đến|tới)\s*$")
_COUNTS = {"một": 1, "hai": 2, "ba": 3, "sáu": 6, "chín": 9}
_FREQUENCIES = {"ngày": "DAILY", "tuần": "WEEKLY", "tháng": "MONTHLY", "năm": "YEARLY"}

Rule = Callable[[re.Match[str]], str | None]


def _monthly(match: re.Match[str]) -> str | None:
    return None if (day := _month_day(match)) is None else f"FREQ=MONTHLY;BYMONTHDAY={day}"


def _quarterly(match: re.Match[str]) -> str | None:
    day = _month_day(match)
    # "ngày 15 của quý" names no month: only "tháng đầu/cuối quý" or the quarter's last day fixes one.
    if day is None or (match["quarter"] and day != -1):
        return None
    months = "1,4,7,10" if match["which"] == "đầu" else "3,6,9,12"
    return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={day}"


def _month_day(match: re.Match[str]) -> int | None:
    if match["last"]:
        return -1
    day = int(match["day"])
    return day if 1 <= day <= 31 else None


def _weekly(match: re.Match[str]) -> str | None:
    return f"FREQ=WEEKLY;BYDAY={WEEKDAY_CODES[match['weekday'].split()[-1]]}"


def _yearly(match: re.Match[str]) -> str | None:
    day = day_from(match, "x")
    return f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}" if day and day.month else None


def _months(match: re.Match[str]) -> str | None:
    day, months = _month_day(match), sorted({int(each) for each in re.findall(r"\d+", match["months"])})
    if day is None or not all(1 <= each <= 12 for each in months):
        return None
    return f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY={day}"


def _days_of_year(match: re.Match[str]) -> str | None:
    """ "15/6 và 15/12 hằng năm" is one rule; "30/6 và 31/12" are last days of months; else no rule says it."""
    pairs = [(int(day), int(month)) for day, month in re.findall(r"(\d{1,2})\s*(?:/|tháng)\s*(\d{1,2})", match["days"])]
    if not all(1 <= month <= 12 and 1 <= day <= 31 for day, month in pairs):
        return None
    months = ",".join(map(str, sorted({month for _, month in pairs})))
    if len({day for day, _ in pairs}) == 1:
        return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={pairs[0][0]}"
    if all(day == monthrange(2025, month)[1] for day, month in pairs):
        return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY=-1"
    return None


def _weekdays(match: re.Match[str]) -> str | None:
    codes = {WEEKDAY_CODES[each.split()[-1]] for each in re.findall(WEEKDAY, match["weekdays"])}
    return "FREQ=WEEKLY;BYDAY=" + ",".join(code for code in WEEKDAY_ORDER if code in codes)


_WITH_DAY: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (_OF_MONTHS, _months), (_DAYS_OF_YEAR, _days_of_year), (_BY_WEEKDAYS, _weekdays), (_BY_QUARTER, _quarterly), (_BY_MONTH, _monthly), (_PRE_MONTH, _monthly), (_BY_WEEK, _weekly), (_PRE_WEEK, _weekly),
    (_BY_YEAR, _yearly), (_PRE_YEAR, _yearly),
)  # fmt: skip


def find(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """Phrases of lower-case ``text`` that come again."""
    if not _CUE.search(text):
        return
    for pattern, rule_of in _WITH_DAY:
        for match in pattern.finditer(text):
            rule = rule_of(match)
            if rule and not _ENDS_SPAN.search(text, max(0, match.start() - 12), match.start()):
                recurrence = Recurrence(rule, has_day=True)
                yield phrase(source, match, "recurring", _bound(match), recurrence, time_from(match, "t"))
    for match in _REPORT_MONTH.finditer(text):
        yield phrase(source, match, "recurring", _bound(match), Recurrence(None))
    for pattern in (_PRE_DAY, _BY_DAY):
        for match in pattern.finditer(text):
            if match["th"] or "định" in match.group() or text[: match.start()].rstrip().endswith("báo cáo"):
                time = time_from(match, "t")
                bound = _bound(match) if time else None
                yield phrase(
                    source, match, "recurring", bound, Recurrence("FREQ=DAILY", has_day=time is not None), time
                )
    yield from _without_day(text, source)


def _without_day(text: str, source: str) -> Iterator[DeadlinePhrase]:
    for match in _MONTHS_OF_YEAR.finditer(text):
        months = sorted({int(each) for each in re.findall(r"\d+", match["months"] or "")} & set(range(1, 13)))
        named = f";BYMONTH={','.join(map(str, months))}" if months else ""
        yield phrase(source, match, "recurring", None, Recurrence("FREQ=YEARLY" + named))
    for pattern in (_PERIODIC, _LEADING):
        for match in pattern.finditer(text):
            yield phrase(source, match, "recurring", None, Recurrence(frequency_of(match["list"])))
    for match in _BARE.finditer(text):
        yield phrase(source, match, "recurring", None, Recurrence(None))


def _bound(match: re.Match[str]) -> Bound:
    return "before" if match["before"] else "by"


def frequency_of(words: str) -> str | None:
    """The RRULE of the first, shortest span in lower-case ``words``: "6 tháng, hàng năm" comes every six months."""
    found = re.match(r"(?:(\d{1,2}|một|hai|ba|sáu|chín)\s+)?(ngày|tuần|tháng|quý|năm)", words)
    if not found:
        return None
    count = 1 if found[1] is None else _COUNTS.get(found[1]) or number(found[1])
    unit = found[2]
    if unit == "quý":
        unit, count = "tháng", count * 3
    return f"FREQ={_FREQUENCIES[unit]}" + (f";INTERVAL={count}" if count > 1 else "")
