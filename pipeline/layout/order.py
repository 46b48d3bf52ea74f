"""A page's words as lines and tables in the order they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pipeline.layout.columns import in_reading_order
from pipeline.layout.furniture import without_furniture
from pipeline.layout.metrics import Placed, place
from pipeline.layout.segments import Segment, chain
from pipeline.layout.stamps import lift_stamp
from pipeline.layout.tables import fill, from_marked_words, holds
from schemas.text import Grid, LaidPage, Line, Page, Table, Word

_USUAL_SIZE = 13.0
_STEEPEST = 0.06


def lay_out(pages: Sequence[Page]) -> tuple[LaidPage, ...]:
    """Each page in reading order: columns never interleaved, words of ruled tables in their cells.

    Page numbers and specks are left out; every other word of a page is in exactly one line.
    Words without boxes keep the lines of their file.
    """
    return tuple(_lay_out_page(page) for page in pages)


def _lay_out_page(page: Page) -> LaidPage:
    boxed = [placed for word in page.words if (placed := place(word))]
    items = (*_boxed_items(page, boxed), *_unboxed_items(page))
    return LaidPage(page.number, page.width, page.height, page.source, items, page.slots, page.trouble)


def _unboxed_items(page: Page) -> Iterator[Line | Table]:
    """Words without boxes: a line for each line of the file, a table for each table of it."""
    words = [word for word in page.words if word.box is None]
    for key, group in groupby(words, key=lambda word: (None, word.line) if word.cell is None else (word.cell[0], None)):
        run: tuple[Word, ...] = tuple(group)
        yield Line(page.number, run) if key[0] is None else from_marked_words(page, run)


def _boxed_items(page: Page, words: Sequence[Placed]) -> list[Line | Table]:
    """Lines by their place, each table after the last line that stands wholly above it, a stamp before all."""
    em, tilt = _usual_size(words), _tilt(words)
    stamped = [placed for placed in words if placed.word.stamped]
    stamp, words = lift_stamp([placed for placed in words if not placed.word.stamped], page.height or 0.0)
    tables: list[tuple[Grid, Table]] = []
    rest = list(words)
    for grid in page.grids:
        inside = [placed for placed in rest if holds(grid, placed.box)]
        table = fill(page, grid, inside, lambda found: _lines(page, found, em, tilt))
        if table is not None:
            tables.append((grid, table))
            rest = [placed for placed in rest if not holds(grid, placed.box)]
    bands = sorted(tables, key=lambda pair: pair[0].box.y0)
    items: list[Line | Table] = [*_stamped_lines(page, stamped), *_lines(page, stamp, em, tilt)]
    for grid, table in bands:
        above = [placed for placed in rest if placed.box.centre[1] < grid.box.centre[1]]
        items += [*_lines(page, above, em, tilt, lone=True), table]
        rest = [placed for placed in rest if placed.box.centre[1] >= grid.box.centre[1]]
    return [*items, *_lines(page, rest, em, tilt, lone=True)]


def _stamped_lines(page: Page, words: Sequence[Placed]) -> list[Line]:
    """The lines of stamps that OCR found by their form: it read each stamp's rows apart."""
    rows = groupby(sorted(words, key=lambda placed: placed.word.line), key=lambda placed: placed.word.line)
    return [Line(page.number, tuple(placed.word for placed in row)) for _, row in rows]


def _lines(page: Page, words: Sequence[Placed], em: float, tilt: float, lone: bool = False) -> tuple[Line, ...]:
    segments = chain(words, em)
    if lone:
        segments = without_furniture(segments, page, em)
    return tuple(_line(page, segment) for segment in in_reading_order(segments, em, tilt))


def _line(page: Page, segment: Segment) -> Line:
    return Line(page.number, tuple(placed.word for placed in segment.words))


def _usual_size(words: Sequence[Placed]) -> float:
    sizes = sorted(placed.size for placed in words if len(placed.word.text) > 2)
    return min(max(sizes[len(sizes) // 2], 7.0), 20.0) if sizes else _USUAL_SIZE


def _tilt(words: Sequence[Placed]) -> float:
    """How far lines fall per point to the right: the middle slope between ends of the engine's lines."""
    slopes = []
    for _, group in groupby(words, key=lambda placed: placed.word.line):
        run = list(group)
        ordered = all(left.box.x0 < right.box.x0 for left, right in pairwise(run))
        width = run[-1].box.centre[0] - run[0].box.centre[0]
        if ordered and len(run) > 4 and width > 120:
            slopes.append((run[-1].baseline - run[0].baseline) / width)
    middle = sorted(slopes)[len(slopes) // 2] if slopes else 0.0
    return max(-_STEEPEST, min(_STEEPEST, middle))
