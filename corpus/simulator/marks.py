"""What an office puts on paper with rubber and pen: seal, signature, framed stamps, initials, staples.

Each function gives a mask (see ``corpus.simulator.ink``); sizes are in pixels at the page's resolution.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw

from corpus.simulator.ink import SERIF_FACE, STAMP_FACE, Mask, face, lettering, mask_of, turned


def seal(agency: str, dice: Generator, diameter: int) -> Mask:
    """A round seal: the agency's name along its rim, a star, and a word in the middle."""
    size = diameter + 8
    image = Image.new("L", (size, size))
    draw = ImageDraw.Draw(image)
    centre, outer = size / 2, diameter / 2
    for radius, width in ((outer, 4), (outer * 0.94, 1), (outer * 0.58, 2)):
        draw.ellipse((centre - radius, centre - radius, centre + radius, centre + radius), outline=255, width=width)
    mask = mask_of(image)
    _along_rim(mask, agency.upper(), centre, outer * 0.77, diameter // 12)
    word = lettering(agency.split(" ", 1)[0].upper() or "*", SERIF_FACE, max(10, diameter // 8))
    _blend(mask, word, centre - word.shape[1] / 2, centre - word.shape[0] / 2)
    return turned(mask, float(dice.uniform(-25, 25)))


def _along_rim(mask: Mask, text: str, centre: float, radius: float, size: int) -> None:
    text = f"{text[:34]} * "
    for index, character in enumerate(text):
        angle = math.tau * index / len(text) + math.pi
        if character != " ":
            glyph = turned(lettering(character, STAMP_FACE, max(9, size)), -math.degrees(angle))
            x, y = centre + radius * math.sin(angle), centre - radius * math.cos(angle)
            _blend(mask, glyph, x - glyph.shape[1] / 2, y - glyph.shape[0] / 2)


def _blend(mask: Mask, part: Mask, x: float, y: float) -> None:
    left, top = max(0, round(x)), max(0, round(y))
    area = mask[top : top + part.shape[0], left : left + part.shape[1]]
    np.maximum(area, part[: area.shape[0], : area.shape[1]], out=area)


def signature(dice: Generator, width: int, height: int) -> Mask:
    """A scribble of loops that ends in a long stroke."""
    steps = np.linspace(0, 1, 160)
    turns, phase = dice.uniform(2.5, 5), dice.uniform(0, math.tau)
    loops = np.cos(math.tau * turns * steps + phase) * dice.uniform(0.06, 0.14)
    xs = (0.1 + 0.75 * steps + loops) * width
    swing = np.sin(math.tau * turns * 0.9 * steps) * np.exp(-2.2 * steps) * dice.uniform(0.25, 0.42)
    ys = (0.55 + swing + 0.1 * np.sin(math.tau * steps * dice.uniform(1, 3))) * height
    mask = np.zeros((height, width), dtype=np.float32)
    points = np.stack([xs, ys], axis=1).astype(np.int32)[:, None, :]
    cv2.polylines(mask, [points], False, 1.0, thickness=int(dice.integers(2, 5)), lineType=cv2.LINE_AA)
    return mask


def framed(text: str, width: int, height: int, double: bool = False) -> Mask:
    """A stamp of a word in a frame: HỎA TỐC, KHẨN, MẬT."""
    image = Image.new("L", (width, height))
    draw = ImageDraw.Draw(image)
    draw.rectangle((1, 1, width - 2, height - 2), outline=255, width=3)
    if double:
        draw.rectangle((6, 6, width - 7, height - 7), outline=255, width=1)
    size = int(height * 0.58)
    while size > 8 and face(SERIF_FACE, size).getlength(text) > width * 0.9:
        size -= 1
    draw.text((width / 2, height / 2), text, font=face(SERIF_FACE, size), fill=255, anchor="mm")
    return mask_of(image)


ARRIVAL_LINES = ("Số:", "Ngày:", "Chuyển:")


def arrival_stamp(office: str, width: int, height: int, before_2020: bool) -> tuple[Mask, tuple[tuple[int, int], ...]]:
    """The stamp ĐẾN (Decree 30/2020, annex IV, form 1) and where the lines for handwriting begin."""
    image = Image.new("L", (width, height))
    draw = ImageDraw.Draw(image)
    head, foot = int(height * 0.2), int(height * 0.76)
    draw.rectangle((1, 1, width - 2, height - 2), outline=255, width=3)
    for line in (
        ((0, head), (width, head)),
        ((0, foot), (width, foot)),
        ((int(width * 0.3), head), (int(width * 0.3), foot)),
    ):
        draw.line(line, fill=255, width=2)
    size = int(head * 0.62)
    while size > 7 and face(STAMP_FACE, size).getlength(office) > width * 0.94:
        size -= 1
    draw.text((width / 2, head / 2), office, font=face(STAMP_FACE, size), fill=255, anchor="mm")
    draw.text(
        (width * 0.15, (head + foot) / 2), "ĐẾN", font=face(SERIF_FACE, int(height * 0.16)), fill=255, anchor="mm"
    )
    small, starts = face(SERIF_FACE, int(height * 0.12)), []
    for index, label in enumerate(ARRIVAL_LINES):
        y = head + (foot - head) * (index + 0.82) / len(ARRIVAL_LINES)
        x = width * 0.33
        draw.text((x, y), label, font=small, fill=255, anchor="ls")
        start = x + small.getlength(label) + 4
        _dotted(draw, start, width - 8, y)
        starts.append((int(start), int(y)))
    last = "Lưu hồ sơ số:" if before_2020 else "Số và ký hiệu HS:"
    draw.text((8, (foot + height) / 2), last, font=small, fill=255, anchor="lm")
    _dotted(draw, 12 + small.getlength(last), width - 8, (foot + height) / 2 + 4)
    return mask_of(image), tuple(starts)


def _dotted(draw: ImageDraw.ImageDraw, x0: float, x1: float, y: float) -> None:
    for x in range(int(x0), int(x1), 5):
        draw.rectangle((x, y, x + 1, y + 1), fill=255)


def staple(dice: Generator, length: int) -> Mask:
    """A staple, or the two holes it left."""
    mask = np.zeros((length, length), dtype=np.float32)
    if dice.random() < 0.5:
        cv2.line(mask, (4, length // 2), (length - 4, length // 2), 0.8, 3, cv2.LINE_AA)
    for x in (4, length - 5):
        cv2.circle(mask, (x, length // 2), int(dice.integers(2, 4)), 1.0, -1, cv2.LINE_AA)
    return turned(mask, float(dice.uniform(-60, 60)))


def tick(dice: Generator, size: int) -> Mask:
    """A check mark or a stroke beside the text."""
    mask = np.zeros((size, size), dtype=np.float32)
    knee = (int(size * dice.uniform(0.25, 0.45)), int(size * 0.85))
    points = np.array([(2, int(size * 0.5)), knee, (size - 2, int(size * dice.uniform(0.05, 0.3)))], dtype=np.int32)
    cv2.polylines(mask, [points[:, None, :]], False, 1.0, 2, cv2.LINE_AA)
    return mask
