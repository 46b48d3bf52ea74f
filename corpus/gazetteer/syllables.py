"""Syllables that Vietnamese can have: an onset and a rime that both occur, with a tone that the rime may bear."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corpus.gazetteer.names import NAME_SYLLABLES, SURNAMES
from corpus.gazetteer.places import places
from corpus.gazetteer.spelling import is_impossible_syllable

_PARTS = re.compile(r"(ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx]|)(.+)")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


def is_syllable(word: str) -> bool:
    """Whether ``word`` may be a syllable of the language, in whatever case: "Khảm" may, "Khñm" and "Miáh" may not."""
    parts = _PARTS.fullmatch(_toneless(word))
    if parts is None or is_impossible_syllable(word):
        return False
    onsets, rimes = _known_parts()
    return parts[1] in onsets and parts[2] in rimes


def _toneless(word: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.casefold()).translate(_TONES))


@lru_cache(maxsize=1)
def _known_parts() -> tuple[frozenset[str], frozenset[str]]:
    """Onsets and rimes, without tones, of names of people, and of places that have two syllables or more of them."""
    named = {_toneless(word) for word in NAME_SYLLABLES | SURNAMES}
    placed = {_toneless(word) for place in places() for word in place.name.split()}
    parts = [match for word in named | placed if (match := _PARTS.fullmatch(word))]
    counted = [match[2] for match in parts]
    rimes = frozenset(rime for rime in counted if counted.count(rime) > 1)
    return frozenset(match[1] for match in parts), rimes
