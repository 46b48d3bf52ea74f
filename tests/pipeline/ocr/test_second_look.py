"""A second look sees what is left: no words that were read, no seals, no strokes of a pen."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.ocr.second_look import remainder
from schemas.image import Pixels
from tests.pipeline.ocr.specimens import DPI, word


def signed() -> Pixels:
    """A page with a line of print, a seal of 100 points and a name beside it."""
    page = np.full((2339, 1654), 255, np.uint8)
    cv2.putText(page, "Noi nhan", (200, 500), cv2.FONT_HERSHEY_SIMPLEX, 1.5, 0, 4)
    cv2.circle(page, (800, 1200), 140, 0, 5)
    cv2.line(page, (700, 1300), (1400, 1150), 0, 4)
    for number, letter in enumerate("Nguyen Van A" * 3):
        cv2.putText(page, letter, (300 + number * 34, 1500), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, 4)
    return page


def test_read_words_seals_and_strokes_are_gone_and_names_are_left() -> None:
    left = remainder(signed(), [word("Noi", (70, 160, 200, 190))], DPI)
    assert left is not None
    assert left[440:540].min() == 255
    assert left[1000:1400].min() == 255
    assert left[1450:1520].min() == 0


def test_words_that_were_guessed_are_looked_at_again() -> None:
    left = remainder(signed(), [word("Noi", (70, 160, 200, 190), confidence=0.3)], DPI)
    assert left is not None
    assert left[440:540].min() == 0


def test_nothing_left_is_nothing_to_look_at() -> None:
    assert remainder(np.full((1000, 800), 255, np.uint8), [], DPI) is None
