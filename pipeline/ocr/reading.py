"""One page picture read: made upright, its inks apart, its words and tables found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2

from pipeline.ocr.engine import Engine, EngineTroubleError
from pipeline.ocr.ink import InkLayers, grey_of, split_inks, with_inks
from pipeline.ocr.photo import laid_flat
from pipeline.ocr.quarters import with_counted_quarters
from pipeline.ocr.ruling import find_grids
from pipeline.ocr.second_look import remainder
from pipeline.ocr.sifting import merge, sift
from pipeline.ocr.signing import read_signature
from pipeline.ocr.stamps import with_stamps
from pipeline.ocr.upright import Upright, straightened, turned, without_black_edges
from schemas.image import PageImage, Pixels
from schemas.text import Page, Word

READING_DPI = 200.0
"""Measured on real letters: as many words right as at 300 dpi, in two thirds of the time."""

_LOOSE_CONFIDENCE = 0.6
_POOR, _FEW_WORDS = 0.65, 12
_LEAST_TEXT = 8.0  # letters, weighed by confidence: less is the dirt of a blank back


@dataclass(frozen=True, slots=True, eq=False)
class ReadImage:
    """A page read by OCR. All boxes of ``page`` are points of the upright picture ``pixels``.

    A point is ``dpi / 72`` pixels. ``pixels`` are upright and level, grey or RGB, in the colours and
    at the resolution they were scanned in. ``page.displayed`` maps boxes to the page as displayed.
    """

    page: Page
    pixels: Pixels
    dpi: float


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """One attempt at a page: how it was turned, its inks at ``dpi``, the words seen."""

    upright: Upright
    layers: InkLayers
    dpi: float
    words: tuple[Word, ...]


def recognize(image: PageImage, engine: Engine) -> ReadImage:
    """Reads ``image`` with ``engine``. When the engine fails the page has no words and its ``trouble``."""
    shown = laid_flat(image)
    shown = replace(shown, pixels=without_black_edges(shown.pixels))
    look = _prepared(shown, image.dpi)
    trouble = None
    try:
        look = _read(look, engine)
        if look.words and (_poor(look.words) or _sideways(look.words)):
            look = _best_turn(shown, look, image.dpi, engine)
    except EngineTroubleError as error:
        trouble = str(error)
    return ReadImage(_page(image.number, look, trouble, engine), look.upright.pixels, image.dpi)


def _page(number: int, look: _Look, trouble: str | None, engine: Engine) -> Page:
    words = look.words if _letters_read(look.words) >= _LEAST_TEXT else ()
    grids = find_grids(look.layers.black, look.dpi)
    words = with_inks(words, look.layers, look.dpi)
    if words and trouble is None:
        words = with_counted_quarters(with_stamps(words, look.layers, grids, look.dpi, engine))
    return Page(
        number=number,
        width=look.upright.width,
        height=look.upright.height,
        source="ocr" if words else "none",
        words=words,
        grids=grids,
        trouble=trouble,
        displayed=look.upright.displayed,
    )


def _prepared(shown: Upright, dpi: float) -> _Look:
    """``shown`` without its skew, and its inks at the resolution that reads best."""
    upright = straightened(shown, dpi)
    pixels = upright.pixels
    if dpi > READING_DPI * 1.05:
        scale = READING_DPI / dpi
        pixels = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        dpi = READING_DPI
    return _Look(upright, split_inks(pixels), dpi, ())


def _read(look: _Look, engine: Engine) -> _Look:
    """``look`` with its words: those of the page without its red ink, and of its red ink alone.

    Shaded tables and dirty copies have no blocks that the engine finds: then single words are looked for.
    """
    black, red = look.layers.black, look.layers.red
    words = sift(engine.words(black, look.dpi))
    if _poor(words):
        scattered = sift(engine.words(black, look.dpi, "sparse"))
        words = max(words, scattered, key=_letters_read)
    left = remainder(black, words, look.dpi)
    for layer in (left, red):
        if layer is not None:
            words = merge(words, _sure_words(layer, look.dpi, engine))
    return replace(look, words=read_signature(words, look.layers, look.dpi, engine))


def _sure_words(grey: Pixels, dpi: float, engine: Engine) -> list[Word]:
    """Words scattered over ``grey`` that were read for sure; a seal's ring of letters reads as anything."""
    return [word for word in sift(engine.words(grey, dpi, "sparse")) if _plain(word)]


def _plain(word: Word) -> bool:
    letters = sum(character.isalnum() for character in word.text)
    return letters >= 2 and word.confidence >= _LOOSE_CONFIDENCE


def _poor(words: Sequence[Word]) -> bool:
    """Whether a page reads so badly that it may lie on its side or its head."""
    if not words:
        return True
    sure = sum(word.confidence for word in words) / len(words)
    return sure < _POOR or (len(words) < _FEW_WORDS and sure < 0.8)


def _sideways(words: Sequence[Word]) -> bool:
    """Whether the lines run up or down the page: the engine reads those too, but nothing else can."""
    boxes = [word.box for word in words if word.box is not None and len(word.text) >= 3]
    return sum(box.height > 1.3 * box.width for box in boxes) * 2 > len(boxes) > 2


def _best_turn(shown: Upright, look: _Look, dpi: float, engine: Engine) -> _Look:
    """The page as it reads best: as it is, or turned as the engine's sense of direction says."""
    degrees = engine.turn(grey_of(shown.pixels), dpi)
    if degrees:
        turns: tuple[int, ...] = (degrees,)
    elif _sideways(look.words):
        turns = (90, 270)
    else:
        turns = (90, 180, 270) if degrees is None and len(look.words) >= _FEW_WORDS else ()
    best = look
    for turn in turns:  # one after the other: of each, the page is held in its colours and its inks
        other = _read(_prepared(turned(shown, turn), dpi), engine)
        best = max(best, other, key=lambda each: (not _sideways(each.words), _letters_read(each.words)))
    return best


def _letters_read(words: Sequence[Word]) -> float:
    return sum(len(word.text) * word.confidence**2 for word in words)
