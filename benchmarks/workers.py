"""How many letters a minute workers read that share one register on PostgreSQL, by their number.

    python benchmarks/workers.py --server postgresql://user@host/postgres --seconds 0.25
    python benchmarks/workers.py --server postgresql://user@host/postgres --folder corpus/samples

Makes a database of its own for each number of workers and drops it in the end. Without ``--folder`` reading a letter is
a stand-in that takes ``--seconds``: what is measured then is what queue, ledger and registering cost, and whether
workers get in each other's way; each worker process stands for a machine. With ``--folder`` the real reader reads the
files there. The rate is that between the first letter registered and the last, without the workers' start.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, text
from sqlmodel import func, select

from models.database import Register, database_url, open_register
from models.tables import IngestItem, ItemState
from pipeline.register.handing_in import files_under, hand_in
from pipeline.register.ledger import unfinished
from pipeline.register.receipts import Receipt
from pipeline.register.working import ReadLetter, Work, work_in_process
from schemas.knowledge import Knowledge
from schemas.record import LetterRecord
from schemas.text import Page, Word

TODAY = date(2026, 3, 5)
WORDS = "về việc rà soát vị trí việc làm và báo cáo kết quả thực hiện theo quy định của tỉnh".split() * 15


@dataclass(frozen=True)
class StandIn:
    """What the stand-in reads: one page of words, five tasks."""

    record: LetterRecord
    pages: tuple[Page, ...]
    version: str = "1"


def read_stand_in(seconds: float, path: Path, _: Knowledge) -> StandIn:
    time.sleep(seconds)
    serial = json.loads(path.read_bytes())["serial"]
    deadline = {"text": "trước ngày 20/3/2026", "kind": "date", "bound": "before", "due": "2026-03-20"}
    tasks = [{"item": None, "action": f"việc {one}", "lead": ["@addressees"], "deadline": deadline} for one in range(5)]
    document = {
        "role": "letter", "pages": [1, 1], "document_type": "CV", "issuer": "SỞ NỘI VỤ",
        "number": {"serial": serial, "symbol": "SNV-TCCC"}, "place": "An Phú", "issued_on": "2026-03-02",
        "subject": "rà soát vị trí việc làm", "addressees": ["Sở Y tế"], "tasks": tasks,
    }  # fmt: skip
    source = {"name": path.name, "sha256": path.name, "pages": 1, "text": "embedded"}
    page = Page(1, 595.0, 842.0, "embedded", tuple(Word(word, None, line=0) for word in WORDS))
    return StandIn(LetterRecord.model_validate({"source": source, "documents": [document]}), (page,))


def knowledge() -> Knowledge:
    return Knowledge(TODAY)


def main() -> None:
    told = _arguments()
    read: ReadLetter = partial(read_stand_in, told.seconds)
    with tempfile.TemporaryDirectory() as folder:
        files = stand_in_letters(Path(folder), told.letters)
        if told.folder:
            from commands.reading import reader

            read, files = reader(), list(files_under([told.folder]))
        print("| workers | letters | seconds | letters a minute |\n|---|---|---|---|")
        for workers in told.workers:
            with _database(told.server) as url:
                seconds = _measured(url, read, files, workers)
            print(f"| {workers} | {len(files)} | {seconds:.1f} | {60 * (len(files) - 1) / seconds:.0f} |", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", required=True, help="URL of a database from which others may be made")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--letters", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=0.25)
    parser.add_argument("--folder", type=Path)
    return parser.parse_args()


def stand_in_letters(folder: Path, count: int) -> list[Path]:
    """Files that the stand-in reads, each another letter."""
    paths = [folder / f"{number}.json" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(json.dumps({"serial": str(number + 1)}), encoding="utf-8")
    return paths


@contextmanager
def _database(server: str):  # type: ignore[no-untyped-def]
    name = f"benchmark_{uuid4().hex}"
    engine = create_engine(database_url(server), isolation_level="AUTOCOMMIT")
    _run(engine.connect, f"CREATE DATABASE {name}")
    try:
        yield engine.url.set(database=name).render_as_string(hide_password=False)
    finally:
        _run(engine.connect, f"DROP DATABASE {name} WITH (FORCE)")
        engine.dispose()


def _run(connect: Callable, statement: str) -> None:  # type: ignore[type-arg]
    with connect() as connection:
        connection.execute(text(statement))


def _measured(url: str, read: ReadLetter, files: list[Path], workers: int) -> float:
    with tempfile.TemporaryDirectory() as originals:
        register = open_register(url, Path(originals))
        hand_in(register, files, Receipt(TODAY))
        work = Work(url, Path(originals), read, knowledge, stay=True)
        crew = [
            multiprocessing.get_context("spawn").Process(target=work_in_process, args=(work,)) for _ in range(workers)
        ]
        for worker in crew:
            worker.start()
        while _left(register):
            time.sleep(0.2)
        for worker in crew:
            worker.terminate()
            worker.join()
        seconds = _between_first_and_last(register)
        register.engine.dispose()
        return seconds


def _left(register: Register) -> int:
    with register.reading() as session:
        return unfinished(session)


def _between_first_and_last(register: Register) -> float:
    times = select(func.min(IngestItem.updated_at), func.max(IngestItem.updated_at))
    with register.reading() as session:
        first, last = session.exec(times.where(IngestItem.state == ItemState.REGISTERED)).one()
    return float((last - first).total_seconds())


if __name__ == "__main__":
    main()
