"""What kind of file some bytes are, by their content and never by their name."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from schemas.errors import DamagedFileError, EncryptedFileError, UnknownFormatError

Kind = Literal["pdf", "tiff", "jpeg", "png", "heic", "docx", "xlsx", "txt"]
Convertible = Literal["doc", "rtf", "odt", "xls", "ods"]
"""Kinds that LibreOffice turns into one of those that are read."""

_PICTURES: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
)
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})

_UNZIP = "hãy giải nén rồi đưa từng tệp văn bản bên trong vào."
_INGEST = "hãy nạp bằng `congvan ingest`, lệnh này mở tệp và nạp từng văn bản bên trong."
_AS_JPEG = "hãy đổi sang JPEG hoặc PNG rồi đưa vào lại."
_AS_PDF = "hãy lưu lại thành .docx hoặc PDF rồi đưa vào lại."

_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"Rar!\x1a\x07", f"Đây là tệp nén RAR, không phải văn bản; {_UNZIP}"),
    (b"7z\xbc\xaf\x27\x1c", f"Đây là tệp nén 7z, không phải văn bản; {_UNZIP}"),
    (b"\x1f\x8b", f"Đây là tệp nén gzip, không phải văn bản; {_UNZIP}"),
    (b"BZh", f"Đây là tệp nén bzip2, không phải văn bản; {_UNZIP}"),
    (b"\xfd7zXZ\x00", f"Đây là tệp nén xz, không phải văn bản; {_UNZIP}"),
    (b"GIF8", f"Đây là ảnh GIF; {_AS_JPEG}"),
    (b"BM", f"Đây là ảnh BMP; {_AS_JPEG}"),
    (b"\x00\x00\x00\x0cjP  ", f"Đây là ảnh JPEG 2000; {_AS_JPEG}"),
    (b"AT&TFORM", "Đây là tệp DjVu; hãy xuất ra PDF rồi đưa vào lại."),
    (b"%!PS", "Đây là tệp PostScript; hãy xuất ra PDF rồi đưa vào lại."),
    (b"MZ", "Đây là tệp chương trình, không phải văn bản; hãy xóa hoặc kiểm tra mã độc."),
    (b"\x7fELF", "Đây là tệp chương trình, không phải văn bản; hãy xóa hoặc kiểm tra mã độc."),
)

MAIL = (
    r"(?:received|return-path|mime-version|delivered-to|message-id|x-[\w-]+):"
    r"|(?:from|to|subject|date):.*\n(?:.*\n)*?(?:mime-version|message-id|content-type):"
)
"""How the lower-cased text of a mail begins."""

_MARKUP: tuple[tuple[str, str], ...] = (
    (r"<(?:\?xml[^>]*>\s*<)?[\w:]*edxml", "Đây là gói tin edXML; hãy mở trên phần mềm quản lý văn bản, tải tệp đính kèm (PDF) rồi đưa tệp đó vào."),
    (r"<(?:!doctype\s+html|html|head|body)\b", "Đây là trang HTML; hãy mở bằng trình duyệt, in ra PDF rồi đưa vào lại."),
    (r"<\?xml|<svg\b", "Đây là tệp XML; hãy xuất văn bản ra PDF hoặc .docx rồi đưa vào lại."),
    (r"[\[{]\s*[\"{\[]", "Đây là tệp dữ liệu JSON, không phải văn bản; hãy đưa vào tệp văn bản gốc."),
    (MAIL, f"Đây là thư điện tử; {_INGEST}"),
)  # fmt: skip

UNKNOWN = "Không nhận ra loại tệp; hãy đưa vào PDF, ảnh quét (TIFF, JPEG, PNG), .docx hoặc .txt (UTF-8)."
_DAMAGED_ZIP = "Tệp bị hỏng hoặc tải chưa hết; hãy xin lại tệp gốc rồi đưa vào."


def kind_of(data: bytes) -> Kind | Convertible:
    """The kind of the file that ``data`` is the content of.

    Raises ``UnknownFormatError`` for every other format, also for those that hold files, with what to do about it,
    ``EncryptedFileError`` for Office files under a password, ``DamagedFileError`` for broken ZIPs.
    """
    paged = paged_kind(data[:1024])
    if paged is not None:
        return paged
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK"):
        return _kind_of_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _kind_of_compound(data)
    _refuse_known(data)
    text_of(data)
    return "txt"


def paged_kind(head: bytes) -> Kind | None:
    """The kind of a file that begins with ``head`` (1024 bytes), where it is one of pages: PDF or pictures."""
    for signature, kind in _PICTURES:
        if head.startswith(signature):
            return kind
    if b"%PDF-" in head and not head.startswith(
        b"{\\rtf"
    ):  # Adobe's readers accept some bytes of other things before it
        return "pdf"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return "heic"
    return None


def _refuse_known(data: bytes) -> None:
    """Raises when ``data`` is of a format that is known and not read."""
    if data[4:8] == b"ftyp":
        raise UnknownFormatError(f"Đây là ảnh AVIF hoặc phim; {_AS_JPEG}")
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        raise UnknownFormatError(f"Đây là ảnh WebP; {_AS_JPEG}")
    for signature, message in _REFUSED:
        if data.startswith(signature):
            raise UnknownFormatError(message)


def _kind_of_compound(data: bytes) -> Convertible:
    """The kind of a compound file, Office before 2007; raises for mail, and for new Office files under a password."""
    if _utf16("EncryptedPackage") in data:
        raise EncryptedFileError("Tệp Office có mật khẩu; hãy gỡ mật khẩu, lưu lại rồi đưa vào.")
    if _utf16("WordDocument") in data:
        return "doc"
    if _utf16("__substg1.0_") in data:
        raise UnknownFormatError("Đây là thư Outlook (.msg); hãy tải tệp đính kèm rồi đưa tệp đó vào.")
    if _utf16("Workbook") in data or _utf16("Book") in data:
        return "xls"
    raise UnknownFormatError(f"Đây là tệp Office cũ; {_AS_PDF}")


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _kind_of_zip(data: bytes) -> Kind | Convertible:
    """The kind of an Office file, or raises saying what the ZIP is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            kind = kind_in_zip(archive)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DamagedFileError(_DAMAGED_ZIP) from error
    if kind is None:
        raise UnknownFormatError(f"Đây là tệp nén ZIP; {_INGEST}")
    return kind


def kind_in_zip(archive: zipfile.ZipFile) -> Kind | Convertible | None:
    """The kind of the Office file that ``archive`` is; ``None`` for a ZIP of files.

    Raises ``UnknownFormatError`` for Office files that are not read.
    """
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if any(name.startswith("xl/") for name in names):
        raise UnknownFormatError("Đây là bảng tính Excel nhị phân (.xlsb); hãy lưu lại thành .xlsx rồi đưa vào lại.")
    if any(name.startswith("ppt/") for name in names):
        raise UnknownFormatError("Đây là tệp trình chiếu (.pptx); hãy xuất ra PDF rồi đưa vào lại.")
    if {"mimetype", "content.xml"} <= names:
        return _kind_of_open_document(archive.read("mimetype"))
    return None


def _kind_of_open_document(stated: bytes) -> Convertible:
    if stated.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if stated.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    raise UnknownFormatError(f"Đây là tệp OpenDocument không có chữ để đọc; {_AS_PDF}")


def text_of(data: bytes) -> str:
    """``data`` as text: UTF-8 with or without a byte order mark, or UTF-16 with one.

    Raises ``UnknownFormatError`` when it is none, or is markup rather than a letter's text.
    """
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnknownFormatError(_not_text(data)) from error
    _refuse_binary(text)
    _refuse_markup(text)
    return text


def _not_text(data: bytes) -> str:
    """What to say of bytes that do not decode: letters in an old code page, or no text at all."""
    controls = sum(byte < 9 or 13 < byte < 32 for byte in data[:4096])
    if controls:
        return UNKNOWN
    return "Tệp chữ không phải UTF-8 (có thể là TCVN3, VNI); hãy lưu lại với bảng mã UTF-8 rồi đưa vào lại."


def _refuse_binary(text: str) -> None:
    head = text[:20_000]
    if "\x00" in head or sum(character < " " and character not in "\t\n\r\f\v" for character in head) > len(head) / 50:
        raise UnknownFormatError(UNKNOWN)


def _refuse_markup(text: str) -> None:
    head = text[:2_000].lstrip().lower()
    for pattern, message in _MARKUP:
        if re.match(pattern, head):
            raise UnknownFormatError(message)
