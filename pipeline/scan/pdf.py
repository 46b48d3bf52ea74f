"""PDF files: counted and rendered by PDFium, which also decides page by page where the text comes from."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from itertools import islice
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

from pipeline.scan.content import Content, holds, size_of, stream_of, tail_of, written
from pipeline.scan.embedded import EmbeddedText
from pipeline.scan.limits import Limits
from pipeline.scan.text_layer import FULL_PAGE, PageContent, TextLayer, has_usable_text
from schemas.errors import DamagedFileError, EncryptedFileError, TooLargeError
from schemas.image import PageImage
from schemas.text import Page

if TYPE_CHECKING:
    from schemas.image import Pixels

_DAMAGED = "Tệp PDF bị hỏng hoặc tải chưa hết; hãy xin lại tệp gốc rồi đưa vào."
_MIN_DPI, _MAX_DPI = 200.0, 300.0
_STAMPS = frozenset({raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_FREETEXT})
_SAMPLED_OBJECTS = 3_000
_VIETNAM = timezone(timedelta(hours=7))
_SIGNED = re.compile(r"D:(?P<time>\d{14})(?P<zone>Z|[+-]\d\d'?\d\d)?")


def count_pdf_pages(data: Content, limits: Limits) -> int:
    """Pages of the PDF ``data``. Raises ``EncryptedFileError``, ``DamagedFileError`` or ``TooLargeError``."""
    tail = tail_of(data, 4096)
    if b"startxref" not in tail and b"%%EOF" not in tail:
        # PDFium mends a file that was cut off and shows blank pages: the letter would be lost unseen.
        raise DamagedFileError(_DAMAGED)
    with _opened(data) as document:
        count = len(document)
    if count == 0:
        raise DamagedFileError("Tệp PDF không có trang nào; hãy xin lại tệp gốc rồi đưa vào.")
    if count > limits.pages:
        raise TooLargeError(f"Tệp PDF có {count} trang (tối đa {limits.pages}); hãy tách thành nhiều tệp.")
    return count


@contextmanager
def _opened(data: Content) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data if isinstance(data, bytes) else stream_of(data))
    except pypdfium2.PdfiumError as error:
        # PDFium also speaks of passwords where a file simply has no pages.
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY) and holds(data, b"/Encrypt"):
            raise EncryptedFileError("Tệp PDF có mật khẩu; hãy gỡ mật khẩu, lưu lại rồi đưa vào.") from error
        raise DamagedFileError(_DAMAGED) from error
    with closing(document):
        yield document


def pdf_pages(data: Content, limits: Limits) -> Iterator[Page | PageImage]:
    """The pages of the PDF ``data``: their embedded text where it can be used, else their picture."""
    signed_on = last_signed(data)
    data = _with_stamps(data)
    with _opened(data) as document, EmbeddedText(data) as text:
        for number in range(1, len(document) + 1):
            # Nothing is kept here while the page is read: the next is rendered when this one's picture is gone.
            yield replace(_page_at(document, number, text, limits), signed_on=signed_on)


def _page_at(document: pypdfium2.PdfDocument, number: int, text: EmbeddedText, limits: Limits) -> Page | PageImage:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return _troubled(number, "Không mở được trang này trong tệp PDF")
    with closing(page):
        try:
            return _read(page, number, text, limits)
        except pypdfium2.PdfiumError:
            return _troubled(number, "Không đọc được nội dung trang này trong tệp PDF")


def last_signed(data: Content) -> date | None:
    """The day of the last digital signature of the PDF ``data``, in Vietnam; ``None`` where none says when."""
    with _opened(data) as document:
        count = raw.FPDF_GetSignatureCount(document.raw)
        times = [_signing_time(raw.FPDF_GetSignatureObject(document.raw, index)) for index in range(max(0, count))]
    return max((time.astimezone(_VIETNAM).date() for time in times if time), default=None)


def _signing_time(signature: raw.FPDF_SIGNATURE) -> datetime | None:
    """When it says it was made ("D:20250317084142+07'00'"); without a zone the time is Vietnam's."""
    length = raw.FPDFSignatureObj_GetTime(signature, None, 0)
    told = ctypes.create_string_buffer(max(1, length))
    raw.FPDFSignatureObj_GetTime(signature, told, length)
    match = _SIGNED.match(told.value.decode("latin-1"))
    if match is None:
        return None
    zone = (match["zone"] or "+0700").replace("'", "").replace("Z", "+0000").ljust(5, "0")[:5]
    try:
        return datetime.strptime(match["time"] + zone, "%Y%m%d%H%M%S%z")
    except ValueError:
        return None


def pdf_picture(data: Content, number: int, limits: Limits) -> PageImage | None:
    """Page ``number`` of the PDF ``data`` as displayed, whatever its text; ``None`` where it cannot be shown."""
    data = _with_stamps(data)
    with _opened(data) as document:
        try:
            page = document[number - 1]
        except (pypdfium2.PdfiumError, IndexError):
            return None
        with closing(page):
            shown = _rendered(page, number, _content(page), limits)
    return shown if isinstance(shown, PageImage) else None


def _with_stamps(data: Content) -> Content:
    """``data`` with what was laid over its pages made part of them; ``data`` itself where nothing was.

    The programs that sign a letter put its number, its day and the seal on as annotations, which
    are on the page as displayed but in no page's text.
    """
    with _opened(data) as document:
        changed = sum(_flattened(document, index) for index in range(len(document)))
        if not changed:
            return data
        return written(document.save, size_of(data))


def _flattened(document: pypdfium2.PdfDocument, index: int) -> bool:
    """Makes the annotations of a page part of it; whether there were any that show something of their own."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return False
    with closing(page):
        kinds = set()
        for number in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            annotation = raw.FPDFPage_GetAnnot(page.raw, number)
            kinds.add(raw.FPDFAnnot_GetSubtype(annotation))
            raw.FPDFPage_CloseAnnot(annotation)
        if not kinds & _STAMPS:
            return False
        return bool(raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)


def _read(page: pypdfium2.PdfPage, number: int, text: EmbeddedText, limits: Limits) -> Page | PageImage:
    content = _content(page)
    if has_usable_text(content):
        read = text.page(number)
        if read is not None:
            return read
    if max(content.image_pixels, default=0) > limits.pixels:
        return _troubled(number, "Ảnh của trang này quá lớn để đọc")
    return _rendered(page, number, content, limits)


def _troubled(number: int, trouble: str) -> Page:
    return Page(number, None, None, "none", (), trouble=trouble)


@dataclass(slots=True)
class _Tally:
    """What was met on a page, counted object by object."""

    image_share: float = 0.0
    image_pixels: list[int] = field(default_factory=list)
    image_dpi: float = 0.0
    coloured: bool = False
    paths: int = 0
    hidden: int = 0
    shown: int = 0
    fonts: set[str] = field(default_factory=set)

    def add(self, item: pypdfium2.PdfObject, page_area: float) -> None:
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            self._add_image(item, page_area)
        elif item.type == raw.FPDF_PAGEOBJ_PATH:
            self.paths += 1
        elif item.type == raw.FPDF_PAGEOBJ_TEXT:
            invisible = raw.FPDFTextObj_GetTextRenderMode(item.raw) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
            self.hidden, self.shown = self.hidden + invisible, self.shown + (not invisible)
            self.fonts.add(item.get_font().get_base_name())

    def _add_image(self, item: pypdfium2.PdfImage, page_area: float) -> None:
        found = item.get_metadata()
        left, bottom, right, top = item.get_bounds()
        share = (right - left) * (top - bottom) / page_area
        if share >= FULL_PAGE and self.shown and not _lets_through(item):
            # Scanners' programs put the text they recognised behind the picture: nobody sees it.
            self.hidden, self.shown = self.hidden + self.shown, 0
        self.image_share = max(self.image_share, share)
        self.image_pixels.append(found.width * found.height)
        if share > 0.5:
            self.image_dpi = max(self.image_dpi, min(found.horizontal_dpi, found.vertical_dpi))
        self.coloured |= found.bits_per_pixel > 8 or found.bits_per_pixel == 0


def _lets_through(picture: pypdfium2.PdfImage) -> bool:
    """Whether what lies behind ``picture`` is seen: it has a mask, as drawn seals and letterheads have."""
    if raw.FPDFPageObj_HasTransparency(picture.raw):
        return True
    try:
        drawn = picture.get_bitmap(render=True)
    except pypdfium2.PdfiumError:
        return True
    with closing(drawn) as bitmap:
        pixels = bitmap.to_numpy()
        return bool(pixels.ndim == 3 and pixels.shape[2] == 4 and pixels[::8, ::8, 3].mean() < 250)


def _content(page: pypdfium2.PdfPage) -> PageContent:
    """What is drawn on ``page``, as far as the decision on its text needs it."""
    width, height = page.get_size()
    tally = _Tally()
    for item in islice(page.get_objects(max_depth=4), _SAMPLED_OBJECTS):
        tally.add(item, max(width * height, 1.0))
    with closing(page.get_textpage()) as layer:
        text = layer.get_text_bounded()
    return PageContent(
        layer=TextLayer(text, frozenset(tally.fonts), tally.hidden > tally.shown),
        image_share=tally.image_share,
        image_pixels=tuple(tally.image_pixels),
        image_dpi=tally.image_dpi,
        paths=tally.paths,
        coloured=tally.coloured or not tally.image_pixels or tally.shown > 0 or tally.paths > 0,
    )


def _rendered(page: pypdfium2.PdfPage, number: int, content: PageContent, limits: Limits) -> PageImage | Page:
    """``page`` as a picture at its scan's own resolution where that is between 200 and 300 dpi."""
    width, height = page.get_size()
    dpi = min(max(content.image_dpi or _MAX_DPI, _MIN_DPI), _MAX_DPI)
    dpi = min(dpi, (limits.pixels / (width * height)) ** 0.5 * 72)
    if dpi < 50 or width < 1 or height < 1:
        return _troubled(number, "Khổ trang bất thường, không đọc được")
    try:
        pixels = _bitmap(page, dpi, grey=not content.coloured)
    except (pypdfium2.PdfiumError, MemoryError):
        return _troubled(number, "Không dựng được ảnh của trang này")
    return PageImage(number, width, height, dpi, pixels)


def _bitmap(page: pypdfium2.PdfPage, dpi: float, grey: bool) -> Pixels:
    with closing(page.render(scale=dpi / 72, grayscale=grey, rev_byteorder=True)) as bitmap:
        pixels: Pixels = bitmap.to_numpy()
        if pixels.ndim == 3 and pixels.shape[2] == 1:
            pixels = pixels[:, :, 0]
        return pixels[..., :3].copy() if pixels.ndim == 3 else pixels.copy()
