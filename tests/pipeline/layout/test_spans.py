"""Cells that a lost rule merged are parted where their own words leave the columns' edge free; real ones are not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.layout import lay_out
from schemas.geometry import Box
from schemas.text import Grid, GridCell, Page, Table

SetPage = Callable[..., Page]
SetGrid = Callable[..., Grid]
Row = tuple[float, float, str]

EDGES = [60, 110, 300, 500]
FULL: list[Row] = [
    (65.0, 120.0, "TT"), (120.0, 120.0, "Nội dung"), (310.0, 120.0, "Đơn vị"),
    (65.0, 150.0, "1"), (120.0, 150.0, "Rà soát hồ sơ"), (310.0, 150.0, "Sở Y tế"),
]  # fmt: skip


def last_row(set_page: SetPage, set_grid: SetGrid, words: list[Row]) -> list[str]:
    """The cells of a third row whose inner rules are lost."""
    grid = set_grid(EDGES, [100, 130, 160, 190])
    kept = tuple(cell for cell in grid.cells if cell.row < 2)
    merged = GridCell(2, 0, 1, 3, Box(60, 160, 500, 190))
    page = set_page([*FULL, *words], grids=[replace(grid, cells=(*kept, merged))])
    (table,) = [item for item in lay_out([page])[0].items if isinstance(item, Table)]
    return [" ".join(line.text for line in cell.lines) for cell in table.cells if cell.row == 2]


def test_words_in_columns_are_parted(set_page: SetPage, set_grid: SetGrid) -> None:
    words = [(65.0, 180.0, "2"), (120.0, 180.0, "Lập danh sách"), (310.0, 180.0, "Văn phòng")]
    assert last_row(set_page, set_grid, words) == ["2", "Lập danh sách", "Văn phòng"]


def test_only_the_edge_that_is_free_parts(set_page: SetPage, set_grid: SetGrid) -> None:
    words = [(65.0, 180.0, "2"), (120.0, 180.0, "Lập danh sách các hộ có hoàn cảnh khó khăn, gửi Văn phòng")]
    assert last_row(set_page, set_grid, words) == ["2", words[1][2]]


@pytest.mark.parametrize("text", ["I. Nhiệm vụ thường xuyên của các đơn vị", "Các nhiệm vụ phát sinh"])
def test_a_title_over_the_columns_stays_whole(set_page: SetPage, set_grid: SetGrid, text: str) -> None:
    assert last_row(set_page, set_grid, [(70.0, 180.0, text)]) == [text]


def test_an_edge_that_one_row_alone_shows_parts_nothing(set_page: SetPage, set_grid: SetGrid) -> None:
    grid = set_grid(EDGES, [100, 130, 160])
    merged = GridCell(1, 0, 1, 3, Box(60, 130, 500, 160))
    grid = replace(grid, cells=(*(cell for cell in grid.cells if cell.row == 0), merged))
    (table,) = [item for item in lay_out([set_page(FULL, grids=[grid])])[0].items if isinstance(item, Table)]
    assert [cell.column_span for cell in table.cells if cell.row == 1] == [3]
