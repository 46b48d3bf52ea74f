"""A deputy's post stamped or printed over the head's, or under a seal: told by comparing the ink with print.

Offices type "GIÁM ĐỐC" and stamp "PHÓ GIÁM ĐỐC" over it when the deputy signs, with "KT." by hand before
it (Decree 30/2020, annex I, II.7). Of two lines that run into each other OCR reads neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

from pipeline.ocr.covered import CLEAR, FACES, Ink, measured_ink, share_on_ink, stroke_core
from schemas.geometry import Box, hull
from schemas.image import Pixels
from schemas.text import Word

_DEPUTIES = (
    "PHÓ GIÁM ĐỐC", "PHÓ CHỦ TỊCH", "PHÓ TỔNG GIÁM ĐỐC", "PHÓ HIỆU TRƯỞNG", "PHÓ TRƯỞNG BAN", "PHÓ TRƯỞNG PHÒNG",
    "PHÓ CHÁNH VĂN PHÒNG", "PHÓ CHÁNH THANH TRA", "PHÓ CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG", "PHÓ VỤ TRƯỞNG",
    "PHÓ VIỆN TRƯỞNG", "PHÓ CHỦ NHIỆM", "PHÓ BÍ THƯ", "THỨ TRƯỞNG",
)  # fmt: skip
_SIZES = (12.0, 12.5, 13.0, 13.5, 14.0, 14.5)  # points (annex I: 13 to 14)
_FIT, _FIRST_FIT = 0.93, 0.9  # share of strokes on ink: of the whole post, of what makes it a deputy's
_FIRST_WORTH = 60.0  # pixels' worth of that first word: less is found in any seal
_REACH = 70.0  # points below the block's top within which posts stand
_REFINED = 4
_SURE = 0.88
_WELL_READ = 0.8


@dataclass(frozen=True, slots=True)
class _Place:
    """A post set in type: its size and corner in pixels, and what its strokes are worth there."""

    post: str
    size: float
    x: int
    y: int
    worth: float
    share: float


def with_deputys_post(words: Sequence[Word], grey: Pixels, block: Box, dpi: float) -> tuple[Word, ...]:
    """``words`` with the deputy's post that stands in the upper part of ``block`` and was not read.

    A block in which a post was read well is left alone.
    """
    inside = [word for word in words if word.box is not None and block.contains(*word.box.centre)]
    if _post_was_read(inside):
        return tuple(words)
    scale = dpi / 72
    left, top = int(block.x0 * scale), int(block.y0 * scale)
    crop = grey[top : int((block.y0 + _REACH * 2) * scale), left : int(block.x1 * scale)]
    if min(crop.shape) < 60 * scale:
        return tuple(words)
    found = _found(measured_ink(crop, scale), scale)
    return tuple(words) if found is None else _with_post(words, found, (left, top), scale)


def _post_was_read(inside: Sequence[Word]) -> bool:
    """Whether some post stands there in words that were read well."""
    sure = [word.text.strip(".,:;") for word in inside if word.confidence >= _WELL_READ]
    return any(word in {"PHÓ", "THỨ", "ĐỐC", "ĐÓC", "TỊCH", "TRƯỞNG", "THƯ", "BAN", "PHÒNG", "NHIỆM"} for word in sure)


def _found(ink: Ink, scale: float) -> _Place | None:
    unit = (scale / 2.78) ** 2
    ranked = sorted(_coarse(ink, scale), key=lambda place: -place.worth)
    fine = sorted((_refined(ink, place) for place in ranked[:_REFINED]), key=lambda place: -place.worth)
    if not fine or fine[0].share < _FIT or not _is_deputys(ink, fine[0], unit):
        return None
    rival = max((each.worth for each in ranked if each.post != fine[0].post), default=0.0)
    return fine[0] if fine[0].worth - rival >= CLEAR * unit else None


def _coarse(ink: Ink, scale: float) -> Iterator[_Place]:
    """Each post in each size where it fits best at half the resolution."""
    half = cv2.resize(ink.worth, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    for post in _DEPUTIES:
        for points in _SIZES:
            size = round(points * scale, 1)
            core = stroke_core(post, FACES[0], size)[0]
            small = cv2.resize(core, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
            if small.shape[0] > half.shape[0] or small.shape[1] > half.shape[1]:
                continue
            _, worth, _, (x, y) = cv2.minMaxLoc(cv2.matchTemplate(half, small, cv2.TM_CCORR))
            yield _Place(post, size, 2 * x, 2 * y, 4 * worth, 0.0)


def _refined(ink: Ink, place: _Place) -> _Place:
    """``place`` to the pixel and to a twentieth of its size."""
    best = place
    for factor in np.arange(0.97, 1.031, 0.01):
        size = round(place.size * float(factor), 1)
        core = stroke_core(place.post, FACES[0], size)[0]
        x0, y0 = max(place.x - 8, 0), max(place.y - 6, 0)
        window = ink.worth[y0 : y0 + core.shape[0] + 12, x0 : x0 + core.shape[1] + 16]
        if window.shape[0] < core.shape[0] or window.shape[1] < core.shape[1]:
            continue
        _, worth, _, (x, y) = cv2.minMaxLoc(cv2.matchTemplate(window, core, cv2.TM_CCORR))
        if best.share == 0.0 or worth > best.worth:
            best = _Place(place.post, size, x0 + x, y0 + y, worth, share_on_ink(ink, core, x0 + x, y0 + y))
    return best


def _is_deputys(ink: Ink, place: _Place, unit: float) -> bool:
    """Whether the word that makes the post a deputy's is there itself: the head's stands below it or under it."""
    core = _first_word(place)
    window = ink.worth[place.y : place.y + core.shape[0], place.x : place.x + core.shape[1]]
    worth = float((window * core).sum())
    return share_on_ink(ink, core, place.x, place.y) >= _FIRST_FIT and worth >= _FIRST_WORTH * unit


def _first_word(place: _Place) -> Any:
    return stroke_core(place.post.split()[0], FACES[0], place.size)[0]


def _with_post(words: Sequence[Word], place: _Place, corner: tuple[int, int], scale: float) -> tuple[Word, ...]:
    """``words`` with the post on a line of its own, instead of the scraps read in its place."""
    line = max((word.line for word in words), default=-1) + 1
    post, at = [], (corner[0] + place.x + 2) / scale
    top = (corner[1] + place.y + 0.55 * place.size) / scale
    for part in place.post.split():
        advance = stroke_core(part, FACES[0], place.size)[1] / scale
        blank = 0.25 * place.size / scale
        post.append(Word(part, Box(at, top, at + advance, top + 0.72 * place.size / scale), _SURE, line=line))
        at += advance + blank
    whole = hull(word.box for word in post if word.box)
    kept = [word for word in words if whole is None or not _is_scrap(word, whole)]
    return (*kept, *(replace(word, line=line) for word in post))


def _is_scrap(word: Word, whole: Box) -> bool:
    return word.box is not None and word.box.overlap(whole) > 0.45 * word.box.width * word.box.height
