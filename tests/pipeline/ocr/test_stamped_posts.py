"""A deputy's post over the head's is told by its strokes; the head's alone is not taken for it."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.ocr.stamped_posts import with_deputys_post
from schemas.geometry import Box
from schemas.image import Pixels
from schemas.text import Word
from tests.pipeline.ocr.test_covered import DPI, FACE

BLOCK = Box(200, 100, 560, 380)


def block(*lines: tuple[str, int, int]) -> Pixels:
    """A page with lines of bold capitals: text, left and top in pixels."""
    page = Image.new("L", (1654, 1200), 255)
    face = ImageFont.truetype(str(FACE), 38, layout_engine=ImageFont.Layout.BASIC)
    for text, left, top in lines:
        ImageDraw.Draw(page).text((left, top), text, font=face, fill=0)
    return np.array(page, np.uint8)


@pytest.mark.parametrize(
    ("head", "deputy"), [("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), ("CHỦ TỊCH", "PHÓ CHỦ TỊCH"), ("BỘ TRƯỞNG", "THỨ TRƯỞNG")]
)
def test_the_deputys_post_is_told_where_it_runs_into_the_heads(head: str, deputy: str) -> None:
    found = with_deputys_post((), block((head, 900, 330), (deputy, 840, 352)), BLOCK, DPI)
    assert " ".join(word.text for word in found) == deputy
    assert all(word.box and 290 < word.box.x0 < 500 and 120 < word.box.y0 < 145 for word in found)


@pytest.mark.parametrize("post", ["GIÁM ĐỐC", "CHỦ TỊCH", "HIỆU TRƯỞNG", "Trần Hải Đăng"])
def test_the_heads_post_and_names_are_no_deputys(post: str) -> None:
    assert with_deputys_post((), block((post, 900, 340)), BLOCK, DPI) == ()


def test_where_a_post_was_read_nothing_is_looked_for() -> None:
    read = (Word("ĐỐC", Box(400, 120, 430, 132), 0.95),)
    assert with_deputys_post(read, block(("PHÓ GIÁM ĐỐC", 840, 352)), BLOCK, DPI) == read
