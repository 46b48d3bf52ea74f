"""How often, without a day: "định kỳ 6 tháng", "hằng quý", "hai giờ một lần", "tháng 6 và tháng 12 hằng năm"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language.dates import number
from pipeline.language.deadlines.days import BEFORE
from pipeline.language.deadlines.phrases import compiled, phrase
from schemas.deadline import DeadlinePhrase, Recurrence

EVERY = r"(?<!xác )(?:(?:(?:theo\s+)?định\s+k[ỳì]\s*,?\s*)?(?:h[ằà]ng|mỗi)|(?:theo\s+)?định\s+k[ỳì]\s+(?:theo\s+)?)"
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "chín": 9}
_SMALL = r"\d{1,2}|" + "|".join(_NUMBERS)
_UNIT = r"(?:ngày|tuần|tháng|quý|năm)(?!\s+(?:\d|iv|i{1,3}(?!\w)))"
_SPAN = rf"(?:(?:{_SMALL})\s+)?{_UNIT}"
_LIST = rf"{_SPAN}(?:(?:\s*,\s*|\s+(?:và|hoặc)\s+)(?:h[ằà]ng\s+)?{_SPAN}(?!\w))*(?:\s*/\s*(?:0?1\s+)?lần|\s+(?:một|0?1)\s+lần)?"
_PERIODIC = compiled(
    rf"(?<!xác )(?:theo\s+)?định\s+k[ỳì]\s*,?\s*(?:\(\s*)?(?:h[ằà]ng\s+|mỗi\s+)?(?P<list>{_LIST})(?:\s*\))?(?P<sudden>(?:\s*,)?\s*(?:hoặc|và|,)\s*đột\s+xuất(?:\s+theo\s+yêu\s+cầu|\s+khi\s+có\s+yêu\s+cầu)?)?"
)
_LEADING = re.compile(
    rf"(?:^|(?<=[.;:(+\-,]\s)|(?<=[(])|(?<=báo cáo\s)|(?<=và\s))(?:h[ằà]ng|mỗi)\s+(?P<list>{_LIST})(?!\w)(?!\s+(?:{_SMALL})\s+lần)(?P<sudden>(?:\s*,)?\s*(?:hoặc|và)\s+đột\s+xuất)?"
)
_BARE = compiled(
    r"(?:(?<=báo cáo )(?<!chế độ báo cáo )|theo\s+)định\s+k[ỳì](?!\s+(?:h[ằà]ng|\d|của|một|hai|ba|sáu|chuy))"
    r"(?:\s*,?\s*(?:và|hoặc)\s+đột\s+xuất(?:\s+theo\s+yêu\s+cầu)?)?"
    r"|(?<!xác )định\s+k[ỳì](?=\s+(?:tổng\s+hợp\s*,?\s*|rà\s+soát\s*,?\s*|gửi\s+)*báo\s+cáo(?!\w))"
)
_MONTHS_OF_YEAR = compiled(
    rf"(?:(?:{BEFORE}|trong|vào)\s+)?(?:(?:đầu|giữa|cuối)\s+)?(?:(?P<months>tháng\s+\d{{1,2}}(?:(?:\s*,\s*|\s*,?\s*và\s+)(?:tháng\s+)?\d{{1,2}})*)|quý\s+(?:iv|i{{1,3}}|[1-4]))\s*,?\s+(?:của\s+)?{EVERY}\s+năm(?!\w)"
)
_TIMES = compiled(
    rf"(?:cứ\s+|mỗi\s+|h[ằà]ng\s+)?(?:(?P<count>{_SMALL})\s+)?(?P<unit>giờ|tiếng|ngày|tuần|tháng|quý|năm)\s*(?:/\s*(?:0?1\s+)?|(?:một|0?1|(?P<times>{_SMALL}))\s+)lần(?!\w)"
    rf"|(?P<many>{_SMALL})\s+lần\s*/\s*(?P<per>giờ|ngày|tuần|tháng|quý|năm)(?!\w)|(?:vào\s+)?cuối\s+(?:mỗi|h[ằà]ng)\s+(?P<each>ngày|tuần|tháng|quý|năm)(?!\w)"
)
_TELLS = re.compile(
    r"(?<!\w)(?:báo\s+cáo|giao\s+ban|họp|cập\s+nhật|thông\s+tin|gửi|tổng\s+hợp|đánh\s+giá|rà\s+soát)(?!\w)[^.;:]{0,120}$"
)
_FREQUENCIES = {"giờ": "HOURLY", "tiếng": "HOURLY", "ngày": "DAILY", "tuần": "WEEKLY", "tháng": "MONTHLY", "năm": "YEARLY"}  # fmt: skip


def find(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """Phrases of lower-case ``text`` that say how often and name no day."""
    for match in _MONTHS_OF_YEAR.finditer(text):
        months = sorted({int(each) for each in re.findall(r"\d+", match["months"] or "")} & set(range(1, 13)))
        named = f";BYMONTH={','.join(map(str, months))}" if months else ""
        yield phrase(source, match, "recurring", None, Recurrence("FREQ=YEARLY" + named))
    for pattern in (_PERIODIC, _LEADING):
        for match in pattern.finditer(text):
            yield phrase(source, match, "recurring", None, Recurrence(frequency_of(match["list"])))
    yield from _times(text, source)
    for match in _BARE.finditer(text):
        yield phrase(source, match, "recurring", None, Recurrence(None))


def _times(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """ "Báo cáo hai giờ một lần": how often something is told; how often salt is measured is no deadline."""
    for match in _TIMES.finditer(text):
        if not _TELLS.search(text, max(0, match.start() - 140), match.start()):
            continue
        unit = match["unit"] or match["per"] or match["each"]
        # "Mỗi ngày 02 lần" comes again daily; how often within the day no RRULE of ours says.
        count = match["count"] if match["unit"] else None
        yield phrase(source, match, "recurring", None, Recurrence(frequency_of(f"{count or ''} {unit}".strip())))


def frequency_of(words: str) -> str | None:
    """The RRULE of the first, shortest span in lower-case ``words``: "6 tháng, hàng năm" comes every six months."""
    found = re.match(rf"(?:({_SMALL})\s+)?(giờ|tiếng|ngày|tuần|tháng|quý|năm)", words)
    if not found:
        return None
    count = 1 if found[1] is None else _NUMBERS.get(found[1]) or number(found[1])
    unit = found[2]
    if unit == "quý":
        unit, count = "tháng", count * 3
    return f"FREQ={_FREQUENCIES[unit]}" + (f";INTERVAL={count}" if count > 1 else "")
