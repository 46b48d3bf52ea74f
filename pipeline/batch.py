"""Many letters, read side by side in worker processes, results in the order given; a worker's death costs one file."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from os import environ, sched_getaffinity
from pathlib import Path
from typing import TypeVar

from pipeline.processes import begin, worker_context
from pipeline.read import Reading, read
from schemas.errors import LetterError
from schemas.knowledge import Knowledge

T = TypeVar("T")

CRASH = "Chương trình dừng đột ngột khi đọc tệp này. Hãy mở tệp xem có bất thường không, quét lại nếu cần."
_MOST_CRASHES = 2


def default_jobs() -> int:
    """One worker for each core this process may use."""
    return len(sched_getaffinity(0))


def read_all(paths: Sequence[Path], knowledge: Knowledge, jobs: int | None = None) -> Iterator[Reading | LetterError]:
    """A reading, or why there is none, for each of ``paths``. A missing tool ends the batch (``ToolMissingError``)."""
    environ.setdefault("OMP_THREAD_LIMIT", "1")
    jobs = default_jobs() if jobs is None else jobs
    return each_file(partial(_read_one, knowledge=knowledge), paths, jobs, crashed=lambda _: LetterError(CRASH))


def _read_one(path: Path, knowledge: Knowledge) -> Reading | LetterError:
    try:
        return read(path, knowledge)
    except LetterError as error:
        return error


def each_file(work: Callable[[Path], T], files: Sequence[Path], jobs: int, crashed: Callable[[Path], T]) -> Iterator[T]:
    """``work`` of each of ``files`` in their order, in ``jobs`` processes (0: in this one).

    ``work`` must be picklable. After a worker has died the file it was waiting for is tried once more alone;
    when that kills its worker too, ``crashed`` says what stands for it, and the batch goes on.
    """
    if jobs == 0:
        yield from map(work, files)
        return
    left, crashes = list(files), 0
    while left:
        try:
            for result in _in_pool(work, left if not crashes else left[:1], jobs):
                left.pop(0)
                crashes = 0
                yield result
        except BrokenProcessPool:
            crashes += 1
            if crashes >= _MOST_CRASHES:
                crashes = 0
                yield crashed(left.pop(0))


def _in_pool(work: Callable[[Path], T], files: Sequence[Path], jobs: int) -> Iterator[T]:
    pool = ProcessPoolExecutor(
        min(jobs, len(files)), mp_context=worker_context(), initializer=_begin, initargs=(dict(environ),)
    )
    try:
        futures: list[Future[T]] = [pool.submit(work, file) for file in files]
        for future in futures:
            yield future.result()
    finally:
        for process in (getattr(pool, "_processes", None) or {}).copy().values():
            process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(environment: dict[str, str]) -> None:
    begin(environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
