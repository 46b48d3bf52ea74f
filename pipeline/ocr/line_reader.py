"""The engine that finds lines itself and reads them with Tesseract's network; Tesseract stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import cv2
import numpy as np

from pipeline.ocr.dirt import without_dirt
from pipeline.ocr.engine import Engine, Spread
from pipeline.ocr.engine_words import word_from_pixels
from pipeline.ocr.line_network import read_lines
from pipeline.ocr.line_words import ReadWord
from pipeline.ocr.printed import PrintedLine, printed_lines
from schemas.image import Pixels
from schemas.text import Word

_REACH = 1.6
"""Heights of letters within which they belong to a word's box: what stands between words may be a number by hand."""
_SYMBOL = re.compile("/[A-ZĐƯ]{2}")
_UNSURE = 0.8
"""Share of a word below which its line is read once more."""
_ROOM = 0.11
"""Heights of a line's picture that are added below it for a second reading."""
_WELL_READ, _LEAST_PERCENT = 0.5, 13.0
"""A line's mean share from which none of its words is put aside, and the confidence that saves them from that."""
_SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.99, 0.995, 0.998, 0.9995, 1.0)
_PERCENTS = (0.0, 10.0, 16.0, 26.0, 34.0, 45.0, 60.0, 70.0, 80.0, 88.0, 90.5, 91.5, 93.5, 94.5, 95.8, 96.3, 97.0)
"""Tesseract's confidence of words that are right as often as those with these shares, on 50 simulated pages."""


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
        read = _read_twice([line.picture for line in lines])
        return tuple(
            word
            for number, (line, words) in enumerate(zip(lines, read, strict=True))
            for word in _on_page(line, without_dirt(words), number, dpi)
        )

    def turn(self, grey: Pixels, dpi: float) -> int | None:
        """See ``Engine``."""
        return self._tesseract.turn(grey, dpi)


def _read_twice(pictures: Sequence[Pixels]) -> list[tuple[ReadWord, ...]]:
    """The words of each picture; where one is unsure also as read a little lower and smaller, each word as surest."""
    read = read_lines(pictures)
    unsure = [at for at, words in enumerate(read) if any(word.probability < _UNSURE for word in words)]
    again = read_lines([_with_room_below(pictures[at]) for at in unsure])
    for at, words in zip(unsure, again, strict=True):
        if len(words) == len(read[at]):
            read[at] = tuple(_surer(*pair) for pair in zip(read[at], words, strict=True))
    return read


def _with_room_below(picture: Pixels) -> Pixels:
    room = max(1, round(picture.shape[0] * _ROOM))
    lowered: Pixels = cv2.copyMakeBorder(picture, 0, room, 0, 0, cv2.BORDER_CONSTANT, value=255)
    return lowered


def _surer(first: ReadWord, second: ReadWord) -> ReadWord:
    better = second.probability > first.probability
    return replace(first, text=second.text, probability=second.probability) if better else first


def _on_page(line: PrintedLine, words: Sequence[ReadWord], number: int, dpi: float) -> Iterator[Word]:
    """``words`` with the boxes of the shapes that they were read from."""
    if not words:
        return
    cuts = [line.left + (one.end + next_.start) / 2 for one, next_ in pairwise(words)]
    middles = (line.shapes[:, 0] + line.shapes[:, 2]) / 2
    reach = _REACH * float(np.percentile(line.shapes[:, 3] - line.shapes[:, 1], 75))
    place = np.searchsorted(np.array(cuts), middles)
    least = _LEAST_PERCENT if sum(word.probability for word in words) >= _WELL_READ * len(words) else 0.0
    for index, word in enumerate(words):
        near = (middles >= line.left + word.start - reach) & (middles <= line.left + word.end + reach)
        corners = _hull(line.shapes[(place == index) & near]) or _where_seen(line, word)
        yield from word_from_pixels(
            word.text,
            corners,
            max(_percent(word.probability), least, _LEAST_PERCENT * bool(_SYMBOL.search(word.text))),
            number,
            dpi,
        )


def _hull(shapes: Any) -> tuple[float, float, float, float] | None:
    if not len(shapes):
        return None
    (left, top), (right, bottom) = shapes[:, :2].min(axis=0), shapes[:, 2:].max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def _where_seen(line: PrintedLine, word: ReadWord) -> tuple[float, float, float, float]:
    return line.left + word.start, line.top, line.left + word.end, line.top + line.picture.shape[0]


def _percent(probability: float) -> float:
    """On Tesseract's scale of confidence, which all later stages know."""
    return float(np.interp(probability, _SHARES, _PERCENTS))
