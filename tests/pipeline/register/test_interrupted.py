"""Real processes stopped in the middle of a batch: by Ctrl-C, and by kill -9 of everything."""

from __future__ import annotations

import os
import signal
import subprocess

from desk import Desk
from letters import document
from programs import start, wait_until


def start_ingest(desk: Desk) -> subprocess.Popen[str]:
    return start("ingest", desk.folder, "--jobs", "2", "--db", desk.register.url)


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
