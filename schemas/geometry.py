"""Boxes on a page, in points (1/72 inch) from the top-left corner of the page as displayed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; ``x1`` and ``y1`` lie outside it, as in a half-open range."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def contains(self, x: float, y: float) -> bool:
        return self.x0 <= x < self.x1 and self.y0 <= y < self.y1

    def overlap(self, other: Box) -> float:
        """Area shared with ``other``, in square points; 0 when they do not touch."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        return width * height if width > 0 and height > 0 else 0.0

    def scaled(self, factor: float) -> Box:
        return Box(self.x0 * factor, self.y0 * factor, self.x1 * factor, self.y1 * factor)

    def grown(self, margin: float) -> Box:
        return Box(self.x0 - margin, self.y0 - margin, self.x1 + margin, self.y1 + margin)

    def rounded(self) -> tuple[float, float, float, float]:
        """Corners to a tenth of a point: what is written to a record."""
        return round(self.x0, 1), round(self.y0, 1), round(self.x1, 1), round(self.y1, 1)


def hull(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around all of ``boxes``; ``None`` when there are none."""
    found = tuple(boxes)
    if not found:
        return None
    return Box(
        min(box.x0 for box in found),
        min(box.y0 for box in found),
        max(box.x1 for box in found),
        max(box.y1 for box in found),
    )


@dataclass(frozen=True, slots=True)
class Projection:
    """A map of points of one plane to another's that keeps straight lines straight.

    ``x' = (xx * x + xy * y + dx) / w`` and ``y' = (yx * x + yy * y + dy) / w`` with
    ``w = px * x + py * y + 1``, which is 1 unless the page was photographed aslant.
    """

    xx: float = 1.0
    xy: float = 0.0
    dx: float = 0.0
    yx: float = 0.0
    yy: float = 1.0
    dy: float = 0.0
    px: float = 0.0
    py: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        w = self.px * x + self.py * y + 1.0
        return (self.xx * x + self.xy * y + self.dx) / w, (self.yx * x + self.yy * y + self.dy) / w

    def box(self, box: Box) -> Box:
        """The smallest upright box around the mapped corners of ``box``."""
        corners = [self.point(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))
