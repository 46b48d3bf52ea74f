"""What a file holds, and what is known of it before its pages are read."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from os import stat_result
from pathlib import Path

from pipeline.scan.content import HELD_WHOLE, Content, OpenFile, size_of
from pipeline.scan.kind import Kind
from pipeline.scan.limits import Limits
from schemas.errors import EmptyFileError, LetterError, TooLargeError, VanishedFileError
from schemas.image import PageImage
from schemas.text import Page

VANISHED = "Tệp đã bị xóa, đổi tên hoặc đang được ghi trong khi đọc; hãy đưa vào lại khi tệp đã chép xong."


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """A file that can be read. ``sha256`` is of the file, all work is done on ``data``: what it holds, or what is in
    the file that an old Office file was converted to.

    ``name`` is the base name. ``page_count`` is ``None`` for text without pages (TXT, DOCX, XLSX).
    """

    name: str
    sha256: str
    kind: Kind
    page_count: int | None
    data: Content = field(repr=False)
    limits: Limits = field(default=Limits(), repr=False)

    def __enter__(self) -> ScannedFile:
        return self

    def __exit__(self, *_: object) -> None:
        """A large file stays open as long as its ``data`` are used, and no longer."""

    def pages(self) -> Iterator[Page | PageImage]:
        """Page after page: a ``Page`` where the text is in the file, a ``PageImage`` where it is to be read.

        Only the page in hand is held in memory. A page that cannot be read is a ``Page`` with its
        ``trouble``; ``DamagedFileError`` is raised when that is true of the whole file, ``VanishedFileError``
        when a large one was written to meanwhile.
        """
        from pipeline.scan.opening import pages_of

        return pages_of(self)


def read_content(path: Path, limits: Limits) -> Content:
    """The content of ``path``, read once; of a large file, which is left open and read as its pages are.

    Raises ``VanishedFileError`` when it goes away or changes meanwhile, ``EmptyFileError``,
    ``TooLargeError``, and ``LetterError`` when it is a folder or may not be read.
    """
    try:
        before = path.stat()
        _refuse_size(before, limits)
        data: Content = path.read_bytes() if before.st_size <= HELD_WHOLE else OpenFile.at(path)
        after = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise VanishedFileError(VANISHED) from error
    except PermissionError as error:
        raise LetterError("Không có quyền đọc tệp; hãy xin quyền đọc tệp hoặc thư mục rồi đưa vào lại.") from error
    except OSError as error:
        raise LetterError("Ổ đĩa không đọc được tệp; hãy chép tệp sang nơi khác rồi đưa vào lại.") from error
    if _changed(before, after) or size_of(data) != after.st_size:
        raise VanishedFileError(VANISHED)
    return data


def _refuse_size(found: stat_result, limits: Limits) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise LetterError("Đây là thư mục, không phải tệp; hãy đưa vào từng tệp trong thư mục.")
    if not stat.S_ISREG(found.st_mode):
        raise LetterError("Đây không phải tệp thông thường; hãy chép nội dung ra một tệp rồi đưa vào.")
    if found.st_size == 0:
        raise EmptyFileError("Tệp rỗng (0 byte); hãy quét hoặc tải lại văn bản.")
    if found.st_size > limits.bytes:
        raise TooLargeError(
            f"Tệp quá lớn ({found.st_size // 1024**2} MB, tối đa {limits.bytes // 1024**2} MB); "
            "hãy tách thành nhiều tệp hoặc quét lại ở 200–300 dpi."
        )


def _changed(before: stat_result, after: stat_result) -> bool:
    return (before.st_size, before.st_mtime_ns, before.st_ino) != (after.st_size, after.st_mtime_ns, after.st_ino)
