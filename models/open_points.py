"""What a person still has to look at in a document: its problems, and its values below the accepting line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from models.shown import value_of
from schemas.acceptance import accepted
from schemas.geometry import Box, hull
from schemas.problems import ProblemCode
from schemas.record import BoxTuple, Document, Finding, Problem


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing to settle. ``at`` is a pointer within the document; ``value`` what stands there now.

    ``page`` and ``box`` (points, as displayed) are where to look, ``None`` where nothing says it.
    ``task`` is the index of the task it is about, ``at_task`` the pointer within that task.
    """

    code: str
    at: str
    message: str
    page: int | None
    value: Any
    finding: Finding | None
    box: BoxTuple | None = None

    @property
    def task(self) -> int | None:
        found = re.match(r"/tasks/(\d+)", self.at)
        return int(found[1]) if found else None

    @property
    def at_task(self) -> str:
        return re.sub(r"^/tasks/\d+", "", self.at)


def open_points(document: Document) -> tuple[OpenPoint, ...]:
    """Problems in their order, then doubtful values that no problem speaks of; one point a place and code."""
    points = {(problem.code.value, problem.at): _from_problem(document, problem) for problem in document.problems}
    spoken_of = {problem.at for problem in document.problems}
    for pointer, finding in document.findings.items():
        at = _place(pointer)
        if not accepted(pointer, finding.confidence) and at not in spoken_of:
            spoken_of.add(at)
            points[ProblemCode.UNSURE.value, at] = _from_finding(document, at, finding)
    return tuple(points.values())


def _place(pointer: str) -> str:
    """Doubts about a part of a task are doubts about the task, except those about its deadline."""
    found = re.match(r"/tasks/\d+(/deadline)?", pointer)
    return found.group() if found else pointer


def _from_problem(document: Document, problem: Problem) -> OpenPoint:
    finding = document.findings.get(problem.at)
    value = value_of(document, problem.at) if problem.at else None
    place = seen(finding) if finding else None
    page, box = (problem.page, problem.box) if problem.box or place is None else place
    return OpenPoint(problem.code.value, problem.at, problem.message, page, value, finding, box)


def _from_finding(document: Document, at: str, finding: Finding) -> OpenPoint:
    page, box = seen(finding)
    message = f"Máy chưa chắc chắn ({finding.confidence:.0%})."
    shown = document.findings.get(at, finding)
    return OpenPoint(ProblemCode.UNSURE.value, at, message, page, value_of(document, at), shown, box)


def seen(finding: Finding) -> tuple[int | None, BoxTuple | None]:
    """The page of a finding's first piece of evidence, and the box around all of it there."""
    page = finding.evidence[0].page if finding.evidence else None
    around = hull(Box(*each.box) for each in finding.evidence if each.box and each.page == page)
    return page, around.rounded() if around else None
