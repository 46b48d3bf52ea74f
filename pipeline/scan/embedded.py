"""Words and ruled tables of PDF pages whose text is embedded, by pdfplumber."""

from __future__ import annotations

import logging
import re
import struct
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median
from types import TracebackType
from typing import Any

from pipeline.scan.cleaning import clean_text
from pipeline.scan.content import Content, stream_of
from schemas.geometry import Box, hull
from schemas.grids import grid_of
from schemas.text import Grid, Page, Word

_BOLD = re.compile(r"bold|black|heavy|demi|-bd|,b\b", re.IGNORECASE)
_BAR = 2.0  # points: office programs draw the rules of a table as bars this thin
_ITALIC = re.compile(r"italic|oblique|-it\b|bi\b", re.IGNORECASE)

_BROKEN = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError, struct.error)
"""What pdfminer meets broken files with."""


class EmbeddedText:
    """The embedded text of a PDF, opened when the first page is asked for and one page in memory at a time."""

    def __init__(self, data: Content) -> None:
        self._data = data
        self._document: Any = None

    def __enter__(self) -> EmbeddedText:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._document is not None:
            self._document.close()

    def page(self, number: int) -> Page | None:
        """Page ``number`` (from 1) with its words and tables; ``None`` when pdfplumber cannot read it."""
        from pdfminer.pdfexceptions import PDFException
        from pdfplumber.utils.exceptions import PdfminerException

        try:
            page = self._pages()[number - 1]
            return _page_of(page, number)
        except (PdfminerException, PDFException, *_BROKEN):
            # The page is then read as a picture.
            return None

    def _pages(self) -> Sequence[Any]:
        if self._document is None:
            import pdfplumber

            # It remarks on every oddity of a file, on stderr, where the progress bar stands.
            logging.getLogger("pdfminer").setLevel(logging.ERROR)
            self._document = pdfplumber.open(stream_of(self._data))
        pages: Sequence[Any] = self._document.pages
        return pages


def _page_of(page: Any, number: int) -> Page | None:
    left, top, right, bottom = page.cropbox
    visible = page.crop((left, top, right, bottom), strict=False) if tuple(page.cropbox) != tuple(page.bbox) else page
    clean = visible.filter(_upright).dedupe_chars(tolerance=1)
    words = _words(clean, left, top)
    grids = _grids(visible, left, top)
    page.close()
    if not words:
        return None
    return Page(number, right - left, bottom - top, "embedded", words, grids)


def _upright(item: dict[str, Any]) -> bool:
    """Whether ``item`` is no character, or one that is not turned (watermarks, side notes of signing)."""
    return item.get("object_type") != "char" or bool(item.get("upright", True))


def _words(page: Any, left: float, top: float) -> tuple[Word, ...]:
    found: list[Word] = []
    raw = page.extract_words(x_tolerance_ratio=0.2, y_tolerance=3, keep_blank_chars=False, return_chars=True)
    for item in raw:
        text = clean_text(item["text"])
        if text:
            found.append(_word(text, item, left, top))
    return number_lines(found)


def _word(text: str, item: dict[str, Any], left: float, top: float) -> Word:
    chars = item["chars"]
    fonts = [str(char.get("fontname", "")).split("+")[-1] for char in chars]
    box = Box(item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top)
    return Word(
        text,
        box,
        size=round(median(char["size"] for char in chars), 1),
        bold=_most(bool(_BOLD.search(font)) for font in fonts),
        italic=_most(bool(_ITALIC.search(font)) for font in fonts),
    )


def _most(flags: Iterable[bool]) -> bool:
    found = list(flags)
    return sum(found) * 2 > len(found)


def number_lines(words: Sequence[Word]) -> tuple[Word, ...]:
    """``words`` from top to bottom and left to right, each with the number of its line.

    A line is words whose middles lie within each other's height; a gap of three letter heights
    begins a new line, for there another column does.
    """
    numbered: list[Word] = []
    line = 0
    for row in map(_joined, _rows(words)):
        before: Box | None = None
        for word in row:
            box = word.box
            if box is None:
                continue
            if before is not None and box.x0 - before.x1 > 3 * min(box.height, before.height):
                line += 1
            numbered.append(replace(word, line=line))
            before = box
        line += 1
    return tuple(numbered)


def _joined(row: Sequence[Word]) -> list[Word]:
    """``row`` with words that touch made one: stamped numbers are drawn digit by digit."""
    joined: list[Word] = []
    for word in row:
        last = joined[-1] if joined else None
        if last is not None and last.box and word.box and _touch(last.box, word.box):
            joined[-1] = replace(last, text=last.text + word.text, box=hull((last.box, word.box)))
        else:
            joined.append(word)
    return joined


def _touch(left: Box, right: Box) -> bool:
    gap = right.x0 - left.x1
    level = abs(right.y1 - left.y1) < 0.1 * left.height
    return level and -0.4 * left.height < gap < 0.05 * left.height


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    rows: list[list[tuple[float, Box, Word]]] = []
    boxed = [(word.box.centre[1], word.box, word) for word in words if word.box is not None]
    for entry in sorted(boxed, key=lambda entry: entry[0]):
        middle, box, _ = entry
        last = rows[-1][-1] if rows else None
        if last is not None and middle - last[0] < 0.4 * min(box.height, last[1].height):
            rows[-1].append(entry)
        else:
            rows.append([entry])
    return [[word for _, _, word in sorted(row, key=lambda entry: entry[1].x0)] for row in rows]


def _grids(page: Any, left: float, top: float) -> tuple[Grid, ...]:
    """Tables ruled on ``page`` with at least two rows and two columns."""
    ruled = page.filter(_is_rule)
    if len(ruled.lines) + len(ruled.rects) + len(ruled.curves) < 3:
        return ()
    grids = []
    for table in ruled.find_tables():
        boxes = [Box(x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in table.cells]
        grid = grid_of(boxes)
        if grid is not None:
            grids.append(grid)
    return tuple(grids)


def _is_rule(item: dict[str, Any]) -> bool:
    """Whether ``item`` is a drawn rule: a visible line, outline, or bar; white boxes behind text are none."""
    kind = item.get("object_type")
    if kind == "rect" and not item.get("stroke"):
        return min(item["width"], item["height"]) <= _BAR and not _is_white(item.get("non_stroking_color"))
    return kind in ("rect", "line", "curve") and not _is_white(item.get("stroking_color"))


def _is_white(colour: Any) -> bool:
    """Whether a PDF colour (grey, RGB; a number or a tuple of them from 0 to 1) is next to white."""
    values = colour if isinstance(colour, (list, tuple)) else (colour,)
    numbers = [value for value in values if isinstance(value, int | float)]
    return len(numbers) in (1, 3) and min(numbers) > 0.95
