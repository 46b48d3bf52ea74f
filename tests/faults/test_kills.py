"""An ingest killed again and again, at moments drawn by chance: in the end each file has exactly one fate.

The reader is a stand-in that is done at once; the ledger, the originals, the database and the registering are real.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import fake_reader
import pytest
from desk import TODAY, Desk, new_desk, new_postgresql_desk
from letters import document, task

from models.database import open_register
from models.tables import ItemState
from pipeline.register.checking import faults
from pipeline.register.handing_in import files_under, hand_in
from pipeline.register.ingest import work_through
from pipeline.register.ledger import CRASHED
from pipeline.register.receipts import Receipt
from schemas.knowledge import Knowledge

TASKS = 2
EVERY_COPY, EVERY_LOCKED = 7, 11
"""How often a file is a copy of the one before it, and how often one cannot be read."""


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    if request.param == "sqlite":
        desk = new_desk(tmp_path)
    else:
        desk = new_postgresql_desk(tmp_path, request.getfixturevalue("postgresql_server"))
    yield desk
    desk.register.engine.dispose()


@pytest.mark.parametrize("seed", [1])
def test_a_dozen_kills(office: Desk, seed: int) -> None:
    survives(office, files=40, kills=12, seed=seed)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", [2])
def test_two_hundred_kills(office: Desk, seed: int) -> None:
    survives(office, files=300, kills=200, seed=seed)


def survives(desk: Desk, files: int, kills: int, seed: int) -> None:
    """Kill an ingest of ``files`` so often, let the last one end, and look at what there is."""
    write_files(desk, files)
    moments = random.Random(seed)
    killed = sum(ingest_killed_after(desk, moments.uniform(0, 0.03 * files * 3 / kills + 0.05)) for _ in range(kills))
    desk.ingest()
    assert killed > kills // 3, "most runs ended before they were killed: the moments are too late"
    each_file_has_one_fate(desk, files)
    letters, tasks = desk.letters(), desk.tasks()
    registered = [item for item in desk.items() if item.state == ItemState.REGISTERED]
    assert sorted(letter.sha256 for letter in letters) == sorted(item.sha256 or "" for item in registered)
    assert len({one.serial for one in letters}) == len(letters)
    assert Counter(one.letter_uid for one in tasks) == {letter.uid: TASKS for letter in letters}
    assert [*faults(desk.register)] == []


def write_files(desk: Desk, files: int) -> None:
    for number in range(files):
        original = number - 1 if is_copy(number) else number
        told = {"fails": "encrypted", "nonce": original} if is_locked(original) else {}
        desk.write(f"{number:03}.json", letter(original), **told)


def letter(number: int) -> dict[str, object]:
    tasks = [task(f"việc {one} của văn bản {number}", "2026-03-20") for one in range(TASKS)]
    return document(str(number + 1), tasks=tasks)


def is_copy(number: int) -> bool:
    return number % EVERY_COPY == EVERY_COPY - 1


def is_locked(number: int) -> bool:
    return number % EVERY_LOCKED == EVERY_LOCKED - 1


def ingest_killed_after(desk: Desk, seconds: float) -> bool:
    """Whether the process that ingests was still at work when it was killed."""
    child = os.fork()
    if child == 0:
        _ingest_and_end(desk)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def _ingest_and_end(desk: Desk) -> None:
    """In the child: with connections of its own, and nothing of the parent's is tidied up at its end."""
    status = 1
    try:
        register = open_register(desk.register.url, desk.register.originals)
        hand_in(register, files_under([desk.folder]), Receipt(TODAY))
        work_through(register, fake_reader.read, Knowledge(TODAY), jobs=0)
        status = 0
    finally:
        os._exit(status)


def each_file_has_one_fate(desk: Desk, files: int) -> None:
    items = desk.items()
    assert [Path(item.path).name for item in sorted(items, key=lambda one: one.path)] == [
        f"{number:03}.json" for number in range(files)
    ]
    for item in items:
        number = int(Path(item.path).stem)
        if item.state != ItemState.QUARANTINED or item.code != CRASHED:
            assert item.state == expected(number), item.path


def expected(number: int) -> ItemState:
    if is_copy(number):
        return ItemState.DUPLICATE
    return ItemState.QUARANTINED if is_locked(number) else ItemState.REGISTERED
