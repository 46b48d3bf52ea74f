"""Composed strings: drawn by chance, but the same for the same seed, and always what their label says they are."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import ImageFont

from pipeline.handwriting import decode
from pipeline.handwriting.ink import HEIGHT
from schemas.text import SlotKind
from training.compose import WRITTEN, composed
from training.glyphs import TALL, Mask, Samples, Typeface, some_pen
from training.lines import Sources, by_hand
from training.strokes import GLYPHS
from training.surroundings import bounds
from training.texts import ALPHABET, some_text, target


def digit(value: str) -> Mask:
    shown = np.zeros((40, 40), np.uint8)
    cv2.putText(shown, value, (8, 32), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 255, 2)
    return shown


def sources() -> Sources:
    drawn = {value: [digit(value)] for value in "0123456789"}
    lines = {value: [(masks[0] > 0).astype(np.float32)] for value, masks in drawn.items()}
    face = Typeface(ImageFont.load_default(TALL), serif=True)  # type: ignore[arg-type]
    samples = Samples(lines, drawn)  # type: ignore[arg-type]
    return Sources((samples, samples), (face,), (face,))


SOURCES = sources()


def test_the_same_seed_composes_the_same_sample() -> None:
    one, other = (composed(SOURCES, np.random.default_rng(5)) for _ in range(2))
    assert one.text == other.text
    assert np.array_equal(one.picture, other.picture)


def test_pictures_and_labels_are_of_the_recognizer_s_kind() -> None:
    random = np.random.default_rng(6)
    for _ in range(60):
        sample = composed(SOURCES, random)
        assert sample.picture.shape[0] == HEIGHT
        assert 0 <= sample.picture.min() <= sample.picture.max() <= 1
        assert set(sample.text) <= set(ALPHABET)
        assert (sample.text == "") is (sample.written == "blank")
        assert sample.written in WRITTEN


def test_days_and_months_are_of_the_calendar_and_dates_can_be_told_apart() -> None:
    random, seen = np.random.default_rng(7), set()
    for _ in range(400):
        kind, text = some_text(random)
        seen.add(kind)
        assert set(target(text)) <= set(ALPHABET)
        if kind in {"day", "month"}:
            assert decode.fits(text, kind)
        if kind == "arrival_day":
            parts = text.replace("-", "/").replace(".", "/").split("/")
            assert len(parts) in {2, 3}
            assert int(parts[0]) <= 31
            assert int(parts[1]) <= 12
    kinds: set[SlotKind] = {"serial", "day", "month", "arrival_number", "arrival_day"}
    assert seen == kinds


@pytest.mark.parametrize("character", sorted(GLYPHS))
def test_every_way_of_writing_leaves_ink(character: str) -> None:
    random = np.random.default_rng(8)
    for way in range(len(GLYPHS[character])):
        pen = some_pen(random)
        pen.ways[character] = way
        assert pen.glyph(character, random).max() > 200


def test_a_string_by_hand_is_wider_than_its_digits_alone() -> None:
    random = np.random.default_rng(9)
    narrow, wide = (np.median([_width(text, random) for _ in range(15)]) for text in ("5", "50505"))
    assert wide > 2.5 * narrow


def _width(text: str, random: np.random.Generator) -> int:
    x0, _, x1, _ = bounds(by_hand(text, SOURCES, random))
    return x1 - x0
