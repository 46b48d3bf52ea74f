"""Batches of letters for tests of faults, and what has to be true of them whatever happened meanwhile."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import fake_reader
from desk import TODAY, Desk
from letters import document, task
from sqlalchemy import text

from models.database import open_register
from models.tables import ItemState
from pipeline.register import queue
from pipeline.register.checking import faults
from pipeline.register.handing_in import files_under, hand_in
from pipeline.register.ingest import work_through
from pipeline.register.ledger import CRASHED, counts
from pipeline.register.mending import mend
from pipeline.register.receipts import Receipt
from schemas.knowledge import Knowledge

TASKS = 2
EVERY_COPY, EVERY_LOCKED = 7, 11
"""How often a file is a copy of the one before it, and how often one cannot be read."""


def write_files(desk: Desk, files: int, **told: str) -> None:
    """``files`` letters, among them copies and locked ones; ``told`` to the fake reader of those that can be read."""
    for number in range(files):
        original = number - 1 if is_copy(number) else number
        how = {"fails": "encrypted"} if is_locked(original) else told
        desk.write(f"{number:03}.json", letter(original), **how, nonce=original)


def letter(number: int) -> dict[str, object]:
    tasks = [task(f"việc {one} của văn bản {number}", "2026-03-20") for one in range(TASKS)]
    return document(str(number + 1), tasks=tasks)


def is_copy(number: int) -> bool:
    return number % EVERY_COPY == EVERY_COPY - 1


def is_locked(number: int) -> bool:
    return number % EVERY_LOCKED == EVERY_LOCKED - 1


def expected(number: int) -> ItemState:
    if is_copy(number):
        return ItemState.DUPLICATE
    return ItemState.QUARANTINED if is_locked(number) else ItemState.REGISTERED


def in_a_process(do: Callable[[], object]) -> int:
    """The id of a process that does it and ends with 0, or 1 when it raises."""
    child = os.fork()
    if child == 0:
        _do_and_end(do)
    return child


def _do_and_end(do: Callable[[], object]) -> NoReturn:
    """Nothing of the parent's is tidied up at the child's end."""
    status = 1
    try:
        do()
        status = 0
    finally:
        os._exit(status)


def ingest(desk: Desk, jobs: int = 0) -> None:
    """As the command does, with connections of its own."""
    register = open_register(desk.register.url, desk.register.originals)
    hand_in(register, files_under([desk.folder]), Receipt(TODAY))
    work_through(register, fake_reader.read, Knowledge(TODAY), jobs)
    register.engine.dispose()


def ended(desk: Desk) -> int:
    """How many files have an end."""
    with desk.register.reading() as session:
        found = counts(session)
    return sum(number for state, number in found.items() if state not in (ItemState.WAITING, ItemState.WORKING))


def nothing_lost_nothing_twice(desk: Desk, files: int) -> None:
    """Each file has one row and one end, each letter is there once with its tasks, and the register is whole."""
    items = desk.items()
    names = sorted(Path(item.path).name for item in items)
    assert names == [f"{number:03}.json" for number in range(files)]
    for item in items:
        if item.code != CRASHED:
            assert item.state == expected(int(Path(item.path).stem)), (item.path, item.code, item.reason)
    letters, tasks = desk.letters(), desk.tasks()
    registered = [item for item in items if item.state == ItemState.REGISTERED]
    assert sorted(letter.sha256 for letter in letters) == sorted(item.sha256 or "" for item in registered)
    assert len({one.serial for one in letters}) == len(letters)
    assert Counter(one.letter_uid for one in tasks) == {letter.uid: TASKS for letter in letters}
    assert [*faults(desk.register)] == []
    nothing_queued(desk)


def heartbeats_are_missed(desk: Desk) -> None:
    """As if half a minute had gone by since the last worker was killed."""
    if queue.has_queue(desk.register.url):
        with desk.register.engine.begin() as connection:
            connection.execute(text("UPDATE procrastinate_workers SET last_heartbeat = now() - INTERVAL '31 seconds'"))


def nothing_queued(desk: Desk) -> None:
    """Once the heartbeats of the killed are missed, the queue is empty too."""
    if not queue.has_queue(desk.register.url):
        return
    heartbeats_are_missed(desk)
    mend(desk.register)
    with desk.register.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM procrastinate_jobs")).scalar() == 0
