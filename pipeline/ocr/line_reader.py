"""The engine that finds lines itself and reads them with Tesseract's network; Tesseract stands behind it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from pipeline.ocr.engine import Engine, Spread
from pipeline.ocr.engine_words import word_from_pixels
from pipeline.ocr.line_network import ReadWord, read_lines
from pipeline.ocr.printed import PrintedLine, printed_lines
from schemas.image import Pixels
from schemas.text import Word

_SET_ALONE = frozenset('-–—+*/:;.,()…&|“”"')


class LineReader:
    """Reads in this process, without any program. ``tesseract`` tells how a page lies, and reads what this cannot."""

    name = "lines"

    def __init__(self, tesseract: Engine) -> None:
        self._tesseract = tesseract

    def words(self, grey: Pixels, dpi: float, spread: Spread = "page") -> tuple[Word, ...]:
        """See ``Engine``. Stamps, signatures and scattered words are Tesseract's."""
        if spread != "page":
            return self._tesseract.words(grey, dpi, spread)
        lines = printed_lines(grey, dpi)
        read = read_lines([line.picture for line in lines])
        return tuple(
            word
            for number, (line, words) in enumerate(zip(lines, read, strict=True))
            for word in _on_page(line, words, number, dpi)
        )

    def turn(self, grey: Pixels, dpi: float) -> int | None:
        """See ``Engine``."""
        return self._tesseract.turn(grey, dpi)


def _on_page(line: PrintedLine, words: Sequence[ReadWord], number: int, dpi: float) -> Iterator[Word]:
    """``words`` with the boxes of the shapes that they were read from."""
    if not words:
        return
    cuts = [line.left + (one.end + next_.start) / 2 for one, next_ in pairwise(words)]
    middles = (line.shapes[:, 0] + line.shapes[:, 2]) / 2
    place = np.searchsorted(np.array(cuts), middles)
    for index, word in enumerate(words):
        if _speck(word):
            continue
        corners = _hull(line.shapes[place == index]) or _where_seen(line, word)
        yield from word_from_pixels(word.text, corners, _percent(word.probability), number, dpi)


def _speck(word: ReadWord) -> bool:
    """Whether it is what the network makes of dirt: signs that no typist sets alone."""
    return not _SET_ALONE.intersection(word.text) and not any(map(str.isalnum, word.text))


def _hull(shapes: Any) -> tuple[float, float, float, float] | None:
    if not len(shapes):
        return None
    (left, top), (right, bottom) = shapes[:, :2].min(axis=0), shapes[:, 2:].max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def _where_seen(line: PrintedLine, word: ReadWord) -> tuple[float, float, float, float]:
    return line.left + word.start, line.top, line.left + word.end, line.top + line.picture.shape[0]


def _percent(probability: float) -> float:
    """Near Tesseract's scale of confidence: 35 points less for each factor e that the least sure letter lacks."""
    return 97 + 35 * math.log(max(probability, 1e-9))
