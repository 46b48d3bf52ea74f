"""Private PostgreSQL servers for tests, from the installed binaries; never one that happens to run."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

_DATABASES = count(1)


def binaries() -> Path | None:
    """The folder of the newest installed server's programs; ``None`` where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


class PrivateServer:
    """A server that listens only on a socket in ``folder``."""

    def __init__(self, folder: str) -> None:
        programs = binaries()
        assert programs is not None
        self._programs, self._folder, self._data = programs, folder, f"{folder}/data"
        user = "postgres" if os.geteuid() == 0 else getpass.getuser()
        self.url = f"postgresql+psycopg://{user}@/postgres?host={folder}"
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        initdb = str(programs / "initdb")
        _run(initdb, "-D", self._data, "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")

    def start(self, fsync: str = "off") -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories='{self._folder}' -c fsync={fsync}"
        self._control("-w", "-t", "300", "-l", f"{self._folder}/log", "-o", options, "start")

    def stop(self) -> None:
        self._control("-m", "immediate", "stop")

    def kill(self) -> None:
        """``kill -9`` of the server and of every process of it; what they leave behind stays, but for their locks."""
        postmaster = int(Path(self._data, "postmaster.pid").read_text().split("\n", 1)[0])
        os.kill(postmaster, signal.SIGSTOP)  # it starts no other now
        processes = (*_children(postmaster), postmaster)
        for process in processes:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        while any(map(_runs, processes)):
            time.sleep(0.01)
        for lock in (Path(self._data, "postmaster.pid"), *Path(self._folder).glob(".s.PGSQL.*")):
            lock.unlink(missing_ok=True)

    def _control(self, *arguments: str) -> None:
        _run(str(self._programs / "pg_ctl"), "-D", self._data, *arguments)


def _children(parent: int) -> list[int]:
    """The processes that ``parent`` started, as Linux tells."""
    told = {path.parent.name: path.read_text(errors="replace") for path in Path("/proc").glob("[0-9]*/stat")}
    return [int(one) for one, stat in told.items() if stat.rpartition(")")[2].split()[1:2] == [str(parent)]]


def _runs(process: int) -> bool:
    """Whether it has not ended, also where nobody has taken note of its end."""
    try:
        return Path(f"/proc/{process}/stat").read_text(errors="replace").rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


@contextmanager
def private_server() -> Iterator[str]:
    """A running server of our own; yields the URL of its first database."""
    with server() as running:
        running.start()
        yield running.url


@contextmanager
def server() -> Iterator[PrivateServer]:
    """A server of our own, not yet started; stopped in the end."""
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as folder:
        made = PrivateServer(folder)
        try:
            yield made
        finally:
            with suppress(subprocess.CalledProcessError):  # a test killed it
                made.stop()


def _run(*command: str) -> None:
    """The server refuses to run as root: root runs it as the user its package made."""
    prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*prefix, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/tmp")


def new_database(server: str) -> str:
    """A fresh database on the server; its URL."""
    name = f"register_{next(_DATABASES)}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.replace("/postgres?", f"/{name}?")
