"""Files of every kind, built here so that none has to be kept."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable

import docx
import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
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


HEIC_FILE = base64.b64decode(
    b"AAAAHGZ0eXBoZWl4AAAAAG1pZjFoZWl4bWlhZgAAAVBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    b"ACJpbG9jAAAAAERAAAEAAQAAAAABdAABAAAAAAAAAGgAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRt"
    b"AAAAAAABAAAA0GlwcnAAAACxaXBjbwAAAHRodmNDAQQIAAAAn/gAAAAAPPAA/Pz4+AAADwNgAAEAF0ABDAH//wQIAAADAJ/4AAAD"
    b"AAA8ugJAYQABAChCAQEECAAAAwCf+AAAAwAAPMAgIBcfPlupJKa5sCAAAAMDIAAAAwAhYgABAAdEAcFysGJAAAAAE2NvbHJuY2x4"
    b"AAEADQAGgAAAABRpc3BlAAAAAAAAAQAAAAFqAAAADnBpeGkAAAAAAQgAAAAXaXBtYQAAAAAAAAABAAEEgQIDBAAAAHBtZGF0AAAA"
    b"ZCgBrjJjRPiiC+Kw4Pafoo501m6Wv+6TU25Jh84HdWG1ZPERgxYOfO04pEJAo+XQ9chG10F31blxYghvypbgpQSSJlycFQVF3lmr"
    b"z+iTHq+gM2CHAAAJWAAAAwBLQAAAAwAAQUA="
)
"""A grey picture of 256 by 362 pixels with a black bar: Pillow and ours only read HEIC."""


def xlsx_file(build: Callable[[Worksheet], None]) -> bytes:
    workbook = openpyxl.Workbook()
    build(workbook.active)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def zip_file(**files: bytes) -> bytes:
    """A ZIP of ``files``; two underscores in a name stand for a dot, three for a slash."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("___", "/").replace("__", "."), data)
    return stream.getvalue()
