"""Inks told apart on a colour scan: black print, red seals and stamps, blue pens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from schemas.geometry import Box
from schemas.image import Pixels
from schemas.text import Ink, Word

_STRONG = 45  # by how much one channel has to stand out, of 255; JPEG blurs colour at black edges by less
_LEAST_RED = 0.0004  # share of a page's pixels: a line of stamped capitals has about 0.0005
_REDDEST, _BLUEST = (
    0.6,
    0.35,
)  # share of a word's dark pixels that decides its ink; a seal over black print is no red word


@dataclass(frozen=True, slots=True, eq=False)
class InkLayers:
    """A page's inks as grey pictures of its size. ``red`` is ``None`` where there is too little of it.

    ``black`` is what is left without the red; ``red_mask`` and ``blue_mask`` are 255 where that ink is.
    """

    black: Pixels
    red: Pixels | None
    red_mask: Pixels | None
    blue_mask: Pixels | None


def grey_of(pixels: Pixels) -> Pixels:
    """``pixels`` (grey or RGB) as grey."""
    return pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)


def split_inks(pixels: Pixels) -> InkLayers:
    """The inks of ``pixels``, grey or RGB. Paper of a colour of its own counts as white."""
    if pixels.ndim == 2:
        return InkLayers(pixels, None, None, None)
    white = _whitened(pixels)
    red, green, blue = cv2.split(white)
    redness = cv2.subtract(red, cv2.max(green, blue))
    blueness = cv2.subtract(blue, cv2.max(red, green))
    red_mask = cv2.threshold(redness, _STRONG, 255, cv2.THRESH_BINARY)[1]
    blue_mask = cv2.threshold(blueness, _STRONG * 0.6, 255, cv2.THRESH_BINARY)[1]
    grey = grey_of(white)
    if np.count_nonzero(red_mask) < red_mask.size * _LEAST_RED:
        return InkLayers(grey, None, None, blue_mask)
    # On the red channel red ink is as bright as paper and black ink is as dark as ever.
    near_red = cv2.dilate(red_mask, np.ones((3, 3), np.uint8))
    black = grey.copy()
    cv2.copyTo(cv2.max(grey, red), near_red, black)
    alone = cv2.bitwise_not(cv2.add(redness, redness))
    return InkLayers(black, alone, red_mask, blue_mask)


def _whitened(pixels: Pixels) -> Pixels:
    """``pixels`` with each channel stretched so that the paper is white."""
    small = pixels[::8, ::8].reshape(-1, 3)
    paper = np.percentile(small, 80, axis=0).clip(128, 255)
    table = np.stack([np.clip(np.arange(256) * 255.0 / level, 0, 255) for level in paper], axis=1)
    stretched: Pixels = cv2.LUT(pixels, table.astype(np.uint8).reshape(1, 256, 3))
    return stretched


def with_inks(words: Sequence[Word], layers: InkLayers, dpi: float) -> tuple[Word, ...]:
    """``words`` with the ink that most of their dark pixels have."""
    if layers.blue_mask is None and layers.red_mask is None:
        return tuple(words)
    return tuple(replace(word, ink=_ink_of(word.box, layers, dpi)) if word.box else word for word in words)


def _ink_of(box: Box, layers: InkLayers, dpi: float) -> Ink:
    black = _cut(layers.black, box, dpi)
    dark = int(np.count_nonzero(black < 128))
    red = 0 if layers.red_mask is None else int(np.count_nonzero(_cut(layers.red_mask, box, dpi)))
    blue = 0 if layers.blue_mask is None else int(np.count_nonzero(_cut(layers.blue_mask, box, dpi)))
    if red > (dark + red) * _REDDEST and red > blue:
        return "red"
    if blue > max(dark, 1) * _BLUEST:
        return "blue"
    return "black"


def _cut(pixels: Pixels, box: Box, dpi: float) -> Pixels:
    scale = dpi / 72
    left, top = max(int(box.x0 * scale), 0), max(int(box.y0 * scale), 0)
    return pixels[top : max(int(box.y1 * scale), top + 1), left : max(int(box.x1 * scale), left + 1)]
