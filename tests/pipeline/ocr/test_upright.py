"""Pages are made upright, and every point finds back to the page as displayed."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from pipeline.ocr.upright import Upright, skew_of, straightened, turned, without_black_edges
from schemas.geometry import Box
from schemas.image import Pixels
from tests.pipeline.ocr.specimens import DPI, PAPER, striped_page


def skewed(pixels: Pixels, degrees: float) -> Pixels:
    """``pixels`` turned counter-clockwise on white paper."""
    return np.asarray(Image.fromarray(pixels).rotate(degrees, fillcolor="white", resample=Image.Resampling.BILINEAR))


def dark_box(pixels: Pixels, dpi: float = DPI) -> Box:
    """The box around everything dark, in points."""
    rows, columns = np.nonzero(pixels < 128)
    scale = 72 / dpi
    return Box(columns.min() * scale, rows.min() * scale, (columns.max() + 1) * scale, (rows.max() + 1) * scale)


def marked() -> Pixels:
    """An A4 page with one black oblong in its upper left."""
    page = np.full((PAPER[1], PAPER[0]), 255, np.uint8)
    page[400:440, 300:500] = 0
    return page


@pytest.mark.parametrize("degrees", [-5.0, -3.3, -1.0, -0.4, 0.0, 0.4, 1.7, 5.0])
def test_skew_is_measured_to_a_fifth_of_a_degree(degrees: float) -> None:
    assert skew_of(skewed(striped_page(), degrees)) == pytest.approx(-degrees, abs=0.2)


def test_an_empty_page_has_no_skew() -> None:
    assert skew_of(np.full((1000, 800), 255, np.uint8)) == 0.0


def test_noise_has_no_skew() -> None:
    noise = np.random.default_rng(1).integers(0, 2, (1200, 900), dtype=np.uint8) * 255
    assert skew_of(noise) == 0.0


def test_a_level_page_is_left_as_it_is() -> None:
    page = Upright(striped_page(), 595, 842, None)
    assert straightened(page, DPI) is page


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_maps_back(degrees: int) -> None:
    page = marked()
    width, height = PAPER[0] * 72 / DPI, PAPER[1] * 72 / DPI
    upright = turned(Upright(page, width, height, None), degrees)
    assert upright.displayed is not None
    back = upright.displayed.box(dark_box(upright.pixels))
    assert back.rounded() == pytest.approx(dark_box(page).rounded(), abs=0.5)
    assert (upright.width, upright.height) == ((height, width) if degrees != 180 else (width, height))


@pytest.mark.parametrize("degrees", [-4.0, 2.5])
@pytest.mark.parametrize("quarter", [0, 90])
def test_a_straightened_page_maps_back(degrees: float, quarter: int) -> None:
    page = marked()
    width, height = PAPER[0] * 72 / DPI, PAPER[1] * 72 / DPI
    upright = straightened(turned(Upright(page, width, height, None), quarter), DPI, degrees)
    assert upright.displayed is not None
    back = upright.displayed.box(dark_box(upright.pixels)).centre
    assert back == pytest.approx(dark_box(page).centre, abs=1.0)


def test_bare_corners_take_the_colour_of_the_paper() -> None:
    paper = np.full((900, 700, 3), (230, 220, 200), np.uint8)
    level = straightened(Upright(paper, 252, 324, None), DPI, 4.0)
    assert np.abs(level.pixels[0, 0].astype(int) - (230, 220, 200)).max() <= 2


def test_black_edges_are_painted_over_and_text_is_not() -> None:
    page = striped_page()
    page[:, :40] = 0
    page[-30:, :] = 0
    cleaned = without_black_edges(page)
    assert cleaned[:, :40].min() > 200
    assert cleaned[-30:, :].min() > 200
    assert np.array_equal(cleaned[300:2000, 190:1500], page[300:2000, 190:1500])


def test_a_page_with_clean_edges_is_not_copied() -> None:
    page = striped_page()
    assert without_black_edges(page) is page
