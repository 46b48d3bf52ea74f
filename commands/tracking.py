"""``congvan set``: what has become of a task."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from commands.naming import task_named
from commands.narrowing import status_named
from commands.options import DAY_FORMATS, By, Db, Status, day_of, register_at
from commands.settings import person, today
from models.tables import TaskStatus
from pipeline.register.deciding import decide, decide_lead
from schemas.errors import UsageError


def set_(
    names: Annotated[list[str], typer.Argument(metavar="TASK…", help="Uids of tasks.")],
    status: Status = None,
    on: Annotated[
        datetime | None, typer.Option(formats=DAY_FORMATS, help="The day it was done; by default today.")
    ] = None,
    lead: Annotated[str | None, typer.Option(help="Whose part the status is of, where several lead.")] = None,
    assignee: Annotated[str | None, typer.Option(help="Unit or person it was handed to.")] = None,
    handed_over: Annotated[
        datetime | None, typer.Option(formats=DAY_FORMATS, help="The day it was handed over; by default today.")
    ] = None,
    result: Annotated[str | None, typer.Option(help="What came of it.")] = None,
    reply: Annotated[str | None, typer.Option(help="Number of the letter that answers.")] = None,
    note: Annotated[str | None, typer.Option(help="A note.")] = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Say what has become of a task: status, also of one lead, who has it since when, result, reply, note."""
    told = {"result": result, "reply": reply, "note": note} | _handed_over(assignee, day_of(handed_over))
    standing = _status_said(status_named(status), day_of(on))
    if lead is not None and not standing:
        raise UsageError("--lead đi với --status (hoặc --on): đơn vị ấy đã làm đến đâu?")
    said = (standing if lead is None else {}) | {key: value for key, value in told.items() if value is not None}
    if not said and lead is None:
        raise UsageError("Chưa nói gì về nhiệm vụ. Dùng --status, --assignee, --result, --reply hoặc --note.")
    with register_at(db).writing() as session:
        subjects = [task_named(session, name) for name in names]
        for subject in subjects:
            for field, value in said.items():
                decide(session, subject, f"/{field}", value or None, person(by))
            if lead is not None:
                decide_lead(session, subject, lead, *_standing(standing), person(by))
    typer.echo(f"Đã ghi cho {len(subjects)} nhiệm vụ.")


def _handed_over(assignee: str | None, on: date | None) -> dict[str, str | None]:
    """Who has it, since when; "" for nobody takes the day away too."""
    if assignee is None and on is None:
        return {}
    day = "" if assignee == "" else (on or today()).isoformat()
    return {"assignee": assignee, "handed_over_on": day}


def _standing(said: dict[str, str | None]) -> tuple[TaskStatus, date | None]:
    done_on = said["done_on"]
    return TaskStatus(said["status"] or ""), date.fromisoformat(done_on) if done_on else None


def _status_said(status: TaskStatus | None, on: date | None) -> dict[str, str | None]:
    """A status with its day; a day alone means done."""
    if status is None and on is None:
        return {}
    if status in (None, TaskStatus.DONE):
        return {"status": TaskStatus.DONE.value, "done_on": (on or today()).isoformat()}
    if on is not None:
        raise UsageError("--on chỉ đi với --status done.")
    return {"status": status.value, "done_on": None}
