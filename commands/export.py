"""``congvan export``: what a query selects, for other programs."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO, TypeVar

import typer
from sqlmodel import Session

from commands.narrowing import tasks_wanted
from commands.options import (
    Coordinating,
    Db,
    DueAfter,
    DueBefore,
    DueToday,
    DueWithin,
    Issuer,
    Lead,
    NoDeadline,
    Overdue,
    Query,
    Since,
    Status,
    ToReview,
    TypeOfLetter,
    Until,
    Urgency,
    day_of,
    register_at,
    words,
)  # fmt: skip
from commands.settings import today
from exchange.columns import Column, FoundLetter
from models.letter_search import LetterFilter, find_letters
from models.task_search import TaskFilter, find_tasks, receipts_of
from models.whole import shown_record
from schemas.errors import UsageError

T = TypeVar("T")


class Format(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    ICS = "ics"


class What(StrEnum):
    TASKS = "tasks"
    LETTERS = "letters"


def export(
    query: Query = None,
    form: Annotated[Format, typer.Option("--format", help="Kind of file.")] = Format.XLSX,
    what: Annotated[What, typer.Option(help="Which register.")] = What.TASKS,
    output: Annotated[str, typer.Option("--output", "-o", help="File to write, - for stdout.")] = "-",
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
    type_of_letter: TypeOfLetter = None,
    since: Since = None,
    until: Until = None,
    urgency: Urgency = None,
    to_review: ToReview = False,
    db: Db = None,
) -> None:
    """Write tasks or letters as a workbook, a table, JSON or a calendar."""
    if form == Format.XLSX and output == "-" and sys.stdout.isatty():
        raise UsageError("Bảng tính không hiện được trên màn hình: thêm -o ten-tep.xlsx.")
    content = io.BytesIO()
    with register_at(db).reading() as session:
        if what == What.TASKS:
            wanted = tasks_wanted(
                query, lead, coordinating, issuer, due_before, due_after, due_today, due_within, overdue, no_deadline,
                status, to_review,
            )  # fmt: skip
            _write_tasks(session, wanted, form, content)
        else:
            letters = LetterFilter(
                words(query), issuer, type_of_letter, day_of(since), day_of(until), urgency, to_review
            )
            _write_letters(session, letters, form, content)
    _deliver(content.getvalue(), output)


def _write_tasks(session: Session, wanted: TaskFilter, form: Format, out: BinaryIO) -> None:
    found, now = find_tasks(session, wanted), today()
    if form == Format.ICS:
        from exchange.ics import write_calendar

        write_calendar(out, found, now)
    elif form == Format.JSON:
        from exchange.json import task_tree, write_tree

        write_tree(out, [task_tree(one, now) for one in found])
    else:
        from exchange.columns import task_columns

        _write_columns(form, out, "Theo dõi giải quyết văn bản đến", task_columns(now), found)


def _write_letters(session: Session, wanted: LetterFilter, form: Format, out: BinaryIO) -> None:
    if form == Format.ICS:
        raise UsageError("Lịch (ics) chỉ có cho nhiệm vụ: --what tasks.")
    found = find_letters(session, wanted)
    if form == Format.JSON:
        from exchange.json import write_records

        write_records(out, (shown_record(session, sha256) for sha256 in dict.fromkeys(one.sha256 for one in found)))
    else:
        from exchange.columns import letter_columns

        receipts = receipts_of(session, found)
        rows = [FoundLetter(one, receipts.get(one.incoming_id)) for one in found]
        _write_columns(form, out, "Đăng ký văn bản đến", letter_columns(), rows)


def _write_columns(form: Format, out: BinaryIO, title: str, columns: Sequence[Column[T]], rows: Sequence[T]) -> None:
    if form == Format.XLSX:
        from exchange.xlsx import write_sheet

        write_sheet(out, title[:31], columns, rows)
    else:
        from exchange.csv import write_table

        write_table(out, columns, rows)


def _deliver(content: bytes, output: str) -> None:
    """To stdout, or to a file that is whole or not there at all."""
    if output == "-":
        stdout = typer.get_binary_stream("stdout")
        stdout.write(content)
        stdout.flush()
        return
    target = Path(output)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except OSError as error:
        raise UsageError(f"Không ghi được {target}: {error.strerror}.") from error
    typer.echo(f"Đã ghi {target}.", err=True)
