"""Lines of the body joined into paragraphs, over page ends too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.parse.markers import Marker, find_marker, levels
from pipeline.parse.spots import Spot
from schemas.document import Paragraph
from schemas.text import Passage

_EM = 13.0
"""Points: the type size of running text (Decree 30/2020: 13 to 14)."""
_SHORT = 4 * _EM
_INDENT = 0.9 * _EM
_CLOSED = re.compile(r"[.;:!?…/\"”)]$")
_OPENED = re.compile(r"[\d\w,\-–(]$")
_WRAPPED_FROM, _WRAPPED_TO = 60, 95
"""Letters: in text without pages a line this long may be one that was wrapped, and say nothing of paragraphs."""


def paragraphs(spots: Sequence[Spot]) -> list[Paragraph]:
    """``spots`` (body lines in order) as paragraphs with marker, level and whether they are headings."""
    groups: list[list[Spot]] = []
    for spot in spots:
        if groups and not _begins(groups[-1], spot):
            groups[-1].append(spot)
        else:
            groups.append([spot])
    found = [_paragraph(group) for group in groups]
    return [paragraph for paragraph in found if paragraph.text]


def levelled(found: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs with their depth in the document."""
    kinds = [marker.kind if (marker := find_marker(paragraph.text)) else None for paragraph in found]
    depth = levels(kind if paragraph.marker else None for kind, paragraph in zip(kinds, found, strict=True))
    return [replace(paragraph, level=level) for paragraph, level in zip(found, depth, strict=True)]


def _paragraph(group: Sequence[Spot]) -> Paragraph:
    passage = Passage.of(spot.line for spot in group)
    marker = find_marker(passage.text)
    return Paragraph(
        passage,
        marker.printed if marker else None,
        marker.end if marker else 0,
        heading=_is_heading(group, passage.text, marker),
    )


def _is_heading(group: Sequence[Spot], text: str, marker: Marker | None) -> bool:
    """Capitals, or bold, or one short line that a number leads and no stop ends."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 4 or len(text) > 200:
        return False
    if sum(character.isupper() for character in letters) > 0.75 * len(letters):
        return True
    if text.rstrip()[-1] in ".;,":
        return False
    numbered = marker is not None and marker.kind not in ("dash", "plus", "letter")
    if all(spot.bold for spot in group):
        return numbered or text.rstrip().endswith(":")
    return numbered and len(group) == 1 and len(text.split()) <= 14 and (not group[0].boxed or group[0].slack > _SHORT)


def _begins(group: Sequence[Spot], spot: Spot) -> bool:
    """Whether ``spot`` begins a new paragraph after the lines of ``group``."""
    before = group[-1]
    marked = find_marker(spot.text) is not None
    if not spot.boxed or not before.boxed:
        return _after_capitals(before, spot) or _begins_unplaced(before, spot, marked)
    if group[0].text.startswith("(") and ")" not in before.text and len(group) < 4 and not marked:
        return False
    open_end = before.slack < _SHORT and not _CLOSED.search(before.text)
    if marked:
        return not (open_end and _at_margin(group, spot))
    if _after_capitals(before, spot):
        return True
    if spot.text[:1].islower() and not _CLOSED.search(before.text):
        return False
    if before.page_index == spot.page_index and spot.gap > 0.9 and not open_end:
        return True
    if before.slack > _SHORT and not spot.text[:1].islower():
        return True
    return _indented(group, spot)


def _after_capitals(before: Spot, spot: Spot) -> bool:
    """Whether a heading in capitals ended and running text begins."""
    return before.upper_share > 0.8 and spot.upper_share < 0.6 and len(before.text) > 8


def _at_margin(group: Sequence[Spot], spot: Spot) -> bool:
    """Whether a line stands where wrapped lines stand, so that its hyphen or figure is no marker."""
    if len(group) > 1:
        return abs(spot.indent - group[-1].indent) < _INDENT
    return spot.indent < group[0].indent - _INDENT


def _indented(group: Sequence[Spot], spot: Spot) -> bool:
    first, last = group[0], group[-1]
    if len(group) > 1:
        step = spot.indent - min(line.indent for line in group[1:])
        if step > _INDENT:
            return not spot.text[:1].islower()
        return step < -_INDENT and abs(spot.indent - first.indent) < _INDENT and last.slack > _EM
    step = spot.indent - first.indent
    if abs(step) <= _INDENT:
        return first.indent > _INDENT and not spot.text[:1].islower() and bool(_CLOSED.search(last.text))
    return step > _INDENT and find_marker(first.text) is None and not spot.text[:1].islower()


def _begins_unplaced(before: Spot, spot: Spot, marked: bool) -> bool:
    """Without boxes: a marker, or a blank line that does not cut a sentence, or a line that ends a sentence."""
    small = spot.text[:1].islower()
    if marked:
        return not (small and spot.gap == 0) or bool(re.match(r"^[a-zđ]\)", spot.text))
    if spot.gap >= 1:
        return not (small and _OPENED.search(before.text))
    wrapped = _WRAPPED_FROM <= len(before.text) <= _WRAPPED_TO and find_marker(before.text) is None
    return not small and bool(_CLOSED.search(before.text)) and not wrapped
