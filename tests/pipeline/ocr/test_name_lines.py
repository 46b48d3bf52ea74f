"""The signer's name is set right where the ink says so by far, and left as it was read where it does not."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

import corpus.typesetter
from pipeline.ocr.name_lines import with_weighed_name
from pipeline.ocr.name_reading import darkest, weighed_names
from pipeline.ocr.name_strokes import stroke_worth
from schemas.geometry import Box
from schemas.image import Pixels
from schemas.text import Word

DPI = 200.0
SCALE = DPI / 72
LEFT, TOP, SIZE = 640, 300, 38
FACE = Path(corpus.typesetter.__file__).parent / "fonts" / "OfficeSerif-Bold.ttf"
BLOCK = Box(180.0, 40.0, 430.0, 210.0)


def signed(name: str, seal: int | None = None) -> Pixels:
    """A page with ``name`` in print, and a seal of the grey ``seal`` over its left."""
    page = Image.new("L", (1200, 600), 255)
    if seal is not None:
        pixels = np.array(page, np.uint8)
        for radius, width in ((140, 6), (130, 2), (82, 4)):
            cv2.circle(pixels, (LEFT - 20, TOP - 60), radius, seal, width)
        page = Image.fromarray(pixels)
    face = ImageFont.truetype(str(FACE), SIZE, layout_engine=ImageFont.Layout.BASIC)
    ImageDraw.Draw(page).text((LEFT, TOP), name, font=face, fill=20)
    return np.array(page, np.uint8)


def words(name: str, *sure: float) -> tuple[Word, ...]:
    face = ImageFont.truetype(str(FACE), SIZE, layout_engine=ImageFont.Layout.BASIC)
    found, at = [], float(LEFT)
    for part, confidence in zip(name.split(), sure, strict=True):
        box = Box(at / SCALE, (TOP + 2) / SCALE, (at + face.getlength(part)) / SCALE, (TOP + SIZE + 4) / SCALE)
        found.append(Word(part, box, confidence))
        at += face.getlength(part + " ")
    return tuple(found)


def text(found: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in found)


def test_a_name_that_was_spoiled_in_reading_is_set_right() -> None:
    seen = words("Mạc Dinh Chiến", 0.5, 0.05, 0.9)
    found = with_weighed_name(seen, [signed("Mạc Đình Chiến", 150)], BLOCK, DPI)
    assert text(found) == "Mạc Đình Chiến"
    assert all(word.confidence > 0.5 for word in found)


def test_a_name_that_nobody_read_is_found() -> None:
    found = with_weighed_name((), [signed("Trương Quốc Bình", 150)], BLOCK, DPI)
    assert text(found) == "Trương Quốc Bình"


def test_the_beginning_that_a_lighter_seal_covers_is_read() -> None:
    seen = words("Cao Quốc Bình", 0.9, 0.95, 0.96)[1:]
    assert text(with_weighed_name(seen, [signed("Cao Quốc Bình", 150)], BLOCK, DPI)) == "Cao Quốc Bình"


def test_a_name_read_well_stays() -> None:
    seen = words("Trần Thị Mai", 0.96, 0.97, 0.96)
    assert with_weighed_name(seen, [signed("Trần Thị Mai")], BLOCK, DPI) == seen


def test_words_read_well_are_never_left_out() -> None:
    """The seal may hide from this look what the first one saw."""
    page = signed("Hoàng Anh")
    seen = words("Hoàng Anh", 0.96, 0.97)
    before = Word("Lê", Box(205.0, seen[0].box.y0, 226.0, seen[0].box.y1) if seen[0].box else None, 0.95)
    assert "Lê" in text(with_weighed_name((before, *seen), [page], BLOCK, DPI))


@pytest.mark.parametrize("printed", ["GIÁM ĐỐC", "xem xét, quyết định", ""])
def test_no_name_is_made_of_anything_else(printed: str) -> None:
    assert with_weighed_name((), [signed(printed, 150)], BLOCK, DPI) == ()


def test_the_darkest_ink_is_print_and_no_grey_seal() -> None:
    page = darkest(signed("Nguyễn Quốc Thành Trung", 150))
    assert page[TOP - 60, LEFT - 160] == 255
    assert page.min() < 30
    assert (darkest(np.full((20, 20), 255, np.uint8)) == 255).all()


def test_names_on_a_line_are_ordered_by_their_worth() -> None:
    page = signed("Lò Văn Khánh", 150)[TOP - 40 : TOP + 85, LEFT - 60 : LEFT + 330]
    names = weighed_names(page[30:-30], page, SCALE, ())
    assert " ".join(names[0].name) == "Lò Văn Khánh"
    assert [each.worth for each in names] == sorted((each.worth for each in names), reverse=True)
    assert names[0].worth == pytest.approx(sum(names[0].parts.values()))


def test_strokes_speak_for_the_name_that_is_printed() -> None:
    end = round((words("Vũ Đức Toàn", 1, 1, 1)[-1].box or BLOCK).x1 * SCALE)
    page = signed("Vũ Đức Toàn")[TOP - 40 : TOP + 85, LEFT - 90 : end + 12]
    worth = stroke_worth(page, SCALE, [("Vũ", "Đức", "Toàn"), ("Võ", "Đức", "Toàn"), ("Vũ", "Đức", "Tuấn")])
    assert max(worth, key=lambda name: worth[name]) == ("Vũ", "Đức", "Toàn")


def test_strokes_of_no_known_face_say_nothing() -> None:
    assert stroke_worth(np.full((120, 400), 255, np.uint8), SCALE, [("Vũ", "Đức", "Toàn")]) == {}


def test_a_name_stamped_aslant_is_read_level() -> None:
    page = signed("Mạc Đình Chiến")
    turn = cv2.getRotationMatrix2D((LEFT + 130, TOP + 20), -3.0, 1.0)
    aslant = cv2.warpAffine(page, turn, page.shape[::-1], borderValue=255)
    seen = words("Mạc Dinh Chiến", 0.5, 0.05, 0.9)
    down = [Word(w.text, Box(w.box.x0, w.box.y0 + 3.5 * at, w.box.x1, w.box.y1 + 3.5 * at), w.confidence)
            for at, w in zip((-1, 0, 1), seen, strict=True) if w.box]  # fmt: skip
    assert text(with_weighed_name(tuple(down), [aslant], BLOCK, DPI)) == "Mạc Đình Chiến"


def test_a_lone_scrap_in_capitals_beside_a_name_is_no_post() -> None:
    seen = words("Mạc Dinh Chiến", 0.5, 0.05, 0.9)
    first = seen[0].box
    assert first is not None
    scrap = Word("KIÊN", Box(first.x0 - 45, first.y0, first.x0 - 20, first.y1), 0.9)
    assert "Mạc Đình Chiến" in text(with_weighed_name((scrap, *seen), [signed("Mạc Đình Chiến")], BLOCK, DPI))
