"""Photographed sheets are found and laid flat; scanned pages are left as they are."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.ocr.photo import evenly_lit, laid_flat, sheet_corners
from schemas.image import PageImage, Pixels
from tests.pipeline.ocr.specimens import striped_page

SIZE = (827, 1169)
"""Of the photograph and of the sheet before it is seen aslant: A4 at 100 dpi."""
POINTS = 72 / 100
CORNERS = ((70, 60), (760, 90), (740, 1100), (50, 1080))


def sheet() -> Pixels:
    """Lines of text, and one black oblong in the upper left."""
    page = cv2.resize(striped_page(), SIZE, interpolation=cv2.INTER_AREA)
    page[180:210, 120:300] = 0
    return np.asarray(page, np.uint8)


def photographed(
    page: Pixels, corners: tuple[tuple[float, float], ...] = CORNERS, desk: tuple[int, int, int] = (96, 80, 66)
) -> Pixels:
    """``page`` seen with its corners at ``corners``, on a desk of that colour."""
    width, height = SIZE
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    view = cv2.getPerspectiveTransform(flat, np.array(corners, np.float32))
    coloured = page if page.ndim == 3 else cv2.cvtColor(page, cv2.COLOR_GRAY2RGB)
    return np.asarray(cv2.warpPerspective(coloured, view, SIZE, borderValue=desk), np.uint8)


def picture(pixels: Pixels) -> PageImage:
    return PageImage(1, SIZE[0] * POINTS, SIZE[1] * POINTS, 100.0, pixels)


def oblong(pixels: Pixels) -> tuple[float, float]:
    """The middle of the large black oblong, in pixels."""
    grey = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    ink = cv2.morphologyEx((grey < 25).astype(np.uint8), cv2.MORPH_OPEN, np.ones((15, 60), np.uint8))
    rows, columns = np.nonzero(ink)
    return float(columns.mean()), float(rows.mean())


def test_a_scanned_page_is_left_as_it_is() -> None:
    page = sheet()
    laid = laid_flat(picture(page))
    assert laid.pixels is page
    assert laid.displayed is None


def test_a_page_with_one_black_edge_is_no_photograph() -> None:
    page = sheet()
    page[:, :30] = 0
    assert laid_flat(picture(page)).displayed is None


@pytest.mark.parametrize("desk", [(96, 80, 66), (40, 40, 42), (120, 150, 90)])
def test_the_sheet_fills_the_page_and_points_find_back(desk: tuple[int, int, int]) -> None:
    seen = photographed(sheet(), desk=desk)
    laid = laid_flat(picture(seen))
    assert laid.displayed is not None
    assert (laid.width, laid.height) == pytest.approx((595.3, 841.9), abs=1)
    assert oblong(laid.pixels) == pytest.approx(oblong(sheet()), abs=8)
    x, y = oblong(laid.pixels)
    assert laid.displayed.point(x * POINTS, y * POINTS) == pytest.approx(
        tuple(each * POINTS for each in oblong(seen)), abs=1.5
    )


@settings(max_examples=15, deadline=None)
@given(st.lists(st.floats(-35, 35), min_size=8, max_size=8))
def test_corners_are_found_wherever_they_are(moves: list[float]) -> None:
    corners = tuple((x + moves[2 * at], y + moves[2 * at + 1]) for at, (x, y) in enumerate(CORNERS))
    found = sheet_corners(photographed(sheet(), corners))
    assert found is not None
    assert np.abs(found - np.array(corners)).max() < 8


def test_a_desk_without_a_sheet_has_no_corners() -> None:
    noise = np.random.default_rng(3).integers(60, 120, (1169, 827, 3), np.uint8)
    assert sheet_corners(noise) is None


def test_even_light_makes_paper_one_brightness_and_leaves_print_dark() -> None:
    page = sheet()
    slope = np.linspace(1.0, 0.45, SIZE[0], dtype=np.float32)
    lit = evenly_lit((page * slope).astype(np.uint8), 100.0)
    bare = lit[page == 255]
    assert np.percentile(bare, 5) > 0.93 * np.percentile(bare, 95)
    assert np.percentile(lit[page < 30], 95) < 80


def test_a_shaded_scan_is_lit_evenly_though_no_desk_is_seen() -> None:
    slope = np.linspace(1.0, 0.55, SIZE[1], dtype=np.float32)[:, None]
    laid = laid_flat(picture((sheet() * slope).astype(np.uint8)))
    assert laid.displayed is None
    assert np.median(laid.pixels[-60:]) > 0.93 * np.median(laid.pixels[:60])
