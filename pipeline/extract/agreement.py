"""What a letter says of itself in several places, brought to agree: place names and the issuer's name.

The heading, the dateline, the symbol and the body all name the same office. Where OCR damaged one of
them, another is the evidence for what it says; nothing is changed that was read as a known name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from corpus.gazetteer.agencies import ABBREVIATIONS
from corpus.gazetteer.places import known_level, without_kind
from corpus.gazetteer.spelling import bare, bare_words
from pipeline.extract.number import names_issuer
from schemas.document import Paragraph, ParsedDocument
from schemas.extracted import MaybeText

_KIND = r"(?:tỉnh|thành phố|thị xã|thị trấn|huyện|quận|phường|xã|đặc khu)"
_NAME = r"(?:[A-ZĐÀ-Ỹ][^\W\d_]*)(?: [A-ZĐÀ-Ỹ][^\W\d_]*){0,3}"
_MENTION = re.compile(rf"\b(?P<kind>(?i:{_KIND})) (?P<name>{_NAME})")
_COMMITTEE = re.compile(rf"\b(?i:ủy ban nhân dân|ubnd) (?P<unit>(?i:{_KIND}) {_NAME})")
_TAIL = re.compile(rf"(?i)\b(?P<kind>{_KIND}) (?!ủy\b)(?P<name>\S.*)$")
_UNFINISHED = ("uy ban nhan dan", "hoi dong nhan dan", "ubnd")
_ALIKE = 70.0
"""Likeness (0 to 100) from which two readings of a place may be of one name, beside other evidence."""
_TRUSTED = 0.8
"""Confidence from which a body of the heading is believed about the dateline's place."""
_MENTIONS = 2
"""How often the body has to print a name before it is believed against the heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The bodies and the place of a letter's heading."""

    parent: MaybeText | None
    issuer: MaybeText | None
    place: MaybeText | None


def agreed(heading: Heading, symbol: str | None, document: ParsedDocument) -> Heading:
    """``heading`` with names that OCR damaged as the rest of the letter has them."""
    text = _text_of(document)
    printed = Counter(match["name"] for match in _MENTION.finditer(text))
    place = _place_agreed(heading.place, heading, printed + _heading_places(heading))
    parent, issuer = (_body_agreed(body, place, printed) for body in (heading.parent, heading.issuer))
    issuer = _completed(_by_symbol(issuer, symbol), place, text)
    named = symbol is not None and issuer is not None and names_issuer(symbol, issuer.value or "")
    return Heading(
        _supported(_completed(parent, place, text), place, text), _supported(issuer, place, text, named), place
    )


def _text_of(document: ParsedDocument) -> str:
    parts = [*document.preamble, *(part for part in document.body if isinstance(part, Paragraph))]
    lines = [line.text for line in (*document.addressees, *document.signature, *document.distribution)]
    return "\n".join([*(part.text for part in parts), *lines])


def _supported(body: MaybeText | None, place: MaybeText | None, text: str, named: bool = False) -> MaybeText | None:
    """A body that symbol, text or dateline name too is surer: each leaves half of the doubt."""
    if body is None or not body.value:
        return body
    tail = _TAIL.search(body.value)
    here = without_kind(place.value) if place and place.value else None
    signs = (
        named
        + (_plain(body.value) in _plain(text))
        + (tail is not None and here is not None and _same(tail["name"], here))
    )
    return replace(body, confidence=1 - (1 - body.confidence) * 0.5**signs)


def _plain(text: str) -> str:
    return " ".join(
        re.findall(r"\w+", text.casefold().replace("ủy ban nhân dân", "ubnd").replace("uỷ ban nhân dân", "ubnd"))
    )


def _heading_places(heading: Heading) -> Counter[str]:
    """Names of units in the heading's bodies; one that was well read counts like a name printed often."""
    found: Counter[str] = Counter()
    for body in (heading.parent, heading.issuer):
        tail = _TAIL.search(body.value) if body and body.value else None
        if tail:
            found[tail["name"].title()] += _MENTIONS if body and body.confidence >= _TRUSTED else 1
    return found


def _place_agreed(place: MaybeText | None, heading: Heading, own: Counter[str]) -> MaybeText | None:
    """The dateline's place; what is only the end of the heading's place name is made whole."""
    if place is None or not place.value or not place.evidence:
        return place
    if place.rule == "place-known" and len(place.value.split()) > 1:
        return place
    kind = place.value[: len(place.value) - len(without_kind(place.value))]
    name = _agreed_name(without_kind(place.value), own)
    whole = _whole_name(name or without_kind(place.value), (heading.issuer, heading.parent))
    if whole is None and name is None:
        return place
    return replace(place.with_value(kind + (whole or name or ""), 0.75), rule="place-as-in-letter")


def _whole_name(seen: str, bodies: Iterable[MaybeText | None]) -> str | None:
    """The place in a body's name that ``seen`` is the last words of ("Lợi" of "UBND TỈNH HÒA LỢI")."""
    for body in bodies:
        tail = _TAIL.search(body.value) if body and body.value else None
        if tail is None:
            continue
        words, known = bare_words(seen), bare_words(tail["name"])
        if words and len(words) < len(known) <= 3 and known[-len(words) :] == words:
            return tail["name"].title()
    return None


def _body_agreed(body: MaybeText | None, place: MaybeText | None, own: Counter[str]) -> MaybeText | None:
    """A body whose place's name was damaged, with the name as dateline or text print it."""
    tail = _TAIL.search(body.value) if body and body.value else None
    if body is None or tail is None or not body.value:
        return body
    names = Counter(own)
    if place and place.value and place.confidence >= 0.7:
        names[without_kind(place.value)] += _MENTIONS
    right = _agreed_name(tail["name"], names)
    if right is None:
        return body
    value = body.value[: tail.start("name")] + (right.upper() if tail["name"].isupper() else right)
    return replace(body.with_value(value, min(body.confidence, 0.8)), rule=f"{body.rule}-place-as-in-letter")


def _agreed_name(seen: str, names: Counter[str]) -> str | None:
    """The one name of the letter's own that ``seen`` is a damaged reading of; ``None`` when it needs none."""
    level = known_level(seen)
    if level in {"province", "district"} or any(
        _same(seen, name) for name, count in names.items() if count >= _MENTIONS
    ):
        return None
    like = {
        name.casefold(): name
        for name, count in names.items()
        if count >= _MENTIONS and _alike(seen, name) and not (level and bare(seen) != bare(name))
    }
    return next(iter(like.values())) if len(like) == 1 else None


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _alike(seen: str, name: str) -> bool:
    """Whether ``seen`` may be a damaged ``name``: OCR loses letters oftener than it finds some."""
    return len(seen) <= len(name) and fuzz.ratio(bare(seen), bare(name)) >= _ALIKE


def _by_symbol(issuer: MaybeText | None, symbol: str | None) -> MaybeText | None:
    """An issuer whose damaged name is that which the symbol's letters stand for ("SNV-TCCB": SỞ NỘI VỤ)."""
    if issuer is None or not issuer.value or not symbol:
        return issuer
    for group in re.split(r"[-/]", symbol):
        full = ABBREVIATIONS.get(group, "").upper()
        if len(group) < 3 or not full or bare_words(full) == bare_words(issuer.value):
            continue
        damaged = fuzz.ratio(bare(full), bare(issuer.value)) >= 80 or _one_word_lost(full, issuer.value)
        if damaged and len(bare_words(issuer.value)) <= len(bare_words(full)):
            return replace(issuer.with_value(full, 0.8), rule=f"{issuer.rule}-by-symbol")
    return issuer


def _one_word_lost(full: str, seen: str) -> bool:
    """Whether ``seen`` lacks only the first or the last word of ``full``."""
    words = bare_words(full)
    return len(words) > 2 and bare_words(seen) in (words[1:], words[:-1])


def _completed(issuer: MaybeText | None, place: MaybeText | None, text: str) -> MaybeText | None:
    """A committee whose second line was lost, with the unit that the letter's text and dateline both name."""
    if issuer is None or not issuer.value or " ".join(bare_words(issuer.value)) not in _UNFINISHED:
        return issuer
    here = bare(without_kind(place.value)) if place and place.value else None
    units = {
        match["unit"].casefold(): match["unit"]
        for match in _COMMITTEE.finditer(text)
        if bare(without_kind(match["unit"])) == here
    }
    if len(units) != 1:
        return issuer.doubted(0.5)
    value = f"{issuer.value} {next(iter(units.values())).upper()}"
    return replace(issuer.with_value(value, 0.7), rule=f"{issuer.rule}-completed")
