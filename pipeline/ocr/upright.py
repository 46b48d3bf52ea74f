"""Pages made upright: quarter turns, skew up to five degrees, black edges of the scanner's lid."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.ocr.ink import grey_of
from schemas.geometry import Projection
from schemas.image import Pixels

_MOST_SKEW = 5.0
_LEAST_SKEW = 0.25  # Tesseract copes with less, and turning costs sharpness
_SMALL = 900  # pixels on the long side: enough for lines of text to show
_EDGE = 0.06  # share of the page's width within which a black edge lies


@dataclass(frozen=True, slots=True, eq=False)
class Upright:
    """A page picture turned upright. ``displayed`` maps its points to those of the page as displayed.

    ``width`` and ``height`` are its size in points; ``displayed`` is ``None`` when nothing was turned.
    """

    pixels: Pixels
    width: float
    height: float
    displayed: Projection | None


def turned(page: Upright, degrees: int) -> Upright:
    """``page`` turned clockwise by 0, 90, 180 or 270 ``degrees``."""
    if degrees == 0:
        return page
    code = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}[degrees]
    back = {
        90: Projection(0, 1, 0, -1, 0, page.height),
        180: Projection(-1, 0, page.width, 0, -1, page.height),
        270: Projection(0, -1, page.width, 1, 0, 0),
    }[degrees]
    size = (page.height, page.width) if degrees in (90, 270) else (page.width, page.height)
    return Upright(cv2.rotate(page.pixels, code), *size, after(back, page.displayed))


def straightened(page: Upright, dpi: float, angle: float | None = None) -> Upright:
    """``page`` without its skew (``angle``: degrees counter-clockwise that mend it, measured when ``None``)."""
    angle = skew_of(page.pixels) if angle is None else angle
    if abs(angle) < _LEAST_SKEW:
        return page
    height, width = page.pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    paper = _paper(page.pixels)
    pixels = cv2.warpAffine(page.pixels, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=paper)
    back = _in_points(cv2.invertAffineTransform(turn), dpi)
    return Upright(pixels, page.width, page.height, after(back, page.displayed))


def _paper(pixels: Pixels) -> tuple[int, ...]:
    """The paper's colour: what the corners laid bare by turning are filled with."""
    sample = pixels[::16, ::16]
    levels = np.percentile(sample.reshape(-1, *sample.shape[2:]), 80, axis=0)
    return tuple(int(level) for level in np.atleast_1d(levels))


def _in_points(turn: np.ndarray[tuple[int, ...], np.dtype[np.float64]], dpi: float) -> Projection:
    (xx, xy, dx), (yx, yy, dy) = turn.tolist()
    return Projection(xx, xy, dx * 72 / dpi, yx, yy, dy * 72 / dpi)


def after(first: Projection, second: Projection | None) -> Projection:
    """The map that does ``first`` and then ``second``."""
    if second is None:
        return first
    product = _matrix(second) @ _matrix(first)
    xx, xy, dx, yx, yy, dy, px, py, _ = (product / product[2, 2]).ravel().tolist()
    return Projection(xx, xy, dx, yx, yy, dy, px, py)


def _matrix(of: Projection) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array([[of.xx, of.xy, of.dx], [of.yx, of.yy, of.dy], [of.px, of.py, 1.0]])


def skew_of(pixels: Pixels) -> float:
    """Degrees counter-clockwise by which ``pixels`` have to be turned for their lines to lie level.

    At the right angle the rows of a page differ most: full of ink or empty. 0 when nothing is clear.
    """
    ink = _small_ink(pixels)
    if np.count_nonzero(ink) < ink.size * 0.002:
        return 0.0
    half = cv2.resize(ink, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    coarse = _sharpest(half, np.arange(-_MOST_SKEW, _MOST_SKEW + 0.01, 0.5))
    fine = _sharpest(ink, np.arange(coarse - 0.4, coarse + 0.41, 0.1))
    if abs(fine) > _MOST_SKEW + 0.05 or _sharpness(ink, fine) < _sharpness(ink, 0.0) * 1.05:
        return 0.0
    return float(fine)


def _small_ink(pixels: Pixels) -> Pixels:
    """Ink of a small copy of the page as 255 on 0, its margins left out."""
    grey = grey_of(pixels)
    scale = _SMALL / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = cv2.adaptiveThreshold(small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    margin_y, margin_x = ink.shape[0] // 25, ink.shape[1] // 25
    return np.ascontiguousarray(ink[margin_y:-margin_y, margin_x:-margin_x])


def _sharpest(ink: Pixels, angles: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    return float(max(angles, key=lambda angle: _sharpness(ink, float(angle))))


def _sharpness(ink: Pixels, angle: float) -> float:
    """How much neighbouring rows of ``ink`` differ when it is sheared by ``angle``."""
    height, width = ink.shape
    slope = math.tan(math.radians(angle))
    shear = np.array([[1, 0, 0], [-slope, 1, slope * width / 2]], dtype=np.float64)
    rows = cv2.warpAffine(ink, shear, (width, height), flags=cv2.INTER_NEAREST).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def without_black_edges(pixels: Pixels) -> Pixels:
    """``pixels`` with the black that reaches in from the page's edges painted as paper."""
    grey = grey_of(pixels)
    scale = _SMALL / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    mask = _edge_mask(small)
    if not mask.any():
        return pixels
    full = cv2.resize(mask, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_NEAREST) > 0
    cleaned = pixels.copy()
    cleaned[full] = _paper(pixels) if pixels.ndim == 3 else _paper(pixels)[0]
    return cleaned


def _edge_mask(small: Pixels) -> Pixels:
    """255 where dark shapes touch the border, run along it and reach no deeper than an edge does."""
    height, width = small.shape
    dark = (small < 110).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    depth = int(_EDGE * width)
    at_border = {
        int(index) for side in (labels[0], labels[-1], labels[:, 0], labels[:, -1]) for index in np.unique(side)
    }
    inner = np.bincount(labels[depth:-depth, depth:-depth].ravel(), minlength=count)
    chosen = []
    for index in at_border - {0}:
        _, _, wide, high, area = (int(value) for value in stats[index])
        along = max(wide / width, high / height) > 0.08
        if along and area > 30 and inner[index] < 0.1 * area:
            chosen.append(index)
    mask = np.isin(labels, chosen).astype(np.uint8) * 255
    return cv2.dilate(mask, np.ones((5, 5), np.uint8)) if chosen else mask
