"""Names half hidden by a seal: the syllables that stand under it, told by comparing ink with print.

A seal adds ink and takes none away, so every stroke of the hidden syllable is still there. Each syllable
that people's names are made of is set in type beside those that were read, in their size and on their
line; the one whose strokes all lie on ink, and that explains most of the ink, is it. Two that explain it
alike are told apart by nobody: then the better one is given with hardly any confidence.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from corpus.gazetteer.names import NAME_SYLLABLES, SURNAMES, commonness
from schemas.geometry import Box, hull
from schemas.image import Pixels
from schemas.text import Word

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_FONTS = Path(__file__).parents[2] / "corpus" / "typesetter" / "fonts"
FACES = tuple(_FONTS / name for name in ("OfficeSerif-Bold.ttf", "OfficeSans-Bold.ttf", "OfficeSerif-Regular.ttf"))
_FINE = 4  # times larger glyphs are drawn, then made small: their edges fall between pixels as in a scan
_CORE = 0.7  # darkness from which a pixel belongs to a stroke's core
_HIT = 0.96  # of a printed stroke's core pixels lie on ink
_FIT, _SET = 0.95, 0.9  # share of core pixels on ink: of the words that were read; of a hidden syllable
_EXPLAINED = 0.7  # share of the ink of words that were read which lies on their strokes; of another typeface less does
_SPREAD = 0.07  # by how much the size may differ from what the words' width says
_SLACK = 2.0  # points by which a syllable may stand off its place
_PRIOR = 10.0  # pixels' worth of a tenfold commoner surname
_USUAL = ("Văn", "Thị")  # a hundred times commoner behind a family name than what looks like them
CLEAR = 30.0
"""Pixels' worth, at 200 dpi, by which a reading must be better than the next to be believed."""
_LEAST_WORTH = 150.0  # pixels' worth: less is found in any seal
_SURE, _UNSURE = 0.9, 0.05
_MOST_HIDDEN = 3
_KEPT, _PROMISING = 3, 0.9  # unfinished names that are followed: how many, and their share of the best's worth


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """A name's surroundings: ``worth`` of a stroke's core at each pixel, and the ``ink``, a little grown."""

    worth: Any
    ink: Any


@dataclass(frozen=True, slots=True)
class _Set:
    """Type set on the ink: the face, its size in pixels, where the text begins, its canvas's top."""

    face: Path
    size: float
    x: float
    top: int


@dataclass(frozen=True, slots=True)
class _Guess:
    """Syllables before those that were read, their left and right edges in pixels, and what they are worth."""

    syllables: tuple[str, ...]
    edges: tuple[tuple[float, float], ...]
    worth: float
    whole: bool


def hidden_syllables(read: Sequence[Word], grey: Pixels, dpi: float) -> tuple[Word, ...]:
    """What stands before ``read``, the last words of a name, under the seal: a family name, and names behind it.

    ``grey`` is the page without coloured ink; empty where nothing fits. Words that are only the likelier
    of two have a confidence of 0.05.
    """
    scale = dpi / 72
    box = hull(word.box for word in read if word.box is not None)
    if box is None:
        return ()
    left = max(int((box.x0 - 160) * scale), 0)
    top = max(int((box.y0 - 14) * scale), 0)
    crop = grey[top : int((box.y1 + 14) * scale), left : int((box.x1 + 8) * scale)]
    ink = measured_ink(crop, scale)
    placed = _registered(ink, " ".join(word.text for word in read), box.scaled(scale), (left, top))
    if placed is None:
        return ()
    guesses, unit = _guesses(ink, placed, scale), (scale / 2.78) ** 2
    if not guesses or guesses[0].worth < _LEAST_WORTH * unit:
        return ()
    best = guesses[0]
    rival = next((each.worth for each in guesses[1:] if each.syllables != best.syllables), 0.0)
    sure = _SURE if best.worth - rival >= CLEAR * unit else _UNSURE
    return tuple(
        Word(text, Box((left + x0) / scale, box.y0, (left + x1) / scale, box.y1), sure)
        for text, (x0, x1) in zip(best.syllables, best.edges, strict=True)
    )


def measured_ink(crop: Pixels, scale: float) -> Ink:
    """How much a stroke's core tells at each pixel: much where the paper around is bare, little in a seal's ring."""
    ink = cv2.threshold(crop, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    grown = cv2.dilate(ink, cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))).astype(np.float32) / 255
    window = int(30 * scale) | 1, int(14 * scale) | 1
    around = cv2.blur(grown, window, borderType=cv2.BORDER_REPLICATE).clip(0.06, 0.75)
    worth = np.where(grown > 0, np.log(_HIT / around), np.log((1 - _HIT) / (1 - around)))
    return Ink(worth.astype(np.float32), grown)


@lru_cache(maxsize=256)
def _face(path: Path, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def stroke_core(text: str, path: Path, size: float) -> tuple[Any, float]:
    """The core of ``text``'s strokes on a canvas of one height for all, two pixels from its left; and its advance."""
    bits, (height, width), advance = _set_in_type(text, path, size)
    core = np.unpackbits(np.frombuffer(bits, np.uint8), count=height * width).reshape(height, width)
    return core.astype(np.float32), advance


@lru_cache(maxsize=8192)
def _set_in_type(text: str, path: Path, size: float) -> tuple[bytes, tuple[int, int], float]:
    """The core of ``stroke_core``, a bit a pixel, its (height, width), the advance.

    Kept so: as the numbers it is worked with, the cores of some letters' names held 200 MB.
    """
    from PIL import Image, ImageDraw

    face = _face(path, round(size * _FINE))
    advance = face.getlength(text) / _FINE
    width, height = math.ceil(advance) + 4, int(1.7 * size)
    canvas = Image.new("L", (width * _FINE, height * _FINE))
    ImageDraw.Draw(canvas).text((2 * _FINE, int(1.25 * size) * _FINE), text, font=face, fill=255, anchor="ls")
    fine = np.asarray(canvas, np.float32).reshape(height, _FINE, width, _FINE).mean((1, 3))
    return np.packbits(fine > _CORE * 255).tobytes(), (height, width), advance


def _registered(ink: Ink, text: str, box: Box, corner: tuple[int, int]) -> _Set | None:
    """Where and in which size ``text`` is printed; ``None`` when no face at hand fits it."""
    for path in FACES:
        width = _face(path, 400).getlength(text) / 400
        first = box.width / width
        sizes = [round(first * (1 + _SPREAD * step / 6), 1) for step in range(-6, 7)]
        fits = [fit for size in sizes if (fit := _fit(ink, text, path, size, box, corner)) is not None]
        if fits:
            share, _, placed = max(fits, key=lambda fit: fit[1])
            if share >= _FIT and _explained(ink, text, placed) >= _EXPLAINED:
                return placed
    return None


def _fit(
    ink: Ink, text: str, path: Path, size: float, box: Box, corner: tuple[int, int]
) -> tuple[float, float, _Set] | None:
    """Share of ``text``'s strokes on ink where it fits best, what that is worth, and where it is."""
    core, _ = stroke_core(text, path, size)
    reach = int(0.3 * size)
    x0 = max(int(box.x0) - corner[0] - reach, 0)
    strip = ink.worth[:, x0 : x0 + core.shape[1] + 2 * reach]
    if strip.shape[0] < core.shape[0] or strip.shape[1] < core.shape[1] or not core.any():
        return None
    _, worth, _, (x, y) = cv2.minMaxLoc(cv2.matchTemplate(strip, core, cv2.TM_CCORR))
    return share_on_ink(ink, core, x0 + x, y), worth / core.sum(), _Set(path, size, float(x0 + x), y)


def _explained(ink: Ink, text: str, placed: _Set) -> float:
    """Share of the ink where ``text`` stands that lies on its strokes or at their edges."""
    core, _ = stroke_core(text, placed.face, placed.size)
    rows = np.flatnonzero(core.any(axis=1))
    near = cv2.dilate(core, np.ones((5, 5), np.uint8))[rows[0] : rows[-1] + 1, 2:-2]
    top, left = placed.top + int(rows[0]), int(placed.x) + 2
    seen = ink.ink[top : top + near.shape[0], left : left + near.shape[1]]
    return float((seen * near).sum() / max(float(seen.sum()), 1.0))


def share_on_ink(ink: Ink, core: Any, x: int, y: int) -> float:
    """Share of the strokes of ``core``, laid with its upper left corner at (x, y), that lie on ink."""
    under = ink.ink[y : y + core.shape[0], x : x + core.shape[1]]
    return float((under * core).sum() / core.sum())


def _guesses(ink: Ink, placed: _Set, scale: float) -> list[_Guess]:
    """Whole names, the best first: syllable before syllable until a family name is found."""
    open_ends = [_Guess((), ((placed.x, placed.x),), 0.0, False)]
    whole: list[_Guess] = []
    for _ in range(_MOST_HIDDEN):
        grown = [each for end in open_ends for each in _one_more(ink, placed, end, scale)]
        grown.sort(key=lambda each: -each.worth)
        whole += [each for each in grown if each.whole]
        least = _PROMISING * max((each.worth for each in grown + whole), default=0.0)
        open_ends = [each for each in grown if not each.whole and each.worth >= least][:_KEPT]
    whole.sort(key=lambda each: -each.worth)
    return [_Guess(each.syllables, each.edges[:-1], each.worth, True) for each in whole]


def _one_more(ink: Ink, placed: _Set, end: _Guess, scale: float) -> list[_Guess]:
    """``end`` with each syllable that fits before it, as a family name or as another name."""
    found = []
    blank = _face(placed.face, round(placed.size * _FINE)).getlength(" ") / _FINE
    right = end.edges[0][0]
    bonus = 2 * _PRIOR * (scale / 2.78) ** 2
    for text, rare in _candidates():
        core, advance = stroke_core(text, placed.face, placed.size)
        worth, share, x = _placed(ink, core, right - blank - advance, placed.top, round(_SLACK * scale / 2))
        if share < _SET:
            continue
        edges = ((x, x + advance), *end.edges)
        if rare is not None:
            prior = _PRIOR * (scale / 2.78) ** 2 * rare
            found.append(_Guess((text, *end.syllables), edges, end.worth + worth + prior, True))
        if text.casefold() in NAME_SYLLABLES:
            found.append(_Guess((text, *end.syllables), edges, end.worth + worth + bonus * (text in _USUAL), False))
    return found


@lru_cache(maxsize=1)
def _candidates() -> tuple[tuple[str, float | None], ...]:
    """Syllables of names; with a family name's commonness, ``None`` for what is none."""
    return tuple(
        (text.capitalize(), commonness(text) if text in SURNAMES else None)
        for text in sorted(SURNAMES | NAME_SYLLABLES)
    )


def _placed(ink: Ink, core: Any, x: float, top: int, slack: int) -> tuple[float, float, float]:
    """What ``core`` is worth near its place, its share on ink, and where it stands."""
    at, high = round(x) - slack, top - slack
    window = ink.worth[max(high, 0) : top + core.shape[0] + slack, max(at, 0) : round(x) + core.shape[1] + slack]
    if at < 0 or window.shape[0] < core.shape[0] or window.shape[1] < core.shape[1]:
        return 0.0, 0.0, x
    _, worth, _, (dx, dy) = cv2.minMaxLoc(cv2.matchTemplate(window, core, cv2.TM_CCORR))
    return worth, share_on_ink(ink, core, at + dx, max(high, 0) + dy), float(at + dx)
