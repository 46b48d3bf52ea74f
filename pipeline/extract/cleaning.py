"""Lines freed of what is not text: rules, specks, stars, end marks; and lines joined to entries."""

from __future__ import annotations

import re

from corpus.gazetteer.spelling import bare

_NOT_PRINTED = dict.fromkeys([*range(0x02B0, 0x0300), *map(ord, "§¬©®™¿¡†‡¦|\\^`´¨~°ªº")])
"""Signs that no letter prints, though some of them count as letters (modifier letters)."""

_SIGNING = re.compile(
    r"^\W*(?:(?:ky boi|nguoi ky|email|thoi gian ky|ngay ky|digitally signed)\b|(?:co quan|chung thu)\s*:)"
)
_EDGE = re.compile(r"^[^\w“\"(\[&]+|[^\w”\")\].%]+$")
_ORDINARY = re.compile(r"[^\W_]|&|^[-–—,;:.()/+“”\"']+$")
_END_MARKS = " .;:,-–—_*~·•|`'‘’\\/"


def without_noise(text: str) -> str:
    """``text`` without lone signs that no letter prints, blanks folded, and without marks at its edges."""
    words = [word for word in text.translate(_NOT_PRINTED).split() if _ORDINARY.search(word)]
    return edges_cleaned(" ".join(words))


def edges_cleaned(text: str) -> str:
    """``text`` without rules, specks and end marks before and behind it."""
    text = re.split(r"\s*\./", text)[0]
    previous = None
    while previous != text:
        previous = text
        text = _EDGE.sub("", text).strip()
        text = text.rstrip(_END_MARKS) if not re.search(r"\b\w\.\w\.$", text) else text
        text = re.sub(r"\s+[^\w\s)\]”\"]+$", "", text)
    return text


def is_signing_stamp(text: str) -> bool:
    """Whether a line is of the block that electronic signing prints: signer, office, e-mail, hour."""
    return _SIGNING.match(bare(text)) is not None


def letters_in(text: str) -> int:
    return sum(letter.isalpha() for letter in text)


def is_speck(text: str) -> bool:
    """Whether a line holds no word: OCR of a rule, a seal or a pen stroke."""
    return not any(letters_in(word) >= 2 for word in text.split())
