"""What is written in an arrival stamp's rows, cut free: of rules, of leaders, of red print, of the rows beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from pipeline.handwriting.ink import Ink, Pixels, darkness, levelled
from pipeline.handwriting.pieces import INK, Mask, Piece, Pieces, pieces
from pipeline.handwriting.stamp import StampRows
from schemas.geometry import Box

_LONGEST = 120.0
"""Points that an entry may reach to the right of its label."""
_REDDER = 35
"""Grey levels by which red outshines the other colours in a red stamp's ink."""
_GAP = 2.0
"""Ems of white after which what follows is no longer the entry."""
_TILTS = (0.0, -1.5, 1.5, -3.0, 3.0, -4.5, 4.5, -6.0, 6.0, -8.0, 8.0)
"""Degrees by which a stamp may stand aslant."""
_PLAINLY = 1.15
"""How much sharper rows must be than in the level picture before it is turned."""
_FARTHEST = 3.2
"""Ems from one row's leader to the next."""
_DOTTED = 3.0
"""Ems of leader that must be seen."""
_TALL = 0.5
"""Ems from which a piece is a digit and not a dot, a dash or a leader."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The writing in one row: its pieces left to right, in pixels of ``ink``, which shows nothing else.

    ``corner`` are the pixels of the page left of and above ``ink``, ``scale`` is pixels to the point.
    """

    ink: Ink
    seen: Pieces
    written: tuple[Piece, ...]
    corner: tuple[int, int]
    scale: float
    em: float

    @property
    def box(self) -> Box:
        """Where the writing stands, in points of the page."""
        x, y = self.corner
        return Box(
            x + min(piece.x0 for piece in self.written),
            y + min(piece.y0 for piece in self.written),
            x + max(piece.x1 for piece in self.written),
            y + max(piece.y1 for piece in self.written),
        ).scaled(1 / self.scale)

    @property
    def lacks_ink(self) -> bool:
        """Whether ink stands among the digits that was not taken for theirs: one may be lost in the row beside."""
        tall = [piece for piece in self.written if piece.height >= _TALL * self.em]
        top, foot = (float(np.median([edge(piece) for piece in tall])) for edge in (_top, _foot))
        left, right = tall[0].x0 - 0.3 * self.em, tall[-1].x1 + 0.8 * self.em
        labels = {piece.label for piece in self.written}
        return any(
            min(piece.y1, foot) - max(piece.y0, top) > 0.5 * (foot - top) and left < piece.centre_x < right
            for piece in self.seen.found
            if piece.label not in labels and piece.height >= _TALL * self.em
        )

    def of(self, chosen: Sequence[Piece]) -> Ink:
        """The ink of some pieces alone, cropped, with a narrow margin of paper."""
        import cv2

        kept = np.isin(self.seen.labels, [piece.label for piece in chosen])
        spread = cv2.dilate(kept.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        top, bottom = min(piece.y0 for piece in chosen), max(piece.y1 for piece in chosen)
        left, right = min(piece.x0 for piece in chosen), max(piece.x1 for piece in chosen)
        cropped = np.where(spread, self.ink, 0.0)[top:bottom, left:right]
        return np.pad(cropped, 1 + round(0.03 * (bottom - top))).astype(np.float32)


def entries(
    image: Pixels, dpi: float, rows: StampRows, printed: Sequence[Box] = ()
) -> tuple[Entry | None, Entry | None]:
    """What is written as number and as date of a stamp; ``None`` where nothing is.

    ``image`` (h, w) or (h, w, 3) has ``dpi`` pixels to the inch; ``printed`` are boxes of the letter's own words.
    """
    scale = dpi / 72
    first = min(rows.number.left, rows.date.left) - 1.5 * rows.size
    left, top = max(0, round(first * scale)), max(0, round(_ceiling(rows) * scale))
    bottom, right = (rows.date.foot + 0.9 * rows.pitch) * scale, (first + _LONGEST) * scale
    part = image[top : round(bottom), left : round(right)]
    if part.size == 0:
        return None, None
    em, pitch = rows.size * scale, rows.pitch * scale
    part = _levelled_rows(part, (rows.date.left * scale - left, rows.date.foot * scale - top))
    dark = _without_red(part) if rows.red and part.ndim == 3 else darkness(part)
    for box in printed:
        x0, x1, y0, y1 = (max(0, round(edge)) for edge in _within(box, scale, left, top))
        dark[y0:y1, x0:x1] = 0
    ink = levelled(dark)
    feet = [row.foot * scale - top for row in (rows.number, rows.date)]
    if not rows.spaced:
        feet[0] = _leader_above(ink > INK, feet[1], em) or feet[0]
        pitch = feet[1] - feet[0]
    feet.append(feet[1] + pitch)
    mask = _between_rows(_without_print(ink > INK, em, pitch, feet), feet, em, pitch)
    seen = pieces(mask)
    whole = pieces(levelled(darkness(part)) > INK)
    starts = [
        _after_colon(whole, row.left * scale - left, foot, em)
        for row, foot in zip((rows.number, rows.date), feet, strict=False)
    ]
    found = (_entry(seen, index, start, feet, em) for index, start in enumerate(starts))
    number, date = (Entry(ink, seen, each, (left, top), scale, em) if each else None for each in found)
    return number, date


def _levelled_rows(part: Pixels, pivot: tuple[float, float]) -> Pixels:
    """``part`` turned about the end of the date's label so that the stamp's rules and leaders lie level.

    A stamp that is as good as level is left as it is.
    """
    import cv2

    height, width = part.shape[:2]
    lines = (levelled(darkness(part)) > INK).astype(np.float32)

    def turned(picture: Any, degrees: float, paper: Any) -> Any:
        turn = cv2.getRotationMatrix2D(pivot, degrees, 1.0)
        return cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=paper)

    level = {degrees: float((turned(lines, degrees, 0).sum(axis=1) ** 2).sum()) for degrees in _TILTS}
    best = max(level, key=lambda degrees: level[degrees])
    if best == 0 or level[best] < _PLAINLY * level[0]:
        return part
    return np.asarray(turned(part, best, (255, 255, 255)), dtype=np.uint8)


def _within(box: Box, scale: float, left: int, top: int) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of ``box`` (points) in the pixels of a part that begins at ``left`` and ``top``."""
    return box.x0 * scale - left, box.x1 * scale - left, box.y0 * scale - top, box.y1 * scale - top


def _after_colon(seen: Pieces, start: float, foot: float, em: float) -> float:
    """Where a row's label ends: behind the colon near ``start``, two dots one above the other."""
    dots = [
        piece
        for piece in seen.found
        if max(piece.width, piece.height) <= 0.3 * em
        and -1.6 * em < piece.x0 - start < 3.0 * em
        and foot - 0.8 * em < piece.centre_y < foot + 0.15 * em
    ]
    colons = [
        max(one.x1, two.x1)
        for one in dots
        for two in dots
        if abs(one.centre_x - two.centre_x) < 0.12 * em and 0.2 * em < two.centre_y - one.centre_y < 0.6 * em
    ]
    return float(min(colons, key=lambda at: abs(at - start), default=start))


def _without_red(part: Pixels) -> Pixels:
    """``part`` as darkness, without a red stamp's own ink."""
    red, other = part[..., 0].astype(np.int16), np.maximum(part[..., 1], part[..., 2]).astype(np.int16)
    return np.where(red - other > _REDDER, 0, darkness(part)).astype(np.uint8)


def _without_print(mask: Mask, em: float, pitch: float, feet: Sequence[float]) -> Mask:
    """``mask`` without the frame's rules and the leaders that the rows stand on."""
    bare = _without_lines(mask, (1, max(3, round(2.4 * em))))
    bare = _without_lines(bare, (max(3, round(1.9 * pitch)), 1))
    return bare & ~_leaders(bare, em, feet)


def _without_lines(mask: Mask, longest: tuple[int, int]) -> Mask:
    """``mask`` without straight lines of ``longest`` (rows, columns) or more; strokes that cross them stay whole."""
    import cv2

    pixels = mask.astype(np.uint8)
    lines = cv2.morphologyEx(pixels, cv2.MORPH_OPEN, np.ones(longest, np.uint8))
    if not lines.any():
        return mask
    lying = longest[0] == 1
    lines = cv2.dilate(lines, np.ones((3, 1) if lying else (1, 3), np.uint8))
    thick = int((lines > 0).sum(axis=0 if lying else 1).max())
    beyond = np.where(lines > 0, 0, pixels).astype(np.uint8)
    reach = min(thick, 12) + 3
    joined = cv2.morphologyEx(beyond, cv2.MORPH_CLOSE, np.ones((reach, 1) if lying else (1, reach), np.uint8))
    return np.asarray((beyond > 0) | ((joined > 0) & (lines > 0) & mask), dtype=np.bool_)


def _ceiling(rows: StampRows) -> float:
    """How far up the number may reach, in points."""
    if rows.spaced:
        return rows.number.foot - 1.6 * rows.pitch
    return rows.date.foot - 2.2 * _FARTHEST * rows.size


def _leader_above(mask: Mask, foot: float, em: float) -> float | None:
    """The row of the leader next above the one at ``foot``; ``None`` where none is dotted there."""
    import cv2

    top, bottom = max(0, round(foot - _FARTHEST * em)), max(0, round(foot - 1.0 * em))
    bare = _without_lines(mask, (1, max(3, round(2.4 * em)))).astype(np.uint8)
    dotted = cv2.morphologyEx(bare, cv2.MORPH_CLOSE, np.ones((1, max(3, round(0.6 * em))), np.uint8))
    runs = cv2.morphologyEx(dotted, cv2.MORPH_OPEN, np.ones((1, max(3, round(2.0 * em))), np.uint8))
    rows = runs[top:bottom].sum(axis=1)
    if not rows.size or rows.max() < _DOTTED * em:
        return None
    return float(top + int(np.flatnonzero(rows >= 0.6 * rows.max())[-1]))


def _leaders(mask: Mask, em: float, feet: Sequence[float]) -> Mask:
    """The dots of leaders where they ran together to a line near the foot of a row."""
    import cv2

    pixels = mask.astype(np.uint8)
    upright = cv2.morphologyEx(pixels, cv2.MORPH_OPEN, np.ones((max(3, round(0.3 * em)), 1), np.uint8))
    flat = mask & (upright == 0)
    dotted = cv2.morphologyEx(flat.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((1, max(3, round(0.6 * em))), np.uint8))
    runs = cv2.morphologyEx(dotted, cv2.MORPH_OPEN, np.ones((1, max(3, round(1.5 * em))), np.uint8)) > 0
    found = np.zeros_like(mask)
    for foot in feet:
        band = slice(max(0, round(foot - 0.35 * em)), max(0, round(foot + 0.5 * em)))
        found[band] = runs[band] & flat[band]
    return found


def _between_rows(mask: Mask, feet: Sequence[float], em: float, pitch: float) -> Mask:
    """``mask`` with what reaches from row to row cut apart between them."""
    seen = pieces(mask)
    tall = [piece for piece in seen.found if piece.height > 1.55 * pitch]
    if not tall:
        return mask
    cut = mask.copy()
    for foot in feet[:-1]:
        level = round(foot + 0.15 * em)
        for piece in tall:
            if piece.y0 < level < piece.y1:
                cut[level, piece.x0 : piece.x1] = False
    return cut


def _entry(seen: Pieces, index: int, start: float, feet: Sequence[float], em: float) -> tuple[Piece, ...]:
    """The pieces of the row ``index`` right of ``start``, left to right; none when no digit is among them."""

    step = feet[1] - feet[0]

    def own(piece: Piece) -> bool:
        shared = [min(piece.y1, foot + 0.2 * step) - max(piece.y0, foot - 0.8 * step) for foot in feet]
        hangs = piece.height >= _TALL * em and piece.y0 > feet[index] - 0.45 * em
        return max(shared) == shared[index] > 0 and piece.centre_x > start - 0.1 * em and not hangs

    mine = sorted((piece for piece in seen.found if own(piece)), key=lambda piece: piece.x0)
    tall = [piece for piece in mine if piece.height >= _TALL * em]
    if not tall:
        return ()
    stroke = float(np.median([_stroke(piece) for piece in tall]))
    marks = [piece for piece in mine if _is_mark(piece, stroke, em)]
    return max(_runs(marks, em), key=lambda run: sum(piece.area for piece in run if piece.height >= _TALL * em))


def _is_mark(piece: Piece, stroke: float, em: float) -> bool:
    """Whether a piece is big enough to be a digit, a dash or the dot between parts of a date."""
    short, long = sorted((piece.width, piece.height))
    return long >= max(0.12 * em, 0.7 * stroke) and short >= 0.4 * stroke


def _runs(marks: Sequence[Piece], em: float) -> list[tuple[Piece, ...]]:
    """``marks`` parted where much white comes between digits; what is before the first digit of a run is left out."""
    runs: list[list[Piece]] = [[]]
    edge = float("inf")
    for piece in marks:
        tall = piece.height >= _TALL * em
        if piece.x0 - edge > _GAP * em:
            runs.append([])
        if tall or runs[-1]:
            runs[-1].append(piece)
        edge = max(edge if runs[-1][1:] else 0.0, float(piece.x1)) if tall else edge
    return [tuple(run) for run in runs]


def _top(piece: Piece) -> int:
    return piece.y0


def _foot(piece: Piece) -> int:
    return piece.y1


def _stroke(piece: Piece) -> float:
    """About how broad a piece's strokes are, in pixels: its ink over the length of its longer side or more."""
    return piece.area / (piece.height + 0.5 * piece.width)
