"""A worker: takes one item after another from the ledger or the queue, has it read, and writes its end."""

from __future__ import annotations

import errno
import logging
import os
import resource
import signal
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlmodel import select

from models.backend import open_engine
from models.database import Register
from models.tables import IngestItem, ItemState, Letter
from pipeline.processes import is_orphan
from pipeline.register.again import AS_LETTER
from pipeline.register.ledger import claim, claim_by_job, finish, release, still_mine
from pipeline.register.letter_or_not import is_letter
from pipeline.register.originals import originals_at
from pipeline.register.queue import Job, QueueLostError, has_queue, work_off_queue
from pipeline.register.registering import LetterReading, register_reading
from schemas.errors import LetterError, NoLetterError, ToolMissingError
from schemas.knowledge import Knowledge

BUG = "bug"
TOOL_MISSING = "tool_missing"
TOOL_MISSING_STATUS = 4
DATABASE_FAILED_STATUS = 5
OUT_OF_MEMORY = "out_of_memory"
MOST_MEMORY = 4 << 30
"""Bytes that one worker process may take; ``CONGVAN_MEMORY`` says otherwise, in GiB. Reading a long letter takes one."""

DATABASE_TROUBLE = (OperationalError, InterfaceError, QueueLostError)
"""What the database raises when it is gone, full or locked: no fault of the letter in hand."""

OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)

ReadLetter = Callable[[Path, Knowledge], LetterReading]
Know = Callable[[], Knowledge]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker process needs, all of it picklable: ``read`` and ``know`` by their module and name.

    ``know`` is asked for each letter anew: a worker that stays lives longer than a day.
    """

    url: str
    originals: Path | str
    read: ReadLetter
    know: Know
    stay: bool = False


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
    return not _has_ended(int(process))


_EXITING = 0x4
"""PF_EXITING among the flags of ``/proc/PID/stat``: killed, and only giving back what it held."""


def _has_ended(process: int) -> bool:
    """Whether it works no more, though its number is not free yet (where there is ``/proc`` to tell)."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    state, *numbers = told.rpartition(")")[2].split()
    return state in "ZX" or bool(int(numbers[5]) & _EXITING)


def work_in_process(work: Work) -> None:
    """A worker process's whole life. It leaves interrupts to its parent and stops when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    _set_up_log()
    register = Register(work.url, open_engine(work.url), work.originals)
    try:
        if has_queue(work.url):
            _stop_when_orphaned()
            work_off_jobs(register, work.read, work.know, work.stay)
        else:
            work_off(register, work.read, work.know, lambda: not is_orphan())
    except ToolMissingError:
        raise SystemExit(TOOL_MISSING_STATUS) from None
    except (*DATABASE_TROUBLE, OSError):
        log.debug("the database or the disk failed", exc_info=True)
        raise SystemExit(DATABASE_FAILED_STATUS) from None


def _limit_memory() -> None:
    """A letter that eats memory shall fail, not the machine: from the limit on, asking for more is a MemoryError."""
    told = os.environ.get("CONGVAN_MEMORY", "")
    most = int(float(told) * (1 << 30)) if told.replace(".", "", 1).isdigit() else MOST_MEMORY
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _set_up_log() -> None:
    if os.environ.get("CONGVAN_DEBUG"):
        logging.basicConfig(level=logging.INFO)
        log.setLevel(logging.DEBUG)


def _stop_when_orphaned() -> None:
    """Ask this process to stop, after the letter in hand, as soon as the one it works for is gone."""

    def watch() -> None:
        while not is_orphan():
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


def work_off(register: Register, read: ReadLetter, know: Know, go_on: Callable[[], bool] = lambda: True) -> None:
    """Read and register until nothing waits. Raises ``ToolMissingError``; the item waits again then."""
    owner = own_name()
    while go_on():
        with register.writing() as session:
            item = claim(session, owner)
        if item is None:
            return
        _work_on(register, item, owner, read, know)


def work_off_jobs(register: Register, read: ReadLetter, know: Know, stay: bool) -> None:
    """The same by the queue; with ``stay`` until SIGTERM comes. Raises ``QueueLostError`` too."""
    owner = own_name()

    def do(job: Job) -> None:
        with register.writing() as session:
            item = claim_by_job(session, job, owner)
        if item is not None:
            _work_on(register, item, owner, read, know)

    work_off_queue(register.url, do, stay)


def _work_on(register: Register, item: IngestItem, owner: str, read: ReadLetter, know: Know) -> None:
    assert item.sha256 is not None
    try:
        with originals_at(register.originals).at_hand(item.sha256) as original:
            reading = read(original, know())
        _register(register, item, owner, reading)
    except LetterError as error:
        _quarantine(register, item, owner, error.code, str(error))
    except ToolMissingError as error:
        with register.writing() as session:
            release(session, owner, TOOL_MISSING, str(error))
        raise
    except DATABASE_TROUBLE:
        raise
    except MemoryError:
        _quarantine(register, item, owner, OUT_OF_MEMORY, _TOO_MUCH)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in OF_THE_DISK:
            with register.writing() as session:
                release(session, owner)
            raise
        log.debug("bug while reading item %s", item.id, exc_info=True)
        _quarantine(register, item, owner, BUG, _OUR_BUG.format(name=type(error).__name__))


_OUR_BUG = "Lỗi của chương trình khi đọc tệp này ({name}). Hãy báo lỗi; tệp vẫn được giữ nguyên."
_NO_LETTER = (
    "Tệp này không có dấu hiệu của một văn bản: không thấy cơ quan ban hành, số, nơi nhận hay người ký. "
    "Nếu đúng là văn bản, hãy chạy: congvan retry --as-letter {number}"
)
_TOO_MUCH = "Đọc tệp này cần quá nhiều bộ nhớ. Hãy quét lại ở 200–300 dpi hoặc tách tệp, hoặc tăng CONGVAN_MEMORY."


def _register(register: Register, item: IngestItem, owner: str, reading: LetterReading) -> None:
    assert item.id is not None
    if not reading.record.documents:
        problems = reading.record.problems
        raise LetterError(problems[0].message if problems else "Không tìm thấy văn bản nào trong tệp. Hãy quét lại.")
    if item.code != AS_LETTER and not is_letter(reading.record) and not _travels_with_others(register, item):
        raise NoLetterError(_NO_LETTER.format(number=item.id))
    with register.writing() as session:
        mine = still_mine(session, item.id, owner)
        if mine is not None:
            register_reading(session, mine, reading)
            finish(session, mine, ItemState.REGISTERED)


def _travels_with_others(register: Register, item: IngestItem) -> bool:
    """Whether other files came on the same receipt: an annex in a file of its own bears no signs."""
    if item.incoming_id is None:
        return False
    others = select(IngestItem.id).where(IngestItem.incoming_id == item.incoming_id, IngestItem.id != item.id)
    with register.reading() as session:
        return session.exec(others).first() is not None


def _quarantine(register: Register, item: IngestItem, owner: str, code: str, reason: str) -> None:
    """Write why the file cannot be read; one that was read before stays registered by its earlier reading."""
    assert item.id is not None
    with register.writing() as session:
        mine = still_mine(session, item.id, owner)
        if mine is None:
            return
        has_letters = session.exec(select(Letter.uid).where(Letter.sha256 == mine.sha256)).first() is not None
        finish(session, mine, ItemState.REGISTERED if has_letters else ItemState.QUARANTINED, code, reason)
