"""Workers begin with what reading needs already imported, in their parent's surroundings, and notice when it is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from pipeline.processes import begin, begun, worker_context

linux = pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux only")

PARENT = """
import os, sys, time
from pathlib import Path
from pipeline.processes import begun, worker_context
from tests.pipeline.test_processes import until_orphaned

if __name__ == "__main__":
    worker = worker_context().Process(target=begun, args=(dict(os.environ), until_orphaned, Path(sys.argv[1])))
    worker.start()
    time.sleep(60)
"""


def in_worker(work: Callable[[], object]) -> object:
    with ProcessPoolExecutor(1, worker_context(), begin, (dict(os.environ),)) as pool:
        return pool.submit(work).result()


def imported() -> set[str]:
    return {"cv2", "pypdfium2", "pdfplumber", "onnxruntime"} & sys.modules.keys()


def threads_of_parent() -> int:
    return len(list(Path(f"/proc/{os.getppid()}/task").iterdir()))


def setting() -> str | None:
    return os.environ.get("CONGVAN_TRIED")


def until_orphaned(told: Path) -> None:
    from pipeline.processes import is_orphan

    told.write_text(f"{os.getpid()}")
    while not is_orphan():
        time.sleep(0.05)
    told.write_text("orphan")


@linux
def test_libraries_are_there_before_the_work_but_none_with_threads() -> None:
    assert in_worker(imported) == {"cv2", "pypdfium2", "pdfplumber"}


@linux
def test_the_process_that_is_forked_has_one_thread() -> None:
    assert in_worker(threads_of_parent) == 1


@pytest.mark.parametrize("value", ["one", "two"])
def test_a_worker_has_its_parents_environment_of_now(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("CONGVAN_TRIED", value)
    assert in_worker(setting) == value


def test_what_the_work_gives_is_given() -> None:
    assert begun(os.environ, max, 2, 3) == 3


def test_a_worker_whose_parent_was_killed_is_an_orphan(tmp_path: Path) -> None:
    script, told = tmp_path / "parent.py", tmp_path / "told"
    script.write_text(PARENT, encoding="utf-8")
    paths = os.pathsep.join([str(Path.cwd()), *filter(None, sys.path)])
    parent = subprocess.Popen([sys.executable, str(script), str(told)], env={**os.environ, "PYTHONPATH": paths})
    waited_for(lambda: told.exists() and told.read_text() != "")
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    waited_for(lambda: told.read_text() == "orphan")


def waited_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)
