"""What tests of several parts share: the stand-ins are importable, also in worker processes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).with_name("stand_ins")))

settings.register_profile("loaded", deadline=None)  # a machine that does other work says nothing of a property
settings.load_profile("loaded")

if TYPE_CHECKING:
    from desk import Desk


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a private PostgreSQL server; skipped where none is installed."""
    from postgresql import binaries, private_server

    if binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with private_server() as url:
        yield url


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A fresh register whose reader is the fake one."""
    import fake_reader
    from desk import new_desk

    from commands import reading

    monkeypatch.setattr(reading, "reader", lambda: fake_reader.read)
    monkeypatch.setenv("CONGVAN_USER", "Lan")
    monkeypatch.setenv("CONGVAN_CONFIG", str(tmp_path / "none.toml"))
    return new_desk(tmp_path)
