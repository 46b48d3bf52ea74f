"""Where in a letter's own text the hit is: a piece around it, with the found words marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from sqlmodel import Session, col, select

from models.folding import FOLDING, SPELLED_OUT, folded_words, number_spans, squeeze
from models.query_terms import Phrase, Term, terms_of
from models.tables import Letter, LetterText, Place, SearchText
from models.word_index import SEGMENT_END

_BEFORE, _AFTER = 50, 110
_WINDOW, _MOST_PLACES = 130, 8

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a letter's text as it stands there; ``marks`` are spans of ``text``, in order and apart."""

    place: Place
    page: int | None
    text: str
    marks: tuple[Span, ...]

    def marked(self, before: str = "[", after: str = "]") -> str:
        """The piece on one line, with signs around what was found."""
        parts, end = [], 0
        for start, stop in self.marks:
            parts += [self.text[end:start], before, self.text[start:stop], after]
            end = stop
        return " ".join("".join((*parts, self.text[end:])).split())


def snippets_of(session: Session, letters: Sequence[Letter], query: str) -> dict[str, Snippet]:
    """The best place of each of ``letters`` that a term of ``query`` was found in, by uid."""
    terms, uids = terms_of(query), [letter.uid for letter in letters]
    if not terms or not uids:
        return {}
    best: dict[tuple[str, int, int], None] = {}
    for text in session.exec(select(LetterText).where(col(LetterText.head_uid).in_(uids))):
        hit = _best_segment(text, terms)
        if hit:
            best[text.head_uid, *hit] = None
    rows = _texts_at(session, list(best))
    return {row.head_uid: _cut(row, _first_marks(row.original, terms)) for row in rows}


def _first_marks(text: str, terms: Sequence[Term]) -> tuple[Span, ...]:
    """The marks around the first place found; looking only where a term may begin spares most of a long page."""
    begins = _beginnings(tuple(terms))
    for match in islice(begins.finditer(text.translate(FOLDING)), _MOST_PLACES):
        start = text.rfind(" ", 0, max(0, match.start() - _WINDOW)) + 1
        end = text.find(" ", match.end() + _WINDOW)
        marks = marks_in(text[start : end if end >= 0 else None], terms)
        if marks:
            return tuple((a + start, b + start) for a, b in marks)
    return marks_in(text, terms)


@lru_cache(maxsize=16)
def _beginnings(terms: tuple[Term, ...]) -> re.Pattern[str]:
    """Folded words that a term may begin with: its first words, abbreviations that hold them, digits of its numbers."""
    firsts = {phrase.words[0] for term in terms for phrase in term.phrases}
    short = {one for one, spelled in SPELLED_OUT.items() if firsts & set(spelled.split())}
    digits = {match.group() for first in firsts if (match := re.match(r"\d+", first))}
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(sorted(firsts | short | digits, key=len, reverse=True))})")


def _best_segment(text: LetterText, terms: Sequence[Term]) -> tuple[int, int] | None:
    """(place, number of the segment there) of the first text that has a term."""
    found = [_ways(phrase) for term in terms for phrase in term.phrases]
    for place, words in enumerate((text.number, text.subject, text.tasks, text.body)):
        for number, segment in enumerate(f" {words} ".split(SEGMENT_END)):
            if any(way in segment for way in found):
                return place, number
    return None


def _ways(phrase: Phrase) -> str:
    return " " + " ".join(phrase.words) + ("" if phrase.prefix else " ")


def _texts_at(session: Session, wanted: list[tuple[str, int, int]]) -> list[SearchText]:
    """The texts of (letter, place, number of the segment)."""
    ids: dict[tuple[str, int], list[int]] = {}
    columns = select(SearchText.head_uid, SearchText.place, SearchText.id)
    of_letters = columns.where(col(SearchText.head_uid).in_({uid for uid, _, _ in wanted})).order_by(col(SearchText.id))
    for uid, place, text_id in session.exec(of_letters):
        ids.setdefault((uid, place), []).append(text_id or 0)
    chosen = [ids[uid, place][number] for uid, place, number in wanted]
    return list(session.exec(select(SearchText).where(col(SearchText.id).in_(chosen))))


def _cut(row: SearchText, marks: Sequence[Span]) -> Snippet:
    """The text around the first mark, cut between words."""
    text = row.original
    first = marks[0][0] if marks else 0
    start = 0 if first <= _BEFORE else text.find(" ", first - _BEFORE, first) + 1 or first
    end = len(text) if len(text) <= first + _AFTER else max(text.rfind(" ", first, first + _AFTER), first)
    end = max([end, *(stop for at, stop in marks[:1])])
    inside = tuple((a - start, b - start) for a, b in marks if start <= a and b <= end)
    return Snippet(Place(row.place), row.page, text[start:end], inside)


def marks_in(text: str, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Spans of ``text`` where a term stands, in order; those that touch or overlap are one."""
    words = [(part, found.start, found.end) for found in folded_words(text) for part in _parts(found.word)]
    spans = [span for term in terms for phrase in term.phrases for span in _spans(phrase, words, text)]
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _parts(word: str) -> list[str]:
    return SPELLED_OUT.get(word, word).split()


def _spans(phrase: Phrase, words: Sequence[tuple[str, int, int]], text: str) -> Iterator[Span]:
    size = len(phrase.words)
    first, begins = phrase.words[0], phrase.prefix and size == 1
    for at in range(len(words) - size + 1):
        word = words[at][0]
        if (word == first or (begins and word.startswith(first))) and _fits(
            phrase, [word for word, _, _ in words[at : at + size]]
        ):
            yield words[at][1], words[at + size - 1][2]
    if size == 1:
        yield from ((a, b) for a, b in number_spans(text) if _fits(phrase, [squeeze(text[a:b])]))


def _fits(phrase: Phrase, words: Sequence[str]) -> bool:
    *before, last = phrase.words
    return list(words[:-1]) == before and (words[-1].startswith(last) if phrase.prefix else words[-1] == last)
