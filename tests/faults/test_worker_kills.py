"""Worker processes killed one by one while the batch goes on: their parent replaces them and no letter is lost."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import threading
import time
from contextlib import suppress

import pytest
from batches import ended, heartbeats_are_missed, ingest, nothing_lost_nothing_twice, write_files
from desk import Desk

JOBS = 2


def test_a_few_kills(office: Desk) -> None:
    survives(office, files=14, kills=3, seed=1)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_a_hundred_kills(office: Desk) -> None:
    survives(office, files=300, kills=100, seed=2)


def survives(desk: Desk, files: int, kills: int, seed: int) -> None:
    """Kill a worker so often, each time once more files have an end, and look at what there is."""
    write_files(desk, files, fails="slow", seconds="0.05")
    chance, killed = random.Random(seed), 0
    run = start(desk)
    while run.is_alive() and killed < kills:
        wanted = min(files - 1, ended(desk) + chance.randint(0, 2 * files // kills))
        while run.is_alive() and ended(desk) < wanted:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.05))
        killed += kill_one(chance)
        if not run.is_alive() and killed < kills:
            run = start(desk)
    run.join()
    heartbeats_are_missed(desk)
    ingest(desk, jobs=1)
    sys.stdout.write(f"{killed} workers killed\n")
    assert killed >= kills // 2
    nothing_lost_nothing_twice(desk, files)


def start(desk: Desk) -> threading.Thread:
    def run() -> None:
        with suppress(RuntimeError):  # too many were killed before they took anything
            ingest(desk, JOBS)

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def kill_one(chance: random.Random) -> int:
    workers = [one.pid for one in multiprocessing.active_children() if one.pid]
    if workers:
        os.kill(chance.choice(workers), signal.SIGKILL)
    return bool(workers)
