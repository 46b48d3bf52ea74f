"""The right limit of a serial's slot seen in the ink of the symbol behind it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from corpus.simulator.ink import SERIF_FACE, face
from pipeline.handwriting.pieces import pieces
from pipeline.handwriting.place import Place
from pipeline.handwriting.symbol import slashes, with_limit_seen
from schemas.geometry import Box

DPI, SIZE = 200, 13.0
EM = SIZE * DPI / 72
LEFT, FOOT = 300, 100


def printed(text: str) -> tuple[NDArray[np.uint8], float]:
    """A line of print whose ``text`` begins at LEFT, and where it begins in points."""
    image = Image.new("L", (900, 160), 255)
    ImageDraw.Draw(image).text((LEFT, FOOT), text, font=face(SERIF_FACE, round(EM)), fill=0, anchor="ls")
    return np.asarray(image, np.uint8), LEFT * 72 / DPI


def serial(right: float, sure: bool = False) -> Place:
    top = (FOOT - 0.7 * EM) * 72 / DPI
    return Place("serial", Box(right - 40, top, right, top + 9), SIZE, True, sure)


@pytest.mark.parametrize("off", [-8.0, -3.0, 0.0, 4.0, 9.0])
@pytest.mark.parametrize("symbol", ["/UBND-KT", "/QĐ-UBND", "/BC-SYT", "/TTr-SNV"])
def test_a_reckoned_limit_moves_to_the_slash(symbol: str, off: float) -> None:
    image, start = printed(symbol)
    place = with_limit_seen(serial(start + off), image, DPI)
    assert place.box.x1 == pytest.approx(start, abs=1.5)
    assert place.sure_right


def test_a_slash_that_touches_its_capital_is_found() -> None:
    slash, _ = printed("/")
    letters, _ = printed("BC-UBND")
    joined = np.minimum(slash, np.roll(letters, round(0.2 * EM), axis=1))
    found = pieces(joined < 128)
    assert len(found.found) == 7
    assert [piece.x0 for piece in slashes(found, EM)] == [pytest.approx(LEFT, abs=3)]


def test_a_slash_lost_in_the_last_digit_leaves_room_before_the_first_capital() -> None:
    image, start = printed("GM-TBKL")
    assert with_limit_seen(serial(start - 2), image, DPI).box.x1 == pytest.approx(start - 0.3 * SIZE, abs=1.5)


@pytest.mark.parametrize("text", ["", "47", "về việc"])
def test_without_a_symbol_the_limit_stays(text: str) -> None:
    image, start = printed(text)
    assert with_limit_seen(serial(start), image, DPI) == serial(start)


def test_a_limit_that_a_word_gave_moves_only_to_a_slash() -> None:
    image, start = printed("/UBND-KT")
    assert with_limit_seen(serial(start - 7, sure=True), image, DPI).box.x1 == pytest.approx(start, abs=1.5)
    capitals, begin = printed("UBND-KT")
    assert with_limit_seen(serial(begin + 2, sure=True), capitals, DPI) == serial(begin + 2, sure=True)


def test_the_slash_is_the_last_stroke_that_leans_before_the_capitals() -> None:
    image, start = printed("//KH-SYT")
    behind = start + 0.28 * SIZE
    assert with_limit_seen(serial(start), image, DPI).box.x1 == pytest.approx(behind, abs=1.5)
