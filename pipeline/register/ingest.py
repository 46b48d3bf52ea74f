"""A batch: files are handed in, worker processes read them, a worker's death costs nothing but time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from multiprocessing.process import BaseProcess

from sqlmodel import col, select

from models.database import Register
from models.tables import IngestItem, ItemState, now
from pipeline.register.ledger import bury, release, renew, sweep, unfinished
from pipeline.register.working import (
    DATABASE_FAILED_STATUS,
    TOOL_MISSING,
    TOOL_MISSING_STATUS,
    ReadLetter,
    Work,
    is_alive,
    own_name,
    work_in_process,
    work_off,
)
from schemas.errors import ToolMissingError, UsageError
from schemas.knowledge import Knowledge

POLL_SECONDS = 0.1
RENEW_SECONDS = 30.0
LONGEST_READING = timedelta(minutes=20)
"""A worker that is longer at one file has hung; it is stopped, and the attempt counts."""

MOST_FRUITLESS = 3
"""Workers that die with nothing in hand, before the run is given up: their start is broken, not a file."""

Progress = Callable[[int, int], None]
"""Called with how many of the run's files have an end, and how many there are."""


def no_progress(done: int, total: int) -> None:
    pass


def work_through(
    register: Register, read: ReadLetter, knowledge: Knowledge, jobs: int, progress: Progress = no_progress
) -> None:
    """Read all that waits, in ``jobs`` worker processes (0: in this one), and what earlier runs left undone.

    Raises ``ToolMissingError`` when reading cannot work on this machine. On ``KeyboardInterrupt`` the
    workers are stopped, what they held waits again, and the exception goes on.
    """
    with register.writing() as session:
        sweep(session, is_alive)
        waiting = unfinished(session)
    if not waiting:
        return
    if jobs == 0:
        _work_here(register, read, knowledge)
        progress(waiting, waiting)
        return
    work = Work(register.url, register.originals, read, knowledge, os.getpid())
    _Crew(register, work, min(jobs, waiting)).run(progress, waiting)


def _work_here(register: Register, read: ReadLetter, knowledge: Knowledge) -> None:
    try:
        work_off(register, read, knowledge)
    except KeyboardInterrupt:
        with register.writing() as session:
            release(session, own_name())
        raise


class _Crew:
    """The worker processes of a run, watched over by this one."""

    def __init__(self, register: Register, work: Work, jobs: int) -> None:
        self._register = register
        self._work = work
        self._jobs = jobs
        self._workers: list[BaseProcess] = []
        self._renewed = time.monotonic()
        self._fruitless = 0

    def run(self, progress: Progress, total: int) -> None:
        try:
            with _interrupts_ignored():
                self._workers = [self._start() for _ in range(self._jobs)]
            while self._workers:
                self._look_after()
                progress(max(0, total - self._left()), total)
                time.sleep(POLL_SECONDS)
        finally:
            self._stop()

    def _start(self) -> BaseProcess:
        worker = multiprocessing.get_context("spawn").Process(target=work_in_process, args=(self._work,), daemon=True)
        worker.start()
        return worker

    def _left(self) -> int:
        with self._register.reading() as session:
            return unfinished(session)

    def _look_after(self) -> None:
        """Replace the dead while something waits, renew the leases of the living, stop those that hang."""
        for worker in [worker for worker in self._workers if not worker.is_alive()]:
            self._workers.remove(worker)
            self._replace(worker)
        if time.monotonic() - self._renewed > RENEW_SECONDS:
            self._renewed = time.monotonic()
            self._stop_hanging()
            with self._register.writing() as session:
                renew(session, [_owner(worker) for worker in self._workers])

    def _replace(self, dead: BaseProcess) -> None:
        if dead.exitcode == TOOL_MISSING_STATUS:
            raise ToolMissingError(self._what_is_missing())
        if dead.exitcode == DATABASE_FAILED_STATUS:
            with self._register.writing() as session:
                release(session, _owner(dead))
            raise UsageError(
                "Không ghi được vào sổ (đĩa đầy hoặc sổ bị khóa). Hãy giải phóng đĩa rồi chạy lại lệnh này."
            )
        if dead.exitcode == 0:
            return
        with self._register.writing() as session:
            held = bury(session, _owner(dead))
            left = unfinished(session)
        self._fruitless += held == 0
        if self._fruitless > MOST_FRUITLESS:
            raise RuntimeError(f"workers die (exit status {dead.exitcode}) before they take anything")
        if left:
            with _interrupts_ignored():
                self._workers.append(self._start())

    def _what_is_missing(self) -> str:
        """What the worker that found a tool missing wrote beside its file before it ended."""
        told = select(IngestItem.reason).where(IngestItem.code == TOOL_MISSING, IngestItem.state == ItemState.WAITING)
        with self._register.reading() as session:
            reason = session.exec(told.order_by(col(IngestItem.updated_at).desc())).first()
        return f"{reason or 'Thiếu chương trình hoặc dữ liệu để đọc.'} Chạy `congvan doctor` để biết cần cài gì."

    def _stop_hanging(self) -> None:
        too_long = select(IngestItem.lease_owner).where(
            IngestItem.state == ItemState.WORKING, col(IngestItem.updated_at) < now() - LONGEST_READING
        )
        with self._register.reading() as session:
            hanging = set(session.exec(too_long))
        for worker in self._workers:
            if _owner(worker) in hanging:
                worker.kill()

    def _stop(self) -> None:
        """End what still runs (an interruption, a missing tool): its items wait again, at no cost to them."""
        for worker in self._workers:
            worker.terminate()
        for worker in self._workers:
            worker.join(timeout=5)
            if worker.is_alive():
                worker.kill()
                worker.join()
            with self._register.writing() as session:
                release(session, _owner(worker))


def _owner(worker: BaseProcess) -> str:
    return own_name().rpartition(":")[0] + f":{worker.pid}"


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Processes started here are born deaf to Ctrl-C, so that only their parent hears it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def ends_of(register: Register, item_ids: Sequence[int]) -> list[IngestItem]:
    """The ledger's rows of ``item_ids``, in their order, as they are now."""
    found: dict[int | None, IngestItem] = {}
    with register.reading() as session:
        for start in range(0, len(item_ids), 500):
            rows = session.exec(select(IngestItem).where(col(IngestItem.id).in_(item_ids[start : start + 500])))
            found |= {row.id: row for row in rows}
    return [found[item_id] for item_id in item_ids]
