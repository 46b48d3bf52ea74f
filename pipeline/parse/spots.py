"""Lines as the parser sees them: text folded for matching, place relative to the page's margins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from statistics import median

from schemas.folding import fold
from schemas.geometry import Box
from schemas.text import LaidPage, Line, Table

_LONG = 0.55
"""Share of the page's width: a line of running text that reaches both margins is longer."""

_PITCH = 1.55
"""Distance between lines over the middle height of word boxes, in text set as the decree sets it."""

_SET_IN_CELLS = re.compile(
    r"^\W{0,3}(cong hoa xa hoi|doc lap\W{0,4}tu do|dang cong san viet|noi nhan\W{0,2}$|noi nhan\W?:|kinh gui\W{0,2}:|"
    r"(t[/]?m|k[/]?t|t[/]?l|tuq)[.] ?\w+ |(cong van )?den\W{0,2}$|den\W{0,2}so\W|chuyen\W{0,2}:|so va ky hieu hs)"
)


@dataclass(frozen=True)
class Spot:
    """A line and where it stands. ``left`` and ``right`` are the text's margins at its height, points.

    ``unit`` is the usual distance between lines, points. ``gap`` is the white between it and the line
    read before it, in such distances (for text without pages: blank lines).
    """

    line: Line
    page_index: int
    page_width: float | None
    page_height: float | None
    left: float
    right: float
    unit: float
    gap: float

    @cached_property
    def text(self) -> str:
        return self.line.text

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def box(self) -> Box | None:
        return self.line.box

    @cached_property
    def foot(self) -> float:
        """Where the line stands on its page: the middle of its words' lower edges, since single boxes may be wrong."""
        edges = sorted(word.box.y1 for word in self.line.words if word.box)
        return edges[len(edges) // 2] if edges else 0.0

    def below(self, other: Spot) -> float:
        """White between ``other`` and this line in usual line distances, blank lines without boxes."""
        if not self.boxed or not other.boxed:
            return float(max(0, self.line.words[0].line - other.line.words[-1].line - 1))
        if self.page_index != other.page_index:
            return 0.0
        return (self.foot - other.foot) / self.unit - 1

    @property
    def boxed(self) -> bool:
        return self.box is not None and self.page_width is not None

    @cached_property
    def middle(self) -> float:
        """Where the line's middle stands across the page, 0 to 1; 0.5 without a box."""
        return self.box.centre[0] / self.page_width if self.box and self.page_width else 0.5

    @cached_property
    def height(self) -> float:
        """How far down the page, 0 to 1; 0 without a box."""
        return self.box.centre[1] / self.page_height if self.box and self.page_height else 0.0

    @cached_property
    def indent(self) -> float:
        """Points from the left margin; 0 without a box."""
        return self.box.x0 - self.left if self.box else 0.0

    @cached_property
    def slack(self) -> float:
        """Points left free before the right margin; 0 without a box."""
        return self.right - self.box.x1 if self.box else 0.0

    @cached_property
    def upper_share(self) -> float:
        """Share of the letters that are capitals."""
        letters = [character for character in self.text if character.isalpha()]
        return sum(character.isupper() for character in letters) / len(letters) if letters else 0.0

    @property
    def bold(self) -> bool:
        return bool(self.line.words) and all(word.bold for word in self.line.words)

    @property
    def centred(self) -> bool:
        """Whether as much is left free before it as behind it, and something on both sides."""
        return self.boxed and self.indent > 8 and self.slack > 8 and abs(self.indent - self.slack) < 40

    @property
    def full(self) -> bool:
        """Whether it goes from one margin to the other."""
        return self.boxed and self.indent < 8 and self.slack < 8


Entry = Spot | Table


def entries_of(pages: Sequence[LaidPage]) -> list[Entry]:
    """Everything on ``pages`` in reading order."""
    return [entry for index, page in enumerate(pages) for entry in _page_entries(page, index)]


def _page_entries(page: LaidPage, index: int) -> list[Entry]:
    lines = [item for item in page.items if isinstance(item, Line)]
    margins = _margins(page, lines)
    unit = _PITCH * _usual_height(lines)
    entries: list[Entry] = []
    before: Spot | None = None
    for item in page.items:
        if isinstance(item, Table) and not _sets_head_or_foot(item):
            entries.append(item)
            before = None
            continue
        for line in [item] if isinstance(item, Line) else _by_column(item):
            left, right = margins.at(line.box)
            spot = Spot(line, index, page.width, page.height, left, right, unit, 0.0)
            before = replace(spot, gap=spot.below(before)) if before else spot
            entries.append(before)
    return entries


def _sets_head_or_foot(table: Table) -> bool:
    """Whether a table only sets the heading, the foot or a stamp in columns, as word processors' users do."""
    return any(_SET_IN_CELLS.search(fold(line.text)) for cell in table.cells for line in cell.lines)


def _by_column(table: Table) -> list[Line]:
    """A table's lines with each column read to its end before the next."""
    cells = sorted(table.cells, key=lambda cell: (cell.column, cell.row))
    return [line for cell in cells for line in cell.lines]


def _usual_height(lines: Sequence[Line]) -> float:
    """The middle height of word boxes; a fair measure of the type size on pages of any resolution."""
    heights = sorted(word.box.height for line in lines for word in line.words if word.box and len(word.text) > 1)
    return max(heights[len(heights) // 2], 5.0) if heights else 9.0


@dataclass(frozen=True)
class _Margins:
    """Left and right margin of a page's text, as lines: scans lean. Points, at the page's top."""

    left: float
    left_lean: float
    right: float
    right_lean: float

    def at(self, box: Box | None) -> tuple[float, float]:
        if box is None:
            return 0.0, 0.0
        return self.left + self.left_lean * box.y1, self.right + self.right_lean * box.y1


def _margins(page: LaidPage, lines: Sequence[Line]) -> _Margins:
    """The margins that lines keep: where several begin, and where several long ones end."""
    boxes = [box for line in lines if (box := line.box)]
    long = [box for box in boxes if page.width and box.width > _LONG * page.width]
    left_lean = _lean([(box.x0, box.y1) for box in long])
    right_lean = _lean([(box.x1, box.y1) for box in long])
    starts = [(box.x0 - left_lean * box.y1, box in long) for box in boxes]
    ends = [(right_lean * box.y1 - box.x1, True) for box in long or boxes]
    return _Margins(_outermost(starts), left_lean, -_outermost(ends), right_lean)


def _lean(points: Sequence[tuple[float, float]]) -> float:
    """How far an edge moves sideways per point down: the middle slope between points near one another in x."""
    slopes = [
        (x1 - x0) / (y1 - y0)
        for (x0, y0), (x1, y1) in combinations(points, 2)
        if abs(y1 - y0) > 60 and abs(x1 - x0) < 0.04 * abs(y1 - y0) + 2
    ]
    return median(slopes) if len(slopes) >= 3 else 0.0


def _outermost(edges: Sequence[tuple[float, bool]]) -> float:
    """The smallest edge that three lines keep within a few points, or two when one of them is long."""
    ordered = sorted(edges)
    for edge, _ in ordered:
        near = [long for other, long in ordered if abs(other - edge) < 5]
        if len(near) >= 3 or (len(near) == 2 and any(near)):
            return edge
    return ordered[0][0] if ordered else 0.0
