"""Where in a letter's own text the hit is: a piece around it, with the found words marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, or_, select

from models.backend import matches
from models.folding import SPELLED_OUT, folded_words, number_spans, squeeze
from models.query_terms import Phrase, Term, terms_of
from models.tables import Letter, Place, SearchText

_BEFORE, _AFTER = 50, 110

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
    engine = session.get_bind().engine
    hits = select(SearchText).where(col(SearchText.head_uid).in_(uids), or_(*(matches(engine, term) for term in terms)))
    found: dict[str, Snippet] = {}
    for row in session.exec(hits.order_by(col(SearchText.place), col(SearchText.id))):
        if row.head_uid not in found:
            found[row.head_uid] = _cut(row, marks_in(row.original, terms))
    return found


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
    for at in range(len(words) - size + 1):
        if _fits(phrase, [word for word, _, _ in words[at : at + size]]):
            yield words[at][1], words[at + size - 1][2]
    if size == 1:
        yield from ((a, b) for a, b in number_spans(text) if _fits(phrase, [squeeze(text[a:b])]))


def _fits(phrase: Phrase, words: Sequence[str]) -> bool:
    *before, last = phrase.words
    return list(words[:-1]) == before and (words[-1].startswith(last) if phrase.prefix else words[-1] == last)
