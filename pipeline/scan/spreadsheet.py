"""XLSX files as text without pages: each sheet is the lines above its table, and the table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from pipeline.scan.cleaning import clean_text
from pipeline.scan.limits import Limits
from schemas.errors import DamagedFileError, EmptyFileError, TooLargeError
from schemas.text import Page, Word

LEAST_COLUMNS = 3
"""A row with as many filled cells begins the table; titles, and the two sides of a head, have fewer."""

MOST_CELLS = 200_000
_DAMAGED = "Bảng tính bị hỏng; hãy mở bằng Excel, lưu lại thành .xlsx hoặc PDF rồi đưa vào."


def check_spreadsheet(data: bytes, limits: Limits) -> None:
    """Raises ``TooLargeError``, ``DamagedFileError`` or ``EmptyFileError`` for an XLSX file that cannot be read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > limits.unpacked_bytes:
            raise TooLargeError("Bảng tính bung ra quá lớn; hãy chỉ giữ các bảng cần nạp, hoặc xuất ra PDF.")
    if not read_spreadsheet(data).words:
        raise EmptyFileError("Bảng tính không có chữ nào; hãy kiểm tra lại tệp.")


def read_spreadsheet(data: bytes) -> Page:
    """The XLSX file ``data`` as a page without size; sheets that are hidden are left out.

    What stands above a sheet's table, and rows of one cell below it, are lines; words of the table carry their cell.
    A cell merged over several rows stands in each of them, for each row is an order of its own.
    """
    reader = _Reader()
    for sheet in _opened(data).worksheets:
        if sheet.sheet_state == "visible":
            reader.read_sheet(sheet)
    return Page(None, None, None, "embedded", tuple(reader.words))


def _opened(data: bytes) -> Any:
    import openpyxl

    try:
        return openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except Exception as error:  # openpyxl raises whatever its parts raise: KeyError, TypeError, XML errors, …
        raise DamagedFileError(_DAMAGED) from error


@dataclass(slots=True)
class _Reader:
    """Collects the words; ``line`` and ``tables`` are numbers of what comes next."""

    words: list[Word] = field(default_factory=list)
    line: int = 0
    tables: int = 0
    cells: int = 0

    def read_sheet(self, sheet: Any) -> None:
        rows = [row for row in _rows(sheet) if any(row)]
        begin = next((at for at, row in enumerate(rows) if _filled(row) >= LEAST_COLUMNS), len(rows))
        for row in rows[:begin]:
            self._write_lines(row)
        for number, row in enumerate(rows[begin:]):
            self._write_row(row, number)
        self.tables += begin < len(rows)

    def _write_lines(self, row: list[str]) -> None:
        for text in dict.fromkeys(row):
            self._write(text, None)

    def _write_row(self, row: list[str], number: int) -> None:
        for column, text in enumerate(row):
            self._write(text, (self.tables, number, column))

    def _write(self, text: str, cell: tuple[int, int, int] | None) -> None:
        for line in text.splitlines():
            parts = clean_text(line).split()
            self.words += [Word(part, None, line=self.line, cell=cell) for part in parts]
            self.line += bool(parts)
        self.cells += bool(text)
        if self.cells > MOST_CELLS:
            raise TooLargeError("Bảng tính có quá nhiều ô; hãy chỉ giữ các bảng cần nạp, hoặc xuất ra PDF.")


def _filled(row: list[str]) -> int:
    """How many different texts ``row`` has: a title merged over all columns is one."""
    return len(set(filter(None, row)))


def _rows(sheet: Any) -> Iterator[list[str]]:
    merged = _merged(sheet)
    for cells in sheet.iter_rows():
        yield [_shown(merged.get((cell.row, cell.column), cell.value)) for cell in cells]


def _merged(sheet: Any) -> dict[tuple[int, int], Any]:
    """What cells that are merged into one above them show, by row and column; the cells beside it stay empty."""
    return {
        (row, area.min_col): sheet.cell(area.min_row, area.min_col).value
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
    }


def _shown(value: Any) -> str:
    """A cell's value as a Vietnamese reader sees it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y" if value.time() == time() else "%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
