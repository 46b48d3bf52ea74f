"""Image files as pages: JPEG, PNG, HEIC, and TIFF with many pages, through Pillow."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from pipeline.scan.content import Content, head_of, stream_of
from pipeline.scan.limits import Limits
from schemas.errors import DamagedFileError, TooLargeError
from schemas.image import PageImage
from schemas.text import Page

A4_WIDTH = 595.276
_DAMAGED = "Ảnh bị hỏng hoặc tải chưa hết; hãy quét lại hoặc xin lại tệp gốc rồi đưa vào."
_LEAST_DPI, _MOST_DPI, _MOST_POINTS = 100.0, 2400.0, 1_300.0
_MOST_READING_DPI = 300.0
_FAILURES = (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError)
"""What Pillow's decoders raise on broken files."""


def count_pictures(data: Content, limits: Limits) -> int:
    """Pages of the image file ``data``; a file of one page is decoded to see that it is whole.

    Raises ``DamagedFileError`` or ``TooLargeError``.
    """
    with _opened(data) as image:
        try:
            count = int(getattr(image, "n_frames", 1))
            if image.format != "TIFF":
                count = 1  # of an animated PNG or a phone's JPEG with a preview, the first picture counts
            _refuse_size(image, limits, count)
            if count == 1:
                image.load()
        except _FAILURES as error:
            raise DamagedFileError(_DAMAGED) from error
    return count


def _opened(data: Content) -> Image.Image:
    if head_of(data, 8)[4:] == b"ftyp":
        import pi_heif

        pi_heif.register_heif_opener(thumbnails=False)
    with warnings.catch_warnings():
        # Of broken files we say so ourselves; our own limit on pixels is checked before anything is decoded.
        warnings.simplefilter("ignore")
        try:
            return Image.open(stream_of(data))
        except Image.DecompressionBombError as error:
            raise TooLargeError(_too_many_pixels()) from error
        except (UnidentifiedImageError, *_FAILURES) as error:
            raise DamagedFileError(_DAMAGED) from error


def _too_many_pixels() -> str:
    return "Ảnh có quá nhiều điểm ảnh; hãy quét lại ở 200–300 dpi."


def _refuse_size(image: Image.Image, limits: Limits, count: int) -> None:
    if count > limits.pages:
        raise TooLargeError(f"Tệp TIFF có {count} trang (tối đa {limits.pages}); hãy tách thành nhiều tệp.")
    if image.width * image.height > limits.pixels:
        raise TooLargeError(_too_many_pixels())
    if image.width < 2 or image.height < 2:
        raise DamagedFileError(_DAMAGED)


def picture_pages(data: Content, limits: Limits) -> Iterator[PageImage | Page]:
    """The pages of the image file ``data``; a TIFF page that does not decode is a page in trouble."""
    with _opened(data) as image:
        count = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
        for number in range(1, count + 1):
            try:
                image.seek(number - 1)
                if image.width * image.height > limits.pixels:
                    yield Page(number, None, None, "none", (), trouble="Ảnh của trang này quá lớn để đọc")
                    continue
                page: PageImage | None = _page_image(image, number)
            except _FAILURES as error:
                if count == 1:
                    raise DamagedFileError(_DAMAGED) from error
                yield Page(number, None, None, "none", (), trouble="Không giải mã được ảnh của trang này")
                continue
            assert page is not None
            yield page
            page = None  # before the next is decoded


def _page_image(frame: Image.Image, number: int) -> PageImage:
    across, down = _resolution(frame)
    upright = ImageOps.exif_transpose(frame) or frame
    if upright.size != frame.size:
        across, down = down, across
    pixels = _plain(upright)
    if not across:
        across = down = upright.width / A4_WIDTH * 72
    width, height = upright.width / across * 72, upright.height / down * 72
    dpi = min(max(across, down), _MOST_READING_DPI)
    size = round(width * dpi / 72), round(height * dpi / 72)
    if size != pixels.size:
        # Fax pages have fewer lines than columns to the inch, and 600 dpi reads no better than 300.
        filter_ = Image.Resampling.BOX if size[0] < pixels.width else Image.Resampling.BICUBIC
        pixels = pixels.resize(size, filter_)
    return PageImage(number, width, height, dpi, np.asarray(pixels, dtype=np.uint8))


def _resolution(image: Image.Image) -> tuple[float, float]:
    """Pixels to the inch, across and down, as the file states them; zeros when it does not credibly.

    Cameras and screens write 72 or 96 that mean nothing: a page over A3's long side is not believed.
    """
    stated = image.info.get("dpi", (0, 0))
    try:
        across, down = float(stated[0]), float(stated[1])
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        return 0.0, 0.0
    if min(across, down) < _LEAST_DPI / 2 or not _LEAST_DPI <= max(across, down) <= _MOST_DPI:
        return 0.0, 0.0
    if max(image.width / across, image.height / down) * 72 > _MOST_POINTS:
        return 0.0, 0.0
    return across, down


def _plain(image: Image.Image) -> Image.Image:
    """``image`` as 8-bit grey or RGB, transparency laid on white."""
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode.startswith("I") or image.mode == "F":
        values = np.asarray(image, dtype=np.float32)
        return Image.fromarray((values * (255 / max(1.0, float(values.max())))).astype(np.uint8))
    if "A" in image.getbands() or "transparency" in image.info:
        laid = image.convert("RGBA")
        white = Image.new("RGBA", laid.size, "white")
        return Image.alpha_composite(white, laid).convert("RGB")
    return image.convert("RGB")
