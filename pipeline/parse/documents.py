"""Where each document of a file begins: the letter, and what travels with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.parse import anchors
from pipeline.parse.markers import find_marker
from pipeline.parse.signing import is_name, is_signing
from pipeline.parse.spots import Entry, Spot
from schemas.text import Line, Table

_FORM = re.compile(r"^\W{0,3}(phu luc|mau so|bieu mau|mau \d|bieu so|phu bieu)\b")
_HEADED = re.compile(
    r"^\W{0,3}(phu luc|mau |bieu|danh sach|chuong trinh|de cuong|lich |bang |phieu|bao cao|ke hoach|quyet dinh|thong bao|"
    r"huong dan|noi dung|cong hoa xa hoi|dang cong san)"
)
_FEWEST_WORDS = 8


def split_documents(entries: Sequence[Entry]) -> list[list[Entry]]:
    """``entries`` of a file cut before each line that begins a document; never empty when ``entries`` is not."""
    if all(isinstance(entry, Spot) and not entry.boxed for entry in entries if isinstance(entry, Spot)):
        starts = _starts_in_text(entries)
    else:
        starts = _starts_by_page(entries)
    edges = [0, *[start for start in starts if start], len(entries)]
    return [list(entries[start:end]) for start, end in pairwise(edges) if start < end]


def _starts_by_page(entries: Sequence[Entry]) -> list[int]:
    """A page with a heading of its own; after the letter's foot any page with a title suffices."""
    starts: list[int] = []
    first = 0
    for at, end in _pages(entries):
        if at == 0 or _words(entries[at:end]) < _FEWEST_WORDS:
            continue
        page = [entry for entry in entries[at:end] if isinstance(entry, Spot)]
        footed = _footed(entries[first:at])
        if _begins_document(page, footed, attached=bool(starts)):
            starts.append(at)
            first = at
    return starts


def _words(entries: Sequence[Entry]) -> int:
    lines = [[entry.line] if isinstance(entry, Spot) else _table_lines(entry) for entry in entries]
    return sum(len(line.words) for found in lines for line in found)


def _table_lines(table: Table) -> list[Line]:
    return [line for cell in table.cells for line in cell.lines]


def _pages(entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """First entry of each page, and the first behind it; a table belongs to the page of the line before it."""
    pages: list[int | None] = []
    for entry in entries:
        pages.append(entry.line.page if isinstance(entry, Spot) else entry.page)
    edges = [0] + [at for at in range(1, len(pages)) if pages[at] != pages[at - 1]] + [len(pages)]
    return list(pairwise(edges))


def _footed(entries: Sequence[Entry]) -> bool:
    """Whether a document has ended: Nơi nhận or a signature stands in it."""
    spots = [entry for entry in entries if isinstance(entry, Spot)]
    if any(anchors.is_distribution(spot) for spot in spots):
        return True
    tail = spots[-10:]
    return any(is_signing(spot) and spot.middle > 0.5 for spot in tail) and any(is_name(spot) for spot in tail)


def _begins_document(page: Sequence[Spot], footed: bool, attached: bool) -> bool:
    top = [spot for spot in page if spot.height < 0.45][:16]
    if any(anchors.is_state_head(spot) or anchors.is_party_head(spot) for spot in top):
        return footed or any(anchors.is_dateline(spot) or anchors.is_number(spot) for spot in top)
    lead = [spot for spot in top if sum(character.isalpha() for character in spot.text) > 2][:6]
    enclosed = any(anchors.is_enclosure(spot) for spot in lead)
    if enclosed or any(_FORM.match(spot.folded) and spot.upper_share > 0.15 for spot in lead[:3]):
        return True
    if footed:
        return not _goes_on_with_foot(page)
    return any(_is_title(spot, attached and place == 0) for place, spot in enumerate(lead[:4]))


def _goes_on_with_foot(page: Sequence[Spot]) -> bool:
    """Whether the page holds what is left of a signature or of Nơi nhận and little else."""
    few = 0 < len(page) <= 14
    return few and any(is_signing(spot) or is_name(spot) or anchors.is_copy(spot) for spot in page)


def _is_title(spot: Spot, attached: bool) -> bool:
    """A type name alone in capitals; on top of a page among attachments any words in capitals."""
    if find_marker(spot.text) or is_name(spot) or is_signing(spot):
        return False
    if anchors.type_name(spot.text) is not None or (_HEADED.match(spot.folded) and spot.upper_share > 0.9 and attached):
        return True
    table_head = re.match(r"^\W{0,2}(stt|tt)\b", spot.folded) is not None
    return attached and spot.upper_share > 0.8 and len(spot.line.words) >= 4 and not table_head


def _starts_in_text(entries: Sequence[Entry]) -> list[int]:
    """Without pages: behind a foot, the first line of the next heading."""
    spots = [(at, entry) for at, entry in enumerate(entries) if isinstance(entry, Spot)]
    starts: list[int] = []
    footed = False
    for index, (at, spot) in enumerate(spots):
        if anchors.is_distribution(spot):
            footed = True
        elif footed and _opens(spot):
            starts.append(_with_agencies(spots, index) or at)
            footed = False
    return starts


def _opens(spot: Spot) -> bool:
    return (
        anchors.is_state_head(spot)
        or anchors.is_party_head(spot)
        or anchors.type_name(spot.text) is not None
        or bool(_FORM.match(spot.folded) and spot.upper_share > 0.15)
    )


def _with_agencies(spots: Sequence[tuple[int, Spot]], index: int) -> int | None:
    """Back over the lines of the heading that stand above its first sure line, to the last signer's name."""
    while index and spots[index][1].gap < 3:
        before = spots[index - 1][1]
        if is_name(before) or is_signing(before) or before.text.lstrip()[:1] in "-–(" or anchors.is_copy(before):
            break
        index -= 1
    return spots[index][0]
