"""A register for a whole module of tests, on either database."""

from __future__ import annotations

import pytest
from desk import Desk, new_desk, new_postgresql_desk


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One desk for all tests of a module: they read, none writes."""
    folder = tmp_path_factory.mktemp("office")
    if request.param == "sqlite":
        return new_desk(folder)
    return new_postgresql_desk(folder, request.getfixturevalue("postgresql_server"))
