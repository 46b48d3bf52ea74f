"""The signer's name found again where it was read badly or not at all, and set right where the ink says so.

A name is claimed where it is likelier than every other by far; what was read stays where nothing is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

import cv2
import numpy as np
from rapidfuzz.distance import Levenshtein

from corpus.gazetteer.names import NAME_SYLLABLES, is_surname
from corpus.gazetteer.spelling import bare
from pipeline.ocr.line_network import read_lines
from pipeline.ocr.name_candidates import Name, looks_like_name
from pipeline.ocr.name_reading import DARK, WeighedName, darkest, weighed_names
from pipeline.ocr.strokes import text_bands, without_strokes
from schemas.geometry import Box, hull
from schemas.image import Pixels
from schemas.text import Word

_WELL_READ = 0.85
_MARGIN = 4.0
"""Points of paper around a line."""
_ROOM, _BEFORE = 12.0, 60.0
"""Points above and below a line that hold type of its size with all its marks; points before it that hold a syllable."""
_HIDDEN = 110.0
"""Points before what was read of a name within which the rest of it stands."""
_LOWER = 6.0
"""Points by which a word stands lower than its neighbours on the same line at most."""
_LEAST_TILT, _MOST_TILT = 2.0, 12.0
"""Degrees; less is the height of one word's marks."""
_HIGHEST = 24.0
"""Points: what is higher is no line of print."""
_APART = 14.0
"""Points between words that are not of one line."""
_SYLLABLE = 36.0
"""Points that a syllable and a blank take at most."""
_UNDER = 18.0
"""Points from a post's foot to the name's head: the signature stands between (Decree 30/2020, annex I, II.7)."""
_CLAIMED, _CORRECTED, _BY_FAR = 2.3, 4.0, 8.0
"""By how much the likeliest name must lead: where nothing was read for sure, where a name like it was, where another was."""
_UNSURE = 0.05
_SEEN = 1.5
"""Syllables of a name, unusual ones counting half, from which a line that nobody read is taken for one."""
_LEAST, _LEAST_LETTERS = -6.5, -6.0
"""Worth of a name below which nothing on the line speaks for it: in all, and of its letters alone."""
_MIDDLE = frozenset({"văn", "thị", "thi"})


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a name stands (points), what was read of it, from the left, and by how many degrees it runs down."""

    box: Box
    seen: tuple[Word, ...]
    tilt: float = 0.0


def with_weighed_name(words: Sequence[Word], layers: Sequence[Pixels], block: Box, dpi: float) -> tuple[Word, ...]:
    """``words`` with the name in ``block`` as it is likeliest on one of ``layers`` (grey), where it is by far."""
    inside = [word for word in words if word.box is not None and block.contains(*word.box.centre)]
    line = _read_line(inside)
    for layer in layers:
        if line is not None and _inked(layer, line.box, dpi):
            return _settled(tuple(words), line, layer, dpi)
    for layer in layers:
        found = None if line is not None else _unread_line(layer, inside, block, dpi)
        if found is not None:
            return _settled(tuple(words), found, layer, dpi)
    return tuple(words)


def _read_line(inside: Sequence[Word]) -> _Line | None:
    """The lowest line whose end was read as syllables of a name."""
    posts = [word.box for word in inside if word.box and _in_capitals(word)]
    found = None
    for level in _levels(inside):
        tail = _tail(level)
        box = hull(word.box for word in tail if word.box)
        if box is not None and not _is_post(box, posts):
            found = _Line(_reaching(box, level, posts), tuple(tail), _tilt(tail))
    return found


def _tilt(tail: Sequence[Word]) -> float:
    """Degrees by which the words run down to the right: names are stamped aslant by hand."""
    first, last = tail[0].box, tail[-1].box
    if first is None or last is None or last.centre[0] - first.centre[0] < _HIGHEST:
        return 0.0
    down = math.degrees(math.atan2(last.centre[1] - first.centre[1], last.centre[0] - first.centre[0]))
    return down if _LEAST_TILT < abs(down) < _MOST_TILT else 0.0


def _in_capitals(word: Word) -> bool:
    letters = [letter for letter in word.text if letter.isalpha()]
    if word.box is None or word.box.height > _HIGHEST:
        return False
    return len(letters) >= 2 and word.confidence >= 0.6 and all(letter.isupper() for letter in letters)


def _is_post(box: Box, posts: Sequence[Box]) -> bool:
    """Whether two words in capitals stand beside ``box``; a lone one is a scrap of the seal's ring."""
    return sum(_beside(post, box) for post in posts) > 1


def _beside(one: Box, other: Box) -> bool:
    return min(one.y1, other.y1) - max(one.y0, other.y0) > 0.5 * min(one.height, other.height)


def _levels(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words of one height on the page, each level from the left."""
    rest = sorted(words, key=lambda word: word.box.centre[1] if word.box else 0.0)
    level: list[Word] = []
    for word in rest:
        if level and word.box and level[-1].box and word.box.centre[1] - level[-1].box.centre[1] > _LOWER:
            yield sorted(level, key=lambda each: each.box.x0 if each.box else 0.0)
            level = []
        level.append(word)
    if level:
        yield sorted(level, key=lambda each: each.box.x0 if each.box else 0.0)


def _tail(level: Sequence[Word]) -> list[Word]:
    """The end of ``level`` from the first word of a name on; empty where it does not end as one."""
    run: list[Word] = []
    for word in reversed([word for word in level if word.box and word.box.height < _HIGHEST]):
        if run and run[0].box and word.box and run[0].box.x0 - word.box.x1 >= _APART:
            break
        run.insert(0, word)
    if len(run) > 6 or any(
        word.text.islower() and word.confidence >= _WELL_READ and len(word.text) > 2 for word in run
    ):
        return []
    starts = (at for at in range(len(run)) if looks_like_name([word.text for word in run[at:]]))
    tail = run[next(starts, len(run)) :]
    return tail if tail and tail[-1].confidence >= 0.5 else []


def _reaching(box: Box, level: Sequence[Word], posts: Sequence[Box]) -> Box:
    """``box`` with what stands before it: as far left of the post's middle as it reaches to the right, less what is read."""
    left = box.x0 - _HIDDEN
    above = [post for post in posts if post.y1 < box.y0 - _UNDER and post.x1 > box.x0 - _HIDDEN]
    whole = hull(above)
    if whole is not None and whole.centre[0] < box.x1:
        left = min(box.x0 - _SYLLABLE, max(2 * whole.centre[0] - box.x1 - 3 * _MARGIN, left))
    others = [word.box.x1 for word in level if word.box and word.confidence > 0.6 and word.box.x1 < box.x0 - 14]
    return Box(max([left, *others]), box.y0, box.x1, box.y1)


def _inked(layer: Pixels, box: Box, dpi: float) -> bool:
    """Whether something is printed in ``box``: a name in red leaves none on the layer without it."""
    crop = _crop(layer, box, dpi)
    return bool(crop.size) and float((crop < 128).mean()) > 0.04


def _crop(layer: Pixels, box: Box, dpi: float, above: float = _MARGIN) -> Pixels:
    """``box`` of ``layer`` with a little paper around it, or with ``above`` points of it above and below."""
    before = _MARGIN if above == _MARGIN else _BEFORE
    grown = Box(box.x0 - before, box.y0 - above, box.x1 + _MARGIN, box.y1 + above).scaled(dpi / 72)
    left, top = max(int(grown.x0), 0), max(int(grown.y0), 0)
    return layer[top : max(int(grown.y1), top), left : max(int(grown.x1), left)]


def _unread_line(layer: Pixels, inside: Sequence[Word], block: Box, dpi: float) -> _Line | None:
    """The line of ``block`` that nobody read and that the network sees a name on."""
    scale = dpi / 72
    area = _crop(layer, block.grown(-_MARGIN), dpi)
    if min(area.shape) < 20 * scale:
        return None
    dark = darkest(area)
    ink = cv2.threshold(dark, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    posts = [word.box for word in inside if word.box and _in_capitals(word)]
    boxes = []
    for band in text_bands(without_strokes(ink, scale), scale):
        x0, y0, x1, y1 = _levelled(ink, band)
        box = Box(block.x0 + x0 / scale, block.y0 + y0 / scale, block.x0 + x1 / scale, block.y0 + y1 / scale)
        if box.width > 40 and 6 < box.height < 26 and not _is_post(box, posts):
            boxes.append(box)
    read = read_lines([darkest(_crop(layer, box, dpi)) for box in boxes])
    named = [(_seen_name([word.text for word in words]), box.y0, box) for words, box in zip(read, boxes, strict=True)]
    best = max(named, key=lambda each: each[:2], default=(0.0, 0.0, block))
    return _Line(best[2], ()) if best[0] >= _SEEN else None


def _seen_name(texts: Sequence[str]) -> float:
    """How much of a name the end of a line's words is."""
    return max((looks_like_name(texts[start:]) for start in range(len(texts) - 1)), default=0.0)


def _levelled(ink: Pixels, band: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """``band`` no higher than its right end, which stands clear of the seal."""
    left, top, right, bottom = band
    end = ink[top:bottom, left + int(0.6 * (right - left)) : right]
    rows = np.flatnonzero(np.count_nonzero(end, axis=1) > 1)
    return (left, top + int(rows[0]), right, top + int(rows[-1]) + 1) if len(rows) else band


def _levelled_page(layer: Pixels, line: _Line, dpi: float) -> Pixels:
    """``layer`` turned about the middle of what was read, so that the line runs level."""
    read = hull(word.box for word in line.seen if word.box)
    if not line.tilt or read is None:
        return layer
    x, y = read.centre
    turn = cv2.getRotationMatrix2D((x * dpi / 72, y * dpi / 72), line.tilt, 1.0)
    size = layer.shape[1], layer.shape[0]
    turned: Pixels = cv2.warpAffine(layer, turn, size, flags=cv2.INTER_LINEAR, borderValue=255)
    return turned


def _settled(words: tuple[Word, ...], line: _Line, layer: Pixels, dpi: float) -> tuple[Word, ...]:
    """``words`` with the line's likeliest name in place of what was read there, where it is sure enough."""
    layer = _levelled_page(layer, line, dpi)
    crop = _crop(layer, line.box, dpi)
    if _is_sure(line.seen) and _confirmed(crop, line.seen):
        return words
    names = weighed_names(crop, _crop(layer, line.box, dpi, _ROOM), dpi / 72, line.seen)
    read = tuple(word.text.strip(".,:;") for word in line.seen)
    if names and names[0].name == read:
        return _surer(words, line, names)
    if not names or not _may_be_claimed(names[0]):
        return words
    lead = _lead(names)
    if lead >= _BY_FAR or _may_replace(names[0].name, line.seen):
        least = _CORRECTED if _is_sure(line.seen) else _CLAIMED
        return _replaced(words, line, names[0].name, lead) if lead >= least else words
    return _doubted(words, line, names)


def _doubted(words: tuple[Word, ...], line: _Line, names: Sequence[WeighedName]) -> tuple[Word, ...]:
    """``words`` with hardly any confidence in what the likeliest name has otherwise, where it is much likelier."""
    read = tuple(word.text.strip(".,:;") for word in line.seen)
    own = next((each.worth for each in names if each.name == read), names[-1].worth)
    if len(read) != len(names[0].name) or names[0].worth - own < _CORRECTED:
        return words
    pairs = zip(line.seen, names[0].name, read, strict=True)
    lowered = {id(word): replace(word, confidence=_UNSURE) for word, other, text in pairs if other != text}
    return tuple(lowered.get(id(word), word) for word in words)


def _is_sure(seen: Sequence[Word]) -> bool:
    whole = len(seen) >= 3 and is_surname(seen[0].text)
    return whole and all(word.confidence >= _WELL_READ for word in seen)


def _confirmed(crop: Pixels, seen: Sequence[Word]) -> bool:
    """Whether the network reads ``seen`` too, on most pictures of the line."""
    text = "".join(word.text for word in seen)
    read = read_lines([crop, *(darkest(crop, share) for share in DARK)])
    return sum(text in "".join(word.text for word in words) for words in read) >= 2


def _may_be_claimed(best: WeighedName) -> bool:
    """Whether it is a whole name: of two syllables the first must be one that stands nowhere but at the beginning."""
    first = best.name[0].casefold()
    whole = len(best.name) > 2 or first not in NAME_SYLLABLES
    seen = best.worth > _LEAST and best.parts["letters"] > _LEAST_LETTERS
    return seen and whole and len(first) > 1 and is_surname(first) and first not in _MIDDLE


def _may_replace(name: Name, seen: Sequence[Word]) -> bool:
    """Whether ``name`` leaves none of ``seen`` out that was read well: a word in its place is spelled nearly alike."""
    texts = [word.text.strip(".,:;") for word in seen]
    for text, word, other in zip_longest(reversed(texts), reversed(seen), reversed(name)):
        if word is not None and word.confidence >= _WELL_READ and (other is None or not _nearly(text, other)):
            return False
    return True


def _nearly(text: str, other: str) -> bool:
    """Whether two syllables differ in marks, or in no more letters than every third."""
    return 3 * Levenshtein.distance(bare(text), bare(other)) <= max(len(text), len(other))


def _lead(names: Sequence[WeighedName]) -> float:
    return names[0].worth - names[1].worth if len(names) > 1 else 2 * _CORRECTED


def _surer(words: tuple[Word, ...], line: _Line, names: Sequence[WeighedName]) -> tuple[Word, ...]:
    """``words`` with those of the name as sure as it is likely, where they were less."""
    if _lead(names) < _CLAIMED or not _may_be_claimed(names[0]):
        return words
    sure = _confidence(_lead(names))
    own = {id(word): replace(word, confidence=max(word.confidence, sure)) for word in line.seen}
    return tuple(own.get(id(word), word) for word in words)


def _confidence(lead: float) -> float:
    """A share for a lead in logarithms; never above what OCR claims for words read well."""
    return round(min(0.95, 1 - 0.6 * math.exp(-lead / 3)), 3)


def _replaced(words: tuple[Word, ...], line: _Line, name: Name, lead: float) -> tuple[Word, ...]:
    """``words`` with ``name`` on a line of its own, in the place of all that was read there."""
    start = min([line.box.x0, *(word.box.x0 for word in line.seen if word.box)])
    place = Box(start, line.box.y0, line.box.x1, line.box.y1)
    first = _first_ink(place, line, name)
    kept = [
        word for word in words if word.box is None or word.box.overlap(place) <= 0.4 * word.box.width * word.box.height
    ]
    number = max((word.line for word in words), default=-1) + 1
    letters, at = sum(map(len, name)) + len(name) - 1, first
    own = []
    for syllable in name:
        wide = (place.x1 - first) * len(syllable) / letters
        own.append(Word(syllable, Box(at, place.y0, at + wide, place.y1), _confidence(lead), line=number))
        at += wide + (place.x1 - first) / letters
    return (*kept, *own)


def _first_ink(place: Box, line: _Line, name: Name) -> float:
    """Where the name begins: by the width of what was read of its end, else at the line's left."""
    seen = [word for word in line.seen if word.text.strip(".,:;") in name and word.box]
    if not seen:
        return max(place.x0, place.x1 - 7.6 * (sum(map(len, name)) + 0.5 * len(name)))
    letter = sum(word.box.width for word in seen if word.box) / sum(len(word.text) for word in seen)
    return max(place.x0, place.x1 - letter * (sum(map(len, name)) + 0.4 * len(name)))
