"""Names compared with the ink they would have made: each set in the face and size of the line, its strokes counted.

What ``covered`` does for syllables that nobody could read, done for whole names that are weighed against each
other. The line's right end stands clear of the seal (Decree 30/2020, annex I, II.8: it covers the left third).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2

from pipeline.ocr.covered import FACES, Ink, measured_ink, share_on_ink, stroke_core
from pipeline.ocr.name_candidates import Name
from schemas.image import Pixels

_SIZES = tuple(11.6 + 0.3 * step for step in range(13))
"""Points: names are set in 13 or 14 (annex I, II.7), and scans shrink or stretch a little."""
_ENDS = 4
"""Last syllables that are tried for the line's end."""
_FIT = 0.93
"""Share of the strokes of the name's end that lie on ink where the face is the letter's."""
_REACH, _SLACK = 8.0, 1.2
"""Points by which the name's end may stand off the line's, a syllable off its place."""


@dataclass(frozen=True, slots=True)
class _End:
    """Where a name ends: what its last syllable is worth there, face, size in pixels, right edge, its canvas's top."""

    worth: float
    face: Path
    size: float
    right: float
    top: int


def stroke_worth(grey: Pixels, scale: float, names: Sequence[Name]) -> Mapping[Name, float]:
    """What the strokes of each of ``names`` are worth on the line ``grey``, in pixels at 200 dpi; likeliest first.

    Empty where no face at hand fits the end of any.
    """
    ink = measured_ink(grey, scale)
    lasts = list(dict.fromkeys(name[-1] for name in names))[:_ENDS]
    ends = [end for last in lasts if (end := _end_of(ink, last, scale))]
    if not ends:
        return {}
    end = max(ends, key=lambda each: each.worth)
    unit = (scale / 2.78) ** 2
    seen: dict[tuple[str, int], tuple[float, float]] = {}
    return {name: _worth(ink, name, end, scale, seen) / unit for name in names}


def _end_of(ink: Ink, last: str, scale: float) -> _End | None:
    """Where ``last`` ends the line, by strokes."""
    best: _End | None = None
    for face in FACES:
        for points in _SIZES:
            size = round(points * scale, 1)
            core, advance = stroke_core(last, face, size)
            start = max(ink.worth.shape[1] - core.shape[1] - round(2 * _REACH * scale), 0)
            strip = ink.worth[:, start:]
            if strip.shape[0] < core.shape[0] or strip.shape[1] < core.shape[1]:
                continue
            _, worth, _, (x, y) = cv2.minMaxLoc(cv2.matchTemplate(strip, core, cv2.TM_CCORR))
            if share_on_ink(ink, core, start + x, y) >= _FIT and (best is None or worth > best.worth):
                best = _End(worth, face, size, start + x + advance, y)
    return best


def _worth(ink: Ink, name: Name, end: _End, scale: float, seen: dict[tuple[str, int], tuple[float, float]]) -> float:
    """The worth of ``name``'s strokes, syllable by syllable from the right."""
    blank = stroke_core("n n", end.face, end.size)[1] - 2 * stroke_core("n", end.face, end.size)[1]
    right, total = end.right, 0.0
    for syllable in reversed(name):
        key = (syllable, round(right))
        if key not in seen:
            seen[key] = _placed(ink, syllable, right, end, round(_SLACK * scale))
        worth, x = seen[key]
        total += worth
        right = x - blank
    return total


def _placed(ink: Ink, syllable: str, right: float, end: _End, slack: int) -> tuple[float, float]:
    """What ``syllable`` is worth where it ends near ``right``, and where it then begins."""
    core, advance = stroke_core(syllable, end.face, end.size)
    left, high = round(right - advance) - slack, max(end.top - slack // 2, 0)
    window: Any = ink.worth[
        high : end.top + core.shape[0] + slack // 2, max(left, 0) : left + core.shape[1] + 2 * slack
    ]
    if left < 0 or window.shape[0] < core.shape[0] or window.shape[1] < core.shape[1]:
        return -50.0, right - advance
    _, worth, _, (x, _) = cv2.minMaxLoc(cv2.matchTemplate(window, core, cv2.TM_CCORR))
    return worth, float(left + x)
