"""Names that a line may hold: what the network reads there, and known names that look like it.

Seal and pen spoil letters, and known syllables mend them; no name is ruled out for being unknown. How usual a name
is decides nothing by itself: it is one weight beside what is seen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from corpus.gazetteer.names import NAME_SYLLABLES, RARER_SYLLABLES, SURNAMES, commonness
from corpus.gazetteer.syllables import is_syllable

Name = tuple[str, ...]

_SYLLABLE = re.compile(r"[^\W\d_]{1,7}(?:['’][^\W\d_]{1,5})?['’]?")
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_LONGEST = 5
_BY_LENGTH = {2: -3.0, 3: -0.4, 4: -1.2, 5: -4.0}
"""Logarithm of how usual names of so many syllables are: two of three have three."""
_BY_SURNAME = 0.7
"""Of a surname's commonness, a power of ten, what counts."""
_NO_SURNAME, _NO_SYLLABLE, _SURNAME_AS_SYLLABLE, _NO_SHAPE = -14.0, -6.0, -2.5, -12.0
_MIDDLE, _MIDDLE_AS_SURNAME = frozenset({"văn", "thị", "thi"}), -6.0
"""Stand behind a surname far oftener than they are one."""
_RARER_SYLLABLE, _OTHER_SYLLABLE = -1.0, -3.5
"""For one that few names are made of, and for one of the language that names are hardly made of."""
_NEIGHBOURS = 12
_SYLLABLES = NAME_SYLLABLES | RARER_SYLLABLES
_ALONE = frozenset("AÁEÊIOÔƠUÚƯYÝ")
_CONSONANTS = frozenset("bcdđghjklmnpqrstvxw'’")
"""Those of Vietnamese; w and j stand in names of the Highlands."""


def names_in(texts: Iterable[str]) -> set[Name]:
    """The ends of ``texts`` that may be names, two to five syllables each."""
    found: set[Name] = set()
    for text in texts:
        words = [word for part in _parted(text).split() if (word := _EDGES.sub("", part))]
        found |= {tuple(words[-count:]) for count in range(2, min(len(words), _LONGEST) + 1)}
    return found


def _parted(text: str) -> str:
    """ "MạcĐình" as two words: within a name a capital begins a syllable."""
    parts = []
    for at, letter in enumerate(text):
        begins = letter.isupper() and at > 0 and text[at - 1].isalpha() and text[at + 1 : at + 2].islower()
        parts.append(f" {letter}" if begins else letter)
    return "".join(parts)


def neighbours(name: Name) -> set[Name]:
    """``name`` with one syllable replaced by a known one that is spelled alike."""
    return {
        (*name[:at], other, *name[at + 1 :])
        for at, word in enumerate(name)
        for other in _alike(word, SURNAMES if at == 0 else _SYLLABLES)
    }


def with_other_surnames(name: Name) -> set[Name]:
    """``name`` under every surname, before it and in the place of its first syllable."""
    tails = [tail for tail in (name, name[1:]) if 1 <= len(tail) < _LONGEST]
    return {(surname.capitalize(), *tail) for surname in SURNAMES for tail in tails}


@lru_cache(maxsize=4096)
def _alike(word: str, known: frozenset[str]) -> tuple[str, ...]:
    spelled = _spelled(known)
    most = max(2, len(word) // 2)
    near = process.extract(_letters(word), spelled, scorer=Levenshtein.distance, score_cutoff=most, limit=_NEIGHBOURS)
    return tuple(syllable.capitalize() for _, _, syllable in near)


@lru_cache(maxsize=2)
def _spelled(known: frozenset[str]) -> dict[str, str]:
    return {syllable: _letters(syllable) for syllable in sorted(known)}


def _letters(word: str) -> str:
    """``word`` with its marks as letters of their own: what differs in a mark alone is near."""
    return unicodedata.normalize("NFD", word.casefold())


def usualness(name: Name) -> float:
    """How usual ``name`` is as a person's, as a natural logarithm; far below for what has no name's shape."""
    worth = _BY_LENGTH.get(len(name), _NO_SHAPE) + _surname_worth(name[0])
    return (
        worth + sum(_syllable_worth(word) for word in name[1:]) + sum(_NO_SHAPE for word in name if not _shaped(word))
    )


def _surname_worth(word: str) -> float:
    seen = word.casefold()
    if seen in _MIDDLE:
        return _MIDDLE_AS_SURNAME
    return _BY_SURNAME * commonness(seen) if seen in SURNAMES else _NO_SURNAME


def _syllable_worth(word: str) -> float:
    seen = word.casefold()
    if seen in NAME_SYLLABLES:
        return 0.0
    if seen in RARER_SYLLABLES:
        return _RARER_SYLLABLE
    if seen in SURNAMES:
        return _SURNAME_AS_SYLLABLE
    return _OTHER_SYLLABLE if is_syllable(seen) else _NO_SYLLABLE


def _shaped(word: str) -> bool:
    """Whether ``word`` is written as a syllable of a name: a capital, small letters, all of the language."""
    if len(word) == 1:
        return word in _ALONE
    behind = re.split("['’]", word)[-1] or "a"
    small = behind.islower() or behind[1:].islower() or len(behind) == 1
    own = all(_is_vietnamese(letter) for letter in word.casefold())
    return bool(_SYLLABLE.fullmatch(word)) and word[0].isupper() and small and own


def _is_vietnamese(letter: str) -> bool:
    """Whether ``letter`` (small) is of the alphabet: only vowels bear marks."""
    return letter in _CONSONANTS or unicodedata.normalize("NFD", letter)[0] in "aeiouy"


def looks_like_name(words: Sequence[str]) -> float:
    """How many of ``words`` are syllables of names, unusual ones counting half; 0 where not all are written as names."""
    seen = [word for word in (_EDGES.sub("", each) for each in words) if word]
    if not all(map(_shaped, seen)) or not any(word.casefold() in NAME_SYLLABLES | SURNAMES for word in seen):
        return 0.0
    return sum(1.0 if word.casefold() in NAME_SYLLABLES | SURNAMES else 0.5 for word in seen)
