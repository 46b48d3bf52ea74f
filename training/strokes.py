"""Digits as a pen draws them: centre lines of the Vietnamese school hand, bent a little each time.

A glyph is a tuple of strokes, a stroke a tuple of points in a box 0.6 wide and 1 high, y downwards;
a smooth curve goes through the points. Each character has several ways of being written: 1 with a
flag, 2 with a loop, 4 open or closed to a point, 7 crossed, 9 with the tail of a g.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Glyph = tuple[tuple[tuple[float, float], ...], ...]

# fmt: off
_WRITTEN: dict[str, tuple[str, ...]] = {
    "0": (
        "34,2 10,12 0,50 10,90 30,100 50,85 58,45 48,10 30,1",
        "34,2 10,12 0,50 10,90 30,100 50,85 58,45 48,10 30,1 18,8",
        "42,6 20,2 2,35 4,80 25,100 48,80 52,35 36,4 44,-3",
    ),
    "1": (
        "0,34 16,18 28,0 | 28,0 27,50 25,100",
        "-4,55 12,30 28,0 | 28,0 26,50 26,100",
        "0,42 20,14 26,3 28,12 25,55 22,100",
        "-10,78 8,45 26,0 | 26,0 25,50 26,100",
        "20,0 19,50 18,100",
        "8,22 20,2 | 20,2 20,50 19,100 | 2,100 38,99",
    ),
    "2": (
        "4,22 16,4 36,1 50,18 40,48 18,80 0,100 | 0,100 28,98 58,98",
        "6,26 12,6 34,0 46,18 34,55 12,92 0,96 -2,84 10,80 28,95 44,100 60,90",
        "14,30 6,18 20,2 40,4 44,26 26,66 6,94 -6,92 0,80 16,84 34,98 56,92",
        "2,16 20,0 42,8 40,36 20,74 2,98 18,90 36,96 62,94",
        "18,26 10,12 26,0 44,10 38,44 18,82 4,98 -10,90 -2,74 18,80 40,102 66,102",
        "10,24 4,10 22,-2 44,10 42,34 22,70 2,92 -8,84 2,76 16,88 30,100 52,94",
        "20,28 14,20 22,4 42,2 48,22 36,50 14,82 -4,100 12,92 28,94 46,100 72,92",
    ),
    "3": (
        "4,14 22,0 44,10 42,34 18,46 | 18,46 44,52 52,76 34,98 10,98 0,86",
        "6,10 30,0 44,16 34,38 16,46 40,54 46,78 24,100 -2,90",
        "4,3 24,2 48,0 | 48,0 34,20 18,40 | 18,40 42,46 50,72 32,97 0,94",
        "10,18 24,0 42,12 30,40 20,44 28,38 44,60 30,94 4,102 -4,90",
    ),
    "4": (
        "30,0 14,34 0,66 | 0,66 30,66 62,64 | 32,0 36,50 40,100",
        "36,0 16,40 -4,76 | -4,76 30,74 66,70 | 36,0 37,50 38,100",
        "14,0 8,30 0,56 | 0,56 26,58 58,54 | 42,16 40,60 38,100",
        "4,0 3,25 4,50 | 4,50 26,50 52,48 | 46,0 45,50 44,100",
        "44,0 20,34 -4,68 | -4,68 26,68 60,66 | 40,34 38,66 34,100",
        "22,0 12,36 2,62 24,58 54,50 | 46,30 40,66 38,100",
        "10,80 22,36 34,0 | 34,0 42,50 48,100 | 4,78 34,72 70,70",
    ),
    "5": (
        "50,0 30,0 12,1 | 12,1 9,20 6,42 | 6,42 30,36 50,58 42,90 18,100 0,90",
        "14,10 10,26 8,46 | 8,46 30,38 48,62 36,94 12,100 -4,88 | 16,6 36,4 60,-2",
        "10,6 8,28 6,44 | 6,44 32,42 46,66 30,96 0,98 | 22,0 44,-2 70,-10",
        "52,2 20,3 | 20,3 10,40 34,44 42,72 24,100 -2,96",
    ),
    "6": (
        "44,2 20,22 4,58 8,90 28,100 46,84 40,60 20,56 6,74",
        "30,0 10,36 2,76 20,100 40,86 40,62 22,54 4,70",
        "50,10 36,0 14,24 0,70 16,98 40,92 48,68 30,54 6,68",
        "36,-6 16,30 2,72 14,98 34,90 36,66 20,60 8,80 14,98",
    ),
    "7": (
        "0,3 28,2 56,0 | 56,0 36,45 22,100 | 8,50 52,44",
        "2,16 6,3 | 6,3 30,5 56,1 | 56,1 38,48 28,100 | 8,50 52,44",
        "0,12 10,0 30,6 54,2 40,40 26,100 | 4,56 62,44",
        "4,4 30,3 54,2 | 54,2 38,45 26,100",
        "-4,20 4,4 | 4,4 26,3 46,2 | 46,2 34,50 24,100 | 12,42 74,34",
    ),
    "8": (
        "44,12 24,0 8,16 20,40 42,58 48,82 26,100 4,84 12,60 36,40 46,18 38,4",
        "50,6 28,0 12,18 26,44 38,70 24,98 6,84 20,56 42,30 58,0",
        "26,48 8,30 14,6 36,2 44,24 26,48 4,70 10,94 36,98 46,74 26,48",
    ),
    "9": (
        "46,14 24,0 4,18 10,42 32,42 46,14 | 46,10 44,55 38,100",
        "46,16 28,0 6,14 6,40 28,46 46,16 46,60 34,94 14,100 0,88",
        "44,8 20,0 2,22 12,46 36,34 44,8 | 44,8 42,60 30,96 4,102 -10,92",
        "40,10 20,2 2,20 14,44 40,14 36,60 20,100",
    ),
    "a": (
        "46,48 26,40 4,62 10,94 34,92 46,50 44,86 58,98",
        "-2,100 14,50 28,0 | 28,0 42,50 54,100 | 10,62 42,60",
    ),
    "b": (
        "8,0 7,50 6,94 28,100 46,78 32,54 8,66",
        "6,0 5,50 4,100 | 0,4 30,0 44,20 28,44 10,46 | 10,46 44,54 48,80 26,100 0,98",
    ),
    "c": (
        "44,52 24,42 4,68 14,96 46,90",
        "50,14 30,0 6,24 4,74 26,100 52,86",
    ),
    "d": (
        "44,56 22,48 4,74 18,100 42,84 46,0 | 46,0 45,60 52,100",
        "6,2 5,50 6,100 | 0,2 36,8 54,44 42,86 0,100",
    ),
    "/": (
        "34,0 17,50 0,100",
        "24,-10 12,50 0,110",
        "16,10 9,50 0,95",
    ),
}
# fmt: on


def _glyph(written: str) -> Glyph:
    """Strokes apart by bars, points by blanks, coordinates in hundredths."""
    return tuple(
        tuple((int(x) / 100, int(y) / 100) for x, y in (point.split(",") for point in stroke.split()))
        for stroke in written.split("|")
    )


GLYPHS: dict[str, tuple[Glyph, ...]] = {
    character: tuple(_glyph(way) for way in ways) for character, ways in _WRITTEN.items()
}


def curve(points: Points, steps: int = 12) -> Points:
    """A Catmull-Rom curve through ``points`` (n, 2): (n - 1) * steps + 1 points."""
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    a, b, c, d = padded[:-3], padded[1:-2], padded[2:-1], padded[3:]
    t = np.linspace(0, 1, steps, endpoint=False)[None, :, None]
    a, b, c, d = a[:, None], b[:, None], c[:, None], d[:, None]
    bent = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    return np.vstack([bent.reshape(-1, 2), points[-1]])


def drawn(character: str, way: int, shake: float, random: np.random.Generator) -> list[Points]:
    """The strokes of ``character`` written the given ``way`` (modulo their number), as curves.

    Every point is moved by ``shake`` (standard deviation, in glyph heights), points that strokes share together.
    """
    ways = GLYPHS[character]
    moved: dict[tuple[float, float], Points] = {}

    def shaken(point: tuple[float, float]) -> Points:
        if point not in moved:
            moved[point] = np.array(point) + random.normal(0, shake, 2)
        return moved[point]

    return [curve(np.array([shaken(point) for point in stroke])) for stroke in ways[way % len(ways)]]
