"""Lines freed of what is not text: rules, specks, stars, end marks; and lines joined to entries."""

from __future__ import annotations

import re

_EDGE = re.compile(r"^[^\w“\"'(\[&]+|[^\w”\"')\].%]+$")
_ORDINARY = re.compile(r"[\w&]|^[-–—,;:.()/+“”\"']+$")
_END_MARKS = " .;:,-–—_*~·•|`'‘’\\/"


def without_noise(text: str) -> str:
    """``text`` without lone signs that no letter prints, blanks folded, and without marks at its edges."""
    words = [word for word in text.split() if _ORDINARY.search(word)]
    return edges_cleaned(" ".join(words))


def edges_cleaned(text: str) -> str:
    """``text`` without rules, specks and end marks before and behind it."""
    previous = None
    while previous != text:
        previous = text
        text = _EDGE.sub("", text).strip()
        text = text.rstrip(_END_MARKS) if not re.search(r"\w\.\w*\.$", text) else text
        text = re.sub(r"\s+[^\w\s)\]”\"]+$", "", text)
    return text


def letters_in(text: str) -> int:
    return sum(letter.isalpha() for letter in text)


def is_speck(text: str) -> bool:
    """Whether a line holds no word: OCR of a rule, a seal or a pen stroke."""
    return not any(letters_in(word) >= 2 for word in text.split())
