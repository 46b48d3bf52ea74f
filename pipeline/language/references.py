"""Other documents named by a number: "Công văn số 348-CV/BCSĐ ngày 01/6/2021 của …" (``domain.md``, section 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.language.dates import day_from, day_pattern, lower_case
from pipeline.language.issuers import issuer_after, issuer_before

_TYPE_NAMES = (
    r"công văn|cv|văn bản|công điện|nghị quyết|nghị định|quyết định|chỉ thị|thông tư(?: liên tịch)?|luật|pháp lệnh|thông báo|kế hoạch|"
    r"hướng dẫn|quy định|quy chế|chương trình|đề án|phương án|báo cáo|biên bản|tờ trình|kết luận|giấy mời|thư mời|thông tri|"
    r"hợp đồng|phiếu chuyển|phiếu gửi|lệnh|điều lệ|công thư|dự án|hiến pháp|quy trình|bộ luật|sắc lệnh|thông cáo|tb|qđ|kh|nđ|nq|tt"
)
_LETTER = "A-ZĐÐÂĂÊÔƠƯÁÀẢẠẮẤẦẾỀỂỐỒỔỨỪỬ"
_GROUP = rf"§?[{_LETTER}][{_LETTER}a-zđơưàảạếềể\d&§.]{{0,15}}"
_JOINT = rf"(?:-\s?(?=[{_LETTER}])|\s-(?=[{_LETTER}]{{2}}))"
_SYMBOL = rf"{_GROUP}(?:(?:{_JOINT}|\s-\s(?=[{_LETTER}]{{2,}}\b)){_GROUP})?(?:(?:{_JOINT}|/){_GROUP}){{0,3}}(?:\s[{_LETTER}]{{1,6}}(?=\s*,?\s+ngày\s))?"
_NUMBER = re.compile(
    r"(?:(?<![^\s(\"“:;.,/])|(?<=số))(?<!\d[.,/])(?P<serial>\d{1,6}[a-zđ]{0,2})\s*"
    rf"(?:/\s*(?P<year>(?:19|20)\d\d)\s*/\s*(?P<legal>{_SYMBOL})|/\s*(?P<state>{_SYMBOL})|-\s*(?P<party>[{_LETTER}][{_LETTER}a-zđ]{{1,3}}\s*/\s*{_GROUP}(?:-{_GROUP})?))"
)
_LEAD = re.compile(
    rf"(?i)(?:(?P<type>(?<!\w)(?:{_TYPE_NAMES}))(?:(?P<of>\s+(?:của|do)\s+[^;:()]{{3,80}}):|\s*:)?\s*)?(?P<label>s[ốôóõồ6éố]\s*[:.]?\s*)?$"
)
_FORM_LEAD = re.compile(
    r"(?i)(?:mẫu|biểu|biểu mẫu|gói thầu|lô|thửa|tờ bản đồ|tổ|kiốt|cột|phụ lục|phụ biểu|bảng|đường|phố|nhà|ngõ|tài khoản|tk|mã)\s*(?:số\s*)?[:.]?\s*$"
)
_DATE = re.compile(rf"\s*[,(]?\s*(?:(?:ký|ban\s+hành)\s+)?(?:ngày\s*)+(?:ngày\s+)?{day_pattern('x')}")
_DATE_BEFORE = re.compile(rf"ngày\s+{day_pattern('x')}\s*,?\s*$")
_ELISION = re.compile(r"\s*(?:[,;]|[,;]?\s*(?:và|hoặc|cùng))\s*(?:số\s*)?", re.IGNORECASE)
_BARE = re.compile(
    r"(?i)(?<!\w)(?:công điện|công văn|chỉ thị|thông báo|quyết định|nghị quyết|kế hoạch)\s+số\s*:?\s*(?P<serial>\d{1,5})(?=\s*,?\s+ngày\s+\d)"
)

_ONE_SPELLING = str.maketrans(
    {"Ð": "Đ", "ð": "đ", "\u2044": "/"} | dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
"""Files write numbers with no-break hyphens, soft hyphens and the Icelandic eth; one character stays one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A document named in ``text[start:end]``; ``number`` without blanks, ``symbol_at`` its span in ``text``.

    ``type_name`` is the printed type in lower case, ``None`` in an enumeration ("…, số 105/NQ-CP").
    """

    start: int
    end: int
    number: str
    number_at: tuple[int, int]
    type_name: str | None
    issued_on: date | None = None
    issuer: str | None = None


def find_references(text: str) -> tuple[Mention, ...]:
    """Every document named by a number in ``text``, in order; the same one as often as it is named.

    Blank numbers ("Số:      /KH-…"), numbers of forms ("Mẫu số 01/BC-…") and addresses are none.
    """
    text = text.translate(_ONE_SPELLING)
    lower = lower_case(text)
    found = [_read(text, lower, match) for match in _NUMBER.finditer(text) if _is_document(text, match)]
    found += [
        mention for mention in _bare(text, lower) if all(mention.number_at[0] != other.number_at[0] for other in found)
    ]
    return _with_shared_issuers(text, tuple(sorted(found, key=lambda item: item.start)))


def _is_document(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 60) : match.start()]
    symbol = match["legal"] or match["state"] or match["party"]
    if (
        _FORM_LEAD.search(before)
        or sum(letter.isupper() for letter in symbol) < 2
        or not int(re.sub(r"\D", "", match["serial"]))
    ):
        return False
    lead = _LEAD.search(before)
    named = lead is not None and (lead["type"] or lead["label"])
    if not named and re.search(r"[\d\])|⁄]\s*$", before):
        # Behind other digits or a stray bracket the serial is only the rest of one that OCR broke.
        return False
    return bool(named or match["legal"] or match["party"] or "-" in symbol)


def _read(text: str, lower: str, match: re.Match[str]) -> Mention:
    before = text[max(0, match.start() - 140) : match.start()]
    lead = _LEAD.search(before)
    type_name = lead["type"].lower() if lead and lead["type"] else None
    start = match.start() - (len(before) - lead.start()) if lead and (type_name or lead["label"]) else match.start()
    number_end = match.start() + len(match.group().rstrip(".&§-/ "))
    mention = Mention(
        start, number_end, re.sub(r"\s+", "", text[match.start() : number_end]), (match.start(), number_end), type_name
    )
    mention = _with_date(mention, lower)
    return _with_issuer(mention, text, lower, lead["of"] if lead else None)


def _bare(text: str, lower: str) -> Iterator[Mention]:
    """A type name with a number that has no symbol counts only with its date ("Công điện số 1063 ngày …")."""
    for match in _BARE.finditer(text):
        mention = Mention(
            match.start(), match.end(), match["serial"], match.span("serial"), match.group().split(" số")[0].lower()
        )
        dated = _with_date(mention, lower)
        if dated.issued_on:
            yield _with_issuer(dated, text, lower, None)


def _with_date(mention: Mention, lower: str) -> Mention:
    match = _DATE.match(lower, mention.end)
    day = day_from(match, "x") if match else None
    if match is None or day is None or day.month is None or day.year is None:
        return mention
    try:
        return replace(mention, end=match.end(), issued_on=date(day.year, day.month, day.day))
    except ValueError:
        return mention


def _with_issuer(mention: Mention, text: str, lower: str, listed: str | None) -> Mention:
    """The issuer behind the number and date, else the one that the sentence names in front of it."""
    after = issuer_after(text, mention.end, joint="TTLT" in mention.number)
    if after:
        mention = replace(mention, end=after[1], issuer=text[after[0] : after[1]])
        return mention if mention.issued_on else _with_date(mention, lower)
    if listed:
        named = issuer_after(listed, 0)
        return replace(mention, issuer=listed[named[0] : named[1]] if named else None)
    before = issuer_before(text, mention.start) if mention.type_name else None
    if before is None:
        return mention
    match = _DATE_BEFORE.search(lower[max(0, before[0] - 40) : before[0]])
    day = day_from(match, "x") if match and mention.issued_on is None else None
    mention = replace(mention, issuer=text[before[0] : before[1]])
    if day and day.month and day.year:
        return replace(mention, issued_on=date(day.year, day.month, day.day))
    return mention


def _with_shared_issuers(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """In "các Nghị quyết số A ngày …, số B ngày … của Chính phủ" the issuer belongs to both."""
    shared = list(mentions)
    for index in range(len(shared) - 2, -1, -1):
        this, following = shared[index], shared[index + 1]
        if this.issuer is None and following.issuer and _same_list(text, this, following):
            shared[index] = replace(this, issuer=following.issuer)
    for index in range(1, len(shared)):
        this, earlier = shared[index], shared[index - 1]
        elided = this.type_name is None and "." not in text[earlier.end : this.start]
        if this.issuer is None and elided and earlier.issuer and _kind(this.number) == _kind(earlier.number):
            shared[index] = replace(this, issuer=earlier.issuer)
    return tuple(shared)


def _same_list(text: str, this: Mention, following: Mention) -> bool:
    between = text[this.end : following.start]
    if not _ELISION.fullmatch(between):
        return False
    return following.type_name is None or _kind(this.number) == _kind(following.number)


def _kind(number: str) -> str:
    """The symbol of ``number``: what numbers of one issuer and type have in common."""
    return re.sub(r"^\d+[a-zđ]*[/\-](?:\d{4}/)?", "", number)
