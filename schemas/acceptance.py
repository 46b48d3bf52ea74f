"""The accepting line, from which confidence on a value needs no person, and how confidence is made true.

Rules claim a confidence by judgement. ``confidence.json``, which ``script/fit-confidence`` writes from runs over
simulated pages, holds for each kind of field what such a claim was worth there (a rising curve from the raw
confidence to the share that was right) and the accepting line on that true scale.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

Curve = tuple[tuple[float, float], ...]
"""Points (raw, true), both rising; straight between them."""


@dataclass(frozen=True, slots=True)
class KindConfidence:
    """``line`` is on the true scale."""

    line: float
    curve: Curve


def load_confidence(text: str) -> dict[str, KindConfidence]:
    """The table of ``confidence.json``."""
    kinds: Mapping[str, Any] = json.loads(text)["kinds"]
    return {kind: KindConfidence(row["line"], tuple(map(tuple, row["curve"]))) for kind, row in kinds.items()}


@lru_cache(maxsize=1)
def _table() -> Mapping[str, KindConfidence]:
    return load_confidence(files("schemas").joinpath("confidence.json").read_text(encoding="utf-8"))


ACCEPTING_LINE: Mapping[str, float] = {kind: row.line for kind, row in _table().items()}
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


def true_confidence(kind: str, raw: float) -> float:
    """What a rule's claim of ``raw`` is worth for a field of ``kind``; both from 0 to 1."""
    return on_curve(_table()[kind].curve, raw)


def raw_confidence(kind: str, true: float) -> float:
    """The claim that ``true`` was made of; what ``script/fit-confidence`` fits anew."""
    return on_curve([(value, raw) for raw, value in _table()[kind].curve], true)


def on_curve(curve: Sequence[tuple[float, float]], at: float) -> float:
    """The curve's height at ``at``, cut to its ends."""
    after = bisect_right([point for point, _ in curve], at)
    if after == 0 or after == len(curve):
        return curve[min(after, len(curve) - 1)][1]
    (x0, y0), (x1, y1) = curve[after - 1], curve[after]
    return y0 + (y1 - y0) * (at - x0) / (x1 - x0)
