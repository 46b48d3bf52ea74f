"""Connected pieces of ink in a small picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]

INK = 0.38
"""From which darkness between paper (0) and the darkest ink (1) a pixel counts as ink."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One connected piece: its number in the labels, its bounds, how many pixels it has, its centre."""

    label: int
    x0: int
    y0: int
    x1: int
    y1: int
    area: int
    centre_x: float
    centre_y: float

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        return self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Pieces:
    """``labels`` (h, w) holds a piece's number at each of its pixels, 0 on paper."""

    labels: NDArray[np.int32]
    found: tuple[Piece, ...]

    def mask(self, piece: Piece) -> Mask:
        return np.asarray(self.labels == piece.label, dtype=np.bool_)

    def leans(self, piece: Piece, em: float) -> bool:
        """Whether a piece is one straight stroke that leans to the right, 7 to 37 degrees: a printed slash."""
        rows, columns = np.nonzero(self.labels[piece.y0 : piece.y1, piece.x0 : piece.x1] == piece.label)
        if piece.height < 0.5 * em or rows.size < 4:
            return False
        slope, start = line_through(rows, columns)
        off = np.abs(columns - (slope * rows + start))
        return bool(-0.75 < slope < -0.12 and off.max() < 0.11 * em)


def line_through(rows: NDArray[Any], columns: NDArray[Any]) -> tuple[float, float]:
    """Slope and start of the line ``columns = slope * rows + start`` nearest to some pixels (least squares)."""
    middle, centre = float(rows.mean()), float(columns.mean())
    off = rows - middle
    slope = float(off @ columns) / max(float(off @ off), 1e-9)
    return slope, centre - slope * middle


def pieces(mask: Mask) -> Pieces:
    """The 8-connected pieces of ``mask`` (h, w)."""
    import cv2

    count, labels, stats, centres = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    found = tuple(
        Piece(i, int(x), int(y), int(x + w), int(y + h), int(area), float(centres[i][0]), float(centres[i][1]))
        for i, (x, y, w, h, area) in enumerate(stats[1:count], start=1)
    )
    return Pieces(np.asarray(labels, dtype=np.int32), found)
