"""Words sifted: specks and rules dropped, the readings of two inks made one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schemas.text import Word

_RULED = re.compile(r"^[\s|_—–\-=~.·'‘’`´\"“”^*:;,!\\/\[\]{}()<>«»]+$")
_PRINTED_ALONE = frozenset({"-", "–", "+", "*", "/", ":", "(", ")", "./.", "...", "…", "&", "."})
_HOPELESS = 0.12
_LEAST_SIZE, _MOST_SIZE = 2.5, 90.0  # points


def sift(words: Sequence[Word]) -> tuple[Word, ...]:
    """``words`` without what is no word: specks, rules read as dashes, and readings nobody can use."""
    return tuple(word for word in words if not _noise(word))


def _noise(word: Word) -> bool:
    box = word.box
    if box is not None and (box.height > _MOST_SIZE or max(box.width, box.height) < _LEAST_SIZE):
        return not any(character.isalnum() for character in word.text) or word.confidence < 0.5
    if word.text in _PRINTED_ALONE:
        return word.confidence < _HOPELESS and word.text not in {"-", "+"}
    if _RULED.match(word.text):
        return word.confidence < 0.7 or _long_rule(word)
    return word.confidence < _HOPELESS and not any(character.isdigit() for character in word.text)


def _long_rule(word: Word) -> bool:
    box = word.box
    return box is not None and (box.width > 12 * box.height or box.height > 6 * box.width)


def merge(black: Sequence[Word], red: Sequence[Word]) -> tuple[Word, ...]:
    """The words read without the red ink, and those of the red ink alone that they lack.

    Where both read the same place the surer one stays. Words of the red layer get lines of their own.
    """
    kept = list(black)
    lines = max((word.line for word in kept), default=-1) + 1
    for word in red:
        rivals = [other for other in kept if _same_place(word, other)]
        if any(other.confidence >= word.confidence for other in rivals):
            continue
        kept = [other for other in kept if all(other is not rival for rival in rivals)]
        kept.append(replace(word, line=word.line + lines))
    return tuple(kept)


def _same_place(word: Word, other: Word) -> bool:
    if word.box is None or other.box is None:
        return False
    shared = word.box.overlap(other.box)
    smaller = min(word.box.width * word.box.height, other.box.width * other.box.height)
    return shared > 0.4 * smaller
