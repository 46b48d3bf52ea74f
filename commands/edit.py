"""``congvan edit``: a person's word about a letter or a task."""

from __future__ import annotations

from typing import Annotated

import typer
from sqlmodel import Session

from commands.naming import named
from commands.options import By, Db, register_at
from commands.settings import person
from commands.typed_values import typed_value
from models.pointers import LETTER_FIELDS, TASK_FIELDS
from pipeline.register.deciding import Subject, add_task, confirm, decide, delete_task
from schemas.errors import UsageError


def edit(
    name: Annotated[str, typer.Argument(metavar="ID", help="A letter or a task.")],
    field: Annotated[str | None, typer.Argument(help="For example serial, issued_on, lead, deadline.due.")] = None,
    value: Annotated[str | None, typer.Argument(help='The right value; entries of a list with ";" between.')] = None,
    right: Annotated[
        bool, typer.Option("--confirm", help="What is shown is right (without FIELD: the task is one).")
    ] = False,
    clear: Annotated[bool, typer.Option("--clear", help="The field is to be empty.")] = False,
    add: Annotated[str | None, typer.Option(help="Add a task with this action to the letter.")] = None,
    delete: Annotated[bool, typer.Option("--delete", help="The task is none.")] = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Correct, confirm, add or delete; kept as a decision that survives reading the letter again."""
    if [value is not None, right, clear, add is not None, delete].count(True) != 1:
        raise UsageError("Cần đúng một trong: VALUE, --confirm, --clear, --add, --delete.")
    with register_at(db).writing() as session:
        subject = named(session, name)
        said = _say(session, subject, field, value, right, clear, add, person(by))
    typer.echo(said)


def _say(
    session: Session,
    subject: Subject,
    field: str | None,
    value: str | None,
    right: bool,
    clear: bool,
    add: str | None,
    by: str,
) -> str:
    if add is not None:
        return _add(session, subject, add, by)
    if right:
        confirm(session, subject, _pointer(subject, field) if field or not subject.task else "", by)
        return "Đã xác nhận."
    if value is None and not clear:
        if subject.task is None or field:
            raise UsageError("--delete chỉ xóa nhiệm vụ: congvan edit MÃ-NHIỆM-VỤ --delete.")
        delete_task(session, subject, by)
        return f"Đã bỏ nhiệm vụ {subject.task.uid}."
    pointer = _pointer(subject, field)
    if pointer == "/deadline" and value:
        pointer = "/deadline/due"
    decide(session, subject, pointer, typed_value(pointer, value or ""), by)
    return "Đã ghi."


def _add(session: Session, subject: Subject, action: str, by: str) -> str:
    if subject.task is not None or not action.strip():
        raise UsageError('Thêm nhiệm vụ cho văn bản: congvan edit MÃ-VĂN-BẢN --add "nội dung".')
    return f"Đã thêm nhiệm vụ {add_task(session, subject.letter, ' '.join(action.split()), by).uid}."


def _pointer(subject: Subject, field: str | None) -> str:
    fields = TASK_FIELDS if subject.task else LETTER_FIELDS
    if field is None or field not in fields:
        raise UsageError(f"Không có trường {field or ''!r}. Các trường: {', '.join(fields)}.")
    return fields[field]
