"""Words sifted: specks and rules dropped, two readings of a page made one."""

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


def merge(first: Sequence[Word], second: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a first reading, and those of a second one that it lacks or read worse.

    A word that was read worse is replaced in its line; words that are new come last, on lines of their own.
    """
    kept = list(first)
    lines = max((word.line for word in kept), default=-1) + 1
    for word in second:
        rivals = [index for index, other in enumerate(kept) if _same_place(word, other)]
        if not rivals:
            kept.append(replace(word, line=word.line + lines))
        elif _better(word, [kept[index] for index in rivals]):
            kept[rivals[0]] = replace(word, line=kept[rivals[0]].line)
            for index in reversed(rivals[1:]):
                del kept[index]
    return tuple(kept)


def _better(word: Word, rivals: Sequence[Word]) -> bool:
    """Whether ``word`` is surer than all ``rivals`` and no mere part of them."""
    letters = sum(len(rival.text) for rival in rivals)
    return all(word.confidence > rival.confidence for rival in rivals) and len(word.text) >= 0.7 * letters


def _same_place(word: Word, other: Word) -> bool:
    if word.box is None or other.box is None:
        return False
    shared = word.box.overlap(other.box)
    smaller = min(word.box.width * word.box.height, other.box.width * other.box.height)
    return shared > 0.4 * smaller
