"""Letters that belong together are linked: the same letter by another file, and what a letter does to one it cites.

A link to a letter that is not in the register yet waits for it. Nothing is linked that could be two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session, col, select

from models.folding import fold, squeeze
from models.tables import Letter, LetterText, Link, LinkKind, SearchText
from models.word_index import SEGMENT_END
from pipeline.register.relations import relations
from schemas.record import Reference

LEAST_ALIKE = 0.7
"""Share of the words of the shorter of two texts that are in the other, from which on they may be one letter; OCR of
two scans of one page shares about nine words of ten, two letters of one office about half."""

LONGEST_SINCE = timedelta(days=366)
"""How long before a letter one may be that it cites by a number without a date: numbers begin anew each year."""


def link(session: Session, letter: Letter, references: Sequence[Reference]) -> set[str]:
    """Write the links of ``letter`` anew, and complete those of others that waited for it.

    Returns the letters whose deadlines it extends or no longer extends.
    """
    before = list(session.exec(select(Link).where(Link.letter_uid == letter.uid)))
    after = [*_same(session, letter), *_cited(session, letter, references)] if not letter.no_longer_read else []
    says = {_says(one) for one in after}
    for row in before:
        if _says(row) not in says:
            session.delete(row)
    said = {_says(one) for one in before}
    session.add_all(one for one in after if _says(one) not in said)
    changed = [one for one in (*before, *after) if (_says(one) in says) != (_says(one) in said)]
    extended = {one.other_uid for one in changed if one.other_uid and one.kind == LinkKind.EXTENSION}
    session.flush()
    return extended | _complete(session, letter)


def _says(one: Link) -> tuple[object, ...]:
    return one.kind, one.number_squeezed, one.issued_on, one.due, one.other_uid


def _same(session: Session, letter: Letter) -> list[Link]:
    """Links to earlier letters of another file with this issuer, type, number and day, and much the same words."""
    if not (letter.number_squeezed and letter.issued_on and letter.serial and letter.sort_key):
        return []
    alike = select(Letter).where(
        Letter.number_squeezed == letter.number_squeezed, Letter.issued_on == letter.issued_on,
        Letter.document_type == letter.document_type, Letter.sha256 != letter.sha256,
        Letter.issuer_folded == letter.issuer_folded, col(Letter.sort_key).is_not(None),
    )  # fmt: skip
    linked = {one.letter_uid for one in session.exec(select(Link).where(Link.other_uid == letter.uid))}
    return [
        _to(letter, LinkKind.SAME, Reference(number=_number(letter), issued_on=letter.issued_on), other.uid)
        for other in session.exec(alike.order_by(col(Letter.created_at), col(Letter.uid)))
        if other.uid not in linked and _likeness(session, letter, other) >= LEAST_ALIKE
    ]


def _likeness(session: Session, one: Letter, other: Letter) -> float:
    """The share of the words of the shorter text that the other has too."""
    bags = [_bag(session, letter) for letter in (one, other)]
    shorter = min(sum(bag.values()) for bag in bags)
    return sum((bags[0] & bags[1]).values()) / shorter if shorter else 0.0


def _bag(session: Session, letter: Letter) -> Counter[str]:
    text = session.exec(select(LetterText).where(LetterText.head_uid == letter.uid)).first()
    words = (text.body or f"{text.subject} {text.tasks}").split() if text else []
    return Counter(word for word in words if word != SEGMENT_END)


def _cited(session: Session, letter: Letter, references: Sequence[Reference]) -> list[Link]:
    if not references:
        return []
    originals = select(SearchText.original).where(SearchText.letter_uid == letter.uid)
    texts = list(session.exec(originals.order_by(col(SearchText.place), col(SearchText.id))))
    own = letter.number_squeezed
    links = []
    for relation in relations([one for one in references if squeeze(one.number) != own], texts):
        found = _to(letter, relation.kind, relation.reference, None)
        found.quote, found.due = relation.quote, relation.due
        found.other_uid = _meant(session, found, letter)
        links.append(found)
    return links


def _to(letter: Letter, kind: LinkKind, cited: Reference, other_uid: str | None) -> Link:
    return Link(
        letter_uid=letter.uid, kind=kind, number=cited.number, number_squeezed=squeeze(cited.number),
        issued_on=cited.issued_on, issuer=cited.issuer, other_uid=other_uid,
    )  # fmt: skip


def _number(letter: Letter) -> str:
    return "/".join(part for part in (letter.serial, letter.symbol) if part)


def _meant(session: Session, found: Link, citing: Letter) -> str | None:
    """The one letter the link can mean; copies of one letter by other files count as one, the first."""
    numbered = select(Letter).where(
        Letter.number_squeezed == found.number_squeezed, col(Letter.no_longer_read).is_(False),
        Letter.sha256 != citing.sha256,
    )  # fmt: skip
    fitting = [one for one in session.exec(numbered.order_by(col(Letter.created_at))) if _fits(one, found, citing)]
    copies = {
        one.letter_uid
        for one in session.exec(
            select(Link).where(Link.kind == LinkKind.SAME, col(Link.letter_uid).in_([one.uid for one in fitting]))
        )
    }
    firsts = [one.uid for one in fitting if one.uid not in copies]
    return firsts[0] if len(firsts) == 1 else None


def _fits(letter: Letter, found: Link, citing: Letter) -> bool:
    """Whether day and issuer, as far as both are known, speak for ``letter``."""
    if found.issuer and letter.issuer_folded:
        cited = fold(found.issuer)
        if cited not in letter.issuer_folded and letter.issuer_folded not in cited:
            return False
    if found.issued_on and letter.issued_on:
        return letter.issued_on == found.issued_on
    if not (letter.issued_on and citing.issued_on):
        return False
    return timedelta(0) <= citing.issued_on - letter.issued_on <= LONGEST_SINCE


def _complete(session: Session, letter: Letter) -> set[str]:
    """Links of others that waited for this letter now lead to it; the letters so extended."""
    if not letter.number_squeezed:
        return set()
    waiting = select(Link).where(Link.number_squeezed == letter.number_squeezed, col(Link.other_uid).is_(None))
    extended = set()
    for one in session.exec(waiting):
        citing = session.get(Letter, one.letter_uid)
        one.other_uid = _meant(session, one, citing) if citing else None
        session.add(one)
        if one.other_uid and one.kind == LinkKind.EXTENSION:
            extended.add(one.other_uid)
    session.flush()
    return extended
