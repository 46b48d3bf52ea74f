"""What a word's box says of its type size and baseline, given which letters it holds."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from schemas.geometry import Box
from schemas.text import Word

_DESCENDING = frozenset("gpqyjQ,;()[]{}|/ç")
_ASCENDING = frozenset("bdfhklt()[]{}|/!?“”\"'")
_DOT_BELOW = "\u0323"
_MARKS_ABOVE = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309")
_X_HEIGHT, _CAP_HEIGHT, _MARK, _DESCENT = 0.46, 0.67, 0.2, 0.21


@lru_cache(maxsize=8192)
def _extent(text: str) -> tuple[float, float]:
    """Ink above and below the baseline, in ems, of ``text`` set in an ordinary serif face."""
    rise, drop = 0.2, 0.0
    for character in text:
        decomposed = unicodedata.normalize("NFD", character)
        base, marks = decomposed[0], decomposed[1:]
        tall = base.isupper() or base.isdigit() or base in _ASCENDING or base in "đĐ"
        height = _CAP_HEIGHT if tall else _X_HEIGHT if base.isalnum() else 0.3
        rise = max(rise, height + (_MARK if _MARKS_ABOVE.intersection(marks) else 0.0))
        drop = max(drop, _DESCENT if base in _DESCENDING or _DOT_BELOW in marks else 0.0)
    return rise, drop


@dataclass(frozen=True, slots=True)
class Placed:
    """A word with its box, and the size and baseline (points) that the box lets us estimate."""

    word: Word
    box: Box
    size: float
    baseline: float


def place(word: Word) -> Placed | None:
    """``word`` measured; ``None`` when it has no box."""
    if word.box is None:
        return None
    rise, drop = _extent(word.text)
    size = word.size or word.box.height / (rise + drop)
    return Placed(word, word.box, size, word.box.y1 - drop * word.box.height / (rise + drop))
