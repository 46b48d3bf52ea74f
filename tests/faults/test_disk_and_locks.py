"""A disk that is full, a database that somebody else holds: the command says so, and the next run goes on."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import fake_reader
import pytest
from batches import ingest, nothing_lost_nothing_twice, write_files
from desk import Desk, new_postgresql_desk
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

import models.backend
from commands import reading
from models.database import Register, open_register
from models.tables import ItemState

FILES = 12


@pytest.fixture
def command(office: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The office with its commands, read by the fake reader in this process, and little patience for locks."""
    monkeypatch.setattr(reading, "reader", lambda: fake_reader.read)
    monkeypatch.setenv("CONGVAN_ORIGINALS", str(office.register.originals))
    monkeypatch.setenv("CONGVAN_CONFIG", str(office.folder.parent / "none.toml"))
    monkeypatch.setattr(models.backend, "BUSY_SECONDS", 1)
    return office


@contextmanager
def held(register: Register) -> Iterator[None]:
    """Somebody else is writing, and does not come to an end."""
    with register.writing() as session:
        session.connection().exec_driver_sql("SELECT 1")
        yield


def test_a_register_that_somebody_holds_is_told_and_nothing_is_lost(command: Desk) -> None:
    write_files(command, FILES)
    with held(command.register):
        told = command.run("ingest", command.folder, "--jobs", "0")
    assert (told.exit_code, "Traceback" in told.output) == (2, False), told.output
    assert "lock" in told.stderr
    assert command.run("ingest", command.folder, "--jobs", "0").exit_code == 3
    nothing_lost_nothing_twice(command, FILES)


def test_a_full_disk_under_the_originals(command: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(command, FILES)
    real, calls = os.fsync, iter(range(1000))

    def full_after_a_while(handle: int) -> None:
        if next(calls) > FILES:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full_after_a_while)
    told = command.run("ingest", command.folder, "--jobs", "0")
    assert (told.exit_code, "No space left" in told.stderr) == (2, True), told.output
    assert len(command.items()) < FILES
    monkeypatch.setattr(os, "fsync", real)
    command.run("ingest", command.folder, "--jobs", "0")
    nothing_lost_nothing_twice(command, FILES)


def test_a_full_disk_under_the_files_a_reader_makes(command: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading may need temporary files: no room for them is no fault of the letter's."""

    def full(path: Path, knowledge: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write_files(command, FILES)
    monkeypatch.setattr(reading, "reader", lambda: full)
    told = command.run("ingest", command.folder, "--jobs", "0")
    assert (told.exit_code, "No space left" in told.stderr) == (2, True), told.output
    assert {item.attempts for item in command.items()} == {0}
    monkeypatch.setattr(reading, "reader", lambda: fake_reader.read)
    command.run("ingest", command.folder, "--jobs", "0")
    nothing_lost_nothing_twice(command, FILES)


def test_a_full_disk_under_the_register(desk: Desk) -> None:
    """SQLite itself says that there is no room, at every place where a run may first meet it."""
    write_files(desk, FILES)
    full = [runs_full(desk, room) for room in (0, 0, 1, 1, 2, 2, 4, 200)]
    assert (full[0], sum(full) > 2, full[-1]) == (True, True, False)
    ingest(desk)
    nothing_lost_nothing_twice(desk, FILES)


def runs_full(desk: Desk, room: int) -> bool:
    """Whether an ingest for which the database may grow by ``room`` pages only was told that it is full."""
    tight = open_register(desk.register.url, desk.register.originals)
    tight.engine.dispose()  # the connection it was opened with has all the room there is
    event.listen(tight.engine, "connect", lambda connection, _: grow_at_most(connection, room))
    try:
        Desk(desk.folder, tight).ingest()
    except OperationalError as error:
        return "full" in str(error)
    finally:
        tight.engine.dispose()
    return False


def grow_at_most(connection: Any, pages: int) -> None:
    now = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={now + pages}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; where mounting is not allowed, skipped."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_disk_that_is_really_full(small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "reader", lambda: fake_reader.read)
    monkeypatch.setenv("CONGVAN_CONFIG", str(tmp_path / "none.toml"))
    desk = Desk(tmp_path / "in", open_register(str(small_disk / "register.db")))
    write_files(desk, FILES)
    told = desk.run("ingest", desk.folder, "--jobs", "0")
    assert (told.exit_code, "Traceback" in told.output) == (2, False), told.output
    assert "full" in told.stderr or "No space" in told.stderr
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    desk.run("ingest", desk.folder, "--jobs", "0")
    nothing_lost_nothing_twice(desk, FILES)
    desk.register.engine.dispose()


def test_a_server_whose_connections_are_cut(tmp_path: Path, postgresql_server: str) -> None:
    """An idle connection that the server closed meanwhile is opened again, not fallen over."""
    desk = new_postgresql_desk(tmp_path, postgresql_server)
    desk.hand_in(desk.write("a.json"))
    other = open_register(desk.register.url, desk.register.originals)
    with other.engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    desk.work()
    assert [item.state for item in desk.items()] == [ItemState.REGISTERED]
    for register in (other, desk.register):
        register.engine.dispose()
