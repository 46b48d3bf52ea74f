"""``congvan quarantine``, ``retry`` and ``reread``: files that have to be read once more."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.ingest import Jobs, read_waiting
from commands.naming import letter_named
from commands.options import Db, register_at
from commands.tables import print_table
from pipeline.register.again import quarantined, quarantined_item, release_items, reread_items
from pipeline.register.originals import originals_at

app = typer.Typer(help="What could not be read: list, show, release.", no_args_is_help=True, add_completion=False)

Numbers = Annotated[list[int] | None, typer.Argument(metavar="[FILE]…", help="Numbers from the list; all by default.")]


AsLetter = Annotated[
    bool, typer.Option("--as-letter", help="They are letters, though nothing in them looks like one: register them.")
]


@app.command("list")
def list_(db: Db = None) -> None:
    """List the files in quarantine with their reasons."""
    with register_at(db).reading() as session:
        items = quarantined(session)
    if not items:
        typer.echo("Không có tệp nào trong cách ly.")
        return
    headings = ("Tệp số", "Tệp", "Lý do và cách xử lý")
    print_table(headings, [(item.id, Path(item.path).name, item.reason) for item in items], stretch=2)


@app.command()
def show(number: Annotated[int, typer.Argument(metavar="FILE")], db: Db = None) -> None:
    """Show one file: where it came from, where it is kept, why it could not be read."""
    register = register_at(db)
    with register.reading() as session:
        item = quarantined_item(session, number)
    kept = originals_at(register.originals).place_of(item.sha256) if item.sha256 else ""
    rows = [
        ("Tệp", item.path), ("Bản giữ trong sổ", kept), ("Cỡ (byte)", item.size), ("Số lần đọc", item.attempts),
        ("Loại lỗi", item.code), ("Lý do và cách xử lý", item.reason),
    ]  # fmt: skip
    for name, value in rows:
        typer.echo(f"{name + ':':<22}{'' if value is None else value}")


@app.command()
def release(numbers: Numbers = None, as_letter: AsLetter = False, db: Db = None) -> None:
    """Take files out of quarantine; the next ingest or retry reads them again."""
    with register_at(db).writing() as session:
        released = release_items(session, numbers or (), as_letter)
    typer.echo(f"Đã đưa {len(released)} tệp trở lại hàng chờ.")


def retry(numbers: Numbers = None, as_letter: AsLetter = False, jobs: Jobs = None, db: Db = None) -> None:
    """Read files in quarantine once more, and what still waits."""
    register = register_at(db)
    with register.writing() as session:
        released = release_items(session, numbers or (), as_letter)
    raise typer.Exit(read_waiting(register, released, jobs))


def reread(
    names: Annotated[list[str] | None, typer.Argument(metavar="[ID]…", help="Letters; all by default.")] = None,
    jobs: Jobs = None,
    db: Db = None,
) -> None:
    """Read letters again that an older version of the reader has read; what people decided stays."""
    from pipeline.read import VERSION

    register = register_at(db)
    with register.writing() as session:
        letters = [letter_named(session, name) for name in names or ()]
        waiting = reread_items(session, VERSION, letters)
    raise typer.Exit(read_waiting(register, waiting, jobs))
