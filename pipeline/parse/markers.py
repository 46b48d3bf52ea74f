"""Numbers, letters and bullets that begin an item, and how deep it lies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from schemas.folding import fold

Kind = Literal["part", "article", "roman", "number", "letter", "dash", "plus", "number2", "number3"]

_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("article", re.compile(r"\W{0,2}dieu\s{1,2}[\dil]{1,3}[a-z]?\s?[.:,]?")),
    ("part", re.compile(r"(?:chuong|phan|muc)\s(?:[ivx]{1,5}|\d{1,2}|[a-d]|thu\s\w+)\b\s?[.:]?")),
    ("number3", re.compile(r"\d{1,2}[.]\d{1,2}[.]\d{1,2}[.)]?(?!\d|/)(?=\s*\S)")),
    ("number2", re.compile(r"\d{1,2}[.]\d{1,2}(?:[.,)](?!\d)|(?=-?\s))\s?-?")),
    ("number", re.compile(r"(?:\(?\d{1,2}\s?[.)]|\d{1,2}\s?[-/:](?=\s))(?!\d)")),
    ("letter", re.compile(r"\((?:i{2,3}|iv|vi{1,3}|ix)\)|\(?[a-zø]\d?\)|[a-zø][.](?=\s)")),
    ("plus", re.compile(r"[+]")),
    ("dash", re.compile(r"[.,'`ˆ~]{0,2}\s?[-–—•*~●▪■□◦·]{1,2}_?(?=\s|\w|_)")),
)
_ROMAN = re.compile(
    r"(?:[IVX]{1,5}|[HI1l]{1,3})\s?[.)/\-–:](?=\s*[A-ZĐÀ-Ỹ])|[IVX]{1,4}[Ll](?=\s[A-ZĐÀ-Ỹ]{2,}\s[A-ZĐÀ-Ỹ]{2,})"
)
"""The stop is often read as an L."""
_CITED = re.compile(r"(luat|bo luat|nghi dinh|thong tu|quyet dinh|nghi quyet|cua|quy che|hien phap)\b")

RANK: dict[Kind, int] = {
    "part": 0, "article": 1, "roman": 2, "number": 3, "number2": 4, "number3": 5, "letter": 6, "dash": 7, "plus": 8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marker:
    """What an item begins with: ``text[:end]`` holds the printed marker and what is around it."""

    kind: Kind
    printed: str
    end: int


def find_marker(text: str) -> Marker | None:
    """The marker that ``text`` begins with.

    >>> find_marker("a) Sở Y tế").printed
    'a)'
    """
    roman = _ROMAN.match(text)
    if roman and roman.group()[0] in "IVXH":
        return _marker("roman", text, roman.end())
    folded = fold(text)
    for kind, pattern in _PATTERNS:
        found = pattern.match(folded)
        if found and text[found.end() :].strip() and _trusted(kind, text, found.end()):
            return _marker(kind, text, found.end())
    return None


def _trusted(kind: Kind, text: str, end: int) -> bool:
    """A letter with a dot may be an initial, an article be cited: look at what follows."""
    after = text[end:].lstrip()
    stopped = text[:end].rstrip()[-1] in ".:,"
    if kind == "letter":
        return text[0] == "(" or text[0].islower()
    if kind == "article":
        return text.lstrip("“\"' ")[:1] == "Đ" and (stopped or (after[:1].isupper() and not _CITED.match(fold(after))))
    if kind == "part":
        return text[0].isupper() and (after[:1].isupper() or text[:end].rstrip()[-1] in ".:")
    return True


def _marker(kind: Kind, text: str, end: int) -> Marker:
    while end < len(text) and text[end] in " _":
        end += 1
    return Marker(kind, text[:end].strip(" _"), end)


def levels(kinds: Iterable[Kind | None]) -> list[int]:
    """Depth of each item in order: a kind seen before closes what was opened inside it.

    Text without a marker lies at 0 and closes nothing; bullets and letters lie inside what precedes them.
    """
    open_kinds: list[Kind] = []
    found: list[int] = []
    for kind in kinds:
        if kind is None:
            found.append(0)
            continue
        while open_kinds and open_kinds[-1] != kind and RANK[open_kinds[-1]] >= RANK[kind]:
            open_kinds.pop()
        if not open_kinds or open_kinds[-1] != kind:
            open_kinds.append(kind)
        inside = kind in ("letter", "dash", "plus")
        found.append(max(len(open_kinds) - 1, 1 if inside else 0))
    return found
