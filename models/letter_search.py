"""Finding letters: by words, and by what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, or_, select

from models.folding import squeeze, words_of
from models.ordering import LETTERS_A_DAY, first_letter_key
from models.portions import in_order
from models.query_terms import Term, terms_of
from models.tables import Letter, Place
from models.word_index import LookUp, letters_with, unindexed

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
    """Letters with every term of the query: best place first (that of the worst term), then newest, then uid.

    What stands in an attachment is found as its letter. Without a query, newest first.
    """
    if not wanted.query.strip():
        return _listed(session, wanted, (), Place.SUBJECT, wanted.limit, wanted.offset)
    terms, enough = terms_of(wanted.query), None if wanted.limit is None else wanted.offset + wanted.limit
    found: dict[str, Letter] = {}
    for place in Place if terms else ():
        if enough is None or len(found) < enough:
            most = None if enough is None else enough + len(found)
            found |= {
                letter.uid: letter for letter in _listed(session, wanted, terms, place, most) if letter.uid not in found
            }
    return list(found.values())[wanted.offset : enough]


def _listed(
    session: Session, wanted: LetterFilter, terms: tuple[Term, ...], place: Place, limit: int | None, offset: int = 0
) -> list[Letter]:
    """In order of their keys: letters with every term at ``place`` or a better one; hits of better places are again
    among them."""
    issuer = words_of(wanted.issuer or "")
    if wanted.issuer and not issuer:
        return []
    if terms or issuer:
        look_up = letters_with(session.get_bind().engine, terms, place, {"issuer": issuer} if issuer else {})
        return _looked_up(session, look_up, wanted, limit, offset)
    key = col(Letter.sort_key)
    listed = select(Letter).where(*_narrowed(wanted, key)).order_by(key.desc())
    return list(session.exec(listed.limit(limit).offset(offset)))


def _looked_up(session: Session, look_up: LookUp, wanted: LetterFilter, limit: int | None, offset: int) -> list[Letter]:
    """The letters that have the words; they lead, in their order, and what belongs to them follows."""

    def hits(look_up: LookUp) -> Any:
        joined = select(Letter).join(look_up.source, col(Letter.sort_key) == unindexed(look_up.key))
        return joined.where(look_up.has, *_narrowed(wanted, look_up.key))

    if look_up.in_order or limit is None:
        ordered = hits(look_up).order_by(look_up.key.desc())
        return list(session.execute(ordered.limit(limit).offset(offset)).scalars())
    key = col(Letter.sort_key)
    keys = select(key).where(*_narrowed(wanted, key))
    rows = in_order(session, look_up, hits, keys, newest_first=True, most=offset + limit)
    return [letter for (letter,) in rows[offset:]]


def _narrowed(wanted: LetterFilter, key: Any) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [col(Letter.sort_key).is_not(None)]
    if wanted.document_type:
        conditions.append(col(Letter.document_type) == wanted.document_type)
    if wanted.since:
        conditions += [key >= first_letter_key(wanted.since), col(Letter.issued_on) >= wanted.since]
    if wanted.until:
        later = first_letter_key(wanted.until) + LETTERS_A_DAY
        conditions += [key < later, col(Letter.issued_on) <= wanted.until]
    if wanted.urgency:
        conditions.append(col(Letter.urgency) == wanted.urgency)
    if wanted.to_review:
        conditions.append(col(Letter.uid).in_(select(Letter.head_uid).where(Letter.to_review > 0)))
    return conditions


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
    """By the search text of numbers: any spacing, with or without accents. Letters that are listed."""
    terms = terms_of(number)
    return _listed(session, LetterFilter(), terms, Place.NUMBER, None) if terms else []
