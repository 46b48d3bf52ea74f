"""Faults of whole pages and files, one at a time: what clerks, copiers and telephones do to a good scan.

Each makes of a simulated letter the file that would come in. The letter's gold record stays as it is.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import PCG64, Generator
from PIL import Image

from corpus.simulator import SimulatedLetter, marks
from corpus.simulator.ink import RED, Pixels, lay, worn
from corpus.simulator.paper import bled_through, faxed, noisy, shaded


@dataclass(frozen=True, slots=True)
class FaultyFile:
    """A file as it comes in: its content, its name's ending, and its first page as a picture."""

    data: bytes
    ending: str
    picture: Image.Image


Treatment = Callable[[Pixels, Generator], Pixels]


def with_fault(scan: SimulatedLetter, fault: str, seed: int = 1) -> FaultyFile:
    """``scan`` with the fault of that name.

    Raises:
        KeyError: No fault has that name.
    """
    dice = Generator(PCG64([seed, len(fault)]))
    pages = [_coloured(page.image) for page in scan.pages]
    resolution = scan.pages[0].resolution
    if fault == "fax":
        return _as_fax(pages, dice)
    if fault == "blank backs":
        pages = [side for page in pages for side in (page, _back(page))]
    else:
        pages = [TREATMENTS[fault](page, dice) for page in pages]
    if fault == "phone":
        return _as_jpeg(pages[0]) if len(pages) == 1 else _as_pdf(pages, 150)
    return _as_pdf(pages, resolution)


def _coloured(image: Pixels) -> Pixels:
    return np.array(image if image.ndim == 3 else cv2.cvtColor(image, cv2.COLOR_GRAY2RGB), np.uint8)


def photographed(page: Pixels, dice: Generator) -> Pixels:
    """The sheet on a wooden desk, seen aslant from above by a hand that shakes a little, in uneven light."""
    height, width = page.shape[:2]
    desk = _desk((int(height * 1.12), int(width * 1.16)), dice)
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    moves = dice.uniform(0.0, 0.05, (4, 2)) * (width, width) * ((1, 1), (-1, 1), (-1, -1), (1, -1))
    seen = corners + np.array((width * 0.08, height * 0.06)) + moves
    view = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    size = desk.shape[1], desk.shape[0]
    sheet = cv2.warpPerspective(page, view, size, flags=cv2.INTER_AREA)
    inside = cv2.warpPerspective(np.full(page.shape[:2], 255, np.uint8), view, size)
    laid = np.where(inside[..., None] > 127, sheet, desk).astype(np.uint8)
    lit = shaded(laid, dice, 0.35)
    return noisy(np.asarray(cv2.GaussianBlur(lit, (0, 0), 0.7), np.uint8), 4.0, dice)


def _desk(shape: tuple[int, int], dice: Generator) -> Pixels:
    """Wood: long grain of uneven brown."""
    grain = dice.random((shape[0] // 3 + 1, shape[1] // 90 + 2), dtype=np.float32)
    grain = cv2.resize(grain, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    wood = np.array([126, 92, 62], np.float32) * (0.75 + 0.5 * grain[..., None])
    return np.asarray(np.clip(wood, 0, 255), np.uint8)


def _turned(quarters: int) -> Treatment:
    return lambda page, _: np.ascontiguousarray(np.rot90(page, -quarters))


def _punched(page: Pixels, dice: Generator) -> Pixels:
    """Two holes on the left, 80 mm apart (ISO 838), seen as the black lid behind them."""
    unit = page.shape[0] / 297
    for way in (-40, 40):
        middle = int(12 * unit), int(page.shape[0] / 2 + way * unit + dice.normal(0, unit))
        cv2.circle(page, middle, int(3 * unit), (25, 25, 25), -1, cv2.LINE_AA)
    return page


def _black_edged(page: Pixels, dice: Generator) -> Pixels:
    """A sheet smaller than the lid, laid a little aslant: black around it on all sides."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(dice.uniform(-2.5, 2.5)), 0.95)
    return np.asarray(cv2.warpAffine(page, turn, (width, height), borderValue=(12, 12, 14)), np.uint8)


def _on_coloured_paper(page: Pixels, dice: Generator) -> Pixels:
    """Pink, green or blue office paper."""
    tint = np.array(((255, 196, 204), (190, 232, 196), (180, 214, 244))[int(dice.integers(3))], np.float32) / 255
    return np.asarray(page * tint, np.uint8)


def _shown_through(page: Pixels, _: Generator) -> Pixels:
    """Thin paper printed on both sides."""
    return bled_through(page, np.ascontiguousarray(np.flipud(page)), 0.35)


def _sealed_on_the_edge(page: Pixels, dice: Generator) -> Pixels:
    """The seal over the edge of all sheets (giáp lai): each page has a slice of it (Decree 30/2020, article 33)."""
    diameter = int(page.shape[0] * 36 / 297)
    seal = worn(marks.seal("CƠ QUAN BAN HÀNH", dice, diameter), dice, 0.2)
    lay(page, seal, page.shape[1] - 0.45 * diameter, page.shape[0] * float(dice.uniform(0.35, 0.5)), RED, 0.9)
    return page


TREATMENTS: Mapping[str, Treatment] = {
    "phone": photographed,
    "sideways": _turned(1),
    "upside down": _turned(2),
    "sideways left": _turned(3),
    "punch holes": _punched,
    "black edges": _black_edged,
    "coloured paper": _on_coloured_paper,
    "show-through": _shown_through,
    "giáp lai": _sealed_on_the_edge,
}
FAULTS = (*TREATMENTS, "blank backs", "fax")


def _back(page: Pixels) -> Pixels:
    """The empty back of the sheet: its front shows through a little."""
    return bled_through(np.full_like(page, 250), page, 0.1)


def _as_pdf(pages: Sequence[Pixels], resolution: float) -> FaultyFile:
    stream = io.BytesIO()
    first, *others = (Image.fromarray(page) for page in pages)
    first.save(stream, "PDF", save_all=True, append_images=others, resolution=resolution, quality=75)
    return FaultyFile(stream.getvalue(), "pdf", first)


def _as_jpeg(page: Pixels) -> FaultyFile:
    stream, picture = io.BytesIO(), Image.fromarray(page)
    picture.save(stream, "JPEG", quality=80)
    return FaultyFile(stream.getvalue(), "jpg", picture)


def _as_fax(pages: Sequence[Pixels], dice: Generator) -> FaultyFile:
    """CCITT Group 3 in its own coarse raster: 204 dots across, 98 lines down to the inch."""
    lines = []
    for page in pages:
        size = round(page.shape[1] / page.shape[0] * 11.69 * 204), round(11.69 * 98)
        sharp = Image.fromarray(faxed(page, dice))
        lines.append(sharp.resize(size, Image.Resampling.BOX).convert("L").point(lambda level: 255 * (level > 140)))
    first, *others = (page.convert("1") for page in lines)
    stream = io.BytesIO()
    first.save(stream, "TIFF", save_all=True, append_images=others, compression="group3", dpi=(204, 98))
    return FaultyFile(stream.getvalue(), "tif", first.convert("L").resize((first.width, first.height * 204 // 98)))
