"""What a first reading left: words on a page once those already read, seals and pen strokes are taken away.

Tesseract's page analysis gives up a whole block when a seal or a signature runs into it; what is
printed beside them (a signer's name, an archive line) reads well as soon as they are gone.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from schemas.image import Pixels
from schemas.text import Word

_SURE = 0.6
_LARGEST, _SMALLEST = 40.0, 0.9  # points: no letter is as large, no dot as small
_LEAST_SHARE = 0.0006  # share of a page's pixels: a name has about 0.001


def remainder(black: Pixels, words: Sequence[Word], dpi: float) -> Pixels | None:
    """``black`` (grey) without the words that were read for sure and without what is no letter by its size.

    ``None`` when hardly any ink is left.
    """
    scale = dpi / 72
    ink = cv2.threshold(black, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    for word in words:
        if word.box is not None and word.confidence >= _SURE:
            box = word.box.grown(1.0).scaled(scale)
            ink[max(int(box.y0), 0) : int(box.y1) + 1, max(int(box.x0), 0) : int(box.x1) + 1] = 0
    letters = _letter_sized(ink, scale)
    if np.count_nonzero(letters) < letters.size * _LEAST_SHARE:
        return None
    near = cv2.dilate(letters, np.ones((3, 3), np.uint8)) > 0
    return np.where(near, black, 255).astype(np.uint8)


def _letter_sized(ink: Pixels, scale: float) -> Pixels:
    """The shapes of ``ink`` that may be letters by their size."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    longest = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    fits = (longest <= _LARGEST * scale) & (longest >= _SMALLEST * scale)
    fits[0] = False
    return np.where(fits[labels], 255, 0).astype(np.uint8)
