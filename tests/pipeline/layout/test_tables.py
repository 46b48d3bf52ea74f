"""Ruled tables: words into cells, and frames that are no tables."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.layout import lay_out
from schemas.text import Grid, Page, Table, Word

SetPage = Callable[..., Page]
SetGrid = Callable[..., Grid]


def tables_of(page: Page) -> list[Table]:
    (laid,) = lay_out([page])
    return [item for item in laid.items if isinstance(item, Table)]


def test_words_stand_in_the_cells_around_them(set_page: SetPage, set_grid: SetGrid) -> None:
    grid = set_grid([60, 110, 300, 500], [100, 130, 160])
    rows = [(65.0, 120.0, "TT"), (120.0, 120.0, "Nội dung"), (310.0, 120.0, "Đơn vị")]
    rows += [(65.0, 150.0, "1"), (120.0, 150.0, "Rà soát hồ sơ"), (310.0, 150.0, "Sở Y tế")]
    (table,) = tables_of(set_page(rows, grids=[grid]))
    found = {(cell.row, cell.column): [line.text for line in cell.lines] for cell in table.cells}
    assert found[0, 1] == ["Nội dung"]
    assert found[1, 0] == ["1"]
    assert found[1, 2] == ["Sở Y tế"]


def test_lines_above_and_below_keep_their_place(set_page: SetPage, set_grid: SetGrid) -> None:
    grid = set_grid([60, 200, 400], [100, 130])
    rows = [(70.0, 60.0, "Danh mục như sau:"), (70.0, 120.0, "a"), (210.0, 120.0, "b"), (70.0, 160.0, "Trân trọng.")]
    (laid,) = lay_out([set_page(rows, grids=[grid])])
    assert [type(item).__name__ for item in laid.items] == ["Line", "Table", "Line"]


def test_frame_around_text_is_no_table(set_page: SetPage, set_grid: SetGrid) -> None:
    grid = set_grid([60, 500], [100, 130, 160])
    rows = [(70.0, 120.0, "Sở Y tế yêu cầu các đơn vị"), (70.0, 150.0, "báo cáo kết quả thực hiện")]
    assert tables_of(set_page(rows, grids=[grid])) == []


def test_stripes_behind_a_paragraph_are_no_table(set_page: SetPage, set_grid: SetGrid) -> None:
    grid = set_grid([60, 400, 500], [100, 116, 132, 148])
    rows = [(65.0, 112.0, "Sở Y tế yêu cầu các đơn vị"), (65.0, 128.0, "rà soát và báo cáo"), (65.0, 144.0, "kết quả")]
    (laid,) = lay_out([set_page(rows, grids=[grid])])
    assert [line.text for line in laid.lines] == [text for _, _, text in rows]


def test_cells_named_by_the_file_make_a_table() -> None:
    words = [
        Word("TT", None, line=0, cell=(0, 0, 0)),
        Word("Việc", None, line=1, cell=(0, 0, 1)),
        Word("1", None, line=2, cell=(0, 1, 0)),
        Word("Rà", None, line=3, cell=(0, 1, 1)),
        Word("soát", None, line=3, cell=(0, 1, 1)),
    ]
    (table,) = tables_of(Page(None, None, None, "embedded", tuple(words)))
    assert [[line.text for line in cell.lines] for cell in table.cells] == [["TT"], ["Việc"], ["1"], ["Rà soát"]]
