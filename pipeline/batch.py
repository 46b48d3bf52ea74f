"""Many letters, read side by side in worker processes, results in the order given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from os import environ, sched_getaffinity
from pathlib import Path

from pipeline.read import Reading, read
from schemas.errors import LetterError
from schemas.knowledge import Knowledge


def default_jobs() -> int:
    """One worker for each core this process may use."""
    return len(sched_getaffinity(0))


def read_all(paths: Sequence[Path], knowledge: Knowledge, jobs: int | None = None) -> Iterator[Reading | LetterError]:
    """A reading, or why there is none, for each of ``paths``. A missing tool ends the batch (``ToolMissingError``)."""
    jobs = min(jobs or default_jobs(), max(1, len(paths)))
    if jobs == 1:
        yield from (_read_one(path, knowledge) for path in paths)
        return
    environ.setdefault("OMP_THREAD_LIMIT", "1")
    with ProcessPoolExecutor(jobs, mp_context=get_context("forkserver")) as pool:
        yield from pool.map(partial(_read_one, knowledge=knowledge), paths)


def _read_one(path: Path, knowledge: Knowledge) -> Reading | LetterError:
    try:
        return read(path, knowledge)
    except LetterError as error:
        return error
