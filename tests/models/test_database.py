"""Opening the register: made from nothing, opened again, and told apart from what is none."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from desk import Desk
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

import models.database
from models.backend import LASTING
from models.database import NEWEST_MIGRATION, database_url, open_register, version_of
from schemas.errors import UsageError


def test_a_new_register_is_migrated_to_the_newest_version(tmp_path: Path) -> None:
    register = open_register(str(tmp_path / "new" / "register.db"))
    assert version_of(register.engine) == NEWEST_MIGRATION
    assert "search_index_letter" in inspect(register.engine).get_table_names()
    assert register.originals == tmp_path / "new" / "register-originals"


def test_migrations_make_the_tables_the_code_knows(tmp_path: Path) -> None:
    register = open_register(str(tmp_path / "register.db"))
    with register.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
    of_ours = [one for one in differences if "search_index" not in repr(one)]
    assert of_ours == []


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    open_register(str(path)).engine.dispose()
    before = sqlite3.connect(path).execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    open_register(f"sqlite:///{path}").engine.dispose()
    assert sqlite3.connect(path).execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall() == before


def test_processes_that_open_a_new_register_at_once_make_it_once(tmp_path: Path) -> None:
    code = "import sys; from models.database import open_register, version_of; print(version_of(open_register(sys.argv[1]).engine))"
    command = [sys.executable, "-c", code, str(tmp_path / "register.db")]
    root = Path(models.database.__file__).parents[1]
    opening = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert [process.communicate(timeout=120)[0].strip() for process in opening] == [NEWEST_MIGRATION] * 4


def test_writing_waits_and_does_not_block_reading(tmp_path: Path) -> None:
    register = open_register(str(tmp_path / "register.db"))
    with register.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 30_000
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


@pytest.mark.parametrize("table", LASTING)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET {} = '2000-01-01'"])
def test_the_database_itself_keeps_what_was_said(desk: Desk, table: str, statement: str) -> None:
    desk.ingest(desk.write("a.json"))
    desk.run("edit", "107", "serial", "108")
    when = "at" if table == "decision" else "created_at"
    with pytest.raises(IntegrityError, match="never changed"), desk.register.writing() as session:
        session.connection().exec_driver_sql(statement.format(table, when))


def test_a_file_that_is_no_database_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(b"not a database, but long enough to look at" * 100)
    with pytest.raises(UsageError, match=r"letter\.db"):
        open_register(str(path))


def test_a_register_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    open_register(str(path)).engine.dispose()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UsageError, match="mới hơn"):
        open_register(str(path))
    assert sqlite3.connect(path).execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)


def test_a_password_in_the_address_is_not_shown() -> None:
    with pytest.raises(UsageError) as caught:
        open_register("postgresql://clerk:hush@localhost:1/register")
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("where", "url"),
    [
        ("/srv/register.db", "sqlite:////srv/register.db"),
        ("sqlite:////srv/register.db", "sqlite:////srv/register.db"),
        ("postgresql://host/register", "postgresql+psycopg://host/register"),
    ],
)
def test_database_url(where: str, url: str) -> None:
    assert database_url(where) == url
