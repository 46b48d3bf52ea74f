"""The recipe: one letter's way from a file to a record, on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from schemas.document import ParsedDocument
from schemas.extracted import ExtractedDocument
from schemas.image import PageImage
from schemas.knowledge import Knowledge
from schemas.record import LetterRecord, Source
from schemas.text import Page

if TYPE_CHECKING:
    from pipeline.ocr.engine import Engine

VERSION = "0.2.0"
"""Version of the reader: a reading is kept with it, and a newer one may read the letter again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader made of one file; never changed afterwards."""

    record: LetterRecord
    pages: tuple[Page, ...]
    version: str = VERSION


def read(path: Path, knowledge: Knowledge) -> Reading:
    """Reads the letter in ``path``.

    Raises ``LetterError`` when the file cannot be read at all, ``ToolMissingError`` when the machine
    lacks what reading needs. What a person must look at is a ``Problem`` in the record.
    """
    from pipeline.scan import open_letter

    letter = open_letter(path)
    pages = tuple(read_pages(letter.pages()))
    source = Source(name=letter.name, sha256=letter.sha256, pages=letter.page_count, text=text_source(pages))
    return Reading(understand(pages, source, knowledge), pages)


def read_pages(pages: Iterable[Page | PageImage]) -> Iterator[Page]:
    """Pages with their words: those that are pictures go through OCR and the reader of handwritten numbers."""
    # ``map`` keeps nothing of a page while the next is rendered: a picture of 300 dpi takes 26 MB.
    return map(_read_page, pages)


def _read_page(page: Page | PageImage) -> Page:
    return _read_picture(page) if isinstance(page, PageImage) else page


def _read_picture(picture: PageImage) -> Page:
    from pipeline.handwriting import read_slots
    from pipeline.ocr.reading import recognize

    seen = recognize(picture, _engine())
    return replace(seen.page, slots=read_slots(seen.pixels, seen.dpi, seen.page.words), signed_on=picture.signed_on)


@cache
def _engine() -> Engine:
    """One engine for the life of the process: it loads its language data once."""
    from pipeline.ocr.engine import choose_engine

    return choose_engine()


def text_source(pages: Sequence[Page]) -> Literal["ocr", "embedded", "mixed", "none"]:
    """Where the words came from; pages without any do not count unless all are."""
    sources = {page.source for page in pages if page.words} or {page.source for page in pages}
    if len(sources) > 1:
        return "mixed"
    return sources.pop() if sources else "none"


def understand(pages: Sequence[Page], source: Source, knowledge: Knowledge) -> LetterRecord:
    """The record of pages that were read before: all that follows the OCR."""
    from pipeline.layout import lay_out
    from pipeline.parse import parse
    from pipeline.resolve import resolve

    documents = tuple(extract(document) for document in parse(lay_out(pages)))
    return resolve(documents, source, knowledge, pages)


def extract(document: ParsedDocument) -> ExtractedDocument:
    """Every value of one document, with its evidence."""
    from pipeline.extract.head import extract_head
    from pipeline.extract.references import extract_references
    from pipeline.extract.tasks import extract_tasks

    head = extract_head(document)
    return ExtractedDocument(
        role=document.role,
        first_page=document.first_page,
        last_page=document.last_page,
        head=head,
        references=extract_references(document, head),
        tasks=extract_tasks(document, head),
    )
