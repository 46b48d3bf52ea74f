"""Vietnamese days and hours as letters print them, with the shapes OCR gives them ("08/ 12 / 2017", "l0/8/2017").

Patterns are written for lower-case text: lower case, one character for one character, so that offsets hold for
the letter's own text. A grammar composes them by name, each name once in a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from schemas.deadline import PrintedDay

DIGIT = "[0-9oli]"
"""A digit, or a letter that OCR puts for one."""

_LOOKALIKES = str.maketrans("oli", "011")
_FOLDS = str.maketrans(
    {"\u00d0": "đ", "\u00f0": "đ", "\u00a0": " ", "\u2019": "'", "\u2044": "/", "|": " "}
    | dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)

WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)"
WEEKDAY_CODES: Mapping[str, str] = {
    "hai": "MO", "2": "MO", "ba": "TU", "3": "TU", "tư": "WE", "4": "WE", "năm": "TH", "5": "TH",
    "sáu": "FR", "6": "FR", "bảy": "SA", "bẩy": "SA", "7": "SA", "nhật": "SU",
}  # fmt: skip
WEEKDAY_ORDER = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_NUMERIC = (
    r"(?:(?<![\w/.\-])|(?<=ngày))(?:m[ùồ]ng\s+)?(?P<{n}d1>[0-3oli]?{D})\s*(?P<{n}s>[/.\-])\s*(?P<{n}m1>[01oli]?{D})"
    r"(?:\s*(?P={n}s)\s*(?P<{n}y1>[12]{D}{{3}}|[12]\d(?!\d)))?(?!\w)(?!\s?[/\-]\s?\w)(?!\.\d)(?!\s*\(?\s*âm\s+lịch)"
)
_SPELLED = r"(?:(?<!\w)|(?<=ngày))(?<!tuần )(?<!thứ )(?:m[ùồ]ng\s+)?(?P<{n}d2>[0-3oli]?{D})\s+(?:của\s+)?tháng\s+(?P<{n}m2>[01oli]?{D})(?:\s*(?:n[ăắằ]m[\s.]*|/\s*|-\s*)(?P<{n}y2>[12]{D}{{3}}))?(?!\w)(?!\s*\(?\s*âm\s+lịch)"
_POINTED = r"(?<!\w)(?P<{n}d3>[0-3oli]?{D})\s+(?:của\s+)?tháng\s+(?P<{n}p>này|sau|tới|kế\s+tiếp|tiếp\s+theo)(?!\w)"
_RUN_ON = r"(?<![\w/.\-])(?P<{n}d4>[0-3]?\d)\s*/\s*(?P<{n}m4>0[1-9]|1[0-2])(?P<{n}y4>20\d\d)(?!\w)"
_HOUR = r"(?<![\w/.])(?P<{n}h>[0-2oli]?{D})\s*(?:giờ|gio|h|g(?=\s*\d)|:(?=\s*\d))\s*(?:(?P<{n}min>[0-5oli]{D})(?![\d/])\s*(?:phút|giờ|ph(?!\w)|p(?!\w)|')?)?"


def lower_case(text: str) -> str:
    """``text`` in lower case with one kind of dash and blank; offsets stay the same."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    return lowered.translate(_FOLDS)


def day_pattern(name: str, behind_dash: bool = False) -> str:
    """A day with a month: "08/6/2021", "08-6", "20 tháng 12 năm 2017", "05 tháng sau".

    ``behind_dash`` lets it stand behind a dash, as the second day of "19-20/10/2017".
    """
    numeric = _NUMERIC.replace(r"(?<![\w/.\-])", r"(?<![\w/.])") if behind_dash else _NUMERIC
    return "(?:" + "|".join(part.format(n=name, D=DIGIT) for part in (_SPELLED, _POINTED, _RUN_ON, numeric)) + ")"


def time_pattern(name: str) -> str:
    """An hour: "17h00", "8 giờ 30 phút", "14 giờ", "16:30"."""
    return _HOUR.format(n=name, D=DIGIT)


def moment_pattern(name: str, behind_dash: bool = False) -> str:
    """A day, and the hour where there is one before or behind it, with its weekday in between or behind."""
    weekday = rf"(?:(?:sáng|chiều|tối)\s+)?{WEEKDAY}"
    before = rf"(?:{time_pattern(name + 'a')}\s*(?:\(\w[^)]{{0,20}}\)\s*)?,?\s*(?:(?:sáng|chiều|tối|trưa)\s*,?\s*)?(?:(?:của|vào)\s+)?)?"
    names = rf"(?:(?:đầu|cuối|hết)\s+(?:giờ\s+(?:sáng|chiều|làm\s+việc|hành\s+chính)|buổi\s+(?:sáng|chiều))\s*,?\s*(?:của\s+)?|cuối\s+(?=ngày)|(?:buổi\s+)?(?:sáng|chiều|tối)\s+(?=ngày|\d|{WEEKDAY}))?(?:{weekday}\s*,?\s*)?(?:(?:trong\s+)?ngày[\s.,]*)?(?:{weekday}\s*,?\s*(?:ngày\s*)?)?"
    behind = rf"(?:\s*\(?\s*,?\s*(?:(?:vào\s+)?lúc|trước|bắt\s+đầu\s+từ)\s+{time_pattern(name + 'b')}\s*\)?)?"
    return rf"{before}{names}(?P<{name}o>\(\s*(?:ngày\s*)?)?{day_pattern(name, behind_dash)}(?({name}o)\s*\))(?:\s*\((?:\w+\s+)?{weekday}[^)]{{0,20}}\)|\s+(?:tới(?!\s+(?:đây|nay))|năm\s+nay)(?!\w))?{behind}"


def number(digits: str) -> int:
    """The number that ``digits`` mean, letters that look like digits taken for them."""
    return int(digits.lower().translate(_LOOKALIKES))


def day_from(match: re.Match[str], name: str) -> PrintedDay | None:
    """The day of a match of ``day_pattern(name)``; ``None`` where no calendar has such a day."""
    groups = match.groupdict()
    if groups.get(f"{name}d3"):
        shift = 0 if groups[f"{name}p"] == "này" else 1
        day = PrintedDay(number(groups[f"{name}d3"]), month_shift=shift)
        return day if 1 <= day.day <= 31 else None
    which = next((which for which in "124" if groups.get(f"{name}d{which}")), None)
    if which is None:
        return None
    year = groups.get(f"{name}y{which}")
    return _possible(number(groups[f"{name}d{which}"]), number(groups[f"{name}m{which}"]), year)


def _possible(day: int, month: int, year: str | None) -> PrintedDay | None:
    whole = None if year is None else number(year) + (2000 if len(year) == 2 else 0)
    if not (1 <= day <= 31 and 1 <= month <= 12) or (month == 2 and day > 29) or (month in (4, 6, 9, 11) and day > 30):
        return None
    return PrintedDay(day, month, whole)


def time_from(match: re.Match[str], name: str) -> str | None:
    """ "HH:MM" of a match of ``time_pattern(name)``; "24:00" is an hour too, the end of the day."""
    groups = match.groupdict()
    if not groups.get(f"{name}h"):
        return None
    hour, minute = number(groups[f"{name}h"]), number(groups.get(f"{name}min") or "0")
    return f"{hour:02d}:{minute:02d}" if hour < 24 or (hour, minute) == (24, 0) else None


def moment_time(match: re.Match[str], name: str) -> str | None:
    """The hour of a match of ``moment_pattern(name)``."""
    return time_from(match, name + "a") or time_from(match, name + "b")
