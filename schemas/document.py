"""A document as parsed: its zones in the letter's own words, before anything is concluded from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.text import Line, Passage, SlotReading, Table

Role = Literal["letter", "attachment"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, its lines joined, over page ends too.

    ``marker`` is the number, letter or bullet it begins with as printed ("1.", "a)", "-", "+", "Điều 2."),
    and the passage still contains it; ``text_start`` is the offset behind it.
    ``level`` is the depth: 0 running text and the highest numbering, more for what is inside.
    ``heading`` is true for a line that only titles what follows ("II. TỔ CHỨC THỰC HIỆN").
    """

    passage: Passage
    marker: str | None = None
    text_start: int = 0
    level: int = 0
    heading: bool = False

    @property
    def text(self) -> str:
        return self.passage.text


@dataclass(frozen=True, slots=True)
class ParsedTable:
    """A table of the body: rows of cells in order, a merged cell repeated in each row and column it spans.

    A table that goes on over pages is one, its repeated head row left out.
    """

    rows: tuple[tuple[Passage, ...], ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """Zones of one document of a file (Decree 30/2020, annex I; Guideline 36-HD/VPTW for the Party).

    ``agencies``: lines of the left heading, top to bottom. ``number``: from "Số" to the symbol's end.
    ``dateline``: place and date. ``title``: the printed type name. ``subject``: with its "V/v".
    ``addressees``: lines after (and with) "Kính gửi". ``preamble``: "Căn cứ …" lines, part of neither
    body nor heading. ``distribution``: lines under "Nơi nhận", the archive line included.
    ``signature``: capacity, post and name lines, top to bottom. ``arrival``: lines of a stamp ĐẾN.
    ``marks``: urgency, secrecy and other stamps. ``copy``: foot of a certified copy (SY, TrS, SL).
    """

    role: Role
    first_page: int | None
    last_page: int | None
    agencies: tuple[Line, ...] = ()
    number: Passage | None = None
    dateline: Passage | None = None
    title: Passage | None = None
    subject: Passage | None = None
    addressees: tuple[Line, ...] = ()
    preamble: tuple[Paragraph, ...] = ()
    body: tuple[Paragraph | ParsedTable, ...] = ()
    distribution: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()
    arrival: tuple[Line, ...] = ()
    marks: tuple[Line, ...] = ()
    copy: tuple[Line, ...] = ()
    slots: tuple[SlotReading, ...] = ()
    party: bool = False
