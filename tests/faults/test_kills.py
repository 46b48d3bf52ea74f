"""An ingest killed again and again, at moments drawn by chance: in the end each file has exactly one fate.

The reader is a stand-in that is done at once; the ledger, the queue, the originals, the database and the registering
are real.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time

import pytest
from batches import ended, heartbeats_are_missed, in_a_process, ingest, nothing_lost_nothing_twice, write_files
from desk import Desk

FIRST_SECONDS = 0.8
"""The longest that a process lives at first; it follows how far the ingest has come."""


@pytest.mark.parametrize("seed", [1])
def test_a_dozen_kills(office: Desk, seed: int) -> None:
    survives(office, files=40, kills=12, seed=seed)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("seed", [2])
def test_two_hundred_kills(office: Desk, seed: int) -> None:
    survives(office, files=300, kills=200, seed=seed)


def survives(desk: Desk, files: int, kills: int, seed: int) -> None:
    """Kill an ingest of ``files`` so often, let the last one end, and look at what there is."""
    write_files(desk, files)
    chance, longest, killed, runs = random.Random(seed), FIRST_SECONDS, 0, 0
    while killed < kills and runs < 2 * kills:
        killed += ingest_killed_after(desk, chance.uniform(0, longest))
        runs += 1
        too_fast = ended(desk) / files > 0.9 * killed / kills
        longest = min(5.0, max(0.02, longest * (0.7 if too_fast else 1.4)))
    before = ended(desk)
    heartbeats_are_missed(desk)
    ingest(desk)
    sys.stdout.write(f"{killed} of {runs} runs killed; {before} of {files} files had an end before the last run\n")
    assert killed == kills, "most runs were through before they were killed"
    nothing_lost_nothing_twice(desk, files)


def ingest_killed_after(desk: Desk, seconds: float) -> bool:
    """Whether the process that ingests was still at work when it was killed."""
    child = in_a_process(lambda: ingest(desk))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)
