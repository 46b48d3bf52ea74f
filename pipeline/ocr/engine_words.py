"""Words as engines give them, made ours: clean text, boxes in points."""

from __future__ import annotations

import re
import unicodedata

from schemas.geometry import Box
from schemas.text import Word

# Tesseract's Vietnamese data writes eth for Đ; no Vietnamese word has an eth.
_ETH = str.maketrans({"Ð": "Đ", "ð": "đ", "\u0189": "Đ"})
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def clean_word(text: str) -> str:
    """``text`` in NFC without invisible characters and outer blanks, eth as Đ."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).translate(_ETH).strip()


def word_from_pixels(
    text: str, corners: tuple[float, float, float, float], percent: float, line: int, dpi: float
) -> tuple[Word, ...]:
    """The word that an engine saw with its ``corners`` in pixels; none when there is no text in it."""
    cleaned = clean_word(text)
    if not cleaned:
        return ()
    x0, y0, x1, y1 = (round(corner * 72 / dpi, 2) for corner in corners)
    confidence = min(max(percent / 100, 0.0), 1.0)
    return tuple(
        Word(part, Box(x0, y0, x1, y1), confidence=round(confidence, 3), line=line)
        for part in [cleaned.replace(" ", "")]
    )
