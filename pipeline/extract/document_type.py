"""What kind of document it is: by its printed title, by its symbol, or a công văn by its shape.

A công văn prints no type name (Decree 30/2020, annex I, II.5): it is inferred, and has no evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz

from corpus.gazetteer.document_types import TYPE_NAMES, TYPES_WITHOUT_ABBREVIATION
from corpus.gazetteer.spelling import bare_words
from pipeline.extract.claim import claim, reading_confidence
from pipeline.extract.number import symbol_type
from pipeline.extract.subject import is_marked
from schemas.document import ParsedDocument
from schemas.evidence import Candidate, Extracted
from schemas.extracted import MaybeText
from schemas.text import Passage

_ENOUGH = 85.0
"""Likeness (0 to 100) of a title to a type name, marks left out; measured by nobody: below it short names mix."""
_CLEAR = 4.0
"""By how much the best name must beat the next."""


def extract_document_type(document: ParsedDocument, symbol: str | None) -> MaybeText | None:
    """The record's abbreviation; ``None`` for an attachment of no type."""
    by_symbol = symbol_type(symbol) if symbol else None
    if document.title is not None:
        return _by_title(document.title, by_symbol)
    if by_symbol is not None:
        as_expected = by_symbol == "CV" and bool(document.addressees)
        return Extracted(by_symbol, 0.95 if as_expected else 0.65, (), "type-of-symbol")
    return _by_shape(document, symbol)


def title_code(text: str) -> tuple[str | None, float, str]:
    """Abbreviation, likeness (0 to 1) and matching name of a printed title; ``None`` for none or two alike."""
    words = bare_words(text)
    for length in range(min(4, len(words)), 0, -1):
        name = _names().get(words[:length])
        if name is not None:
            return TYPE_NAMES.get(name), 1.0, name
    return _nearest(words)


def names_type(text: str) -> bool:
    """Whether a line begins as a title does ("PHỤ LỤC II", "DANH SÁCH …")."""
    words = bare_words(text)
    return any(words[:length] in _names() for length in range(2, 5))


def _nearest(words: tuple[str, ...]) -> tuple[str | None, float, str]:
    """The type name most like the title's first words, if one is clearly so."""
    scored = sorted(
        ((fuzz.ratio(" ".join(words[: len(key)]), " ".join(key)), name) for key, name in _names().items()), reverse=True
    )
    (best, name), (second, _) = scored[0], scored[1]
    if best < _ENOUGH or best - second < _CLEAR:
        return None, best / 100, name
    return TYPE_NAMES.get(name), best / 100, name


@lru_cache(maxsize=1)
def _names() -> Mapping[tuple[str, ...], str]:
    return {bare_words(name): name for name in (*TYPE_NAMES, *sorted(TYPES_WITHOUT_ABBREVIATION))}


def _by_title(title: Passage, by_symbol: str | None) -> MaybeText:
    code, likeness, name = title_code(title.text)
    if likeness * 100 < _ENOUGH or (code is None and name in TYPE_NAMES):
        if by_symbol is not None:
            return claim(
                title, by_symbol, "type-of-symbol", 0.65, candidates=(Candidate(TYPE_NAMES.get(name), likeness),)
            )
        return claim(title, None, "title-of-no-type", 0.6)
    sure = likeness * (0.85 + 0.14 * reading_confidence(title))
    if by_symbol == code:
        return claim(title, code, "title-and-symbol", max(sure, 0.97))
    if by_symbol is None:
        return claim(title, code, "title", sure)
    return claim(title, code, "title-against-symbol", sure * 0.8, candidates=(Candidate(by_symbol, 0.4),))


def _by_shape(document: ParsedDocument, symbol: str | None) -> MaybeText | None:
    """A công văn: "V/v" under the number, "Kính gửi", a symbol that names no type."""
    marked = document.subject is not None and is_marked(document.subject.text)
    signs = marked + bool(document.addressees) + bool(symbol) + (document.number is not None)
    if document.number is None and not (marked and document.addressees):
        return None if document.role == "attachment" else Extracted(None, 0.2, (), "type-unknown")
    if not (marked or document.addressees) and document.role == "attachment":
        return None
    return Extracted("CV", (0.3, 0.5, 0.75, 0.93, 0.97)[signs], (), "cv-by-shape")
