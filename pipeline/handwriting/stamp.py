"""The rows of an arrival stamp: "Số", "Ngày", "Chuyển" right of "ĐẾN" (Decree 30/2020, annex IV, form 1).

OCR reads a stamp badly, so one of its printed labels beside "ĐẾN" is enough: the rows are evenly spaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from rapidfuzz import fuzz

from pipeline.handwriting.anchors import EMS, folded
from schemas.geometry import Box
from schemas.text import Word

_REACH = 75.0
"""Points from "ĐẾN" to the labels; the whole stamp is 50 mm wide, 142 points."""
_HIGH = 45.0
"""Points from the middle of "ĐẾN" to a label's, at most: the stamp is 35 mm high."""
_PITCH = 1.5
"""Ems from row to row where only one row's label was read."""
_CLOSEST, _FARTHEST = 1.0, 3.2
"""Ems from row to row."""
_COLON = 0.28
_TAIL = 0.22
"""Ems that "y" hangs below its line."""
_ALIKE = 70.0
_ORDER = ("so", "ngay", "chuyen")
_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class StampRow:
    """One entry's line in points: where its label ends, where letters stand on, and whether the stamp is red."""

    left: float
    foot: float


@dataclass(frozen=True, slots=True)
class StampRows:
    """The entries' rows; ``size`` is the labels' type size, ``pitch`` the way from row to row, both in points.

    ``numbered``: the row above the date's is the number's. Portals and posts have "Giờ" there. ``spaced``: labels say
    how far apart the rows are; otherwise only the form does.

    ``red``: the labels are red, so that ink of another colour was written.
    """

    number: StampRow
    date: StampRow
    size: float
    pitch: float
    red: bool
    numbered: bool = True
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class _Label:
    name: str
    box: Box
    red: bool

    @property
    def foot(self) -> float:
        return self.box.y1 - (0.0 if self.name == "so" else _TAIL * min(self.box.height / 0.9, 15.0))


def stamp_rows(words: Sequence[Word]) -> tuple[StampRows, ...]:
    """The rows of every arrival stamp among a page's ``words``."""
    arrivals = [word.box for word in words if word.box and _says_arrival(word.text)]
    found = (_rows_beside(box, words) for box in arrivals)
    return tuple(rows for rows in found if rows)


def _says_arrival(text: str) -> bool:
    bare = text.strip(".,:;|'\"")
    return folded(bare) == "den" and bare.isupper()


def _rows_beside(arrival: Box, words: Sequence[Word]) -> StampRows | None:
    labels = _in_line([label for word in words if (label := _label(word, arrival))], arrival.centre[1])
    if not labels:
        return None
    size = _size(labels)
    pitch = _pitch(labels, size)
    one = labels[0]
    top = one.foot - _ORDER.index(one.name) * pitch
    edge = min(label.box.x0 for label in labels)
    by_name = {label.name: label for label in labels}
    rows = [_row(by_name.get(name), name, edge, top + index * pitch, size) for index, name in enumerate(_ORDER[:2])]
    numbered = "so" in by_name or not _labelled_otherwise(words, edge, rows[0].foot, pitch)
    red = sum(label.red for label in labels) * 2 > len(labels)
    return StampRows(rows[0], rows[1], size, pitch, red, numbered, len(labels) > 1)


def _labelled_otherwise(words: Sequence[Word], edge: float, foot: float, pitch: float) -> bool:
    """Whether another label than "Số" was read where the number's would begin."""
    return any(
        abs(word.box.x0 - edge) < 9
        and abs(word.box.y1 - foot) < 0.5 * pitch
        and (folded(word.text).startswith(("gio", "g10")) or sum(map(str.isalpha, word.text)) > 3)
        for word in words
        if word.box
    )


def _label(word: Word, arrival: Box) -> _Label | None:
    """The entry's label that ``word`` is or begins with, beside ``arrival``."""
    box = word.box
    if box is None or not (-5 <= box.x0 - arrival.x1 <= _REACH and abs(box.centre[1] - arrival.centre[1]) <= _HIGH):
        return None
    letters = "".join(character for character in folded(word.text) if character.isalnum())
    if not word.text[:1].isupper() and word.text[:1] not in "«§":
        return None
    if letters[:2] in ("so", "s0", "s6", "sd") and not letters[2:3].isalpha() and not word.text.isupper():
        return _Label("so", box, word.ink == "red") if box.y0 < arrival.centre[1] else None
    for name in ("ngay", "chuyen"):
        if fuzz.ratio(letters[: len(name)], name) >= _ALIKE:
            return _Label(name, box, word.ink == "red")
    return None


def _in_line(found: Sequence[_Label], middle: float) -> list[_Label]:
    """One label a name, those that begin below each other at even steps; of several the ones about ``middle``."""
    options = [[None, *(each for each in found if each.name == name)] for name in _ORDER]
    sets = ([label for label in chosen if label] for chosen in product(*options))
    return max(sets, key=lambda labels: (len(labels) if _evenly(labels) else -1, -_off(labels, middle)), default=[])


def _evenly(labels: Sequence[_Label]) -> bool:
    if not labels:
        return False
    size, first = _size(labels), labels[0]
    steps = [
        (later.foot - label.foot) / (_ORDER.index(later.name) - _ORDER.index(label.name))
        for label, later in pairwise(labels)
    ]
    aligned = all(abs(label.box.x0 - first.box.x0) < 9 for label in labels)
    return aligned and all(
        _CLOSEST * size < step < _FARTHEST * size and abs(step - steps[0]) < 0.4 * size for step in steps
    )


def _off(labels: Sequence[_Label], middle: float) -> float:
    """How far the labels are from where the form has them: the date's row beside the middle of "ĐẾN"."""
    size = _size(labels)
    return sum(abs(label.box.centre[1] - middle - (_ORDER.index(label.name) - 1) * _PITCH * size) for label in labels)


def _size(labels: Sequence[_Label]) -> float:
    """The labels' type size: their widths say it unless they were cut short or ink was glued to them."""
    sizes = sorted(min(label.box.width / _width(label.name), label.box.height) for label in labels)
    return min(max(sizes[len(sizes) // 2] if sizes else _SIZE, 6.5), 15.0)


def _width(name: str) -> float:
    return {"so": EMS["so"], "ngay": EMS["ngay"], "chuyen": 2.9}[name] + _COLON


def _pitch(labels: Sequence[_Label], size: float) -> float:
    first, last = labels[0], labels[-1]
    steps = _ORDER.index(last.name) - _ORDER.index(first.name)
    pitch = (last.foot - first.foot) / steps if steps else _PITCH * size
    return pitch if _CLOSEST * size < pitch < _FARTHEST * size else _PITCH * size


def _row(label: _Label | None, name: str, edge: float, foot: float, size: float) -> StampRow:
    """The row of an entry: its label's own box says where it begins, else the label's printed width."""
    reckoned = edge + _width(name) * size
    if label and -0.6 * size < label.box.x1 - reckoned < 1.2 * size:
        return StampRow(label.box.x1, label.foot)
    return StampRow(reckoned, label.foot if label else foot)
