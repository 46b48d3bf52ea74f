"""Tables of the body: merged cells repeated, a table that goes on over pages made one."""

from __future__ import annotations

from schemas.document import ParsedTable
from schemas.folding import fold
from schemas.text import Passage, Table

Row = tuple[Passage, ...]


def parse_table(table: Table) -> ParsedTable:
    """``table`` as rows of cells in order; cells the file does not name are empty."""
    height = max((cell.row + cell.row_span for cell in table.cells), default=0)
    width = max((cell.column + cell.column_span for cell in table.cells), default=0)
    filled: dict[tuple[int, int], Passage] = {}
    for cell in table.cells:
        passage = Passage.of(cell.lines)
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                filled[row, column] = passage
    empty = Passage("", ())
    rows = tuple(tuple(filled.get((row, column), empty) for column in range(width)) for row in range(height))
    return ParsedTable(rows, (table,))


def continued(first: ParsedTable, second: ParsedTable) -> ParsedTable | None:
    """Both as one when ``second`` goes on with ``first`` on the next page; ``None`` when it is another table."""
    if not first.rows or not second.rows or len(first.rows[0]) != len(second.rows[0]):
        return None
    before, after = first.tables[-1].page, second.tables[0].page
    if before is None or after is None or after != before + 1:
        return None
    rows = second.rows[1:] if _same(first.rows[0], second.rows[0]) else second.rows
    return ParsedTable(first.rows + rows, first.tables + second.tables)


def _same(one: Row, other: Row) -> bool:
    return [fold(cell.text) for cell in one] == [fold(cell.text) for cell in other]
