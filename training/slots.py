"""Real slots, cut from scans whose numbers are known (see ``training.gather``), as reading may come to see them."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.handwriting.cut import cut
from pipeline.handwriting.ink import Ink, Pixels, darkness, levelled
from pipeline.handwriting.place import Place
from schemas.geometry import Box
from schemas.text import SlotKind, Written

DPI = 200
"""Of every slot's image."""
_POINT = 72 / DPI


@dataclass(frozen=True, slots=True)
class RealSlot:
    """``image`` (h, w) is grey, at DPI; ``box`` says where the number stands in it: x0, y0, x1, y1."""

    sheet: str
    office: str
    kind: SlotKind
    text: str
    written: Written
    image: Pixels
    box: tuple[int, int, int, int]


def load_slots(path: Path) -> list[RealSlot]:
    """What ``training.gather`` wrote."""
    return [RealSlot(**slot) for slot in pickle.loads(path.read_bytes())]


def ink_of(slot: RealSlot, random: np.random.Generator) -> Ink:
    """The slot's ink as reading may come to see it: cropped at a box a little off, or cut free of its neighbours."""
    x0, y0, x1, y1 = slot.box
    tall = y1 - y0
    if random.random() < 0.5:
        found = cut(slot.image, DPI, _place(slot, random))
        if found is not None:
            return found.ink
    left, top, right, bottom = (round(edge * tall) for edge in random.uniform(-0.02, 0.14, 4))
    part = slot.image[max(0, y0 - top) : y1 + bottom, max(0, x0 - left) : x1 + right]
    return levelled(darkness(part))


def _place(slot: RealSlot, random: np.random.Generator) -> Place:
    """Where reading may take the slot to be: its row of print, and limits left and right that miss a little."""
    size = float(random.uniform(11.5, 15))
    em = size / _POINT
    x0, _, x1, y1 = slot.box
    foot = y1 - random.uniform(-0.05, 0.25) * em
    left, right = x0 - random.uniform(0.0, 0.5) * em, x1 + random.uniform(0.05, 0.6) * em
    box = Box(max(0.0, left), max(0.0, foot - 0.8 * em), right, foot).scaled(_POINT)
    return Place(slot.kind, box, size, bool(random.random() < 0.5), bool(random.random() < 0.5))
