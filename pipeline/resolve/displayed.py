"""Boxes of the record on the page as displayed: crooked and turned pages were read upright."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schemas.geometry import Box, Projection
from schemas.record import BoxTuple, Document, EvidenceItem, Finding, Problem
from schemas.text import Page


def as_displayed(document: Document, pages: Sequence[Page]) -> Document:
    """``document`` with every box where a person sees it."""
    maps = _maps(pages)
    if not maps:
        return document
    findings = {pointer: _finding(found, maps) for pointer, found in document.findings.items()}
    return document.model_copy(
        update={"findings": findings, "problems": tuple(_problem(each, maps) for each in document.problems)}
    )


def problems_as_displayed(problems: Sequence[Problem], pages: Sequence[Page]) -> tuple[Problem, ...]:
    """``problems`` of whole pages with every box where a person sees it."""
    maps = _maps(pages)
    return tuple(_problem(each, maps) for each in problems)


def _maps(pages: Sequence[Page]) -> Mapping[int, Projection]:
    return {page.number: page.displayed for page in pages if page.number is not None and page.displayed is not None}


def _finding(found: Finding, maps: Mapping[int, Projection]) -> Finding:
    return found.model_copy(update={"evidence": tuple(_evidence(each, maps) for each in found.evidence)})


def _evidence(item: EvidenceItem, maps: Mapping[int, Projection]) -> EvidenceItem:
    return item.model_copy(update={"box": _mapped(item.box, item.page, maps)})


def _problem(problem: Problem, maps: Mapping[int, Projection]) -> Problem:
    return problem.model_copy(update={"box": _mapped(problem.box, problem.page, maps)})


def _mapped(box: BoxTuple | None, page: int | None, maps: Mapping[int, Projection]) -> BoxTuple | None:
    if box is None or page is None or page not in maps:
        return box
    return maps[page].box(Box(*box)).rounded()
