"""What a file holds: small ones as bytes, large ones left on the disk and read there, part by part."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, BinaryIO, cast

HELD_WHOLE = 16 * 1024**2
"""Bytes up to which a file is read into memory; a long scan of some hundred MB would fill a worker."""

_PIECE = 1024**2


class OpenFile:
    """A large file, open as long as this object lives: renamed or deleted meanwhile, it can still be read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._seen = self._state()

    @classmethod
    def at(cls, path: Path) -> OpenFile:
        """The file at ``path``. Raises ``OSError``."""
        return cls(path.open("rb"))

    @property
    def size(self) -> int:
        """In bytes, as it was opened."""
        return self._seen[0]

    def has_changed(self) -> bool:
        """Whether somebody wrote to it since it was opened."""
        return self._state() != self._seen

    def stream(self) -> io.BufferedReader:
        """Its bytes from the first on; streams do not move each other's position."""
        return io.BufferedReader(_View(self._file))

    def _state(self) -> tuple[int, int]:
        found = os.fstat(self._file.fileno())
        return found.st_size, found.st_mtime_ns


class _View(io.RawIOBase):
    """An open file, read from a position of this object's own."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        origin = {os.SEEK_SET: 0, os.SEEK_CUR: self._position}
        self._position = offset + (origin[whence] if whence in origin else os.fstat(self._file.fileno()).st_size)
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        found = os.pread(self._file.fileno(), len(buffer), self._position)
        buffer[: len(found)] = found
        self._position += len(found)
        return len(found)


Stream = io.BufferedReader | io.BytesIO
Content = bytes | OpenFile
"""What a file holds, whichever way it is kept."""


def stream_of(content: Content) -> Stream:
    """``content`` from its first byte on; each stream has a position of its own."""
    return io.BytesIO(content) if isinstance(content, bytes) else content.stream()


def whole(content: Content) -> bytes:
    """``content`` in memory, however large."""
    return content if isinstance(content, bytes) else content.stream().read()


def head_of(content: Content, count: int) -> bytes:
    """The first ``count`` bytes of ``content``."""
    return content[:count] if isinstance(content, bytes) else content.stream().read(count)


def tail_of(content: Content, count: int) -> bytes:
    """The last ``count`` bytes of ``content``."""
    if isinstance(content, bytes):
        return content[-count:]
    stream = content.stream()
    stream.seek(max(0, content.size - count))
    return stream.read()


def holds(content: Content, sought: bytes) -> bool:
    """Whether ``sought`` stands anywhere in ``content``."""
    if isinstance(content, bytes):
        return sought in content
    stream, before = content.stream(), b""
    while piece := stream.read(_PIECE):
        if sought in before + piece:
            return True
        before = piece[-len(sought) :]
    return False


def hashed(content: Content) -> str:
    """SHA-256 of ``content`` in lower-case hexadecimal digits."""
    return hashlib.file_digest(stream_of(content), "sha256").hexdigest()


def written(write: Callable[[BinaryIO], None], about: int) -> Content:
    """What ``write`` writes, which has ``about`` as many bytes: in memory, or in a file that is gone when it is dropped.

    Raises ``OSError`` when the disk is full.
    """
    if about <= HELD_WHOLE:
        stream = io.BytesIO()
        write(stream)
        return stream.getvalue()
    file = tempfile.TemporaryFile()  # noqa: SIM115  closed with the OpenFile that keeps it
    write(cast(BinaryIO, file))
    file.flush()
    return OpenFile(file)


def size_of(content: Content) -> int:
    """In bytes."""
    return len(content) if isinstance(content, bytes) else content.size
