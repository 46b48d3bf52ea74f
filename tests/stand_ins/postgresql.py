"""A private PostgreSQL server for tests, from the installed binaries; never one that happens to run."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

_DATABASES = count(1)


def binaries() -> Path | None:
    """The folder of the newest installed server's programs; ``None`` where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextmanager
def private_server() -> Iterator[str]:
    """A server that listens only on a socket in a temporary folder; yields the URL of its first database."""
    programs = binaries()
    assert programs is not None
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        data, user = f"{folder}/data", "postgres" if os.geteuid() == 0 else getpass.getuser()
        _run(str(programs / "initdb"), "-D", data, "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        _run(str(programs / "pg_ctl"), "-D", data, "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgresql+psycopg://{user}@/postgres?host={folder}"
        finally:
            _run(str(programs / "pg_ctl"), "-D", data, "-m", "immediate", "stop")


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
