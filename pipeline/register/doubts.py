"""Letters whose accepted number does not lie in its office's own sequence: put before a person, never changed.

An office numbers its letters through the year in the order of their days (Decree 30/2020, article 15). One number
out of order says nothing of which of two is wrong; only where two others agree against it, is it asked about.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from models.open_points import OpenPoint
from models.shown import SEEN
from models.tables import Decision, Letter
from schemas.problems import ProblemCode

SERIAL = "/number/serial"
WITNESSES = 2
"""How many other letters have to speak against a number before it is asked about."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A letter's number and day in its series: the letters of one office, type, symbol and year."""

    uid: str
    serial: int
    issued_on: date


def out_of_sequence(session: Session, passed: Collection[str]) -> Iterator[tuple[Letter, OpenPoint]]:
    """Letters whose number two or more others of its series contradict, with what to ask; those ``passed`` left out.

    Numbers that a person has settled are not asked about.
    """
    settled = _settled(session) | set(passed)
    for series in _series(session):
        for one in series:
            against = [] if one.uid in settled else _against(one, series)
            letter = session.get(Letter, one.uid) if len(against) >= WITNESSES else None
            if letter is not None:
                yield letter, _point(letter, against)


def _series(session: Session) -> list[list[Numbered]]:
    rows = session.exec(
        select(Letter).where(
            Letter.role == "letter",
            col(Letter.no_longer_read).is_(False),
            col(Letter.serial).is_not(None),
            col(Letter.issued_on).is_not(None),
            Letter.issuer_folded != "",
        )
    )
    found: dict[tuple[object, ...], list[Numbered]] = defaultdict(list)
    for row in rows:
        if row.serial and row.serial.isdecimal() and row.issued_on:
            key = row.issuer_folded, row.document_type, (row.symbol or "").casefold(), row.issued_on.year
            found[key].append(Numbered(row.uid, int(row.serial), row.issued_on))
    return [series for series in found.values() if len(series) > WITNESSES]


def _against(one: Numbered, series: Sequence[Numbered]) -> list[Numbered]:
    """The others that this number contradicts, when it contradicts more of them than they do each other."""
    against = [other for other in series if _contradict(one, other)]
    others = [sum(_contradict(other, third) for third in series) for other in against]
    return against if all(count < len(against) for count in others) else []


def _contradict(one: Numbered, other: Numbered) -> bool:
    """Whether the one of the earlier day has the larger number."""
    if one.issued_on == other.issued_on:
        return False
    return (one.issued_on < other.issued_on) != (one.serial < other.serial)


def _settled(session: Session) -> set[str]:
    """Letters whose number a person has said, confirmed or set aside."""
    said = select(Decision).where(col(Decision.field).in_((SERIAL, SEEN)), col(Decision.task_uid).is_(None))
    return {
        one.letter_uid
        for one in session.exec(said)
        if one.field == SERIAL or json.loads(one.value) == {"code": ProblemCode.CONFLICT.value, "at": SERIAL}
    }


def _point(letter: Letter, against: Sequence[Numbered]) -> OpenPoint:
    known = ", ".join(f"số {one.serial} ngày {one.issued_on:%d/%m/%Y}" for one in against[:3])
    message = f"Số {letter.serial} không theo dãy số của cơ quan này ({known}): hãy đối chiếu."
    return OpenPoint(ProblemCode.CONFLICT.value, SERIAL, message, None, letter.serial, None)
