"""Sets a letter on A4 as an office would: Decree 30/2020, annex I, or the Party's guideline, with variations.

``typeset`` gives a PDF with real text, and the truth about it: each word with its box, each gap left for
handwriting, each place where a seal or stamp goes. The PDF is the same, byte for byte, for the same input.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PIL import Image

from corpus.letter_data import Block, FormBlock, HeadingBlock, Letter, TableBlock, WrittenDocument, marker_of
from corpus.typesetter.flow import Flow
from corpus.typesetter.foot import set_contact, set_foot
from corpus.typesetter.heading import HeadingSetter
from corpus.typesetter.sheet import Sheets, TypesetPage
from corpus.typesetter.style import OfficeStyle
from corpus.typesetter.tables import set_table
from corpus.typesetter.words import set_words
from schemas.geometry import Box
from schemas.text import SlotKind

__all__ = ["OfficeStyle", "TypesetLetter", "typeset"]

FEW_WORDS = 50
"""A last page with fewer has a foot and nothing above it."""


@dataclass(frozen=True, slots=True)
class TypesetLetter:
    """``spans``: first and last page of each document of the letter."""

    pdf: bytes
    pages: tuple[TypesetPage, ...]
    spans: tuple[tuple[int, int], ...]


def typeset(
    letter: Letter,
    style: OfficeStyle | None = None,
    by_hand: Collection[SlotKind] = (),
    inked: bool = False,
    scans: Mapping[int, Sequence[Image.Image]] | None = None,
) -> TypesetLetter:
    """The letter on A4 pages.

    Slots in ``by_hand`` are left open for handwriting; with ``inked``, the marks of urgency and secrecy
    are left to be stamped. An arrival stamp is never set: it is put on paper, by who receives it.
    Documents named in ``scans`` (by their place in the letter) are not set; their pages are those pictures.
    """
    style = style or OfficeStyle()
    set_once = partial(_set_letter, letter, by_hand=by_hand, inked=inked, scans=scans or {})
    tries = (set_once(one) for one in (style, *style.tightened()))
    first = next(tries)
    return next((one for one in (first, *tries) if not _foot_stands_alone(one)), first)


def _foot_stands_alone(letter: TypesetLetter) -> bool:
    """Whether a document's last page holds little but its foot, which no office would send."""
    return any(len(letter.pages[last - 1].words) < FEW_WORDS for first, last in letter.spans if last > first)


def _set_letter(
    letter: Letter,
    style: OfficeStyle,
    by_hand: Collection[SlotKind],
    inked: bool,
    scans: Mapping[int, Sequence[Image.Image]],
) -> TypesetLetter:
    sheets = Sheets()
    spans = []
    for index, document in enumerate(letter.documents):
        if index:
            sheets.turn()
        first = sheets.number
        if index in scans:
            _set_scans(sheets, scans[index])
        else:
            _set_document(sheets, style, document, by_hand, inked)
        spans.append((first, sheets.number))
    pdf, pages = sheets.finished()
    return TypesetLetter(pdf, pages, tuple(spans))


def _set_scans(sheets: Sheets, pictures: Sequence[Image.Image]) -> None:
    for number, picture in enumerate(pictures):
        if number:
            sheets.turn()
        sheets.picture(picture)


def _set_document(
    sheets: Sheets, style: OfficeStyle, document: WrittenDocument, by_hand: Collection[SlotKind], inked: bool
) -> None:
    flow = Flow(sheets, style)
    set_contact(flow, document)
    below_head = HeadingSetter(flow, document, by_hand, inked).set()
    if document.arrival:
        sheets.place("arrival", _stamp_box(flow, document, below_head))
    for block in document.body:
        _set_block(flow, block)
    set_foot(flow, document)


def _stamp_box(flow: Flow, document: WrittenDocument, below_head: float) -> Box:
    """Where a clerk stamps ĐẾN: in the blank under the number (Decree 30/2020, article 22), 50 × 35 mm.

    Where there is less room many offices use a smaller stamp, and it still covers some of the text.
    """
    short = bool(document.printed_type) or flow.y - below_head < 60
    size, x0 = 0.84 if short else 1.0, max(12.0, flow.left - 70)
    y0 = below_head + (18 if document.printed_type else 2)
    return Box(x0, y0, x0 + 141.7 * size, y0 + 99.2 * size)


def _set_block(flow: Flow, block: Block) -> None:
    if isinstance(block, TableBlock):
        set_table(flow, block.table)
    elif isinstance(block, HeadingBlock):
        _set_heading(flow, block)
    elif isinstance(block, FormBlock):
        for line in block.form:
            flow.set_line(set_words(line, flow.style.body), flow.left, flow.right)
    else:
        deeper = marker_of(block) == "+" and flow.style.indent < 30
        flow.paragraph(block, left=14.0 if deeper else 0.0)


def _set_heading(flow: Flow, block: HeadingBlock) -> None:
    flow.need(flow.style.body_size * 3.5)
    face = flow.style.body.as_bold()
    if block.centred:
        flow.lines((set_words(block.heading, face),))
        flow.skip(flow.style.gap)
    else:
        flow.paragraph(block.heading, face)
