"""From the rectangles between ruled lines to a table's rows, columns and spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from schemas.geometry import Box, hull
from schemas.text import Grid, GridCell


def grid_of(rectangles: Sequence[Box], tolerance: float = 3.0) -> Grid | None:
    """The table whose cells are ``rectangles``, merged cells with their spans.

    Edges within ``tolerance`` (points) are one line. ``None`` when there are fewer than two rows or
    two columns: a frame is no table.
    """
    box = hull(rectangles)
    xs = _lines((edge for cell in rectangles for edge in (cell.x0, cell.x1)), tolerance)
    ys = _lines((edge for cell in rectangles for edge in (cell.y0, cell.y1)), tolerance)
    if box is None or len(xs) < 3 or len(ys) < 3 or len(rectangles) < 3:
        return None
    cells = []
    for cell in rectangles:
        left, right = _nearest(xs, cell.x0), _nearest(xs, cell.x1)
        top, bottom = _nearest(ys, cell.y0), _nearest(ys, cell.y1)
        if right > left and bottom > top:
            cells.append(GridCell(top, left, bottom - top, right - left, cell))
    return Grid(box, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _lines(edges: Iterable[float], tolerance: float) -> list[float]:
    """Positions of the ruled lines that ``edges`` lie on, in order."""
    groups: list[list[float]] = []
    for edge in sorted(edges):
        if groups and edge - groups[-1][-1] <= tolerance:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [sum(group) / len(group) for group in groups]


def _nearest(lines: Sequence[float], edge: float) -> int:
    return min(range(len(lines)), key=lambda index: abs(lines[index] - edge))
