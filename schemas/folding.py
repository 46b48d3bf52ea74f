"""Text without case and tone marks, character for character, so that offsets stay those of the letter."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_OWN_LETTERS = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ƒ": "f", "ﬁ": "f"}


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in _OWN_LETTERS:
        return _OWN_LETTERS[character]
    return unicodedata.normalize("NFD", character)[0].lower()[0]


def fold(text: str) -> str:
    """``text`` in lower case without tone marks and with "d" for "đ"; as many characters as ``text``.

    >>> fold("Kính gửi: SỞ Y TẾ")
    'kinh gui: so y te'
    """
    return "".join(map(_fold_character, text))
