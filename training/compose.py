"""Strings of digits as they stand in the slots of a scanned letter, with what else gets into the picture."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.handwriting.ink import Ink, levelled, picture
from training.glyphs import TALL, Mask, Pen, Samples, Typeface, some_pen

ALPHABET = "0123456789abcd/"
WRITTEN = ("hand", "stamp", "print", "blank")

Canvas = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sources:
    samples: tuple[Samples, ...]
    hands: tuple[Typeface, ...]
    prints: tuple[Typeface, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A recognizer's picture, what it says (a slash that is seen whole included) and how it is written."""

    picture: Ink
    text: str
    written: str


def some_text(random: np.random.Generator) -> str:
    """A serial, a day, a month or a stamp's whole date, about as often as letters have them."""
    kind = random.random()
    if kind < 0.04:
        return _some_date(random)
    if kind < 0.30:
        day = int(random.integers(1, 32))
        return f"{day:02d}" if random.random() < 0.7 else str(day)
    if kind < 0.36:
        month = int(random.integers(1, 13))
        return f"{month:02d}" if random.random() < 0.4 else str(month)
    length = int(random.choice([1, 2, 3, 4, 5], p=[0.05, 0.25, 0.28, 0.37, 0.05]))
    text = "".join(str(digit) for digit in random.integers(0, 10, length))
    return text + str(random.choice(list("abcd"))) if random.random() < 0.04 else text


def _some_date(random: np.random.Generator) -> str:
    """A date as it is written into an arrival stamp: "21/3", "05/11/17", "5/11/2017"."""
    day, month, year = int(random.integers(1, 32)), int(random.integers(1, 13)), int(random.integers(2005, 2030))
    text = f"{day:02d}/{month:02d}" if random.random() < 0.4 else f"{day}/{month}"
    ending = random.choice(["", f"/{year % 100:02d}", f"/{year}"], p=[0.4, 0.3, 0.3])
    return text + str(ending)


def _pasted(canvas: Canvas, mask: Mask, x: int, y: int) -> None:
    """Lay ``mask`` on ``canvas`` with its top left corner at (x, y); what falls outside is lost."""
    height, width = mask.shape
    top, left = max(y, 0), max(x, 0)
    bottom, right = min(y + height, canvas.shape[0]), min(x + width, canvas.shape[1])
    if bottom <= top or right <= left:
        return
    part = mask[top - y : bottom - y, left - x : right - x].astype(np.float32) / 255
    view = canvas[top:bottom, left:right]
    np.maximum(view, part, out=view)


def _glyphs(text: str, sources: Sources, random: np.random.Generator) -> list[Mask]:
    """Characters of ``text`` by one hand."""
    kind, pen = random.random(), some_pen(ALPHABET, random)
    letters = any(character not in "0123456789/" for character in text)
    if kind < 0.25 and not letters:
        samples = sources.samples[0 if random.random() < 0.9 else -1]
        return [_mixed(samples, pen, character, random) for character in text]
    if kind < 0.45:
        face = sources.hands[int(random.integers(len(sources.hands)))]
        masks = [face.text(character) for character in text]
        change = int(random.integers(-1, 3))
        return [_thicker(mask, change) for mask in masks]
    return [pen.glyph(character, random) for character in text]


_FOREIGN = {"1": 0.75, "2": 0.3, "4": 0.5, "7": 0.5, "/": 1.0}
"""How often a digit among those of the samples is by our pen, because their writers form it otherwise."""


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


def _sized(mask: Mask, tall: int, by_hand: bool, random: np.random.Generator) -> Mask:
    """``mask`` scaled to about ``tall`` rows; wide or narrow as the hand goes."""
    factor = tall / TALL
    across = factor * (float(np.exp(random.normal(0, 0.06))) if by_hand else 1.0)
    down = factor * (float(np.exp(random.normal(0, 0.07))) if by_hand else 1.0)
    if by_hand and mask.shape[0] > 0:
        down *= min(1.5, max(0.8, TALL / mask.shape[0]))
        across *= min(1.3, max(0.8, TALL / mask.shape[0]))
    size = max(2, round(mask.shape[1] * across)), max(2, round(mask.shape[0] * down))
    return np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _line_by_hand(text: str, sources: Sources, random: np.random.Generator) -> Canvas:
    masks = [_sized(mask, TALL, True, random) for mask in _glyphs(text, sources, random)]
    gap = float(
        random.choice(
            [random.normal(0.10, 0.05), random.normal(0.0, 0.05), random.uniform(0.1, 0.5)], p=[0.55, 0.32, 0.13]
        )
    )
    slope, wobble = float(random.normal(0, 0.04)), float(random.uniform(0, 0.08))
    shrinking, uneven = float(random.normal(0, 0.03)), float(random.uniform(0.02, 0.12))
    canvas = np.zeros((TALL * 3, sum(mask.shape[1] for mask in masks) + 60 * len(masks) + 60), np.float32)
    x = 20.0
    for index, mask in enumerate(masks):
        factor = float(np.clip(1 + shrinking * index + random.normal(0, uneven), 0.6, 1.5))
        mask = np.asarray(cv2.resize(mask, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)
        bottom = TALL * 2 + slope * x + random.normal(0, wobble) * TALL
        _pasted(canvas, mask, round(x), round(bottom - mask.shape[0]))
        x += mask.shape[1] + max(-0.18, gap + random.normal(0, 0.04)) * TALL
    return _slanted(canvas, float(random.normal(0.12, 0.17)))


def _slanted(canvas: Canvas, slant: float) -> Canvas:
    height, width = canvas.shape
    room = round(abs(slant) * height)
    turn = np.array([[1, -slant, room if slant > 0 else 0], [0, 1, 0]], np.float32)
    return np.asarray(cv2.warpAffine(canvas, turn, (width + room, height)), dtype=np.float32)


def _print_face(sources: Sources, random: np.random.Generator) -> Typeface:
    """Any printed typeface, but a serif more often than not: letters are set in one."""
    serifs = [face for face in sources.prints if "Serif" in (face.font.getname()[0] or "")]
    faces = serifs if serifs and random.random() < 0.6 else sources.prints
    return faces[int(random.integers(len(faces)))]


def _line_in_type(text: str, sources: Sources, stamped: bool, random: np.random.Generator) -> Canvas:
    face = _print_face(sources, random)
    shown = text.upper() if random.random() < 0.3 else text
    mask = face.text((" " if stamped and random.random() < 0.2 else "").join(shown))
    canvas = np.zeros((TALL * 3, mask.shape[1] + 80), np.float32)
    _pasted(canvas, mask, 40, TALL * 2 - mask.shape[0])
    if stamped:
        angle = float(random.normal(0, 3))
        turn = cv2.getRotationMatrix2D((canvas.shape[1] / 2, TALL * 1.5), angle, 1)
        canvas = np.asarray(cv2.warpAffine(canvas, turn, canvas.shape[::-1]), np.float32)
        patches = cv2.resize(
            random.random((6, 12)).astype(np.float32), canvas.shape[::-1], interpolation=cv2.INTER_CUBIC
        )
        canvas *= np.clip(0.45 + 0.9 * patches, 0.2, 1)
    return canvas


def _bounds(canvas: Canvas) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(canvas.max(axis=1) > 0.2), np.flatnonzero(canvas.max(axis=0) > 0.2)
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


_BEFORE = (":", ":", "ố:", "Số:", ".", ",", "y", "g", "y", "'", "-", ": ")
_AFTER = ("/", "/", "/", "/", "/S", "/U", "/B", "/T", "t", "t", "th", "n", ".", ",", "-", "ng")


@dataclass(frozen=True, slots=True)
class Frame:
    """The picture's part of the canvas: x0, y0, x1, y1, and whether a slash is whole in it."""

    x0: float
    y0: float
    x1: float
    y1: float
    slash: bool


def _intrude(canvas: Canvas, sources: Sources, random: np.random.Generator) -> tuple[Canvas, Frame]:
    """Printed neighbours beside the string, of which the frame cuts off some, most or nothing."""
    canvas = np.pad(canvas, ((0, 0), (160, 200)))
    x0, y0, x1, y1 = _bounds(canvas)
    tall = y1 - y0
    base = y1 - random.uniform(0, 0.25) * tall
    factor = float(random.uniform(0.55, 1.0)) * tall / TALL
    left, right = float(x0), float(x1)
    slash = False
    if random.random() < 0.40:
        mask = _neighbour(str(random.choice(_BEFORE)), sources, factor, random)
        at = x0 - random.uniform(-0.04, 0.35) * tall - mask.shape[1]
        _pasted(canvas, mask, round(at), round(base - mask.shape[0]))
        seen = mask.shape[1] if random.random() < 0.5 else random.uniform(0.0, 0.6) * tall
        left = min(left, at + mask.shape[1] - seen)
    if random.random() < 0.45:
        text = str(random.choice(_AFTER))
        by_hand = text == "/" and random.random() < 0.4
        mask = _hand_slash(factor, random) if by_hand else _neighbour(text, sources, factor, random)
        at = x1 + random.uniform(-0.04, 0.35) * tall
        drop = round(random.uniform(-0.15, 0.15) * tall) if text == "/" else 0
        _pasted(canvas, mask, round(at), round(base - mask.shape[0]) + drop)
        if random.random() < 0.5:
            seen = float(mask.shape[1])
        else:
            seen = random.uniform(0.0, 0.8) * tall if text[0] != "/" else random.uniform(0.3, 0.8) * tall
        right = max(right, at + seen)
        slash = bool(text[0] == "/" and at + 0.28 * factor * TALL < right)
    margin = max(2.0, 0.03 * tall)
    return canvas, Frame(left - margin, y0 - margin, right + margin, y1 + margin, slash)


def _neighbour(text: str, sources: Sources, factor: float, random: np.random.Generator) -> Mask:
    face = _print_face(sources, random)
    mask = face.text(text)
    return np.asarray(cv2.resize(mask, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)


def _hand_slash(factor: float, random: np.random.Generator) -> Mask:
    mask = some_pen("/", random).glyph("/", random)
    return np.asarray(cv2.resize(mask, None, fx=factor, fy=factor * 1.2, interpolation=cv2.INTER_AREA), np.uint8)


def _ruled(canvas: Canvas, frame: Frame, random: np.random.Generator) -> None:
    """Leaders, rules and specks, as the cleaning before recognition may leave them."""
    kind = random.random()
    y = round(frame.y1 - random.uniform(0.0, 0.25) * (frame.y1 - frame.y0))
    dot = max(1, round(random.uniform(1, 3)))
    if kind < 0.08:
        step = random.uniform(7, 16)
        for x in np.arange(frame.x0, frame.x1, step):
            cv2.circle(canvas, (round(x), y), dot, 1.0, -1)
    elif kind < 0.12:
        rise = round(random.normal(0, 2))
        cv2.line(canvas, (round(frame.x0) - 9, y), (round(frame.x1) + 9, y + rise), 1.0, dot)
    elif kind < 0.15:
        top = round(frame.y0 + random.uniform(0, 0.08) * (frame.y1 - frame.y0))
        cv2.line(canvas, (round(frame.x0) - 9, top), (round(frame.x1) + 9, top), 1.0, dot)
    for _ in range(int(random.choice([0, 1, 3], p=[0.8, 0.15, 0.05]))):
        at = round(random.uniform(frame.x0, frame.x1)), round(random.uniform(frame.y0, frame.y1))
        cv2.circle(canvas, at, max(1, dot - 1), 1.0, -1)


def _cut(canvas: Canvas, frame: Frame, random: np.random.Generator) -> Canvas:
    """The frame's part of the canvas, its edges a little off as those of a found slot are."""
    tall = frame.y1 - frame.y0
    loose = random.random() < 0.25

    def off() -> float:
        return float(random.uniform(0, 0.22) if loose else random.uniform(-0.03, 0.06)) * tall

    x0, y0 = round(max(0.0, frame.x0 - off())), round(max(0.0, frame.y0 - off()))
    x1, y1 = round(frame.x1 + off()), round(frame.y1 + off())
    return canvas[y0:y1, x0:x1]


def _scanned(ink: Canvas, random: np.random.Generator) -> Ink:
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


def _masked(ink: Ink) -> Ink:
    """``ink`` as a cut slot's is: nothing but strokes and their soft edges."""
    strokes = cv2.dilate((ink > 0.38).astype(np.uint8), np.ones((5, 5), np.uint8))
    return np.where(strokes > 0, ink, 0.0).astype(np.float32)


def _empty(sources: Sources, random: np.random.Generator) -> tuple[Canvas, Frame]:
    """A slot where nothing is written: what the frame holds is neighbours, leaders and dirt."""
    canvas = np.zeros((TALL * 3, TALL * 4), np.float32)
    cv2.rectangle(canvas, (100, TALL), (100 + int(random.integers(20, 120)), TALL * 2), 1.0, -1)
    canvas, frame = _intrude(canvas, sources, random)
    canvas[TALL : TALL * 2, 260 : 260 + 121] = 0.0
    return canvas, frame


def composed(sources: Sources, random: np.random.Generator) -> Sample:
    """One sample: everything about it is drawn from ``random``."""
    kind = random.random()
    if kind < 0.02:
        canvas, frame = _empty(sources, random)
        text, written = "", "blank"
    else:
        text = some_text(random)
        written = "hand" if kind < 0.85 else "print" if kind < 0.95 else "stamp"
        if written == "hand":
            line = _line_by_hand(text, sources, random)
        else:
            line = _line_in_type(text, sources, written == "stamp", random)
        canvas, frame = _intrude(line, sources, random)
    _ruled(canvas, frame, random)
    ink = _scanned(_cut(canvas, frame, random), random)
    if random.random() < 0.6:
        ink = _masked(ink)
    return Sample(picture(ink), text + ("/" if frame.slash else ""), written)
