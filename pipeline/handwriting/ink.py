"""From pixels to the picture a recognizer is shown: ink as 0 to 1, one height, no colour."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Ink = NDArray[np.float32]

HEIGHT = 40
"""Rows of a recognizer's picture."""

_MARGIN = 3
_WIDEST = 320
_FAINTEST = 60.0  # grey levels between paper and ink below which a crop holds only paper


def darkness(image: Pixels) -> Pixels:
    """How far each pixel is from white, 0 to 255: the darkest channel counts, so that blue and red ink are ink too."""
    darkest = image if image.ndim == 2 else np.minimum(np.minimum(image[..., 0], image[..., 1]), image[..., 2])
    return np.asarray(255 - darkest, dtype=np.uint8)


def levelled(dark: Pixels | NDArray[np.float32]) -> Ink:
    """``dark`` (h, w) with its paper at 0 and its darkest ink at 1."""
    values = dark.astype(np.float32)
    paper = float(np.median(values)) if values.size else 0.0
    deepest = float(np.percentile(values, 99.5)) if values.size else 0.0
    return np.asarray(np.clip((values - paper) / max(deepest - paper, _FAINTEST), 0.0, 1.0), dtype=np.float32)


def picture(ink: Ink) -> Ink:
    """``ink`` (h, w), cropped to what is written, as a picture (HEIGHT, w') with a margin of paper."""
    import cv2

    inner = HEIGHT - 2 * _MARGIN
    height, width = ink.shape
    wide = int(np.clip(round(width * inner / height), 4, _WIDEST))
    how: Any = cv2.INTER_AREA if height > inner else cv2.INTER_CUBIC
    resized = np.clip(cv2.resize(ink, (wide, inner), interpolation=how), 0.0, 1.0)
    return np.pad(resized, _MARGIN).astype(np.float32)
