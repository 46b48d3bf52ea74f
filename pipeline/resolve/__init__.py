"""From what was extracted to the record: values that may stand, findings, problems, deadlines worked out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.resolve.deadlines import Bearings
from pipeline.resolve.displayed import as_displayed, problems_as_displayed
from pipeline.resolve.document import resolve_document
from pipeline.resolve.pages import page_problems
from schemas.extracted import ExtractedDocument
from schemas.knowledge import Knowledge
from schemas.problems import ProblemCode
from schemas.record import Document, LetterRecord, Problem, Source
from schemas.text import Page

__all__ = ["resolve"]

_NOTHING = "Không đọc được văn bản nào trong tệp: hãy mở tệp xem, quét lại nếu cần."


def resolve(
    documents: Sequence[ExtractedDocument], source: Source, knowledge: Knowledge, pages: Sequence[Page] = ()
) -> LetterRecord:
    """The record of one file.

    Identifiers below the accepting line are left ``null`` with their candidates, other doubtful values
    stand with a problem. ``pages`` are looked at for what went wrong with one of them, and for
    passwords in their text.
    """
    records: list[Document] = []
    letter: Bearings | None = None
    signed_on = max((page.signed_on for page in pages if page.signed_on), default=None)
    for document in documents:
        record, bearings = resolve_document(document, knowledge, letter, signed_on)
        records.append(as_displayed(record, pages))
        if document.role == "letter":
            letter = bearings
    problems = problems_as_displayed(page_problems(pages), pages)
    if not records:
        problems += (Problem(code=ProblemCode.UNREADABLE_FILE, at="", message=_NOTHING),)
    return LetterRecord(source=source, documents=tuple(records), problems=problems)
