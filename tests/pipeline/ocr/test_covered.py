"""Syllables under a seal are told by their strokes; where two fit alike nothing is claimed for sure."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

import corpus.typesetter
from corpus.gazetteer.names import NAME_SYLLABLES, SURNAMES, commonness
from pipeline.ocr.covered import hidden_syllables
from pipeline.ocr.half_names import with_whole_names
from schemas.geometry import Box
from schemas.image import Pixels
from schemas.text import Word

DPI = 200.0
SCALE = DPI / 72
LEFT, TOP, SIZE = 500, 300, 38
FACE = Path(corpus.typesetter.__file__).parent / "fonts" / "OfficeSerif-Bold.ttf"


def sealed(name: str, hidden: int) -> tuple[Pixels, tuple[Word, ...]]:
    """A name in print with a seal over its first ``hidden`` words, and the words that can be read."""
    page = Image.new("L", (1200, 600), 255)
    face = ImageFont.truetype(str(FACE), SIZE, layout_engine=ImageFont.Layout.BASIC)
    ImageDraw.Draw(page).text((LEFT, TOP), name, font=face, fill=0)
    pixels = np.array(page, np.uint8)
    words, at = [], float(LEFT)
    for part in name.split():
        box = Box(at / SCALE, (TOP + 2) / SCALE, (at + face.getlength(part)) / SCALE, (TOP + SIZE + 4) / SCALE)
        words.append(Word(part, box, 0.96))
        at += face.getlength(part + " ")
    first = words[hidden].box
    assert first is not None
    for radius, width in ((140, 5), (130, 2), (82, 3)):
        cv2.circle(pixels, (round(first.x0 * SCALE) - radius // 2, TOP - 60), radius, 0, width)
    return pixels, tuple(words[hidden:])


@pytest.mark.parametrize(
    ("name", "hidden"),
    [("Phạm Thúy An", 1), ("Nguyễn Hải Đăng", 1), ("Trương Quốc Bình", 1), ("Quách Thị Mai Hoa", 2), ("Vũ Minh", 1)],
)
def test_what_a_seal_covers_is_told_by_its_strokes(name: str, hidden: int) -> None:
    pixels, read = sealed(name, hidden)
    found = hidden_syllables(read, pixels, DPI)
    assert " ".join(word.text for word in found) == " ".join(name.split()[:hidden])
    assert all(word.box and read[0].box and word.box.x1 <= read[0].box.x0 + 2 for word in found)


def test_names_that_no_list_holds_are_not_made_up_for_sure() -> None:
    pixels, read = sealed("Zweig Hải Đăng", 1)
    assert all(word.confidence < 0.5 for word in hidden_syllables(read, pixels, DPI))


def test_a_seal_without_a_name_under_it_hides_none() -> None:
    pixels, read = sealed("Trần Hải Đăng", 1)
    pixels[:, : LEFT + 78] = 255
    cv2.circle(pixels, (LEFT, TOP - 20), 70, 0, 4)
    assert hidden_syllables(read, pixels, DPI) == ()


def test_a_typeface_that_does_not_fit_says_nothing() -> None:
    pixels, read = sealed("Trần Hải Đăng", 1)
    wrong = tuple(Word("Xuyến", word.box, word.confidence) for word in read)
    assert hidden_syllables(wrong, pixels, DPI) == ()


def test_the_hidden_name_stands_before_what_was_read_and_scraps_go() -> None:
    pixels, read = sealed("Phạm Hải Đăng", 1)
    assert read[0].box is not None
    scrap = Word("4n", Box(read[0].box.x0 - 30, read[0].box.y0, read[0].box.x0 - 4, read[0].box.y1), 0.9)
    words = with_whole_names((scrap, *read), (pixels,), Box(100, 50, 432, 216), DPI, 200)
    assert [word.text for word in words] == ["Phạm", "Hải", "Đăng"]


def test_a_whole_name_is_left_alone() -> None:
    pixels, read = sealed("Phạm Hải Đăng", 0)
    assert with_whole_names(read, (pixels,), Box(100, 50, 432, 216), DPI, 200) == read


def test_the_lists_hold_syllables_in_small_letters() -> None:
    assert all(name == name.lower() and " " not in name for name in SURNAMES | NAME_SYLLABLES)
    assert commonness("nguyễn") > commonness("kiều") > commonness("kpă")
