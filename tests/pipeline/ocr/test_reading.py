"""The way of one page picture, with an engine that answers what was recorded."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from pipeline.ocr.engine import EngineTroubleError
from pipeline.ocr.reading import READING_DPI, recognize
from schemas.image import Pixels
from tests.pipeline.ocr.specimens import DPI, RecordedEngine, enough, letter_picture, page_image, striped_page, word


def blank(size: tuple[int, int] = (2339, 1654)) -> Pixels:
    return np.full(size, 255, np.uint8)


def test_a_page_has_the_engines_words_and_its_own_size() -> None:
    read = recognize(page_image(blank()), RecordedEngine([enough()]))
    assert read.page.words == enough()
    assert (read.page.source, read.page.trouble, read.page.displayed) == ("ocr", None, None)
    assert (round(read.page.width or 0), round(read.page.height or 0)) == (595, 842)
    assert (read.dpi, read.pixels.shape) == (DPI, (2339, 1654))


def test_the_engine_sees_the_reading_resolution_and_the_picture_keeps_its_own() -> None:
    engine = RecordedEngine([enough()])
    read = recognize(page_image(blank((3508, 2480)), dpi=300), engine)
    assert engine.asked[0] == ("page", (2339, 1653), READING_DPI)
    assert (read.dpi, read.pixels.shape) == (300, (3508, 2480))


@pytest.mark.parametrize("reason", ["Tesseract đọc trang này quá lâu", "Tesseract dừng vì lỗi ở trang này"])
def test_an_engine_that_hangs_or_crashes_is_the_pages_trouble(reason: str) -> None:
    read = recognize(page_image(striped_page()), RecordedEngine([EngineTroubleError(reason)]))
    assert (read.page.words, read.page.trouble) == ((), reason)


def test_a_blank_back_with_some_dirt_has_no_words() -> None:
    dirt = (word("xế", confidence=0.5), word("-", confidence=0.4))
    page = recognize(page_image(blank()), RecordedEngine([dirt], when_done=lambda: dirt)).page
    assert (page.words, page.source) == ((), "none")


def test_a_page_on_its_head_is_turned_and_maps_back() -> None:
    engine = RecordedEngine([enough(0.2), enough(0.2)], turned_by=180, when_done=enough)
    page = recognize(page_image(blank()), engine).page
    assert page.words == enough()
    assert page.displayed is not None
    first = page.words[0].box
    assert first is not None
    assert page.displayed.box(first).rounded() == pytest.approx((505.4, 780.0, 545.4, 792.0), abs=0.2)


def test_a_page_that_reads_no_better_turned_stays() -> None:
    engine = RecordedEngine([], turned_by=90, when_done=lambda: enough(0.4))
    assert recognize(page_image(blank()), engine).page.displayed is None


def test_a_page_that_reads_well_is_not_turned() -> None:
    engine = RecordedEngine([enough()], turned_by=180)
    assert recognize(page_image(blank()), engine).page.displayed is None
    assert len(engine.asked) == 1


def test_the_red_layer_is_read_by_itself_and_its_words_are_red() -> None:
    page = letter_picture()
    page.paste((215, 30, 35), (700, 1800, 1000, 1840))
    stamped = word("GIÁM", (252, 648, 360, 662))
    engine = RecordedEngine([enough(), (), (stamped,)])
    words = recognize(page_image(np.asarray(page)), engine).page.words
    assert [(each.text, each.ink) for each in words[-1:]] == [("GIÁM", "red")]
    assert {each.ink for each in words[:-1]} == {"black"}


def test_a_crooked_page_is_levelled() -> None:
    crooked = np.asarray(Image.fromarray(striped_page()).rotate(2.0, fillcolor="white"))
    read = recognize(page_image(crooked), RecordedEngine([enough()], when_done=enough))
    assert read.page.displayed is not None
    assert read.page.displayed.yx == pytest.approx(-np.sin(np.radians(2.0)), abs=0.004)


def test_lines_that_run_up_the_page_are_turned_though_they_were_read() -> None:
    upwards = tuple(word(f"chữ{n}", (50 + n * 20, 50, 62 + n * 20, 90)) for n in range(20))
    engine = RecordedEngine([upwards, enough(0.5), upwards], when_done=enough)
    page = recognize(page_image(blank()), engine).page
    assert page.displayed is not None
    assert (round(page.width or 0), round(page.height or 0)) == (842, 595)
