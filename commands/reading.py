"""The reader and what it may know, loaded only by the commands that read."""

from __future__ import annotations

import os

from pipeline.register.working import ReadLetter
from schemas.container import OpenContainer
from schemas.knowledge import Knowledge


def reader() -> ReadLetter:
    """The reader of letters; worker processes started from here on run one OCR thread each."""
    from pipeline.read import read

    os.environ.setdefault("OMP_THREAD_LIMIT", "1")

    return read


def container_opener() -> OpenContainer:
    """What opens ZIP files and mails as they are handed in."""
    from pipeline.scan.containers import open_container

    return open_container


def worker_count(jobs: int | None) -> int:
    """``jobs``, or one for each core this process may use."""
    return len(os.sched_getaffinity(0)) if jobs is None else jobs


def known() -> Knowledge:
    """What reading may know: our own agency, the working calendar, today in Vietnam."""
    from commands.settings import settings, today
    from corpus.calendar import working_calendar

    told = settings()
    return Knowledge(today=today(), calendar=working_calendar(told.calendar_path), own_agency=told.own_agency)
