"""What stands around a written number in a letter: printed neighbours, leaders, rules, strokes of other writing."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from schemas.text import SlotKind
from training.glyphs import TALL, Mask
from training.lines import Canvas, Sources, pasted, print_face, scaled, slash_by_hand
from training.strokes import curve

_BEFORE: dict[SlotKind, tuple[str, ...]] = {
    "serial": (":", ":", "ố:", "Số:", "Số", ".", "'", "-"),
    "day": ("y", "ày", "gày", "ngày", ", ngày", "ngày", "y", ",", "'"),
    "month": ("g", "ng", "áng", "tháng", "tháng", "'"),
    "arrival_number": (":", "ố:", "Số:", "Số", "Số đến:", ".", "-"),
    "arrival_day": (":", "y:", "Ngày:", "Ngày", "ngày", ".", "-"),
}
_AFTER: dict[SlotKind, tuple[str, ...]] = {
    "serial": (
        *("/", "/", "/", "/", "/S", "/SYT", "/U", "/UBND-", "/B", "/BC-", "/T", "/TB-", "/KH-", "/QĐ-", "/GM"),
        *("-", "- ", ".", "/CV-", "-CV/", "/"),
    ),
    "day": ("t", "t", "th", "thá", "tháng", "tháng", ".", ","),
    "month": ("n", "nă", "năm", "năm", ".", ","),
    "arrival_number": (".", "-", ",", "/"),
    "arrival_day": (".", ".", ",", "C"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The picture's part of the canvas: x0, y0, x1, y1, and whether a slash behind the number is whole in it."""

    x0: float
    y0: float
    x1: float
    y1: float
    slash: bool


def bounds(canvas: Canvas) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(canvas.max(axis=1) > 0.2), np.flatnonzero(canvas.max(axis=0) > 0.2)
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


@dataclass(frozen=True, slots=True)
class _Line:
    """The line a number stands on: its height, where the print beside it has its foot, the print's size."""

    tall: int
    foot: float
    factor: float


def intrude(canvas: Canvas, kind: SlotKind, sources: Sources, random: np.random.Generator) -> tuple[Canvas, Frame]:
    """Printed neighbours beside the string, of which the frame cuts off some, most or nothing."""
    canvas = np.pad(canvas, ((0, 0), (330, 330)))
    x0, y0, x1, y1 = bounds(canvas)
    tall = y1 - y0
    line = _Line(tall, y1 - random.uniform(0, 0.25) * tall, float(random.uniform(0.55, 1.0)) * tall / TALL)
    left, right, slash = float(x0), float(x1), False
    if random.random() < 0.38:
        left = _before(canvas, str(random.choice(_BEFORE[kind])), x0, line, sources, random)
    if random.random() < 0.48:
        right, slash = _after(canvas, str(random.choice(_AFTER[kind])), x1, line, sources, random)
    margin = max(2.0, 0.03 * tall)
    return canvas, Frame(left - margin, y0 - margin, right + margin, y1 + margin, slash)


def _before(canvas: Canvas, text: str, x0: int, line: _Line, sources: Sources, random: np.random.Generator) -> float:
    """Print before the number; where the frame begins."""
    mask = _neighbour(text, sources, line.factor, random)
    mask = _rest(mask, random) if random.random() < 0.15 else mask
    at = x0 - random.uniform(-0.06, 0.35) * line.tall - mask.shape[1]
    hanging = 0.22 * TALL * line.factor if text[-1] in "yg" else 0.0
    pasted(canvas, mask, round(at), round(line.foot + hanging - mask.shape[0]))
    seen = mask.shape[1] if random.random() < 0.4 else random.uniform(0.0, 0.7) * line.tall
    return float(min(x0, at + mask.shape[1] - seen))


def _after(
    canvas: Canvas, text: str, x1: int, line: _Line, sources: Sources, random: np.random.Generator
) -> tuple[float, bool]:
    """Print or a slash behind the number; where the frame ends, and whether the slash is seen whole."""
    slash = text.startswith("/")
    drawn = text == "/" and random.random() < 0.45
    mask = slash_by_hand(line.factor, random) if drawn else _neighbour(text, sources, line.factor, random)
    wide = mask.shape[1] if len(text) == 1 else _neighbour("/", sources, line.factor, random).shape[1]
    mask = _rest(mask, random) if not slash and random.random() < 0.12 else mask
    touching = random.random() < (0.35 if slash else 0.15)
    at = x1 + random.uniform(*((-0.20, 0.03) if touching else (0.0, 0.4))) * line.tall
    drop = round(random.uniform(-0.15, 0.15) * line.tall) if slash else 0
    pasted(canvas, mask, round(at), round(line.foot - mask.shape[0]) + drop)
    seen = random.uniform(0.25 if slash else 0.0, 0.9) * line.tall
    if random.random() < 0.5:
        seen = float(mask.shape[1])
    right = max(float(x1), at + min(seen, mask.shape[1]))
    return right, slash and at + 0.8 * wide < right


def _neighbour(text: str, sources: Sources, factor: float, random: np.random.Generator) -> Mask:
    return scaled(print_face(sources, random).text(text), factor, factor)


def _rest(mask: Mask, random: np.random.Generator) -> Mask:
    """What is left of print when only a piece of it is taken for writing: its lower or upper part, a tail, a dot."""
    kept, edge = np.zeros_like(mask), round(mask.shape[0] * random.uniform(0.35, 0.75))
    part = slice(edge, None) if random.random() < 0.65 else slice(None, edge)
    kept[part] = mask[part]
    return kept


def rule(canvas: Canvas, frame: Frame, kind: SlotKind, random: np.random.Generator) -> None:
    """Leaders, rules and specks, as the cleaning before recognition may leave them; a stamp has leaders mostly."""
    entry = kind.startswith("arrival")
    drawn = random.random()
    leaders = 0.45 if entry else 0.09
    tall = frame.y1 - frame.y0
    y = round(frame.y1 - random.uniform(0.0, 0.4 if entry else 0.25) * tall)
    dot = max(1, round(random.uniform(1, 3)))
    if drawn < leaders:
        _dots(canvas, frame, y, dot, random)
    elif drawn < leaders + 0.05:
        rise = round(random.normal(0, 2))
        cv2.line(canvas, (round(frame.x0) - 9, y), (round(frame.x1) + 9, y + rise), 1.0, dot)
    elif drawn < leaders + 0.08:
        top = round(frame.y0 + random.uniform(0, 0.08) * tall)
        cv2.line(canvas, (round(frame.x0) - 9, top), (round(frame.x1) + 9, top), 1.0, dot)
    elif drawn < leaders + 0.11:
        _flourish(canvas, frame, random)
    for _ in range(int(random.choice([0, 1, 3], p=[0.8, 0.15, 0.05]))):
        at = round(random.uniform(frame.x0, frame.x1)), round(random.uniform(frame.y0, frame.y1))
        cv2.circle(canvas, at, max(1, dot - 1), 1.0, -1)


def _dots(canvas: Canvas, frame: Frame, y: int, dot: int, random: np.random.Generator) -> None:
    """Dotted leaders; some gone, some run together, as scanning and cleaning leave them."""
    step, rise = random.uniform(6, 16), random.normal(0, 0.01)
    gone = random.choice([0.0, 0.3, 0.7])
    for x in np.arange(frame.x0, frame.x1, step):
        at = round(x), round(y + rise * (x - frame.x0))
        if random.random() >= gone:
            cv2.circle(canvas, at, dot, 1.0, -1)
        elif random.random() < 0.15:
            cv2.line(canvas, at, (round(x + 2 * step), at[1]), 1.0, dot)


def _flourish(canvas: Canvas, frame: Frame, random: np.random.Generator) -> None:
    """A stroke of other writing, or the edge of a seal, across the picture."""
    size = frame.x1 - frame.x0, frame.y1 - frame.y0
    points = np.stack(
        [random.uniform(-0.1, 1.1, 3) * size[0] + frame.x0, random.uniform(-0.3, 1.3, 3) * size[1] + frame.y0]
    )
    cv2.polylines(canvas, [np.round(curve(points.T)).astype(np.int32)], False, float(random.uniform(0.4, 0.9)), 2)
