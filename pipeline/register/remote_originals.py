"""Originals in any place that fsspec knows: an object store, a server. fsspec's one home."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

import fsspec

from pipeline.register.originals import STALE_SECONDS, UNFINISHED, Kept, copy_unchanged, hash_of_file, missing
from schemas.errors import UsageError


class RemoteOriginals:
    """See ``Originals``. Files go there and come from there by way of the folder for temporary files."""

    def __init__(self, address: str) -> None:
        try:
            self._there, root = fsspec.core.url_to_fs(address)
        except (ImportError, ValueError) as error:
            raise UsageError(f"Không dùng được nơi giữ bản gốc {address}: {error}") from error
        self._root = root.rstrip("/")
        self._address = address.rstrip("/")

    def keep(self, source: Path) -> Kept:
        with _local() as copy:
            kept = copy_unchanged(source, copy)
            if not self._has(kept):
                self._send(copy, kept.sha256)
        return kept

    @contextmanager
    def at_hand(self, sha256: str) -> Iterator[Path]:
        with _local() as copy:
            with suppress(FileNotFoundError):
                self._there.get_file(self._path(sha256), str(copy))
            if hash_of_file(copy) != sha256:
                raise missing(sha256)
            yield copy

    def hash_of(self, sha256: str) -> str | None:
        with _local() as copy:
            try:
                self._there.get_file(self._path(sha256), str(copy))
            except FileNotFoundError:
                return None
            return hash_of_file(copy)

    def put(self, source: Path, sha256: str) -> bool:
        if hash_of_file(source) != sha256:
            return False
        self._send(source, sha256)
        return self.hash_of(sha256) == sha256

    def place_of(self, sha256: str) -> str:
        return f"{self._address}/{sha256[:2]}/{sha256}"

    def sweep(self) -> int:
        with suppress(FileNotFoundError, NotImplementedError):
            paths = self._there.ls(self._root, detail=False)
            stale = [one for one in paths if Path(one).name.startswith(UNFINISHED) and self._age(one) > STALE_SECONDS]
            for one in stale:
                self._there.rm_file(one)
            return len(stale)
        return 0

    def _path(self, sha256: str) -> str:
        return f"{self._root}/{sha256[:2]}/{sha256}"

    def _has(self, kept: Kept) -> bool:
        try:
            return bool(self._there.size(self._path(kept.sha256)) == kept.size)
        except FileNotFoundError:
            return False

    def _send(self, copy: Path, sha256: str) -> None:
        """Under a temporary name first: not every place makes a file appear only once it is all there."""
        temporary, target = f"{self._root}/{UNFINISHED}{uuid4().hex}", self._path(sha256)
        self._there.makedirs(target.rpartition("/")[0], exist_ok=True)
        self._there.put_file(str(copy), temporary)
        self._there.mv(temporary, target)

    def _age(self, path: str) -> float:
        return time.time() - float(self._there.modified(path).timestamp())


@contextmanager
def _local() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="congvan-") as folder:
        yield Path(folder) / "original"
