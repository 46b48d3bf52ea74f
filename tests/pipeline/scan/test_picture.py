"""Image files: their size in points, what is done about resolutions, colours and broken pages."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

from pipeline.scan.limits import Limits
from pipeline.scan.picture import A4_WIDTH, picture_pages
from schemas.image import PageImage
from schemas.text import Page
from tests.pipeline.scan.specimens import image_file, picture, tiff_file


def only_page(data: bytes) -> PageImage:
    (page,) = picture_pages(data, Limits())
    assert isinstance(page, PageImage)
    return page


@pytest.mark.parametrize("options", [{}, {"dpi": (72, 72)}, {"dpi": (1, 1)}])
def test_an_image_without_a_credible_resolution_counts_as_a4_wide(options: dict[str, object]) -> None:
    page = only_page(image_file("JPEG", picture(size=(1654, 2339)), **options))
    assert page.width == pytest.approx(A4_WIDTH)
    assert page.dpi == pytest.approx(200, abs=0.5)
    assert page.height == pytest.approx(842, abs=1)


def test_the_stated_resolution_gives_the_size() -> None:
    page = only_page(image_file("PNG", picture(size=(1240, 1754)), dpi=(150, 150)))
    assert (round(page.width), round(page.height), round(page.dpi)) == (595, 842, 150)


def test_more_than_300_dpi_is_brought_down() -> None:
    page = only_page(image_file("PNG", picture(size=(2400, 3000)), dpi=(600, 600)))
    assert round(page.dpi) == 300
    assert page.pixels.shape == (1500, 1200)
    assert round(page.width) == 288


def test_fax_pages_get_square_pixels() -> None:
    page = only_page(image_file("TIFF", picture("1", (1728, 1100)), dpi=(204, 98), compression="group4"))
    assert page.pixels.shape[0] == pytest.approx(1100 * 204 / 98, abs=2)
    assert round(page.dpi) == 204
    assert round(page.height) == round(1100 / 98 * 72)


def test_a_phone_picture_stands_as_it_is_displayed() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    page = only_page(image_file("JPEG", picture(size=(1000, 700)), exif=exif))
    assert page.pixels.shape == (1000, 700)
    assert page.width == pytest.approx(A4_WIDTH)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16"])
def test_every_mode_becomes_grey_or_rgb_on_white(mode: str) -> None:
    if mode == "I;16":
        image = Image.fromarray(np.where(np.asarray(picture()) > 0, 65535, 0).astype(np.uint16))
    elif mode in ("RGBA", "LA"):
        image = picture().convert(mode)
        image.putalpha(picture().point(lambda level: 255 - level))
    else:
        image = picture().convert(mode)
    page = only_page(image_file("TIFF" if mode == "CMYK" else "PNG", image))
    assert page.pixels.dtype == np.uint8
    scale = page.pixels.shape[1] / 827
    assert page.pixels[round(120 * scale), round(150 * scale)].max() < 40
    assert page.pixels[round(600 * scale), round(400 * scale)].min() > 200


def test_the_pages_of_a_tiff_come_in_order() -> None:
    pages = list(picture_pages(tiff_file(3, dpi=(200, 200)), Limits()))
    assert [page.number for page in pages] == [1, 2, 3]


def test_a_tiff_page_that_does_not_decode_is_in_trouble_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seek = TiffImageFile.seek

    def broken_second(self: TiffImageFile, frame: int) -> None:
        if frame == 1:
            raise OSError("decoder error")
        seek(self, frame)

    monkeypatch.setattr(TiffImageFile, "seek", broken_second)
    pages = list(picture_pages(tiff_file(3), Limits()))
    assert [isinstance(page, PageImage) for page in pages] == [True, False, True]
    assert isinstance(pages[1], Page)
    assert pages[1].trouble
