"""A file's kind is told by its content; what is not read is refused with the step to take."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.scan.kind import kind_of, text_of
from schemas.errors import DamagedFileError, EncryptedFileError, UnknownFormatError
from tests.pipeline.scan.specimens import (
    HEIC_FILE,
    docx_file,
    image_file,
    pdf_file,
    shown,
    tiff_file,
    xlsx_file,
    zip_file,
)


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def compound(stream_name: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream_name.encode("utf-16-le") + bytes(200)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf_file(shown("a")), "pdf"),
        (b"\r\n\x00 sent by fax\n" + pdf_file(shown("a")), "pdf"),
        (image_file("JPEG"), "jpeg"),
        (image_file("PNG"), "png"),
        (tiff_file(1), "tiff"),
        (docx_file(lambda document: document.add_paragraph("Kính gửi")), "docx"),
        ("Kính gửi: Sở Y tế".encode(), "txt"),
        ("Kính gửi: Sở Y tế".encode("utf-8-sig"), "txt"),
        ("Kính gửi: Sở Y tế".encode("utf-16"), "txt"),
        ("Subject: không phải thư điện tử".encode(), "txt"),
        (HEIC_FILE, "heic"),
        (xlsx_file(lambda sheet: sheet.append(["STT"])), "xlsx"),
        (compound("WordDocument"), "doc"),
        (compound("Workbook"), "xls"),
        (b"{\\rtf1 abc}", "rtf"),
        (zip_file(mimetype=b"application/vnd.oasis.opendocument.text", content__xml=b"<x/>"), "odt"),
        (zip_file(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content__xml=b"<x/>"), "ods"),
    ],
)
def test_kinds_that_are_read(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "step"),
    [
        (compound("__substg1.0_0037001F"), "tệp đính kèm"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(50), "giải nén"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "giải nén"),
        (b"\x1f\x8b\x08" + bytes(50), "giải nén"),
        (zipped("a.pdf", "b.pdf"), "congvan ingest"),
        (zipped("xl/workbook.bin"), ".xlsx"),
        (zipped("ppt/presentation.xml"), "PDF"),
        (zipped("mimetype", "content.xml"), ".docx hoặc PDF"),
        (bytes(3) + b"\x18ftypavif" + bytes(50), "JPEG"),
        (bytes(3) + b"\x18ftypmp42" + bytes(50), "JPEG"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "JPEG"),
        (b"GIF89a" + bytes(20), "JPEG"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "in ra PDF"),
        (b"  <HTML><p>x</p></HTML>", "in ra PDF"),
        (b'<edXML:edXML xmlns:edXML="x"/>', "edXML"),
        (b'<?xml version="1.0"?>\n<edXML:edXML xmlns:edXML="x"/>', "edXML"),
        (b'<?xml version="1.0"?><note/>', "PDF"),
        (b"Received: from a by b\r\nSubject: x\r\n", "congvan ingest"),
        (b"From: a@vidu.vn\r\nTo: b@vidu.vn\r\nMIME-Version: 1.0\r\n\r\nx", "congvan ingest"),
        (b"MZ\x90\x00" + bytes(60), "mã độc"),
        (bytes(range(256)) * 4, "PDF"),
        ("Kính gửi: Sở Y tế".encode("utf-16-le"), "PDF"),
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam".encode("latin-1"), "UTF-8"),
    ],
)
def test_other_kinds_are_refused_with_the_step_to_take(data: bytes, step: str) -> None:
    with pytest.raises(UnknownFormatError, match=step):
        kind_of(data)


def test_an_office_file_under_a_password_is_encrypted() -> None:
    with pytest.raises(EncryptedFileError, match="mật khẩu"):
        kind_of(compound("EncryptedPackage"))


def test_a_docx_that_was_cut_off_is_damaged() -> None:
    whole = docx_file(lambda document: document.add_paragraph("Kính gửi"))
    with pytest.raises(DamagedFileError):
        kind_of(whole[: len(whole) // 2])


def test_a_byte_order_mark_is_no_text() -> None:
    assert text_of("Số: 15".encode("utf-8-sig")) == "Số: 15"
