"""Ruled tables of scanned pages, from their long straight lines."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from schemas.geometry import Box
from schemas.grids import grid_of
from schemas.image import Pixels
from schemas.text import Grid

_LEAST_RULE = 22.0  # points: longer than any stroke of a letter, shorter than a table's smallest cell
_LEAST_WIDTH, _LEAST_HEIGHT = 120.0, 24.0  # points: a stamp's frame is 100 points wide (35 mm)
_REACH = 3.0  # points by which lines that should meet miss each other


def find_grids(black: Pixels, dpi: float) -> tuple[Grid, ...]:
    """Tables ruled on the upright page ``black`` (grey), at least two rows and two columns each."""
    ink = cv2.threshold(black, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    length = max(round(_LEAST_RULE * dpi / 72), 8)
    across, down = _rules(ink, (length, 1)), _rules(ink, (1, length))
    both = cv2.dilate(across | down, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(both, connectivity=8)
    grids = []
    for index in range(1, count):
        x, y, wide, high, _ = (int(value) for value in stats[index])
        if wide * 72 / dpi < _LEAST_WIDTH or high * 72 / dpi < _LEAST_HEIGHT:
            continue
        mask = (labels[y : y + high, x : x + wide] == index).astype(np.uint8) * 255
        window = (slice(y, y + high), slice(x, x + wide))
        grid = _grid(across[window] & mask, down[window] & mask, (x, y), dpi)
        if grid is not None:
            grids.append(grid)
    return tuple(sorted(grids, key=lambda grid: (grid.box.y0, grid.box.x0)))


def _rules(ink: Pixels, size: tuple[int, int]) -> Pixels:
    """Straight lines of at least ``size`` in ``ink``, small gaps closed first."""
    gap = (5, 1) if size[1] == 1 else (1, 5)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(gap[::-1], np.uint8))
    rules: Pixels = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(size[::-1], np.uint8))
    return rules


def _grid(across: Pixels, down: Pixels, origin: tuple[int, int], dpi: float) -> Grid | None:
    """The table of one connected drawing of rules; ``None`` when it is no table."""
    reach = max(round(_REACH * dpi / 72), 2)
    ys = _positions(across, axis=1, reach=reach)
    xs = _positions(down, axis=0, reach=reach)
    if len(xs) < 3 or len(ys) < 3:
        return None
    cells = _merged_cells(xs, ys, across, down, reach)
    scale = 72 / dpi
    boxes = [
        Box((x0 + origin[0]) * scale, (y0 + origin[1]) * scale, (x1 + origin[0]) * scale, (y1 + origin[1]) * scale)
        for x0, y0, x1, y1 in cells
    ]
    return grid_of(boxes)


def _positions(rules: Pixels, axis: int, reach: int) -> list[int]:
    """Where lines lie, as their middles: places with enough ink along ``axis``."""
    weight = (rules > 0).sum(axis=axis)
    wanted = max(12, 0.1 * rules.shape[axis])
    places = np.flatnonzero(_smeared(weight, reach) >= wanted)
    groups: list[list[int]] = []
    for place in places.tolist():
        if groups and place - groups[-1][-1] <= reach:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [round(sum(group) / len(group)) for group in groups]


def _smeared(
    weight: np.ndarray[tuple[int, ...], np.dtype[np.int64]], reach: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """``weight`` summed over ``reach`` neighbours: a rule that is not quite level is spread over some rows."""
    return np.convolve(weight, np.ones(reach), mode="same")


def _merged_cells(
    xs: Sequence[int], ys: Sequence[int], across: Pixels, down: Pixels, reach: int
) -> list[tuple[int, int, int, int]]:
    """Cells between the lines; where the line between two is not drawn they are one, if that is a rectangle."""
    columns, rows = len(xs) - 1, len(ys) - 1
    owner = np.arange(rows * columns).reshape(rows, columns)
    for row in range(rows):
        for column in range(columns):
            if column + 1 < columns and not _drawn(down, xs[column + 1], ys[row], ys[row + 1], reach, upright=True):
                _join(owner, owner[row, column], owner[row, column + 1])
            if row + 1 < rows and not _drawn(across, ys[row + 1], xs[column], xs[column + 1], reach, upright=False):
                _join(owner, owner[row, column], owner[row + 1, column])
    cells = []
    for value in np.unique(owner):
        at_rows, at_columns = np.nonzero(owner == value)
        top, bottom, left, right = at_rows.min(), at_rows.max(), at_columns.min(), at_columns.max()
        cells.append((xs[left], ys[top], xs[right + 1], ys[bottom + 1]))
    return cells


def _join(owner: np.ndarray[tuple[int, ...], np.dtype[np.int64]], first: int, second: int) -> None:
    owner[owner == second] = first


def _drawn(rules: Pixels, at: int, start: int, end: int, reach: int, upright: bool) -> bool:
    """Whether a line is drawn at ``at`` along most of ``start`` to ``end``."""
    low, high = max(at - reach, 0), at + reach + 1
    inner = slice(start + reach, max(end - reach, start + reach + 1))
    band = rules[inner, low:high] if upright else rules[low:high, inner]
    covered = (band > 0).any(axis=1 if upright else 0)
    return bool(covered.mean() > 0.5) if covered.size else False
