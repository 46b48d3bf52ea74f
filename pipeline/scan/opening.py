"""From a path to a file that can be read, and from that to its pages, whatever kind it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from pipeline.scan.kind import Kind, kind_of
from pipeline.scan.limits import Limits
from pipeline.scan.source import ScannedFile, hashed, read_bytes
from schemas.image import PageImage
from schemas.text import Page

_PICTURES: tuple[Kind, ...] = ("tiff", "jpeg", "png", "heic")


def open_letter(path: Path, limits: Limits | None = None) -> ScannedFile:
    """The file at ``path``, read once, its kind told by its content, its pages counted.

    Raises a ``LetterError`` subclass, whose Vietnamese message says what to do next, for a file that
    cannot be read: unknown, empty, encrypted, damaged, too large, gone or changed while it was read.
    """
    limits = limits or Limits()
    data = read_bytes(Path(path), limits)
    sha256 = hashed(data)
    data, kind = _in_kind_that_is_read(data)
    return ScannedFile(Path(path).name, sha256, kind, _checked_page_count(kind, data, limits), data, limits)


def _in_kind_that_is_read(data: bytes) -> tuple[bytes, Kind]:
    kind = kind_of(data)
    if kind in ("doc", "rtf", "odt", "xls", "ods"):
        from pipeline.scan.converting import converted

        return converted(data, kind)
    return data, cast(Kind, kind)


def _checked_page_count(kind: Kind, data: bytes, limits: Limits) -> int | None:
    """How many pages there are; ``None`` for text without pages. Raises what ``open_letter`` raises."""
    if kind == "pdf":
        from pipeline.scan.pdf import count_pdf_pages

        return count_pdf_pages(data, limits)
    if kind in _PICTURES:
        from pipeline.scan.picture import count_pictures

        return count_pictures(data, limits)
    if kind == "docx":
        from pipeline.scan.word_file import check_word_file

        check_word_file(data, limits)
    elif kind == "xlsx":
        from pipeline.scan.spreadsheet import check_spreadsheet

        check_spreadsheet(data, limits)
    else:
        from pipeline.scan.plain_text import check_text

        check_text(data)
    return None


def pages_of(file: ScannedFile) -> Iterator[Page | PageImage]:
    """The pages of ``file``, one after another; see ``ScannedFile.pages``."""
    if file.kind == "pdf":
        from pipeline.scan.pdf import pdf_pages

        yield from pdf_pages(file.data, file.limits)
    elif file.kind in _PICTURES:
        from pipeline.scan.picture import picture_pages

        yield from picture_pages(file.data, file.limits)
    elif file.kind == "docx":
        from pipeline.scan.word_file import read_word_file

        yield read_word_file(file.data)
    elif file.kind == "xlsx":
        from pipeline.scan.spreadsheet import read_spreadsheet

        yield read_spreadsheet(file.data)
    else:
        from pipeline.scan.plain_text import read_text

        yield read_text(file.data)
