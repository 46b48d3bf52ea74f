"""Every value of a document is put on the true scale of its kind; what is empty keeps its confidence."""

from __future__ import annotations

from dataclasses import fields
from typing import TypeVar

from pipeline.resolve.calibration import _KINDS, calibrated
from schemas.acceptance import true_confidence
from schemas.evidence import Candidate, Extracted
from schemas.extracted import ExtractedDocument, ExtractedHead
from schemas.record import Recipient, Reference

V = TypeVar("V")


def claim(value: V, sure: float = 0.7, *candidates: Candidate) -> Extracted[V]:
    return Extracted(value, sure, (), "rule", candidates)


def document(head: ExtractedHead, *references: Extracted[Reference]) -> ExtractedDocument:
    return ExtractedDocument("letter", 1, 1, head, references, ())


def test_every_field_of_a_head_has_a_kind() -> None:
    lists = {"addressees", "distribution"}
    assert {field.name for field in fields(ExtractedHead)} == {*_KINDS, *lists}


def test_values_and_candidates_are_put_on_their_kinds_scale() -> None:
    head = ExtractedHead(
        issuer=claim("SỞ Y TẾ", 0.7, Candidate("SỞ TÀI CHÍNH", 0.2)), distribution=(claim(Recipient(name="Như trên")),)
    )
    found = calibrated(document(head, claim(Reference(number="12/QĐ-UBND")))).head
    assert found.issuer is not None
    assert found.issuer.confidence == true_confidence("agency", 0.7)
    assert found.issuer.candidates[0].confidence == true_confidence("agency", 0.2)
    assert found.distribution[0].confidence == true_confidence("list", 0.7)
    assert found.issuer.value == "SỞ Y TẾ"


def test_a_blank_stays_as_sure_as_it_was() -> None:
    found = calibrated(document(ExtractedHead(serial=claim(None, 0.9)))).head
    assert found.serial is not None
    assert found.serial.confidence == 0.9
