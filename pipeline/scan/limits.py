"""How large a file may be: beyond that it is a mistake or an attack, and no letter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """``bytes`` of the file, ``pages`` in it, ``pixels`` of one page picture, ``unpacked_bytes`` of a DOCX."""

    bytes: int = 300 * 1024**2
    pages: int = 2_000
    pixels: int = 150_000_000
    unpacked_bytes: int = 500 * 1024**2
