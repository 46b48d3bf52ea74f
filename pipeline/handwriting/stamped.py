"""Number and date of arrival stamps, read: the date part by part between its slashes, dots or hyphens."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from pipeline.handwriting.certainty import altered, stamp_number
from pipeline.handwriting.decode import candidates, dates
from pipeline.handwriting.entries import Entry, entries
from pipeline.handwriting.ink import Pixels, picture
from pipeline.handwriting.pieces import Piece, line_through
from pipeline.handwriting.recognizer import ALPHABET, WRITTEN, Recognized, Scores, recognize
from pipeline.handwriting.stamp import StampRow, stamp_rows
from schemas.evidence import Candidate
from schemas.geometry import Box
from schemas.text import SlotKind, SlotReading, Word

_PARTS: tuple[SlotKind, ...] = ("arrival_day", "arrival_month", "arrival_year")
_YEAR = re.compile(r"(?:20)?\d\d")
_MOST_SPLITS = 10
_LEAST = 0.005
_BY_GAPS, _AS_ONE = 0.5, 0.5
"""How far a date whose separators were not seen is believed, and one read without taking it apart."""

Split = tuple[tuple[Piece, ...], tuple[Piece, ...], tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class _Taken:
    """A way to take a date apart, and how far it is believed before anything is read."""

    parts: Split
    trust: float


def read_stamps(image: Pixels, dpi: float, words: Sequence[Word]) -> tuple[SlotReading, ...]:
    """Readings of the entries of every arrival stamp of a page: its number, and its date's day, month and year.

    ``image`` (h, w) or (h, w, 3) has ``dpi`` pixels to the inch. An entry in which nothing is written has no candidates.
    """
    found: list[SlotReading] = []
    for rows in stamp_rows(words):
        number, date = entries(image, dpi, rows, _own_words(words))
        if rows.numbered:
            found.append(_number(number) if number else _blank("arrival_number", rows.number, rows.size))
        found += _date(date) if date else [_blank(kind, rows.date, rows.size) for kind in _PARTS]
    return tuple(found)


def _own_words(words: Sequence[Word]) -> list[Box]:
    """The letter's own words, read well enough to be no writing in the stamp."""
    return [
        word.box
        for word in words
        if word.box and not word.stamped and word.confidence > 0.8 and sum(map(str.isalpha, word.text)) > 1
    ]


def _blank(kind: SlotKind, row: StampRow, size: float) -> SlotReading:
    return SlotReading(kind, Box(row.left, row.foot - size, row.left + 60, row.foot), "blank", ())


def _number(entry: Entry) -> SlotReading:
    seen = picture(entry.of(entry.written))
    (scores, shares), *others = recognize([seen, *altered(seen)])
    found = candidates(_without_slashes(scores), "arrival_number")
    found = stamp_number(found, [_without_slashes(other) for other, _ in others], entry.lacks_ink)
    return SlotReading("arrival_number", entry.box, WRITTEN[int(shares[:-1].argmax())], found)


def _without_slashes(scores: Scores) -> Scores:
    """``scores`` of a number in which no slash can stand: what leans like one is a 1."""
    one, slash = ALPHABET.index("1") + 1, ALPHABET.index("/") + 1
    changed = scores.copy()
    changed[:, one] = np.logaddexp(scores[:, one], scores[:, slash])
    changed[:, slash] = -np.inf
    return changed


def _date(entry: Entry) -> list[SlotReading]:
    ways = _ways(entry)
    groups = list({_key(part): part for way in ways for part in way.parts}.values())
    whole, *read = recognize([picture(entry.of(part)) for part in (entry.written, *groups)])
    by_key = {_key(part): each for part, each in zip(groups, read, strict=True)}
    readings = [(_as_one(whole), _AS_ONE), *((_by_parts(way, by_key), way.trust) for way in ways)]
    written = WRITTEN[int(whole[1][:-1].argmax())]
    return [SlotReading(kind, entry.box, written, found) for kind, found in _together(readings).items()]


def _key(part: Sequence[Piece]) -> tuple[int, ...]:
    return tuple(piece.label for piece in part)


def _as_one(whole: Recognized) -> Mapping[SlotKind, tuple[Candidate, ...]]:
    return dates(whole[0])


def _by_parts(way: _Taken, read: Mapping[tuple[int, ...], Recognized]) -> Mapping[SlotKind, tuple[Candidate, ...]]:
    found = {kind: candidates(read[_key(part)][0], kind) for kind, part in zip(_PARTS, way.parts, strict=True)}
    years = (each for each in found["arrival_year"] if _YEAR.fullmatch(str(each.value)))
    return found | {"arrival_year": tuple(years)}


def _together(
    readings: Iterable[tuple[Mapping[SlotKind, tuple[Candidate, ...]], float]],
) -> dict[SlotKind, tuple[Candidate, ...]]:
    """Each part's candidates over all ways to take the date apart, a way counting as much as its parts fit."""
    weighed = [(reading, trust * _fit(reading)) for reading, trust in readings]
    total = sum(weight for _, weight in weighed)
    shares: dict[SlotKind, dict[str, float]] = {kind: defaultdict(float) for kind in _PARTS}
    for reading, weight in weighed:
        for kind in _PARTS if weight else ():
            for each in reading[kind]:
                shares[kind][_in_full(kind, str(each.value))] += each.confidence * weight / total
    return {kind: _ranked(values) for kind, values in shares.items()}


def _in_full(kind: SlotKind, text: str) -> str:
    return f"20{text}" if kind == "arrival_year" and len(text) == 2 else text


def _fit(reading: Mapping[SlotKind, tuple[Candidate, ...]]) -> float:
    fit = 1.0
    for kind in _PARTS:
        fit *= reading[kind][0].confidence if reading.get(kind) else 0.0
    return fit


def _ranked(values: Mapping[str, float]) -> tuple[Candidate, ...]:
    best = sorted(values.items(), key=lambda item: -item[1])[:5]
    return tuple(Candidate(text, round(min(share, 1.0), 4)) for text, share in best if share >= _LEAST)


def _ways(entry: Entry) -> list[_Taken]:
    """Ways to take a date apart: at two marks of one kind between its digits, else at its widest gaps."""
    tall = sorted(piece.height for piece in entry.written)
    high = float(tall[len(tall) * 3 // 4])
    ways: list[_Taken] = []
    for kind in (_slashes(entry, high), _dashes(entry, high), _dots(entry, high)):
        splits = (_split(entry, first, second, high) for first, second in combinations(kind, 2))
        ways += [_Taken(split, 1.0) for split in splits if split][:_MOST_SPLITS]
    return ways or [_Taken(split, _BY_GAPS) for split in _at_gaps(entry, high)]


def _slashes(entry: Entry, high: float) -> list[Piece]:
    return [p for p in entry.written if p.height > 0.6 * high and _leans(entry, p)]


def _leans(entry: Entry, piece: Piece) -> bool:
    """Whether a piece is one stroke that leans to the right: a slash drawn by hand, or a 1."""
    rows, columns = np.nonzero(entry.seen.labels[piece.y0 : piece.y1, piece.x0 : piece.x1] == piece.label)
    slope, start = line_through(rows, columns)
    off = np.abs(columns - (slope * rows + start))
    return bool(-1.3 < slope < -0.08 and np.percentile(off, 97) < 0.17 * piece.height)


def _dashes(entry: Entry, high: float) -> list[Piece]:
    middle = _middle(entry, high)
    return [
        p
        for p in entry.written
        if p.height < 0.42 * high and p.width > 1.3 * p.height and abs(p.centre_y - middle) < 0.3 * high
    ]


def _dots(entry: Entry, high: float) -> list[Piece]:
    middle = _middle(entry, high)
    return [p for p in entry.written if max(p.width, p.height) < 0.4 * high and p.centre_y > middle + 0.1 * high]


def _middle(entry: Entry, high: float) -> float:
    digits = sorted(p.centre_y for p in entry.written if p.height > 0.6 * high)
    return digits[len(digits) // 2]


def _split(entry: Entry, first: Piece, second: Piece, high: float) -> Split | None:
    """Digits before, between and after two marks; ``None`` where they are too few or too many for a date."""
    digits = [p for p in entry.written if p.height > 0.45 * high and p not in (first, second)]
    return _fitting(
        tuple(p for p in digits if p.centre_x < first.centre_x),
        tuple(p for p in digits if first.centre_x < p.centre_x < second.centre_x),
        tuple(p for p in digits if p.centre_x > second.centre_x),
        high,
    )


def _fitting(day: tuple[Piece, ...], month: tuple[Piece, ...], year: tuple[Piece, ...], high: float) -> Split | None:
    if not (day and month and year):
        return None
    wide = [max(p.x1 for p in part) - part[0].x0 for part in (day, month, year)]
    return (day, month, year) if max(wide[:2]) < 2.8 * high and 0.6 * high < wide[2] < 5.5 * high else None


def _at_gaps(entry: Entry, high: float) -> list[Split]:
    digits = [p for p in entry.written if p.height > 0.45 * high]
    gaps = sorted(
        ((after.x0 - before.x1, at) for at, (before, after) in enumerate(pairwise(digits), start=1)), reverse=True
    )
    wide = sorted(at for gap, at in gaps[:3] if gap > 0.15 * high)
    splits = (
        _fitting(tuple(digits[:one]), tuple(digits[one:two]), tuple(digits[two:]), high)
        for one, two in combinations(wide, 2)
    )
    return [split for split in splits if split]
