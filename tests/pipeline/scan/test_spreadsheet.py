"""A spreadsheet is its titles as lines and its table as cells, as a person sees them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.scan import Limits, open_letter
from pipeline.scan.spreadsheet import read_spreadsheet
from schemas.errors import DamagedFileError, EmptyFileError, TooLargeError
from schemas.text import Page
from tests.pipeline.scan.specimens import xlsx_file, zip_file


def lines_of(page: Page) -> list[str]:
    found: dict[int, list[str]] = defaultdict(list)
    for word in page.words:
        if word.cell is None:
            found[word.line].append(word.text)
    return [" ".join(words) for words in found.values()]


def table_of(page: Page, table: int = 0) -> list[list[str]]:
    cells: dict[tuple[int, int], list[str]] = defaultdict(list)
    for word in page.words:
        if word.cell is not None and word.cell[0] == table:
            cells[word.cell[1:]].append(word.text)
    rows = max(row for row, _ in cells) + 1
    columns = max(column for _, column in cells) + 1
    return [[" ".join(cells[row, column]) for column in range(columns)] for row in range(rows)]


def annex(sheet: Worksheet) -> None:
    sheet.append(["PHỤ LỤC"])
    sheet.merge_cells("A1:D1")
    sheet.append(["(Kèm theo Công văn số 12/UBND-VP)"])
    sheet.append([])
    sheet.append(["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"])
    sheet.append([1, "Rà soát hồ sơ", "Phòng Nội vụ", date(2024, 3, 15)])
    sheet.append([2.0, "Tổng hợp báo cáo", None, datetime(2024, 3, 20, 16, 30)])
    sheet.merge_cells("C5:C6")


def test_titles_are_lines_and_the_table_has_cells() -> None:
    page = read_spreadsheet(xlsx_file(annex))
    assert lines_of(page) == ["PHỤ LỤC", "(Kèm theo Công văn số 12/UBND-VP)"]
    assert table_of(page) == [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
        ["1", "Rà soát hồ sơ", "Phòng Nội vụ", "15/03/2024"],
        ["2", "Tổng hợp báo cáo", "Phòng Nội vụ", "20/03/2024 16:30"],
    ]


def test_each_sheet_is_a_table_and_hidden_ones_are_none() -> None:
    def build(sheet: Worksheet) -> None:
        sheet.append(["STT", "Việc", "Đơn vị"])
        book = sheet.parent
        book.create_sheet("Ẩn").append(["bí", "mật", "không"])
        book["Ẩn"].sheet_state = "hidden"
        book.create_sheet("Thêm").append(["STT", "Xã", "Hạn"])

    page = read_spreadsheet(xlsx_file(build))
    assert table_of(page, 1) == [["STT", "Xã", "Hạn"]]
    assert "mật" not in {word.text for word in page.words}


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (xlsx_file(lambda sheet: sheet.append([])), EmptyFileError),
        (zip_file(xl___workbook__xml=b"<x/>"), DamagedFileError),
    ],
)
def test_what_cannot_be_read_says_so(save: Callable[..., Path], data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error, match="hãy"):
        open_letter(save(data))


def test_a_spreadsheet_that_unpacks_too_large_is_refused(save: Callable[..., Path]) -> None:
    with pytest.raises(TooLargeError, match="Bảng tính"):
        open_letter(save(xlsx_file(annex)), Limits(unpacked_bytes=100))


def test_a_spreadsheet_opens_as_text_without_pages(save: Callable[..., Path]) -> None:
    file = open_letter(save(xlsx_file(annex), "phụ lục.xlsx"))
    assert (file.kind, file.page_count, len(list(file.pages()))) == ("xlsx", None, 1)
