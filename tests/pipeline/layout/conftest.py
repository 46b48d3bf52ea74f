"""Pages set by hand: words at given places, as an engine would report them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from schemas.geometry import Box
from schemas.text import Grid, GridCell, Page, Word

SIZE = 13.0
Row = tuple[float, float, str]
"""Left edge, baseline (points) and text of a line; the text's words stand a third of an em apart."""


def words_at(rows: Sequence[Row], lean: float = 0.0, engine_line: Callable[[int], int] = lambda row: row) -> list[Word]:
    """Words of ``rows``, each half an em a letter wide; ``lean`` is how far lines fall per point to the right."""
    words = []
    for row, (x0, baseline, text) in enumerate(rows):
        x = x0
        for part in text.split():
            width = len(part) * SIZE / 2
            y = baseline + lean * (x + width / 2)
            words.append(Word(part, Box(x, y - 0.65 * SIZE, x + width, y), line=engine_line(row)))
            x += width + SIZE / 3
    return words


def page_of(rows: Sequence[Row], lean: float = 0.0, grids: Sequence[Grid] = (), merged: bool = False) -> Page:
    """An A4 page of ``rows``; ``merged`` gives rows of one height the same engine line, as Tesseract does."""

    def engine_line(row: int) -> int:
        return round(rows[row][1]) if merged else row

    return Page(1, 595.0, 842.0, "ocr", tuple(words_at(rows, lean, engine_line)), tuple(grids))


def ruled(x_edges: Sequence[float], y_edges: Sequence[float]) -> Grid:
    """A table with a line at every edge."""
    cells = tuple(
        GridCell(row, column, 1, 1, Box(x_edges[column], y_edges[row], x_edges[column + 1], y_edges[row + 1]))
        for row in range(len(y_edges) - 1)
        for column in range(len(x_edges) - 1)
    )
    return Grid(Box(x_edges[0], y_edges[0], x_edges[-1], y_edges[-1]), cells)


@pytest.fixture
def set_page() -> Callable[..., Page]:
    return page_of


@pytest.fixture
def set_grid() -> Callable[..., Grid]:
    return ruled
