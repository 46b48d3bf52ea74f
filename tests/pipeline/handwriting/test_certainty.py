"""A serial is as sure as further looks at its slot make it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from corpus.simulator.ink import SERIF_FACE, face
from pipeline.handwriting import read_slots
from pipeline.handwriting.certainty import Looks, weighed, with_doubt
from pipeline.handwriting.cut import cut
from pipeline.handwriting.decode import candidates
from pipeline.handwriting.ink import picture
from pipeline.handwriting.place import Place
from pipeline.handwriting.recognizer import recognize
from schemas.acceptance import ACCEPTING_LINE, true_confidence
from schemas.evidence import Candidate
from schemas.geometry import Box
from schemas.text import Word

DPI, SIZE = 200, 13.0
EM = SIZE * DPI / 72
FOOT = 100
share = st.floats(0, 1)


def line(*parts: tuple[str, int]) -> NDArray[np.uint8]:
    """Print on one line, each part with its left end in pixels."""
    image = Image.new("L", (900, 180), 255)
    for text, x in parts:
        ImageDraw.Draw(image).text((x, FOOT), text, font=face(SERIF_FACE, round(EM)), fill=0, anchor="ls")
    return np.asarray(image, np.uint8)


def serial(left: float, right: float, sure_left: bool = True) -> Place:
    """A slot between two columns of pixels."""
    top, foot = FOOT - 0.7 * EM, float(FOOT)
    return Place("serial", Box(left, top, right, foot).scaled(72 / DPI), SIZE, sure_left, True)


def read(image: NDArray[np.uint8], place: Place) -> tuple[Candidate, ...]:
    written = cut(image, DPI, place)
    assert written is not None
    return with_doubt(candidates(recognize([picture(written.ink)])[0][0], "serial"), written, image, DPI)


def accepted(found: tuple[Candidate, ...]) -> bool:
    return true_confidence("serial", found[0].confidence) >= ACCEPTING_LINE["serial"]


@given(share, share, share, share)
def test_agreement_never_lowers_confidence(first: float, beyond: float, altered: float, more: float) -> None:
    before = weighed(Looks(first, beyond, altered, False))
    assert weighed(Looks(max(first, more), beyond, altered, False)) >= before
    assert weighed(Looks(first, max(beyond, more), altered, False)) >= before
    assert weighed(Looks(first, beyond, max(altered, more), False)) >= before


@given(share, share, share)
def test_an_open_slot_is_less_sure_and_all_is_a_probability(first: float, beyond: float, altered: float) -> None:
    shut, opened = (weighed(Looks(first, beyond, altered, open_left)) for open_left in (False, True))
    assert 0 <= opened < shut <= 1


def test_a_whole_number_is_accepted() -> None:
    image = line(("236", 200), ("/UBND-KT", 270))
    found = read(image, serial(190, 268))
    assert found[0].value == "236"
    assert accepted(found)


def test_a_number_cut_short_on_its_right_is_not_accepted() -> None:
    image = line(("2365", 200), ("/UBND-KT", 280))
    found = read(image, serial(190, 200 + 1.5 * EM))
    assert not accepted(found)
    assert "2365" in [each.value for each in found]


def test_a_number_whose_beginning_is_left_out_is_not_accepted() -> None:
    image = line(("2365", 200), ("/UBND-KT", 280))
    left = 200 + 0.5 * EM
    assert not accepted(read(image, serial(left, 278, sure_left=False)))


def test_no_candidates_stay_none() -> None:
    image = line(("236", 200))
    written = cut(image, DPI, serial(190, 268))
    assert written is not None
    assert with_doubt((), written, image, DPI) == ()


@pytest.mark.parametrize("digits", ["236", "2365"])
def test_read_slots_finds_the_slash_behind_what_ocr_made_one_word(digits: str) -> None:
    image = np.full((2339, 1654), 255, np.uint8)
    part = line(("Số:", 60), (digits, 120), ("/UBND-KT", 122 + round(0.5 * EM * len(digits))))
    image[200:380, 200:1100] = part
    scale = 72 / DPI
    end = (200 + 122 + 0.5 * EM * len(digits) + 4.75 * EM) * scale
    y0, y1 = (200 + FOOT - 0.7 * EM) * scale, (200 + FOOT) * scale
    words = [Word("Số:", Box(260 * scale, y0, 310 * scale, y1)), Word("/UBND-KT", Box(325 * scale, y0, end, y1))]
    found = {slot.kind: slot for slot in read_slots(image, DPI, words)}
    assert found["serial"].candidates[0].value == digits
