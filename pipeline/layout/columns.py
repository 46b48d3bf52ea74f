"""Segments into lines in reading order: a column is read to its end before the next begins.

A run of rows that share a gutter is a block of two columns (the head; Nơi nhận beside the signature;
addressees side by side); inside a column the same is looked for again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.layout.segments import Segment

_SAME_ROW = 0.5
_GUTTER = 0.8
_LONE_GAP = 5.0
"""In ems: a gap in one row alone, up to this, is a hole in a line and no gutter."""
_BLANK = 5.0
"""In ems: one-sided rows below a white band as high as this belong to no column above."""


@dataclass(frozen=True, slots=True)
class Gutter:
    x0: float
    x1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0


Row = tuple[Segment, ...]


def in_reading_order(segments: Sequence[Segment], em: float, tilt: float = 0.0) -> list[Segment]:
    """Lines in the order they are read, segments of one line merged; ``tilt`` is the fall per point to the right."""
    return _read(_rows(segments, em, tilt), em, inner=False)


def _rows(segments: Sequence[Segment], em: float, tilt: float) -> list[Row]:
    def height(segment: Segment) -> float:
        return segment.baseline - tilt * segment.box.centre[0]

    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=height):
        fits = rows and height(segment) - height(rows[-1][0]) <= _SAME_ROW * em and not _collides(rows[-1], segment)
        if fits:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [tuple(sorted(row, key=lambda segment: segment.box.x0)) for row in rows]


def _collides(row: Sequence[Segment], segment: Segment) -> bool:
    return any(
        min(other.box.x1, segment.box.x1) - max(other.box.x0, segment.box.x0) > 0.3 * min(other.size, segment.size)
        for other in row
    )


def _read(rows: Sequence[Row], em: float, inner: bool) -> list[Segment]:
    lines: list[Segment] = []
    at = 0
    while at < len(rows):
        block = _block(rows, at, em)
        if block is None:
            lines += _lone_row(rows[at], em, inner)
            at += 1
            continue
        end, gutter = block
        middle = (gutter.x0 + gutter.x1) / 2
        for left in (True, False):
            side = [tuple(part for part in row if (part.box.centre[0] < middle) is left) for row in rows[at:end]]
            lines += _read([row for row in side if row], em, inner=True)
        at = end
    return lines


def _lone_row(row: Row, em: float, inner: bool) -> list[Segment]:
    """The parts of a row that stands in no block, merged where the hole between them is small."""
    lines = [row[0]]
    for segment in row[1:]:
        hole = segment.box.x0 - lines[-1].box.x1
        apart = segment.heads_right_column or segment.ends_columns
        if not apart and (inner or hole <= _LONE_GAP * em):
            both = lines[-1].words + segment.words
            lines[-1] = Segment(tuple(sorted(both, key=lambda placed: placed.box.x0)))
        else:
            lines.append(segment)
    return lines


def _block(rows: Sequence[Row], start: int, em: float) -> tuple[int, Gutter] | None:
    """The rows from ``start`` on that share a gutter with it, and that gutter; ``None`` when there is no block."""
    seed = next((at for at in range(start, min(start + 4, len(rows))) if _gap(rows[at], em)), None)
    if seed is None:
        return None
    gutter = _gap(rows[seed], em)
    end, both = start, 0
    while end < len(rows) and gutter is not None:
        narrowed = _narrow(gutter, rows[end], em)
        if narrowed is None or (end > seed and _closes(rows, end, gutter, em)):
            break
        both += _sides(rows[end], narrowed) + any(part.heads_right_column for part in rows[end]) >= 2
        gutter, end = narrowed, end + 1
    if gutter is None or end <= seed or (both < 2 and not _columns_alone(rows[start:end], gutter)):
        return None
    return end, gutter


def _gap(row: Row, em: float) -> Gutter | None:
    gaps = [Gutter(left.box.x1, right.box.x0) for left, right in pairwise(row)]
    widest = max(gaps, key=lambda gap: gap.width, default=None)
    return widest if widest and widest.width >= _GUTTER * em else None


def _narrow(gutter: Gutter, row: Row, em: float) -> Gutter | None:
    """What of ``gutter`` the row leaves free: its widest free part."""
    free = [gutter]
    for segment in row:
        free = [part for old in free for part in _without(old, segment)]
    widest = max(free, key=lambda part: part.width, default=None)
    return widest if widest and widest.width >= 0.6 * em else None


def _without(gutter: Gutter, segment: Segment) -> list[Gutter]:
    if segment.box.x1 <= gutter.x0 or segment.box.x0 >= gutter.x1:
        return [gutter]
    parts = (Gutter(gutter.x0, segment.box.x0), Gutter(segment.box.x1, gutter.x1))
    return [part for part in parts if part.width > 0]


def _sides(row: Row, gutter: Gutter) -> int:
    middle = (gutter.x0 + gutter.x1) / 2
    return len({segment.box.centre[0] < middle for segment in row})


def _columns_alone(rows: Sequence[Row], gutter: Gutter) -> bool:
    """Whether one shared row makes columns: each side has three lines, as beside a signature."""
    middle = (gutter.x0 + gutter.x1) / 2
    left = sum(any(part.box.centre[0] < middle for part in row) for row in rows)
    right = sum(any(part.box.centre[0] >= middle for part in row) for row in rows)
    return min(left, right) >= 3


def _closes(rows: Sequence[Row], at: int, gutter: Gutter, em: float) -> bool:
    """Whether a row belongs to no column above: "Kính gửi", or one side only below a white band."""
    if any(part.ends_columns for part in rows[at]):
        return True
    above = max(part.box.y1 for part in rows[at - 1])
    return _sides(rows[at], gutter) == 1 and min(part.box.y0 for part in rows[at]) - above > _BLANK * em
