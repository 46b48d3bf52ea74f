"""Comma-separated tables that Excel opens with the right accents and without running anything in them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import BinaryIO, TypeVar

from exchange.columns import Cell, Column
from exchange.wording import day

T = TypeVar("T")

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_table(out: BinaryIO, columns: Sequence[Column[T]], rows: Iterable[T]) -> None:
    """Write UTF-8 with a byte order mark, for Excel takes a file without one for an old code page."""
    out.write(codecs.BOM_UTF8)
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow([column.heading for column in columns])
    for row in rows:
        table.writerow([_text(column.cell(row)) for column in columns])
    text.detach()


def _text(cell: Cell) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(cell, date):
        return day(cell)
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(_RUNS) or text.startswith(_RUNS) else text
