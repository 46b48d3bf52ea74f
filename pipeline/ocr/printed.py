"""Lines of print found on a page from its ink alone: letter-sized shapes that stand side by side.

What is too long or too large for a letter (rules, frames, swings of a pen) starts no line; marks, dots and
commas belong to the line they are nearest to. A gap of more than two letters' heights ends a piece of
a line, so that columns stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from schemas.image import Pixels

_RULE_ACROSS, _RULE_DOWN = 40.0, 30.0
"""Points: a stroke that runs on for longer is ruled."""
_LOWEST, _HIGHEST, _WIDEST = 3.6, 30.0, 60.0
"""Points: heights of letters, and the width of a few that touch."""
_LEAST_INK = 1.0
"""Square points of ink: less is a dot."""
_SHORTEST, _TALLEST = 0.68, 3.2
"""Heights, in the page's usual one, of shapes that start lines."""
_LOW = 0.95
"""Usual heights: a mark is lower."""
_CORE = 0.22
"""Share of a letter's height that is taken off above and below: then lines set close do not touch."""
_GAP = 1.7
"""Usual heights between pieces of a line."""
_NEAR = 1.1
"""Usual heights within which a dot or mark belongs to a line; across, twice as far: a dash stands before its text."""
_SUNK = 0.15
"""Usual heights by which marks are taken to stand lower: most belong to the letters below them."""
_REACH = 5.0
"""Usual heights that a number, a bullet or a dash may stand before its text, and the height of what is no wider."""
_SHORT = 2.6
"""Usual heights: how wide a number before its text is at most."""
_COARSE = 4
"""Pixels that count as one where nearness is measured."""
_ABOVE, _BELOW = 0.45, 0.45
"""Letters' heights that a picture has at least above and below them: room for marks that others have."""
_HIGHER, _LOWER = 1.2, 0.9
"""Letters' heights that it has at most above and below: a tall number by hand would make the print small."""
_MARGIN = 3
"""Pixels of paper around a line."""


@dataclass(frozen=True, slots=True, eq=False)
class PrintedLine:
    """A piece of a line. ``picture`` (grey) is what to read, its upper left corner at (``left``, ``top``), pixels.

    ``shapes``: left, top, right, bottom of each shape of ink in it, pixels of the page, (n, 4). ``picture`` shows
    nothing of what belongs to other lines.
    """

    left: int
    top: int
    picture: Pixels
    shapes: Any


def printed_lines(grey: Pixels, dpi: float) -> list[PrintedLine]:
    """The lines of print on ``grey``, from the top down."""
    shapes = _shapes(grey, dpi)
    if not shapes.seeds.any():
        return []
    usual = float(np.median(shapes.high[shapes.seeds]))
    shapes.seeds &= (shapes.high >= _SHORTEST * usual) & (shapes.high <= _TALLEST * usual)
    shapes.seeds &= ~_marks(shapes, usual)
    owner = _with_numbers(_owners(shapes, usual), shapes, usual)
    found = [_cut(grey, shapes, owner, number, members) for number, members in _members(owner)
             if shapes.seeds[members].any()]  # fmt: skip
    return sorted(found, key=lambda line: (line.top, line.left))


@dataclass(slots=True, eq=False)
class _Shapes:
    """Connected ink of a page: which shape each pixel belongs to, boxes in pixels, which may start a line."""

    labels: Any
    rules: Pixels
    left: Any
    top: Any
    wide: Any
    high: Any
    seeds: Any
    small: Any


def _shapes(grey: Pixels, dpi: float) -> _Shapes:
    scale = dpi / 72
    ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    rules = _rules(ink, scale)
    ink = cv2.bitwise_and(ink, cv2.bitwise_not(rules))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8, ltype=cv2.CV_32S)
    left, top, wide, high, area = stats.T
    seeds = (high >= _LOWEST * scale) & (high <= _HIGHEST * scale) & (wide <= _WIDEST * scale)
    seeds &= (wide >= 0.8 * scale) & (area >= _LEAST_INK * scale**2)
    seeds[0] = False
    small = (wide <= _WIDEST * scale) & (high <= _HIGHEST * scale)
    small[0] = False
    return _Shapes(labels, rules, left, top, wide, high, seeds, small)


def _rules(ink: Pixels, scale: float) -> Pixels:
    """255 where ``ink`` is ruled, and a pixel around."""
    across = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, round(_RULE_ACROSS * scale)), np.uint8))
    down = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((round(_RULE_DOWN * scale), 1), np.uint8))
    rules: Pixels = cv2.dilate(cv2.bitwise_or(across, down), np.ones((3, 3), np.uint8))
    return rules


def _marks(shapes: _Shapes, usual: float) -> Any:
    """Which of the shapes that are low for letters stand close above one: circumflex and acute are as high as an x."""
    low = shapes.seeds & (shapes.high < _LOW * usual)
    middle = shapes.left + shapes.wide // 2
    found = np.zeros_like(low)
    for share in (0.1, 0.2, 0.3):
        below = np.minimum(shapes.top + shapes.high + round(share * usual), shapes.labels.shape[0] - 1)
        for aside in (-0.25, 0.0, 0.25):
            column = np.clip(middle + np.rint(aside * shapes.wide).astype(int), 0, shapes.labels.shape[1] - 1)
            under = shapes.labels[below, column]
            found |= low & shapes.seeds[under] & (shapes.high[under] > shapes.high) & (shapes.top[under] >= shapes.top)
    return found


def _owners(shapes: _Shapes, usual: float) -> Any:
    """For each shape the number of its line, 0 for none."""
    cores = _cores(shapes)
    gap = max(1, round(_GAP * usual / _COARSE))
    framed = cv2.copyMakeBorder(cores, 0, 0, gap, gap, cv2.BORDER_CONSTANT, value=0)
    joined = cv2.morphologyEx(framed, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))[:, gap:-gap]
    lines = cv2.connectedComponents(np.ascontiguousarray(joined), connectivity=8, ltype=cv2.CV_32S)[1]
    # At half the width every distance across counts half.
    narrow = np.ascontiguousarray(lines[:, ::2])
    empty = (narrow == 0).astype(np.uint8)
    away, nearest = cv2.distanceTransformWithLabels(empty, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_CCOMP)
    number_of = np.zeros(int(nearest.max()) + 1, np.int32)
    number_of[nearest[empty == 0]] = narrow[empty == 0]
    sunk = np.where(shapes.seeds, 0, round(_SUNK * usual))
    down = np.minimum((shapes.top + shapes.high // 2 + sunk) // _COARSE, narrow.shape[0] - 1)
    across = np.minimum((shapes.left + shapes.wide // 2) // (2 * _COARSE), narrow.shape[1] - 1)
    near = away[down, across] * _COARSE <= _NEAR * usual
    fits = shapes.small & (shapes.high <= _TALLEST * usual)
    return np.where(near & fits, number_of[nearest[down, across]], 0)


def _with_numbers(owner: Any, shapes: _Shapes, usual: float) -> Any:
    """``owner`` with the numbers, bullets and dashes that stand before a line, far from it, made part of that line.

    By itself "4." is too little to be read, and a dash is no line at all.
    """
    lines = _extents(owner, shapes)
    owner = owner.copy()
    for number, (left, top, right, bottom, members) in sorted(lines.items(), key=lambda each: -each[1][0]):
        if right - left <= _SHORT * usual:
            behind = _behind((left, top, right, bottom), number, lines, shapes.rules, usual)
            if behind:
                owner[members] = behind
                lines[behind] = _together(lines[behind], lines.pop(number))
    for index in np.flatnonzero((owner == 0) & _dashes(shapes, usual)).tolist():
        middle = shapes.top[index] + shapes.high[index] // 2
        box = (
            int(shapes.left[index]),
            int(middle - usual / 2),
            int(shapes.left[index] + shapes.wide[index]),
            int(middle + usual / 2),
        )
        owner[index] = _behind(box, 0, lines, shapes.rules, usual)
    return owner


_Extent = tuple[int, int, int, int, Any]


def _extents(owner: Any, shapes: _Shapes) -> dict[int, _Extent]:
    """Left, top, right and bottom of each line's letters, marks left out, and the indices of all its shapes.

    Top and bottom are those of its first letters: a crooked line stands elsewhere at its end.
    """
    found = {}
    for number, members in _members(owner):
        letters = members[shapes.seeds[members]]
        if len(letters):
            first = letters[np.argsort(shapes.left[letters])[:6]]
            bottom = shapes.top[first] + shapes.high[first]
            right = shapes.left[letters] + shapes.wide[letters]
            found[number] = (int(shapes.left[first[0]]), int(np.median(shapes.top[first])), int(right.max()),
                             int(np.median(bottom)), members)  # fmt: skip
    return found


def _together(line: _Extent, before: _Extent) -> _Extent:
    return (before[0], line[1], line[2], line[3], np.concatenate([before[4], line[4]]))


def _behind(box: tuple[int, int, int, int], number: int, lines: dict[int, _Extent], rules: Pixels, usual: float) -> int:
    """The line that begins next to the right of ``box``, on its height, with no rule between; 0 for none."""
    _, top, right, bottom = box
    near = [(line[0] - right, other) for other, line in lines.items()
            if other != number and -0.3 * usual <= line[0] - right <= _REACH * usual
            and line[2] - line[0] > _SHORT * usual
            and min(bottom, line[3]) - max(top, line[1]) > 0.6 * min(bottom - top, line[3] - line[1])]  # fmt: skip
    if not near:
        return 0
    gap, found = min(near)
    between = rules[(top + bottom) // 2, right : right + max(gap, 0)]
    return 0 if between.any() else found


def _dashes(shapes: _Shapes, usual: float) -> Any:
    """Which shapes are dashes by their form."""
    long = (shapes.wide >= 0.4 * usual) & (shapes.wide <= 2.5 * usual)
    return shapes.small & long & (shapes.high <= 0.4 * usual) & (shapes.wide >= 1.8 * shapes.high)


def _cores(shapes: _Shapes) -> Pixels:
    """The middle parts of the shapes that start lines, 255 on 0, coarse."""
    height, width = shapes.labels.shape
    cores = np.zeros((height // _COARSE + 2, width // _COARSE + 2), np.uint8)
    seeds = np.flatnonzero(shapes.seeds)
    left, wide = shapes.left[seeds], shapes.wide[seeds]
    top, high = shapes.top[seeds], shapes.high[seeds]
    upper = np.rint((top + high * _CORE) / _COARSE).astype(int)
    lower = np.maximum(np.rint((top + high * (1 - _CORE)) / _COARSE).astype(int), upper + 1)
    sides = (left // _COARSE, (left + wide) // _COARSE + 1)
    for x0, x1, y0, y1 in zip(*(each.tolist() for each in (*sides, upper, lower)), strict=True):
        cores[y0:y1, x0:x1] = 255
    return cores


def _members(owner: Any) -> Iterator[tuple[int, Any]]:
    """Each line's number and the indices of its shapes."""
    order = np.argsort(owner, kind="stable")
    numbers, starts = np.unique(owner[order], return_index=True)
    parts = np.split(order, starts[1:])
    return ((int(number), part) for number, part in zip(numbers, parts, strict=True) if number)


def _cut(grey: Pixels, shapes: _Shapes, owner: Any, number: int, members: Any) -> PrintedLine:
    left, top = shapes.left[members], shapes.top[members]
    right, bottom = left + shapes.wide[members], top + shapes.high[members]
    seeds = shapes.seeds[members]
    high = float(np.median(shapes.high[members][seeds]))
    first, last = float(np.median(top[seeds])), float(np.median(bottom[seeds]))
    upper = round(min(max(float(top.min()), first - _HIGHER * high), first - _ABOVE * high)) - _MARGIN
    lower = round(max(min(float(bottom.max()), last + _LOWER * high), last + _BELOW * high)) + _MARGIN
    x0, y0 = max(int(left.min()) - _MARGIN, 0), max(upper, 0)
    window = (slice(y0, lower), slice(x0, int(right.max()) + _MARGIN))
    unruled = np.where(shapes.rules[window] > 0, 255, grey[window]).astype(np.uint8)
    picture = _alone(unruled, shapes.labels[window], owner, shapes.seeds, number)
    return PrintedLine(x0, y0, picture, np.stack([left, top, right, bottom], axis=1))


def _alone(picture: Pixels, labels: Any, owner: Any, seeds: Any, number: int) -> Pixels:
    """``picture`` without the letters of other lines; marks between two lines and pen strokes stay."""
    others = (seeds & (owner != number) & (owner != 0))[labels].astype(np.uint8)
    if not others.any():
        return picture
    others = cv2.dilate(others, np.ones((3, 3), np.uint8))
    return np.where((others > 0) & (owner[labels] != number), 255, picture).astype(np.uint8)
