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
    time_from,
    time_pattern,
)
from pipeline.language.deadlines.days import BEFORE, LATEST
from pipeline.language.deadlines.frequencies import EVERY
from pipeline.language.deadlines.phrases import compiled, moved, phrase
from schemas.deadline import Bound, DeadlinePhrase, Recurrence

_ASIDE = r"\s*,?\s*(?:\([^)]{0,25}\)\s*)?(?:báo\s+cáo\s+|gửi\s+báo\s+cáo\s+|gửi\s+)?\(?\s*"
_OFTEN = r"(?:(?:theo\s+)?định\s+k[ỳì]\s*,?\s*(?=tr|ch|v|ng))?"
_LEAD = (
    rf"{_OFTEN}(?:(?P<before>(?:{LATEST}\s+(?:là\s+)?)?{BEFORE})|(?P<by>{LATEST}(?:\s+(?:là|vào|đến))*)|(?:vào|trong)(?:\s+lúc)?|lúc)?\s*"
    rf"(?:{time_pattern('t')}\s*,?\s*(?:(?:và|,)\s*{time_pattern('u')}\s*,?\s*)?)?(?:chiều\s+|sáng\s+)?"
)
_LAST_DAY = r"ngày\s+(?:làm\s+việc\s+)?cuối(?:\s+cùng)?"
_FURTHER = rf"\s*(?:,\s*và|,|và)\s*(?:(?:ngày\s+)?[0-3]?\d(?!\w)(?!\s*[/.\-]\s*\d)|{_LAST_DAY})"
_DAY = rf"(?:(?:các\s+)?ngày\s+(?P<day>[0-3]?\d)(?!\w)(?!\s*[/.\-]\s*\d)(?P<further>(?:{_FURTHER})*)(?:\s*\([^)]{{1,12}}\))?|(?P<last>{_LAST_DAY}(?:\s+tháng(?=\s+(?:h[ằà]ng|mỗi)))?))\s*(?:của\s+)?"
_EACH_MONTH = r"(?<=của\s)tháng(?!\w)(?!\s*[\dl]|\s+(?:này|nay|tới|trước|tết|thanh|đầu|cuối|\w+\s+(?:quý|kỳ)))"
_NEXT = r"tháng\s+(?:sau|kế\s+tiếp|tiếp\s+theo|liền\s+kề|kế|báo\s+cáo(?!\w))"
_QUARTER_MONTH = r"(?:tháng\s+(?P<after>(?:liền\s+(?:kề\s+)?)?sau)\s+quý(?:\s+báo\s+cáo)?|tháng\s+(?P<which>cuối|đầu|thứ\s+ba)\s+(?:(?:cùng|tiên)\s+)?(?:của\s+)?(?:mỗi\s+|h[ằà]ng\s+|các\s+)?quý(?:\s+(?:sau|kế\s+tiếp|tiếp\s+theo))?|(?:cuối\s+)?(?P<quarter>(?:mỗi\s+|h[ằà]ng\s+)?quý))"

_BY_MONTH = compiled(
    rf"(?:(?:{EVERY}\s+tháng){_ASIDE})?{_LEAD}{_DAY}(?:(?:{EVERY}|các)\s+tháng|{_NEXT}|{_EACH_MONTH})(?!\w)"
)
_PRE_MONTH = compiled(rf"{EVERY}\s+tháng{_ASIDE}\(?{_LEAD}{_DAY}(?!\w)(?:\s+trong\s+tháng)?\)?")
_BY_QUARTER = compiled(rf"(?:(?:{EVERY}\s+quý){_ASIDE})?{_LEAD}{_DAY}{_QUARTER_MONTH}(?!\w)\)?")
_BY_WEEK = compiled(
    rf"{_LEAD}(?:ngày\s+)?(?P<weekday>{WEEKDAY})\s*,?\s*(?:của\s+)?{EVERY}\s+tuần(?!\w)(?:\s*\([^)]{{1,20}}\))?"
)
_PRE_WEEK = compiled(
    rf"{EVERY}\s+tuần(?:\s+(?:một|0?1)\s+lần)?{_ASIDE}\(?{_LEAD}(?:ngày\s+)?(?P<weekday>{WEEKDAY})(?!\w)\)?"
)
_BY_YEAR = compiled(
    rf"{_LEAD}(?:ngày\s+)?{day_pattern('x')}\s+(?:(?:của\s+)?{EVERY}\s+năm|của\s+năm\s+báo\s+cáo)(?!\w)"
)
_PRE_YEAR = compiled(rf"{EVERY}\s+năm{_ASIDE}\(?{_LEAD}(?:ngày\s+)?{day_pattern('x')}\)?")
_BY_DAY = compiled(rf"{_LEAD}(?:{EVERY}|(?<=\d\s)các|(?<=giờ\s)các)\s+ngày(?!\w)(?!\s*\d)")
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
_ORDINAL = r"đầu(?:\s+tiên)?|thứ\s+(?:nhất|hai|ba|tư|[1-4])|cuối(?:\s+cùng)?"
_BY_ORDINAL = compiled(
    rf"{_LEAD}(?:ngày\s+)?(?P<weekday>{WEEKDAY})\s*,?\s*(?:của\s+)?(?P<week>tuần\s+)?(?P<nth>{_ORDINAL})\s*,?\s*(?:của\s+|trong\s+)?"
    r"(?:(?:h[ằà]ng|mỗi|các)\s+)?(?P<unit>tháng|quý)(?!\w)(?!\s*[\dli]|\s+(?:này|nay|tới|trước))"
)
_FIRST_DAYS = compiled(
    rf"(?:chậm\s+nhất\s+)?trong\s+(?:vòng\s+)?(?P<day>0?[1-9]|1\d|2\d)\s+ngày\s+đầu(?:\s+tiên)?\s+(?:của\s+)?(?:(?:{EVERY}|các)\s+tháng|{_NEXT}|tháng)(?!\w)(?!\s*[\dl]|\s+(?:này|nay|tới))"
)
_REPORT = r"(?<=báo\scáo\s)"
_OF_REPORT = r"\s*[:,(]?\s*(?:gửi\s+)?"
_WEEK_REPORT = compiled(
    rf"{_REPORT}tuần{_OF_REPORT}(?P<begins>){_LEAD}(?:ngày\s+)?(?P<weekday>{WEEKDAY})(?!\w)(?!\s*,?\s*(?:\(|ngày|tuần|\d))"
)
_MONTH_REPORT = compiled(
    rf"{_REPORT}tháng{_OF_REPORT}(?P<begins>)(?={BEFORE}|{LATEST}|vào){_LEAD}{_DAY}(?!\w|tháng|\s*tháng|quý)"
)
"""A report by the week or the month is due in each: "báo cáo tuần trước 10h thứ Sáu", "Báo cáo tháng: trước ngày 25"."""
_REPORT_MONTH = compiled(rf"{_LEAD}{_DAY}tháng\s+cuối\s+(?:của\s+)?kỳ(?:\s+báo\s+cáo)?(?!\w)")
_HALF_AND_YEAR = compiled(
    rf"(?:h[ằà]ng\s+|định\s+k[ỳì]\s+)?(?:6|06|sáu)\s+tháng(?:\s+đầu\s+năm)?\s*[,(]?\s*{_LEAD}(?:ngày\s+)?(?P<days>\d{{1,2}}\s*(?:/|tháng)\s*\d{{1,2}}(?!\s*[/\d])\s*\)?(?:\s*,\s*|\s*,?\s*và\s+)(?:báo\s+cáo\s+)?(?:(?:h[ằà]ng|cả|tổng\s+kết)\s+)?năm\s*[,(]?\s*(?:{LATEST}\s+(?:là\s+)?)?(?:{BEFORE}\s+)?(?:ngày\s+)?\d{{1,2}}\s*(?:/|tháng)\s*\d{{1,2}}(?!\s*[/\d]))\s*\)?(?:\s+(?:của\s+)?{EVERY}\s+năm)?"
)
_CUE = re.compile(
    r"h[ằà]ng|mỗi|định\s+k[ỳì]|(?:các|của|đầu|cuối)\s+tháng|tháng\s+(?:sau|kế|tiếp|liền|cuối|đầu|báo)|quý|lần|báo\s+cáo\s+(?:tuần|tháng)|6\s+tháng|sáu\s+tháng|năm\s+báo"
)
"""Without one of these nothing comes again; most paragraphs have none."""
_ENDS_SPAN = re.compile(r"(?<!\w)(?:từ|đến|tới)\s*$")
Rule = Callable[[re.Match[str]], str | None]


def _monthly(match: re.Match[str]) -> str | None:
    if (day := _month_day(match)) is None:
        return None
    further = match.groupdict().get("further") or ""
    days = [day, *(int(each) for each in re.findall(r"\d+", further)), *([-1] if "cuối" in further else [])]
    return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, days))}" if all(-1 <= each <= 31 for each in days) else None


def _quarterly(match: re.Match[str]) -> str | None:
    day = _month_day(match)
    # "ngày 15 của quý" names no month: only "tháng đầu/cuối quý" or the quarter's last day fixes one.
    if day is None or match["further"] or (match["quarter"] and day != -1):
        return None
    months = "1,4,7,10" if match["which"] == "đầu" or match["after"] else "3,6,9,12"
    return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={day}"


def _month_day(match: re.Match[str]) -> int | None:
    if match.groupdict().get("last"):
        return -1
    day = int(match["day"])
    return day if 1 <= day <= 31 else None


def _weekly(match: re.Match[str]) -> str | None:
    return f"FREQ=WEEKLY;BYDAY={WEEKDAY_CODES[match['weekday'].split()[-1]]}"


def _ordinal(match: re.Match[str]) -> str | None:
    """ "Thứ Hai đầu tháng" is the first Monday; which one "thứ Hai tuần thứ hai" means, no rule settles."""
    nth = match["nth"].split()
    if match["week"] or match["unit"] == "quý":
        return None
    count = -1 if nth[0] == "cuối" else 1 if nth[0] == "đầu" else _NTH[nth[1]]
    return f"FREQ=MONTHLY;BYDAY={count}{WEEKDAY_CODES[match['weekday'].split()[-1]]}"


_NTH = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _yearly(match: re.Match[str]) -> str | None:
    day = day_from(match, "x")
    return f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}" if day and day.month else None


def _months(match: re.Match[str]) -> str | None:
    day, months = _month_day(match), sorted({int(each) for each in re.findall(r"\d+", match["months"])})
    if day is None or match["further"] or not all(1 <= each <= 12 for each in months):
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
    (_HALF_AND_YEAR, _days_of_year), (_OF_MONTHS, _months), (_DAYS_OF_YEAR, _days_of_year), (_BY_WEEKDAYS, _weekdays), (_BY_QUARTER, _quarterly), (_BY_ORDINAL, _ordinal), (_FIRST_DAYS, _monthly), (_BY_MONTH, _monthly), (_PRE_MONTH, _monthly), (_BY_WEEK, _weekly), (_PRE_WEEK, _weekly), (_WEEK_REPORT, _weekly), (_MONTH_REPORT, _monthly),
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
                found = phrase(source, match, "recurring", _bound(match), recurrence, time_from(match, "t"))
                yield moved(found, source, match.start("begins"), found.end) if "begins" in match.groupdict() else found
    for match in _REPORT_MONTH.finditer(text):
        yield phrase(source, match, "recurring", _bound(match), Recurrence(None))
    for match in _BY_ORDINAL.finditer(text):
        every = "FREQ=MONTHLY" + (";INTERVAL=3" if match["unit"] == "quý" else "")
        yield phrase(source, match, "recurring", None, Recurrence(every))
    for pattern in (_PRE_DAY, _BY_DAY):
        for match in pattern.finditer(text):
            if match["th"] or "định" in match.group() or text[: match.start()].rstrip().endswith("báo cáo"):
                time = time_from(match, "t")
                bound = _bound(match) if time else None
                yield phrase(
                    source, match, "recurring", bound, Recurrence("FREQ=DAILY", has_day=time is not None), time
                )


def _bound(match: re.Match[str]) -> Bound:
    return "before" if match.groupdict().get("before") else "by"
