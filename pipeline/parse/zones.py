"""Laid pages into documents and their zones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.parse.documents import split_documents
from pipeline.parse.foot import parse_foot
from pipeline.parse.head import parse_head
from pipeline.parse.paragraphs import levelled, paragraphs
from pipeline.parse.spots import Entry, Spot, entries_of
from pipeline.parse.stamps import part_stamps, with_stamps
from pipeline.parse.tables import continued, parse_table
from schemas.document import Paragraph, ParsedDocument, ParsedTable, Role
from schemas.folding import fold
from schemas.text import LaidPage, SlotReading

_GROUND = re.compile(r"^(can cu|xet |theo de nghi|tren co so|theo )")


def parse(pages: Sequence[LaidPage]) -> tuple[ParsedDocument, ...]:
    """The documents of a file in page order, each with its zones; empty when ``pages`` hold no text.

    The first is the letter. Each word is in at most one zone; words in none are noise or headings
    that say nothing (the national name, rules, what a seal left).
    """
    stamped, pages = part_stamps(pages)
    groups = split_documents(entries_of(pages))
    spans = _spans(groups, pages)
    found = enumerate(zip(groups, spans, strict=True))
    parsed = tuple(_parse_document(group, span, index, pages) for index, (group, span) in found)
    return tuple(with_stamps(document, stamped) for document in parsed)


def _spans(groups: Sequence[Sequence[Entry]], pages: Sequence[LaidPage]) -> list[tuple[int | None, int | None]]:
    """First and last page of each group: a document ends where the next begins, the last one with the file."""
    firsts = [next((number for entry in group if (number := _page_of(entry)) is not None), None) for group in groups]
    last = max((page.number for page in pages if page.number is not None), default=None)
    spans: list[tuple[int | None, int | None]] = []
    for index, first in enumerate(firsts):
        follower = next((other for other in firsts[index + 1 :] if other is not None), None)
        end = last if follower is None else max(follower - 1, first or 0)
        spans.append((1 if first is not None and index == 0 else first, end if first is not None else None))
    return spans


def _page_of(entry: Entry) -> int | None:
    return entry.line.page if isinstance(entry, Spot) else entry.page


def _parse_document(
    entries: Sequence[Entry], span: tuple[int | None, int | None], index: int, pages: Sequence[LaidPage]
) -> ParsedDocument:
    head = parse_head(entries, attached=index > 0)
    foot = parse_foot(entries, head.end)
    grounds, body = _body([*head.enclosure, *entries[head.end : foot.start]])
    role: Role = "letter" if index == 0 else "attachment"
    return ParsedDocument(
        role,
        *span,
        agencies=head.agencies,
        number=head.number,
        dateline=head.dateline,
        title=head.title,
        subject=head.subject,
        addressees=head.addressees,
        preamble=tuple(grounds),
        body=tuple(body),
        distribution=tuple(foot.distribution),
        signature=tuple(foot.signature),
        arrival=head.arrival,
        marks=head.marks,
        copy=tuple(foot.copy),
        slots=_slots(pages, span, index),
        party=head.party,
    )


def _slots(pages: Sequence[LaidPage], span: tuple[int | None, int | None], index: int) -> tuple[SlotReading, ...]:
    """Slots of the pages the document covers."""
    first, last = span
    if first is None or last is None:
        return tuple(slot for page in pages for slot in page.slots) if index == 0 else ()
    return tuple(slot for page in pages if page.number and first <= page.number <= last for slot in page.slots)


def _body(entries: Sequence[Entry]) -> tuple[list[Paragraph], list[Paragraph | ParsedTable]]:
    """Grounds ("Căn cứ …;") and the rest, paragraphs levelled over the whole document."""
    items: list[Paragraph | ParsedTable] = []
    run: list[Spot] = []
    for entry in entries:
        if isinstance(entry, Spot):
            run.append(entry)
            continue
        items += paragraphs(run)
        run = []
        _add_table(items, parse_table(entry))
    items += paragraphs(run)
    count = _grounds(items)
    grounds = [item for item in items[:count] if isinstance(item, Paragraph)]
    rest = items[count:]
    depth = iter(levelled([item for item in rest if isinstance(item, Paragraph)]))
    return grounds, [next(depth) if isinstance(item, Paragraph) else item for item in rest]


def _add_table(items: list[Paragraph | ParsedTable], table: ParsedTable) -> None:
    last = items[-1] if items else None
    merged = continued(last, table) if isinstance(last, ParsedTable) else None
    if merged is not None:
        items[-1] = merged
    else:
        items.append(table)


def _grounds(items: Sequence[Paragraph | ParsedTable]) -> int:
    """How many items in front are grounds: they begin with "Căn cứ" or the like and end with a semicolon.

    Before "QUYẾT ĐỊNH:" the last ground ends with a full stop or a comma, and the issuer's name stands above.
    """
    ordered = next((at for at, item in enumerate(items[:25]) if _orders(item)), None)
    if ordered is not None and any(isinstance(item, Paragraph) and _is_ground(item) for item in items[:ordered]):
        return ordered
    count = 0
    for item in items:
        if not (isinstance(item, Paragraph) and _is_ground(item) and item.text.rstrip()[-1] in ";"):
            break
        count += 1
    return count


def _is_ground(item: Paragraph) -> bool:
    return bool(_GROUND.match(fold(item.text).lstrip(" -–~.,'\"")))


def _orders(item: Paragraph | ParsedTable) -> bool:
    letters = re.sub(r"[^a-z]", "", fold(item.text)) if isinstance(item, Paragraph) else ""
    return letters in ("quyetdinh", "quyetnghi", "chithi", "quyetnghj") and item.text.isupper()  # type: ignore[union-attr]
