"""The ink of a slot, cut free: rules, leaders, neighbouring print and other lines left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.handwriting.ink import Ink, Pixels, darkness, levelled
from pipeline.handwriting.place import Place
from schemas.geometry import Box

_Mask = NDArray[np.bool_]

_ABOVE, _BELOW = 0.9, 0.75
"""How far above and below the type beside it writing may reach, in ems."""
_INK = 0.38
_DOT = 0.16  # ems: what is smaller is a dot of a leader, a colon or dirt
_RULE = 2.4  # ems: what runs on longer than this is a rule


@dataclass(frozen=True, slots=True)
class Cut:
    """``ink`` (h, w) of 0 to 1 holds nothing but the writing of ``place`` in a narrow margin; ``box`` is where it stands, in points."""

    place: Place
    box: Box
    ink: Ink


@dataclass(frozen=True, slots=True)
class _Window:
    """Part of the page in pixels: its corner there, pixels to the point, and the limits of the slot within it."""

    left: int
    top: int
    scale: float
    em: float
    x0: float
    y0: float
    x1: float
    y1: float


def cut(image: Pixels, dpi: float, place: Place) -> Cut | None:
    """What is written at ``place`` on a page (h, w) or (h, w, 3) of ``dpi``; ``None`` when nothing is."""
    window, part = _window(image, dpi, place)
    if part.size == 0:
        return None
    ink = levelled(darkness(part))
    mask = _without_rules(ink > _INK, window.em)
    kept = _writing(mask, window, place)
    rows, columns = np.flatnonzero(kept.any(axis=1)), np.flatnonzero(kept.any(axis=0))
    if not rows.size or rows[-1] - rows[0] < 0.3 * window.em:
        return None
    top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    written = np.where(_spread(kept), ink, 0.0)[top:bottom, left:right]
    corner_x, corner_y = window.left + left, window.top + top
    box = Box(corner_x, corner_y, corner_x + right - left, corner_y + bottom - top).scaled(1 / window.scale)
    margin = 1 + round(0.03 * (bottom - top))
    return Cut(place, box, np.pad(written, margin).astype(np.float32))


def _window(image: Pixels, dpi: float, place: Place) -> tuple[_Window, Pixels]:
    scale = dpi / 72
    em = place.size * scale
    box = place.box.scaled(scale)
    left = max(0, round(box.x0 - em))
    top = max(0, round(box.y0 - _ABOVE * em))
    part = image[top : round(box.y1 + _BELOW * em), left : round(box.x1 + em)]
    return _Window(left, top, scale, em, box.x0 - left, box.y0 - top, box.x1 - left, box.y1 - top), part


def _without_rules(mask: _Mask, em: float) -> _Mask:
    """``mask`` without straight lines that run on across the slot; strokes that cross them stay whole."""
    import cv2

    pixels = mask.astype(np.uint8)
    length = max(3, round(min(_RULE * em, 0.8 * mask.shape[1])))
    rules = cv2.morphologyEx(pixels, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    if not rules.any():
        return mask
    thick = max(1, round(0.12 * em))
    rules = cv2.dilate(rules, np.ones((3, 1), np.uint8))
    beyond = np.where(rules > 0, 0, pixels)
    joined = cv2.morphologyEx(beyond, cv2.MORPH_CLOSE, np.ones((thick + 3, 1), np.uint8))
    return np.asarray((beyond > 0) | ((joined > 0) & (rules > 0) & mask), dtype=np.bool_)


def _writing(mask: _Mask, window: _Window, place: Place) -> _Mask:
    """The components of ``mask`` that are written in the slot."""
    import cv2

    count, labels, stats, centres = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    on_line = [index for index in range(1, count) if _on_line(stats[index], centres[index], window)]
    low, high = _limits(window, place)
    if place.kind == "serial":
        high = min(high, _slash(labels, on_line, stats, window))
    kept = np.zeros_like(mask)
    for index in on_line:
        component = labels == index
        x, width = stats[index][0], stats[index][2]
        inside = float(component[:, round(low) : round(high)].sum()) / max(1, int(stats[index][4]))
        if inside >= 0.85 or (inside >= 0.5 and width < 0.9 * window.em and low <= centres[index][0] <= high):
            kept |= component
        elif inside >= 0.25 and x + width > low and x < high:
            component[:, : round(low)] = False
            component[:, round(high) :] = False
            kept |= component
    return kept


def _slash(labels: Any, on_line: list[int], stats: Any, window: _Window) -> float:
    """Where the slash before the symbol begins, when it stands free near the slot's right limit; else infinity.

    It is the last straight stroke there that leans to the right; what follows it is the symbol.
    """
    found = float("inf")
    for index in sorted(on_line, key=lambda each: int(stats[each][0])):
        x, height = float(stats[index][0]), float(stats[index][3])
        near = window.x1 - 0.9 * window.em < x + stats[index][2] / 2 < window.x1 + 0.7 * window.em
        if near and 0.55 * window.em < height < 1.3 * window.em and _leans(labels == index, window.em):
            found = x
    before = [index for index in on_line if window.x0 - 0.1 * window.em < stats[index][0] < found - 0.1 * window.em]
    return found if before else float("inf")


def _leans(component: _Mask, em: float) -> bool:
    """Whether a component is one straight stroke that leans to the right, 7 to 37 degrees."""
    ys, xs = np.nonzero(component)
    slope, start = np.polyfit(ys, xs, 1)
    off = xs - (slope * ys + start)
    return bool(-0.75 < slope < -0.12 and np.abs(off).max() < 0.11 * em)


def _limits(window: _Window, place: Place) -> tuple[float, float]:
    low = window.x0 - (0.04 if place.sure_left else 0.1) * window.em
    reckoned = 0.35 if place.kind == "serial" else 0.1
    high = window.x1 + (0.04 if place.sure_right else reckoned) * window.em
    return max(0.0, low), high


def _on_line(stats: Any, centre: Any, window: _Window) -> bool:
    """Whether a component is big enough and stands on the slot's line, not above or below it."""
    size = max(stats[2], stats[3])
    if size < _DOT * window.em:
        return False
    reach = 0.35 if size > 0.4 * window.em else 0.05
    return bool(window.y0 - reach * window.em <= centre[1] <= window.y1 + min(reach, 0.2) * window.em)


def _spread(mask: _Mask) -> _Mask:
    """``mask`` with the soft edges of its strokes."""
    import cv2

    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0, dtype=np.bool_)
