"""``congvan history`` and ``congvan check``: who said what and when, and whether the register is whole."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from sqlmodel import col, select

from commands.exits import Exit
from commands.naming import named
from commands.options import AsJson, Db, register_at
from commands.settings import HANOI
from commands.tables import print_table
from models.shown import masked
from models.tables import Decision
from pipeline.register.checking import faults


def history(
    name: Annotated[str, typer.Argument(metavar="ID", help="A letter or a task.")],
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show every decision on a letter or a task, oldest first."""
    with register_at(db).reading() as session:
        subject = named(session, name)
        said = select(Decision).where(Decision.letter_uid == subject.letter.uid)
        if subject.task is not None:
            said = said.where(Decision.task_uid == subject.task.uid)
        decisions = list(session.exec(said.order_by(col(Decision.id))))
    rows = [masked(_row(decision)) for decision in decisions]
    if as_json:
        names = ("at", "by", "about", "field", "value")
        typer.echo(json.dumps([dict(zip(names, row, strict=True)) for row in rows], ensure_ascii=False, indent=1))
    elif not rows:
        typer.echo("Chưa có ý kiến nào.")
    else:
        print_table(("Lúc", "Ai", "Về", "Trường", "Giá trị"), rows, stretch=4)


def _row(decision: Decision) -> tuple[str, ...]:
    when = decision.at.astimezone(HANOI).strftime("%d/%m/%Y %H:%M:%S")
    field = decision.field.removeprefix("/").replace("/", ".")
    value = json.loads(decision.value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return when, decision.by, decision.task_uid or decision.letter_uid, field, text


def check(db: Db = None) -> None:
    """Verify that every original is there and unchanged and every row is whole."""
    found = [*faults(register_at(db))]
    for fault in found:
        typer.echo(fault)
    if found:
        typer.secho(f"Sổ có {len(found)} chỗ hỏng. Hãy khôi phục từ bản sao lưu.", fg="red", err=True)
        raise typer.Exit(Exit.BUG)
    typer.echo("Sổ nguyên vẹn.")
