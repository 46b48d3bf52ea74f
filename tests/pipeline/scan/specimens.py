"""Files of every kind, built here so that none has to be kept."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from PIL import Image, ImageDraw


def picture(mode: str = "L", size: tuple[int, int] = (827, 1169)) -> Image.Image:
    image = Image.new(mode, size, "white" if mode != "1" else 1)
    ImageDraw.Draw(image).rectangle((100, 100, 200, 140), fill=0)
    return image


def image_file(kind: str, image: Image.Image | None = None, **options: object) -> bytes:
    stream = io.BytesIO()
    (image or picture()).save(stream, kind, **options)
    return stream.getvalue()


def tiff_file(pages: int, **options: object) -> bytes:
    images = [picture("1") for _ in range(pages)]
    return image_file("TIFF", images[0], save_all=True, append_images=images[1:], compression="group4", **options)


def docx_file(build: Callable[[docx.document.Document], None]) -> bytes:
    document = docx.Document()
    build(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_file(*contents: bytes, page_entries: bytes = b"", trailer: bytes = b"", font: bytes = b"Helvetica",
             extra: tuple[bytes, ...] = ()) -> bytes:  # fmt: skip
    """A PDF of A5 pages with these content streams, set in one font with WinAnsi letters."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % font,
    ]
    for index, content in enumerate(contents):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R%s>>"
            % (5 + 2 * index, page_entries)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    return _assembled([*objects, *extra], trailer)


def _assembled(objects: list[bytes], trailer: bytes) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    start = data.index(b"xref\n0")
    return data + b"trailer<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def shown(text: str, x: int = 40, y: int = 500, size: int = 12) -> bytes:
    return b"BT /F %d Tf %d %d Td (%s) Tj ET\n" % (size, x, y, text.encode("cp1252"))
