"""Finding tasks: by words, by who has to do them, and by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, or_, select

from models.folding import words_of
from models.ordering import TASKS_A_DAY, first_task_key
from models.portions import in_order
from models.query_terms import terms_of
from models.tables import Actor, Incoming, LeadStanding, Letter, Role, Task
from models.word_index import LookUp, tasks_with, unindexed

_SHOWN = select(Task, Letter).join(Letter, col(Letter.uid) == col(Task.letter_uid))
_ROLES_SHOWN = (Role.LEAD, Role.COORDINATING, Role.SUPERVISOR)


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
    open_only: bool = False
    no_deadline: bool = False
    status: str | None = None
    to_review: bool = False
    letter_uid: str | None = None
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task with its letter, receipt and bodies; ``standings``: how far single leads are, where it was said."""

    task: Task
    letter: Letter
    incoming: Incoming | None
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    supervisor: tuple[str, ...]
    standings: tuple[LeadStanding, ...] = ()


def find_tasks(session: Session, wanted: TaskFilter) -> list[FoundTask]:
    """Tasks with every term of the query in themselves or in the number or subject of their letter.

    By due day and hour, those without a day last; then by letter and order within it.
    """
    terms, filters = terms_of(wanted.query), _bodies_wanted(wanted)
    if (wanted.query.strip() and not terms) or not all(filters.values()):
        return []
    if terms or filters:
        rows = _looked_up(session, tasks_with(session.get_bind().engine, terms, filters), wanted)
    else:
        key = col(Task.sort_key)
        listed = _SHOWN.where(*_conditions(wanted, key)).order_by(key)
        rows = session.execute(listed.limit(wanted.limit).offset(wanted.offset)).all()
    return _with_bodies(session, [(task, letter) for task, letter in rows])


def _looked_up(session: Session, look_up: LookUp, wanted: TaskFilter) -> Sequence[Any]:
    """Pages of the tasks that have the words; they lead, in their order, and what belongs to them follows."""

    def hits(look_up: LookUp) -> Any:
        joined = _SHOWN.join(look_up.source, col(Task.sort_key) == unindexed(look_up.key))
        return joined.where(look_up.has, *_conditions(wanted, look_up.key))

    if look_up.in_order or wanted.limit is None:
        ordered = hits(look_up).order_by(look_up.key)
        return session.execute(ordered.limit(wanted.limit).offset(wanted.offset)).all()
    key = col(Task.sort_key)
    keys = select(key).where(*_conditions(wanted, key))
    return in_order(session, look_up, hits, keys, newest_first=False, most=wanted.offset + wanted.limit)[
        wanted.offset :
    ]


def _bodies_wanted(wanted: TaskFilter) -> dict[str, tuple[str, ...]]:
    named = {"lead": wanted.lead, "coordinating": wanted.coordinating, "issuer": wanted.issuer}
    return {role: words_of(name) for role, name in named.items() if name}


def _conditions(wanted: TaskFilter, key: Any) -> list[ColumnElement[bool]]:
    """What narrows besides words and bodies; days also narrow the keys, which are looked up in order."""
    conditions: list[ColumnElement[bool]] = [col(Task.sort_key).is_not(None)]
    if wanted.due_before:
        conditions += [key < first_task_key(wanted.due_before) + TASKS_A_DAY, col(Task.due) <= wanted.due_before]
    if wanted.due_after:
        conditions += [key >= first_task_key(wanted.due_after), col(Task.due) >= wanted.due_after]
    if wanted.overdue_on:
        conditions += [key < first_task_key(wanted.overdue_on) + TASKS_A_DAY, col(Task.is_open).is_(True)]
        conditions.append(col(Task.late_from) <= wanted.overdue_on)
    if wanted.open_only:
        conditions.append(col(Task.is_open).is_(True))
    if wanted.no_deadline:
        conditions += [key >= first_task_key(None), col(Task.due).is_(None)]
    if wanted.status:
        conditions.append(col(Task.status) == wanted.status)
    if wanted.to_review:
        conditions.append(col(Task.to_review) > 0)
    if wanted.letter_uid:
        conditions.append(or_(Task.letter_uid == wanted.letter_uid, Task.head_uid == wanted.letter_uid))
    return conditions


def _with_bodies(session: Session, rows: Sequence[tuple[Task, Letter]]) -> list[FoundTask]:
    bodies: dict[tuple[str, str], tuple[str, ...]] = {}
    standings: dict[str, tuple[LeadStanding, ...]] = {}
    uids = [task.uid for task, _ in rows]
    for start in range(0, len(uids), 500):
        acting = select(Actor).where(col(Actor.task_uid).in_(uids[start : start + 500])).order_by(col(Actor.id))
        for actor in session.exec(acting):
            key = actor.task_uid, actor.role
            bodies[key] = (*bodies.get(key, ()), actor.name)
        told = select(LeadStanding).where(col(LeadStanding.task_uid).in_(uids[start : start + 500]))
        for one in session.exec(told.order_by(col(LeadStanding.id))):
            standings[one.task_uid] = (*standings.get(one.task_uid, ()), one)
    receipts = _receipts(session, {letter.incoming_id for _, letter in rows})
    found = []
    for task, letter in rows:
        lead, coordinating, supervisor = (bodies.get((task.uid, role), ()) for role in _ROLES_SHOWN)
        receipt = receipts.get(letter.incoming_id)
        found.append(FoundTask(task, letter, receipt, lead, coordinating, supervisor, standings.get(task.uid, ())))
    return found


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
    """How many shown tasks ``wanted`` narrows to; its query, bodies and pages are left aside."""
    return session.exec(select(func.count()).select_from(Task).where(*_conditions(wanted, col(Task.sort_key)))).one()


def count_by_status(session: Session) -> dict[str, int]:
    """Shown tasks by status."""
    rows = session.exec(select(Task.status, func.count()).where(col(Task.shown).is_(True)).group_by(Task.status))
    return dict(rows.all())
