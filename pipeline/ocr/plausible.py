"""Whether a line read under a seal or a signature is a signer's name, a post, or what is signed for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.gazetteer.names import DEGREES, RANKS, completed_surname, is_common_surname, is_surname
from corpus.gazetteer.posts import damaged_post, post_at_start
from corpus.gazetteer.spelling import bare
from schemas.text import Word

_SYLLABLE = re.compile(r"[^\W\d_]{1,7}")
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_EDGES_OF_POST = re.compile(r"^[\W_]+|[^\w.,:]+$")
_MARK = re.compile(r"^(T\s?[./]?\s?M|K\s?[./]?\s?T|T\s?[./]?\s?L|TUQ|Q)\s?[./,:]\s*")
_TITLE = re.compile(
    r"^(?:" + "|".join(sorted(map(re.escape, (*DEGREES, *RANKS)), key=len, reverse=True)) + r")\b[\s.,:-]*",
    re.IGNORECASE,
)
_SURE_SURNAME, _SURE_GIVEN, _SURE_POST = 0.35, 0.5, 0.5
_DEPUTY = ("pho", "thu")
_COMPLETED = 0.6  # what is left of a word's confidence when a letter of it was not seen


def as_signing_line(words: Sequence[Word]) -> tuple[Word, ...]:
    """``words`` of one line as a name or post, scraps at its ends left out; none when it is neither."""
    return _as_name(words) or _as_post(words)


def _as_name(words: Sequence[Word]) -> tuple[Word, ...]:
    """A family name and one to four more syllables, each beginning with a capital; titles before it left out."""
    kept = [cleaned for word in words if (cleaned := replace(word, text=_bare_syllable(word.text))).text]
    scraps = 0
    while kept and not _surname(kept[0]) and (len(kept[0].text) < 2 or kept[0].confidence < _SURE_SURNAME):
        kept, scraps = kept[1:], scraps + 1
    first = _surname(kept[0]) if kept else None
    if first is None or not 2 <= len(kept) <= 5:
        return ()
    if len(kept) == 2 and (scraps or not is_common_surname(first.text)):
        return ()  # what was not read may have been the family name
    given = kept[1:]
    sure = all(word.confidence >= _SURE_GIVEN for word in given)
    return (first, *given) if sure and all(_is_given(word.text) for word in given) else ()


def _surname(word: Word) -> Word | None:
    """``word`` as a family name. The seal often cuts its first letter: then it is small, another or missing."""
    text = word.text
    if is_surname(text) and (text[1:].islower() or len(text) == 1):
        return replace(word, text=text[0].upper() + text[1:]) if word.confidence >= _SURE_SURNAME else None
    whole = completed_surname(text) or completed_surname(text[1:])
    return replace(word, text=whole, confidence=_COMPLETED * word.confidence) if whole else None


def _is_given(text: str) -> bool:
    return bool(_SYLLABLE.fullmatch(text)) and text[0].isupper() and (len(text) == 1 or text[1:].islower())


def _bare_syllable(text: str) -> str:
    """``text`` without titles ("PGS.TS.") before it and signs around it."""
    previous = None
    while previous != text:
        previous = text
        text = _EDGES.sub("", _TITLE.sub("", text))
    return text


def _as_post(words: Sequence[Word]) -> tuple[Word, ...]:
    """A post in capitals, with the mark of whom it is signed for ("KT. GIÁM ĐỐC", "PHÓ CHỦ TỊCH").

    A scrap before it stays: it may be what is left of the mark, and then the post is another's.
    """
    kept = [replace(word, text=text) for word in words if (text := _EDGES_OF_POST.sub("", word.text))]
    start = next((at for at in range(min(len(kept), 3)) if _post_may_begin(kept[at:])), None)
    if start is None or len(kept) > 8:
        return ()
    post = kept[start:]
    letters = [character for word in post for character in word.text if character.isalpha()]
    if len(letters) < 6 or sum(letter.isupper() for letter in letters) < 0.6 * len(letters):
        return ()
    if sum(word.confidence for word in post) < _SURE_POST * len(post):
        return ()
    return tuple(replace(word, text=word.text.upper()) for word in kept)


def is_head_post(words: Sequence[Word]) -> bool:
    """Whether ``words`` are the post of a head, without a mark before it: "GIÁM ĐỐC", not "PHÓ GIÁM ĐỐC"."""
    return (
        bool(_as_post(words))
        and bare(words[0].text) not in _DEPUTY
        and _MARK.match(" ".join(w.text for w in words)) is None
    )


def _post_may_begin(words: Sequence[Word]) -> bool:
    behind = _MARK.sub("", " ".join(word.text for word in words).upper())
    return post_at_start(behind) is not None or damaged_post(behind) is not None
