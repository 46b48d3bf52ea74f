"""Inks are told apart by colour, whatever the colour of the paper."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.ocr.ink import split_inks, with_inks
from schemas.image import Pixels
from tests.pipeline.ocr.specimens import DPI, word

INKS = {"black": (25, 25, 30), "red": (215, 40, 45), "blue": (40, 50, 170)}


def inked(paper: tuple[int, int, int] = (255, 255, 255)) -> Pixels:
    """A page with a bar of each ink, 100 points wide, at 100, 200 and 300 points from the top."""
    page = np.full((1170, 827, 3), paper, np.uint8)
    for number, colour in enumerate(INKS.values(), 1):
        top = round(number * 100 * DPI / 72)
        page[top : top + 30, 278:556] = colour
    return page


@pytest.mark.parametrize("paper", [(255, 255, 255), (235, 225, 205), (205, 215, 235)])
def test_words_have_the_ink_they_are_written_in(paper: tuple[int, int, int]) -> None:
    words = [word(ink, (100, 100 * n, 200, 100 * n + 10)) for n, ink in enumerate(INKS, 1)]
    assert [each.ink for each in with_inks(words, split_inks(inked(paper)), DPI)] == list(INKS)


def test_the_black_layer_has_no_red_and_the_red_layer_nothing_else() -> None:
    layers = split_inks(inked())
    assert layers.red is not None
    bars = [slice(round(n * 100 * DPI / 72) + 5, round(n * 100 * DPI / 72) + 25) for n in (1, 2, 3)]
    assert [layers.black[bar, 300:500].mean() < 100 for bar in bars] == [True, False, True]
    assert [layers.red[bar, 300:500].mean() < 100 for bar in bars] == [False, True, False]


def test_print_under_a_red_stamp_stays_black() -> None:
    page = inked()
    page[278:308, 100:300] = (110, 15, 20)  # black under red
    assert split_inks(page).black[280:300, 110:250].mean() < 130


def test_a_grey_page_has_one_ink() -> None:
    layers = split_inks(np.full((100, 100), 255, np.uint8))
    assert (layers.red, layers.red_mask, layers.blue_mask) == (None, None, None)
    assert with_inks([word("chữ")], layers, DPI)[0].ink == "black"


def test_a_speck_of_red_is_no_layer() -> None:
    page = np.full((1000, 800, 3), 255, np.uint8)
    page[10:15, 10:15] = INKS["red"]
    assert split_inks(page).red is None
