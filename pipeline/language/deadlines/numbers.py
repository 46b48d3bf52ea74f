"""Small numbers as letters write them: "05", "05 (năm)", "năm", "một"."""

from __future__ import annotations

from pipeline.language.dates import number

_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười lăm": 15, "hai mươi": 20, "ba mươi": 30, "bốn mươi lăm": 45, "sáu mươi": 60, "chín mươi": 90,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "1": 1, "2": 2, "3": 3, "4": 4}

COUNT = (
    r"(?:[\doli]\d|\d[\doli]?|\d{3}|bốn\s+mươi\s+lăm|mười\s+lăm|(?:hai|ba|sáu|chín)\s+mươi|"
    + "|".join(word for word in _WORDS if " " not in word)
    + ")"
)
"""Pattern of a count in lower-case text, put it in a group of its own."""


def count_of(text: str) -> int:
    """The number of a match of ``COUNT``, letters that look like digits taken for them."""
    words = " ".join(text.split())
    return _WORDS[words] if words in _WORDS else number(text)


def quarter_of(text: str) -> int | None:
    """The quarter that "II", "2" or a misread "Il" names."""
    return _ROMAN.get(text.replace("l", "i"))
