"""Excel workbooks: one styled sheet, dates as dates, and never a formula out of a letter's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import BinaryIO, TypeVar

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exchange.columns import Cell as Value
from exchange.columns import Column

T = TypeVar("T")

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767
_LINE = Side(style="thin", color="BFBFBF")


def write_sheet(out: BinaryIO, title: str, columns: Sequence[Column[T]], rows: Iterable[T]) -> None:
    """Write a workbook of one sheet ``title`` to ``out``."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    _write_head(sheet, columns)
    for number, row in enumerate(rows, start=2):
        for position, column in enumerate(columns, start=1):
            _write(sheet.cell(number, position), column.cell(row))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.print_title_rows = "1:1"
    book.save(out)


def _write_head(sheet: Worksheet, columns: Sequence[Column[T]]) -> None:
    for position, column in enumerate(columns, start=1):
        cell = sheet.cell(1, position, column.heading)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1F4E79")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(position)].width = column.width
    sheet.row_dimensions[1].height = 32


def _write(cell: Cell | MergedCell, value: Value) -> None:
    """Text stays text: Excel and openpyxl take a leading = for a formula, Excel + - @ when a cell is edited."""
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.border = Border(top=_LINE, bottom=_LINE, left=_LINE, right=_LINE)
    if isinstance(value, str):
        text = _UNWRITABLE.sub("", value)[:_LONGEST]
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    elif value is not None:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "DD/MM/YYYY"
