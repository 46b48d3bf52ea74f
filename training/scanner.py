"""From ink on paper to what a scanner and the cutting of a slot make of it."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.handwriting.ink import Ink, levelled
from training.lines import Canvas
from training.surroundings import Frame


def framed(canvas: Canvas, frame: Frame, random: np.random.Generator) -> Canvas:
    """The frame's part of the canvas, its edges a little off as those of a found slot are."""
    tall = frame.y1 - frame.y0
    loose = random.random() < 0.25

    def off() -> float:
        return float(random.uniform(0, 0.22) if loose else random.uniform(-0.03, 0.06)) * tall

    x0, y0 = round(max(0.0, frame.x0 - off())), round(max(0.0, frame.y0 - off()))
    x1, y1 = round(frame.x1 + off()), round(frame.y1 + off())
    return canvas[y0:y1, x0:x1]


def scanned(ink: Canvas, random: np.random.Generator) -> Ink:
    """``ink`` after a scanner: its own size, blur, noise, uneven ink, JPEG or black and white."""
    rows = float(np.clip(random.normal(38, 9), 18, 80))
    factor = rows / max(ink.shape[0], 1)
    across = factor * float(np.exp(random.normal(0, 0.10)))
    small = cv2.resize(ink, None, fx=across, fy=factor, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), float(random.uniform(0.3, 1.1)))
    strength = float(random.choice([random.uniform(0.35, 0.8), random.uniform(0.8, 1.0)]))
    small = small * strength + random.normal(0, random.uniform(0, 0.06), small.shape)
    kind = random.random()
    if kind < 0.35:
        small = small / strength + random.normal(0, 0.07, small.shape)
        return np.where(small > random.uniform(0.3, 0.55), 1.0, 0.0).astype(np.float32)
    grey = np.clip(random.uniform(0, 0.1) + small, 0, 1)
    pixels = (255 - grey * 255).astype(np.uint8)
    if kind < 0.75:
        _, data = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(25, 95))])
        pixels = np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8)
    return levelled(255 - pixels)


def masked(ink: Ink) -> Ink:
    """``ink`` as a cut slot's is: nothing but strokes and their soft edges."""
    strokes = cv2.dilate((ink > 0.38).astype(np.uint8), np.ones((5, 5), np.uint8))
    return np.where(strokes > 0, ink, 0.0).astype(np.float32)
