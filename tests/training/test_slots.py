"""Real slots as they are cut for training: the number whole, edges and neighbours different each time."""

from __future__ import annotations

import cv2
import numpy as np

from benchmarks.handwriting import GOLD_DPI, Gold, Sheet
from schemas.geometry import Box
from schemas.image import PageImage
from training.gather import real_slot
from training.slots import ink_of


def sheet() -> Sheet:
    """A drawn page whose serial "47" stands in a known box."""
    pixels = np.full((900, 900, 3), 255, np.uint8)
    cv2.putText(pixels, "47", (400, 330), cv2.FONT_HERSHEY_SIMPLEX, 1.4, (40, 30, 160), 3)
    rows, columns = np.nonzero(pixels.min(axis=2) < 200)
    box = Box(float(columns.min()), float(rows.min()), float(columns.max() + 1), float(rows.max() + 1))
    gold = Gold("serial", "hand", "47", box.scaled(72 / GOLD_DPI))
    points = 900 * 72 / GOLD_DPI
    return Sheet("drawn", PageImage(1, points, points, GOLD_DPI, pixels), [gold])


def test_a_slot_keeps_its_surroundings_and_knows_where_the_number_stands() -> None:
    slot = real_slot(sheet(), sheet().golds[0], "an office")
    x0, y0, x1, y1 = slot.box
    assert (slot.image[y0:y1, x0:x1] < 200).sum() == (slot.image < 200).sum() > 0
    assert slot.image.shape[0] > y1 - y0 + 100


def test_ink_shows_the_number_every_time_and_not_twice_the_same() -> None:
    slot, random = real_slot(sheet(), sheet().golds[0], "an office"), np.random.default_rng(4)
    inks = [ink_of(slot, random) for _ in range(12)]
    assert all(ink.min() >= 0 and ink.max() <= 1 for ink in inks)
    assert all((ink > 0.5).sum() > 200 for ink in inks)
    assert len({ink.shape for ink in inks}) > 3
