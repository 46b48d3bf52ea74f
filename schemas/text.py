"""The text of a letter, from words as they were read to passages that remember where they stand.

Text is NFC from the moment it is read. A page's text is its lines joined by line feeds, a line's
text its words joined by single spaces, and every quote is a slice of that.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from schemas.evidence import Candidate, Evidence
from schemas.geometry import Box, Projection, hull

Ink = Literal["black", "red", "blue"]
TextSource = Literal["ocr", "embedded", "none"]
SlotKind = Literal["serial", "day", "month", "year", "arrival_number", "arrival_day", "arrival_month", "arrival_year"]
Written = Literal["hand", "stamp", "print", "blank"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was read. ``box`` is ``None`` for text without pages.

    ``line`` counts the lines of the engine (or of the file, blank ones counted, so that a gap of
    two is an empty line). ``size`` is the type size in points where it is known. ``cell`` is
    (table, row, column) for words of a DOCX table, whose cells have no boxes. ``stamped``: it stands in
    a stamp that was found by its form, so that it is no part of the letter's own lines.
    """

    text: str
    box: Box | None
    confidence: float = 1.0
    line: int = 0
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    ink: Ink = "black"
    cell: tuple[int, int, int] | None = None
    stamped: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a ruled table: row and column count from 0, spans are at least 1."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table as drawn on the page; what stands in its cells is found by the layout."""

    box: Box
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class SlotReading:
    """A place meant for handwriting (serial, day, month, stamp entries) and what may stand there.

    ``candidates`` are strings as written ("05", "226a"), most probable first; empty when blank.
    """

    kind: SlotKind
    box: Box
    written: Written
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was read: words in the engine's order, ruled tables, slots for handwriting.

    ``number`` counts from 1; it, ``width`` and ``height`` (points) are ``None`` for text without pages.
    ``trouble`` names what went wrong with this page alone (a time-out of the engine), else ``None``.
    A crooked or turned scan is read upright: all boxes and the size are those of the upright page, and
    ``displayed`` maps them to the page as displayed, where evidence belongs (``None``: they are the same).
    ``signed_on`` is the day of the file's last digital signature, in Vietnam, where it has one that says when.
    """

    number: int | None
    width: float | None
    height: float | None
    source: TextSource
    words: tuple[Word, ...]
    grids: tuple[Grid, ...] = ()
    slots: tuple[SlotReading, ...] = ()
    trouble: str | None = None
    displayed: Projection | None = None
    signed_on: date | None = None


@dataclass(frozen=True)
class Line:
    """Words that stand on one line of one column, in reading order."""

    page: int | None
    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def box(self) -> Box | None:
        return hull(word.box for word in self.words if word.box is not None)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Offset in ``text`` at which each word begins."""
        offsets, position = [], 0
        for word in self.words:
            offsets.append(position)
            position += len(word.text) + 1
        return tuple(offsets)

    def evidence(self, start: int = 0, end: int | None = None) -> Evidence | None:
        """Where ``text[start:end]`` stands; ``None`` when the slice is blank."""
        end = len(self.text) if end is None else end
        raw = self.text[start:end]
        quote = raw.strip()
        if not quote:
            return None
        start += len(raw) - len(raw.lstrip())
        end = start + len(quote)
        first = bisect_right(self.starts, start) - 1
        touched = [word for word, at in zip(self.words[first:], self.starts[first:], strict=True) if at < end]
        return Evidence(self.page, hull(word.box for word in touched if word.box is not None), quote)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell with its lines; spans are at least 1."""

    row: int
    column: int
    row_span: int
    column_span: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one page; ``box`` is ``None`` for text without pages."""

    page: int | None
    box: Box | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class LaidPage:
    """A page in reading order: lines (columns never interleaved) and tables."""

    number: int | None
    width: float | None
    height: float | None
    source: TextSource
    items: tuple[Line | Table, ...]
    slots: tuple[SlotReading, ...] = ()
    trouble: str | None = None

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line, those of table cells in their place."""
        found: list[Line] = []
        for item in self.items:
            if isinstance(item, Line):
                found.append(item)
            else:
                found.extend(line for cell in item.cells for line in cell.lines)
        return tuple(found)

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Piece:
    """``text[start:start + (line_end - line_start)]`` of a passage is ``line.text[line_start:line_end]``."""

    start: int
    line: Line
    line_start: int
    line_end: int

    @property
    def end(self) -> int:
        return self.start + self.line_end - self.line_start


@dataclass(frozen=True)
class Passage:
    """Running text made of lines or parts of lines, that knows where each character stands.

    Lines are joined by one space, or by nothing where a hyphen or slash inside a number was cut
    ("QĐ-" / "BGTVT").
    """

    text: str
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Passage:
        return cls.join(Piece(0, line, 0, len(line.text)) for line in lines)

    @classmethod
    def join(cls, parts: Iterable[Piece]) -> Passage:
        """Pieces in order, their ``start`` set anew; surrounding blanks of each are left out."""
        text, pieces = "", []
        for part in parts:
            raw = part.line.text[part.line_start : part.line_end]
            kept = raw.strip()
            if not kept:
                continue
            line_start = part.line_start + len(raw) - len(raw.lstrip())
            if text and not _cut_in_number(text, kept):
                text += " "
            pieces.append(Piece(len(text), part.line, line_start, line_start + len(kept)))
            text += kept
        return cls(text, tuple(pieces))

    @classmethod
    def joined(cls, passages: Iterable[Passage]) -> Passage:
        """One passage after another."""
        return cls.join(piece for passage in passages for piece in passage.pieces)

    def slice(self, start: int, end: int | None = None) -> Passage:
        """The part ``text[start:end]``, surrounding blanks left out."""
        end = len(self.text) if end is None else end
        return Passage.join(
            Piece(
                0, piece.line, piece.line_start + max(0, start - piece.start), piece.line_end - max(0, piece.end - end)
            )
            for piece in self.pieces
            if piece.start < end and piece.end > start
        )

    def evidence(self, start: int = 0, end: int | None = None) -> tuple[Evidence, ...]:
        """Where ``text[start:end]`` stands, one piece of evidence a line."""
        end = len(self.text) if end is None else end
        found = (
            piece.line.evidence(
                piece.line_start + max(0, start - piece.start), piece.line_end - max(0, piece.end - end)
            )
            for piece in self.pieces
            if piece.start < end and piece.end > start
        )
        return tuple(evidence for evidence in found if evidence is not None)

    def confidence(self, start: int = 0, end: int | None = None) -> float:
        """Mean confidence of the words that ``text[start:end]`` touches; 0 when there are none."""
        end = len(self.text) if end is None else end
        sure: list[float] = []
        for piece in self.pieces:
            low = piece.line_start + max(0, start - piece.start)
            high = piece.line_end - max(0, piece.end - end)
            sure += [
                word.confidence
                for word, at in zip(piece.line.words, piece.line.starts, strict=True)
                if at < high and at + len(word.text) > low
            ]
        return sum(sure) / len(sure) if sure else 0.0

    @property
    def first_page(self) -> int | None:
        return self.pieces[0].line.page if self.pieces else None


def _cut_in_number(before: str, after: str) -> bool:
    """Whether a document number was cut between two lines: "15/QĐ-" and "BNV"."""
    token = before.rsplit(" ", 1)[-1]
    return token[-1] in "-/" and len(token) > 1 and ("/" in token or token[:-1].isupper()) and after[0].isupper()
