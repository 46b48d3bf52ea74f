"""What a migration says in SQL of its own, kept beside it: word for word what it was when it was released."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

_FOLDER = Path(__file__).with_name("sql")


def run_statements(connection: Connection, revision: str) -> None:
    """Run the statements of ``sql/<revision>_<database>.sql``, which have an empty line between them."""
    for statement in _told(f"{revision}_{connection.dialect.name}").split("\n\n"):
        _run(connection, statement)


def run_script(connection: Connection, name: str) -> None:
    """Run ``sql/<name>.sql`` as a whole; PostgreSQL only, for SQLite's driver takes one statement at a time."""
    _run(connection, _told(name))


def _told(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def _run(connection: Connection, told: str) -> None:
    connection.exec_driver_sql(told.replace("%", "%%") if connection.dialect.name != "sqlite" else told)
