"""Place and date of issue: "Hà Nội, ngày 03 tháng 6 năm 2021" (Decree 30/2020, annex I, II.4)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from corpus.gazetteer.places import Level, known_level, respelled_place
from corpus.gazetteer.spelling import bare
from pipeline.extract.claim import claim, is_read, reading_confidence, words_of
from pipeline.extract.filled import Filled, Shape, filled, slot_of
from schemas.evidence import Candidate, Extracted
from schemas.extracted import MaybeText
from schemas.geometry import hull
from schemas.text import Passage, SlotKind, SlotReading

Span = tuple[int, int]
MaybeDate = Extracted[date | None]

_IN_WORDS = re.compile(
    r"(?P<place>.*?)[\s,.;:]*\bn\s?(?:g[ao]|[a-z]{2,3})[yv](?P<day>.*?)t?h[a-z]{0,2}ng(?P<month>.*?)(?:\bn|n)[a-z]{1,2}m?\b(?P<year>.*)$"
)
_STRICT = re.compile(r"(?P<place>.*?)[\s,.;:]*\bng[ao]y(?P<day>.*?)\W?thang(?P<month>.*?)nam(?P<year>.*)$")
_IN_FIGURES = re.compile(
    r"(?P<place>.*?)[\s,.;:]*\bngay\s*(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})"
)
_YEARLESS = re.compile(r"(?P<place>.*?)[\s,.;:]*\bng[ao]y(?P<day>.*?)thang(?P<month>.*?)\s(?P<year>(?:19|20)\d\d)\W*$")
_DAYLESS = re.compile(r"(?P<place>[a-z][\w. -]{2,30}?)[\s,.;:]+thang(?P<month>.*?)nam(?P<year>.*)$")
"""The word "ngày" was lost with the day written behind it."""
_NOISE_BEFORE = re.compile(r"^\S*[A-ZĐ]{2,}[-/][A-ZĐ]{2,}\S*\s+|^[\W_]+|^(?:\S\s+)+(?=\w{2})")


_MISREAD_IA = re.compile(r"^((?:[Xx]ã|[Hh]uyện|[Tt]hị trấn)?\s?)[l1i|]a\s(?=[A-ZĐ])")
"""What OCR makes of "Ia" (water), which names of the Central Highlands begin with; none begins with a small "la"."""

_WELL_READ = 0.9
"""From this confidence on, a name that no province has is taken for an unknown place and not for a misread one."""


class DateParts(NamedTuple):
    """Spans in the dateline's text; ``None`` for what was not found."""

    place: Span | None
    day: Span | None
    month: Span | None
    year: Span | None


def date_parts(text: str) -> DateParts:
    """Where place, day, month and year stand in ``text``, whatever OCR made of the words between them.

    A date that words follow ("ngày … năm 2018 của …") names another document and is no dateline.
    """
    plain = bare(text)
    if len(plain) != len(text):
        plain = text.casefold()
    for pattern in (_STRICT, _IN_FIGURES, _YEARLESS, _IN_WORDS):
        match = pattern.match(plain)
        if match and not re.search(r"\d{4}\W+[a-z]{2,}\s[a-z]{2,}", plain[match.start("year") :]):
            return DateParts(match.span("place"), match.span("day"), match.span("month"), match.span("year"))
    match = _DAYLESS.match(plain)
    return DateParts(match.span("place"), None, None, None) if match else DateParts(None, None, None, None)


def extract_place(passage: Passage) -> MaybeText | None:
    """The place name before "ngày", as printed; ``None`` when there is none."""
    span = date_parts(passage.text).place
    if span is None:
        return None
    raw = passage.text[slice(*span)]
    start = span[0] + len(raw) - len(_NOISE_BEFORE.sub("", raw))
    end = span[0] + len(raw.rstrip(" ,.;:-–_'`"))
    if end - start < 2:
        return None
    return _place(passage, (start, end))


def _place(passage: Passage, span: Span) -> MaybeText:
    seen = passage.text[slice(*span)]
    if is_read(words_of(passage, *span)):
        seen = _MISREAD_IA.sub(r"\1Ia ", seen)
    sure = reading_confidence(passage, *span)
    if known_level(seen):
        return claim(passage, seen, "place-known", 0.9 + 0.09 * sure, span)
    lowest: Level = "commune" if sure < _WELL_READ else "province"
    known = respelled_place(seen, lowest) if is_read(words_of(passage, *span)) else None
    if known is not None:
        return claim(passage, known, "place-respelled", 0.6 + 0.3 * sure, span)
    if _looks_like_name(seen):
        return claim(passage, seen, "place-as-printed", 0.75 * sure, span)
    return claim(passage, None, "place-unreadable", 0.2, span, (Candidate(seen, 0.2),))


def _looks_like_name(text: str) -> bool:
    words = re.findall(r"\w+", text)
    return (
        1 <= len(words) <= 6
        and not text.isupper()
        and "/" not in text
        and all(word[0].isupper() or word.isdigit() for word in words)
    )


def extract_issued_on(passage: Passage, slots: Sequence[SlotReading] = (), years: Collection[str] = ()) -> MaybeDate:
    """The day of issue; ``None`` with rule "blank" when the day or month is left open.

    ``years`` are those printed elsewhere in the letter: one that recurs is the more surely read.
    """
    parts = date_parts(passage.text)
    if parts.day is None or parts.month is None or parts.year is None:
        return claim(passage, None, "no-date", 0.2)
    day = _filled(passage, parts.day, "day", slots, is_day)
    month = _filled(passage, parts.month, "month", slots, is_month)
    year = _year(passage, parts.year, slots, years)
    span = (parts.day[0], len(passage.text))
    return date_of(passage, span, day, month, year)


def date_of(passage: Passage, span: Span, day: Filled, month: Filled, year: Filled) -> MaybeDate:
    """A date from its three parts: as sure as the least sure of them, ``None`` when one is missing."""
    found = (day, month, year)
    sure = min(part.confidence for part in found)
    rule = next((part.rule for part in found if part.confidence == sure), "date")
    candidates = _dates(day, month, year)
    if any(part.value is None for part in found):
        empty = next(part for part in found if part.value is None)
        return claim(passage, None, empty.rule, empty.confidence, span, () if empty.rule == "blank" else candidates)
    value = _calendar_day(str(year.value), str(month.value), str(day.value))
    if value is None:
        return claim(passage, None, "impossible-date", 0.3, span, candidates)
    return claim(passage, value, rule, sure, span, candidates)


def is_day(text: str) -> bool:
    return re.fullmatch(r"\d{1,2}", text) is not None and 1 <= int(text) <= 31


def is_month(text: str) -> bool:
    return re.fullmatch(r"\d{1,2}", text) is not None and 1 <= int(text) <= 12


def is_year(text: str) -> bool:
    return re.fullmatch(r"(19|20)\d\d", text) is not None


def _filled(passage: Passage, span: Span, kind: SlotKind, slots: Sequence[SlotReading], shape: Shape) -> Filled:
    words = tuple(words_of(passage, *span))
    around = tuple(words_of(passage))
    near = hull(word.box for word in around if word.box is not None)
    return filled(passage.text[slice(*span)], words, around, slot_of(slots, kind, near), shape)


def _year(passage: Passage, span: Span, slots: Sequence[SlotReading], years: Collection[str]) -> Filled:
    """The year is printed by custom, so OCR is believed as far as it is sure; a slot says when it is not."""
    near = hull(word.box for word in words_of(passage) if word.box is not None)
    slot = slot_of(slots, "year", near)
    seen = re.match(r"\W*((?:\d\s?){4})(?!\d)", passage.text[slice(*span)])
    text = re.sub(r"\s", "", seen[1]) if seen else ""
    if slot is not None or not is_year(text):
        return _filled(passage, span, "year", slots, is_year)
    doubt = 1 - min(word.confidence for word in words_of(passage, *span))
    return Filled(text, 1 - doubt * (0.3 if text in years else 1.0), "year-print")


def _dates(day: Filled, month: Filled, year: Filled) -> tuple[Candidate, ...]:
    """Possible dates, the likeliest first, at most five."""
    found = []
    for one, two, three in product(_options(day), _options(month), _options(year)):
        value = _calendar_day(str(three.value), str(two.value), str(one.value))
        if value is not None:
            found.append(Candidate(value, one.confidence * two.confidence * three.confidence))
    return tuple(sorted(found, key=lambda each: -each.confidence)[:5])


def _options(part: Filled) -> tuple[Candidate, ...]:
    if part.candidates:
        return part.candidates[:5]
    return (Candidate(part.value, part.confidence),) if part.value else ()


def _calendar_day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
