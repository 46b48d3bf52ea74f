"""Handing files in: each gets one row of the ledger, a known one none and no hashing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlmodel import Session, col, select

from models.database import Register
from models.tables import IngestItem, ItemState, Original
from pipeline.register.ledger import finish
from pipeline.register.originals import Kept, Originals, originals_at
from pipeline.register.queue import enqueue
from pipeline.register.receipts import OneReceipt, Receipt, ReceiptBook
from schemas.container import OpenContainer
from schemas.errors import LetterError

_AT_ONCE = 500
_NO_LETTERS = frozenset({"Thumbs.db", "desktop.ini", "letter.json"})
_HAS_BYTES = col(IngestItem.sha256).is_not(None)


class Fate(StrEnum):
    """What handing a file in came to, before it is read."""

    NEW = "new"
    KNOWN = "known"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class HandedIn:
    path: str
    item_id: int
    fate: Fate


def files_under(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Files of ``paths`` in order; folders recursively, sorted, without hidden files, those that programs leave
    behind, and gold records (``letter.json``). A file named outright is taken whatever its name."""
    found: dict[Path, None] = {}
    for path in paths:
        found |= dict.fromkeys([path] if not path.is_dir() else _walk(path))
    return tuple(found)


def readable_path(file: Path) -> str:
    """The path as text any database takes; bytes of old code pages, which are no UTF-8, as escapes."""
    return os.fsencode(file).decode("utf-8", "backslashreplace").replace("\0", "")


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.name not in _NO_LETTERS:
            yield path


def no_container(path: Path, into: Path) -> None:
    """For offices that hand in no ZIP files or mails."""


def hand_in(
    register: Register,
    files: Sequence[Path],
    receipt: Receipt,
    each: Callable[[int], None] = lambda _: None,
    open_container: OpenContainer = no_container,
) -> tuple[HandedIn, ...]:
    """Enter ``files`` in the ledger, originals first; one short transaction a new file.

    A path seen with the same size and time is known without looking into it. A file that holds files is one receipt:
    it and those inside it are entered together, these by its path and their names in it. Raises ``UsageError`` when
    an arrival number is taken.
    """
    desk = _Desk(register, originals_at(register.originals), ReceiptBook(receipt), open_container)
    desk.originals.sweep()
    absolute = [file.absolute() for file in files]
    known = _known(register, absolute)
    handed: list[HandedIn] = []
    for done, file in enumerate(absolute, 1):
        handed += _hand_in(desk, file, known.get(readable_path(file), ()))
        each(done)
    return tuple(handed)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where files are handed in: the register, this run's receipts, and what opens files that hold files."""

    register: Register
    originals: Originals
    book: ReceiptBook
    open_container: OpenContainer


@dataclass(frozen=True, slots=True)
class _Seen:
    item_id: int
    size: int
    mtime_ns: int


def _known(register: Register, files: Sequence[Path]) -> dict[str, tuple[_Seen, ...]]:
    """What the ledger knows of each path: all its rows, looked up many at once."""
    found: dict[str, tuple[_Seen, ...]] = {}
    columns = (IngestItem.path, col(IngestItem.id), IngestItem.size, IngestItem.mtime_ns)
    with register.reading() as session:
        for start in range(0, len(files), _AT_ONCE):
            names = [readable_path(file) for file in files[start : start + _AT_ONCE]]
            for path, item_id, size, mtime_ns in session.exec(
                select(*columns).where(col(IngestItem.path).in_(names), _HAS_BYTES)
            ):
                found[path] = (*found.get(path, ()), _Seen(item_id or 0, size, mtime_ns))
    return found


def _hand_in(desk: _Desk, file: Path, seen: tuple[_Seen, ...]) -> list[HandedIn]:
    """The file, and what is inside it."""
    stamp = _stamp(file)
    for row in seen:
        if (row.size, row.mtime_ns) == stamp:
            return [HandedIn(readable_path(file), row.item_id, Fate.KNOWN)]
    try:
        with TemporaryDirectory(prefix="congvan-inside-") as folder:
            members = desk.open_container(file, Path(folder))
            inside = [(file / member.name, desk.originals.keep(member.path)) for member in members or ()]
        kept = desk.originals.keep(file)
    except LetterError as error:
        return [_refuse(desk.register, file, stamp, error)]
    with desk.register.writing() as session:
        if members is None:
            return [_enter(session, file, kept, desk.book)]
        return _enter_container(session, file, kept, inside, desk.book.one_receipt())


def _enter_container(
    session: Session, file: Path, kept: Kept, inside: Sequence[tuple[Path, Kept]], book: OneReceipt
) -> list[HandedIn]:
    own = _enter(session, file, kept, book, holds=len(inside))
    return [own, *(_enter(session, path, member, book) for path, member in inside if own.fate is Fate.NEW)]


def _stamp(file: Path) -> tuple[int, int]:
    """Size and time of ``file``; zeros when it cannot be looked at (then reading it will say why)."""
    try:
        stat = file.stat()
    except OSError:
        return 0, 0
    return stat.st_size, stat.st_mtime_ns


def _enter(session: Session, file: Path, kept: Kept, book: ReceiptBook | OneReceipt, holds: int = 0) -> HandedIn:
    """One row for ``file``, which ``holds`` so many files; those of its bytes and path that are there already stay."""
    rows = session.exec(select(IngestItem).where(IngestItem.sha256 == kept.sha256).order_by(col(IngestItem.id))).all()
    for row in rows:
        if row.path == readable_path(file):
            row.size, row.mtime_ns = kept.size, kept.mtime_ns
            session.add(row)
            return HandedIn(readable_path(file), row.id or 0, Fate.KNOWN)
    item = IngestItem(path=readable_path(file), size=kept.size, mtime_ns=kept.mtime_ns, sha256=kept.sha256)
    if rows:
        first = next((row for row in rows if row.state != ItemState.DUPLICATE), rows[0])
        finish(session, item, ItemState.DUPLICATE, "duplicate", f"Trùng từng byte với {first.path}.")
        item.incoming_id = first.incoming_id
    else:
        session.add(Original(sha256=kept.sha256, name=Path(readable_path(file)).name, size=kept.size))
        item.incoming_id = book.receive(session)
    if holds and not rows:
        finish(session, item, ItemState.OPENED, "opened", f"Đã mở, bên trong có {holds} tệp.")
    session.add(item)
    session.flush()
    if item.state == ItemState.WAITING:
        enqueue(session, item)
    return HandedIn(readable_path(file), item.id or 0, Fate.DUPLICATE if rows else Fate.NEW)


def _refuse(register: Register, file: Path, stamp: tuple[int, int], error: LetterError) -> HandedIn:
    """A file that cannot even be copied: one quarantined row a path, so that handing it in again adds none."""
    with register.writing() as session:
        before = select(IngestItem).where(IngestItem.path == readable_path(file), col(IngestItem.sha256).is_(None))
        item = session.exec(before).first() or IngestItem(path=readable_path(file), size=0, mtime_ns=0)
        item.size, item.mtime_ns = stamp
        finish(session, item, ItemState.QUARANTINED, error.code, str(error))
        session.flush()
        return HandedIn(readable_path(file), item.id or 0, Fate.REFUSED)
