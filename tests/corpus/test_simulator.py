"""The scan simulator: deterministic, and its truth about words and slots follows the page as it is bent."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.random import PCG64, Generator

from corpus.letter_data import letters
from corpus.simulator import SEVERITIES, SimulatedLetter, simulate
from corpus.simulator.files import write_letter
from corpus.simulator.geometry import Warp
from corpus.simulator.hands import Hand
from schemas.geometry import Box

LETTERS = {letter.id: letter for letter in letters()}
STAMPED = LETTERS["so-giam-sat-dich"]


@pytest.fixture(scope="module")
def middle() -> SimulatedLetter:
    return simulate(STAMPED, "middle", 1)


def test_the_same_seed_gives_the_same_pages(middle: SimulatedLetter) -> None:
    again = simulate(STAMPED, "middle", 1)
    assert again.pdf() == middle.pdf()
    assert again.record == middle.record
    assert [page.words for page in again.pages] == [page.words for page in middle.pages]


def test_another_seed_gives_other_pages(middle: SimulatedLetter) -> None:
    assert simulate(STAMPED, "middle", 2).pdf() != middle.pdf()


@pytest.mark.parametrize("severity", SEVERITIES)
def test_printed_words_are_dark_where_they_are_said_to_stand(severity: str) -> None:
    page = simulate(STAMPED, severity, 5).pages[0]
    image = page.image if page.image.ndim == 2 else page.image.mean(axis=2)
    scale, paper = page.resolution / 72, float(np.median(image))
    long_words = [word.box for word in page.words if len(word.text) > 4 and word.ink == "black"]

    def darkness(box: Box, shift: float) -> float:
        x0, x1 = (int(value * scale) for value in (box.x0, box.x1))
        y0, y1 = (int((value + shift) * scale) for value in (box.y0, box.y1))
        return paper - float(image[max(0, y0) : y1, max(0, x0) : x1].mean())

    here = np.mean([darkness(box, 0) for box in long_words])
    between_lines = np.mean([darkness(box, (box.y1 - box.y0) * 0.62) for box in long_words])
    assert here > 8
    assert here > between_lines


def test_slots_hold_the_values_of_the_gold_record(middle: SimulatedLetter) -> None:
    document = middle.record.documents[0]
    slots = {slot.kind: slot.value for slot in middle.pages[0].slots}
    assert document.number
    assert document.issued_on
    assert document.arrival
    assert document.arrival.date
    assert slots["serial"] == document.number.serial
    assert int(slots["day"] or 0) == document.issued_on.day
    assert int(slots["month"] or 0) == document.issued_on.month
    assert slots["arrival_number"] == document.arrival.number
    assert int(slots["arrival_day"] or 0) == document.arrival.date.day


def test_a_blank_number_stays_blank() -> None:
    page = simulate(LETTERS["ban-quan-ly-ke-hoach-trong-so"], "bad", 3).pages[0]
    written = {slot.kind: slot.written for slot in page.slots}
    assert written["serial"] == written["day"] == "blank"


def test_pages_of_each_document_are_in_the_record() -> None:
    scan = simulate(LETTERS["so-chuyen-thong-bao-dinh-kem"], "clean", 1)
    assert [document.pages for document in scan.record.documents] == [(1, 1), (2, 2)]
    assert len(scan.pages) == 2


def test_the_pdf_shows_the_pages_in_their_size(middle: SimulatedLetter) -> None:
    with pypdfium2.PdfDocument(middle.pdf()) as pdf:
        assert len(pdf) == len(middle.pages)
        width, height = pdf[0].get_size()
    page = middle.pages[0]
    assert width == pytest.approx(page.image.shape[1] * 72 / page.resolution, abs=1)
    assert height == pytest.approx(page.image.shape[0] * 72 / page.resolution, abs=1)


def test_files_of_a_letter_lie_in_its_folder(middle: SimulatedLetter, tmp_path: Path) -> None:
    write_letter(tmp_path / "one", middle)
    gold = json.loads((tmp_path / "one" / "letter.json").read_text(encoding="utf-8"))
    truth = json.loads((tmp_path / "one" / "truth.json").read_text(encoding="utf-8"))
    assert gold["source"]["name"] == "original.pdf"
    assert gold["documents"] == middle.record.plain()["documents"]
    assert len(truth["pages"][0]["words"]) == len(middle.pages[0].words)
    assert (tmp_path / "one" / "original.pdf").read_bytes().startswith(b"%PDF")


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.floats(0, 2), st.floats(0, 12), st.floats(0, 0.04))
def test_points_move_with_the_picture(seed: int, skew: float, curl: float, perspective: float) -> None:
    dice = Generator(PCG64(seed))
    page = np.full((240, 170, 3), 255, dtype=np.uint8)
    page[118:123, 83:88] = 0
    warp = Warp.chosen((170, 240), dice, skew, curl, perspective)
    dark = np.argwhere(warp.applied(page, (255, 255, 255))[..., 0] < 128)
    if len(dark):
        x, y = warp.moved(np.array([[85.0, 120.0]]))[0]
        assert abs(dark[:, 1].mean() - x) < 2
        assert abs(dark[:, 0].mean() - y) < 2


def test_hands_differ_and_one_hand_does_not_write_twice_alike() -> None:
    dice = Generator(PCG64(3))
    hand = Hand.chosen(dice, unrest=1.0)
    first, second = hand.write("2457", 30, dice), hand.write("2457", 30, dice)
    assert first.shape != second.shape or not np.array_equal(first, second)
    assert first.max() > 0.5
    assert len({Hand.chosen(Generator(PCG64(seed)), 1.0).face for seed in range(20)}) > 4


def test_the_picture_of_a_black_and_white_scan_has_one_bit() -> None:
    how = replace(SEVERITIES["middle"], devices={"scanner": 1.0}, one_bit=1.0, resolutions=(110,))
    scan = simulate(LETTERS["huyen-phuc-dap-gop-y"], how, 1)
    assert scan.pages[0].picture.mode == "1"
    assert len(scan.pdf()) < 60_000
