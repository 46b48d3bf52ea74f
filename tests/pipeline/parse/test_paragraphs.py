"""Lines into paragraphs by indent, filling, markers and white between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.parse.paragraphs import paragraphs
from pipeline.parse.spots import Spot, entries_of
from schemas.document import Paragraph
from schemas.text import LaidPage

SetPage = Callable[..., LaidPage]
FIRST = "Sở Y tế đề nghị thủ trưởng các đơn vị trực thuộc rà soát toàn bộ hồ s"
FULL = "các đơn vị trực thuộc rà soát toàn bộ hồ sơ và báo cáo kết quả về Sở trước thờ"


def found(*pages: LaidPage) -> list[Paragraph]:
    return paragraphs([entry for entry in entries_of(pages) if isinstance(entry, Spot)])


def texts(*pages: LaidPage) -> list[str]:
    return [paragraph.text for paragraph in found(*pages)]


def at_margins(*lines: tuple[bool, str], first: float = 200.0) -> Sequence[tuple[float, float, str]]:
    """Lines at the left margin, or a first line's indent in from it."""
    return [(112.0 if indented else 80.0, first + 16 * row, text) for row, (indented, text) in enumerate(lines)]


def test_indent_begins_a_paragraph(set_page: SetPage) -> None:
    page = set_page(at_margins((True, FIRST), (False, FULL), (False, FULL), (True, FIRST), (False, "hạn.")))
    assert texts(page) == [f"{FIRST} {FULL} {FULL}", f"{FIRST} hạn."]


def test_marker_begins_a_paragraph_even_after_an_open_line(set_page: SetPage) -> None:
    page = set_page(at_margins((True, "1. " + FIRST[:67]), (False, FULL), (True, "2. " + FIRST[:67]), (False, FULL)))
    assert [paragraph.marker for paragraph in found(page)] == ["1.", "2."]


def test_hyphen_of_a_wrapped_name_is_no_bullet(set_page: SetPage) -> None:
    page = set_page(at_margins((True, FIRST), (False, FULL), (False, "- Sở Y tế tổng hợp."), (True, FIRST)))
    assert texts(page)[0].endswith("- Sở Y tế tổng hợp.")


def test_paragraph_goes_on_over_the_page_end(set_page: SetPage) -> None:
    first = set_page(at_margins((True, FIRST), (False, FULL), (False, FULL)))
    second = set_page(
        at_margins((False, FULL), (False, FULL), (False, "hạn quy định."), (True, FIRST), first=80.0), number=2
    )
    assert len(texts(first, second)) == 2


def test_white_between_lines_begins_a_paragraph_without_indent(set_page: SetPage) -> None:
    rows = [
        (80.0, 200.0, FULL),
        (80.0, 216.0, "thời hạn quy định."),
        (80.0, 250.0, "Sở" + FULL[2:]),
        (80.0, 266.0, FULL),
    ]
    assert len(texts(set_page(rows))) == 2


def test_short_numbered_line_is_a_heading(set_page: SetPage) -> None:
    page = set_page(
        at_margins((True, "1. Mục đích"), (True, "- " + FULL[:68]), (False, FULL), (False, FULL), (False, FULL))
    )
    assert [paragraph.heading for paragraph in found(page)] == [True, False]


def test_text_file_joins_a_sentence_cut_by_a_page(set_text: Callable[[str], LaidPage]) -> None:
    page = set_text("1. Sở Y tế chuẩn bị khi có tình\n\nhuống xấu xảy ra.\n\n2. Công an tỉnh phối hợp.")
    assert texts(page) == ["1. Sở Y tế chuẩn bị khi có tình huống xấu xảy ra.", "2. Công an tỉnh phối hợp."]


def test_text_file_of_short_lines_is_joined(set_text: Callable[[str], LaidPage]) -> None:
    page = set_text("Sở Y tế đề nghị các đơn vị trực thuộc rà soát, thống kê,\nbáo cáo kết quả về Sở trước ngày 08/6.")
    assert len(texts(page)) == 1


def test_heading_in_capitals_stands_alone_in_a_text_without_places(set_text: Callable[[str], LaidPage]) -> None:
    page = set_text(
        "I. ĐÁNH GIÁ CHUNG\nThời gian qua, các phường đã có nhiều cố gắng.\nII. NHIỆM VỤ\n1. Giao Sở Y tế rà soát."
    )
    assert texts(page) == [
        "I. ĐÁNH GIÁ CHUNG",
        "Thời gian qua, các phường đã có nhiều cố gắng.",
        "II. NHIỆM VỤ",
        "1. Giao Sở Y tế rà soát.",
    ]
