"""The heading: agencies, number, place and date, type name, subject, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.parse import anchors
from pipeline.parse.addressees import find_addressees
from pipeline.parse.arrival import arrival_spots
from pipeline.parse.spots import Entry, Spot
from pipeline.parse.subject import find_subject
from pipeline.parse.top import Placed, Top, find_top, lines_of_top
from schemas.text import Line, Passage

_OVER_HEAD = 6.0
"""Points of white above the national name: the first agency stands on its line, give or take the page's lean."""


@dataclass(frozen=True)
class Head:
    """The zones of a heading. ``end``: how many entries of the document it takes up.

    ``enclosure``: "(Kèm theo …)" lines, which are read with the body although they stand in the heading.
    """

    agencies: tuple[Line, ...]
    number: Passage | None
    dateline: Passage | None
    title: Passage | None
    subject: Passage | None
    addressees: tuple[Line, ...]
    arrival: tuple[Line, ...]
    marks: tuple[Line, ...]
    enclosure: tuple[Spot, ...]
    party: bool
    end: int


def parse_head(entries: Sequence[Entry], attached: bool) -> Head:
    """The heading that ``entries`` (one document's) begin with; empty zones where there is none.

    ``attached``: the document came with a letter, so that its title may be any words in capitals.
    """
    lines = lines_of_top(entries)
    stamps = arrival_spots(lines)
    marks = {at for at, spot in lines if at not in stamps and anchors.is_mark(spot)}
    top = find_top([(at, spot) for at, spot in lines if at not in stamps | marks])
    number, number_at = _number(top)
    dateline, dateline_at = _dateline(top)
    printed = {at for at, spot in top.spots if anchors.is_printed_head(spot)}
    used = number_at | dateline_at | printed
    agencies = _agencies(top, used, attached)
    used |= set(agencies)
    title, subject, subject_at = find_subject(top, used, attached)
    used |= subject_at
    to = find_addressees(top, used, titled=title is not None)
    used |= set(to)
    end = max(used | stamps | marks, default=-1) + 1
    return Head(
        tuple(top.by_place[at].line for at in agencies),
        number,
        dateline,
        title,
        subject,
        tuple(top.by_place[at].line for at in to),
        tuple(spot.line for at, spot in lines if at in stamps),
        tuple(spot.line for at, spot in lines if at in marks),
        _enclosure(top, used, end),
        any(anchors.is_party_head(spot) for _, spot in top.spots),
        end,
    )


def _number(top: Top) -> tuple[Passage | None, set[int]]:
    """From "Số" to the symbol's end, which may stand on the next line; a date on the same line is left out."""
    if top.number is None:
        return None, set()
    spot = top.by_place[top.number]
    passage = Passage.of([spot.line])
    date = anchors.dateline_start(spot.text)
    if date is not None:
        return passage.slice(0, date), {top.number}
    after = top.by_place.get(top.number + 1)
    cut = passage.text.rstrip()[-1] in "/-–" or anchors.is_blank_number(spot)
    if cut and after is not None and re.match(r"^\W?[A-ZĐ]{2,}[\w\-–/ ]{0,20}$", after.text):
        return Passage.of([spot.line, after.line]), {top.number, top.number + 1}
    return passage, {top.number}


def _dateline(top: Top) -> tuple[Passage | None, set[int]]:
    if top.dateline is None:
        return None, set()
    line = top.by_place[top.dateline].line
    return Passage.of([line]).slice(anchors.dateline_start(line.text) or 0), {top.dateline}


def _agencies(top: Top, used: set[int], attached: bool) -> list[int]:
    """Places of the agencies: capitals in the left column above the number or what else comes first below them."""
    low = _lowest(top, used, attached)
    if low is None:
        return []
    lowest = top.by_place.get(low)
    floor = lowest.box.y0 + 4 if lowest is not None and lowest.box is not None else None
    return [
        at
        for at, spot in top.spots
        if at not in used
        and at != low
        and _above(at, spot, low, floor)
        and _agency_like(spot)
        and not _over_head(top, spot)
    ]


def _over_head(top: Top, spot: Spot) -> bool:
    """Whether a line stands above the national name, where only marks of a digital signature do."""
    tops = [other.box.y0 for _, other in top.spots if other.box and anchors.is_printed_head(other)]
    return bool(tops) and spot.box is not None and spot.box.y1 < min(tops) - _OVER_HEAD


def _lowest(top: Top, used: set[int], attached: bool) -> int | None:
    """Where the agencies end. An attachment without number or national name has them only above a caption."""
    headed = any(anchors.is_printed_head(spot) for _, spot in top.spots)
    if attached and top.number is None and not headed:
        return top.caption
    if top.below_agencies is not None:
        return top.below_agencies
    if top.caption is not None:
        return top.caption
    return top.dateline if top.dateline is not None else max((at + 1 for at in used), default=None)


def _above(at: int, spot: Spot, low: int, floor: float | None) -> bool:
    if floor is None or spot.box is None:
        return at < low
    return spot.box.y0 <= floor


def _agency_like(spot: Spot) -> bool:
    if anchors.type_name(spot.text) or anchors.is_enclosure(spot):
        return False
    letters = sum(character.isalpha() for character in spot.text)
    return letters >= 3 and spot.upper_share > 0.6 and spot.middle < 0.56 and spot.height < 0.4


def _enclosure(top: Top, used: set[int], end: int) -> tuple[Spot, ...]:
    """ "(Kèm theo Công văn số …)" and the line it wraps to, above the heading's last line."""
    found: list[Placed] = []
    for at, spot in top.spots:
        opens = anchors.is_enclosure(spot)
        wraps = bool(found) and found[-1][0] == at - 1 and ")" not in found[-1][1].text
        if at < end and at not in used and (opens or wraps):
            found.append((at, spot))
    return tuple(spot for _, spot in found)
