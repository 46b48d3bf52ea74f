"""Pictures of single characters as somebody writes or prints them: 0 paper to 255 ink, cropped to the ink.

Sources: our own pen (``training.strokes``), handwritten digits (MNIST, scikit-learn) and typefaces.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from training.strokes import GLYPHS, drawn

Mask = NDArray[np.uint8]
TALL = 64
"""Height in pixels at which glyphs are made."""
_WAYS = 10_000
"""A way to write is drawn as one of so many, modulo the number of ways there are."""


def cropped(mask: Mask) -> Mask:
    """``mask`` cut to its ink; a mask without ink comes back whole."""
    rows, columns = np.flatnonzero(mask.max(axis=1) > 40), np.flatnonzero(mask.max(axis=0) > 40)
    if not rows.size:
        return mask
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


@dataclass(frozen=True, slots=True)
class Pen:
    """One writer: which way each character is written, how shaky, how wide the line (pixels at TALL), how narrow the digits.

    ``nib`` is the share of the line's width that depends on its direction, as with a broad or worn point.
    """

    ways: dict[str, int]
    shake: float
    width: float
    squeeze: float
    nib: float

    def glyph(self, character: str, random: np.random.Generator) -> Mask:
        canvas = np.zeros((TALL * 2, TALL * 2), np.uint8)
        way = self.ways[character] if random.random() < 0.85 else int(random.integers(_WAYS))
        stretch = self.squeeze * float(np.exp(random.normal(0, 0.10)))
        for line in drawn(character, way, self.shake, random):
            pixels = line * (TALL * stretch, TALL) + TALL / 2
            width = max(1, round(self.width * (1 - self.nib) * float(np.exp(random.normal(0, 0.08)))))
            cv2.polylines(canvas, [np.round(pixels * 16).astype(np.int32)], False, 255, width, cv2.LINE_AA, 4)
        return cropped(self._broadened(canvas))

    def _broadened(self, canvas: Mask) -> Mask:
        size = round(self.width * self.nib) + 1
        return canvas if size < 2 else np.asarray(cv2.dilate(canvas, np.eye(size, dtype=np.uint8)), np.uint8)


def some_pen(random: np.random.Generator) -> Pen:
    ways = {character: int(random.integers(_WAYS)) for character in GLYPHS}
    width = float(np.exp(random.uniform(np.log(2.5), np.log(11))))
    squeeze = float(np.exp(random.normal(-0.08, 0.18)))
    nib = float(random.uniform(0.2, 0.6)) if random.random() < 0.25 else 0.0
    return Pen(ways, float(random.uniform(0.01, 0.045)), width, squeeze, nib)


@dataclass(frozen=True, slots=True)
class Samples:
    """Handwritten digits by value: centre lines (to be drawn with any pen) and the scans themselves."""

    lines: dict[str, list[Mask]]
    scans: dict[str, list[Mask]]

    def glyph(self, character: str, width: float, random: np.random.Generator) -> Mask:
        if random.random() < 0.6:
            lines = self.lines[character]
            line = lines[int(random.integers(len(lines)))]
            big = cv2.resize(line, None, fx=1.6, fy=1.6, interpolation=cv2.INTER_LINEAR)
            big = cv2.GaussianBlur(np.pad(big, 12), (0, 0), max(0.8, width / 3.2))
            return cropped(np.where(big > 0.35 * big.max(), 255, 0).astype(np.uint8))
        scans = self.scans[character]
        scan = scans[int(random.integers(len(scans)))].astype(np.float32)
        edge = float(random.uniform(60, 190))
        return cropped((1 / (1 + np.exp((edge - scan) / 12)) * 255).astype(np.uint8))


def _bytes_of(path: Path, header: int) -> NDArray[np.uint8]:
    data = gzip.decompress(path.read_bytes())
    return np.frombuffer(data, np.uint8, offset=header)


def mnist(folder: Path) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Images (n, 28, 28) and labels (n) of the IDX files in ``folder``."""
    images = _bytes_of(next(folder.glob("*images-idx3-ubyte.gz")), 16).reshape(-1, 28, 28)
    return images, _bytes_of(next(folder.glob("*labels-idx1-ubyte.gz")), 8)


def thinned(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Centre lines of many pictures (n, h, w) at once, after Zhang and Suen (1984)."""
    ink = ink.copy()
    changed = True
    while changed:
        changed = False
        for step in (0, 1):
            p = np.pad(ink, ((0, 0), (1, 1), (1, 1)))
            n, e, s, w = p[:, :-2, 1:-1], p[:, 1:-1, 2:], p[:, 2:, 1:-1], p[:, 1:-1, :-2]
            ring = [n, p[:, :-2, 2:], e, p[:, 2:, 2:], s, p[:, 2:, :-2], w, p[:, :-2, :-2]]
            count = np.sum(ring, axis=0, dtype=np.uint8)
            turns = np.sum([~a & b for a, b in zip(ring, ring[1:] + ring[:1], strict=True)], axis=0, dtype=np.uint8)
            loose = ~(n & e & s) & ~(e & s & w) if step == 0 else ~(n & e & w) & ~(n & s & w)
            gone = ink & (count >= 2) & (count <= 6) & (turns == 1) & loose
            ink &= ~gone
            changed = changed or bool(gone.any())
    return ink


def handwritten(images: NDArray[np.uint8], labels: NDArray[np.uint8]) -> Samples:
    """Samples of ``images`` (n, h, w), light on dark, with their digits as ``labels``."""
    factor = 40 / images.shape[1]
    upright = [cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC) for image in images]
    lines = thinned(np.stack([cv2.GaussianBlur(image, (0, 0), 0.8) > 110 for image in upright]))
    samples = Samples({str(d): [] for d in range(10)}, {str(d): [] for d in range(10)})
    for line, image, label in zip(lines, upright, labels, strict=True):
        samples.lines[str(label)].append(line.astype(np.float32))
        samples.scans[str(label)].append(cv2.resize(image, None, fx=2.2, fy=2.2, interpolation=cv2.INTER_CUBIC))
    return samples


def scikit_digits() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    from sklearn.datasets import load_digits

    digits = load_digits()
    images = np.clip(digits.images * 16, 0, 255).astype(np.uint8)
    padded = np.stack([np.pad(cv2.resize(image, (20, 20), interpolation=cv2.INTER_CUBIC), 4) for image in images])
    return padded, digits.target.astype(np.uint8)


@dataclass(frozen=True, slots=True)
class Typeface:
    font: ImageFont.FreeTypeFont
    serif: bool

    def text(self, text: str) -> Mask:
        left, top, right, bottom = (round(edge) for edge in self.font.getbbox(text))
        image = Image.new("L", (max(right - left, 1) + 8, max(bottom - top, 1) + 8))
        ImageDraw.Draw(image).text((4 - left, 4 - top), text, fill=255, font=self.font)
        return cropped(np.asarray(image))


def typefaces(folders: list[Path], wanted: Callable[[Path], bool]) -> list[Typeface]:
    """Every typeface under ``folders`` that has all ten digits, in the order of their paths."""
    found = []
    for path in sorted(file for folder in folders for file in folder.rglob("*") if wanted(file)):
        try:
            font = ImageFont.truetype(str(path), TALL)
        except OSError:
            continue
        face = Typeface(font, "Serif" in (font.getname()[0] or ""))
        pictures = {face.text(digit).tobytes() for digit in "0123456789"}
        if len(pictures) == 10:
            found.append(face)
    return found
