"""A register of the first release, with data in every table, goes on under the program of today: on both databases.

``first_release.json`` holds the rows and originals of a small register as release 0001 wrote them. It never changes.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from desk import Desk
from postgresql import new_database
from sqlalchemy import Connection, LargeBinary, MetaData, Table
from sqlalchemy.engine import Engine

from models.backend import open_engine
from models.database import NEWEST_MIGRATION, database_url, open_register, version_of
from models.migrating import upgrade
from models.tables import ItemState
from pipeline.register.checking import faults
from pipeline.register.originals import place_of

KEPT: dict[str, Any] = json.loads(Path(__file__).with_name("first_release.json").read_text(encoding="utf-8"))
Rows = list[dict[str, Any]]


@pytest.fixture(params=["sqlite", "postgresql"])
def first_release(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """The register as the first release left it; its originals are in ``tmp_path``."""
    if request.param == "sqlite":
        url = database_url(str(tmp_path / "register.db"))
    else:
        url = new_database(request.getfixturevalue("postgresql_server"))
    engine = open_engine(url)
    upgrade(engine, "0001")
    with engine.begin() as connection:
        fill(connection)
    for sha256, content in KEPT["originals"].items():
        place = place_of(tmp_path / "originals", sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8")
    yield engine
    engine.dispose()


def fill(connection: Connection) -> None:
    tables = reflected(connection)
    for name, rows in KEPT["tables"].items():
        connection.execute(tables[name].insert(), [typed(tables[name], row) for row in rows])
        if connection.dialect.name == "postgresql" and "id" in rows[0]:
            connection.exec_driver_sql(f"SELECT setval('{name}_id_seq', (SELECT max(id) FROM {name}))")


def reflected(connection: Connection) -> dict[str, Table]:
    """The tables as they are in the database; the program's own know columns that came later."""
    metadata = MetaData()
    metadata.reflect(connection, only=list(KEPT["tables"]))
    return {table.name: table for table in metadata.sorted_tables}


def typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {name: _typed(table.c[name].type, value) for name, value in row.items()}


def _typed(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value)
    made = {date: date.fromisoformat, datetime: datetime.fromisoformat, bool: bool}
    return made.get(kind.python_type, lambda as_it_is: as_it_is)(value)


def rows_of(engine: Engine) -> dict[str, Rows]:
    """Every row there is, of the columns that the first release had."""
    with engine.connect() as connection:
        tables = reflected(connection)
        return {
            name: [
                {column: as_kept(row._mapping[column]) for column in rows[0]}
                for row in connection.execute(tables[name].select().order_by(*tables[name].primary_key))
            ]
            for name, rows in KEPT["tables"].items()
        }


def as_kept(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value


def by_key(rows: Rows) -> Rows:
    return sorted(rows, key=lambda row: [str(value) for value in row.values()])


def test_every_row_of_the_first_release_is_still_there(first_release: Engine, tmp_path: Path) -> None:
    register = open_register(first_release.url.render_as_string(hide_password=False), tmp_path / "originals")
    assert version_of(register.engine) == NEWEST_MIGRATION
    after = rows_of(register.engine)
    for name, before in KEPT["tables"].items():
        assert by_key(after[name]) == by_key(before), name
    assert [*faults(register)] == []
    register.engine.dispose()


def test_the_register_of_the_first_release_is_searched_and_goes_on(
    first_release: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = open_register(first_release.url.render_as_string(hide_password=False), tmp_path / "originals")
    (tmp_path / "in").mkdir()
    desk = Desk(tmp_path / "in", register)
    monkeypatch.setenv("CONGVAN_ORIGINALS", str(register.originals))
    monkeypatch.setenv("CONGVAN_USER", "Lan")
    for query in ("ra soat bien che", '"ra soat bien che"', "107snvtccc", "107/SNV-TCCC"):
        assert "107/SNV-TCCC" in desk.run("letters", query).stdout
    for query in ("tong hop ho so", '"tong hop 100"'):
        assert "tổng hợp 100% hồ sơ" in desk.run("tasks", query).stdout
    assert "rà soát biên chế" in desk.run("show", "107").stdout
    desk.ingest()
    assert {item.state for item in desk.items() if item.path.endswith("waiting.json")} == {ItemState.REGISTERED}
    assert desk.run("edit", "9/SNV-TCCC", "subject", "gia hạn báo cáo").exit_code == 0
    assert [*faults(register)] == []
    register.engine.dispose()
