"""What stands on a page and is none of the letter's text: page numbers, specks, ink of the scanner."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.layout.segments import Segment
from schemas.text import Page

_SPECK = 3.0
"""Points: nothing set in type is as low and as narrow as this."""
_EDGE = 0.09
_LONG = 0.55
_ENOUGH = 5
_FEW = 12
_DOUBTFUL = 0.6
_UNREAD = 0.3
"""Confidences below which one or two letters standing alone are taken for ink that is no writing."""
_PAGE_NUMBER = re.compile(r"^[-–—\s.]*\d{1,3}[-–—\s.]*$")
_MEANS_SOMETHING = re.compile(r"[^\W_]")


def without_furniture(segments: Sequence[Segment], page: Page, em: float) -> list[Segment]:
    """``segments`` without those that can be left out of the text safely."""
    left, right = _text_edges(segments, page)
    return [
        segment
        for segment in segments
        if not (_is_page_number(segment, page) or _is_speck(segment, em) or _is_margin_mark(segment, left, right))
    ]


def _text_edges(segments: Sequence[Segment], page: Page) -> tuple[float, float]:
    """Where the page's long lines begin and end; the page itself where there are too few of them."""
    long = [segment.box for segment in segments if page.width and segment.box.width > _LONG * page.width]
    if len(long) < _ENOUGH:
        return 0.0, page.width or 0.0
    return min(box.x0 for box in long), max(box.x1 for box in long)


def _is_margin_mark(segment: Segment, left: float, right: float) -> bool:
    """A few doubtful letters wholly outside the text: handwriting in the margin, the edge of the paper."""
    outside = segment.box.x1 < left or segment.box.x0 > right
    return outside and len(segment.text) <= _FEW and _sureness(segment) < _DOUBTFUL


def _sureness(segment: Segment) -> float:
    return max(placed.word.confidence for placed in segment.words)


def _is_page_number(segment: Segment, page: Page) -> bool:
    if page.height is None or page.width is None or not _PAGE_NUMBER.match(segment.text):
        return False
    x, y = segment.box.centre
    at_edge = y < _EDGE * page.height or y > (1 - _EDGE) * page.height
    return at_edge and 0.3 * page.width < x < 0.98 * page.width


def _is_speck(segment: Segment, em: float) -> bool:
    """Ink without a letter or figure that begins no line, or too small for type."""
    box = segment.box
    if box.height < _SPECK and box.width < _SPECK:
        return True
    if _MEANS_SOMETHING.search(segment.text):
        letters = sum(character.isalnum() for character in segment.text)
        tiny = segment.size < 0.6 * em and len(segment.text) <= 3
        return letters <= 2 and _sureness(segment) < (_DOUBTFUL if tiny or letters == 1 else _UNREAD)
    return True
