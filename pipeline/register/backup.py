"""Copies of a whole register: the database by SQLite's online backup, originals byte for byte, both verified by hash."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from models.database import Register, originals_beside, sqlite_file
from pipeline.register.originals import FolderOriginals, Originals, originals_at
from schemas.errors import UsageError

DATABASE, ORIGINALS = "register.db", "originals"
_WITH_TOOLS = (
    "Sổ trên PostgreSQL được sao lưu bằng công cụ của PostgreSQL: pg_dump -Fc (phục hồi bằng pg_restore), "
    "cùng với một bản sao thư mục bản gốc: {originals}"
)
Each = Callable[[int, int], None]


def back_up(register: Register, folder: Path, each: Each = lambda _done, _total: None) -> int:
    """Copy ``register`` into ``folder``, while others may be at work in it; how many originals there are.

    A copy made there before is brought up to date. Raises ``UsageError`` for a register on PostgreSQL, and when an
    original is missing or changed: the copy of the database is not put in place then.
    """
    source = sqlite_file(register.url)
    if source is None:
        raise UsageError(_WITH_TOOLS.format(originals=register.originals))
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f".{DATABASE}.new"
    _copy_database(source, temporary)
    hashes = _hashes(temporary)
    _copy_originals(hashes, originals_at(register.originals), FolderOriginals(folder / ORIGINALS), each)
    temporary.replace(folder / DATABASE)
    return len(hashes)


def restore(
    folder: Path, url: str, originals: Path | str | None = None, each: Each = lambda _done, _total: None
) -> int:
    """Make the register at ``url`` from the copy in ``folder``; how many originals there are.

    Raises ``UsageError`` when there is a register already, no copy, or a copy that is not whole.
    """
    target = sqlite_file(url)
    if target is None:
        raise UsageError(_WITH_TOOLS.format(originals=originals or "CONGVAN_ORIGINALS"))
    if not (folder / DATABASE).is_file():
        raise UsageError(f"Không có bản sao lưu nào trong {folder}.")
    if target.exists() or target.with_name(f"{target.name}-wal").exists():
        raise UsageError(f"Đã có sổ ở {target}. Hãy phục hồi vào chỗ khác (--db), hoặc chuyển sổ cũ đi trước.")
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.new")
    _copy_database(folder / DATABASE, temporary)
    hashes = _hashes(temporary)
    to = originals_at(originals or originals_beside(url))
    _copy_originals(hashes, FolderOriginals(folder / ORIGINALS), to, each)
    temporary.replace(target)
    return len(hashes)


def _copy_database(source: Path, target: Path) -> None:
    """A consistent copy, whatever is written meanwhile; checked by SQLite before anything relies on it."""
    target.unlink(missing_ok=True)
    source_url = f"{source.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(source_url, uri=True)) as before, closing(sqlite3.connect(target)) as after:
        before.backup(after, pages=1000)
        after.execute("PRAGMA journal_mode=DELETE")
        told = after.execute("PRAGMA quick_check").fetchone()[0]
    if told != "ok":
        raise UsageError(f"Cơ sở dữ liệu {source} bị hỏng: {told}")


def _hashes(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [row[0] for row in connection.execute("SELECT sha256 FROM original ORDER BY sha256")]


def _copy_originals(hashes: Iterable[str], source: Originals, target: Originals, each: Each) -> None:
    wanted = list(hashes)
    for done, sha256 in enumerate(wanted, start=1):
        _copy_original(source, target, sha256)
        each(done, len(wanted))


def _copy_original(source: Originals, target: Originals, sha256: str) -> None:
    if target.hash_of(sha256) == sha256:
        return
    if source.hash_of(sha256) != sha256:
        raise UsageError(
            f"Bản gốc {source.place_of(sha256)} bị mất hoặc đã thay đổi. Chạy `congvan check` để biết thêm."
        )
    with source.at_hand(sha256) as original:
        if not target.put(original, sha256):
            raise UsageError(f"Không chép đúng được bản gốc tới {target.place_of(sha256)}. Hãy kiểm tra ổ đĩa.")
