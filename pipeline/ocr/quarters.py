"""How many strokes the number of a quarter has, told by its width: OCR reads "III" as "II", "IH" or "H".

A wrong quarter is a wrong day, and the letters of a Roman number look too much alike for a recognizer; how wide they
stand on the page does not. The words around tell the size and the face of the print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

from pipeline.ocr.covered import FACES
from schemas.folding import fold
from schemas.text import Word

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_NUMBER = re.compile(r"(?P<strokes>[Il1|HNTMUi]{1,4})(?P<rest>(?:[/⁄](?:20)?\d\d)?[.,;:)]?)")
"""Strokes as OCR reads them, then the year; a "V" is read well and leaves nothing to count."""
_KNOWN = re.compile(r"[^\W\d_]{2,}")
_SIZE = 100
"""Pixels to the em at which print is measured."""
_AROUND, _LEAST = 40, 4
_FACES = (1, 2)
"""Places in ``FACES`` of the two that letters are set in: one without serifs, one with."""
_SPREAD, _AS_LIKELY = 0.045, 1.25
"""How far the widths of the words around may be from those of a face, and how much farther than from the likeliest face."""
_CLEAR = 0.3
"""Of the width of one "I": farther off than this no count is claimed."""


def with_counted_quarters(words: Sequence[Word]) -> tuple[Word, ...]:
    """``words`` with the Roman number behind each "quý" as wide as it stands; others, and unclear ones, stay."""
    counted = list(words)
    for index in range(1, len(counted)):
        if fold(counted[index - 1].text).strip("(,;:-") != "quy":
            continue
        match = _NUMBER.fullmatch(counted[index].text)
        strokes = _strokes(counted, index, match["rest"]) if match else None
        if match and strokes and (strokes > 1 or match["strokes"] != "1"):
            counted[index] = replace(counted[index], text="I" * strokes + match["rest"])
    return tuple(counted)


def _strokes(words: Sequence[Word], index: int, rest: str) -> int | None:
    """How many "I" before ``rest`` are as wide as the word ``index``; ``None`` where the likely faces do not agree on it."""
    box = words[index].box
    if box is None:
        return None
    counts = {_count(face, box.width / size, rest) for face, size in _sizes_around(words, index)}
    return counts.pop() if len(counts) == 1 else None


def _count(face: int, width: float, rest: str) -> int | None:
    """The number of "I" before ``rest`` whose width in ``face`` is ``width``, in the pixels of ``_width``."""
    one = _width(face, "II") - _width(face, "I")
    off = {count: abs(width - _width(face, "I" * count + rest)) / one for count in (1, 2, 3)}
    best = min(off, key=lambda count: off[count])
    return best if off[best] <= _CLEAR else None


def _sizes_around(words: Sequence[Word], index: int) -> list[tuple[int, float]]:
    """The faces in which the words around may be set, each with the points for a pixel of ``_width`` on this line."""
    known = [word for word in words[max(0, index - _AROUND) : index + _AROUND] if _is_sure(word)]
    line = [word for word in known if _on_line(word, words[index])]
    if len(line) < _LEAST:
        return []
    fits = [(_missed(face, known), face) for face in _FACES]
    least = min(fits)[0]
    return [(face, _size(face, line)) for missed, face in fits if missed <= min(_SPREAD, _AS_LIKELY * least)]


def _is_sure(word: Word) -> bool:
    return word.box is not None and word.confidence >= 0.6 and _KNOWN.fullmatch(word.text) is not None


def _missed(face: int, words: Sequence[Word]) -> float:
    """How far the widths of ``words`` usually are from those of ``face``, as a share."""
    sizes = [word.box.width / _width(face, word.text) for word in words if word.box is not None]
    usual = median(sizes)
    return median(abs(size - usual) for size in sizes) / usual


def _size(face: int, words: Sequence[Word]) -> float:
    return median(word.box.width / _width(face, word.text) for word in words if word.box is not None)


def _on_line(word: Word, other: Word) -> bool:
    if word.box is None or other.box is None:
        return False
    return abs(word.box.y1 - other.box.y1) < 0.6 * max(word.box.height, other.box.height)


@cache
def _width(face: int, text: str) -> float:
    """Pixels of ink from left to right of ``text`` at ``_SIZE``."""
    left, _, right, _ = _font(face).getbbox(text)
    return float(right - left)


@cache
def _font(face: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(FACES[face]), _SIZE, layout_engine=ImageFont.Layout.BASIC)
