"""Readings of what is no print: seals' rings, swings of a pen, staples and dust that lie apart like lines of print.

Tesseract's page analysis leaves such places out as pictures. Here they are read like everything else, and told by how
little of a reading there is and how unsure it is. Numbers are kept, and what may belong to one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.ocr.line_words import ReadWord, is_known

_SET_ALONE = frozenset('-–—+*/:;.,()…&|“”"')
_DOTTED = re.compile(r"[./…]{2,}|/")
_UNSURE, _FEW = 0.5, 8
"""Mean share of a line's words below which it is dirt, and from how many letters on it never is."""
_SURE_LETTER = 0.97


def without_dirt(words: Sequence[ReadWord]) -> tuple[ReadWord, ...]:
    """``words`` of one piece of a line without those that are none."""
    kept = [word for word in words if not _is_speck(word)]
    return () if _is_dirt(kept) else tuple(kept)


def _is_speck(word: ReadWord) -> bool:
    """Whether it is signs that no typist sets alone."""
    return not _SET_ALONE.intersection(word.text) and not any(map(str.isalnum, word.text))


def _is_dirt(words: Sequence[ReadWord]) -> bool:
    """Whether nothing of a piece of a line may be print."""
    if not words:
        return True
    text = "".join(word.text for word in words)
    letters = sum(map(str.isalnum, text))
    if not letters:
        return _DOTTED.fullmatch(text) is None
    if any(map(str.isdigit, text)) or "/" in text:
        return False
    sure = sum(word.probability for word in words) / len(words)
    if letters == 1:
        return sure < _SURE_LETTER or not (text.isupper() or text == "x")
    return (letters < _FEW and sure < _UNSURE) or (letters == 2 and not is_known(text))
