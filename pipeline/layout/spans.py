"""Cells that only seem to span columns, because a bad copy lost the rule between them: parted where the rule must be.

A cell that really spans has text across the columns' edges, or words that follow each other over them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from pipeline.layout.metrics import Placed
from schemas.geometry import Box
from schemas.text import Grid, GridCell

_ROWS_THAT_SHOW = 2
"""An edge is known when this many other rows show it."""
_CROSSES = 3.0
_GAP = 8.0
"""Points a word may reach over an edge, and that must at least be free around it; a blank is 3 to 4 wide."""
_REMNANT = frozenset("|[]!Il¦_")
"""What OCR makes of pieces of a rule."""


def part_spans(by_cell: Mapping[GridCell, Sequence[Placed]], grid: Grid) -> dict[GridCell, list[Placed]]:
    """``by_cell`` with cells parted at the columns' edges that their own words leave free."""
    edges = _edges(grid)
    parted: dict[GridCell, list[Placed]] = {}
    for cell, words in by_cell.items():
        for piece, found in _pieces(cell, list(words), edges):
            parted[piece] = found
    return parted


def _edges(grid: Grid) -> dict[int, float]:
    """The x of the edge behind each column, as the rows show it that have it."""
    seen: dict[int, list[float]] = {}
    for cell in grid.cells:
        seen.setdefault(cell.column + cell.column_span - 1, []).append(cell.box.x1)
    return {column: median(found) for column, found in seen.items() if len(found) >= _ROWS_THAT_SHOW}


def _pieces(cell: GridCell, words: list[Placed], edges: Mapping[int, float]) -> list[tuple[GridCell, list[Placed]]]:
    last = cell.column + cell.column_span - 1
    for column in range(cell.column, last):
        edge = edges.get(column)
        if edge is None or not cell.box.x0 < edge < cell.box.x1:
            continue
        left = [word for word in words if word.box.centre[0] < edge]
        right = [word for word in words if word.box.centre[0] >= edge]
        if _parts(left, right, edge):
            box = cell.box
            first = replace(cell, column_span=column - cell.column + 1, box=Box(box.x0, box.y0, edge, box.y1))
            rest = replace(cell, column=column + 1, column_span=last - column, box=Box(edge, box.y0, box.x1, box.y1))
            return [(first, left), *_pieces(rest, right, edges)]
    return [(cell, words)]


def _parts(left: Sequence[Placed], right: Sequence[Placed], edge: float) -> bool:
    """Whether words stand on both sides of ``edge``, none across it, and with more than a blank between them."""
    ends = [word.box.x1 for word in left if not _is_remnant(word)]
    starts = [word.box.x0 for word in right if not _is_remnant(word)]
    if not ends or not starts or max(ends) > edge + _CROSSES or min(starts) < edge - _CROSSES:
        return False
    return min(starts) - max(ends) >= _GAP


def _is_remnant(placed: Placed) -> bool:
    return set(placed.word.text) <= _REMNANT
