"""What paper and machine do to a page image: toner, tint, the back showing through, shadow, noise, fax."""

from __future__ import annotations

import io

import cv2
import numpy as np
from numpy.random import Generator
from PIL import Image

from corpus.simulator.ink import Mask, Pixels
from corpus.simulator.severity import Severity, within

TINTS = ((252, 246, 222), (236, 244, 236), (248, 236, 232), (240, 240, 246), (244, 238, 220))


def toned(page: Pixels, amount: float, dice: Generator) -> Pixels:
    """Toner: thick letters above 0, thin and broken ones below."""
    kernel = np.ones((2, 2), dtype=np.uint8)
    changed = cv2.erode(page, kernel) if amount > 0 else cv2.dilate(page, kernel)
    mixed = cv2.addWeighted(page, 1 - abs(amount), np.asarray(changed, dtype=np.uint8), abs(amount), 0)
    if amount < -0.3:
        mixed = np.maximum(mixed, (_cloud(page.shape[:2], 90, dice) * 150 * -amount)[..., None].astype(np.uint8))
    return np.asarray(mixed, dtype=np.uint8)


def _cloud(shape: tuple[int, ...], grain: int, dice: Generator) -> Mask:
    """Soft random patches from 0 to 1, ``grain`` pixels wide."""
    coarse = dice.random((shape[0] // grain + 2, shape[1] // grain + 2), dtype=np.float32)
    grown = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(grown, 0, 1), dtype=np.float32)


def bled_through(page: Pixels, back: Pixels, strength: float) -> Pixels:
    """The back of the sheet, mirrored, shows through."""
    behind = cv2.GaussianBlur(back[:, ::-1], (0, 0), 2.5).astype(np.float32)
    return np.asarray(np.clip(page * (1 - strength * (1 - behind / 255)), 0, 255), dtype=np.uint8)


def tinted(page: Pixels, dice: Generator) -> Pixels:
    """Coloured or yellowed paper with a little texture."""
    tint = np.asarray(TINTS[int(dice.integers(len(TINTS)))], dtype=np.float32) / 255
    texture = 1 - 0.04 * _cloud(page.shape[:2], 7, dice)[..., None]
    return np.asarray(np.clip(page * tint * texture, 0, 255), dtype=np.uint8)


def shaded(page: Pixels, dice: Generator, depth: float) -> Pixels:
    """Uneven light: a slope over the sheet and the shadow of a hand or the telephone."""
    height, width = page.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = dice.uniform(0, 2 * np.pi)
    slope = (np.cos(angle) * (xs / width - 0.5) + np.sin(angle) * (ys / height - 0.5)) * depth
    edge = (xs / width - dice.uniform(0.1, 0.9)) * np.cos(angle + 1) + (ys / height - dice.uniform(0.2, 0.9))
    shadow = depth * 0.6 / (1 + np.exp(-edge * dice.uniform(12, 40)))
    light = (1 - depth * 0.2 + slope - shadow)[..., None]
    return np.asarray(np.clip(page * light, 0, 255), dtype=np.uint8)


def noisy(page: Pixels, sigma: float, dice: Generator) -> Pixels:
    """Grain of the sensor."""
    if sigma <= 0:
        return page
    grain = dice.standard_normal(page.shape[:2], dtype=np.float32) * sigma
    return np.clip(page.astype(np.float32) + grain[..., None], 0, 255).astype(np.uint8)


def speckled(page: Pixels, count: int, dice: Generator) -> Pixels:
    """Dust and dirt, thicker towards the edges, as copies of copies have it."""
    height, width = page.shape[:2]
    for _ in range(count):
        x, y = dice.beta(0.7, 0.7) * width, dice.beta(0.7, 0.7) * height
        radius, shade = int(dice.choice([0, 1, 1, 2, 3], p=[0.4, 0.25, 0.2, 0.1, 0.05])), int(dice.integers(0, 120))
        cv2.circle(page, (int(x), int(y)), radius, (shade, shade, shade), -1)
    return page


def edged(page: Pixels, dice: Generator) -> Pixels:
    """The black band that an open lid leaves at one edge."""
    width = int(page.shape[1] * dice.uniform(0.004, 0.03))
    if dice.random() < 0.5:
        page[:, -width:] = dice.integers(0, 40)
    else:
        page[:, :width] = dice.integers(0, 40)
    return page


def one_bit(page: Pixels, dice: Generator) -> Pixels:
    """Black and white only, by a threshold that was set once for all pages."""
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    return np.where(grey > dice.uniform(120, 185), 255, 0).astype(np.uint8)


def faxed(page: Pixels, dice: Generator) -> Pixels:
    """Standard fax: coarse from line to line, black and white, some lines lost."""
    height, width = page.shape[:2]
    coarse = cv2.resize(
        page, (int(width * 204 / 200), int(height * dice.choice([130, 196]) / 200)), interpolation=cv2.INTER_AREA
    )
    lines = np.array(one_bit(np.asarray(coarse, dtype=np.uint8), dice))
    for _ in range(int(dice.integers(0, 5))):
        lines[int(dice.integers(len(lines)))] = 0 if dice.random() < 0.4 else 255
    back = cv2.resize(lines, (width, height), interpolation=cv2.INTER_NEAREST)
    return np.asarray(back, dtype=np.uint8)


def compressed(page: Pixels, quality: int) -> Pixels:
    """What JPEG of that quality leaves of the page."""
    stream = io.BytesIO()
    Image.fromarray(page).save(stream, "JPEG", quality=quality)
    return np.asarray(Image.open(stream), dtype=np.uint8)


def resampled(page: Pixels, resolution: int, new: int) -> Pixels:
    """The page at ``new`` dots an inch."""
    if resolution == new:
        return page
    size = (round(page.shape[1] * new / resolution), round(page.shape[0] * new / resolution))
    how = cv2.INTER_AREA if new < resolution else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(page, size, interpolation=how), dtype=np.uint8)


def blurred(page: Pixels, sigma: float) -> Pixels:
    return np.asarray(cv2.GaussianBlur(page, (0, 0), sigma), dtype=np.uint8) if sigma > 0.05 else page


def aged(page: Pixels, back: Pixels, severity: Severity, dice: Generator) -> Pixels:
    """Toner, back and tint of the sheet, before any machine sees it."""
    page = toned(page, within(severity.toner, dice), dice)
    strength = within(severity.bleed, dice)
    if strength > 0.01 and dice.random() < 0.5:
        page = bled_through(page, back, strength)
    return tinted(page, dice) if dice.random() < severity.tint else page
