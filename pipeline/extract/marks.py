"""Urgency and secrecy as stamped or printed (Decree 30/2020, annex I, II.10; state-secrets rules)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.gazetteer.spelling import bare
from pipeline.extract.claim import claim, reading_confidence
from schemas.extracted import MaybeText
from schemas.text import Line, Passage

_URGENCY = (("HỎA TỐC", r"l?h[o0]\s?[ao]\s*t[o0]c"), ("THƯỢNG KHẨN", r"thu[o0]ng\s*khan"), ("KHẨN", r"khan"))
_SECRECY = (("TUYỆT MẬT", r"tuyet\s*mat"), ("TỐI MẬT", r"t[o0]i\s*mat"), ("MẬT", r"mat"))
_LETTERS_BESIDE = 6
"""The most letters a stamp may have besides its word."""


def extract_marks(lines: Sequence[Line]) -> tuple[MaybeText | None, MaybeText | None]:
    """Urgency and secrecy; the highest of each that the marks name."""
    return _found(lines, _URGENCY, "urgency-mark"), _found(lines, _SECRECY, "secrecy-mark")


def _found(lines: Sequence[Line], shapes: Sequence[tuple[str, str]], rule: str) -> MaybeText | None:
    for value, shape in shapes:
        for line in lines:
            match = re.search(rf"\b{shape}\b", bare(line.text))
            if match and _stands_alone(line.text, match, value):
                passage = Passage.of([line])
                return claim(
                    passage, value, rule, 0.5 + 0.45 * reading_confidence(passage, *match.span()), match.span()
                )
    return None


def _stands_alone(text: str, match: re.Match[str], value: str) -> bool:
    """One word is a mark only in capitals and with little beside it; two words hardly mean anything else."""
    if " " in value:
        return True
    mark = text[slice(*match.span())]
    beside = sum(letter.isalpha() for letter in text) - sum(letter.isalpha() for letter in mark)
    return mark.isupper() and beside <= _LETTERS_BESIDE
