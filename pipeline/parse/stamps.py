"""Lines of stamps that were found by their form: no part of the letter's own lines, but of its zones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.parse.anchors import says_mark
from schemas.document import ParsedDocument
from schemas.text import LaidPage, Line


def part_stamps(pages: Sequence[LaidPage]) -> tuple[tuple[Line, ...], tuple[LaidPage, ...]]:
    """The stamps' lines, and ``pages`` without them."""
    stamped = tuple(item for page in pages for item in page.items if isinstance(item, Line) and _is_stamped(item))
    if not stamped:
        return (), tuple(pages)
    without = tuple(replace(page, items=tuple(item for item in page.items if item not in stamped)) for page in pages)
    return stamped, without


def _is_stamped(line: Line) -> bool:
    return bool(line.words) and all(word.stamped for word in line.words)


def with_stamps(document: ParsedDocument, stamped: Sequence[Line]) -> ParsedDocument:
    """``document`` with the marks and the arrival among ``stamped`` that stand on its pages.

    What was taken for a stamp by its words alone stays with it, the form's own reading first.
    """
    first, last = document.first_page, document.last_page
    if first is None or last is None:
        return document
    mine = [line for line in stamped if line.page is not None and first <= line.page <= last]
    marks = tuple(line for line in mine if says_mark(line.text))
    arrival = tuple(line for line in mine if line not in marks)
    return replace(document, marks=marks + document.marks, arrival=arrival + document.arrival)
