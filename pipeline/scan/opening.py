"""From a path to a file that can be read, and from that to its pages, whatever kind it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from pipeline.scan.content import Content, OpenFile, hashed, head_of, whole
from pipeline.scan.kind import Kind, kind_of, paged_kind
from pipeline.scan.limits import Limits
from pipeline.scan.source import VANISHED, ScannedFile, read_content
from schemas.errors import VanishedFileError
from schemas.image import PageImage
from schemas.text import Page

_PICTURES: tuple[Kind, ...] = ("tiff", "jpeg", "png", "heic")


def open_letter(path: Path, limits: Limits | None = None) -> ScannedFile:
    """The file at ``path``, read once, its kind told by its content, its pages counted.

    Raises a ``LetterError`` subclass, whose Vietnamese message says what to do next, for a file that
    cannot be read: unknown, empty, encrypted, damaged, too large, gone or changed while it was read.
    """
    limits = limits or Limits()
    data = read_content(Path(path), limits)
    sha256 = hashed(data)
    data, kind = _in_kind_that_is_read(data)
    return ScannedFile(Path(path).name, sha256, kind, _checked_page_count(kind, data, limits), data, limits)


def _in_kind_that_is_read(content: Content) -> tuple[Content, Kind]:
    paged = paged_kind(head_of(content, 1024))
    if paged is not None:
        return content, paged
    data = whole(content)
    kind = kind_of(data)
    if kind in ("doc", "rtf", "odt", "xls", "ods"):
        from pipeline.scan.converting import converted

        return converted(data, kind)
    return data, cast(Kind, kind)


def _checked_page_count(kind: Kind, data: Content, limits: Limits) -> int | None:
    """How many pages there are; ``None`` for text without pages. Raises what ``open_letter`` raises."""
    if kind == "pdf":
        from pipeline.scan.pdf import count_pdf_pages

        return count_pdf_pages(data, limits)
    if kind in _PICTURES:
        from pipeline.scan.picture import count_pictures

        return count_pictures(data, limits)
    if kind == "docx":
        from pipeline.scan.word_file import check_word_file

        check_word_file(whole(data), limits)
    elif kind == "xlsx":
        from pipeline.scan.spreadsheet import check_spreadsheet

        check_spreadsheet(whole(data), limits)
    else:
        from pipeline.scan.plain_text import check_text

        check_text(whole(data))
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

        yield read_word_file(whole(file.data))
    elif file.kind == "xlsx":
        from pipeline.scan.spreadsheet import read_spreadsheet

        yield read_spreadsheet(whole(file.data))
    else:
        from pipeline.scan.plain_text import read_text

        yield read_text(whole(file.data))
    if isinstance(file.data, OpenFile) and file.data.has_changed():
        raise VanishedFileError(VANISHED)
