"""Finding tasks: by words, by who has to do them, and by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Engine, false
from sqlmodel import Session, col, func, or_, select

from models.backend import matches
from models.letter_search import has_words
from models.query_terms import Term, terms_of
from models.tables import Actor, Incoming, Letter, Place, Role, SearchText, Task, TaskStatus

OPEN = (TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What to look for; a field that is ``None`` or empty does not narrow. ``due_before`` and ``due_after`` are
    inclusive; ``overdue_on`` is the day on which open tasks are late."""

    query: str = ""
    lead: str | None = None
    coordinating: str | None = None
    issuer: str | None = None
    due_before: date | None = None
    due_after: date | None = None
    overdue_on: date | None = None
    no_deadline: bool = False
    status: str | None = None
    to_review: bool = False
    letter_uid: str | None = None
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task with its letter, receipt and bodies."""

    task: Task
    letter: Letter
    incoming: Incoming | None
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    supervisor: tuple[str, ...]


def find_tasks(session: Session, wanted: TaskFilter) -> list[FoundTask]:
    """Tasks with every term of the query in themselves or in the number or subject of their letter.

    By due day and hour, those without a day last; then by letter and order within it.
    """
    statement = select(Task, Letter).join(Letter, col(Letter.uid) == col(Task.letter_uid)).where(*_conditions(wanted))
    if wanted.query.strip():
        statement = statement.where(*_searched(session.get_bind().engine, terms_of(wanted.query)))
    statement = statement.order_by(
        col(Task.due).asc().nulls_last(), col(Task.time).asc().nulls_last(), col(Task.letter_uid), col(Task.ordinal)
    )
    rows = session.exec(statement.limit(wanted.limit).offset(wanted.offset)).all()
    return _with_bodies(session, [(task, letter) for task, letter in rows])


def _conditions(wanted: TaskFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [col(Task.shown).is_(True)]
    for role, name in ((Role.LEAD, wanted.lead), (Role.COORDINATING, wanted.coordinating)):
        if name:
            acting = select(Actor.task_uid).where(Actor.role == role, has_words(col(Actor.folded), name))
            conditions.append(col(Task.uid).in_(acting))
    if wanted.issuer:
        conditions.append(has_words(col(Letter.issuer_folded), wanted.issuer))
    if wanted.due_before:
        conditions.append(col(Task.due) <= wanted.due_before)
    if wanted.due_after:
        conditions.append(col(Task.due) >= wanted.due_after)
    if wanted.overdue_on:
        conditions += [col(Task.late_from) <= wanted.overdue_on, col(Task.status).in_(OPEN)]
    if wanted.no_deadline:
        conditions.append(col(Task.due).is_(None))
    if wanted.status:
        conditions.append(col(Task.status) == wanted.status)
    if wanted.to_review:
        conditions.append(col(Task.to_review) > 0)
    if wanted.letter_uid:
        conditions.append(or_(Task.letter_uid == wanted.letter_uid, Task.head_uid == wanted.letter_uid))
    return conditions


def _searched(engine: Engine, terms: tuple[Term, ...]) -> list[ColumnElement[bool]]:
    return [_has(engine, term) for term in terms] or [false()]


def _has(engine: Engine, term: Term) -> ColumnElement[bool]:
    in_task = select(SearchText.task_uid).where(matches(engine, term), col(SearchText.task_uid).is_not(None))
    in_letter = select(SearchText.head_uid).where(matches(engine, term), SearchText.place <= Place.SUBJECT)
    return or_(col(Task.uid).in_(in_task), col(Task.head_uid).in_(in_letter))


def _with_bodies(session: Session, rows: Sequence[tuple[Task, Letter]]) -> list[FoundTask]:
    bodies: dict[tuple[str, str], tuple[str, ...]] = {}
    uids = [task.uid for task, _ in rows]
    for start in range(0, len(uids), 500):
        acting = select(Actor).where(col(Actor.task_uid).in_(uids[start : start + 500])).order_by(col(Actor.id))
        for actor in session.exec(acting):
            key = actor.task_uid, actor.role
            bodies[key] = (*bodies.get(key, ()), actor.name)
    receipts = _receipts(session, {letter.incoming_id for _, letter in rows})
    return [
        FoundTask(
            task,
            letter,
            receipts.get(letter.incoming_id),
            *(bodies.get((task.uid, role), ()) for role in (Role.LEAD, Role.COORDINATING, Role.SUPERVISOR)),
        )
        for task, letter in rows
    ]


def _receipts(session: Session, ids: set[int | None]) -> dict[int | None, Incoming]:
    wanted = sorted(one for one in ids if one is not None)
    found: dict[int | None, Incoming] = {}
    for start in range(0, len(wanted), 500):
        rows = session.exec(select(Incoming).where(col(Incoming.id).in_(wanted[start : start + 500])))
        found |= {row.id: row for row in rows}
    return found


def receipts_of(session: Session, letters: Sequence[Letter]) -> dict[int | None, Incoming]:
    """The receipts of ``letters`` by id."""
    return _receipts(session, {letter.incoming_id for letter in letters})


def count_tasks(session: Session, wanted: TaskFilter) -> int:
    """How many shown tasks ``wanted`` narrows to; its query and pages are left aside."""
    statement = select(func.count()).select_from(Task).join(Letter, col(Letter.uid) == col(Task.letter_uid))
    return session.exec(statement.where(*_conditions(wanted))).one()


def count_by_status(session: Session) -> dict[str, int]:
    """Shown tasks by status."""
    rows = session.exec(select(Task.status, func.count()).where(col(Task.shown).is_(True)).group_by(Task.status))
    return dict(rows.all())
