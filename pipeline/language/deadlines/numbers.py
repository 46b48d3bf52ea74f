"""Small numbers as letters write them: "05", "05 (năm)", "năm", "một"."""

from __future__ import annotations

_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười lăm": 15, "hai mươi": 20, "ba mươi": 30,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "1": 1, "2": 2, "3": 3, "4": 4}

COUNT = r"(?:\d{1,3}|mười\s+lăm|(?:hai|ba)\s+mươi|" + "|".join(word for word in _WORDS if " " not in word) + ")"
"""Pattern of a count in lower-case text, put it in a group of its own."""


def count_of(text: str) -> int:
    """The number of a match of ``COUNT``."""
    return int(text) if text.isdigit() else _WORDS[" ".join(text.split())]


def quarter_of(text: str) -> int | None:
    """The quarter that "II", "2" or a misread "Il" names."""
    return _ROMAN.get(text.replace("l", "i"))
