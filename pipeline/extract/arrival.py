"""The stamp ĐẾN of the office that received the letter: its number and date (Decree 30/2020, annex IV).

Both are written by hand, so OCR alone is never believed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.gazetteer.spelling import bare
from pipeline.extract.claim import claim, words_of
from pipeline.extract.dateline import MaybeDate, date_of, is_day, is_month, is_year
from pipeline.extract.filled import Filled, Shape, filled, slot_of
from pipeline.extract.window import Window, after, settled
from schemas.evidence import Candidate
from schemas.extracted import MaybeText
from schemas.text import Line, Passage, SlotKind, SlotReading

_NUMBER = re.compile(r"^\W*(?:den\W*)?s[a-z]\b\s*(?:den)?\s*(?:[:;.,]+\s*|(?=\d))(?P<number>.*)$")
_DATE = re.compile(
    r"\bng[a-z]y\s*(?:den)?\s*[:;.,]*\s*(?P<day>[^/.-]*?)\s*[/.-]\s*(?P<month>[^/.-]*?)\s*[/.-]\s*(?P<year>\S+)"
)
_DATED = re.compile(r"\bng[a-z]y\s*(?:den)?\s*[:;.,]*\s*\W*\w")
_OCR_ALONE = 0.5
"""How far OCR of a stamp's entries may be believed by itself."""


def extract_arrival(
    lines: Sequence[Line], slots: Sequence[SlotReading], issued: MaybeDate | None = None
) -> tuple[MaybeText | None, MaybeDate | None]:
    """Number and date of the stamp; both ``None`` where there is no stamp.

    ``issued`` is the letter's own day: where it is sure it decides between readings of the stamp's.
    """
    stamped = [slot for slot in slots if slot.kind.startswith("arrival")]
    if not lines and not stamped:
        return None, None
    passage = Passage.of(lines)
    return _number(lines, passage, stamped), _date(lines, passage, stamped, after(issued))


def _number(lines: Sequence[Line], passage: Passage, slots: Sequence[SlotReading]) -> MaybeText:
    line, span = _first(lines, _NUMBER, "number")
    here = Passage.of([line]) if line else passage
    found = _entry(here, span, "arrival_number", slots, lambda text: re.fullmatch(r"\d{1,6}[a-z]?", text) is not None)
    return claim(here, found.value, found.rule, found.confidence, span or (0, None), found.candidates)


def _date(lines: Sequence[Line], passage: Passage, slots: Sequence[SlotReading], window: Window) -> MaybeDate:
    line, _ = _first(lines, _DATE, "day")
    here = Passage.of([line]) if line else passage
    match = _DATE.search(bare(here.text)) if line else None
    kinds: tuple[tuple[SlotKind, str, Shape], ...] = (
        ("arrival_day", "day", is_day),
        ("arrival_month", "month", is_month),
        ("arrival_year", "year", _is_year),
    )
    day, month, year = (
        _entry(here, match.span(group) if match else None, kind, slots, shape) for kind, group, shape in kinds
    )
    seen = match is not None or any(_DATED.search(bare(other.text)) for other in lines)
    parts = [_unless_inked(part, seen) for part in (day, month, _in_full(year))]
    alone = date_of(here, (0, len(here.text)), *parts)
    if not window or not slots or any(part.rule == "blank" for part in parts):
        return alone
    value, sure, candidates = settled(parts, window)
    return replace(alone, value=value, confidence=sure, rule=f"{alone.rule}-after-issue", candidates=candidates)


def _unless_inked(part: Filled, seen: bool) -> Filled:
    """A part without a reading is not blank where OCR saw anything behind "Ngày"."""
    return Filled(None, 0.2, "blank-or-unread") if part.rule == "blank" and seen else part


def _in_full(year: Filled) -> Filled:
    """A year stamped or written in two figures, with its century."""
    candidates = tuple(Candidate(_with_century(str(each.value)), each.confidence) for each in year.candidates)
    value = _with_century(year.value) if year.value else None
    return Filled(value, year.confidence, year.rule, candidates)


def _with_century(year: str) -> str:
    return f"20{year}" if len(year) == 2 else year


def _is_year(text: str) -> bool:
    return is_year(text) or re.fullmatch(r"[0-4]\d", text) is not None


def _entry(
    passage: Passage, span: tuple[int, int] | None, kind: SlotKind, slots: Sequence[SlotReading], shape: Shape
) -> Filled:
    slot = slot_of(slots, kind, None)
    if span is None:
        return filled("", (), (), slot, shape) if slot else Filled(None, 0.2, "unread")
    words = tuple(words_of(passage, *span))
    return filled(passage.text[slice(*span)], words, tuple(words_of(passage)), slot, shape, _OCR_ALONE)


def _first(lines: Sequence[Line], pattern: re.Pattern[str], group: str) -> tuple[Line | None, tuple[int, int] | None]:
    for line in lines:
        match = pattern.search(bare(line.text))
        if match and re.search(r"\w", match[group]):
            return line, match.span(group)
    return None, None
