"""Words into the cells of the tables drawn on a page, or named by the file itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from pipeline.layout.metrics import Placed
from pipeline.layout.spans import part_spans
from schemas.geometry import Box
from schemas.text import Cell, Grid, GridCell, Line, Page, Table, Word

Reader = Callable[[Sequence[Placed]], tuple[Line, ...]]


def fill(page: Page, grid: Grid, words: Sequence[Placed], read: Reader) -> Table | None:
    """The table of ``grid`` with ``words`` in its cells; ``None`` when the text in it makes no table.

    A frame around text has one column, and the coloured stripes behind a paragraph seldom have two
    cells with text side by side; both are running text.
    """
    by_cell: dict[GridCell, list[Placed]] = {cell: [] for cell in grid.cells}
    for placed in words:
        by_cell[_home(placed.box, grid)].append(placed)
    if not _tabulates(by_cell):
        return None
    parted = part_spans(by_cell, grid)
    cells = tuple(
        Cell(cell.row, cell.column, cell.row_span, cell.column_span, read(found)) for cell, found in parted.items()
    )
    return Table(page.number, grid.box, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _tabulates(by_cell: Mapping[GridCell, Sequence[Placed]]) -> bool:
    """Whether half of the rows that hold text have it in two cells or more."""
    counts = Counter(cell.row for cell, found in by_cell.items() if found)
    return bool(counts) and sum(count > 1 for count in counts.values()) >= len(counts) / 2


def holds(grid: Grid, box: Box) -> bool:
    """Whether the middle of ``box`` stands in a cell of ``grid``, and most of it inside."""
    x, y = box.centre
    return grid.box.contains(x, y) and any(cell.box.contains(x, y) for cell in grid.cells)


def _home(box: Box, grid: Grid) -> GridCell:
    return max(grid.cells, key=lambda cell: (cell.box.contains(*box.centre), cell.box.overlap(box)))


def from_marked_words(page: Page, words: Sequence[Word]) -> Table:
    """The table of words that carry their cell: ``words`` all of one table, in the file's order."""
    by_cell: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        assert word.cell is not None
        by_cell.setdefault((word.cell[1], word.cell[2]), []).append(word)
    cells = tuple(Cell(row, column, 1, 1, _lines(page, by_cell[row, column])) for row, column in sorted(by_cell))
    return Table(page.number, None, cells)


def _lines(page: Page, words: Sequence[Word]) -> tuple[Line, ...]:
    return tuple(Line(page.number, tuple(group)) for _, group in groupby(words, key=lambda word: word.line))
