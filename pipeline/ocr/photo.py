"""Photographs of a letter: the sheet found in the picture, laid flat, and its light made even.

A scanner's page is paper from edge to edge and evenly lit; a glance at a small copy tells, and then
nothing is done. Phones and "scanner" programs of phones send the sheet aslant on a desk, with shadows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np

from pipeline.ocr.ink import grey_of
from pipeline.ocr.upright import Upright
from schemas.geometry import Projection
from schemas.image import PageImage, Pixels

_GLANCE = 96  # pixels across: enough to see desk and shadow
_BLOCKS = 8  # blocks across and down in which the paper's brightness is compared
_DESK = 0.8  # of the paper's brightness: a border darker than that is no paper
_UNEVEN = 0.86  # of the paper's brightness in the best light: a block darker than that lies in a shadow
_SMALL = 600  # pixels on the long side on which the sheet's outline is looked for
_LEAST_SHEET, _MOST_SHEET = 0.3, 0.985  # share of the picture
_LEAST_FILLED = 0.92  # share of the four corners' area that the outline fills
_A4 = (595.276, 841.89)
_A4_RATIO = 0.18  # by how much the sides' ratio may differ from A4's: aslant it is never exact
_LIGHT = 24.0  # pixels an inch at which light is measured: letters are gone, shadows are not
_INSET = 0.004  # share of the sheet cut off at its edges: what is left of the desk


def laid_flat(image: PageImage) -> Upright:
    """``image`` as it is, or, where it is a photograph, its sheet seen from straight above in even light."""
    page = Upright(image.pixels, image.width, image.height, None)
    paper = _paper_levels(image.pixels)
    if _framed_by_desk(image.pixels, float(paper.max())):
        page = _cut_out(page, image.dpi) or page
        paper = _paper_levels(page.pixels)
    if np.percentile(paper, 10) < _UNEVEN * paper.max():
        page = Upright(evenly_lit(page.pixels, image.dpi), page.width, page.height, page.displayed)
    return page


def _glance(pixels: Pixels) -> Pixels:
    step = max(1, min(pixels.shape[:2]) // _GLANCE)
    return grey_of(np.ascontiguousarray(pixels[::step, ::step]))


def _paper_levels(pixels: Pixels) -> Any:
    """Brightness of the paper in each of 8 by 8 blocks of the picture: most of a page is bare."""
    glance = _glance(pixels)
    height, width = (size // _BLOCKS for size in glance.shape)
    blocks = glance[: height * _BLOCKS, : width * _BLOCKS].reshape(_BLOCKS, height, _BLOCKS, width)
    return np.percentile(blocks, 75, axis=(1, 3))


def _framed_by_desk(pixels: Pixels, paper: float) -> bool:
    """Whether something else than paper is seen along the borders of two sides or more."""
    glance = _glance(pixels)
    sides = (glance[:2], glance[-2:], glance[:, :2], glance[:, -2:])
    return sum(float(np.median(side)) < _DESK * paper for side in sides) >= 2


def _cut_out(page: Upright, dpi: float) -> Upright | None:
    """The sheet in the picture as a page of its own, as large as A4 where it has its shape."""
    corners = sheet_corners(page.pixels)
    if corners is None:
        return None
    width, height = _size(corners, dpi)
    target = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    target += (target - target.mean(axis=0)) * 2 * _INSET  # the edge itself falls outside
    view = cv2.getPerspectiveTransform(corners, target)
    pixels = cv2.warpPerspective(
        page.pixels, view, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    points = 72 / dpi
    return Upright(pixels, width * points, height * points, _in_points(np.linalg.inv(view), points))


def _in_points(view: Any, points: float) -> Projection:
    scale = np.diag([points, points, 1.0])
    matrix = scale @ view @ np.linalg.inv(scale)
    xx, xy, dx, yx, yy, dy, px, py, _ = (matrix / matrix[2, 2]).ravel().tolist()
    return Projection(xx, xy, dx, yx, yy, dy, px, py)


def _size(corners: Any, dpi: float) -> tuple[int, int]:
    """Width and height in pixels of the sheet with ``corners``."""
    sides = np.linalg.norm(corners - np.roll(corners, -1, axis=0), axis=1)
    width, height = float(max(sides[0], sides[2])), float(max(sides[1], sides[3]))
    short, long = _A4
    if abs(height / width / (long / short) - 1) < _A4_RATIO:
        width, height = short * dpi / 72, long * dpi / 72
    elif abs(width / height / (long / short) - 1) < _A4_RATIO:
        width, height = long * dpi / 72, short * dpi / 72
    return round(width), round(height)


def sheet_corners(pixels: Pixels) -> Any:
    """Corners of the sheet of paper in ``pixels``, from its upper left clockwise; ``None`` when it is not clear."""
    scale = _SMALL / max(pixels.shape[:2])
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = [corners for mask in _sheet_masks(small) for corners in _four_corners(mask)]
    if not found:
        return None
    return (_clockwise(max(found, key=lambda corners: cv2.contourArea(corners))) / scale).astype(np.float32)


def _sheet_masks(small: Pixels) -> Iterator[Pixels]:
    """What may be the sheet, as 255: what is bright, what is without colour, what edges enclose."""
    kernel = np.ones((9, 9), np.uint8)
    grey = cv2.GaussianBlur(grey_of(small), (5, 5), 0)
    filled = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, kernel)
    yield cv2.morphologyEx(
        cv2.threshold(filled, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1], cv2.MORPH_OPEN, kernel
    )
    if small.ndim == 3:
        saturation = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2HSV)[..., 1], (7, 7), 0)
        pale = cv2.threshold(saturation, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
        yield cv2.morphologyEx(cv2.morphologyEx(pale, cv2.MORPH_CLOSE, kernel), cv2.MORPH_OPEN, kernel)
    edges = cv2.dilate(cv2.Canny(filled, 20, 60), np.ones((3, 3), np.uint8))
    outside = cv2.copyMakeBorder(edges, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    cv2.floodFill(outside, None, (0, 0), 128)
    yield cv2.morphologyEx(np.where(outside == 128, 0, 255).astype(np.uint8)[1:-1, 1:-1], cv2.MORPH_OPEN, kernel)


def _four_corners(mask: Pixels) -> Iterator[Any]:
    """Outlines in ``mask`` that are a sheet seen aslant: four corners, large, filled, no sharp angle."""
    area = mask.shape[0] * mask.shape[1]
    for outline in cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        hull = cv2.convexHull(outline)
        if not _LEAST_SHEET * area < cv2.contourArea(hull) < _MOST_SHEET * area:
            continue
        for tolerance in (0.02, 0.035, 0.05):
            corners = cv2.approxPolyDP(hull, tolerance * cv2.arcLength(hull, True), True).reshape(-1, 2)
            if len(corners) == 4 and _is_sheet(corners, outline):
                yield corners.astype(np.float32)
                break


def _is_sheet(corners: Any, outline: Any) -> bool:
    ahead = np.roll(corners, -1, axis=0) - corners
    behind = np.roll(corners, 1, axis=0) - corners
    lengths = np.linalg.norm(ahead, axis=1)
    cosines = (ahead * behind).sum(axis=1) / (lengths * np.linalg.norm(behind, axis=1))
    quad = float(cv2.contourArea(corners))
    filled = float(cv2.contourArea(outline)) / max(quad, 1.0)
    return bool(np.abs(cosines).max() < 0.4 and _LEAST_FILLED < filled < 2 - _LEAST_FILLED)


def _clockwise(corners: Any) -> Any:
    """``corners`` from the upper left one on, clockwise."""
    middle = corners.mean(axis=0)
    around = corners[np.argsort(np.arctan2(*(corners - middle).T[::-1]))]
    return np.roll(around, -int(np.argmin(around.sum(axis=1))), axis=0)


def evenly_lit(pixels: Pixels, dpi: float) -> Pixels:
    """``pixels`` with the paper everywhere as bright as where the light is best."""
    grey = grey_of(pixels)
    scale = _LIGHT / dpi
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    bare = cv2.medianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8)), 9)
    light = cv2.resize(bare, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_CUBIC).clip(40, 255)
    target = float(np.percentile(light, 95))
    gain = target / light.astype(np.float32)
    lit = pixels * (gain[..., None] if pixels.ndim == 3 else gain)
    return np.asarray(np.clip(lit, 0, 255), np.uint8)
