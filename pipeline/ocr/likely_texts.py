"""What a line's picture may say: the likeliest texts by the network's own probabilities, and how well it answers to others.

The network (``line_network``) gives each letter's probability at each step along the line, and blanks between
letters; a text's probability is the sum over all ways to lay it along the steps (Graves et al., 2006).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from pipeline.ocr.line_network import letters

_UNLIKELY = -7.0
"""Logarithm of the probability below which a letter is not followed up."""
_SKIPPED_LETTER, _SKIPPED_SIGN = 1.0, 0.3
"""What a letter or sign costs that stands on the line beside the text asked for, as seals and pens leave them."""
_NEVER = -1e9

Beams = dict[tuple[int, ...], tuple[float, float]]
"""Texts so far, as classes: logarithms of their probability ending in a blank, and in their last letter."""


def likely_texts(scores: Any, many: int = 8) -> list[str]:
    """The ``many`` likeliest texts of a line; ``scores`` as of ``letter_scores``, (steps, classes)."""
    beams: Beams = {(): (0.0, _NEVER)}
    for row in scores:
        followed = np.flatnonzero(row > _UNLIKELY).tolist()
        grown: Beams = {}
        for text, (blank, letter) in beams.items():
            _grow(grown, text, blank, letter, row, followed)
        best = sorted(grown.items(), key=lambda each: -_either(*each[1]))[:many]
        beams = dict(best)
    return ["".join(letters()[place] for place in text) for text in beams]


def _grow(grown: Beams, text: tuple[int, ...], blank: float, letter: float, row: Any, followed: Sequence[int]) -> None:
    both = _either(blank, letter)
    for place in followed:
        gain = float(row[place])
        if place == _blank():
            _add(grown, text, both + gain, _NEVER)
        elif text and text[-1] == place:
            _add(grown, text, _NEVER, letter + gain)
            _add(grown, (*text, place), _NEVER, blank + gain)
        else:
            _add(grown, (*text, place), _NEVER, both + gain)


def _add(grown: Beams, text: tuple[int, ...], blank: float, letter: float) -> None:
    before = grown.get(text)
    grown[text] = (blank, letter) if before is None else (_either(before[0], blank), _either(before[1], letter))


def _either(one: float, other: float) -> float:
    high, low = (one, other) if one > other else (other, one)
    return high if low <= _NEVER else high + float(np.log1p(np.exp(low - high)))


@cache
def _blank() -> int:
    return letters().index("")


@cache
def _places() -> dict[str, int]:
    return {letter: place for place, letter in enumerate(letters())}


def likeness(scores: Any, texts: Sequence[str]) -> Any:
    """For each of ``texts`` the logarithm of how much less likely it is on the line than the likeliest reading, (n,).

    Anything may stand before and after it, at a small cost for each letter.
    """
    if not len(scores):
        return np.full(len(texts), _NEVER)
    past, cost = _beside(scores)
    states, usable, skips, last = _laid_out(texts)
    rows = np.arange(len(texts))
    reach = np.full(states.shape, _NEVER)
    best = np.full(len(texts), _NEVER)
    for step, row in enumerate(scores):
        before = np.logaddexp(reach[:, 1:], reach[:, :-1])
        before[:, 1:] = np.where(skips[:, 2:], np.logaddexp(before[:, 1:], reach[:, :-2]), before[:, 1:])
        before[:, 0] = np.maximum(before[:, 0], past[step] - cost[step])
        reach[:, 1:] = np.where(usable[:, 1:], before + row[states[:, 1:]], _NEVER)
        ended = np.logaddexp(reach[rows, last], reach[rows, last + 1])
        best = np.maximum(best, ended + (past[-1] - past[step + 1]) - (cost[-1] - cost[step + 1]))
    return best - past[-1]


def _beside(scores: Any) -> tuple[Any, Any]:
    """Up to each step: the likeliest reading's logarithm, and what skipping it costs; (steps + 1,) each."""
    best = scores.argmax(axis=1)
    begins = (np.diff(best, prepend=-1) != 0) & (best != _blank())
    price = [_price(letters()[place]) if begin else 0.0 for place, begin in zip(best, begins, strict=True)]
    return np.concatenate([[0.0], scores.max(axis=1).cumsum()]), np.concatenate([[0.0], np.cumsum(price)])


def _price(letter: str) -> float:
    if letter == " ":
        return 0.0
    return _SKIPPED_LETTER if letter.isalnum() else _SKIPPED_SIGN


def _laid_out(texts: Sequence[str]) -> tuple[Any, Any, Any, Any]:
    """Blanks and letters in turn for each text, which of them it has, where a blank may be skipped, its last letter."""
    spelled = [[_places().get(letter, _blank()) for letter in text] for text in texts]
    width = 2 * max(map(len, spelled)) + 1
    states = np.full((len(texts), width), _blank())
    usable = np.zeros((len(texts), width), bool)
    for row, text in enumerate(spelled):
        states[row, 1 : 2 * len(text) : 2] = text
        usable[row, : 2 * len(text) + 1] = True
    skips = np.zeros_like(usable)
    skips[:, 3::2] = states[:, 3::2] != states[:, 1:-2:2]
    return states, usable, skips, np.array([2 * len(text) - 1 for text in spelled])
