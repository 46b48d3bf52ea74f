"""Options that several commands have, and how what people type is understood."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from commands.settings import settings
from models.database import Register, open_register

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]

Db = Annotated[str | None, typer.Option("--db", envvar="CONGVAN_DB", help="The register: a path or an SQLAlchemy URL.")]
By = Annotated[str | None, typer.Option("--by", help="Who decides; else CONGVAN_USER, else the login.")]
Query = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY]", help='Words, "a phrase", a begin*, or a number in any spacing.', show_default=False
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Issuer = Annotated[str | None, typer.Option(help="Issuing agency, in part, accents or none.")]
TypeOfLetter = Annotated[str | None, typer.Option("--type", help="Document type: CV, QĐ, TB, KH, …")]
Since = Annotated[datetime | None, typer.Option(formats=DAY_FORMATS, help="Issued on this day or later.")]
Until = Annotated[datetime | None, typer.Option(formats=DAY_FORMATS, help="Issued on this day or earlier.")]
Urgency = Annotated[str | None, typer.Option(help="KHẨN, THƯỢNG KHẨN or HỎA TỐC.")]
ToReview = Annotated[bool, typer.Option("--to-review", help="Only what a person has to look at.")]
Lead = Annotated[str | None, typer.Option(help="Who has to do it, in part.")]
Coordinating = Annotated[str | None, typer.Option(help="Who takes part, in part.")]
DueBefore = Annotated[datetime | None, typer.Option(formats=DAY_FORMATS, help="Due on this day or earlier.")]
DueAfter = Annotated[datetime | None, typer.Option(formats=DAY_FORMATS, help="Due on this day or later.")]
Overdue = Annotated[bool, typer.Option("--overdue", help="Only late and not done.")]
DueToday = Annotated[bool, typer.Option("--due-today", help="Only open and due today.")]
DueWithin = Annotated[
    int | None, typer.Option(min=0, metavar="N", help="Only open and due today or within N working days.")
]
NoDeadline = Annotated[bool, typer.Option("--no-deadline", help="Only without a day.")]
Status = Annotated[str | None, typer.Option(help="not_started, in_progress, done or returned.")]
Limit = Annotated[int, typer.Option(min=1, help="At most so many.")]
PageNumber = Annotated[int, typer.Option("--page", min=1, help="Which page of them.")]


def day_of(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def words(query: list[str] | None) -> str:
    """A query typed without quotes for the shell is still one query."""
    return " ".join(query or ())


def register_at(db: str | None) -> Register:
    """The register an option or the settings name. Raises ``UsageError`` when it cannot be opened."""
    known = settings()
    return open_register(db or known.db, known.originals_place)
