"""Print freed of what runs across it: pen strokes, the rings of a seal, and what is no letter by its size.

On a black-and-white scan a signature and a seal are as black as the name they lie over. What tells them
apart is that they run on: no stroke of a letter is as long as a name is high.
"""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from schemas.image import Pixels

_WORKING = 1.5  # pixels a point at which strokes are looked for: enough to see them, and quick
_LONG, _LONG_LEVEL = 20.0, 34.0  # points; level strokes of letters that touch run on further
_STEP = 6  # degrees between directions: an arc or a swing of the pen is straight for that long
_LEAST, _TALLEST, _WIDEST = 0.9, 22.0, 60.0  # points: a dot; capitals with two marks; letters that touch
_THINNEST = 0.05  # share of its box that a letter's ink fills; a hair line fills less
_GAP = 9.0  # points between words of one line


def without_strokes(ink: Pixels, scale: float) -> Pixels:
    """``ink`` (255 on 0, ``scale`` pixels a point) without long strokes and without what is no letter by its size."""
    kept = cv2.bitwise_and(ink, cv2.bitwise_not(_long_strokes(ink, scale)))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(kept, connectivity=8)
    wide, high, area = (stats[:, place] for place in (cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_AREA))
    fits = (np.maximum(wide, high) >= _LEAST * scale) & (high <= _TALLEST * scale) & (wide <= _WIDEST * scale)
    fits &= area >= _THINNEST * wide * high
    fits[0] = False
    return np.where(fits[labels], 255, 0).astype(np.uint8)


def _long_strokes(ink: Pixels, scale: float) -> Pixels:
    """Where ``ink`` runs on in one direction, as 255 on 0."""
    small = cv2.resize(ink, None, fx=_WORKING / scale, fy=_WORKING / scale, interpolation=cv2.INTER_AREA)
    small = cv2.threshold(small, 70, 255, cv2.THRESH_BINARY)[1]
    found = np.zeros_like(small)
    for kernel in _directions():
        found |= cv2.morphologyEx(small, cv2.MORPH_OPEN, kernel)
    found = cv2.dilate(found, np.ones((2, 2), np.uint8))
    full = cv2.resize(found, (ink.shape[1], ink.shape[0]), interpolation=cv2.INTER_LINEAR)
    mask: Pixels = cv2.threshold(full, 100, 255, cv2.THRESH_BINARY)[1]
    return mask


@lru_cache(maxsize=1)
def _directions() -> tuple[Pixels, ...]:
    """A line in each direction, as kernels."""
    return tuple(_line(angle) for angle in range(0, 180, _STEP))


def _line(angle: int) -> Pixels:
    length = round((_LONG_LEVEL if min(angle, 180 - angle) <= 2 * _STEP else _LONG) * _WORKING) | 1
    middle = (length - 1) / 2
    across, down = np.cos(np.radians(angle)) * middle, np.sin(np.radians(angle)) * middle
    kernel = np.zeros((length, length), np.uint8)
    start = (round(middle - across), round(middle - down))
    cv2.line(kernel, start, (round(middle + across), round(middle + down)), 1, 1)
    return kernel


def text_bands(ink: Pixels, scale: float) -> list[tuple[int, int, int, int]]:
    """Boxes (left, top, right, bottom in pixels) of what may be lines of text in ``ink``, from the top down.

    Two lines that touch (a stamped post over a printed one) are parted where there is least ink between them.
    """
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    letters = stats[:, cv2.CC_STAT_HEIGHT] >= 4 * scale
    letters[0] = False
    body = np.where(letters[labels], 255, 0).astype(np.uint8)
    joined = cv2.morphologyEx(body, cv2.MORPH_CLOSE, np.ones((1, round(_GAP * scale)), np.uint8))
    found = []
    for left, top, wide, high, _ in cv2.connectedComponentsWithStats(joined, connectivity=8)[2][1:].tolist():
        if wide >= 25 * scale and 6 * scale <= high <= 45 * scale:
            found += _parted(body, (left, top, left + wide, top + high), scale)
    return sorted(found, key=lambda band: band[1])


def _parted(ink: Pixels, band: tuple[int, int, int, int], scale: float) -> list[tuple[int, int, int, int]]:
    left, top, right, bottom = band
    if bottom - top < _TALLEST * scale or right - left < 2.2 * (bottom - top):
        return [band]
    rows = np.count_nonzero(ink[top:bottom, left:right], axis=1)
    third = len(rows) // 3
    cut = top + third + int(np.argmin(rows[third : len(rows) - third]))
    return [(left, top, right, cut), (left, cut, right, bottom)]
