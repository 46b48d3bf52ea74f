"""DOCX files: paragraphs and tables in order, numbering made visible, layout tables opened."""

from __future__ import annotations

from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.scan.word_file import read_word_file
from schemas.text import Page
from tests.pipeline.scan.specimens import docx_file

Build = Callable[[docx.document.Document], None]


def page_of(build: Build) -> Page:
    return read_word_file(docx_file(build))


def lines_of(page: Page) -> list[str]:
    lines: dict[int, list[str]] = {}
    for word in page.words:
        lines.setdefault(word.line, []).append(word.text)
    return [" ".join(words) for _, words in sorted(lines.items())]


def test_paragraphs_and_line_breaks_are_lines_and_blank_ones_count() -> None:
    def build(document: docx.document.Document) -> None:
        document.add_paragraph("Kính gửi:\nSở Y tế")
        document.add_paragraph("")
        document.add_paragraph("Thực hiện")

    page = page_of(build)
    assert [(word.text, word.line) for word in page.words][-3:] == [("tế", 1), ("Thực", 3), ("hiện", 3)]
    assert (page.number, page.width, page.source) == (None, None, "embedded")


def test_runs_join_to_words_and_keep_their_look() -> None:
    def build(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph()
        paragraph.add_run("Số: 1")
        paragraph.add_run("5/").bold = True
        paragraph.add_run("SYT ")
        paragraph.add_run("ngày").italic = True

    words = page_of(build).words
    assert [word.text for word in words] == ["Số:", "15/SYT", "ngày"]
    assert words[2].italic
    assert not words[1].bold


def test_bold_comes_through_styles_too() -> None:
    page = page_of(lambda document: document.add_paragraph("KẾ HOẠCH", style="Heading 1"))
    assert all(word.bold for word in page.words)


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_a_head_set_in_a_table_without_rules_is_lines(rows: int) -> None:
    def build(document: docx.document.Document) -> None:
        table = document.add_table(rows, 2)
        for row in range(rows):
            table.cell(row, 0).text, table.cell(row, 1).text = f"trái {row}", f"phải {row}"

    page = page_of(build)
    assert all(word.cell is None for word in page.words)
    assert lines_of(page)[:2] == ["trái 0", "phải 0"]


def test_a_ruled_table_keeps_its_cells() -> None:
    def build(document: docx.document.Document) -> None:
        table = document.add_table(2, 3, style="Table Grid")
        for number in range(6):
            table.cell(number // 3, number % 3).text = str(number)

    assert [(word.text, word.cell) for word in page_of(build).words] == [
        (str(number), (0, number // 3, number % 3)) for number in range(6)
    ]


def test_a_merged_cell_moves_the_next_one_on() -> None:
    def build(document: docx.document.Document) -> None:
        table = document.add_table(1, 3, style="Table Grid")
        table.cell(0, 0).merge(table.cell(0, 1)).text = "gộp"
        table.cell(0, 2).text = "sau"

    assert [(word.text, word.cell) for word in page_of(build).words] == [("gộp", (0, 0, 0)), ("sau", (0, 0, 2))]


def test_tables_stand_between_their_paragraphs() -> None:
    def build(document: docx.document.Document) -> None:
        document.add_paragraph("trước")
        document.add_table(1, 2, style="Table Grid").cell(0, 0).text = "trong"
        document.add_paragraph("sau")

    assert [word.text for word in page_of(build).words] == ["trước", "trong", "sau"]


def numbered(document: docx.document.Document, levels: list[tuple[str, str]], depths: list[int]) -> None:
    """Paragraphs "việc" of a list whose ``levels`` are (format, text), one for each of ``depths``."""
    body = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (kind, text) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{body}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for depth in depths:
        properties = document.add_paragraph("việc")._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>')
        )


@pytest.mark.parametrize(
    ("levels", "depths", "labels"),
    [
        ([("decimal", "%1.")], [0, 0, 0], ["1.", "2.", "3."]),
        ([("upperRoman", "%1."), ("decimal", "%2.")], [0, 1, 1, 0, 1], ["I.", "1.", "2.", "II.", "1."]),
        ([("decimal", "%1."), ("lowerLetter", "%2)")], [0, 1, 1], ["1.", "a)", "b)"]),
        ([("decimal", "%1."), ("decimal", "%1.%2.")], [0, 1, 0, 1], ["1.", "1.1.", "2.", "2.1."]),
        ([("decimal", "Điều %1.")], [0, 0], ["Điều 1.", "Điều 2."]),
        ([("bullet", "-")], [0], ["-"]),
        ([("bullet", "\uf0b7")], [0], ["-"]),
        ([("bullet", "+")], [0], ["+"]),
    ],
)
def test_automatic_numbering_is_made_visible(
    levels: list[tuple[str, str]], depths: list[int], labels: list[str]
) -> None:
    page = page_of(lambda document: numbered(document, levels, depths))
    assert lines_of(page) == [f"{label} việc" for label in labels]


def test_deleted_text_is_left_out_and_inserted_text_read() -> None:
    def build(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph("ngày ")._p
        paragraph.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>01</w:delText></w:r></w:del>"))
        paragraph.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>02</w:t></w:r></w:ins>"))

    assert lines_of(page_of(build)) == ["ngày 02"]


def test_headers_and_footers_are_left_out() -> None:
    def build(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].text = "đầu trang"
        document.add_paragraph("thân")

    assert lines_of(page_of(build)) == ["thân"]


def test_text_boxes_are_read_once() -> None:
    box = (
        '<w:r {} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r>"
        "</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>HỎA TỐC"
        "</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>".format(nsdecls("w"))
    )
    page = page_of(lambda document: document.add_paragraph("Số: 15")._p.append(parse_xml(box)))
    assert lines_of(page) == ["HỎA TỐC", "Số: 15"]
