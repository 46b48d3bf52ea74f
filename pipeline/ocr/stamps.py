"""Stamps found by their form and read by themselves: urgency, secrecy, and the stamp ĐẾN.

Decree 30/2020: annex I, II.10 (urgency: 20 to 40 by 8 mm, framed), annex IV, form 1 (arrival: 35 by 50 mm).
They stand aslant, over text, in a frame that page analysis takes for a drawing; so each is cut out,
made level and read alone, and its words take the place of what was read there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz

from pipeline.ocr.arrivals import find_arrivals
from pipeline.ocr.cuttings import STEEPEST, SeenInk, Stamp, apart, inside, placed, read_in, same_place
from pipeline.ocr.engine import Engine, EngineTroubleError
from pipeline.ocr.frames import Frame, blobs, broken_frames, clusters, coarse_ink, frames, on_page, single
from pipeline.ocr.ink import InkLayers
from schemas.folding import fold
from schemas.geometry import Box
from schemas.text import Grid, Word

_MARKS = {
    "hoatoc": "HỎA TỐC", "thuongkhan": "THƯỢNG KHẨN", "khan": "KHẨN",
    "mat": "MẬT", "toimat": "TỐI MẬT", "tuyetmat": "TUYỆT MẬT",
}  # fmt: skip
_ALIKE, _SURE = 83.0, 0.45
_CLEAR = 0.7
"""How sure a mark of one syllable must be read: nothing else tells it from another word."""
_OTHER_TEXT = 12.0
"""Letters, weighed by confidence: more than the longest mark has, so that it says something else."""
_MOST_READ = 6
"""Frames of one page that are read: a page has two or three stamps at most."""
_LETTERS_APART = 0.5
"""Of a word's height: words that follow each other closer than this are of one line of text."""


def with_stamps(
    words: Sequence[Word], layers: InkLayers, grids: Sequence[Grid], dpi: float, engine: Engine
) -> tuple[Word, ...]:
    """``words`` with those of the page's stamps put right and said to be ``stamped``.

    Nothing is claimed that was not read: a frame whose text is none of the closed list is left alone.
    """
    found: list[Stamp] = []
    red = layers.red is not None and SeenInk("red", layers.red, layers.red_mask, dpi, tuple(words), tuple(grids))
    for ink in (red, SeenInk("black", layers.black, None, dpi, tuple(words), tuple(grids))):
        if ink:
            with suppress(EngineTroubleError):  # the page itself was read; its stamps stay as they were seen
                found += _stamps_of(ink, [stamp.outline for stamp in found], engine)
    line = max((word.line for word in words), default=-1) + 1
    for stamp in found:
        words, line = _put(words, stamp, line)
    return tuple(words)


def _stamps_of(ink: SeenInk, taken: Sequence[Any], engine: Engine) -> list[Stamp]:
    coarse = coarse_ink(ink.grey, ink.dpi)
    closed, mended = frames(coarse, 3), broken_frames(coarse)
    spots = blobs(ink.mask, ink.dpi) if ink.mask is not None else []
    found: list[Stamp] = []
    names: list[Frame] = []
    fit = [*_by_size([*single(frames(coarse, 0)), *single(closed), *spots]), *_by_size(single(mended))]
    small = apart(fit, ink.grids, taken)
    for frame in small[:_MOST_READ]:
        if any(inside(stamp.outline, frame.x, frame.y) for stamp in found):
            continue
        seen = _read_mark(ink, frame, engine)
        stamp = _mark(frame, seen, ink)
        if stamp:
            found.append(stamp)
        elif frame.width > 80 and _in_capitals(seen):
            names.append(frame)
    cells = (*clusters(closed), *clusters(frames(coarse, 5)), *clusters(mended))
    return found + find_arrivals(ink, cells, names, [*taken, *(stamp.outline for stamp in found)], engine)


def _by_size(found: Sequence[Frame]) -> list[Frame]:
    """Those of a mark's size, plain ones first, of a double frame the inner one first."""
    return sorted(filter(_marks_size, found), key=lambda each: (each.filled < 0.8, each.width * each.height))


def _read_mark(ink: SeenInk, frame: Frame, engine: Engine) -> list[Word]:
    """What stands in ``frame``: without its lines, then whatever its outline holds, then lines and all."""
    seen: list[Word] = []
    for margin, only_inside in ((-1.5, False), (1.0, True), (1.0, False)):
        if only_inside and frame.filled < 0.8:
            continue
        tried = _lettered(read_in(ink, frame, margin, engine, "line", only_inside))
        if _mark_said(tried):
            return tried
        seen = max(seen, tried, key=_letters_read)
        if _letters_read(tried) > _OTHER_TEXT:
            break
    return seen


def _lettered(seen: Sequence[Word]) -> list[Word]:
    return [word for word in seen if sum(letter.isalpha() for letter in word.text) > 1]


def _letters_read(seen: Sequence[Word]) -> float:
    return sum(len(word.text) * word.confidence for word in seen)


def _marks_size(frame: Frame) -> bool:
    lies = 1.3 < frame.width / max(frame.height, 1.0) < 9
    return 34 < frame.width < 180 and 11 < frame.height < 50 and lies and abs(frame.degrees) < STEEPEST


def _mark(frame: Frame, seen: Sequence[Word], ink: SeenInk) -> Stamp | None:
    """The mark that ``seen`` says; its words share the frame's box by their letters."""
    name = _mark_said(seen)
    if name is None:
        return None
    sure = sum(word.confidence for word in seen) / len(seen)
    outline = on_page(frame, 0.0, (0.0, 0.0, frame.width, frame.height))
    parts, at, words = name.split(), 0.0, []
    for part in parts:
        step = frame.width * len(part) / sum(map(len, parts))
        box = placed(frame, 0.0, Box(at, 0.15 * frame.height, at + step, 0.85 * frame.height))
        words.append(Word(part, box, round(sure, 3), ink=ink.name, stamped=True))
        at += step
    return Stamp(tuple(words), outline)


def _mark_said(said: Sequence[Word]) -> str | None:
    text = "".join(word.text for word in said)
    capitals = sum(letter.isupper() for letter in text)
    letters = re.sub(r"[^a-z]", "", fold(text))
    if not letters or capitals < 0.8 * sum(letter.isalpha() for letter in text):
        return None
    sure = sum(word.confidence for word in said) / len(said)
    if letters in _MARKS and sure >= (_SURE if len(letters) > 4 else _CLEAR):
        return _MARKS[letters]
    alike = max((mark for mark in _MARKS if len(mark) > 4), key=lambda mark: fuzz.ratio(mark, letters))
    return _MARKS[alike] if fuzz.ratio(alike, letters) >= _ALIKE and sure >= _SURE else None


def _in_capitals(seen: Sequence[Word]) -> bool:
    letters = [letter for word in seen for letter in word.text if letter.isalpha()]
    return len(letters) >= 5 and sum(letter.isupper() for letter in letters) > 0.8 * len(letters)


def _put(words: Sequence[Word], stamp: Stamp, line: int) -> tuple[list[Word], int]:
    """``words`` with those of ``stamp`` in the place of what was read there before."""
    kept = [word for word in words if word.box is None or not inside(stamp.outline, *word.box.centre)]
    own = list(stamp.words)
    while found := next(((word, beside) for word in own if (beside := _goes_on(word, kept))), None):
        own.remove(found[0])
        kept.append(replace(found[0], stamped=False, line=found[1].line))
    theirs = [word.box for word in kept if word.box]
    rows = list(_rows([word for word in own if not any(word.box and same_place(word.box, box) for box in theirs)]))
    kept += [replace(word, line=line + number) for number, row in enumerate(rows) for word in row]
    return kept, line + len(rows)


def _goes_on(word: Word, outside: Sequence[Word]) -> Word | None:
    """The letter's word close beside: its own line runs into the stamp; ``None`` for words of the stamp."""
    box = word.box
    if box is None or word.text.isupper() or word.confidence < 0.5:
        return None
    for other in outside:
        beside = other.box
        if beside is None or other.stamped or other.confidence < 0.5 or other.text.isupper():
            continue
        gap = max(beside.x0 - box.x1, box.x0 - beside.x1)
        level = abs(beside.centre[1] - box.centre[1]) < 0.4 * box.height
        if -2 < gap < _LETTERS_APART * min(box.height, beside.height) and level:
            return other
    return None


def _rows(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words in rows from the top, each from the left."""
    row: list[Word] = []
    for word in sorted(words, key=lambda word: word.box.centre[1] if word.box else 0.0):
        if row and row[0].box and word.box and word.box.centre[1] - row[0].box.centre[1] > 0.6 * row[0].box.height:
            yield _across(row)
            row = []
        row.append(word)
    if row:
        yield _across(row)


def _across(row: Sequence[Word]) -> list[Word]:
    return sorted(row, key=lambda word: word.box.x0 if word.box else 0.0)
