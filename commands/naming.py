"""What a person calls a letter or a task, found in the register."""

from __future__ import annotations

from sqlmodel import Session

from exchange.wording import day, number_of
from models.letter_search import find_by_name
from models.tables import Letter, Task
from pipeline.register.deciding import Subject
from schemas.errors import UsageError


def letter_named(session: Session, name: str) -> Letter:
    """The letter ``name`` means. Raises ``UsageError`` when there is none, or more than one (it lists them)."""
    found = find_by_name(session, name)
    if not found:
        raise UsageError(f"Không có văn bản {name!r} trong sổ.")
    if len(found) > 1:
        listed = "\n".join(
            f"  {one.uid}  {number_of(one)}  {day(one.issued_on)}  {one.issuer or ''}" for one in found[:20]
        )
        raise UsageError(f"Có {len(found)} văn bản ứng với {name!r}; hãy dùng mã:\n{listed}")
    return found[0]


def task_named(session: Session, name: str) -> Subject:
    """The task with the uid ``name``. Raises ``UsageError`` when there is none."""
    task = session.get(Task, name.strip().lower())
    letter = session.get(Letter, task.letter_uid) if task else None
    if task is None or letter is None:
        raise UsageError(f"Không có nhiệm vụ {name!r} trong sổ. Mã nhiệm vụ có dạng abcdefghi-1 (xem `congvan tasks`).")
    return Subject(letter, task)


def named(session: Session, name: str) -> Subject:
    """The task or letter that ``name`` means."""
    if session.get(Task, name.strip().lower()) is not None:
        return task_named(session, name)
    return Subject(letter_named(session, name))
