"""A batch: files are handed in, worker processes read them, a worker's death costs nothing but time."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial

from sqlmodel import col, func, select

from models.database import Register
from models.tables import IngestItem, ItemState
from pipeline.register.crew import MEND_SECONDS, Crew, Progress
from pipeline.register.ledger import counts, release, unfinished
from pipeline.register.mending import mend
from pipeline.register.queue import has_queue, jobs_to_do, workers_at_work
from pipeline.register.working import Know, ReadLetter, Work, own_name, work_off, work_off_jobs
from schemas.knowledge import Knowledge

PATIENCE_SECONDS = 60.0
"""What workers that are asked to stop have for the letter in hand."""

LOOK_SECONDS = 0.5
TAKEN_SECONDS = 2.0
_AT_ONCE = 500


def no_progress(done: int, total: int) -> None:
    pass


def work_through(
    register: Register, read: ReadLetter, knowledge: Knowledge, jobs: int, progress: Progress = no_progress
) -> None:
    """Read all that waits, in ``jobs`` worker processes (0: in this one), and what earlier runs left undone.

    Raises ``ToolMissingError`` when reading cannot work on this machine. On ``KeyboardInterrupt`` the
    workers are stopped, what they held waits again, and the exception goes on.
    """
    mend(register)
    know = partial(_known_already, knowledge)
    _work_once(register, read, know, jobs, progress)
    while has_queue(register.url) and _still_waiting(register):
        time.sleep(TAKEN_SECONDS)
        mend(register)
        _work_once(register, read, know, jobs, progress)


def _still_waiting(register: Register) -> int:
    """Files whose job a worker took that died before it took the file: they wait until its heartbeat is missed."""
    with register.reading() as session:
        return counts(session)[ItemState.WAITING]


def _work_once(register: Register, read: ReadLetter, know: Know, jobs: int, progress: Progress) -> None:
    with register.reading() as session:
        waiting = unfinished(session)
        idle = has_queue(register.url) and not jobs_to_do(session)
    if not waiting or idle:
        return
    if jobs == 0:
        _work_here(register, read, know)
        progress(waiting, waiting)
        return
    work = Work(register.url, register.originals, read, know)
    Crew(register, work, min(jobs, waiting)).run(progress, waiting)


def _known_already(knowledge: Knowledge) -> Knowledge:
    return knowledge


def _work_here(register: Register, read: ReadLetter, know: Know) -> None:
    """What this process still holds is from a run before this one, which the database or the disk ended."""
    with register.writing() as session:
        release(session, own_name())
    try:
        if has_queue(register.url):
            work_off_jobs(register, read, know, stay=False)
        else:
            work_off(register, read, know)
    except KeyboardInterrupt:
        with register.writing() as session:
            release(session, own_name())
        raise


def serve(register: Register, read: ReadLetter, know: Know, jobs: int) -> None:
    """Read what is handed in on any machine, in ``jobs`` worker processes, until interrupted; then the letters in hand
    are read to their end. For registers with a queue. Raises ``ToolMissingError`` and ``KeyboardInterrupt``."""
    mend(register)
    work = Work(register.url, register.originals, read, know, stay=True)
    Crew(register, work, jobs).stay(PATIENCE_SECONDS)


def wait_for(register: Register, item_ids: Sequence[int], progress: Progress = no_progress) -> bool:
    """Wait until workers have read ``item_ids``; ``False`` when there are none at work (any more), on any machine."""
    mended = time.monotonic()
    while left := open_among(register, item_ids):
        with register.reading() as session:
            if not has_queue(register.url) or not workers_at_work(session):
                return False
        if time.monotonic() - mended > MEND_SECONDS:
            mend(register)
            mended = time.monotonic()
        progress(len(item_ids) - left, len(item_ids))
        time.sleep(LOOK_SECONDS)
    return True


def open_among(register: Register, item_ids: Sequence[int]) -> int:
    """How many of ``item_ids`` wait or are being read."""
    still_open = col(IngestItem.state).in_((ItemState.WAITING, ItemState.WORKING))
    count = select(func.count()).select_from(IngestItem).where(still_open)
    with register.reading() as session:
        parts = (item_ids[start : start + _AT_ONCE] for start in range(0, len(item_ids), _AT_ONCE))
        return sum(session.exec(count.where(col(IngestItem.id).in_(part))).one() for part in parts)


def ends_of(register: Register, item_ids: Sequence[int]) -> list[IngestItem]:
    """The ledger's rows of ``item_ids``, in their order, as they are now."""
    found: dict[int | None, IngestItem] = {}
    with register.reading() as session:
        for start in range(0, len(item_ids), 500):
            rows = session.exec(select(IngestItem).where(col(IngestItem.id).in_(item_ids[start : start + 500])))
            found |= {row.id: row for row in rows}
    return [found[item_id] for item_id in item_ids]
