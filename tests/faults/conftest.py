"""A register on each database, to do harm to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk, new_desk, new_postgresql_desk


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    if request.param == "sqlite":
        desk = new_desk(tmp_path)
    else:
        desk = new_postgresql_desk(tmp_path, request.getfixturevalue("postgresql_server"))
    yield desk
    desk.register.engine.dispose()
