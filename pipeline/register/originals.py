"""Originals byte for byte, in a folder where each lies under its SHA-256."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from schemas.errors import DamagedFileError, TooLargeError, VanishedFileError

MOST_BYTES = 1 << 30
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it lies in the folder; size and time are those of the source when it was copied."""

    sha256: str
    size: int
    mtime_ns: int


def place_of(folder: Path, sha256: str) -> Path:
    """Where the original ``sha256`` lies under ``folder``."""
    return folder / sha256[:2] / sha256


def keep(folder: Path, source: Path) -> Kept:
    """Copy ``source`` into ``folder`` under its hash: temporary name, fsync, rename; the source is only read.

    Raises ``VanishedFileError`` when it goes away or changes meanwhile, ``TooLargeError``, ``DamagedFileError``
    when the disk or share cannot read it. A full disk of ours is an ``OSError``.
    """
    before = _stat(source)
    if before.st_size > MOST_BYTES:
        raise TooLargeError(f"Tệp quá lớn ({before.st_size / 1e6:.0f} MB). Hãy quét lại ở 200–300 dpi hoặc tách tệp.")
    folder.mkdir(parents=True, exist_ok=True)
    temporary = _temporary(folder)
    try:
        sha256 = _copy(source, temporary)
        after = _stat(source)
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise VanishedFileError("Tệp thay đổi trong lúc đọc. Hãy nạp lại khi tệp đã được ghi xong.")
        _settle(temporary, place_of(folder, sha256))
    finally:
        temporary.unlink(missing_ok=True)
    return Kept(sha256, after.st_size, after.st_mtime_ns)


def _stat(source: Path) -> os.stat_result:
    try:
        return source.stat()
    except FileNotFoundError as error:
        raise VanishedFileError("Tệp không còn ở chỗ cũ. Hãy kiểm tra thư mục rồi nạp lại.") from error
    except OSError as error:
        raise DamagedFileError(f"Không đọc được tệp: {error.strerror}. Hãy kiểm tra quyền đọc và ổ đĩa.") from error


def _temporary(folder: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".incoming-", dir=folder)
    os.close(handle)
    return Path(name)


def _copy(source: Path, target: Path) -> str:
    """Copy and hash in one pass."""
    digest = hashlib.sha256()
    with _opened(source) as data, target.open("wb") as copy:
        while chunk := _read(data):
            digest.update(chunk)
            copy.write(chunk)
    return digest.hexdigest()


def _opened(source: Path) -> BinaryIO:
    try:
        return source.open("rb")
    except FileNotFoundError as error:
        raise VanishedFileError("Tệp không còn ở chỗ cũ. Hãy kiểm tra thư mục rồi nạp lại.") from error
    except OSError as error:
        raise DamagedFileError(f"Không mở được tệp: {error.strerror}. Hãy kiểm tra quyền đọc.") from error


def _read(data: BinaryIO) -> bytes:
    try:
        return data.read(_CHUNK)
    except OSError as error:
        raise DamagedFileError(f"Không đọc hết được tệp: {error.strerror}. Hãy chép lại tệp rồi nạp.") from error


def _settle(temporary: Path, target: Path) -> None:
    """Make the copy last on the disk, rename it into place, and make the rename itself last.

    Of bytes that are there already nothing needs to be written: known files cost no wait for the disk.
    """
    if target.exists():
        return
    target.parent.mkdir(exist_ok=True)
    _sync(temporary)
    temporary.replace(target)
    _sync(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
