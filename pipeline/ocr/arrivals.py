"""The stamp ĐẾN of the office that received a letter (Decree 30/2020, annex IV, form 1: a frame of 35 by 50 mm).

Its first row names the office, below it ĐẾN stands beside the entries "Số" and "Ngày", then "Chuyển" and
"Số và ký hiệu HS" (before 2020 "Lưu hồ sơ số").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from rapidfuzz import fuzz

from pipeline.ocr.cuttings import STEEPEST, SeenInk, Stamp, apart, inside, placed, read_in, same_place
from pipeline.ocr.engine import Engine
from pipeline.ocr.frames import Frame, cut_out, on_page, without_rules
from pipeline.ocr.sifting import sift
from schemas.folding import fold
from schemas.geometry import Box
from schemas.text import Word

_DEN = "ĐẾN"
_ENTRY = re.compile(r"(s[o60]|ngay|chuyen|luu)(?![a-z])")
Part = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of the stamp, as shares of its size."""
_TRIES: tuple[tuple[float, Part], ...] = (
    (1.5, (0.2, 0.2, 0.43, 1.0)),
    (1.5, (0.0, 0.2, 0.27, 0.8)),
    (1.5, (0.24, 0.2, 0.4, 1.0)),
    (2.0, (0.24, 0.2, 0.4, 1.0)),
)
"""Scales and parts in which the labels, and ĐẾN on their left, are looked for apart from the writing."""
_RULE = 22.0
"""Points: shorter strokes are letters."""
_NUMBER, _DATE, _ARRIVED = (Word(text, None) for text in ("Số:", "Ngày:", _DEN))
_ALIKE_LABEL = 70.0


def find_arrivals(
    ink: SeenInk, cells: Sequence[Frame], names: Sequence[Frame], taken: Sequence[Any], engine: Engine
) -> list[Stamp]:
    """The stamp ĐẾN among ``cells`` that stand wall to wall, or below one of ``names``, the office's own cell."""
    fit = sorted(filter(_arrivals_size, cells), key=lambda each: -each.width * each.height)
    whole = apart(fit, ink.grids, taken)
    for frame in (*whole[:3], *(_below(name) for name in names[:2])):
        stamp = _arrival(ink, frame, engine)
        if stamp:
            return [stamp]
    return []


def _arrivals_size(frame: Frame) -> bool:
    return 85 < frame.width < 215 and 38 < frame.height < 150 and frame.cells > 1 and abs(frame.degrees) < STEEPEST


def _below(name: Frame) -> Frame:
    """The whole stamp whose first row is ``name``: its form is half as high as it is wide or more."""
    height = 0.62 * name.width
    down = (height - name.height) / 2
    angle = np.deg2rad(name.degrees)
    return replace(name, x=name.x - down * float(np.sin(angle)), y=name.y + down * float(np.cos(angle)), height=height)


def _arrival(ink: SeenInk, frame: Frame, engine: Engine) -> Stamp | None:
    """The stamp ĐẾN in ``frame``, when it says ĐẾN and has one of the entries, or has three of them."""
    outline = on_page(frame, 3.0, (0.0, 0.0, frame.width + 6, frame.height + 6))
    seen = [*ink.words, *read_in(ink, frame, 6.0, engine, "sparse", only_inside=False)]
    words = _surest([_spelled(word) for word in seen if word.box and inside(outline, *word.box.centre)])
    for scale, part in _TRIES:
        if _complete(words):
            break
        lacking = [word for word in _read_part(ink, frame, engine, scale, part) if not _has(words, word)]
        words = _surest([*words, *lacking])
    arrived = any(word.text == _DEN for word in words)
    if len(_labels(words)) < (1 if arrived else 3):
        return None
    if not arrived:
        words.append(_unread_arrival(frame, tuple(_labels(words).values())))
    return Stamp(tuple(words), outline)


def _complete(words: Sequence[Word]) -> bool:
    return _has(words, _NUMBER) and _has(words, _DATE) and _has(words, _ARRIVED)


def _has(words: Sequence[Word], part: Word) -> bool:
    """Whether ``words`` hold the same printed part of the stamp."""
    if part.text == _DEN:
        return any(word.text == _DEN for word in words)
    return bool(_labels(words).keys() & _labels([part]).keys())


def _surest(words: Sequence[Word]) -> list[Word]:
    """Of words read twice in one place the one that names a part of the stamp, then the surer one."""
    kept: list[Word] = []
    for word in sorted(words, key=lambda word: (word.text != _DEN, not _labels([word]), -word.confidence)):
        if word.box and not any(other.box and same_place(word.box, other.box) for other in kept):
            kept.append(replace(word, stamped=True))
    return kept


def _spelled(word: Word) -> Word:
    """ĐẾN with its marks, which the engine loses in letters that high."""
    bare = re.sub(r"\W", "", word.text)
    says = bare.isupper() and fold(bare) in ("den", "cvden")
    return replace(word, text=_DEN) if says else word


def _labels(words: Sequence[Word]) -> dict[str, Word]:
    """The printed words of the entries among ``words``."""
    found: dict[str, Word] = {}
    for word in words:
        match = _ENTRY.match(fold(word.text)) if not word.text.isupper() else None
        if match:
            found.setdefault(match[0][:2], word)
    return found


def _read_part(ink: SeenInk, frame: Frame, engine: Engine, scale: float, part: Part) -> list[Word]:
    """The printed words in one part of the stamp, read apart from what was written behind them."""
    level = cut_out(ink.grey, ink.dpi, frame, 0.0, False, scale)
    clean = without_rules(level, round(_RULE * ink.dpi / 72 * scale))
    height, width = clean.shape
    x, y = int(width * part[0]), int(height * part[1])
    picture = np.ascontiguousarray(clean[y : int(height * part[3]), x : int(width * part[2])])
    points = 72 / (ink.dpi * scale)
    found: list[Word] = []
    for word in sift(engine.words(picture, ink.dpi * scale, "sparse")):
        text = _part_said(word.text)
        if word.box and text:
            box = Box(
                *(
                    edge + at * points
                    for edge, at in zip((word.box.x0, word.box.y0, word.box.x1, word.box.y1), (x, y, x, y), strict=True)
                )
            )
            found.append(replace(word, text=text, box=placed(frame, 0.0, box), ink=ink.name, stamped=True))
    return sorted(found, key=lambda word: word.box.y0 if word.box else 0.0)


def _part_said(text: str) -> str | None:
    """The printed part of the stamp that a word found in its place must be."""
    letters = re.sub(r"[^a-z0§]", "", fold(text))
    if letters == "den" and text.isupper():
        return _DEN
    if re.fullmatch(r"[s§][a-z0]", letters):
        return "Số:"
    alike = (each for each in ("Ngày:", "Chuyển:") if fuzz.ratio(fold(each)[:-1], letters) >= _ALIKE_LABEL)
    return next(alike, None)


def _unread_arrival(frame: Frame, entries: Sequence[Word]) -> Word:
    """ĐẾN where the form has it, left of the entries, when its large letters were not read."""
    boxes = [word.box for word in entries if word.box]
    middle = sum(box.centre[1] for box in boxes) / len(boxes)
    left = frame.x - frame.width / 2
    return Word(_DEN, Box(left, middle - 8, left + 0.25 * frame.width, middle + 8), 0.3, stamped=True)
