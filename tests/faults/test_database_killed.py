"""The database server itself is killed, with everything that runs in it, and started again."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from batches import ended, heartbeats_are_missed, in_a_process, ingest, nothing_lost_nothing_twice, write_files
from desk import Desk, new_postgresql_desk
from letters import document
from postgresql import PrivateServer, binaries, server
from programs import start, wait_until

from models.tables import ItemState


@pytest.fixture
def machine() -> Iterator[PrivateServer]:
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with server() as made:
        made.start(fsync="on")
        yield made


@pytest.fixture
def office(machine: PrivateServer, tmp_path: Path) -> Iterator[Desk]:
    desk = new_postgresql_desk(tmp_path, machine.url)
    yield desk
    desk.register.engine.dispose()


def test_the_server_is_killed_twice(office: Desk, machine: PrivateServer) -> None:
    survives(office, machine, files=20, kills=2, seed=1)


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_the_server_is_killed_twenty_times(office: Desk, machine: PrivateServer) -> None:
    survives(office, machine, files=300, kills=20, seed=2)


def survives(desk: Desk, machine: PrivateServer, files: int, kills: int, seed: int) -> None:
    write_files(desk, files, fails="slow", seconds="0.02")
    chance, killed = random.Random(seed), 0
    for number in range(kills):
        child = in_a_process(lambda: ingest(desk))
        wanted = min(files - 1, ended(desk) + chance.randint(0, files // kills))
        while ended(desk) < wanted and not os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.3 if number else 1))
        machine.kill()
        _, status = os.waitpid(child, 0)
        assert os.WIFEXITED(status), "a lost database ends a run, it does not hang or kill it"
        killed += os.WEXITSTATUS(status) != 0
        machine.start(fsync="on")
    heartbeats_are_missed(desk)
    ingest(desk)
    sys.stdout.write(f"the server was killed {kills} times, {killed} times under a run\n")
    nothing_lost_nothing_twice(desk, files)


def test_a_worker_waits_for_the_server_to_come_back(office: Desk, machine: PrivateServer) -> None:
    where = ("--db", office.register.url)
    worker = start("worker", "--jobs", "1", *where, CONGVAN_ORIGINALS=str(office.register.originals))
    try:
        office.hand_in(office.write("a.json"))
        wait_until(lambda: states(office) == [ItemState.REGISTERED])
        machine.kill()
        time.sleep(1)
        machine.start()
        office.hand_in(office.write("b.json", document("108")))
        wait_until(lambda: states(office) == [ItemState.REGISTERED] * 2)
        os.kill(worker.pid, signal.SIGTERM)
        _, errors = worker.communicate(timeout=90)
        assert (worker.returncode, "Traceback" in errors) == (0, False), errors
    finally:
        if worker.poll() is None:
            os.killpg(worker.pid, signal.SIGKILL)


def states(desk: Desk) -> list[str]:
    return [item.state for item in desk.items()]
