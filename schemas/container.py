"""Files that hold files: what opening one gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Member:
    """A file found inside another. ``name`` is where it stands there, with slashes ("phụ lục/bảng 1.xlsx");
    ``path`` where its bytes have been written to."""

    name: str
    path: Path


OpenContainer = Callable[[Path, Path], tuple[Member, ...] | None]
"""Writes the files inside a file into a folder; ``None`` for a file that holds none. Raises ``LetterError``."""
