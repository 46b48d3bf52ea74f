"""Ink on paper: masks of what is written or stamped, laid over a page image.

A page image is RGB, ``uint8``; a mask is ``float32`` from 0 (paper) to 1 (full ink).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Pixels = NDArray[np.uint8]
Mask = NDArray[np.float32]
Colour = tuple[int, int, int]

BLACK: Colour = (25, 25, 28)
BLUE: Colour = (28, 48, 140)
RED: Colour = (205, 30, 45)

HANDS = tuple(sorted((Path(__file__).parent / "handwriting").glob("hand-*.[ot]tf")))
STAMP_FACE = Path(__file__).parents[1] / "typesetter" / "fonts" / "OfficeSans-Bold.ttf"
SERIF_FACE = Path(__file__).parents[1] / "typesetter" / "fonts" / "OfficeSerif-Bold.ttf"


@cache
def face(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """A typeface in pixels; drawn without a layout engine's help, so that it is alike everywhere."""
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def mask_of(image: Image.Image) -> Mask:
    """The mask that was drawn in white on a black picture."""
    return np.asarray(np.asarray(image, dtype=np.float32) / np.float32(255), dtype=np.float32)


def lettering(text: str, path: Path, size: int) -> Mask:
    """``text`` in a typeface, cut to its ink."""
    left, top, right, bottom = face(path, size).getbbox(text)
    image = Image.new("L", (max(1, int(right - left) + 4), max(1, int(bottom - top) + 4)))
    ImageDraw.Draw(image).text((2 - left, 2 - top), text, font=face(path, size), fill=255)
    return mask_of(image)


def lay(page: Pixels, mask: Mask, x: float, y: float, colour: Colour, strength: float = 1.0) -> None:
    """Put ink on the page with the mask's top-left corner at (x, y) pixels; what is outside is cut off."""
    left, top = round(x), round(y)
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(page.shape[1], left + mask.shape[1]), min(page.shape[0], top + mask.shape[0])
    if x1 <= x0 or y1 <= y0:
        return
    alpha = mask[y0 - top : y1 - top, x0 - left : x1 - left, None] * strength
    paper = page[y0:y1, x0:x1].astype(np.float32)
    inked = paper * (1 - alpha * (1 - np.asarray(colour, dtype=np.float32) / 255))
    page[y0:y1, x0:x1] = np.clip(inked, 0, 255).astype(np.uint8)


def turned(mask: Mask, degrees: float) -> Mask:
    """The mask turned about its middle, grown to hold all of it."""
    height, width = mask.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
    wide, high = int(height * sin + width * cos) + 2, int(height * cos + width * sin) + 2
    matrix[:, 2] += ((wide - width) / 2, (high - height) / 2)
    return np.asarray(cv2.warpAffine(mask, matrix, (wide, high), flags=cv2.INTER_LINEAR), dtype=np.float32)


def worn(mask: Mask, dice: Generator, wear: float) -> Mask:
    """A stamp's uneven ink: patches and grains missing, the more the greater ``wear`` (0 to 1)."""
    height, width = mask.shape
    patches = dice.random((height // 24 + 2, width // 24 + 2), dtype=np.float32)
    grains = dice.random((height, width), dtype=np.float32)
    cloud = cv2.resize(patches, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(mask * np.clip(1.15 - wear * (cloud + 0.8 * (grains > 1 - wear * 0.5)), 0, 1), dtype=np.float32)
