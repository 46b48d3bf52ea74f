"""Frames drawn or stamped in the upper part of a page: the form of stamps (Decree 30/2020, annexes I and IV).

A frame is looked for as the white inside it, so that text which touches it from outside does no harm
and a stamp that stands aslant is found as well as a straight one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

from schemas.geometry import Box
from schemas.image import Pixels

_COARSE_DPI = 100.0
"""Strokes of a frame are still whole at this resolution, and a page is searched in milliseconds."""
_UPPER = 0.6
"""Share of the page's height that stamps stand in."""
_INK = 190
_LEAST_WIDTH, _LEAST_HEIGHT = 18.0, 7.0
"""Points: less is the inside of a letter."""
_TOO_WIDE, _TOO_HIGH = 235.0, 165.0
_NEAR = 5.0
"""Points between the white cells of one stamp: its lines, as wide as wear and closing leave them."""


Coarse = tuple[Pixels, float]
"""Ink as 255, and how many points a pixel of it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A rectangle that may stand aslant, in points: middle, size, and by how many degrees it is turned.

    ``shape``: the outline of the white in it, points, ``float32`` of (n, 2). ``filled``: share of the
    rectangle that the outline covers, 1 for a plain frame, less for an arrow or a worn one.
    ``cells``: how many whites it was put together from.
    """

    x: float
    y: float
    width: float
    height: float
    degrees: float
    shape: Any
    filled: float
    cells: int = 1


def frames(coarse: Coarse, closing: int) -> list[Frame]:
    """Whites enclosed by ink in ``coarse``; gaps of ``closing`` coarse pixels are closed."""
    ink, points = coarse
    if closing:
        ink = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((closing, closing), np.uint8))
    return _enclosed(ink, points)


def broken_frames(coarse: Coarse) -> list[Frame]:
    """Whites enclosed by straight lines alone, whose gaps may be long: frames of a copy of a copy."""
    ink, points = coarse
    rules = np.zeros_like(ink)
    for longest, gap in (((1, 11), (1, 13)), ((9, 1), (11, 1))):
        straight = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(longest, np.uint8))
        thick = cv2.dilate(straight, np.ones((3, 3), np.uint8))
        rules = cv2.bitwise_or(rules, cv2.morphologyEx(thick, cv2.MORPH_CLOSE, np.ones(gap, np.uint8)))
    return _enclosed(cv2.morphologyEx(rules, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)), points)


def coarse_ink(grey: Pixels, dpi: float) -> Coarse:
    """The ink in the upper part of ``grey``, coarse enough to be searched in milliseconds."""
    factor = min(1.0, _COARSE_DPI / dpi)
    upper = grey[: int(grey.shape[0] * _UPPER)]
    coarse = cv2.resize(upper, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else upper
    return cv2.threshold(coarse, _INK, 255, cv2.THRESH_BINARY_INV)[1], 72 / (dpi * factor)


def _enclosed(ink: Pixels, points: float) -> list[Frame]:
    outlines, nesting = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if nesting is None:
        return []
    inner = (outline for outline, nest in zip(outlines, nesting[0], strict=True) if nest[3] >= 0 and len(outline) > 3)
    found = (frame_of(outline.reshape(-1, 2).astype(np.float32) * points) for outline in inner)
    return [each for each in found if each.width >= _LEAST_WIDTH and each.height >= _LEAST_HEIGHT]


def frame_of(shape: Any) -> Frame:
    """The smallest rectangle around the outline ``shape``, standing as nearly upright as it can."""
    (x, y), (width, height), degrees = cv2.minAreaRect(shape)
    if not -45 <= degrees <= 45:
        width, height, degrees = height, width, degrees - 90 if degrees > 0 else degrees + 90
    area = max(width * height, 1e-6)
    return Frame(x, y, width, height, degrees, shape, float(cv2.contourArea(shape)) / area)


def clusters(found: Sequence[Frame]) -> list[Frame]:
    """Frames that stand wall to wall made one: the cells of a stamp ĐẾN."""
    groups = _groups([each for each in found if each.width <= _TOO_WIDE])
    return [replace(frame_of(np.concatenate([each.shape for each in group])), cells=len(group)) for group in groups]


def single(found: Sequence[Frame]) -> list[Frame]:
    """Frames that are no cells of a table: alone, or a few wall to wall in the size of a stamp."""
    kept: list[Frame] = []
    for group in _groups(found):
        whole = frame_of(np.concatenate([each.shape for each in group]))
        if whole.width <= _TOO_WIDE and whole.height < _TOO_HIGH:
            kept += group
    return kept


def _groups(found: Sequence[Frame]) -> list[list[Frame]]:
    groups: list[list[tuple[Frame, Box]]] = []
    for each in found:
        (x0, y0), (x1, y1) = each.shape.min(axis=0).tolist(), each.shape.max(axis=0).tolist()
        box = Box(x0, y0, x1, y1)
        near = box.grown(_NEAR)
        joined = [group for group in groups if any(near.overlap(other) for _, other in group)]
        apart = [group for group in groups if not any(group is other for other in joined)]
        groups = [*apart, [(each, box), *(other for group in joined for other in group)]]
    return [[frame for frame, _ in group] for group in groups]


def blobs(mask: Pixels, dpi: float) -> list[Frame]:
    """Spots of one ink (``mask`` 255 where it is) run together to words: stamps that have lost their frame."""
    factor = min(1.0, _COARSE_DPI / dpi)
    upper = mask[: int(mask.shape[0] * _UPPER)]
    coarse = cv2.resize(upper, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ink = cv2.dilate(cv2.threshold(coarse, 60, 255, cv2.THRESH_BINARY)[1], np.ones((7, 15), np.uint8))
    outlines, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    points = 72 / (dpi * factor)
    return [frame_of(outline.reshape(-1, 2).astype(np.float32) * points) for outline in outlines if len(outline) > 3]


def cut_out(grey: Pixels, dpi: float, frame: Frame, margin: float, only_inside: bool, scale: float = 2.0) -> Pixels:
    """``frame`` with ``margin`` points around it, level, ``scale`` times as large as on ``grey``.

    ``only_inside``: what is outside its outline becomes white, the frame's own lines with it.
    """
    pixels = dpi / 72
    width, height = frame.width + 2 * margin, frame.height + 2 * margin
    size = max(1, round(width * pixels * scale)), max(1, round(height * pixels * scale))
    turn = _turn(frame, pixels, scale, size)
    level: Pixels = cv2.warpAffine(grey, turn, size, flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    if only_inside:
        outline = np.concatenate([frame.shape * pixels, np.ones((len(frame.shape), 1))], axis=1) @ turn.T
        inside = np.zeros(level.shape, np.uint8)
        cv2.fillPoly(inside, [outline.astype(np.int32)], 255)
        level[cv2.erode(inside, np.ones((3, 3), np.uint8), iterations=round(2 * scale)) == 0] = 255
    return level


def without_rules(level: Pixels, longest: int) -> Pixels:
    """``level`` without its straight lines, lying and standing, of ``longest`` pixels or more."""
    ink = cv2.threshold(level, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    lying = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, longest), np.uint8))
    standing = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((longest, 1), np.uint8))
    rules = cv2.dilate(cv2.bitwise_or(lying, standing), np.ones((3, 3), np.uint8))
    return np.where(rules > 0, 255, level).astype(np.uint8)


def _turn(frame: Frame, pixels: float, scale: float, size: tuple[int, int]) -> Any:
    middle = frame.x * pixels, frame.y * pixels
    turn = cv2.getRotationMatrix2D(middle, frame.degrees, scale)
    turn[:, 2] += np.array(size) / 2 - np.array(middle)
    return turn


def on_page(frame: Frame, margin: float, corners: tuple[float, float, float, float]) -> Any:
    """Corners of a box (points of the cut-out picture, unscaled) as an outline on the page, points."""
    x0, y0, x1, y1 = corners
    across, down = frame.width / 2 + margin, frame.height / 2 + margin
    box = np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], np.float32) - (across, down)
    angle = np.deg2rad(frame.degrees)
    spin = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return box @ spin + (frame.x, frame.y)
