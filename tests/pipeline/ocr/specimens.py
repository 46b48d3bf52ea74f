"""Page pictures made here, and an engine that says what it was told to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.ocr.engine import EngineTroubleError, Spread
from schemas.geometry import Box
from schemas.image import PageImage, Pixels
from schemas.text import Word

DPI = 200.0
PAPER = (1654, 2339)  # A4 at 200 dpi

LETTER = (
    "SỞ Y TẾ TỈNH AN PHÚ",
    "Số: 215/SYT-NVY",
    "Kính gửi: Giám đốc các bệnh viện đa khoa trực thuộc",
    "Thực hiện Kế hoạch phòng, chống dịch bệnh năm 2024 của Ủy ban nhân dân tỉnh,",
    "Sở Y tế đề nghị các đơn vị báo cáo kết quả thực hiện và gửi về Sở Y tế qua",
    "phòng Nghiệp vụ Y để tổng hợp, trình Ủy ban nhân dân tỉnh theo quy định.",
    "Trong quá trình thực hiện nếu có khó khăn, vướng mắc, đề nghị các đơn vị phản",
    "ánh về Sở Y tế để được hướng dẫn, giải quyết kịp thời.",
)


def lettering(size: int = 34) -> ImageFont.FreeTypeFont:
    """A typeface with all Vietnamese letters (Liberation Serif lacks many). Raises ``OSError`` without it."""
    return ImageFont.truetype("DejaVuSerif.ttf", size)


def letter_picture(lines: Sequence[str] = LETTER, ink: str = "black") -> Image.Image:
    """A page with ``lines`` of 13-point text from a quarter of the page down."""
    page = Image.new("RGB", PAPER, "white")
    draw = ImageDraw.Draw(page)
    for number, line in enumerate(lines):
        draw.text((80, 500 + number * 70), line, fill=ink, font=lettering())
    return page


def striped_page(size: tuple[int, int] = PAPER) -> Pixels:
    """A page of bars that stand for lines of text, broken into words."""
    page = np.full((size[1], size[0]), 255, np.uint8)
    for top in range(300, size[1] - 300, 60):
        for left in range(200, size[0] - 300, 130):
            page[top : top + 22, left : left + 100] = 0
    return page


def page_image(pixels: Pixels, dpi: float = DPI) -> PageImage:
    height, width = pixels.shape[:2]
    return PageImage(1, width * 72 / dpi, height * 72 / dpi, dpi, pixels)


def word(text: str, box: tuple[float, float, float, float] = (0, 0, 30, 10), confidence: float = 0.95,
         line: int = 0) -> Word:  # fmt: skip
    return Word(text, Box(*box), confidence=confidence, line=line)


def enough(confidence: float = 0.95) -> tuple[Word, ...]:
    """Twenty words, one below the other: a page that has been read."""
    return tuple(word(f"chữ{n}", (50, 50 + n * 20, 90, 62 + n * 20), confidence, n) for n in range(20))


@dataclass
class RecordedEngine:
    """Answers in turn what it was given; notes what it was asked."""

    answers: Sequence[tuple[Word, ...] | EngineTroubleError]
    turned_by: int | None = None
    name: str = "recorded"
    asked: list[tuple[Spread, tuple[int, ...], float]] = field(default_factory=list)
    when_done: Callable[[], tuple[Word, ...]] = tuple

    def words(self, grey: Pixels, dpi: float, spread: Spread = "page") -> tuple[Word, ...]:
        number = len(self.asked)
        self.asked.append((spread, grey.shape, dpi))
        answer = self.answers[number] if number < len(self.answers) else self.when_done()
        if isinstance(answer, EngineTroubleError):
            raise answer
        return answer

    def turn(self, grey: Pixels, dpi: float) -> int | None:
        return self.turned_by
