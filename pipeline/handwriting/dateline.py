"""Printed dates "…, ngày … tháng … năm …" and the slots in them (Decree 30/2020, annex I, box 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from pipeline.handwriting.anchors import EMS, Anchor, folded, printed_width, same_row
from pipeline.handwriting.place import Place
from schemas.geometry import Box, hull
from schemas.text import Word

_PLACE_WORDS = 6
_HEAD = 0.55
"""A heading's slots stand above this share of the page's height."""
_LONGEST = 220.0
"""Points from "ngày" to the year of one date at most."""
_BLANK = 0.28
"""Ems between two printed words."""
_YEAR = re.compile(r"(?:19|20)\d\d[.,;]?")
_TOO_WIDE = 1.18
"""A word's box wider than its letters by more than this holds ink that is not its own."""


Edge = tuple[str, Literal["left", "right"]]
_BOTH: tuple[Literal["left", "right"], ...] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The anchors of one printed date, at least two of them found, each with the box of its letters.

    ``size`` is the type size in points; ``sure`` holds the edges of the anchors that were not reckoned.
    """

    day: Box | None
    month: Box | None
    year: Box | None
    size: float
    sure: frozenset[Edge]

    @property
    def box(self) -> Box:
        found = hull(box for box in (self.day, self.month, self.year) if box)
        assert found is not None
        return found


def row_size(words: Sequence[Word], box: Box) -> float:
    """Type size in points on the line of ``box``: the median of what its words' widths say."""
    sizes = [
        word.box.width / printed_width(word.text)
        for word in words
        if word.box and len(word.text) >= 3 and word.text.strip(".,").isalpha() and same_row(word.box, box)
    ]
    return min(max(median(sizes), 8.0), 20.0) if sizes else 12.5


def _nearest(anchor: Anchor, name: str, found: Sequence[Anchor], reach: float, to_left: bool) -> Anchor | None:
    def gap(other: Anchor) -> float:
        if to_left:
            return anchor.box.x0 - other.box.x1 if other.box.x0 < anchor.box.x0 else reach + 1
        return other.box.x0 - anchor.box.x1 if other.box.x1 > anchor.box.x1 else reach + 1

    near = [
        other
        for other in found
        if other.name == name
        and same_row(anchor.box, other.box)
        and (other.word == anchor.word or -45 <= gap(other) <= reach)
    ]
    return min(near, key=lambda other: other.box.centre[0] if not to_left else -other.box.centre[0], default=None)


def datelines(read: Sequence[Anchor], words: Sequence[Word]) -> tuple[Dateline, ...]:
    """Groups of "ngày", "tháng", "năm" on one line, at least two of the three."""
    found = (*read, *_years(read, words))
    groups: list[tuple[Anchor | None, Anchor | None, Anchor | None]] = []
    used: set[Anchor] = set()
    for month in (anchor for anchor in found if anchor.name == "thang"):
        day, year = _nearest(month, "ngay", found, 60, True), _nearest(month, "nam", found, 50, False)
        if day or year:
            groups.append((day, month, year))
            used.update(anchor for anchor in (day, year) if anchor)
    for day in (anchor for anchor in found if anchor.name == "ngay" and anchor not in used):
        year = _nearest(day, "nam", found, 110, False)
        if year and year not in used and year.box.x0 - day.box.x1 > 35:
            groups.append((day, None, year))
    return tuple(_settled(*group, words) for group in groups)


def _years(read: Sequence[Anchor], words: Sequence[Word]) -> Iterator[Anchor]:
    """ "năm" where OCR lost it: before a printed year that stands right of "ngày" or "tháng"."""
    starts = [anchor for anchor in read if anchor.name in ("ngay", "thang")]
    for index, word in enumerate(words):
        box = word.box
        if box is None or not _YEAR.fullmatch(word.text):
            continue
        row = [each for each in starts if same_row(each.box, box) and 0 < box.x0 - each.box.x0 < _LONGEST]
        size = row_size(words, box) if row else 0.0
        reckoned = Box(box.x0 - (EMS["nam"] + _BLANK) * size, box.y0, box.x0 - _BLANK * size, box.y1)
        if row and not any(each.name == "nam" and each.box.overlap(reckoned) > 0 for each in read):
            yield Anchor("nam", reckoned, index, "whole", reckoned=True)


def _settled(day: Anchor | None, month: Anchor | None, year: Anchor | None, words: Sequence[Word]) -> Dateline:
    """The group's letters told from ink that was glued to them."""
    group = [anchor for anchor in (day, month, year) if anchor]
    size = row_size(words, group[0].box)
    boxes = {anchor.name: _letters(anchor, words, size, year) for anchor in group}
    sure = frozenset(
        (anchor.name, side)
        for anchor in group
        for side in _BOTH
        if not anchor.reckoned and _edge(boxes[anchor.name], side) == _edge(anchor.box, side)
    )
    return Dateline(boxes.get("ngay"), boxes.get("thang"), boxes.get("nam"), size, sure)


def _edge(box: Box, side: Literal["left", "right"]) -> float:
    return box.x0 if side == "left" else box.x1


def _letters(anchor: Anchor, words: Sequence[Word], size: float, year: Anchor | None) -> Box:
    """The box of the anchor's letters within its word's box."""
    box, width = anchor.box, EMS[anchor.name] * size
    if box.width <= _TOO_WIDE * width:
        return box
    keep_left = anchor.part == "start" or (anchor.part == "whole" and anchor.name != "nam")
    if anchor.part == "whole" and anchor.name == "thang":
        keep_left = _crowded_right(anchor, words, size, year)
    if keep_left:
        return Box(box.x0, box.y0, box.x0 + width, box.y1)
    return Box(box.x1 - width, box.y0, box.x1, box.y1)


def _crowded_right(anchor: Anchor, words: Sequence[Word], size: float, year: Anchor | None) -> bool:
    """Whether what widened the box of "tháng" came from the month's side rather than from the day's."""
    overlaps = [w.box for i, w in enumerate(words) if w.box and i != anchor.word and w.box.overlap(anchor.box) > 0]
    if overlaps:
        return overlaps[0].centre[0] > anchor.box.centre[0]
    return year is not None and year.box.x0 - anchor.box.x1 < 0.9 * size


def words_before(words: Sequence[Word], box: Box, size: float) -> list[Word]:
    """Words on the line of ``box`` to its left, nearest first, as far as no wide gap comes between."""
    left = [(word, word.box) for word in words if word.box and same_row(word.box, box) and word.box.x1 <= box.x0 + 1]
    chain: list[Word] = []
    edge = box.x0
    for word, at in sorted(left, key=lambda pair: -pair[1].x1):
        gap = edge - at.x1
        if gap > 1.7 * size or (gap > 0.9 * size and "/" in word.text):  # another column, or the number's symbol
            break
        chain.append(word)
        edge = at.x0
    return chain


def heads_a_letter(line: Dateline, words: Sequence[Word], width: float, height: float) -> bool:
    """Whether a dated line is a letter's place and date: few words before it, none after, not in running text."""
    box = line.box
    if box.y0 >= _HEAD * height:
        return False
    before = words_before(words, box, line.size)
    start = min([box.x0, *(word.box.x0 for word in before if word.box)])
    if start <= 0.28 * width or len(before) > _PLACE_WORDS:
        return False
    beyond = box.x1 + 4.5 * line.size
    after = any(w.box and w.box.x0 > beyond and len(w.text) > 3 and same_row(w.box, box) for w in words)
    cited = any(folded(word.text) in {"so", "theo", "cua"} for word in before)
    return not after and not cited


def _between(left: Box | None, right: Box | None) -> tuple[float, float]:
    boxes = [box for box in (left, right) if box]
    return sum(box.y0 for box in boxes) / len(boxes), sum(box.y1 for box in boxes) / len(boxes)


def date_places(line: Dateline, words: Sequence[Word]) -> tuple[Place, ...]:
    """Slots of the day and the month of one printed date."""
    size, month, year = line.size, line.month, line.year
    places: list[Place] = []
    glued = month is not None and year is not None and year.x0 - month.x1 < 0.5 * size
    if glued and month and year:  # no room for a month: it was taken into the word "tháng"
        month = Box(year.x0 - (1.5 + EMS["thang"]) * size, month.y0, year.x0 - 1.5 * size, month.y1)
    day_right = month.x0 if month else year.x0 - (EMS["thang"] + 1.7) * size if year else None
    if day_right is not None:
        day_left = line.day.x1 if line.day else _reckoned_day(words, line, day_right)
        box = Box(day_left, *_corner(day_right, _between(line.day, month)))
        places.append(Place("day", box, size, ("ngay", "right") in line.sure, ("thang", "left") in line.sure))
    month_left = month.x1 if month else year.x0 - 1.5 * size if year else None
    if month_left is not None:
        month_right = year.x0 if year else month_left + 2.2 * size
        box = Box(month_left, *_corner(month_right, _between(month, year)))
        sure = ("thang", "right") in line.sure and not glued
        places.append(Place("month", box, size, sure, ("nam", "left") in line.sure))
    return tuple(place for place in places if place.box.width > 0.3 * size)


def _corner(right: float, rows: tuple[float, float]) -> tuple[float, float, float]:
    return rows[0], right, rows[1]


def _reckoned_day(words: Sequence[Word], line: Dateline, day_right: float) -> float:
    """Where "ngày" ends when OCR lost it: one word's width after the place's comma, else a usual gap."""
    size = line.size
    ends = [
        word.box.x1
        for word in words
        if word.box
        and same_row(word.box, line.box)
        and word.box.x1 < day_right - 2.5 * size
        and word.text.endswith(",")
    ]
    return max(ends) + (EMS["ngay"] + 0.35) * size if ends else day_right - 2.6 * size
