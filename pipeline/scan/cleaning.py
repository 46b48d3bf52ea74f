"""Text as the rest of the program may rely on it: NFC, one form of Đ, nothing invisible."""

from __future__ import annotations

import re
import unicodedata

# Eth is what OCR engines and old converters write for Đ; no Vietnamese word has an eth.
_ETH = str.maketrans({"Ð": "Đ", "ð": "đ", "\u0189": "Đ"})
_BLANKS = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def _invisible(character: str) -> bool:
    """Control, format (zero-width, soft hyphen, direction) and unassigned code points, and private ones."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cn", "Co", "Cs"}


def clean_text(text: str) -> str:
    """``text`` in NFC with blanks folded to single spaces and invisible characters left out."""
    spaced = _BLANKS.sub(" ", text)
    visible = "".join(character for character in spaced if not _invisible(character))
    return unicodedata.normalize("NFC", visible).translate(_ETH).strip()


def words_of(text: str) -> list[str]:
    """The words of ``text``, cleaned."""
    return clean_text(text).split()
