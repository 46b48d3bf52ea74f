"""Every letter of the corpus, typeset as offices do and read without OCR, falls into its right zones.

The words are the typesetter's own with their boxes, a little aslant, in the order an engine would give them. Letters held
out are measured (`script/make-evaluation`), not tested: a test of one that fails would have the reader made for it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest
from rapidfuzz import fuzz

from corpus.letter_data import Letter, held_out, letters
from corpus.letter_gold import gold
from corpus.typesetter import OfficeStyle, typeset
from corpus.typesetter.sheet import TypesetPage
from pipeline.layout import lay_out
from pipeline.parse import parse
from schemas.document import ParsedDocument
from schemas.folding import fold
from schemas.geometry import Box
from schemas.record import Document, Source
from schemas.text import Line, Page, Word

LETTERS = {letter.id: letter for letter in letters() if letter.id not in held_out()}
LEAN = 0.012
"""How far lines may fall or rise per point to the right: a scan three quarters of a degree aslant."""
_CALL = re.compile(r"\([^)]*\)|kinh (gui|trinh)|v/v|ve viec")


def norm(text: str | None) -> str:
    bare = _CALL.sub(" ", fold(text or ""))
    return " ".join(re.sub(r"[^\w]", " ", bare).split())


def as_read(page: TypesetPage, lean: float) -> Page:
    """``page`` turned by ``lean``; an engine's lines run across both columns."""
    words = []
    for word in page.words:
        x, y = word.box.centre
        across, down = x - lean * (y - 420), y + lean * (x - 300)
        half, high = word.box.width / 2, word.box.height / 2
        box = Box(across - half, down - high, across + half, down + high)
        words.append(Word(word.text, box, line=round(word.box.y1 / 12)))
    return Page(page.number, page.width, page.height, "ocr", tuple(words))


def text_of(lines: tuple[Line, ...]) -> str:
    return norm(" ".join(line.text for line in lines))


def wrong_zones(document: ParsedDocument, record: Document) -> Iterator[str]:
    """What of ``document`` is not what the record says was written."""
    printed = " ".join(part for part in (record.parent_agency, record.issuer) if part)
    if printed and fuzz.ratio(norm(printed), text_of(document.agencies)) < 95:
        yield f"agencies: {text_of(document.agencies)}"
    if (
        record.number
        and record.number.symbol
        and norm(record.number.symbol) not in norm(document.number.text if document.number else None)
    ):
        yield f"number: {document.number}"
    if record.issued_on and str(record.issued_on.year) not in (document.dateline.text if document.dateline else ""):
        yield f"dateline: {document.dateline}"
    if record.subject and fuzz.ratio(norm(record.subject), norm(document.subject and document.subject.text)) < 93:
        yield f"subject: {document.subject and document.subject.text}"
    to = norm(" ".join(record.addressees))
    if fuzz.ratio(to, text_of(document.addressees)) < 90:
        yield f"addressees: {text_of(document.addressees)}"
    if record.signatory and record.signatory.name and norm(record.signatory.name) not in text_of(document.signature):
        yield f"signature: {text_of(document.signature)}"
    marks = [norm(mark) for mark in (record.urgency, record.secrecy) if mark]
    if any(mark not in text_of(document.marks) for mark in marks):
        yield f"marks: {text_of(document.marks)}"


def read(letter: Letter, seed: int) -> tuple[tuple[ParsedDocument, ...], tuple[Document, ...]]:
    done = typeset(letter, OfficeStyle.chosen(seed))
    lean = random.Random(seed).uniform(-LEAN, LEAN)
    source = Source(name="thu.pdf", sha256=None, pages=len(done.pages), text="ocr")
    record = gold(letter, source, done.spans)
    return parse(lay_out([as_read(page, lean) for page in done.pages])), tuple(record.documents)


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_each_letter_falls_into_its_zones(name: str) -> None:
    documents, records = read(LETTERS[name].unstamped(), seed=len(name))
    assert [(each.first_page, each.last_page) for each in documents] == [record.pages for record in records]
    wrong = [fault for each, record in zip(documents, records, strict=True) for fault in wrong_zones(each, record)]
    assert wrong == []
