"""A worker: takes one item after another from the ledger, has it read, and writes its end."""

from __future__ import annotations

import logging
import os
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import OperationalError
from sqlmodel import select

from models.backend import open_engine
from models.database import Register
from models.tables import IngestItem, ItemState, Letter
from pipeline.register.ledger import claim, finish, release, still_mine
from pipeline.register.originals import place_of
from pipeline.register.registering import LetterReading, register_reading
from schemas.errors import LetterError, ToolMissingError
from schemas.knowledge import Knowledge

BUG = "bug"
TOOL_MISSING = "tool_missing"
TOOL_MISSING_STATUS = 4
DATABASE_FAILED_STATUS = 5

ReadLetter = Callable[[Path, Knowledge], LetterReading]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker process needs, all of it picklable: ``read`` by its module and name."""

    url: str
    originals: Path
    read: ReadLetter
    knowledge: Knowledge
    parent: int


def own_name() -> str:
    """The lease owner that this process is: host and process number."""
    return f"{socket.gethostname()}:{os.getpid()}"


def is_alive(owner: str) -> bool:
    """Whether the process ``owner`` may still be at work; one on another host is trusted until its lease ends."""
    host, _, process = owner.rpartition(":")
    if host != socket.gethostname() or not process.isdigit():
        return bool(host)
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(int(process))


def _is_zombie(process: int) -> bool:
    """Whether it has ended and only its parent has not yet taken note (where there is ``/proc`` to tell)."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    return told.rpartition(")")[2].split()[:1] in (["Z"], ["X"])


def work_in_process(work: Work) -> None:
    """A worker process's whole life. It leaves interrupts to its parent and stops when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.environ.get("CONGVAN_DEBUG"):
        log.setLevel(logging.DEBUG)
        log.addHandler(logging.StreamHandler())
    register = Register(work.url, open_engine(work.url), work.originals)
    try:
        work_off(register, work.read, work.knowledge, lambda: os.getppid() == work.parent)
    except ToolMissingError:
        raise SystemExit(TOOL_MISSING_STATUS) from None
    except OperationalError:
        log.debug("the database failed", exc_info=True)
        raise SystemExit(DATABASE_FAILED_STATUS) from None


def work_off(
    register: Register, read: ReadLetter, knowledge: Knowledge, go_on: Callable[[], bool] = lambda: True
) -> None:
    """Read and register until nothing waits. Raises ``ToolMissingError``; the item waits again then."""
    owner = own_name()
    while go_on():
        with register.writing() as session:
            item = claim(session, owner)
        if item is None:
            return
        _work_on(register, item, owner, read, knowledge)


def _work_on(register: Register, item: IngestItem, owner: str, read: ReadLetter, knowledge: Knowledge) -> None:
    assert item.sha256 is not None
    try:
        reading = read(place_of(register.originals, item.sha256), knowledge)
        _register(register, item, owner, reading)
    except LetterError as error:
        _quarantine(register, item, owner, error.code, str(error))
    except ToolMissingError as error:
        with register.writing() as session:
            release(session, owner, TOOL_MISSING, str(error))
        raise
    except OperationalError:
        raise
    except Exception as error:
        log.debug("bug while reading item %s", item.id, exc_info=True)
        reason = f"Lỗi của chương trình khi đọc tệp này ({type(error).__name__}). Hãy báo lỗi; tệp vẫn được giữ nguyên."
        _quarantine(register, item, owner, BUG, reason)


def _register(register: Register, item: IngestItem, owner: str, reading: LetterReading) -> None:
    assert item.id is not None
    if not reading.record.documents:
        problems = reading.record.problems
        raise LetterError(problems[0].message if problems else "Không tìm thấy văn bản nào trong tệp. Hãy quét lại.")
    with register.writing() as session:
        mine = still_mine(session, item.id, owner)
        if mine is not None:
            register_reading(session, mine, reading)
            finish(session, mine, ItemState.REGISTERED)


def _quarantine(register: Register, item: IngestItem, owner: str, code: str, reason: str) -> None:
    """Write why the file cannot be read; one that was read before stays registered by its earlier reading."""
    assert item.id is not None
    with register.writing() as session:
        mine = still_mine(session, item.id, owner)
        if mine is None:
            return
        has_letters = session.exec(select(Letter.uid).where(Letter.sha256 == mine.sha256)).first() is not None
        finish(session, mine, ItemState.REGISTERED if has_letters else ItemState.QUARANTINED, code, reason)
