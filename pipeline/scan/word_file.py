"""DOCX files as text without pages: paragraphs and tables in document order, numbering made visible."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.scan.cleaning import clean_text
from pipeline.scan.limits import Limits
from pipeline.scan.side_by_side import GAP, side_by_side
from pipeline.scan.word_numbering import Numbering
from pipeline.scan.word_styles import Look, Styles, borders_visible, tag, value_of
from schemas.errors import DamagedFileError, EmptyFileError, TooLargeError
from schemas.text import Page, Word

_DAMAGED = "Tệp Word bị hỏng; hãy mở bằng Word, lưu lại thành .docx hoặc PDF rồi đưa vào."
_SKIPPED = {tag("del"), tag("moveFrom"), tag("instrText"), tag("delText"), tag("rPr"), tag("pPr")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_COLUMNS_OF_LAYOUT, _ROWS_OF_LAYOUT = 2, 3


def check_word_file(data: bytes, limits: Limits) -> None:
    """Raises ``TooLargeError``, ``DamagedFileError`` or ``EmptyFileError`` for a DOCX that cannot be read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > limits.unpacked_bytes:
            raise TooLargeError("Tệp Word bung ra quá lớn; hãy mở bằng Word, xuất ra PDF rồi đưa vào lại.")
    if not read_word_file(data).words:
        raise EmptyFileError("Tệp Word không có chữ (có thể chỉ có ảnh); hãy xuất ra PDF rồi đưa vào lại.")


def read_word_file(data: bytes) -> Page:
    """The DOCX file ``data`` as a page without size. Headers, footers and deleted text are left out.

    Words of a ruled table carry their cell. A table without visible rules that only sets text side
    by side (the head, Nơi nhận beside the signature) gives plain lines, left column first.
    """
    document = _opened(data)
    reader = _Reader(Styles(document), Numbering(document))
    reader.read_blocks(document.element.body)
    return Page(None, None, None, "embedded", tuple(reader.words))


def _opened(data: bytes) -> Any:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, SyntaxError, KeyError, ValueError, AttributeError, OSError) as error:
        raise DamagedFileError(_DAMAGED) from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise DamagedFileError(_DAMAGED) from error


@dataclass(slots=True)
class _Reader:
    """Collects the words of a document; ``line`` is the number of the line being written."""

    styles: Styles
    numbering: Numbering
    words: list[Word] = field(default_factory=list)
    line: int = 0
    tables: int = 0

    def read_blocks(self, parent: Any, cell: tuple[int, int, int] | None = None) -> None:
        children = list(parent)
        texts = [self._text_of(child) for child in children]
        beside = 0
        for at, child in enumerate(children):
            if at < beside:
                continue
            if child.tag == tag("p") and cell is None and (beside := side_by_side(texts, at)) > at:
                self._read_side_by_side(children[at:beside])
            elif child.tag == tag("p"):
                self._read_paragraph(child, cell)
            elif child.tag == tag("tbl"):
                self._read_table(child, cell)
            elif child.tag == tag("sdt"):
                for content in child.iterchildren(tag("sdtContent")):
                    self.read_blocks(content, cell)

    def _text_of(self, child: Any) -> str:
        """The text of a paragraph; a wall of it for anything else, which no columns run through."""
        if child.tag != tag("p"):
            return "x" * 200
        return unicodedata.normalize("NFC", "".join(piece for piece, _ in self._pieces(child, Look())))

    def _read_side_by_side(self, paragraphs: Sequence[Any]) -> None:
        """Paragraphs of two columns as lines, the left column first."""
        columns: tuple[list[list[tuple[str, Look]]], ...] = ([], [])
        for paragraph in paragraphs:
            text = list(self._pieces(paragraph, self.styles.of_paragraph(paragraph)))
            whole = "".join(piece for piece, _ in text)
            gap = GAP.search(whole.rstrip())
            start, end = gap.span() if gap else (len(whole), len(whole))
            columns[0].append(_cut(text, 0, start))
            columns[1].append(_cut(text, end, len(whole)))
        for column in columns:
            for line in column:
                self._flush(line, None)
                self.line += 1

    def _read_paragraph(self, paragraph: Any, cell: tuple[int, int, int] | None) -> None:
        for box in _text_boxes(paragraph):
            self.read_blocks(box, cell)
            self.line += 1
        label = self.numbering.label(paragraph, self.styles)
        look = self.styles.of_paragraph(paragraph)
        if label:
            self._write(label, look, cell)
        text: list[tuple[str, Look]] = []
        for piece, of_run in self._pieces(paragraph, look):
            if piece == "\n":
                self._flush(text, cell)
                self.line += 1
            else:
                text.append((piece, of_run))
        self._flush(text, cell)
        self.line += 1

    def _pieces(self, element: Any, look: Look) -> Iterator[tuple[str, Look]]:
        """Text of ``element`` run by run, text boxes left out."""
        for child in element:
            if child.tag in _SKIPPED or child.tag in (tag("txbxContent"), _FALLBACK):
                continue
            if child.tag == tag("r"):
                yield from self._pieces(child, self.styles.of_run(child, look))
            elif child.tag == tag("t"):
                yield child.text or "", look
            elif child.tag in (tag("br"), tag("cr")):
                yield "\n", look
            elif child.tag in (tag("tab"), tag("ptab")):
                yield "\t", look
            elif child.tag == tag("noBreakHyphen"):
                yield "-", look
            else:
                yield from self._pieces(child, look)

    def _flush(self, text: list[tuple[str, Look]], cell: tuple[int, int, int] | None) -> None:
        """Writes the runs in ``text`` as words; a word over two runs looks like its first."""
        pending, look_of_pending = "", Look()
        for piece, look in text:
            for index, part in enumerate(_split(piece)):
                if index:
                    self._write(pending, look_of_pending, cell)
                    pending = ""
                if part and not pending:
                    look_of_pending = look
                pending += part
        self._write(pending, look_of_pending, cell)
        text.clear()

    def _write(self, text: str, look: Look, cell: tuple[int, int, int] | None) -> None:
        for part in clean_text(text).split():
            shown = part.upper() if look.caps else part
            self.words.append(
                Word(shown, None, line=self.line, size=look.size, bold=look.bold, italic=look.italic, cell=cell)
            )

    def _read_table(self, table: Any, outer: tuple[int, int, int] | None) -> None:
        rows = [list(_row_cells(row)) for row in table.iterchildren(tag("tr"))]
        columns = max((column + 1 for row in rows for column, _ in row), default=0)
        ruled = borders_visible(table, self.styles)
        layout = not ruled and columns <= _COLUMNS_OF_LAYOUT and len(rows) <= _ROWS_OF_LAYOUT
        number = self.tables
        self.tables += not layout and outer is None
        for row_number, row in enumerate(rows):
            for column, element in row:
                own = None if layout else (number, row_number, column)
                self.read_blocks(element, outer or own)
                self.line += 1


def _cut(text: Sequence[tuple[str, Look]], start: int, end: int) -> list[tuple[str, Look]]:
    """The part of the runs in ``text`` from one offset of their joined text to another."""
    found: list[tuple[str, Look]] = []
    position = 0
    for piece, look in text:
        part = piece[max(0, start - position) : max(0, end - position)]
        position += len(piece)
        if part:
            found.append((part.replace("\n", " "), look))
    return found


def _split(text: str) -> list[str]:
    """``text`` cut at blanks, with empty strings where it begins or ends with one."""
    return re.split(r"[ \t\u00a0]+", text)


def _row_cells(row: Any) -> Iterator[tuple[int, Any]]:
    """Cells of a table row, each with the column it begins in."""
    column = 0
    for cell in row.iter(tag("tc")):
        if next(cell.iterancestors(tag("tr"))) is not row:
            continue  # a cell of a table inside this one
        span = cell.find(f"{tag('tcPr')}/{tag('gridSpan')}")
        yield column, cell
        column += int(value_of(span) or 1) if span is not None else 1


def _text_boxes(paragraph: Any) -> Iterator[Any]:
    """Contents of the text boxes anchored in ``paragraph``, each once."""
    for box in paragraph.iter(tag("txbxContent")):
        if any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            continue
        if next(box.iterancestors(tag("p")), None) is paragraph:
            yield box
