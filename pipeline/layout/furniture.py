"""What stands on a page and is none of the letter's text: page numbers, specks, ink of the scanner."""

from __future__ import annotations

import re

from pipeline.layout.segments import Segment
from schemas.text import Page

_SPECK = 3.0
"""Points: nothing set in type is as low and as narrow as this."""
_EDGE = 0.09
_PAGE_NUMBER = re.compile(r"^[-–—\s.]*\d{1,3}[-–—\s.]*$")
_MEANS_SOMETHING = re.compile(r"[^\W_]")


def is_furniture(segment: Segment, page: Page, em: float) -> bool:
    """Whether ``segment``, which stands alone on its line, can be left out of the text safely."""
    return _is_page_number(segment, page) or _is_speck(segment, em)


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
        sure = max(placed.word.confidence for placed in segment.words)
        return sure < 0.25 and len(segment.text) <= 3 and segment.size < 0.6 * em
    return True
