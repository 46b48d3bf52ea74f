"""Claims of extraction put on the true scale of confidence (``schemas.acceptance``), before anything is decided by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from schemas.acceptance import true_confidence
from schemas.evidence import Candidate, Extracted
from schemas.extracted import ExtractedDocument, ExtractedHead, ExtractedTask

V = TypeVar("V")
_KINDS: Mapping[str, str] = {
    "document_type": "document_type",
    "parent_agency": "agency",
    "issuer": "agency",
    "serial": "serial",
    "symbol": "symbol",
    "issued_on": "issued_on",
    "signer_name": "signatory",
    "signer_position": "signatory",
    "signer_capacity": "signatory",
    "arrival_number": "arrival",
    "arrival_date": "arrival",
    "place": "text",
    "subject": "text",
    "urgency": "text",
    "secrecy": "text",
    "archive": "text",
}


def calibrated(document: ExtractedDocument) -> ExtractedDocument:
    """``document`` with every confidence of a value replaced by what it is worth."""
    return replace(
        document,
        head=_head(document.head),
        references=tuple(_true(each, "reference") for each in document.references),
        tasks=tuple(map(_task, document.tasks)),
    )


def _head(head: ExtractedHead) -> ExtractedHead:
    single = {name: _true(found, kind) for name, kind in _KINDS.items() if (found := getattr(head, name)) is not None}
    return replace(
        head,
        **single,
        addressees=tuple(_true(each, "list") for each in head.addressees),
        distribution=tuple(_true(each, "list") for each in head.distribution),
    )


def _task(task: ExtractedTask) -> ExtractedTask:
    deadline = None if task.deadline is None else _true(task.deadline, "deadline")
    return replace(task, confidence=true_confidence("task", task.confidence), deadline=deadline)


def _true(found: Extracted[V], kind: str) -> Extracted[V]:
    """A value that is empty keeps its confidence: it is that of nothing standing there."""
    candidates = tuple(Candidate(each.value, true_confidence(kind, each.confidence)) for each in found.candidates)
    sure = found.confidence if found.value is None else true_confidence(kind, found.confidence)
    return replace(found, confidence=sure, candidates=candidates)
