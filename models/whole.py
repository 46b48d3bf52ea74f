"""A letter with all that belongs to it, put together from its reading and its decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, select

from models.links import with_extensions
from models.shown import (
    SEEN,
    ShownTask,
    TaskReading,
    masked_record,
    shown_document,
    shown_task,
)
from models.tables import Decision, Letter, Reading, Task
from models.tracked import Tracked
from schemas.record import Document, LetterRecord


@dataclass(frozen=True, slots=True)
class WholeLetter:
    """``document`` is as shown, secrets not yet masked; ``task_uids`` go with its tasks one by one.

    ``rows`` are all task rows, also of tasks not shown; ``tracked`` what the office says of each, by uid.
    """

    letter: Letter
    document: Document
    task_uids: tuple[str, ...]
    rows: tuple[Task, ...]
    tracked: Mapping[str, Tracked]


def whole_letter(session: Session, letter: Letter) -> WholeLetter:
    """``letter`` with its reading, decisions and tasks."""
    record = reading_record(session, letter.reading_id)
    decisions = _decisions(session, letter.uid)
    rows = tuple(session.exec(select(Task).where(Task.letter_uid == letter.uid).order_by(col(Task.ordinal))))
    by_task = {row.uid: [decision for decision in decisions if decision.task_uid == row.uid] for row in rows}
    shown = {row.uid: shown_task(row.uid, _read_task(row), by_task[row.uid]) for row in rows}
    kept = [row for row in rows if _is_shown(row, shown[row.uid], by_task[row.uid])]
    kept.sort(key=lambda row: (row.no_longer_read, row.position is None, row.position or 0, row.ordinal))
    own = _with_file_problems(record, letter.position)
    document = shown_document(
        own, [decision for decision in decisions if decision.task_uid is None], [shown[row.uid] for row in kept]
    )
    document = with_extensions(session, letter, document, [row.uid for row in kept], decisions)
    tracked = {uid: task.tracked for uid, task in shown.items()}
    return WholeLetter(letter, document, tuple(row.uid for row in kept), rows, tracked)


def reading_record(session: Session, reading_id: int) -> LetterRecord:
    reading = session.get(Reading, reading_id)
    assert reading is not None
    return LetterRecord.model_validate_json(reading.record)


def _decisions(session: Session, letter_uid: str) -> list[Decision]:
    """Decisions on the letter and its tasks, oldest first."""
    return list(session.exec(select(Decision).where(Decision.letter_uid == letter_uid).order_by(col(Decision.id))))


def _read_task(row: Task) -> TaskReading:
    return TaskReading.model_validate_json(row.record)


def _is_shown(row: Task, task: ShownTask, decisions: list[Decision]) -> bool:
    decided = any(decision.field != SEEN for decision in decisions)
    return not task.deleted and (decided or not row.no_longer_read)


def _with_file_problems(record: LetterRecord, position: int) -> Document:
    """The document, the first one with the problems of the whole file."""
    document = record.documents[position]
    if position or not record.problems:
        return document
    of_file = tuple(problem.model_copy(update={"at": ""}) for problem in record.problems)
    return document.model_copy(update={"problems": (*of_file, *document.problems)})


def shown_record(session: Session, sha256: str) -> LetterRecord:
    """The record of a file as it is shown and exported: newest reading, decisions laid over it, secrets masked."""
    letters = session.exec(
        select(Letter)
        .where(Letter.sha256 == sha256, col(Letter.no_longer_read).is_(False))
        .order_by(col(Letter.position))
    ).all()
    newest = max(letter.reading_id for letter in letters)
    record = reading_record(session, newest)
    documents = tuple(whole_letter(session, letter).document for letter in letters)
    return masked_record(record.model_copy(update={"documents": documents}))
