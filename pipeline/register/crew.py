"""The worker processes of one machine, watched over: the dead are replaced, those that hang are stopped."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from multiprocessing.process import BaseProcess

from sqlmodel import col, select

from models.database import Register
from models.tables import IngestItem, ItemState, now
from pipeline.processes import begun, interrupts_ignored, worker_context
from pipeline.register.ledger import bury, release, renew, unfinished
from pipeline.register.mending import mend
from pipeline.register.working import (
    DATABASE_FAILED_STATUS,
    DATABASE_TROUBLE,
    TOOL_MISSING,
    TOOL_MISSING_STATUS,
    Work,
    own_name,
    work_in_process,
)
from schemas.errors import ToolMissingError, UsageError

POLL_SECONDS = 0.1
RENEW_SECONDS = 30.0
MEND_SECONDS = 10.0
PAUSE_SECONDS = 5.0
"""How long workers that stay wait for a database that is gone, before they try it again."""

LONGEST_READING = timedelta(minutes=20)
"""A worker that is longer at one file has hung; it is stopped, and the attempt counts."""

MOST_FRUITLESS = 3
"""Workers that die at once with nothing in hand, before the run is given up: their start is broken, not a file."""

AT_ONCE_SECONDS = 30.0

Progress = Callable[[int, int], None]
"""Called with how many of the run's files have an end, and how many there are."""


class Crew:
    """``jobs`` worker processes for ``work``."""

    def __init__(self, register: Register, work: Work, jobs: int) -> None:
        self._register = register
        self._work = work
        self._jobs = jobs
        self._workers: dict[BaseProcess, float] = {}
        self._renewed = self._mended = time.monotonic()
        self._fruitless = 0

    def run(self, progress: Progress, total: int) -> None:
        """Until nothing waits. Raises ``ToolMissingError``, and ``UsageError`` when the register cannot be written."""
        try:
            self._fill_up()
            while self._workers:
                self._look_after()
                progress(max(0, total - self._left()), total)
                time.sleep(POLL_SECONDS)
        finally:
            self._stop(seconds=5)

    def stay(self, patience: float) -> None:
        """Until an exception comes (an interruption); then each worker has ``patience`` seconds for what it has in hand.

        A database that is gone is waited for. Raises ``ToolMissingError``.
        """
        try:
            while True:
                try:
                    self._fill_up()
                    self._look_after()
                    self._mend()
                    time.sleep(POLL_SECONDS * 5)
                except DATABASE_TROUBLE:
                    time.sleep(PAUSE_SECONDS)
        finally:
            self._stop(patience)

    def _fill_up(self) -> None:
        with interrupts_ignored():
            while len(self._workers) < self._jobs:
                self._start()

    def _start(self) -> None:
        context = worker_context(work_in_process.__module__)
        worker = context.Process(target=begun, args=(dict(os.environ), work_in_process, self._work), daemon=True)
        worker.start()
        self._workers[worker] = time.monotonic()

    def _left(self) -> int:
        with self._register.reading() as session:
            return unfinished(session)

    def _look_after(self) -> None:
        """Replace the dead while something waits, renew the leases of the living, stop those that hang."""
        for worker in [worker for worker in self._workers if not worker.is_alive()]:
            started = self._workers.pop(worker)
            self._bury(worker, time.monotonic() - started)
        if time.monotonic() - self._renewed > RENEW_SECONDS:
            self._renewed = time.monotonic()
            self._stop_hanging()
            with self._register.writing() as session:
                renew(session, [_owner(worker) for worker in self._workers])

    def _mend(self) -> None:
        if time.monotonic() - self._mended > MEND_SECONDS:
            self._mended = time.monotonic()
            mend(self._register)

    def _bury(self, dead: BaseProcess, lived: float) -> None:
        if dead.exitcode == TOOL_MISSING_STATUS:
            raise ToolMissingError(self._what_is_missing())
        if dead.exitcode == DATABASE_FAILED_STATUS:
            self._after_database_failed(dead)
        elif dead.exitcode != 0:
            self._after_death(dead, lived)

    def _after_database_failed(self, dead: BaseProcess) -> None:
        if self._work.stay:
            time.sleep(PAUSE_SECONDS)
        with self._register.writing() as session:
            release(session, _owner(dead))
        if not self._work.stay:
            raise UsageError(
                "Không ghi được vào sổ (đĩa đầy hoặc sổ bị khóa). Hãy giải phóng đĩa rồi chạy lại lệnh này."
            )

    def _after_death(self, dead: BaseProcess, lived: float) -> None:
        with self._register.writing() as session:
            held = bury(session, _owner(dead))
            left = unfinished(session)
        self._fruitless = self._fruitless + 1 if held == 0 and lived < AT_ONCE_SECONDS else 0
        if self._fruitless > MOST_FRUITLESS:
            raise RuntimeError(f"workers die (exit status {dead.exitcode}) before they take anything")
        if left and not self._work.stay:
            with interrupts_ignored():
                self._start()

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

    def _stop(self, seconds: float) -> None:
        """End what still runs (an interruption, a missing tool): what it holds waits again, at no cost to it."""
        workers, self._workers = list(self._workers), {}
        for worker in workers:
            worker.terminate()
        until = time.monotonic() + seconds
        for worker in workers:
            worker.join(timeout=max(0.0, until - time.monotonic()))
            if worker.is_alive():
                worker.kill()
                worker.join()
        # When the database is gone, the next run finds that their owners are too.
        with suppress(*DATABASE_TROUBLE), self._register.writing() as session:
            for worker in workers:
                release(session, _owner(worker))


def _owner(worker: BaseProcess) -> str:
    return own_name().rpartition(":")[0] + f":{worker.pid}"
