"""``congvan set``: what has become of a task."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from commands.naming import task_named
from commands.options import DAY_FORMATS, By, Db, Status, day_of, register_at
from commands.settings import person, today
from commands.tasks import status_named
from models.tables import TaskStatus
from pipeline.register.deciding import decide
from schemas.errors import UsageError


def set_(
    names: Annotated[list[str], typer.Argument(metavar="TASK…", help="Uids of tasks.")],
    status: Status = None,
    on: Annotated[
        datetime | None, typer.Option(formats=DAY_FORMATS, help="The day it was done; by default today.")
    ] = None,
    assignee: Annotated[str | None, typer.Option(help="Unit or person it was handed to.")] = None,
    result: Annotated[str | None, typer.Option(help="What came of it.")] = None,
    reply: Annotated[str | None, typer.Option(help="Number of the letter that answers.")] = None,
    note: Annotated[str | None, typer.Option(help="A note.")] = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Say what has become of a task: status, who has it, result, reply, note."""
    told = {"assignee": assignee, "result": result, "reply": reply, "note": note}
    said = _status_said(status_named(status), day_of(on)) | {
        key: value for key, value in told.items() if value is not None
    }
    if not said:
        raise UsageError("Chưa nói gì về nhiệm vụ. Dùng --status, --assignee, --result, --reply hoặc --note.")
    with register_at(db).writing() as session:
        subjects = [task_named(session, name) for name in names]
        for subject in subjects:
            for field, value in said.items():
                decide(session, subject, f"/{field}", value or None, person(by))
    typer.echo(f"Đã ghi cho {len(subjects)} nhiệm vụ.")


def _status_said(status: TaskStatus | None, on: date | None) -> dict[str, str | None]:
    """A status with its day; a day alone means done."""
    if status is None and on is None:
        return {}
    if status in (None, TaskStatus.DONE):
        return {"status": TaskStatus.DONE.value, "done_on": (on or today()).isoformat()}
    if on is not None:
        raise UsageError("--on chỉ đi với --status done.")
    return {"status": status.value, "done_on": None}
