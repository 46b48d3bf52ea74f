"""The real Tesseract, as program and as library: the same promises for both."""

from __future__ import annotations

import os
import time

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.ocr.engine import Engine, EngineTroubleError, choose_engine
from pipeline.ocr.ink import grey_of
from pipeline.ocr.reading import recognize
from schemas.errors import ToolMissingError
from schemas.image import Pixels
from tests.pipeline.ocr.specimens import DPI, LETTER, letter_picture, lettering, page_image

pytestmark = pytest.mark.tesseract


@pytest.fixture(scope="module", params=["program", "library"])
def engine(request: pytest.FixtureRequest) -> Engine:
    try:
        return choose_engine(request.param)
    except ToolMissingError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def letter() -> Pixels:
    try:
        return np.asarray(letter_picture())
    except OSError:
        pytest.skip("DejaVu Serif is not installed")


def share_read(texts: list[str]) -> float:
    """The share of the letter's words that are among ``texts``."""
    wanted = " ".join(LETTER).split()
    return sum(word in texts for word in wanted) / len(wanted)


def test_words_are_read_in_order_with_boxes_and_lines(engine: Engine, letter: Pixels) -> None:
    words = engine.words(grey_of(letter), DPI)
    texts = [word.text for word in words]
    assert share_read(texts) > 0.95
    assert texts[:3] == ["SỞ", "Y", "TẾ"]
    assert len({word.line for word in words}) == len(LETTER)
    first = words[0].box
    assert first is not None
    assert first.x0 == pytest.approx(80 * 72 / DPI, abs=3)
    assert 175 < first.y0 < first.y1 < 200


def test_an_empty_picture_has_no_words(engine: Engine) -> None:
    assert engine.words(np.full((400, 400), 255, np.uint8), DPI) == ()
    assert engine.turn(np.full((400, 400), 255, np.uint8), DPI) is None


@pytest.mark.parametrize("quarters", [2, 3])
def test_a_page_laid_down_wrong_is_read_upright(engine: Engine, letter: Pixels, quarters: int) -> None:
    read = recognize(page_image(np.ascontiguousarray(np.rot90(letter, quarters))), engine)
    assert share_read([word.text for word in read.page.words]) > 0.95
    assert read.pixels.shape == letter.shape
    assert read.page.displayed is not None


def test_a_skewed_page_is_read_level(engine: Engine, letter: Pixels) -> None:
    crooked = np.asarray(Image.fromarray(letter).rotate(4.0, fillcolor="white", resample=3))
    page = recognize(page_image(crooked), engine).page
    assert share_read([word.text for word in page.words]) > 0.95
    tops = [word.box.y1 for word in page.words if word.box and word.line == page.words[20].line]
    assert max(tops) - min(tops) < 6


def test_print_under_a_red_seal_and_a_red_stamp_are_both_read(engine: Engine, letter: Pixels) -> None:
    page = Image.fromarray(letter)
    draw = ImageDraw.Draw(page)
    draw.text((900, 1500), "PHÓ GIÁM ĐỐC", fill=(210, 35, 40), font=lettering(40))
    draw.ellipse((250, 700, 550, 1000), outline=(210, 35, 40), width=8)
    words = recognize(page_image(np.asarray(page)), engine).page.words
    assert share_read([word.text for word in words]) > 0.95
    assert {"PHÓ", "GIÁM", "ĐỐC"} <= {word.text for word in words if word.ink == "red"}


def test_a_page_that_takes_too_long_is_ended(engine: Engine, letter: Pixels) -> None:
    hasty = type(engine)(seconds=0.05)
    began = time.monotonic()
    with pytest.raises(EngineTroubleError, match="quá lâu"):
        hasty.words(grey_of(letter), DPI)
    assert time.monotonic() - began < 5


def test_one_core_is_used(engine: Engine) -> None:
    assert os.environ["OMP_THREAD_LIMIT"] == "1"
