"""Documents that a letter names by their number, once each, in the order of first mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.extract.claim import claim, is_read, reading_confidence, words_of
from pipeline.extract.number import normal_symbol
from pipeline.language.references import Mention, find_references
from schemas.document import Paragraph, ParsedDocument
from schemas.evidence import Extracted
from schemas.extracted import ExtractedHead
from schemas.record import Reference
from schemas.text import Passage

_NUMBER_WITH_YEAR = re.compile(r"\d+/(?:19|20)\d\d/")
_SWALLOWED_SLASH = re.compile(r"\d{1,3}(?:19|20)\d\d/(?:NĐ|TT|QH)")


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention with the passage it stands in, its number normalised."""

    mention: Mention
    passage: Passage
    number: str


def extract_references(document: ParsedDocument, head: ExtractedHead) -> tuple[Extracted[Reference], ...]:
    """Every other document that ``document`` names by a number, laws with a number too.

    Searched are subject, preamble, body and tables. Not the document's own number. The same number
    named again only adds a date or issuer that was missing.
    """
    own = _own_numbers(head)
    found: list[list[_Named]] = []
    for passage in _passages(document):
        for mention in find_references(passage.text):
            named = _Named(mention, passage, _normal(mention, passage))
            if _squeezed(named.number) in own or _is_own_date(mention, named.number, head):
                continue
            group = next((group for group in found if any(_same(named, other) for other in group)), None)
            if group is None:
                found.append([named])
            else:
                group.append(named)
    return tuple(_reference(group) for group in found if not _garbled(group, found))


def _passages(document: ParsedDocument) -> Iterator[Passage]:
    if document.title is not None and re.search(r"(?i)kèm theo", document.title.text):
        yield document.title
    if document.subject is not None:
        yield document.subject
    for paragraph in document.preamble:
        yield paragraph.passage
    for block in document.body:
        if isinstance(block, Paragraph):
            yield block.passage
        else:
            yield from _cells(block.rows)


def _cells(rows: Iterable[tuple[Passage, ...]]) -> Iterator[Passage]:
    seen: set[int] = set()
    for row in rows:
        for cell in row:
            # A merged cell is repeated in each row and column that it spans.
            if cell.text and id(cell) not in seen:
                seen.add(id(cell))
                yield cell


def _normal(mention: Mention, passage: Passage) -> str:
    """The number as printed, without blanks; what OCR took from the marks of known groups is given back."""
    start, end = mention.number_at
    read = is_read(words_of(passage, start, end))
    serial, rest = re.match(r"(\d+[a-zđ]*)(.*)", mention.number, re.DOTALL).groups()  # type: ignore[union-attr]
    legal = re.match(r"(/\d{4}/|[/\-])(.*)", rest, re.DOTALL)
    if legal is None:
        return mention.number
    symbol = normal_symbol(legal[2], repair=read)
    if read:
        symbol = re.sub(r"^QH[I1l]*([2-6])$", r"QH1\1", symbol)  # the Assembly's terms that still issue or are cited
    return serial + legal[1] + symbol


def _own_numbers(head: ExtractedHead) -> frozenset[str]:
    symbol = head.symbol.value if head.symbol else None
    if not symbol or head.serial is None:
        return frozenset()
    serials = [head.serial.value, *(str(candidate.value) for candidate in head.serial.candidates)]
    own = [_squeezed(serial + symbol) for serial in serials if serial]
    return frozenset([*own, *(number.lstrip("0") for number in own)])


def _is_own_date(mention: Mention, number: str, head: ExtractedHead) -> bool:
    """Whether the letter names itself though its own serial was not read: its symbol and its day."""
    symbol = head.symbol.value if head.symbol else None
    unread = head.serial is not None and head.serial.value is None
    if not symbol or not unread or head.issued_on is None or head.issued_on.value is None:
        return False
    return mention.issued_on == head.issued_on.value and _squeezed(number).endswith(_squeezed(symbol))


def _same(one: _Named, other: _Named) -> bool:
    """The same number, or the same serial and day with a symbol that OCR read otherwise."""
    if _squeezed(one.number) == _squeezed(other.number):
        dates = {one.mention.issued_on, other.mention.issued_on} - {None}
        return (
            len(dates) < 2
            or _NUMBER_WITH_YEAR.match(one.number) is not None
            or one.mention.issuer == other.mention.issuer
        )
    if one.number.split("/")[0].split("-")[0] != other.number.split("/")[0].split("-")[0]:
        return False
    same_day = one.mention.issued_on is not None and one.mention.issued_on == other.mention.issued_on
    legal = _NUMBER_WITH_YEAR.match(one.number) is not None and _NUMBER_WITH_YEAR.match(other.number) is not None
    return (same_day or legal) and _is_read(one) and _is_read(other) and _near(one.number, other.number)


def _is_read(named: _Named) -> bool:
    return is_read(words_of(named.passage, *named.mention.number_at))


def _near(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(_squeezed(one), _squeezed(other)) <= 1


def _garbled(group: list[_Named], others: list[list[_Named]]) -> bool:
    """ "72016/NĐ-CP" where OCR lost a slash, beside the whole number with the same day."""
    first = group[0]
    if not (_SWALLOWED_SLASH.match(first.number) and _is_read(first)):
        return False
    return any(
        other[0].mention.issued_on == first.mention.issued_on and _NUMBER_WITH_YEAR.match(other[0].number)
        for other in others
    )


def _reference(group: list[_Named]) -> Extracted[Reference]:
    """One reference of all mentions of a document: the number read best, and the first date and issuer printed."""
    best = max(group, key=lambda named: (_times(named, group), _sure(named)))
    dates = (named.mention.issued_on for named in group)
    issuers = (named.mention.issuer for named in group)
    value = Reference(
        number=best.number,
        issued_on=next((day for day in dates if day), None),
        issuer=next((issuer for issuer in issuers if issuer), None),
    )
    span = (best.mention.start, best.mention.end)
    rule = "reference" if best.mention.type_name else "reference-listed"
    return claim(best.passage, value, rule, _sure(best) * (0.4 if _SWALLOWED_SLASH.match(best.number) else 1), span)


def _times(named: _Named, group: list[_Named]) -> int:
    return sum(other.number == named.number for other in group)


def _sure(named: _Named) -> float:
    mention = named.mention
    if not _is_read(named):
        return 0.97
    read = reading_confidence(named.passage, *mention.number_at)
    return min(0.97, 0.25 + 0.55 * read + (0.1 if mention.type_name else 0) + (0.07 if mention.issued_on else 0))


def _squeezed(number: str) -> str:
    return re.sub(r"[\W_]+", "", number).casefold()
