"""Whether what was read is a letter at all: a novel's page and a shopping list shall not stand in the register unseen."""

from __future__ import annotations

from schemas.record import Document, LetterRecord

_PLAIN_SIGNS = ("/issuer", "/number", "/subject", "/addressees", "/distribution", "/archive", "/signatory", "/arrival")
_FAINT_SIGNS = ("/place", "/issued_on", "/references", "/document_type", "/urgency", "/secrecy")
_ENOUGH_FAINT = 2
_ENOUGH_TASKS = 2


def is_letter(record: LetterRecord) -> bool:
    """Whether a document of ``record`` bears signs of a letter (Decree 30/2020, annex I), be they as doubtful as they may.

    A body, number, addressee or signature is enough, whatever else was cropped; a place or a day stands in
    other papers too. Several orders are enough as well: the pages behind a letter's first have nothing else.
    """
    return any(_has_signs(document) for document in record.documents)


def _has_signs(document: Document) -> bool:
    if any(_bears(document, sign) for sign in _PLAIN_SIGNS) or len(document.tasks) >= _ENOUGH_TASKS:
        return True
    return sum(_bears(document, sign) for sign in _FAINT_SIGNS) >= _ENOUGH_FAINT


def _bears(document: Document, sign: str) -> bool:
    """Whether there is a value at ``sign``, or one that was too unsure to stand."""
    if any(pointer == sign or pointer.startswith(sign + "/") for pointer in document.findings):
        return True
    value = getattr(document, sign[1:])
    return bool(value) and any(value) if isinstance(value, tuple) else bool(value)
