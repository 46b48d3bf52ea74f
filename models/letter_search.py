"""Finding letters: by words, and by what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Engine, Select, SQLColumnExpression, false, literal
from sqlmodel import Session, and_, col, func, or_, select

from models.backend import matches, worst
from models.folding import fold, squeeze
from models.query_terms import Term, terms_of
from models.tables import Letter, SearchText

_LEAST_BEGINNING = 4


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """What to look for; a field that is ``None`` or empty does not narrow. Days are those of issue, inclusive."""

    query: str = ""
    issuer: str | None = None
    document_type: str | None = None
    since: date | None = None
    until: date | None = None
    urgency: str | None = None
    to_review: bool = False
    limit: int | None = None
    offset: int = 0


def find_letters(session: Session, wanted: LetterFilter) -> list[Letter]:
    """Letters with every term of the query: best place first, then newest, then uid.

    What stands in an attachment is found as its letter. Without a query, newest first.
    """
    statement = _narrowed(select(Letter), wanted)
    if wanted.query.strip():
        statement = _searched(session.get_bind().engine, statement, terms_of(wanted.query))
    statement = statement.order_by(col(Letter.issued_on).desc().nulls_last(), col(Letter.uid))
    return list(session.exec(statement.limit(wanted.limit).offset(wanted.offset)))  # type: ignore[call-overload]


def _narrowed(statement: Select, wanted: LetterFilter) -> Select:  # type: ignore[type-arg]
    conditions: list[ColumnElement[bool]] = [col(Letter.no_longer_read).is_(False)]
    conditions.append(col(Letter.head_uid) == col(Letter.uid))
    if wanted.issuer:
        conditions.append(has_words(col(Letter.issuer_folded), wanted.issuer))
    if wanted.document_type:
        conditions.append(col(Letter.document_type) == wanted.document_type)
    if wanted.since:
        conditions.append(col(Letter.issued_on) >= wanted.since)
    if wanted.until:
        conditions.append(col(Letter.issued_on) <= wanted.until)
    if wanted.urgency:
        conditions.append(col(Letter.urgency) == wanted.urgency)
    if wanted.to_review:
        conditions.append(_to_review())
    return statement.where(and_(*conditions))


def _to_review() -> ColumnElement[bool]:
    """Whether the letter or one of its attachments has an open point."""
    return col(Letter.uid).in_(select(Letter.head_uid).where(Letter.to_review > 0))


def has_words(folded: SQLColumnExpression[str], words: str) -> ColumnElement[bool]:
    """Whether ``folded`` has the words of ``words`` one after another."""
    return (literal(" ") + folded + literal(" ")).contains(f" {fold(words)} ", autoescape=True)


def _searched(engine: Engine, statement: Select, terms: tuple[Term, ...]) -> Select:  # type: ignore[type-arg]
    """Only letters that have each term somewhere, ordered by the worst of the terms' best places."""
    if not terms:
        return statement.where(false())
    places = []
    for number, term in enumerate(terms):
        found = (
            select(SearchText.head_uid, func.min(SearchText.place).label("place"))
            .where(matches(engine, term))
            .group_by(col(SearchText.head_uid))
            .subquery(f"term_{number}")
        )
        statement = statement.join(found, found.c.head_uid == col(Letter.uid))
        places.append(found.c.place)
    return statement.order_by(worst(engine, places))


def find_by_name(session: Session, name: str) -> list[Letter]:
    """Letters that ``name`` may mean: a uid, else a number as printed ("1718/UBND-KT"), a serial or a symbol, else
    the beginning of a uid (4 characters or more), else a number in any spacing."""
    wanted = name.strip().lower()
    exact = session.get(Letter, wanted)
    if exact:
        return [exact]
    return _by_number(session, wanted) or _by_beginning(session, wanted) or _squeezed(session, name)


def _by_beginning(session: Session, wanted: str) -> list[Letter]:
    if len(wanted) < _LEAST_BEGINNING:
        return []
    return list(session.exec(select(Letter).where(col(Letter.uid).startswith(wanted, autoescape=True))))


def _by_number(session: Session, wanted: str) -> list[Letter]:
    """Letters with this number in any spacing, this serial, or (when there are none) this symbol."""
    read = select(Letter).where(col(Letter.no_longer_read).is_(False))
    squeezed = squeeze(wanted)
    if not squeezed:
        return []
    whole = list(session.exec(read.where(or_(Letter.number_squeezed == squeezed, Letter.serial == wanted))))
    return whole or list(session.exec(read.where(func.lower(Letter.symbol) == wanted.replace(" ", ""))))


def _squeezed(session: Session, number: str) -> list[Letter]:
    """By the search text of numbers: any spacing, with or without accents."""
    terms = terms_of(number)
    if not terms:
        return []
    statement = select(Letter).where(col(Letter.no_longer_read).is_(False))
    for term in terms:
        found = select(SearchText.letter_uid).where(matches(session.get_bind().engine, term), SearchText.place == 0)
        statement = statement.where(col(Letter.uid).in_(found))
    return list(session.exec(statement))
