"""What is left for a person: letters with open points, and settling one of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import Session, col, func, select

from models.open_points import OpenPoint, open_points, seen
from models.pointers import field_of
from models.shown import value_of
from models.tables import Letter, Task
from models.whole import WholeLetter, whole_letter
from pipeline.register.deciding import Subject, decide
from pipeline.register.doubts import SERIAL, out_of_sequence
from pipeline.register.neighbours import hint


@dataclass(frozen=True, slots=True)
class PointToSettle:
    """An open point with what it is about.

    ``candidates`` are what may stand there, those first that the register bears out; ``told`` is what it says of them.
    """

    point: OpenPoint
    subject: Subject
    whole: WholeLetter
    candidates: tuple[Any, ...] = ()
    told: tuple[str, ...] = ()


def letters_to_review(session: Session, sha256s: set[str]) -> int:
    """How many of the files ``sha256s`` have an open point."""
    return sum(
        session.exec(
            select(func.count(func.distinct(Letter.sha256))).where(
                col(Letter.sha256).in_(part), Letter.to_review > 0, col(Letter.no_longer_read).is_(False)
            )
        ).one()
        for part in _parts(sorted(sha256s))
    )


def _parts(values: list[str], size: int = 500) -> Iterator[list[str]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]


def next_to_review(session: Session, passed: set[tuple[str, str, str]], letter_uid: str | None) -> PointToSettle | None:
    """The first open point that was not passed over, newest letters first; of one letter when ``letter_uid`` is given."""
    statement = select(Letter).where(Letter.to_review > 0, col(Letter.no_longer_read).is_(False))
    if letter_uid:
        statement = statement.where(Letter.head_uid == letter_uid)
    for letter in session.exec(statement.order_by(col(Letter.issued_on).desc().nulls_last(), col(Letter.uid))):
        whole = whole_letter(session, letter)
        for point in open_points(whole.document):
            if key_of(letter, point) not in passed:
                return _to_settle(session, letter, whole, point)
    return None if letter_uid else _out_of_sequence(session, passed)


def _out_of_sequence(session: Session, passed: set[tuple[str, str, str]]) -> PointToSettle | None:
    """When nothing else is open: the first accepted number that the register speaks against."""
    asked = {uid for uid, _, at in passed if at == SERIAL}
    for letter, point in out_of_sequence(session, asked):
        whole = whole_letter(session, letter)
        finding = whole.document.findings.get(SERIAL)
        page, box = seen(finding) if finding else (None, None)
        return _to_settle(session, letter, whole, replace(point, finding=finding, page=page, box=box))
    return None


def _to_settle(session: Session, letter: Letter, whole: WholeLetter, point: OpenPoint) -> PointToSettle:
    read = [candidate.value for candidate in point.finding.candidates] if point.finding else []
    known = hint(session, letter, point.at, read)
    subject = Subject(letter, _task(session, whole, point))
    return PointToSettle(point, subject, whole, known.candidates, known.told)


def key_of(letter: Letter, point: OpenPoint) -> tuple[str, str, str]:
    """What tells an open point from the others."""
    return letter.uid, point.code, point.at


def _task(session: Session, whole: WholeLetter, point: OpenPoint) -> Task | None:
    return session.get(Task, whole.task_uids[point.task]) if point.task is not None else None


def settle_with(session: Session, open_one: PointToSettle, value: Any, by: str) -> None:
    """``by`` says that ``value`` belongs where the point is; in a list the other entries stay as they are."""
    point, task = open_one.point, open_one.subject.task
    at = point.at_task if task else point.at
    field = field_of(at)
    if field != at:
        whole_field = point.at.removesuffix(at) + field
        entries = list(value_of(open_one.whole.document, whole_field) or ())
        index = int(at.removeprefix(f"{field}/").split("/")[0])
        value = [*entries[:index], *([] if value is None else [value]), *entries[index + 1 :]]
    decide(session, open_one.subject, field, value, by)
