"""Whether a line is a person's name, and the name without degrees, titles and ranks."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.gazetteer.names import (
    DEGREES,
    NAME_SYLLABLES,
    RANKS,
    completed_surname,
    is_common_surname,
    is_surname,
    may_be_surname,
    only_surname,
)
from corpus.gazetteer.posts import is_like_post
from corpus.gazetteer.spelling import bare, is_impossible_syllable

_SYLLABLE = re.compile(r"[^\W\d_]{1,7}['’]?[^\W\d_]{0,6}")
_RANK = re.compile(r"^(?:" + "|".join(RANKS) + r")\b[\s.,:-]*", re.IGNORECASE)
_DEGREE = re.compile(
    r"^(?:" + "|".join(sorted(map(re.escape, DEGREES), key=len, reverse=True)) + r")(?:(?<=\w)(?![\w])|\b)[\s.,:/-]*",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"^(?:[^\W\d_]{1,6}\d?\s?[.,:]\s?(?:[CcKkIiVv12]{1,4}\s?[.,]?\s)?\s*)+(?=[^\W\d_]{2})")
_LONGEST = 6
_MISREAD_H = re.compile(r"\bH\s?[ˆ^°*\"“”‘´`](?=\s?[^\W\d_a-zđ])")
"""What OCR makes of "H'" before a woman's name of the Highlands."""
_PREFIXES = ("H'", "H’", "Y", "Ý")
"""What names of the Central Highlands begin with."""
_MIDDLE = dict.fromkeys(("Vấn", "Vẫn", "Vắn", "Vàn", "Vản", "Vằn", "Văn'", "VĂn"), "Văn") | dict.fromkeys(
    ("Thỉ", "Thì", "Thí", "Thĩ", "THị", "Thi."), "Thị"
)
"""Shapes that OCR gives "Văn" and "Thị" behind the surname, where no name has them."""
_COMMON = "nguyễn trần lê phạm phan võ vũ đỗ bùi huỳnh ngô hồ lý đinh trương đặng"
_ONLY_SURNAMES = frozenset(_COMMON.split())
"""Surnames that hardly ever stand inside a name."""


class JudgedName(NamedTuple):
    """``sure`` is 0 for no name at all; ``name`` is ``None`` where it is one, but not readable."""

    name: str | None
    sure: float
    rule: str


def judged_name(text: str, read: bool) -> JudgedName:
    """``text`` as a name; ``read`` when it comes from OCR, so that marks and edges may be damaged."""
    stripped = without_titles(text)
    words = [word for word in stripped.split() if re.search(r"\w", word)]
    completed = completed_surname(words[0]) if read and len(words) > 2 else None
    if completed is not None:
        judged = judged_name(" ".join([completed, *words[1:]]), read)
        return JudgedName(judged.name, min(judged.sure, 0.75), "name-surname-completed")
    if read:
        words = _without_half_rank(_without_scraps(words))
    if not 2 <= len(words) <= _LONGEST or not all(_SYLLABLE.fullmatch(word) for word in words):
        return JudgedName(None, 0.0, "no-name")
    if all(word.isupper() for word in words):
        return _in_capitals(words)
    words = [word[:2].capitalize() + word[2:] if word == "THị" else word for word in words]
    if not all((word[0].isupper() and not word[1:].isupper()) or word in {*_PREFIXES, "Ô"} for word in words):
        return JudgedName(None, 0.0, "no-name")
    return _judged(words, read)


def with_apostrophe(text: str) -> str:
    """``text`` with the apostrophe of "H'Lan" where OCR made another sign of it."""
    return _MISREAD_H.sub("H'", text)


def without_titles(text: str) -> str:
    """``text`` without the degrees, titles and ranks before the name ("TS. BS. Trần Văn A", "Đại tá Lê B")."""
    text, previous = re.sub(r"^[\W_]+(?=\w)", "", text), None
    while previous != text:
        previous = text
        text = _RANK.sub("", text)
        text = _DOTTED.sub("", text)
        cut = _DEGREE.sub("", text)
        text = cut if len(cut.split()) >= 2 else text
    return text.strip(" .,:-")


def _judged(words: list[str], read: bool) -> JudgedName:
    words = _middle_respelled(words) if read else words
    name = " ".join(words)
    if read and any(is_impossible_syllable(word) for word in words[1:]) and may_be_surname(words[0]):
        return JudgedName(None, 0.4, "name-tone-lost")
    respelled = None if not read or is_surname(words[0]) else only_surname(words[0])
    if respelled is not None and len(words) > 2:
        return JudgedName(" ".join([respelled, *words[1:]]), 0.75, "name-surname-respelled")
    if is_surname(words[0]) or words[0] in _PREFIXES:
        if len(words) > 2:
            return JudgedName(name, _surname_worth(words[0], read), "name")
        return _of_two(name, words[0], read)
    if may_be_surname(words[0]):
        return JudgedName(None, 0.4, "name-surname-damaged")
    return JudgedName(None, 0.3, "name-surname-unknown")


def _of_two(name: str, first: str, read: bool) -> JudgedName:
    """Two syllables: a short name, or one whose surname the seal covers (annex I, II.8: over its left third)."""
    if not read:
        return JudgedName(name, 0.85, "name")
    only = first.casefold() in _ONLY_SURNAMES or (is_surname(first) and first.casefold() not in NAME_SYLLABLES)
    if only and len(first) > 2:
        return JudgedName(name, 0.75, "name")
    return JudgedName(None, 0.4, "name-surname-covered")


def _surname_worth(surname: str, read: bool) -> float:
    """How sure a name is by its surname: of a rare one in two letters, OCR may have made it of a longer one's end."""
    if is_common_surname(surname):
        return 0.97
    return 0.5 if read and len(surname) <= 2 and surname not in _PREFIXES else 0.85


def _middle_respelled(words: list[str]) -> list[str]:
    """ "Lê Vấn Út" as "Lê Văn Út": the commonest middle names where their marks make no name at all."""
    if len(words) < 3:
        return words
    middle = _MIDDLE.get(words[1], words[1])
    return [words[0], middle, *words[2:]]


def _in_capitals(words: list[str]) -> JudgedName:
    """A name in capitals is one only where it begins with a surname: posts and bodies are in capitals too."""
    if any(len(word) == 1 and word not in _PREFIXES for word in words) or is_like_post(" ".join(words)):
        return JudgedName(None, 0.0, "no-name")
    if is_surname(words[0]) and len(words) in {3, 4} and bare(words[0]) not in {"chu", "ban", "chi", "ha", "cong"}:
        return JudgedName(" ".join(word.capitalize() for word in words), 0.7, "name-in-capitals")
    return JudgedName(None, 0.0, "no-name")


def _without_half_rank(words: list[str]) -> list[str]:
    """``words`` without the first half of a rank whose second the seal took ("Đại Thân Văn A" of "Đại tá …")."""
    half = len(words) > 3 and bare(words[0]) in {"dai", "thuong", "trung", "thieu"}
    return words[1:] if half and not is_surname(words[0]) and is_surname(words[1]) else words


def _without_seal_letters(words: list[str]) -> list[str]:
    """``words`` without those in capitals that a seal's ring left among them ("KIÊN Hà Văn A", "Lê Thị THỂ Bình").

    No name is half in capitals; what is left must be a whole one.
    """
    kept = [word for word in words if len(word) < 2 or not word.isupper()]
    return kept if len(kept) > 2 and is_surname(kept[0]) and all(word[0].isupper() for word in kept) else words


def _without_scraps(words: list[str]) -> list[str]:
    """Words of a name without what a pen stroke left before or behind it ("1Mai Thiện Lộc", "Văn Hạt |")."""
    cleaned = [word if word in _PREFIXES else re.sub(r"^[\W\d_]+|[\W\d_]+$", "", word) for word in words]
    cleaned = [re.sub(r"^[a-z]{1,2}(?=[A-ZĐ][^\W\d_A-ZĐ])", "", word) for word in cleaned]
    kept = _without_seal_letters([word for word in cleaned if word])
    while len(kept) > 2 and not (kept[0][0].isupper() and len(kept[0]) > 1) and kept[0] not in {"Y", "Ý"}:
        kept = kept[1:]
    while len(kept) > 2 and not kept[-1][0].isupper():
        kept = kept[:-1]
    return kept
