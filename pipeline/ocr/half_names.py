"""Names of which OCR read only the end, found among a signature's words and made whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.gazetteer.names import NAME_SYLLABLES, SURNAMES, is_common_surname
from pipeline.ocr.covered import hidden_syllables
from schemas.geometry import Box, hull
from schemas.image import Pixels
from schemas.text import Word

_WELL_READ = 0.85
_GAP = 10.0  # points between words of one name
_LEAST_HEIGHT, _MOST_HEIGHT = 6.0, 30.0  # points; a seal's ring makes boxes higher than the letters
_AGREED = 0.6  # of a word that strokes and OCR tell alike, though neither for sure
_LONGEST = 7  # words of a line with a name, its titles and what a seal left of letters


def with_whole_names(
    words: Sequence[Word], layers: Sequence[Pixels], block: Box, dpi: float, centre: float
) -> tuple[Word, ...]:
    """``words`` with the hidden beginnings of names within ``block``.

    ``layers`` are grey pictures of the page's inks; names stand right of ``centre`` (points) with their middle.
    """
    kept = tuple(words)
    for tail in list(_tails(words, block, centre)):
        for layer in layers:
            if hidden := hidden_syllables(tail, layer, dpi):
                kept = _joined(kept, tail, hidden)
                break
    return kept


def _tails(words: Sequence[Word], block: Box, centre: float) -> Iterator[tuple[Word, ...]]:
    """The last words of lines that are a name without its beginning."""
    inside = [word for word in words if word.box is not None and block.contains(*word.box.centre)]
    for line in _levels(inside):
        tail = _tail(line)
        box = hull(word.box for word in tail if word.box)
        if tail and box and len(line) <= _LONGEST and box.x1 > centre and _is_half(tail):
            yield tail


def _levels(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words of one height on the page, each level from the left."""
    levels: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box.centre[1] if word.box else 0.0):
        last = levels[-1][-1].box if levels else None
        if last and word.box and word.box.centre[1] - last.centre[1] < 0.5 * min(last.height, word.box.height):
            levels[-1].append(word)
        else:
            levels.append([word])
    for level in levels:
        yield sorted(level, key=lambda word: word.box.x0 if word.box else 0.0)


def _tail(line: Sequence[Word]) -> tuple[Word, ...]:
    """The words at the end of ``line`` that were read well as syllables of a name."""
    tail: list[Word] = []
    for word in reversed(line):
        after = tail[0].box if tail else None
        if not _is_syllable(word) or word.box is None or (after and after.x0 - word.box.x1 > _GAP):
            break
        tail.insert(0, word)
    return tuple(tail)


def _is_syllable(word: Word) -> bool:
    text = word.text
    named = text.casefold() in NAME_SYLLABLES or text.casefold() in SURNAMES
    high = word.box is not None and _LEAST_HEIGHT < word.box.height < _MOST_HEIGHT
    return named and high and text == text.capitalize() and word.confidence >= _WELL_READ


def _is_half(tail: Sequence[Word]) -> bool:
    """Whether the family name is missing: what begins like a whole name is taken for one."""
    first = tail[0].text.casefold()
    if len(tail) > 3 or first not in SURNAMES:
        return len(tail) <= 4
    whole = is_common_surname(first) or first not in NAME_SYLLABLES
    return len(tail) == 1 or (len(tail) == 2 and not (whole and first not in NAME_SYLLABLES)) or not whole


def _joined(words: Sequence[Word], tail: Sequence[Word], hidden: Sequence[Word]) -> tuple[Word, ...]:
    """``words`` with ``hidden`` before ``tail`` in the place of the scraps that were read there."""
    place = hull(word.box for word in hidden if word.box)
    seen = {word.text for word in words if _is_scrap(word, place)}
    hidden = [replace(word, confidence=max(word.confidence, _AGREED)) if word.text in seen else word for word in hidden]
    own = {id(word) for word in tail}
    kept = [word for word in words if id(word) in own or not _is_scrap(word, place)]
    at = next(index for index, word in enumerate(kept) if word is tail[0])
    return (*kept[:at], *(replace(word, line=tail[0].line) for word in hidden), *kept[at:])


def _is_scrap(word: Word, place: Box | None) -> bool:
    """Whether ``word`` was read where the hidden words are; a seal's ring makes boxes higher than letters."""
    if word.box is None or place is None:
        return False
    return word.box.overlap(place) > 0.4 * word.box.width * min(word.box.height, place.height)
