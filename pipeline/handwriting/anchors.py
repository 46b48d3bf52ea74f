"""Printed words between which numbers are written: "Số", "ngày", "tháng", "năm", found even when OCR glued ink to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Levenshtein

from schemas.geometry import Box
from schemas.text import Word

Part = Literal["whole", "start", "end"]

_NARROWER = {
    **dict.fromkeys("ijlt/:;.,'!", 0.28),
    **dict.fromkeys("fr-()IJ|[]", 0.33),
    **dict.fromkeys("acesz", 0.44),
    **dict.fromkeys("mw", 0.75),
    **dict.fromkeys("ELTZBFPS", 0.61),
    **dict.fromkeys("MW", 0.9),
}
_SLIPS = {"ngay": 1, "thang": 1, "nam": 0}
_SO_READ_AS = ("so", "s0", "s6", "se", "sa", "sb", "s4", "56")


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """``text`` in lower case without marks, character for character."""
    bases = (unicodedata.normalize("NFD", "d" if character in "đĐÐð" else character)[0] for character in text)
    return "".join(base.lower() if len(base.lower()) == 1 else base for base in bases)


def printed_width(text: str) -> float:
    """Width of ``text`` in ems of a Times-like face, upright or italic."""
    bases = (unicodedata.normalize("NFD", character)[0] for character in text)
    return sum(_NARROWER.get(c, 0.72 if c.isupper() else 0.5) for c in bases)


EMS = {"so": printed_width("Số"), "ngay": 1.94, "thang": 2.22, "nam": 1.72}
"""Printed width of each anchor in ems."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An anchor's name, the box of the word that holds it, that word's index, and which part of the word it is.

    ``reckoned``: no word was read there; ``box`` is where the anchor has to stand, ``word`` what says so.
    """

    name: str
    box: Box
    word: int
    part: Part
    reckoned: bool = False

    @property
    def tight(self) -> bool:
        """Whether the word's box is the anchor's own."""
        return self.part == "whole"


@lru_cache(maxsize=8192)
def _matches(name: str, text: str) -> tuple[Part, ...]:
    """How folded ``text`` holds the anchor: as a whole, at its start, at its end."""
    slips, length = _SLIPS[name], len(name)
    if len(text) < length - slips:
        return ()
    bare = text.strip(".,:;-_'\"({[|")
    if abs(len(bare) - length) <= slips and Levenshtein.distance(name, bare) <= slips:
        return ("whole",)
    if len(text) > 2 * length + 4:
        return ()
    start = Levenshtein.distance(name, text[:length]) <= slips
    end = Levenshtein.distance(name, text[-length:]) <= slips
    return (*(("start",) if start else ()), *(("end",) if end else ()))


def _date_anchors(index: int, word: Word, box: Box) -> Iterator[Anchor]:
    text = folded(word.text)
    for name in _SLIPS:
        for part in () if name == "ngay" and _names_a_place(word.text, text) else _matches(name, text):
            yield Anchor(name, box, index, part)
    if text.startswith("than") and re.search(r"[^n][a-z]am$", text):
        yield Anchor("nam", box, index, "end")


def _names_a_place(shown: str, text: str) -> bool:
    """Whether what looks like "ngày" is a name that the place ends with ("Ngãi,"): a capital, or a comma behind it."""
    return not text.startswith("ngay") and (shown[:1].isupper() or shown.endswith(","))


def _number_anchor(index: int, word: Word, box: Box) -> Anchor | None:
    shown = word.text.lstrip(".,:;'‘’\"“-_~·•")
    text = folded(shown)
    if not text.startswith(_SO_READ_AS) or (shown[:1].islower() and len(text) <= 2):
        return None
    if not text[2:].strip(":;.,"):
        return Anchor("so", box, index, "whole")
    return None if text[2].isalpha() else Anchor("so", box, index, "start")


def anchors(words: Sequence[Word]) -> tuple[Anchor, ...]:
    """Every word, or part of a word, that looks like an anchor, in the order of ``words``."""
    found: list[Anchor] = []
    for index, word in enumerate(words):
        if word.box is None:
            continue
        found += _date_anchors(index, word, word.box)
        number = _number_anchor(index, word, word.box)
        if number:
            found.append(number)
    return tuple(found)


def same_row(one: Box, other: Box) -> bool:
    """Whether two boxes stand on one line of type: they share much of the lower one's height."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared >= 0.4 * min(one.height, other.height)
