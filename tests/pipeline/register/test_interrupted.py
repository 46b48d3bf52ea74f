"""Real processes stopped in the middle of a batch: by Ctrl-C, and by kill -9 of everything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from desk import Desk
from letters import document

import cli

ROOT = Path(cli.__file__).parent
PROGRAM = """
import sys
sys.path.insert(0, {stand_ins!r})
import cli, fake_reader
from commands import reading
reading.reader = lambda: fake_reader.read
cli.app(["ingest", {folder!r}, "--jobs", "2", "--db", {url!r}])
"""


def start_ingest(desk: Desk) -> subprocess.Popen[str]:
    """``congvan ingest`` in a process group of its own, as a terminal starts it."""
    stand_ins = str(ROOT / "tests" / "stand_ins")
    code = PROGRAM.format(stand_ins=stand_ins, folder=str(desk.folder), url=desk.register.url)
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        text=True,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def wait_until(true: Callable[[], bool]) -> None:
    for _ in range(900):
        if true():
            return
        time.sleep(0.1)
    pytest.fail("nothing happened for 90 seconds")


def batch(desk: Desk) -> None:
    """Letters of which one takes long to read."""
    desk.write("a.json")
    desk.write("slow.json", document("108"), fails="slow", seconds="20")


def being_read_slowly(desk: Desk) -> bool:
    return sorted(item.state for item in desk.items()) == ["registered", "working"]


def finish_after(desk: Desk) -> None:
    """The next run goes on where the stopped one left off, without the wait."""
    os.environ["FAKE_READER_HURRIES"] = "1"
    try:
        desk.ingest()
    finally:
        del os.environ["FAKE_READER_HURRIES"]
    assert [item.state for item in desk.items()] == ["registered", "registered"]
    assert sorted(letter.serial or "" for letter in desk.letters()) == ["107", "108"]


def test_ctrl_c_exits_130_and_the_file_in_hand_waits(desk: Desk) -> None:
    batch(desk)
    process = start_ingest(desk)
    wait_until(lambda: being_read_slowly(desk))
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=90)
    assert process.returncode == 130, errors
    assert "Đã dừng" in errors
    assert "Traceback" not in errors
    assert [(item.state, item.attempts) for item in desk.items()] == [("registered", 1), ("waiting", 0)]
    finish_after(desk)


def test_killing_everything_loses_nothing(desk: Desk) -> None:
    batch(desk)
    process = start_ingest(desk)
    wait_until(lambda: being_read_slowly(desk))
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=90)
    finish_after(desk)
    assert desk.items()[1].attempts == 2
