"""``congvan backup`` and ``congvan restore``: the whole register in a folder, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.ingest import progress_bar
from commands.options import Db, register_at
from commands.settings import settings
from models.database import database_url, default_database
from pipeline.register import backup as copies

Folder = Annotated[Path, typer.Argument(help="Folder of the copy.")]


def backup(folder: Folder, db: Db = None) -> None:
    """Copy the register and its originals into FOLDER, also while others work in it; again brings it up to date."""
    register = register_at(db)
    with progress_bar("Đang sao lưu") as progress:
        count = copies.back_up(register, folder, progress)
    typer.echo(f"Đã sao lưu sổ và {count} bản gốc vào {folder}.")


def restore(folder: Folder, db: Db = None) -> None:
    """Make the register anew from a copy in FOLDER; never over one that is there."""
    known = settings()
    with progress_bar("Đang phục hồi") as progress:
        count = copies.restore(
            folder, database_url(db or known.db or default_database()), known.originals_place, progress
        )
    typer.echo(f"Đã phục hồi sổ và {count} bản gốc từ {folder}.")
