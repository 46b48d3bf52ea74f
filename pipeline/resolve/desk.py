"""The desk on which a document's values are laid out: what is given, what is held back, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from pipeline.resolve import messages
from schemas.acceptance import WITHHELD_BELOW_LINE, accepted, kind_of
from schemas.evidence import Candidate, Evidence, Extracted
from schemas.geometry import Box
from schemas.problems import ProblemCode
from schemas.record import BoxTuple, CandidateItem, EvidenceItem, Finding, Problem

V = TypeVar("V")


@dataclass
class Desk:
    """Findings by JSON Pointer and problems of one document, gathered while its record is made."""

    findings: dict[str, Finding] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, pointer: str, found: Extracted[V] | None, needed: bool = False) -> V | None:
        """The value that may stand at ``pointer``; its finding, and a problem where a person must look.

        Below the accepting line identifiers are held back and become candidates, other values stand.
        ``needed`` is whether a letter should have the field.
        """
        if found is None:
            if needed:
                self.report(ProblemCode.MISSING, pointer, messages.missing(pointer))
            return None
        if found.value is None:
            self._note_empty(pointer, found, needed)
            return None
        if accepted(pointer, found.confidence):
            self.findings[pointer] = finding(found)
            return found.value
        if kind_of(pointer) in WITHHELD_BELOW_LINE:
            self.hold_back(pointer, found, ProblemCode.UNSURE, messages.withheld(pointer))
            return None
        self.findings[pointer] = finding(found)
        self.report(ProblemCode.UNSURE, pointer, messages.unsure(pointer), found.evidence)
        return found.value

    def hold_back(self, pointer: str, found: Extracted[Any], code: ProblemCode, message: str) -> None:
        """Leaves ``pointer`` empty; what was read stays a candidate."""
        own = Candidate(found.value, found.confidence)
        others = tuple(each for each in found.candidates if each.value != found.value)
        self.findings[pointer] = finding(replace(found, value=None, candidates=(own, *others)))
        self.report(code, pointer, message, found.evidence)

    def report(self, code: ProblemCode, pointer: str, message: str, evidence: Sequence[Evidence] = ()) -> None:
        page = evidence[0].page if evidence else None
        box = rounded(evidence[0].box) if evidence else None
        self.problems.append(Problem(code=code, at=pointer, message=message, page=page, box=box))

    def _note_empty(self, pointer: str, found: Extracted[Any], needed: bool) -> None:
        if found.rule == "blank":
            self.findings[pointer] = finding(found)
            self.report(ProblemCode.BLANK, pointer, messages.blank(pointer), found.evidence)
        elif found.candidates:
            self.findings[pointer] = finding(found)
            self.report(ProblemCode.UNSURE, pointer, messages.withheld(pointer), found.evidence)
        elif needed:
            self.report(ProblemCode.MISSING, pointer, messages.missing(pointer), found.evidence)


def finding(found: Extracted[Any]) -> Finding:
    """How a value was found, in the record's own types."""
    return Finding(
        confidence=_unit(found.confidence),
        rule=found.rule,
        evidence=tuple(
            EvidenceItem(page=each.page, box=rounded(each.box), quote=each.quote) for each in found.evidence
        ),
        candidates=tuple(
            CandidateItem(value=plain(each.value), confidence=_unit(each.confidence)) for each in found.candidates
        ),
    )


def rounded(box: Box | None) -> BoxTuple | None:
    """A box to a tenth of a point, which is finer than any scan."""
    return None if box is None else (round(box.x0, 1), round(box.y0, 1), round(box.x1, 1), round(box.y1, 1))


def plain(value: Any) -> Any:
    """``value`` as JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else value


def _unit(confidence: float) -> float:
    return round(min(1.0, max(0.0, confidence)), 3)
