"""A batch in worker processes: in order, and a worker that dies costs its own file only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.batch import each_file

FILES = [Path(name) for name in ("a", "deadly", "b", "c", "deadly-too", "d")]


def named(file: Path) -> str:
    """Stands for reading a file; some files kill the process that reads them."""
    if file.name.startswith("deadly"):
        os._exit(9)
    return file.name


def crashed(file: Path) -> str:
    return f"{file.name} crashed"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_deadly_file_is_told_of_and_the_others_are_read(jobs: int) -> None:
    read = list(each_file(named, FILES, jobs, crashed))
    assert read == ["a", "deadly crashed", "b", "c", "deadly-too crashed", "d"]


def test_no_job_means_this_process() -> None:
    assert list(each_file(os.fspath, [Path("a"), Path("b")], 0, crashed)) == ["a", "b"]


def test_what_the_work_raises_ends_the_batch() -> None:
    with pytest.raises(FileNotFoundError):
        list(each_file(os.stat, [Path("not-there")], 1, crashed))  # type: ignore[arg-type]
