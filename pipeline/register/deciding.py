"""What a person says becomes a decision: checked, written once, never changed, laid over the reading."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from models.folding import fold
from models.open_points import OpenPoint
from models.pointers import field_of
from models.shown import ADDED, CONFIRMED, DELETED, SEEN, TaskReading, value_of
from models.tables import Decision, Letter, Task, TaskStatus
from models.tracked import LEAD_STATUS
from models.whole import whole_letter
from pipeline.register.projection import leads_of, project
from pipeline.register.uids import next_ordinal, task_uid
from schemas.errors import UsageError
from schemas.record import Task as TaskRecord


@dataclass(frozen=True, slots=True)
class Subject:
    """What a decision is about: a letter, or one of its tasks."""

    letter: Letter
    task: Task | None = None

    @property
    def task_uid(self) -> str | None:
        return self.task.uid if self.task else None


def attached(session: Session, subject: Subject) -> Subject:
    """``subject`` as rows of ``session``, when it was found in another one."""
    letter = session.get(Letter, subject.letter.uid)
    assert letter is not None
    return Subject(letter, session.get(Task, subject.task.uid) if subject.task else None)


def decide(session: Session, subject: Subject, field: str, value: Any, by: str) -> None:
    """Write that ``by`` says ``field`` of ``subject`` is ``value`` (as JSON), and show it.

    Raises ``UsageError`` when the field cannot hold the value; nothing is written then.
    """
    session.add(
        Decision(
            letter_uid=subject.letter.uid, task_uid=subject.task_uid, field=field,
            value=json.dumps(value, ensure_ascii=False), by=by,
        )
    )  # fmt: skip
    session.flush()
    try:
        project(session, subject.letter)
    except ValidationError as error:
        reason = error.errors()[0]["msg"]
        raise UsageError(f"Trường {field.removeprefix('/')} không nhận giá trị này: {value!r} ({reason}).") from error


def confirm(session: Session, subject: Subject, field: str, by: str) -> None:
    """``by`` says that what is shown at ``field`` is right; an empty field of a task means the task as a whole."""
    if subject.task is not None and not field:
        decide(session, subject, CONFIRMED, True, by)
        return
    whole = whole_letter(session, subject.letter)
    at = f"/tasks/{whole.task_uids.index(subject.task.uid)}{field}" if subject.task else field
    decide(session, subject, field, value_of(whole.document, at), by)


def decide_lead(
    session: Session, subject: Subject, typed: str, status: TaskStatus, done_on: date | None, by: str
) -> str:
    """Write that ``by`` says how far the lead called ``typed`` (in part) is with its part; the lead's name.

    Raises ``UsageError`` when no lead of the task, or more than one, is called so.
    """
    assert subject.task is not None
    whole = whole_letter(session, subject.letter)
    task = whole.document.tasks[whole.task_uids.index(subject.task.uid)]
    name = _called(typed, leads_of(task, whole.document))
    value = {"lead": name, "status": status.value, "done_on": done_on.isoformat() if done_on else None}
    decide(session, subject, LEAD_STATUS, value, by)
    return name


def _called(typed: str, names: Sequence[str]) -> str:
    """The one of ``names`` that is ``typed``, or else that has it in it; accents and case do not matter."""
    wanted = f" {fold(typed)} "
    exact = [name for name in names if f" {fold(name)} " == wanted]
    found = exact or [name for name in names if wanted.strip() and wanted in f" {fold(name)} "]
    if len(found) != 1:
        trouble = "Không đơn vị chủ trì nào" if not found else "Nhiều đơn vị chủ trì"
        raise UsageError(f"{trouble} tên là {typed!r}. Các đơn vị chủ trì: {'; '.join(names) or 'không có'}.")
    return found[0]


def delete_task(session: Session, subject: Subject, by: str) -> None:
    """``by`` says that the task is none. It stays in the register, but is no longer shown."""
    decide(session, subject, DELETED, True, by)


def add_task(session: Session, letter: Letter, action: str, by: str) -> Task:
    """``by`` adds a task that was not read; who has to do it follows by correcting its fields."""
    ordinal = next_ordinal(session, letter.uid)
    reading = TaskReading(task=TaskRecord(item=None, action=action, lead=("@addressees",)))
    task = Task(
        uid=task_uid(letter.uid, ordinal), letter_uid=letter.uid, head_uid=letter.head_uid, ordinal=ordinal,
        position=None, record=reading.model_dump_json(),
    )  # fmt: skip
    session.add(task)
    session.flush()
    decide(session, Subject(letter, task), ADDED, reading.task.model_dump(mode="json"), by)
    return task


def set_aside(session: Session, subject: Subject, point: OpenPoint, by: str) -> None:
    """``by`` has looked at ``point`` and leaves it as it is."""
    at = point.at_task if subject.task else point.at
    if subject.task is not None and not at:
        confirm(session, subject, "", by)
    elif point.finding is not None and at:
        confirm(session, subject, field_of(at), by)
    else:
        decide(session, subject, SEEN, {"code": point.code, "at": at}, by)
