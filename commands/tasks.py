"""``congvan tasks`` and ``congvan set``: what is to be done, and what has become of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from commands.naming import task_named
from commands.options import (
    DAY_FORMATS,
    AsJson,
    By,
    Coordinating,
    Db,
    DueAfter,
    DueBefore,
    Issuer,
    Lead,
    Limit,
    NoDeadline,
    Overdue,
    PageNumber,
    Query,
    Status,
    ToReview,
    day_of,
    register_at,
    words,
)  # fmt: skip
from commands.settings import person, today
from commands.tables import print_table, tell_of_more
from exchange.wording import actors, day, deadline_of, number_of, status_of
from models.tables import TaskStatus
from models.task_search import FoundTask, TaskFilter, find_tasks
from schemas.errors import UsageError


def tasks(
    query: Query = None,
    lead: Lead = None,
    coordinating: Coordinating = None,
    issuer: Issuer = None,
    due_before: DueBefore = None,
    due_after: DueAfter = None,
    overdue: Overdue = False,
    no_deadline: NoDeadline = False,
    status: Status = None,
    to_review: ToReview = False,
    as_json: AsJson = False,
    limit: Limit = 100,
    page: PageNumber = 1,
    db: Db = None,
) -> None:
    """List and search tasks by the day they are due."""
    wanted = TaskFilter(
        words(query), lead, coordinating, issuer, day_of(due_before), day_of(due_after), today() if overdue else None,
        no_deadline, status_named(status), to_review, None, limit, (page - 1) * limit,
    )  # fmt: skip
    with register_at(db).reading() as session:
        found = find_tasks(session, wanted)
    _print(found, as_json)
    tell_of_more(len(found), limit, page)


def status_named(typed: str | None) -> TaskStatus | None:
    """The status that was typed. Raises ``UsageError`` for any other word."""
    if typed is None:
        return None
    try:
        return TaskStatus(typed.replace("-", "_").lower())
    except ValueError as error:
        raise UsageError(f"Không có trạng thái {typed!r}. Chọn: {', '.join(TaskStatus)}.") from error


def _print(found: list[FoundTask], as_json: bool) -> None:
    if as_json:
        from exchange.json import task_tree, write_tree

        write_tree(typer.get_binary_stream("stdout"), [task_tree(one, today()) for one in found])
    elif not found:
        typer.echo("Không có nhiệm vụ nào.")
    else:
        headings = ("Mã", "Hạn", "Thời hạn", "Nội dung nhiệm vụ", "Chủ trì", "Văn bản", "Trạng thái")
        print_table(headings, [_row(one, today()) for one in found], stretch=3)


def _row(found: FoundTask, now: date) -> tuple[str | None, ...]:
    task = found.task
    due = " ".join(part for part in (day(task.due), task.time) if part)
    return (
        task.uid,
        due,
        deadline_of(task),
        task.action,
        actors(found.lead),
        number_of(found.letter),
        status_of(task, now),
    )


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
    from pipeline.register.deciding import decide

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
