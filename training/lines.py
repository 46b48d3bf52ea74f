"""A string as one hand, one typeface or one numbering stamp puts it on paper, larger than any scan."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from training.glyphs import TALL, Mask, Pen, Samples, Typeface, some_pen

Canvas = NDArray[np.float32]
"""Ink (h, w) from 0, paper, to 1."""

_SPACINGS = (0.46, 0.29, 0.13, 0.12)
_FOREIGN = {"1": 0.75, "2": 0.3, "4": 0.5, "7": 0.5, "/": 1.0, ".": 1.0, "-": 1.0}
"""How often a character among those of the samples is by our pen, because their writers form it otherwise or not at all."""


@dataclass(frozen=True, slots=True)
class Sources:
    samples: tuple[Samples, ...]
    hands: tuple[Typeface, ...]
    prints: tuple[Typeface, ...]


def pasted(canvas: Canvas, mask: Mask, x: int, y: int) -> None:
    """Lay ``mask`` on ``canvas`` with its top left corner at (x, y); what falls outside is lost."""
    height, width = mask.shape
    top, left = max(y, 0), max(x, 0)
    bottom, right = min(y + height, canvas.shape[0]), min(x + width, canvas.shape[1])
    if bottom <= top or right <= left:
        return
    part = mask[top - y : bottom - y, left - x : right - x].astype(np.float32) / 255
    view = canvas[top:bottom, left:right]
    np.maximum(view, part, out=view)


def scaled(mask: Mask, across: float, down: float) -> Mask:
    size = max(2, round(mask.shape[1] * across)), max(2, round(mask.shape[0] * down))
    return np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _glyphs(text: str, sources: Sources, random: np.random.Generator) -> list[Mask]:
    """Characters of ``text`` by one hand."""
    kind, pen = random.random(), some_pen(random)
    letters = any(character in "abcd" for character in text)
    if kind < 0.23 and not letters:
        samples = sources.samples[0 if random.random() < 0.9 else -1]
        return [_mixed(samples, pen, character, random) for character in text]
    if kind < 0.40:
        face = sources.hands[int(random.integers(len(sources.hands)))]
        change = int(random.integers(-1, 3))
        return [_thicker(face.text(character), change) for character in text]
    return [pen.glyph(character, random) for character in text]


def _mixed(samples: Samples, pen: Pen, character: str, random: np.random.Generator) -> Mask:
    """A digit of ``samples``, or now and then (mostly for what foreign hands write otherwise) by our pen."""
    if random.random() < _FOREIGN.get(character, 0.15):
        return pen.glyph(character, random)
    return samples.glyph(character, pen.width, random)


def _thicker(mask: Mask, by: int) -> Mask:
    if by == 0:
        return mask
    padded = np.pad(mask, max(by, 0) + 1)
    size = 2 * abs(by) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    changed = np.asarray((cv2.dilate if by > 0 else cv2.erode)(padded, kernel), dtype=np.uint8)
    return mask if changed.max() < 128 else changed


def _sized(mask: Mask, character: str, random: np.random.Generator) -> Mask:
    """``mask`` about TALL rows high, wide or narrow as the hand goes; dots and dashes keep their size."""
    across, down = (float(np.exp(random.normal(0, spread))) for spread in (0.06, 0.07))
    if character not in ".-":
        down *= min(1.5, max(0.8, TALL / mask.shape[0]))
        across *= min(1.3, max(0.8, TALL / mask.shape[0]))
    return scaled(mask, across, down)


def _gap(random: np.random.Generator) -> float:
    """How far apart a writer sets characters, in heights: apart, touching, wide, or one over the other."""
    kinds = random.normal(0.10, 0.05), random.normal(0.0, 0.05), random.uniform(0.1, 0.5), random.normal(-0.10, 0.05)
    return float(kinds[int(random.choice(4, p=_SPACINGS))])


def _small_nought(character: str, index: int, often: float, random: np.random.Generator) -> tuple[float, float]:
    """Factor and lift (heights) of a 0 that is written small after another digit; 1 and 0 for what is not."""
    if character != "0" or index == 0 or random.random() > often:
        return 1.0, 0.0
    factor = float(random.uniform(0.45, 0.8))
    return factor, float(random.uniform(0, 1 - factor))


def by_hand(text: str, sources: Sources, random: np.random.Generator) -> Canvas:
    """``text`` in one writer's hand, on a canvas with room around it."""
    masks = [_sized(mask, c, random) for mask, c in zip(_glyphs(text, sources, random), text, strict=True)]
    gap, small = _gap(random), float(random.choice([0.0, 0.7], p=[0.8, 0.2]))
    slope, wobble = float(random.normal(0, 0.04)), float(random.uniform(0, 0.08))
    shrinking, uneven = float(random.normal(0, 0.03)), float(random.uniform(0.02, 0.12))
    canvas = np.zeros((TALL * 3, sum(mask.shape[1] for mask in masks) + 60 * len(masks) + 60), np.float32)
    x = 20.0
    for index, (mask, character) in enumerate(zip(masks, text, strict=True)):
        factor = float(np.clip(1 + shrinking * index + random.normal(0, uneven), 0.6, 1.5))
        smaller, lift = _small_nought(character, index, small, random)
        mask = scaled(mask, factor * smaller, factor * smaller)
        bottom = TALL * (2 - lift - (random.uniform(0.25, 0.55) if character == "-" else 0.0))
        bottom += slope * x + random.normal(0, wobble) * TALL
        pasted(canvas, mask, round(x), round(bottom - mask.shape[0]))
        x += mask.shape[1] + max(-0.28, gap + random.normal(0, 0.04)) * TALL
    written = slanted(canvas, float(random.normal(0.12, 0.17)))
    written = bent(written, random) if random.random() < 0.3 else written
    return _patchy(written, 0.65, random) if random.random() < 0.1 else written


def slanted(canvas: Canvas, slant: float) -> Canvas:
    """``canvas`` leaning to the right by ``slant`` columns a row."""
    height, width = canvas.shape
    room = round(abs(slant) * height)
    turn = np.array([[1, -slant, room if slant > 0 else 0], [0, 1, 0]], np.float32)
    return np.asarray(cv2.warpAffine(canvas, turn, (width + room, height)), dtype=np.float32)


def bent(canvas: Canvas, random: np.random.Generator) -> Canvas:
    """``canvas`` as if drawn on rubber that is pulled a few pixels here and there."""
    height, width = canvas.shape
    shape = 5, max(3, round(width / 40))
    moves = [
        cv2.resize(random.normal(0, 3.0, shape).astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
        for _ in range(2)
    ]
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    return np.asarray(cv2.remap(canvas, columns + moves[0], rows + moves[1], cv2.INTER_LINEAR), np.float32)


def _patchy(canvas: Canvas, least: float, random: np.random.Generator) -> Canvas:
    """``canvas`` with ink that runs dry in places, down to about ``least`` of its strength."""
    patches = cv2.resize(random.random((6, 12)).astype(np.float32), canvas.shape[::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray(canvas * np.clip(least - 0.2 + (1.35 - least) * patches, least - 0.4, 1), np.float32)


def print_face(sources: Sources, random: np.random.Generator) -> Typeface:
    """Any printed typeface, but a serif more often than not: letters are set in one."""
    serifs = [face for face in sources.prints if face.serif]
    faces = serifs if serifs and random.random() < 0.6 else sources.prints
    return faces[int(random.integers(len(faces)))]


def in_type(text: str, sources: Sources, stamped: bool, random: np.random.Generator) -> Canvas:
    """``text`` as printed, or as a numbering stamp sets it: turned a little and unevenly inked."""
    face = print_face(sources, random)
    shown = text.upper() if random.random() < 0.3 else text
    mask = face.text((" " if stamped and random.random() < 0.2 else "").join(shown))
    canvas = np.zeros((TALL * 3, mask.shape[1] + 80), np.float32)
    pasted(canvas, mask, 40, TALL * 2 - mask.shape[0])
    if stamped:
        turn = cv2.getRotationMatrix2D((canvas.shape[1] / 2, TALL * 1.5), float(random.normal(0, 3)), 1)
        canvas = np.asarray(cv2.warpAffine(canvas, turn, canvas.shape[::-1]), np.float32)
        canvas = _patchy(canvas, 0.6, random)
    return canvas


def slash_by_hand(factor: float, random: np.random.Generator) -> Mask:
    return scaled(some_pen(random).glyph("/", random), factor, factor * 1.2)
