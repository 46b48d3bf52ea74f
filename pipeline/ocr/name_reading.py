"""A name's line read several ways, and the names it may hold weighed against each other.

On grey scans a seal is lighter than print, so that the darkest ink alone shows the name; on black-and-white ones it
is as black. What is seen (the network's letters in several pictures of the line, the strokes of type set there, what
the page's first reading saw) and how usual a name is add up; the gap to the next name says how sure it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import cv2
import numpy as np

from pipeline.ocr.likely_texts import likely_texts, likeness
from pipeline.ocr.line_network import letter_scores
from pipeline.ocr.name_candidates import Name, names_in, neighbours, usualness, with_other_surnames
from pipeline.ocr.name_strokes import stroke_worth
from pipeline.ocr.strokes import without_strokes
from schemas.image import Pixels
from schemas.text import Word

DARK = (0.45, 0.6)
"""Shares of the way from the darkest ink to paper, below which ink counts as dark."""
_WORST = -14.0
"""Logarithm below which no picture says more against a name."""
_BEST_SEEN = 3
"""Pictures that speak for a name: the others may be spoiled."""
_KEPT, _TRIED = 12, 5
"""Names that are followed: how many, and how many of them are varied."""
_DOUBTFUL = -2.5
"""Worth of the best name by its letters below which every surname's strokes are looked for: a seal hides its letters."""
_PER_PIXEL = 0.1
"""What a pixel of strokes counts."""
_MOST_STROKES = 4.0
"""The most that strokes say against a name: type that is set a little wider stands off its place further on."""
_PLAUSIBLE = -7.5
"""How usual a name must be for its strokes to be what others are measured by."""
_WITNESS = 1.5
"""What a syllable that the page's first reading saw alike counts, by its confidence."""


@dataclass(frozen=True, slots=True)
class WeighedName:
    """``worth`` is a logarithm: of two names on one line the likelier has more. ``parts`` are what it is made of."""

    name: Name
    worth: float
    parts: Mapping[str, float]


def darkest(grey: Pixels, share: float = DARK[0]) -> Pixels:
    """``grey`` with only its darkest ink: what is lighter than ``share`` of the way to white becomes paper."""
    ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    if not ink.any():
        return grey
    dark = float(np.percentile(grey[ink > 0], 5))
    bound = dark + (255 - dark) * share
    return np.clip(255 - (bound - grey.astype(np.float32)).clip(0) * 255 / (bound - dark), 0, 255).astype(np.uint8)


def pictures_of(grey: Pixels, scale: float) -> list[Pixels]:
    """``grey`` as it is, freed of strokes, and its darkest ink alone."""
    found = [grey, *(darkest(grey, share) for share in DARK)]
    return [*found, _freed(grey, scale), _freed(found[1], scale)]


def _freed(grey: Pixels, scale: float) -> Pixels:
    ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    near = cv2.dilate(without_strokes(ink, scale), np.ones((3, 3), np.uint8)) > 0
    return np.where(near, grey, 255).astype(np.uint8)


def weighed_names(grey: Pixels, around: Pixels, scale: float, seen: Sequence[Word]) -> list[WeighedName]:
    """Names that the line ``grey`` (``scale`` pixels a point) may hold, the likeliest first.

    ``around`` is the same line with room above and below, ``seen`` what the page's first reading saw there.
    """
    scores = [each for each in letter_scores(pictures_of(grey, scale)) if len(each)]
    texts = [text for each in scores for text in likely_texts(each)]
    texts.append(" ".join(word.text for word in seen))
    known: dict[Name, float] = {}
    top = _best(known, names_in(texts), scores)
    for _ in range(2):
        top = _best(known, {*top, *(other for name in top[:_TRIED] for other in neighbours(name))}, scores)
    if top and known[top[0]] + usualness(top[0]) < _DOUBTFUL:
        top += sorted(with_other_surnames(top[0]) - set(top))
        _best(known, set(top), scores)
    return _weighed(top, known, around, scale, seen) if top else []


def _best(known: dict[Name, float], names: set[Name], scores: Sequence[Any]) -> list[Name]:
    """The best of ``names`` by the network and how usual they are; what was weighed is kept in ``known``."""
    new = sorted(names - known.keys())
    if new:
        texts = [" ".join(name) for name in new]
        table = np.sort(np.maximum([likeness(each, texts) for each in scores], _WORST), axis=0)
        known.update(zip(new, table[-_BEST_SEEN:].mean(axis=0).tolist(), strict=True))
    return sorted(names, key=lambda name: -known[name] - usualness(name))[:_KEPT]


def _weighed(
    top: Sequence[Name], known: Mapping[Name, float], around: Pixels, scale: float, seen: Sequence[Word]
) -> list[WeighedName]:
    strokes = stroke_worth(darkest(around), scale, top)
    most = max((worth for name, worth in strokes.items() if usualness(name) > _PLAUSIBLE), default=0.0)
    found = []
    for name in top:
        parts = {
            "letters": known[name],
            "usual": usualness(name),
            "strokes": float(np.clip(_PER_PIXEL * (strokes.get(name, most) - most), -_MOST_STROKES, 0.0)),
            "witness": _WITNESS * _agreement(name, seen),
        }
        found.append(WeighedName(name, sum(parts.values()), parts))
    return sorted(found, key=lambda each: -each.worth)[:_KEPT]


def _agreement(name: Name, seen: Sequence[Word]) -> float:
    """How many syllables the first reading saw alike, from the right, each by its confidence."""
    pairs = zip_longest(reversed(name), reversed(seen))
    return sum(word.confidence for text, word in pairs if text and word and word.text.strip(".,:;") == text)
