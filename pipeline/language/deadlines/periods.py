"""Phrases with a period: "trong tháng 6/2021", "hoàn thành trong quý II", "cuối năm", "trước Tết Nguyên đán"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.language.dates import number
from pipeline.language.deadlines.days import BEFORE, LATEST
from pipeline.language.deadlines.guards import counts_data, goes_on_as_fact, states_a_fact
from pipeline.language.deadlines.numbers import quarter_of
from pipeline.language.deadlines.phrases import compiled, phrase
from schemas.deadline import Bound, DeadlinePhrase, Feast, FeastDay, Period, PeriodPart, PrintedDay

_PARTS: dict[str, PeriodPart] = {
    "đầu": "start", "giữa": "middle", "cuối": "end", "tuần cuối": "end", "nửa cuối": "end", "nửa đầu": "middle",
    "ngày cuối": "end",
}  # fmt: skip
"""The days of "tuần đầu", "tuần thứ hai" no rule settles."""
_YEAR = (
    r"(?:\s*(?:năm\s+|/\s*|-\s*|,\s*năm\s+)(?P<year>20\d\d)(?!\d)|\s+(?:của\s+)?năm\s+(?P<year_said>nay|này|sau|tới))?"
)
_SAID = r"(?P<said>này|nay|tới|sau|kế\s+tiếp|tiếp\s+theo)"
_MONTH = rf"(?:(?:các\s+)?tháng|t\.?(?=\s*\d{{1,2}}\s*/\s*20\d\d))\s*(?:(?:(?:1[0-2]|0?[1-9])\s*(?:-|,|và|đến)\s*(?:tháng\s+)?)*(?P<month>[1l][0-2o]|[0o]?[1-9])(?!\d|\.\d)|{_SAID}(?!\w))"
_QUARTER = rf"(?:qu[ýí]|q\.?(?=\s*(?:[il]v|[il]{{1,3}}|[1-4])\s*/\s*20\d\d))\s*(?:(?:(?:i{{1,3}}|[1-3])\s*(?:-|,|và|đến)\s*(?:qu[ýí]\s+)?)?(?P<quarter>[il]v|[il]{{1,3}}|[1-4])(?!\w)|{_SAID.replace('said', 'said_q')}(?!\w))"
_HALF = (
    r"(?:(?P<three>0?3|ba)|(?P<six>0?6|sáu)|(?P<nine>0?9|chín))\s+tháng(?:\s+(?P<half>đầu|cuối)(?:\s+năm(?!\s*20\d))?)?"
)
_WEEK = rf"tuần\s*{_SAID.replace('said', 'said_w')}(?!\w)"
_WHOLE_YEAR = r"năm\s*(?:(?P<only_year>20\d\d)(?![\d\-/]|\s*-\s*\d)|(?P<said_y>nay|này|học\s+này))"

PERIOD = rf"(?:(?P<part>đầu|giữa|cuối|(?:tuần|nửa)\s+cuối|nửa\s+đầu|ngày\s+cuối)\s+(?:(?:của|cùng)\s+)*)?(?:{_MONTH}|{_QUARTER}|{_HALF}|{_WEEK}|{_WHOLE_YEAR}|(?P<bare_year>(?<=cuối\s)năm|(?<=hết\s)năm))(?!\w){_YEAR}"
"""A period of the calendar in lower-case text; read it with ``period_from``."""

_VERB = r"(?:hoàn\s+thành|xong|kết\s+thúc|dứt\s+điểm|triệt\s+để|chấm\s+dứt|giải\s+ngân)\s+"
_LEAD_BEFORE = rf"(?:{LATEST}\s+(?:là\s+)?)?{BEFORE}\s+(?P<ending>(?:khi|lúc|thời\s+điểm)\s+(?:hết|kết\s+thúc)\s+)?"
_LEAD_BY = (
    rf"(?:{LATEST}\s+(?:là\s+|vào\s+|đến\s+|tới\s+|hết\s+|trong\s+|đến\s+hết\s+)*|(?:(?:từ|kể\s+từ)\s+nay\s+)?(?:cho\s+)?đến\s+(?:hết\s+|(?=cuối))|"
    r"(?:dự\s+kiến\s+)?từ\s+(?:đầu\s+)?(?:tháng|quý)\s+(?:\d{1,2}|i{1,3})(?:\s*/\s*\d{4})?\s+(?:đến|tới)\s+(?:hết\s+)?(?=tháng|quý|cuối)|"
    r"(?:xong\s+|ngay\s+)?trong\s+(?:(?:phạm\s+vi|thời\s+gian)\s+)?|hết\s+|vào\s+(?=(?:đầu|giữa|cuối)\s|tháng|quý))"
)
_PATTERN = compiled(rf"(?:(?P<before>{_LEAD_BEFORE})|(?P<by>{_LEAD_BY})){PERIOD}")
_CLAUSE_ENDS = r"(?=\s*(?:[,.;)]|$))"
_FIRST_DAYS = compiled(
    rf"(?:trong\s+(?:vòng\s+)?)?(?P<days>0?[1-9]|[12]\d)\s+ngày\s+đầu\s+(?:của\s+)?(?=tháng\s*\d){PERIOD}"
)
_PART_ONLY = compiled(
    rf"(?<!tuần\s)(?<!ngày\s)(?<!việc\s)(?=(?:đầu|giữa|cuối|nửa|tuần\s+cuối)\s){PERIOD}{_CLAUSE_ENDS}"
)
_IN_WEEK = compiled(rf"(?:ngay\s+)?trong\s+tuần{_CLAUSE_ENDS}")
_FINISHES = re.compile(r"(?<!\w)(?:hoàn\s+thành|xong|trình|ban\s+hành|báo\s+cáo(?=[^.;:,]{0,40}$))(?!\w)[^.;:,]{0,60}$")
_LUNAR_YEAR = (
    r"(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+(?:tý|tí|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)"
)
_FEAST = compiled(
    rf"(?:(?P<before>{_LEAD_BEFORE.replace('ending', 'feast_ending')})|(?:từ\s+nay\s+)?đến\s+(?:hết\s+|{BEFORE}\s+)?)(?:dịp\s+|ngày\s+)?(?P<feast>(?:tết\s+(?:nguyên\s+đán|âm\s+lịch|cổ\s+truyền)|tết(?=\s+{_LUNAR_YEAR}|\s*(?:[.,;)]|$)))|"
    rf"giỗ\s+tổ(?:\s+hùng\s+vương)?|(?:lễ\s+)?quốc\s+khánh(?:\s+0?2/9(?:/(?=20\d\d))?)?)(?:\s*,?\s*(?:năm\s+)?{_LUNAR_YEAR})?(?:\s*-)?(?:\s*(?:năm\s+)?(?P<year>20\d\d)(?!\d))?"
)

_NEW_YEAR = compiled(rf"{BEFORE}\s+(?:dịp\s+|ngày\s+)?tết\s+dương\s+lịch(?:\s+(?:năm\s+)?(?P<year>20\d\d)(?!\d))?")


def period_from(match: re.Match[str]) -> Period | None:
    """The period of a match of ``PERIOD``; ``None`` where nothing is claimed ("9 tháng" of no year part)."""
    groups = match.groupdict()
    year = int(groups["year"]) if groups["year"] else None
    part = _PARTS.get(" ".join((groups["part"] or "").split()))
    if groups["month"]:
        return Period("month", number(groups["month"]), year, _shift(groups["year_said"]), part)
    if groups["quarter"]:
        return Period("quarter", quarter_of(groups["quarter"]), year, _shift(groups["year_said"]), part)
    for unit, said in (("month", "said"), ("quarter", "said_q"), ("week", "said_w")):
        if groups[said]:
            return Period(unit, None, year, _shift(groups[said]), part)  # type: ignore[arg-type]
    if groups["three"] or groups["six"] or groups["nine"]:
        return _months_of_year(groups, year)
    if groups["only_year"]:
        return Period("year", None, int(groups["only_year"]), None, part)
    return Period("year", None, year, None if year else _shift(groups["year_said"]) or 0, part)


def _months_of_year(groups: dict[str, str | None], year: int | None) -> Period | None:
    if groups["nine"]:
        return Period("nine_months", 1, year) if groups["half"] == "đầu" or year else None
    if groups["half"] is None:
        return None
    if groups["three"]:
        return Period("quarter", 1 if groups["half"] == "đầu" else 4, year)
    return Period("half", 1 if groups["half"] == "đầu" else 2, year)


def _shift(said: str | None) -> int | None:
    if said is None:
        return None
    return 0 if said.split()[0] in ("này", "nay", "học") else 1


def find(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """Phrases of lower-case ``text`` that bound an act by a period or a feast."""
    yield from _within_months(text, source)
    for match in _PATTERN.finditer(text):
        period = period_from(match)
        bound: Bound = "before" if match["before"] else "by"
        if period and match["ending"]:
            period = replace(period, part="end")
        if period and not _is_no_deadline(text, match, period):
            yield phrase(source, match, "date", bound, period)
    yield from _unled(text, source)
    for match in _NEW_YEAR.finditer(text):
        day = PrintedDay(1, 1, int(match["year"])) if match["year"] else Period("year", shift=1)
        yield phrase(source, match, "date", "before", day)
    for match in _FEAST.finditer(text):
        feast = FeastDay(_feast_of(match["feast"]), int(match["year"]) if match["year"] else None)
        yield phrase(source, match, "date", "before", feast)


def _within_months(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """ "Trong 10 ngày đầu tháng 11/2024" ends on the 10th; of "tuần đầu tháng 11" no rule settles the end."""
    for match in _FIRST_DAYS.finditer(text):
        period = period_from(match)
        if period and period.number and not counts_data(text, match.start()):
            yield phrase(source, match, "date", "by", PrintedDay(int(match["days"]), period.number, period.year))


def _unled(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """ "Trình UBND tỉnh cuối quý II/2025.", "hoàn thành trong tuần.": only as the last words of an act to finish."""
    for match in _PART_ONLY.finditer(text):
        period = period_from(match)
        dated = period and (period.unit == "week" or (period.unit in ("month", "quarter") and period.number))
        if period and dated and _FINISHES.search(text[max(0, match.start() - 80) : match.start()]):
            yield phrase(source, match, "date", "by", period)
    for match in _IN_WEEK.finditer(text):
        if _FINISHES.search(text[max(0, match.start() - 40) : match.start()]):
            yield phrase(source, match, "date", "by", Period("week", shift=0))


def _feast_of(words: str) -> Feast:
    if words.startswith("tết"):
        return "tet"
    return "gio_to" if words.startswith("giỗ") else "quoc_khanh"


def _is_no_deadline(text: str, match: re.Match[str], period: Period) -> bool:
    """A target of policy ("đến năm 2025", "trong năm 2021") or a condition, without an order to finish."""
    if match["before"]:
        return states_a_fact(text, match.start())
    if counts_data(text, match.start()) or goes_on_as_fact(text, match.end()):
        return True
    ends = (
        match["by"].startswith(("xong", "chậm", "muộn", "không", "hạn", "từ nay", "kể từ nay")) or "hết" in match["by"]
    )
    ordered = re.search(rf"{_VERB}(?:\w+\s+){{0,6}}$", text[max(0, match.start() - 60) : match.start()])
    long = period.unit in ("year", "half", "nine_months") or match["three"]
    return bool(long) and not (ends or ordered or period.part)
