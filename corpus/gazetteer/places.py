"""Provinces, districts and communes of both eras (before and since 1 July 2025)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

from rapidfuzz import fuzz, process

from corpus.gazetteer.spelling import bare_words, phrase_book, respelled

Level = Literal["province", "district", "commune"]

_KIND = re.compile(
    r"(?i)^(tỉnh|thành phố|thị xã|thị trấn|đặc khu|quận|huyện|phường|xã|tp\.?|tx\.?|tt\.?|q\.|h\.|p\.|x\.)\s*"
)


class Place(NamedTuple):
    """An administrative unit's name without its kind, the kinds it occurs with, and the eras ("old", "new")."""

    level: Level
    name: str
    kinds: tuple[str, ...]
    eras: tuple[str, ...]


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """All names, provinces first; each name once a level."""
    text = files("corpus.gazetteer").joinpath("places.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    levels: Mapping[str, Level] = {level: level for level in get_args(Level)}
    return tuple(
        Place(levels[level], name, tuple(kinds.split("|")), tuple(eras.split("|"))) for level, name, kinds, eras in rows
    )


@lru_cache(maxsize=1)
def province_names() -> tuple[str, ...]:
    return tuple(place.name for place in places() if place.level == "province")


def without_kind(text: str) -> str:
    """ "TP. Hồ Chí Minh" as "Hồ Chí Minh"; other text as it is."""
    return _KIND.sub("", text.strip())


def known_level(text: str) -> Level | None:
    """The highest level at which ``text`` (with or without its kind) is a unit's name, spelled exactly so."""
    return _levels().get(without_kind(text).casefold())


def respelled_place(text: str, lowest: Level = "commune") -> str | None:
    """``text`` as a known place: itself, or with marks put right where only one place can be meant.

    Provinces are tried first, then districts, then communes, down to ``lowest``. ``None`` when no
    place is meant, or several of one level are.
    """
    name = without_kind(text)
    if not name:
        return None
    if known_level(text):
        return text
    for level in get_args(Level):
        known = _book(level).get(bare_words(name))
        if known is not None:
            return text[: len(text) - len(name)] + respelled(name, {bare_words(name): known})
        if level == lowest:
            break
    province = _damaged_province(name)
    return None if province is None else text[: len(text) - len(name)] + province


def _damaged_province(name: str) -> str | None:
    """The province that ``name`` is but for one letter, marks apart, if only one is so near."""
    words = " ".join(bare_words(name))
    names = {" ".join(bare_words(province)): province for province in province_names()}
    near = process.extract(words, list(names), scorer=fuzz.ratio, limit=2, score_cutoff=89)
    if len(words) < 8 or not near or (len(near) == 2 and near[0][1] - near[1][1] < 5):
        return None
    return names[near[0][0]]


def only_kind(name: str) -> str | None:
    """ "Tỉnh" or "Thành phố" of the province ``name``; ``None`` if it has had both or a district bears its name."""
    units = [place for place in places() if place.level != "commune" and place.name.casefold() == name.casefold()]
    kinds = {kind for place in units for kind in place.kinds}
    return kinds.pop() if len(kinds) == 1 and units[0].level == "province" and len(units) == 1 else None


@lru_cache(maxsize=1)
def _levels() -> Mapping[str, Level]:
    found: dict[str, Level] = {}
    for place in places():
        found.setdefault(place.name.casefold(), place.level)
    return found


@lru_cache(maxsize=3)
def _book(level: str) -> Mapping[tuple[str, ...], str]:
    return phrase_book(place.name for place in places() if place.level == level)
