"""The accepting line: from which confidence on a value needs no person. The one place that knows it."""

from __future__ import annotations

import re
from collections.abc import Mapping

ACCEPTING_LINE: Mapping[str, float] = {
    "serial": 0.90,
    "issued_on": 0.90,
    "arrival": 0.90,
    "symbol": 0.70,
    "document_type": 0.60,
    "agency": 0.60,
    "text": 0.60,
    "signatory": 0.60,
    "list": 0.60,
    "reference": 0.60,
    "task": 0.60,
    "deadline": 0.60,
}
"""By kind of field. Identifiers below it are left ``null``; texts are kept and put before a person."""

WITHHELD_BELOW_LINE = frozenset({"serial", "issued_on", "arrival"})
"""Kinds whose value is left empty below the line: a wrong number is worse than none."""

_KIND_BY_POINTER = (
    (r"/number/serial", "serial"),
    (r"/number/symbol", "symbol"),
    (r"/issued_on", "issued_on"),
    (r"/arrival/(number|date)", "arrival"),
    (r"/document_type", "document_type"),
    (r"/(parent_agency|issuer)", "agency"),
    (r"/signatory/\w+", "signatory"),
    (r"/(addressees|distribution)/\d+", "list"),
    (r"/references/\d+", "reference"),
    (r"/tasks/\d+/deadline", "deadline"),
    (r"/tasks/\d+(/.*)?", "task"),
)


def kind_of(pointer: str) -> str:
    """The kind of field that a finding's JSON Pointer names; "text" for the rest."""
    for pattern, kind in _KIND_BY_POINTER:
        if re.fullmatch(pattern, pointer):
            return kind
    return "text"


def accepted(pointer: str, confidence: float) -> bool:
    """Whether the value at ``pointer`` may stand without a person having looked at it."""
    return confidence >= ACCEPTING_LINE[kind_of(pointer)]
