"""A clerk's desk for tests: a fresh register, letters handed in, commands run with the fake reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import fake_reader
from letters import write_letter
from postgresql import new_database
from sqlmodel import select
from typer.testing import CliRunner

import cli
from models.database import Register, open_register
from models.tables import IngestItem, Letter, Task
from pipeline.register.handing_in import HandedIn, files_under, hand_in
from pipeline.register.ingest import work_through
from pipeline.register.receipts import Receipt
from schemas.knowledge import Knowledge

TODAY = date(2026, 3, 5)


@dataclass(frozen=True)
class Desk:
    """``folder`` holds the letters handed in, ``register`` what became of them."""

    folder: Path
    register: Register

    def write(self, name: str, *documents: dict[str, Any], **told: Any) -> Path:
        return write_letter(self.folder / name, *documents, **told)

    def hand_in(self, *paths: Path, receipt: Receipt | None = None) -> tuple[HandedIn, ...]:
        return hand_in(self.register, files_under(paths or (self.folder,)), receipt or Receipt(TODAY))

    def work(self, jobs: int = 0) -> None:
        work_through(self.register, fake_reader.read, Knowledge(TODAY), jobs)

    def ingest(self, *paths: Path, jobs: int = 0, receipt: Receipt | None = None) -> tuple[HandedIn, ...]:
        handed = self.hand_in(*paths, receipt=receipt)
        self.work(jobs)
        return handed

    def letters(self) -> list[Letter]:
        with self.register.reading() as session:
            return list(session.exec(select(Letter)))

    def tasks(self) -> list[Task]:
        with self.register.reading() as session:
            return list(session.exec(select(Task).order_by(Task.uid)))

    def items(self) -> list[IngestItem]:
        with self.register.reading() as session:
            return list(session.exec(select(IngestItem).order_by(IngestItem.id)))

    def run(self, *arguments: str | Path, typed: str | None = None) -> Any:
        """A command on this register; ``typed`` is what the person types."""
        command = [str(argument) for argument in arguments]
        where = [] if command[0] in ("extract", "doctor") else ["--db", self.register.url]
        return CliRunner().invoke(cli.app, [*command, *where], input=typed)


def new_desk(folder: Path) -> Desk:
    """A register in ``folder`` and an empty folder for letters."""
    (folder / "in").mkdir()
    (folder / "register.db").write_bytes(_empty_register())
    return Desk(folder / "in", open_register(str(folder / "register.db")))


def new_postgresql_desk(folder: Path, server: str) -> Desk:
    """The same, on a fresh database of a PostgreSQL server."""
    (folder / "in").mkdir()
    return Desk(folder / "in", open_register(new_database(server), folder / "originals"))


@cache
def _empty_register() -> bytes:
    """A migrated register with nothing in it, made once: migrating takes longer than most tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        engine = open_register(str(path)).engine
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT 1")
        engine.dispose()
        return path.read_bytes()
