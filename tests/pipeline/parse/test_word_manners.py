"""Offices set head and foot of a Word file in many manners; the zones are the same in all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from pipeline.layout import lay_out
from pipeline.parse import parse
from pipeline.scan import open_letter
from schemas.document import ParsedDocument

LEFT = ["UBND TỈNH AN PHÚ", "SỞ Y TẾ", "Số: 215/SYT-NVY"]
RIGHT = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "An Phú, ngày 10 tháng 4 năm 2024"]
ABOUT = "V/v rà soát trẻ em tiêm chủng"
BODY = [
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân tỉnh, Sở Y tế đề nghị các đơn vị thực hiện:",
    "1. Rà soát danh sách trẻ em, báo cáo về Sở Y tế trước ngày 20/4/2024.",
    "Thời gian:\t8 giờ 00 ngày 15/4/2024./.",
]
LIST = ["Nơi nhận:", "- Như trên;", "- UBND tỉnh (b/c);", "- Lưu: VT, NVY."]
SIGNED = ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Trần Thị Hải Yến"]


def add(document: Document, lines: list[str]) -> None:
    for line in lines:
        document.add_paragraph(line)


def table(document: Document, rows: list[list[str]]) -> None:
    made = document.add_table(len(rows), len(rows[0]))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            made.cell(row, column).text = text


def foot(document: Document) -> None:
    table(document, [["\n".join(LIST), "\n".join(SIGNED)]])


def two_rows(document: Document) -> None:
    table(document, [["\n".join(LEFT[:2]), "\n".join(RIGHT[:2])], [f"{LEFT[2]}\n{ABOUT}", RIGHT[2]]])
    add(document, ["Kính gửi: Trung tâm Y tế các huyện", *BODY])
    foot(document)


def one_cell_for_the_whole_head(document: Document) -> None:
    table(document, [["\n".join([*LEFT, ABOUT]), "\n".join([*RIGHT[:2], "________", RIGHT[2]])]])
    add(document, ["Kính gửi: Trung tâm Y tế các huyện", *BODY])
    foot(document)


def a_row_a_line_and_an_empty_column_between(document: Document) -> None:
    table(document, [[left, "", right] for left, right in zip(LEFT, RIGHT, strict=True)])
    add(document, [ABOUT])
    table(document, [["Kính gửi:", "- Trung tâm Y tế các huyện"]])
    add(document, BODY)
    foot(document)


def tabs(document: Document) -> None:
    add(document, [f"{left}\t\t{right}" for left, right in zip(LEFT, RIGHT, strict=True)])
    add(document, [ABOUT, "Kính gửi: Trung tâm Y tế các huyện", *BODY])
    add(document, [f"{LIST[0]}\t{SIGNED[0]}", f"{LIST[1]}\t{SIGNED[1]}", LIST[2], f"{LIST[3]}\t{SIGNED[3]}"])


def blanks(document: Document) -> None:
    add(document, [f"{left}          {right}" for left, right in zip(LEFT, RIGHT, strict=True)])
    add(document, [ABOUT, "Kính gửi: Trung tâm Y tế các huyện", *BODY])
    add(document, [f"{LIST[0]}        {SIGNED[0]}", f"{LIST[1]}        {SIGNED[1]}", *LIST[2:], f"\t\t{SIGNED[3]}"])


MANNERS = [two_rows, one_cell_for_the_whole_head, a_row_a_line_and_an_empty_column_between, tabs, blanks]


def parsed(path: Path) -> ParsedDocument:
    (document,) = parse(lay_out([page for page in open_letter(path).pages() if hasattr(page, "words")]))
    return document


@pytest.mark.parametrize("manner", MANNERS)
def test_head_and_foot_fall_into_their_zones(manner: Callable[[Document], None], tmp_path: Path) -> None:
    path = tmp_path / "thu.docx"
    document = docx.Document()
    manner(document)
    document.save(str(path))
    check(parsed(path))


def check(document: ParsedDocument) -> None:
    assert [line.text for line in document.agencies] == LEFT[:2]
    assert document.number is not None
    assert document.number.text == LEFT[2]
    assert document.dateline is not None
    assert document.dateline.text == RIGHT[2]
    assert document.subject is not None
    assert document.subject.text == ABOUT
    assert " ".join(line.text for line in document.addressees).endswith("Trung tâm Y tế các huyện")
    assert [line.text for line in document.distribution] == LIST[1:]
    assert [line.text for line in document.signature] == [line for line in SIGNED if line]
    assert [item.text for item in document.body if hasattr(item, "text")] == [line.replace("\t", " ") for line in BODY]


def test_a_text_file_with_columns_of_blanks_reads_the_same(tmp_path: Path) -> None:
    wide = [f"{left:<40}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    low = [f"{left:<40}{right}" for left, right in zip(LIST, SIGNED, strict=True)]
    text = [*wide, ABOUT, "", "Kính gửi: Trung tâm Y tế các huyện", "", *BODY, "", *low]
    path = tmp_path / "thu.txt"
    path.write_text("\n".join(line.rstrip() for line in text), encoding="utf-8")
    check(parsed(path))
