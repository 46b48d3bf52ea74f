"""``congvan worker``: reads what is handed in on any machine, for a register on PostgreSQL."""

from __future__ import annotations

import signal
from types import FrameType

import typer

from commands import reading
from commands.ingest import Jobs
from commands.options import Db, register_at
from pipeline.register.ingest import serve
from pipeline.register.queue import has_queue
from schemas.errors import UsageError


def worker(jobs: Jobs = None, db: Db = None) -> None:
    """Read letters that any machine hands in, until stopped; for a register on PostgreSQL."""
    register = register_at(db)
    if not has_queue(register.url):
        raise UsageError("Sổ SQLite không cần worker: `congvan ingest` tự đọc, `congvan retry` đọc những gì còn chờ.")
    signal.signal(signal.SIGTERM, _interrupt)
    count = reading.worker_count(jobs) or 1
    typer.echo(f"Đang chờ văn bản trong sổ {register.where} ({count} tiến trình). Ctrl-C để dừng.", err=True)
    try:
        serve(register, reading.reader(), reading.known, count)
    except KeyboardInterrupt:
        typer.echo("Đã dừng; văn bản đang đọc dở sẽ được đọc tiếp ở máy khác hoặc lần chạy sau.", err=True)


def _interrupt(_: int, __: FrameType | None) -> None:
    """A service is stopped by SIGTERM: that is its Ctrl-C."""
    raise KeyboardInterrupt
