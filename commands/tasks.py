"""``congvan tasks``: what is to be done, by when and by whom."""

from __future__ import annotations

from datetime import date

import typer

from commands.narrowing import tasks_wanted
from commands.options import (
    AsJson,
    Coordinating,
    Db,
    DueAfter,
    DueBefore,
    DueToday,
    DueWithin,
    Issuer,
    Lead,
    Limit,
    NoDeadline,
    Overdue,
    PageNumber,
    Query,
    Status,
    ToReview,
    register_at,
)  # fmt: skip
from commands.settings import today
from commands.tables import print_table, tell_of_more
from exchange.wording import actors, day, deadline_of, number_of, status_of
from models.task_search import FoundTask, find_tasks


def tasks(
    query: Query = None,
    lead: Lead = None,
    coordinating: Coordinating = None,
    issuer: Issuer = None,
    due_before: DueBefore = None,
    due_after: DueAfter = None,
    due_today: DueToday = False,
    due_within: DueWithin = None,
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
    wanted = tasks_wanted(
        query, lead, coordinating, issuer, due_before, due_after, due_today, due_within, overdue, no_deadline, status,
        to_review, limit, page,
    )  # fmt: skip
    with register_at(db).reading() as session:
        found = find_tasks(session, wanted)
    _print(found, as_json)
    tell_of_more(len(found), limit, page)


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
