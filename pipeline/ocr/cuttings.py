"""What was cut out of a page and read by itself, with boxes of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

from pipeline.ocr.engine import Engine, Spread
from pipeline.ocr.frames import Frame, cut_out, on_page
from pipeline.ocr.sifting import sift
from schemas.geometry import Box
from schemas.image import Pixels
from schemas.text import Grid, Ink, Word

STEEPEST = 30.0
"""Degrees: no clerk stamps more aslant."""


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """Words of one stamp in points of the page, and the outline it takes up."""

    words: tuple[Word, ...]
    outline: Any


@dataclass(frozen=True, slots=True, eq=False)
class SeenInk:
    """One ink of a page: its grey picture, its mask if it is a colour, and what was read and ruled on the page."""

    name: Ink
    grey: Pixels
    mask: Pixels | None
    dpi: float
    words: tuple[Word, ...]
    grids: tuple[Grid, ...]


def apart(found: Sequence[Frame], grids: Sequence[Grid], taken: Sequence[Any]) -> list[Frame]:
    """One of those that say the same, none in a table or where a stamp was found before."""
    kept: list[Frame] = []
    for frame in found:
        again = any(abs(frame.x - each.x) + abs(frame.y - each.y) < 8 for each in kept)
        tabled = any(grid.box.contains(frame.x, frame.y) and grid.box.width > 240 for grid in grids)
        if not again and not tabled and not any(inside(outline, frame.x, frame.y) for outline in taken):
            kept.append(frame)
    return kept


def inside(outline: Any, x: float, y: float) -> bool:
    return bool(cv2.pointPolygonTest(outline.astype(np.float32), (x, y), False) >= 0)


def read_in(ink: SeenInk, frame: Frame, margin: float, engine: Engine, spread: Spread, only_inside: bool) -> list[Word]:
    """The words in ``frame``, boxes in points of the page."""
    scale = 2.0
    picture = cut_out(ink.grey, ink.dpi, frame, margin, only_inside, scale)
    seen = sift(engine.words(picture, ink.dpi * scale, spread))
    return [replace(word, box=placed(frame, margin, word.box), ink=ink.name, stamped=True) for word in seen if word.box]


def placed(frame: Frame, margin: float, box: Box) -> Box:
    corners = on_page(frame, margin, (box.x0, box.y0, box.x1, box.y1))
    (x0, y0), (x1, y1) = corners.min(axis=0), corners.max(axis=0)
    return Box(*(round(float(edge), 2) for edge in (x0, y0, x1, y1)))


def same_place(one: Box, other: Box) -> bool:
    """Whether two boxes are of the same word."""
    smaller = min(one.width * one.height, other.width * other.height)
    return one.overlap(other) > 0.4 * smaller
