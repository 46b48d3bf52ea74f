"""What a person typed into the search, as terms that are safe for any engine: folded words and nothing else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from models.folding import number_spans, squeeze, words_of

MOST_TERMS = 24
"""Terms beyond these are left out: nobody types them, and each costs a look-up."""

_QUOTED = re.compile(r'["“”«»]([^"“”«»]*)["“”«»]?')
_SQUEEZED = re.compile(r"\d+[a-z]\w*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that stand one after another; with ``prefix`` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """Ways of writing one thing; any of them is a hit."""

    phrases: tuple[Phrase, ...]


def terms_of(query: str) -> tuple[Term, ...]:
    """The terms of ``query``, all of which a hit has to have.

    "…" is a phrase, ``word*`` a prefix, a number ("1718/UBND-KT", "1718ubndkt") is found in any spacing.
    """
    text = unicodedata.normalize("NFC", query)
    quoted = tuple(Term((Phrase(words),)) for match in _QUOTED.finditer(text) if (words := words_of(match[1])))
    loose = _QUOTED.sub(" ", text)
    numbers, rest = _numbers(loose)
    loose_words = tuple(term for chunk in rest.split() for term in _word_terms(chunk))
    return tuple(dict.fromkeys((*numbers, *quoted, *loose_words)))[:MOST_TERMS]


def _numbers(text: str) -> tuple[tuple[Term, ...], str]:
    """Numbers of ``text`` as terms, and the text without them."""
    found, rest, end_before = [], [], 0
    for start, end in number_spans(text):
        number = text[start:end]
        found.append(Term((Phrase((squeeze(number),), prefix=True), Phrase(words_of(number)))))
        rest.append(text[end_before:start])
        end_before = end
    return tuple(found), " ".join((*rest, text[end_before:]))


def _word_terms(chunk: str) -> tuple[Term, ...]:
    """ "ubnd" is one term (a phrase, spelled out); "Hà-Nội" is one of two words in this order."""
    words = words_of(chunk)
    if not words:
        return ()
    prefix = chunk.endswith("*") or (len(words) == 1 and bool(_SQUEEZED.fullmatch(words[0])))
    return (Term((Phrase(words, prefix),)),)
