"""Spelling seen through OCR: letters without their marks, and phrases put back to their known spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """``text`` in lower case without tone and vowel marks, đ as d: what OCR seldom gets wrong."""
    plain = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain.replace("đ", "d").replace("ð", "d")


def is_impossible_syllable(word: str) -> bool:
    """Whether ``word`` has lost its tone mark: a syllable that ends in c, ch, p or t has one of two tones."""
    plain = unicodedata.normalize("NFD", word.casefold())
    stopped = re.search(r"[aeiouy]\W*(?:ch|[cpt])$", bare(word)) is not None
    return stopped and not any(tone in plain for tone in ("\u0301", "\u0323"))


def bare_words(text: str) -> tuple[str, ...]:
    """The words of ``text``, bare, without punctuation."""
    return tuple(_WORD.findall(bare(text)))


def misread_key(word: str) -> str:
    """``word`` bare, a vowel that OCR saw twice ("NGÁÀI") once; no word of the language doubles a, e, i or u."""
    return re.sub(r"([aeiu])\1+", r"\1", bare(word))


def phrase_book(phrases: Iterable[str]) -> Mapping[tuple[str, ...], str]:
    """Known phrases by their bare words; a bare form that two phrases share is left out.

    Spellings that differ only in where the tone mark stands (hòa, hoà) count as one phrase.
    """
    book: dict[tuple[str, ...], str] = {}
    clashing = set()
    for phrase in phrases:
        key = bare_words(phrase)
        if key in book and _marks(book[key]) != _marks(phrase):
            clashing.add(key)
        book.setdefault(key, phrase)
    return {key: phrase for key, phrase in book.items() if key not in clashing}


def respelled(text: str, book: Mapping[tuple[str, ...], str]) -> str:
    """``text`` with every phrase of ``book`` that it holds in other marks spelled as in the book.

    The letter's own case is kept, and so is where it puts the tone mark; words outside the book stay.
    """
    words = list(_WORD.finditer(text))
    keys = [misread_key(word.group()) for word in words]
    longest = min(max((len(key) for key in book), default=0), len(words))
    parts, at, index = [], 0, 0
    while index < len(words):
        for length in range(min(longest, len(words) - index), 0, -1):
            known = book.get(tuple(keys[index : index + length]))
            if known is not None and _gap_free(text, words[index : index + length]):
                break
        else:
            index += 1
            continue
        for word, right in zip(words[index : index + length], _WORD.findall(known), strict=True):
            parts.append(text[at : word.start()] + _in_case_of(word.group(), right))
            at = word.end()
        index += length
    return "".join(parts) + text[at:]


def glued_book(book: Mapping[tuple[str, ...], str]) -> Mapping[str, tuple[int, str]]:
    """Phrases of ``book`` by their letters without blanks, with how many words they have."""
    return {"".join(key): (len(key), phrase) for key, phrase in book.items() if len(key) > 1}


def unglued(text: str, glued: Mapping[str, tuple[int, str]]) -> str:
    """``text`` with the blanks that OCR lost inside phrases of ``glued`` ("SỚYTÉ" is "SỞ Y TẾ")."""
    words, parts = text.split(), []
    while words:
        for length in (2, 1):
            count, phrase = glued.get(misread_key("".join(words[:length])), (0, ""))
            if count > length == len(words[:length]):
                parts.append(phrase.upper() if words[0].isupper() else phrase)
                break
        else:
            parts.append(words[0])
            length = 1
        words = words[length:]
    return " ".join(parts)


def _gap_free(text: str, words: list[re.Match[str]]) -> bool:
    """Whether only blanks, commas and hyphens stand between the words."""
    between = (text[left.end() : right.start()] for left, right in pairwise(words))
    return all(re.fullmatch(r"[\s,–-]+", gap) for gap in between)


def _in_case_of(seen: str, right: str) -> str:
    if _marks(seen) == _marks(right):
        return seen
    if seen.isupper() and (len(seen) > 1 or right.isupper()):
        return right.upper()
    if seen.islower():
        return right.lower()
    return right[0].upper() + right[1:].lower() if seen[0].isupper() else right


def _marks(text: str) -> tuple[str, ...]:
    """Letters and marks of each word without regard to case and to which vowel carries the tone."""
    return tuple("".join(sorted(unicodedata.normalize("NFD", word.casefold()))) for word in _WORD.findall(text))
