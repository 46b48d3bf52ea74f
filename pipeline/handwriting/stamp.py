"""The entries of an arrival stamp: number and date, beside "Số" and "Ngày" right of "ĐẾN" (Decree 30/2020, annex IV).

OCR reads a stamp badly, so one of its printed words beside "ĐẾN" is enough: its rows are evenly spaced.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.handwriting.anchors import EMS, Anchor, anchors, folded
from pipeline.handwriting.place import Place
from schemas.geometry import Box
from schemas.text import SlotKind, Word

_REACH = 75.0
"""Points from "ĐẾN" to the entries' labels; the whole stamp is 50 mm wide, 142 points."""
_ENTRY = 82.0
"""Points that an entry may be long."""
_PITCH = 1.15
"""Ems from row to row where only one row's label was read."""
_COLON = 0.28


def stamp_places(words: Sequence[Word]) -> tuple[Place, ...]:
    """Slots of the number and of the whole date (kind "arrival_day") of the page's arrival stamps."""
    arrivals = [word.box for word in words if word.box and _says_arrival(word.text)]
    found = anchors(words)
    return tuple(place for box in arrivals for place in _entries(box, found, words))


def _says_arrival(text: str) -> bool:
    bare = text.strip(".,:;|'\"")
    return folded(bare) == "den" and bare.isupper()


def _entries(arrival: Box, found: Sequence[Anchor], words: Sequence[Word]) -> tuple[Place, ...]:
    labels = {name: _label(name, arrival, found) for name in ("so", "ngay")}
    number, date = labels["so"], labels["ngay"]
    if date is None:
        return ()
    size = min(max(_letters(date).width / EMS["ngay"], 8.0), 15.0)
    pitch = date.box.centre[1] - number.box.centre[1] if number else _pitch(date, words, size)
    if not 0.7 * size < pitch < 2.5 * size:
        number, pitch = None, _PITCH * size
    row = Box(date.box.x0, date.box.y1 - size, date.box.x1, date.box.y1)
    left = date.box.x1 if date.tight else date.box.x0 + (EMS["ngay"] + _COLON) * size
    above = Box(row.x0, row.y0 - pitch, row.x1, row.y1 - pitch)
    number_left = number.box.x1 if number and number.tight else date.box.x0 + (EMS["so"] + _COLON) * size
    return (
        _entry("arrival_number", number_left, above, size),
        _entry("arrival_day", left, row, size),
    )


def _entry(kind: SlotKind, left: float, row: Box, size: float) -> Place:
    return Place(kind, Box(left, row.y0, row.x0 + _ENTRY, row.y1), size, False, True)


def _letters(label: Anchor) -> Box:
    box = label.box
    widest = EMS[label.name] * box.height
    return box if box.width <= widest else Box(box.x0, box.y0, box.x0 + widest, box.y1)


def _label(name: str, arrival: Box, found: Sequence[Anchor]) -> Anchor | None:
    """The label beside "ĐẾN" that is nearest to it."""
    near = [
        anchor
        for anchor in found
        if anchor.name == name
        and anchor.part != "end"
        and -5 <= anchor.box.x0 - arrival.x1 <= _REACH
        and abs(anchor.box.centre[1] - arrival.centre[1]) <= 40
    ]
    return min(near, key=lambda anchor: abs(anchor.box.centre[1] - arrival.centre[1]), default=None)


def _pitch(date: Anchor, words: Sequence[Word], size: float) -> float:
    """Ems from row to row, told from the row "Chuyển" below the date's when it was read."""
    below = [
        word.box
        for word in words
        if word.box and folded(word.text).startswith("chuy") and abs(word.box.x0 - date.box.x0) < 1.5 * size
    ]
    pitches = [box.y0 - date.box.y0 for box in below if 0.7 * size < box.y0 - date.box.y0 < 2.5 * size]
    return min(pitches, default=_PITCH * size)
