"""``congvan`` as a process of its own, in a process group of its own as a terminal starts it, with the fake reader."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import cli

ROOT = Path(cli.__file__).parent
_PROGRAM = """
import sys
sys.path.insert(0, {stand_ins!r})
import cli, fake_reader
from commands import reading
reading.reader = lambda: fake_reader.read
cli.app({arguments!r})
"""


def start(*arguments: str | Path, **environment: str) -> subprocess.Popen[str]:
    """``congvan ARGUMENTS``, started."""
    stand_ins = str(Path(__file__).parent)
    code = _PROGRAM.format(stand_ins=stand_ins, arguments=[str(argument) for argument in arguments])
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        text=True,
        start_new_session=True,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def wait_until(true: Callable[[], bool], seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return
        time.sleep(0.1)
    pytest.fail(f"nothing happened for {seconds:.0f} seconds")
