from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """Writes bytes to a file of a given name and returns its path."""

    def write(data: bytes, name: str = "letter.bin") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write
