"""The letter as a text file and as a Word document, for offices that send those.

Both hold the words that the typeset page holds, in the order a person types them.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from corpus.letter_data import (
    Block,
    FormBlock,
    HeadingBlock,
    Letter,
    Signature,
    Table,
    TableBlock,
    WrittenDocument,
    plain,
)
from corpus.typesetter.foot import distribution_texts
from corpus.typesetter.heading import NATION, PARTY, addressees_label

_EARLIEST = (1980, 1, 1, 0, 0, 0)


def left_head(document: WrittenDocument) -> tuple[str, ...]:
    """Lines of the left heading: bodies, number, and a công văn's subject."""
    party = document.form != "state"
    lines = [name for name in (document.parent_agency, document.issuer) if name]
    if party and lines:
        lines.append("*")
    if document.number:
        serial = document.number.serial or "      "
        lines.append(f"Số {serial}-{document.number.symbol}" if party else f"Số: {serial}/{document.number.symbol}")
    if document.printed_type is None and document.subject:
        lines.append(f"{document.subject_lead}{plain(document.subject)}")
    return tuple(lines)


def right_head(document: WrittenDocument) -> tuple[str, ...]:
    """Lines of the right heading: nation and motto, or the Party, and the dateline."""
    if not document.issuer:
        return ()
    lines = [NATION, "Độc lập - Tự do - Hạnh phúc"] if document.form == "state" else [PARTY]
    if document.date:
        day, month = document.date.day_text or "   ", document.date.month_text or "   "
        place = f"{document.place}, " if document.place else ""
        lines.append(f"{place}ngày {day} tháng {month} năm {document.date.year}")
    return tuple(lines)


def titles(document: WrittenDocument) -> tuple[str, ...]:
    """Marks of urgency, type name, subject, and what an annex goes with."""
    lines = [str(mark) for mark in (document.secrecy, document.urgency) if mark]
    if document.printed_type:
        lines.append(document.printed_type)
        if document.subject:
            lines.append(f"{document.subject_lead}{plain(document.subject)}")
    return (*lines, *((document.attached_to,) if document.attached_to else ()))


def addressee_lines(document: WrittenDocument) -> tuple[str, ...]:
    """ "Kính gửi:" and its list, or an urgent dispatch's "… điện:"."""
    called = tuple(document.call.split("\n")) if document.call else ()
    label, names = addressees_label(document), document.addressees
    note = (document.addressees_note,) if document.addressees_note else ()
    if len(names) == 1:
        return (*called, f"{label} {names[0]}", *note)
    items = tuple(f"- {name}{'.' if name is names[-1] else ';'}" for name in names)
    return (*called, *((label,) if names else ()), *items, *note)


def signature_lines(signature: Signature | None) -> tuple[str, ...]:
    """Capacity, post and name, top to bottom."""
    if signature is None:
        return ()
    name = f"{signature.title} {signature.name}" if signature.title else signature.name
    return (*signature.capacity, *((signature.position,) if signature.position else ()), name)


def opening(document: WrittenDocument) -> tuple[str, ...]:
    """Who decides, the legal basis, and the word that opens the decision."""
    return tuple(line for line in (document.authority, *document.preamble, document.enacting) if line)


def block_lines(block: Block) -> tuple[str, ...]:
    """Lines of a block of the body; a table row is one line with tabs."""
    if isinstance(block, TableBlock):
        rows = [block.table.columns, *filled(block.table)]
        return tuple("\t".join(plain(cell) for cell in row) for row in rows)
    if isinstance(block, HeadingBlock):
        return (plain(block.heading),)
    return tuple(plain(line) for line in block.form) if isinstance(block, FormBlock) else (plain(block),)


def filled(table: Table) -> tuple[tuple[str, ...], ...]:
    """Rows as text; what goes on from above or from the left is left empty."""
    return tuple(tuple("" if cell in (None, "<") else str(cell) for cell in row) for row in table.rows)


def text_of(document: WrittenDocument) -> str:
    """Everything printed in the document, one line a paragraph."""
    parts = [
        *left_head(document), *right_head(document), *titles(document), *addressee_lines(document), *opening(document),
    ]  # fmt: skip
    for block in document.body:
        parts += block_lines(block)
    if document.distribution or document.archive:
        parts += ["Nơi nhận:", *distribution_texts(document)]
    parts += [*signature_lines(document.co_signature), *signature_lines(document.signature)]
    if document.copy_foot:
        parts += [*document.copy_foot.left, *document.copy_foot.right]
    return "\n".join([*parts, *((document.contact,) if document.contact else ())])


def as_text(letter: Letter) -> bytes:
    """The letter as a UTF-8 text file."""
    return ("\n\n\n".join(text_of(document) for document in letter.documents) + "\n").encode()


def as_docx(letter: Letter) -> bytes:
    """The letter as a Word document: head and foot in tables without rules, as typists set them."""
    from docx import Document

    word: Any = Document()
    for index, document in enumerate(letter.documents):
        if index:
            word.add_page_break()
        _typed(word, document)
    stream = io.BytesIO()
    word.save(stream)
    return _without_times(stream.getvalue())


def _typed(word: Any, document: WrittenDocument) -> None:
    _side_by_side(word, left_head(document), right_head(document))
    for line in (*titles(document), *addressee_lines(document)):
        word.add_paragraph(line).alignment = 1
    for line in opening(document):
        word.add_paragraph(line)
    for block in document.body:
        if isinstance(block, TableBlock):
            _ruled(word, block.table)
        else:
            for line in block.form if isinstance(block, FormBlock) else (_markup(block),):
                _runs(word.add_paragraph(), line)
    distribution = ("Nơi nhận:", *distribution_texts(document)) if document.distribution or document.archive else ()
    if document.co_signature:
        _side_by_side(word, signature_lines(document.co_signature), signature_lines(document.signature))
        _side_by_side(word, distribution, ())
    else:
        _side_by_side(word, distribution, signature_lines(document.signature))
    if document.copy_foot:
        _side_by_side(word, document.copy_foot.left, document.copy_foot.right)


def _markup(block: HeadingBlock | str) -> str:
    return block if isinstance(block, str) else f"**{block.heading}**"


def _runs(paragraph: Any, markup: str) -> None:
    for index, part in enumerate(re.split(r"\*\*", markup)):
        if part:
            paragraph.add_run(plain(part)).bold = bool(index % 2)


def _side_by_side(word: Any, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    if not (left or right):
        return
    table = word.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        cell.text = "\n".join(lines)


def _ruled(word: Any, table: Table) -> None:
    grid = word.add_table(rows=1 + len(table.rows), cols=len(table.columns), style="Table Grid")
    for column, name in enumerate(table.columns):
        grid.cell(0, column).text = name
    for row, cells in enumerate(table.rows, start=1):
        for column, cell in enumerate(cells):
            if cell == "<":
                grid.cell(row, column - 1).merge(grid.cell(row, column))
            elif cell is None:
                grid.cell(row - 1, column).merge(grid.cell(row, column))
            else:
                grid.cell(row, column).text = plain(cell)


def _without_times(docx: bytes) -> bytes:
    """The same archive with one fixed time in it, so that it is the same byte for byte every time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename, _EARLIEST), old.read(entry), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
