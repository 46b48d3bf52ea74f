"""What a migration says in SQL of its own, kept beside it: word for word what it was when it was released."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

_FOLDER = Path(__file__).with_name("sql")


def run_statements(connection: Connection, revision: str) -> None:
    """Run the statements of ``sql/<revision>_<database>.sql``, which have an empty line between them."""
    dialect = connection.dialect.name
    for statement in (_FOLDER / f"{revision}_{dialect}.sql").read_text(encoding="utf-8").split("\n\n"):
        connection.exec_driver_sql(statement.replace("%", "%%") if dialect != "sqlite" else statement)
