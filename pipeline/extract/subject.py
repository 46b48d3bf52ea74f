"""The subject: what follows "V/v" or "Về việc", or stands under the type name (Decree 30/2020, annex I, II.5)."""

from __future__ import annotations

import re

from corpus.gazetteer.spelling import bare
from pipeline.extract.claim import claim, reading_confidence
from pipeline.extract.cleaning import edges_cleaned, without_noise
from schemas.extracted import MaybeText
from schemas.text import Passage

_SHORT = r"[VvWwYŸÝ]\s?(?:[^\w\s]|[1lIíÍ])?\s?[vVwWyY](?=[\s:.,-])"
_LONG = r"[VvYy][^\W\d_]{1,2}\s*[vV]i[^\W\d_]{1,2}c\b"
_LEAD = re.compile(rf"^[^\w]*(?:{_SHORT}|{_LONG}|V/(?=\s))\s*[:.,;]?\s*(?:[vV]iệc\b\s*)?")

_STAMP = re.compile(r"(?<=\s)\W*[a-z]?\W?(?:ho[ao]\s?t[oó]c|thuong\s?khan)\W*$")


def subject_start(text: str) -> int:
    """Offset behind "V/v" or "Về việc" in the shapes that OCR gives them; 0 without one."""
    lead = _LEAD.match(text)
    return lead.end() if lead else 0


def is_marked(text: str) -> bool:
    """Whether a subject begins with "V/v", as that of a công văn does."""
    return re.match(rf"^[^\w]*(?:{_SHORT}|V/(?=\s))", text) is not None


def stray_stamp(passage: Passage) -> Passage | None:
    """A stamp of urgency that was read at the end of the subject's last line; ``None`` without one."""
    found = _STAMP.search(bare(passage.text))
    if found is None or sum(letter.isupper() for letter in passage.text[found.start() :]) < 2:
        return None
    return passage.slice(found.start())


def extract_subject(passage: Passage) -> MaybeText:
    """The subject in the letter's words, its lines joined."""
    stamp = stray_stamp(passage)
    if stamp is not None:
        passage = passage.slice(0, len(passage.text) - len(stamp.text))
    start = subject_start(passage.text)
    value = without_noise(passage.text[start:])
    if not value:
        return claim(passage, None, "subject-empty", 0.3)
    rule = "subject-marked" if start else "subject-under-title"
    return claim(passage, _balanced(value), rule, 0.98 * reading_confidence(passage, start), (start, None))


def _balanced(text: str) -> str:
    """``text`` without a closing bracket or quotation mark that nothing opened."""
    for opening, closing in (("(", ")"), ("“", "”"), ("[", "]")):
        if text.endswith(closing) and text.count(opening) < text.count(closing):
            return edges_cleaned(text[:-1])
    return text
