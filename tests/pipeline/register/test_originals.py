"""Originals are kept byte for byte under their hash, whole or not at all, in a folder and wherever fsspec reaches."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from desk import TODAY, Desk
from letters import document

from models.database import Register
from pipeline.register import originals
from pipeline.register.checking import faults
from pipeline.register.handing_in import files_under, hand_in
from pipeline.register.ingest import work_through
from pipeline.register.originals import STALE_SECONDS, Originals, originals_at
from pipeline.register.receipts import Receipt
from schemas.errors import DamagedFileError, LetterError, UsageError, VanishedFileError

CONTENT = b"v\xc4\x83n b\xe1\xba\xa3n" * 1000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(params=["folder", "file", "memory"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Originals]:
    """The three ways to say where: a path, a file address, an address of something else."""
    where = {"folder": tmp_path / "o", "file": f"file://{tmp_path}/o", "memory": "memory://office/o"}[request.param]
    yield originals_at(where)
    fsspec.filesystem("memory").store.clear()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(CONTENT)
    return path


def test_what_was_kept_is_at_hand(kept: Originals, source: Path) -> None:
    assert kept.keep(source).sha256 == SHA256
    with kept.at_hand(SHA256) as path:
        assert path.read_bytes() == CONTENT
    assert kept.hash_of(SHA256) == SHA256
    assert kept.place_of(SHA256).endswith(f"{SHA256[:2]}/{SHA256}")


def test_keeping_again_writes_nothing(kept: Originals, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.keep(source)
    monkeypatch.setattr(originals, "_settle", lambda *_: pytest.fail("written again"))
    monkeypatch.setattr(
        "pipeline.register.remote_originals.RemoteOriginals._send", lambda *_: pytest.fail("sent again")
    )
    assert kept.keep(source).sha256 == SHA256


def test_what_is_missing_or_changed_is_not_at_hand(kept: Originals, source: Path, tmp_path: Path) -> None:
    assert kept.hash_of(SHA256) is None
    with pytest.raises(DamagedFileError, match="congvan check"), kept.at_hand(SHA256):
        pass
    source.write_bytes(b"something else")
    assert not kept.put(source, SHA256)
    assert kept.hash_of(SHA256) is None


def test_put_mends_what_was_changed(tmp_path: Path, source: Path) -> None:
    kept = originals_at(tmp_path / "o")
    kept.keep(source)
    Path(kept.place_of(SHA256)).write_bytes(CONTENT[:-1] + b"!")
    assert kept.hash_of(SHA256) != SHA256
    assert kept.put(source, SHA256)
    assert kept.hash_of(SHA256) == SHA256


def test_a_copy_that_was_cut_off_is_written_again(tmp_path: Path, source: Path) -> None:
    kept = originals_at(tmp_path / "o")
    kept.keep(source)
    Path(kept.place_of(SHA256)).write_bytes(CONTENT[:10])
    kept.keep(source)
    assert kept.hash_of(SHA256) == SHA256


def test_unfinished_copies_are_swept_once_they_are_a_day_old(tmp_path: Path) -> None:
    folder = tmp_path / "o"
    folder.mkdir()
    for name, age in (("old", STALE_SECONDS + 60), ("young", 60)):
        path = folder / f".incoming-{name}"
        path.touch()
        os.utime(path, (time.time() - age,) * 2)
    assert originals_at(folder).sweep() == 1
    assert [path.name for path in folder.iterdir()] == [".incoming-young"]


def test_a_place_nobody_knows_is_told() -> None:
    with pytest.raises(UsageError, match="nowhere"):
        originals_at("nowhere://bucket/originals")


class Changing(io.BytesIO):
    """A file that somebody writes to, removes, or that the disk cannot read, once reading has begun."""

    def __init__(self, path: Path, how: str) -> None:
        super().__init__(path.read_bytes())
        self._path, self._how = path, how

    def read(self, size: int | None = -1) -> bytes:
        if self._how == "grows":
            self._path.write_bytes(CONTENT * 2)
        elif self._how == "vanishes":
            self._path.unlink(missing_ok=True)
        else:
            raise OSError(errno.EIO, "Input/output error")
        return super().read(size)


@pytest.mark.parametrize(
    ("how", "error"), [("grows", VanishedFileError), ("vanishes", VanishedFileError), ("breaks", DamagedFileError)]
)
def test_a_file_that_changes_while_it_is_read_is_not_kept(
    kept: Originals, source: Path, how: str, error: type[LetterError], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(originals, "_opened", lambda path: Changing(path, how))
    with pytest.raises(error):
        kept.keep(source)
    assert kept.hash_of(SHA256) is None


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        originals_at(tmp_path / "o").keep(source)
    assert [path for path in (tmp_path / "o").rglob("*") if path.is_file()] == []


def test_a_register_whose_originals_are_elsewhere(desk: Desk) -> None:
    """In memory, which stands for an object store; read in this process, for another has another memory."""
    from fake_reader import read

    from schemas.knowledge import Knowledge

    register = Register(desk.register.url, desk.register.engine, "memory://office/originals")
    paths = files_under([desk.write("a.json").parent, desk.write("b.json", document("108"))])
    hand_in(register, paths, Receipt(TODAY))
    work_through(register, read, Knowledge(TODAY), jobs=0)
    assert sorted(letter.serial or "" for letter in desk.letters()) == ["107", "108"]
    assert [*faults(register)] == []
    fsspec.filesystem("memory").store.clear()
    assert len([*faults(register)]) == 2
