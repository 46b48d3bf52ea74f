"""PDF pages: embedded text where it is the page's text, else a picture of the page as displayed."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from pipeline.scan.limits import Limits
from pipeline.scan.pdf import _content, pdf_pages
from pipeline.scan.text_layer import PageContent, TextLayer, has_usable_text, reads_well
from schemas.image import PageImage
from schemas.text import Page
from tests.pipeline.scan.specimens import pdf_file, shown

BODY = "Thực hiện Kế hoạch về công tác phòng, chống dịch bệnh, đề nghị các đơn vị báo cáo kết quả. " * 4
TCVN3 = "Thùc hiÖn KÕ ho¹ch vÒ c«ng t¸c phßng, chèng dÞch bÖnh, ®Ò nghÞ c¸c ®¬n vÞ b¸o c¸o kÕt qu¶. " * 4


def content(text: str = BODY, fonts: tuple[str, ...] = ("ABCDEF+TimesNewRomanPSMT",), hidden: bool = False,
            image_share: float = 0.0, paths: int = 0) -> PageContent:  # fmt: skip
    return PageContent(TextLayer(text, frozenset(fonts), hidden), image_share, (), 0.0, paths, True)


@pytest.mark.parametrize(
    ("page", "usable"),
    [
        (content(), True),
        (content("Nơi nhận: Như trên; Lưu: VT."), True),
        (content(image_share=0.95), True),
        (content(image_share=0.05), True),
        (content(""), False),
        (content("12/3 456"), False),
        (content("Người ký: Văn phòng. Thời gian ký: 01/02/2024", image_share=1.0), False),
        (content("Người ký: Văn phòng. Thời gian ký: 01/02/2024", paths=5_000), False),
        (content(hidden=True, image_share=1.0), False),
        (content("Thuc hien Ke hoach ve cong tac phong chong dich benh " * 5, image_share=1.0), False),
        (content(fonts=(".VnTime",)), False),
        (content(fonts=("ABCDEF+VNI-Times",)), False),
        (content(TCVN3), False),
        (content("(cid:12)(cid:40)(cid:7) " * 20), False),
        (content("\ue012\ue034 văn bản " * 30), False),
    ],
)
def test_embedded_text_is_used_when_it_is_the_pages_text(page: PageContent, usable: bool) -> None:
    assert has_usable_text(page) is usable


@pytest.mark.parametrize("font", ["TimesNewRomanPS-BoldMT", "ABCDEF+Verdana", "VNPTSans", "Vni", "SVN-Times"])
def test_unicode_fonts_are_not_taken_for_old_ones(font: str) -> None:
    assert reads_well(TextLayer(BODY, frozenset({font}), False)) is (font != "Vni")


def pages_of(data: bytes) -> list[Page | PageImage]:
    return list(pdf_pages(data, Limits()))


def test_a_page_with_text_gives_its_words_with_boxes_from_the_top() -> None:
    (page,) = pages_of(pdf_file(shown("Kính", x=40, y=500) + shown("sau", x=40, y=300)))
    assert isinstance(page, Page)
    assert [(word.text, word.line) for word in page.words] == [("Kính", 0), ("sau", 1)]
    first = page.words[0].box
    assert first is not None
    assert first.x0 == pytest.approx(40, abs=1)
    assert 78 < first.y0 < 595 - 500 < first.y1 < 100
    assert (page.source, page.width, page.height) == ("embedded", 420, 595)


def covered_text(under: bool, mask: str | None = None) -> bytes:
    """A page of real text and a picture of the whole page, over or under it."""
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=(420, 595))
    picture = ImageReader(Image.new("RGBA", (420, 595), (255, 255, 255, 0)) if mask else Image.new("RGB", (420, 595)))

    def text() -> None:
        for line in range(30):
            sheet.drawString(40, 560 - 16 * line, "Thuc hien Ke hoach cong tac")

    if under:
        text()
    sheet.drawImage(picture, 0, 0, 420, 595, mask=mask)
    if not under:
        text()
    sheet.save()
    return stream.getvalue()


@pytest.mark.parametrize(("under", "mask", "hidden"), [(True, None, True), (False, None, False), (True, "auto", False)])
def test_text_behind_a_picture_of_the_page_is_hidden(under: bool, mask: str | None, hidden: bool) -> None:
    with pypdfium2.PdfDocument(covered_text(under, mask)) as document:
        assert _content(document[0]).layer.hidden is hidden


def test_words_drawn_twice_for_boldness_are_one() -> None:
    (page,) = pages_of(pdf_file(shown("Kính", x=40) + shown("Kính", x=40) + shown("khác", x=200)))
    assert isinstance(page, Page)
    assert [word.text for word in page.words] == ["Kính", "khác"]


def test_columns_far_apart_are_lines_of_their_own() -> None:
    (page,) = pages_of(pdf_file(shown("S. 15", x=40) + shown("ngày 03", x=250)))
    assert isinstance(page, Page)
    assert [(word.text, word.line) for word in page.words] == [("S.", 0), ("15", 0), ("ngày", 1), ("03", 1)]


def test_bold_and_size_come_from_the_font() -> None:
    (page,) = pages_of(pdf_file(shown("TRANG", size=14), font=b"Times-BoldItalic"))
    assert isinstance(page, Page)
    assert (page.words[0].bold, page.words[0].italic, page.words[0].size) == (True, True, 14.0)


def test_ruled_lines_give_a_table_with_its_merged_cell() -> None:
    table = b"40 400 300 100 re S 40 450 m 340 450 l S 190 400 m 190 450 l S " + shown("Sau", 60, 470)
    (page,) = pages_of(pdf_file(table))
    assert isinstance(page, Page)
    (grid,) = page.grids
    assert [(cell.row, cell.column, cell.column_span) for cell in grid.cells] == [(0, 0, 2), (1, 0, 1), (1, 1, 1)]


def test_a_frame_is_no_table() -> None:
    (page,) = pages_of(pdf_file(b"40 400 300 100 re S " + shown("A", 60, 450)))
    assert isinstance(page, Page)
    assert page.grids == ()


def test_a_page_without_text_is_a_picture_of_it_as_displayed() -> None:
    (page,) = pages_of(pdf_file(b"0 0 60 40 re f", page_entries=b"/Rotate 90"))
    assert isinstance(page, PageImage)
    assert (page.width, page.height, page.number) == (595, 420, 1)
    assert page.pixels[:20, :20].max() == 0  # the bottom left corner is turned to the top left
    assert page.pixels[-20:, -20:].min() == 255


def test_embedded_words_of_a_turned_page_lie_where_they_are_displayed() -> None:
    turned = b"BT /F 12 Tf 0 1 -1 0 100 40 Tm (Sau) Tj ET"
    (page,) = pages_of(pdf_file(turned, page_entries=b"/Rotate 90"))
    assert isinstance(page, Page)
    box = page.words[0].box
    assert box is not None
    assert (page.width, page.height) == (595, 420)
    assert box.x0 == pytest.approx(40, abs=1)
    assert 85 < box.y0 < 100 < box.y1 < 108


def test_boxes_count_from_the_corner_of_the_crop_box() -> None:
    (page,) = pages_of(pdf_file(shown("Sau", x=140, y=500), page_entries=b"/CropBox[100 100 420 595]"))
    assert isinstance(page, Page)
    box = page.words[0].box
    assert box is not None
    assert (page.width, page.height) == (320, 495)
    assert box.x0 == pytest.approx(40, abs=1)


def test_an_absurdly_large_page_stays_within_the_pixels_allowed() -> None:
    data = pdf_file(b"0 0 60 40 re f").replace(b"[0 0 420 595]", b"[0 0 4200 5950]")
    (page,) = list(pdf_pages(data, Limits(pixels=20_000_000)))
    assert isinstance(page, PageImage)
    assert page.pixels.shape[0] * page.pixels.shape[1] <= 20_100_000


def test_a_number_stamped_on_by_the_signing_program_is_read_as_one_word() -> None:
    digits = b"BT /F 12 Tf 0 4 Td (5) Tj ET BT /F 12 Tf 6.7 4 Td (4) Tj ET"
    form = b"/Annots[<</Type/Annot/Subtype/Stamp/F 4/Rect[100 496 130 516]/AP<</N 6 0 R>>>>]"
    appearance = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 30 20]/Resources<</Font<</F 3 0 R>>>>/Length %d>>stream\n%s\nendstream"
    )
    data = pdf_file(shown("Serial", x=40, y=500), page_entries=form, extra=(appearance % (len(digits), digits),))
    (page,) = pages_of(data)
    assert isinstance(page, Page)
    assert [word.text for word in page.words] == ["Serial", "54"]
