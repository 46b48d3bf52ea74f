"""Phrases that OCR has damaged, put right where it doubted its own reading and only one known phrase is near."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from corpus.gazetteer.spelling import bare, misread_key

DOUBTED_BELOW = 0.85
"""Confidence of a word from which on it is taken as it was read."""

_ALIKE = 86.0
"""Likeness (0 to 100) of the letters of a damaged phrase to the known one, marks and blanks left out."""
_CLEAR = 4.0
"""By how much the nearest phrase must beat the next."""
_EDGE = 40.0
"""Likeness of the first and of the last words."""
_SHORTEST = 7
"""Letters: shorter phrases are too near to each other."""
_LONGEST = 9
"""Words that a window may span."""

Glued = Mapping[str, tuple[int, str]]


class _Found(NamedTuple):
    start: int
    end: int
    phrase: str


def mended(words: Sequence[str], doubted: Sequence[bool], glued: Glued) -> tuple[str, ...]:
    """``words`` with damaged phrases of ``glued`` put right ("ỦY BAN hÁ DÂN" is "ỦY BAN NHÂN DÂN").

    Only windows that hold a ``doubted`` word are touched, and every word of them that OCR did not doubt
    must be a word of the phrase: a rare name that was well read is not made a common one.
    """
    found = _first_found(words, doubted, glued)
    if found is None:
        return tuple(words)
    upper = words[found.start].isupper() or words[found.end - 1].isupper()
    phrase = found.phrase.upper() if upper else found.phrase
    rest = mended(words[found.end :], doubted[found.end :], glued)
    return (*words[: found.start], *phrase.split(), *rest)


def _first_found(words: Sequence[str], doubted: Sequence[bool], glued: Glued) -> _Found | None:
    whole = [span for span in _windows(len(words)) if _key(words[slice(*span)]) in glued]
    for start, end in _windows(len(words)):
        inside = any(first <= start and end <= last for first, last in whole)
        if inside or not any(doubted[start:end]) or (phrase := _nearest(words[start:end], glued)) is None:
            continue
        letters = bare(phrase.replace(" ", ""))
        if all(
            doubt or bare(word) in letters for word, doubt in zip(words[start:end], doubted[start:end], strict=True)
        ):
            return _Found(start, end, phrase)
    return None


def _windows(count: int) -> Iterator[tuple[int, int]]:
    """Spans of words, the longest first."""
    for length in range(min(count, _LONGEST), 0, -1):
        for start in range(count - length + 1):
            yield start, start + length


def _nearest(words: Sequence[str], glued: Glued) -> str | None:
    """The one phrase that ``words`` are but for a letter or two."""
    key = _key(words)
    if len(key) < _SHORTEST:
        return None
    near = process.extract(key, glued.keys(), scorer=fuzz.ratio, limit=2, score_cutoff=_ALIKE)
    if not near or (len(near) == 2 and near[0][1] - near[1][1] < _CLEAR):
        return None
    count, phrase = glued[near[0][0]]
    return phrase if abs(count - len(words)) <= 1 and _same_edges(words, phrase.split()) else None


def _same_edges(words: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether both begin and end alike: a whole word too many at an edge is no damage."""
    edges = ((words[0], phrase[0]), (words[-1], phrase[-1]))
    return all(fuzz.ratio(bare(seen), bare(right)) >= _EDGE for seen, right in edges)


def _key(words: Sequence[str]) -> str:
    return "".join(map(misread_key, words))
