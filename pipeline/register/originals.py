"""Originals byte for byte, each under its SHA-256: in a folder (also one shared by several machines), or elsewhere."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from schemas.errors import DamagedFileError, TooLargeError, VanishedFileError

MOST_BYTES = 1 << 30
UNFINISHED = ".incoming-"
"""How the names of copies begin that are not yet all there."""

STALE_SECONDS = 24 * 3600
"""From when on an unfinished copy is one that nobody is at work on any more."""

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was copied; size and time are those of the source when it was."""

    sha256: str
    size: int
    mtime_ns: int


class Originals(Protocol):
    """Where the originals of a register are."""

    def keep(self, source: Path) -> Kept:
        """Copy ``source`` under its hash; the source is only read. The copy is all there before it has its name.

        Raises ``VanishedFileError`` when it goes away or changes meanwhile, ``TooLargeError``, ``DamagedFileError``
        when the disk or share cannot read it. A full disk of ours is an ``OSError``.
        """

    def at_hand(self, sha256: str) -> AbstractContextManager[Path]:
        """The original as a local file. Raises ``DamagedFileError`` when it is missing."""

    def hash_of(self, sha256: str) -> str | None:
        """What the bytes kept under ``sha256`` hash to now; ``None`` when there are none."""

    def put(self, source: Path, sha256: str) -> bool:
        """Copy ``source`` under ``sha256``, over what is there; whether its bytes are those."""

    def place_of(self, sha256: str) -> str:
        """Where it lies, for people."""

    def sweep(self) -> int:
        """Remove unfinished copies that processes which died left behind; how many there were."""


def originals_at(where: Path | str) -> Originals:
    """The originals at ``where``: a folder, or an address that fsspec knows (``s3://bucket/originals``)."""
    address = str(where)
    if isinstance(where, Path) or "://" not in address:
        return FolderOriginals(Path(where))
    if address.startswith("file://"):
        return FolderOriginals(Path(address.removeprefix("file://")))
    from pipeline.register.remote_originals import RemoteOriginals

    return RemoteOriginals(address)


def place_of(folder: Path | str, sha256: str) -> Path:
    """Where the original ``sha256`` lies under ``folder``."""
    return Path(folder) / sha256[:2] / sha256


class FolderOriginals:
    """Originals in a folder: temporary name, fsync, rename."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, source: Path) -> Kept:
        """See ``Originals``. Of bytes that are there already nothing is written: known files cost no wait for the disk."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with _temporary(self._folder) as temporary:
            kept = copy_unchanged(source, temporary)
            place = place_of(self._folder, kept.sha256)
            if not place.exists() or place.stat().st_size != kept.size:
                _settle(temporary, place)
        return kept

    @contextmanager
    def at_hand(self, sha256: str) -> Iterator[Path]:
        place = place_of(self._folder, sha256)
        if not place.is_file():
            raise missing(sha256)
        yield place

    def hash_of(self, sha256: str) -> str | None:
        return hash_of_file(place_of(self._folder, sha256))

    def put(self, source: Path, sha256: str) -> bool:
        self._folder.mkdir(parents=True, exist_ok=True)
        with _temporary(self._folder) as temporary:
            same = copy_and_hash(source, temporary) == sha256
            if same:
                _settle(temporary, place_of(self._folder, sha256))
        return same

    def place_of(self, sha256: str) -> str:
        return str(place_of(self._folder, sha256))

    def sweep(self) -> int:
        oldest = time.time() - STALE_SECONDS
        stale = [one for one in self._folder.glob(f"{UNFINISHED}*") if _time_of(one) < oldest]
        for one in stale:
            one.unlink(missing_ok=True)
        return len(stale)


def missing(sha256: str) -> DamagedFileError:
    return DamagedFileError(
        f"Bản gốc {sha256} không còn hoặc đã thay đổi. Chạy `congvan check`, khôi phục từ bản sao lưu."
    )


def hash_of_file(path: Path) -> str | None:
    """SHA-256 of the bytes of ``path``; ``None`` when there is no such file."""
    try:
        with path.open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def copy_unchanged(source: Path, target: Path) -> Kept:
    """Copy ``source`` over ``target``, provided that it stays as it is meanwhile. Raises as ``Originals.keep`` does."""
    before = _stat(source)
    if before.st_size > MOST_BYTES:
        raise TooLargeError(f"Tệp quá lớn ({before.st_size / 1e6:.0f} MB). Hãy quét lại ở 200–300 dpi hoặc tách tệp.")
    sha256 = copy_and_hash(source, target)
    after = _stat(source)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise VanishedFileError("Tệp thay đổi trong lúc đọc. Hãy nạp lại khi tệp đã được ghi xong.")
    return Kept(sha256, after.st_size, after.st_mtime_ns)


def copy_and_hash(source: Path, target: Path) -> str:
    """Copy and hash in one pass."""
    digest = hashlib.sha256()
    with _opened(source) as data, target.open("wb") as copy:
        while chunk := _read(data):
            digest.update(chunk)
            copy.write(chunk)
    return digest.hexdigest()


def _stat(source: Path) -> os.stat_result:
    try:
        return source.stat()
    except FileNotFoundError as error:
        raise VanishedFileError("Tệp không còn ở chỗ cũ. Hãy kiểm tra thư mục rồi nạp lại.") from error
    except OSError as error:
        raise DamagedFileError(f"Không đọc được tệp: {error.strerror}. Hãy kiểm tra quyền đọc và ổ đĩa.") from error


@contextmanager
def _temporary(folder: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=folder)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


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
    """Make the copy last on the disk, rename it into place, and make the rename itself last."""
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


def _time_of(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return time.time()
