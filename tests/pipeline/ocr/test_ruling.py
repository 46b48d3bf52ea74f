"""Ruled tables are found with their merged cells; frames, stamps and short rules are none."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.ocr.ruling import find_grids
from schemas.image import Pixels
from tests.pipeline.ocr.specimens import DPI

XS, YS = (200, 400, 900, 1400), (300, 400, 520, 700)


def blank() -> Pixels:
    return np.full((2339, 1654), 255, np.uint8)


def ruled(*missing: tuple[tuple[int, int], tuple[int, int]], thick: int = 3) -> Pixels:
    """A table of three rows and columns, without the stretches in ``missing``."""
    page = blank()
    for y in YS:
        cv2.line(page, (XS[0], y), (XS[-1], y), 0, thick)
    for x in XS:
        cv2.line(page, (x, YS[0]), (x, YS[-1]), 0, thick)
    for start, end in missing:
        cv2.line(page, start, end, 255, thick + 4)
    return page


def spans(page: Pixels) -> list[tuple[int, int, int, int]]:
    (grid,) = find_grids(page, DPI)
    return [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells]


@pytest.mark.parametrize("thick", [1, 3, 6])
def test_a_table_has_its_rows_and_columns(thick: int) -> None:
    assert spans(ruled(thick=thick)) == [(row, column, 1, 1) for row in range(3) for column in range(3)]


def test_boxes_are_in_points() -> None:
    (grid,) = find_grids(ruled(), DPI)
    assert grid.box.rounded() == pytest.approx((72, 108, 504, 252), abs=1.5)
    assert grid.cells[1].box.x0 == pytest.approx(144, abs=1.5)


def test_cells_without_a_rule_between_them_are_one() -> None:
    across = ruled(((400, 310), (400, 390)))
    assert spans(across)[:2] == [(0, 0, 1, 2), (0, 2, 1, 1)]
    down = ruled(((210, 520), (390, 520)))
    assert (1, 0, 2, 1) in spans(down)


def test_broken_rules_are_mended() -> None:
    assert len(spans(ruled(((600, 400), (606, 400)), ((400, 450), (400, 455))))) == 9


def test_two_tables_are_two_grids_from_top_to_bottom() -> None:
    page = ruled()
    page[1000:1500] = page[250:750]
    first, second = find_grids(page, DPI)
    assert first.box.y0 < second.box.y0


@pytest.mark.parametrize("kind", ["frame", "two rules", "stamp", "underline", "text"])
def test_what_is_no_table_gives_none(kind: str) -> None:
    page = blank()
    if kind == "frame":
        cv2.rectangle(page, (200, 300), (900, 500), 0, 3)
    elif kind == "two rules":
        cv2.line(page, (250, 300), (450, 300), 0, 2)
        cv2.line(page, (900, 300), (1300, 300), 0, 2)
    elif kind == "stamp":  # 35 mm wide, as the Decree has it
        cv2.rectangle(page, (200, 300), (475, 690), 0, 3)
        cv2.line(page, (200, 400), (475, 400), 0, 3)
        cv2.line(page, (300, 400), (300, 690), 0, 3)
    elif kind == "underline":
        cv2.line(page, (100, 300), (1500, 305), 0, 3)
        cv2.line(page, (300, 200), (310, 900), 0, 3)
    else:
        cv2.putText(page, "HHH EEE TTT LLL", (200, 600), cv2.FONT_HERSHEY_SIMPLEX, 2, 0, 4)
    assert find_grids(page, DPI) == ()
