"""Handwriting: digits and short words as a clerk writes them, each hand with its own pen, slant and unrest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.random import Generator

from corpus.simulator.ink import BLACK, BLUE, HANDS, Colour, Mask, lettering, turned


@dataclass(frozen=True, slots=True)
class Hand:
    """One person's writing. ``unrest``: how much glyphs differ from each other, 0 to 1."""

    face: Path
    colour: Colour
    slant: float
    stroke: float
    unrest: float
    squeeze: float

    @classmethod
    def chosen(cls, dice: Generator, unrest: float) -> Hand:
        return cls(
            face=HANDS[int(dice.integers(len(HANDS)))],
            colour=BLUE if dice.random() < 0.45 else BLACK,
            slant=float(dice.normal(0.08, 0.1)),
            stroke=float(dice.uniform(0.0, 1.6)),
            unrest=unrest,
            squeeze=float(dice.uniform(0.8, 1.05)),
        )

    def write(self, text: str, height: float, dice: Generator, width: float | None = None) -> Mask:
        """``text`` about ``height`` pixels high, narrowed where it is wider than ``width``."""
        size = max(24, round(height * 2.2))
        glyphs = [self._glyph(character, size, dice) for character in text]
        line = _in_a_row(glyphs, [int(dice.normal(0, self.unrest * size * 0.05)) for _ in glyphs])
        line = _slanted(line, self.slant)
        line = _shaken(line, dice, self.unrest * size * 0.03)
        scale = height / max(1.0, _digit_height(self.face, size))
        wide, high = line.shape[1] * scale * self.squeeze, line.shape[0] * scale
        if width and wide > width:
            wide = width
        shrunk = cv2.resize(line, (max(3, round(wide)), max(3, round(high))), interpolation=cv2.INTER_AREA)
        return np.asarray(np.clip(shrunk * 1.25, 0, 1), dtype=np.float32)

    def _glyph(self, character: str, size: int, dice: Generator) -> Mask:
        if character == " ":
            return np.zeros((4, size // 4), dtype=np.float32)
        own_size = max(16, int(size * (1 + dice.normal(0, 0.07 * self.unrest))))
        glyph = lettering(character, self.face, own_size)
        pen = int(self.stroke * size / 40)
        if pen > 0:
            glyph = np.pad(glyph, pen)
            kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * pen + 1, 2 * pen + 1))
            glyph = np.asarray(cv2.dilate(glyph, kernel), dtype=np.float32)
        return turned(glyph, float(dice.normal(0, 5 * self.unrest)))


def _digit_height(path: Path, size: int) -> float:
    return float(lettering("0", path, size).shape[0])


def _in_a_row(glyphs: list[Mask], offsets: list[int]) -> Mask:
    """Glyphs side by side, their feet on one line but for ``offsets``."""
    gap = 3
    high = max(glyph.shape[0] for glyph in glyphs) + 2 * max(abs(offset) for offset in offsets) + 8
    line = np.zeros((high, sum(glyph.shape[1] + gap for glyph in glyphs) + 8), dtype=np.float32)
    x = 4
    for glyph, offset in zip(glyphs, offsets, strict=True):
        top = int(np.clip(high - 4 - glyph.shape[0] + offset, 0, high - glyph.shape[0]))
        area = line[top : top + glyph.shape[0], x : x + glyph.shape[1]]
        np.maximum(area, glyph, out=area)
        x += glyph.shape[1] + gap
    return line


def _slanted(mask: Mask, slant: float) -> Mask:
    height, width = mask.shape
    shift = slant * height
    matrix = np.array([[1, -slant, max(shift, 0)], [0, 1, 0]], dtype=np.float32)
    return np.asarray(cv2.warpAffine(mask, matrix, (int(width + abs(shift)) + 1, height)), dtype=np.float32)


def _shaken(mask: Mask, dice: Generator, reach: float) -> Mask:
    """The strokes bent a little, so that no two digits of a typeface are alike."""
    height, width = mask.shape
    shape = (max(2, height // 20), max(2, width // 20))
    moves = [
        cv2.resize(dice.normal(0, reach, shape).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
        for _ in range(2)
    ]
    xs, ys = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    return np.asarray(cv2.remap(mask, xs + moves[0], ys + moves[1], cv2.INTER_LINEAR), dtype=np.float32)
