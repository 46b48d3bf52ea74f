"""Every fault makes a file of the kind and the number of pages that it should, the same each time."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from corpus.letter_data import letters
from corpus.simulator import SimulatedLetter, simulate
from corpus.simulator.faults import FAULTS, with_fault


@pytest.fixture(scope="module")
def scan() -> SimulatedLetter:
    shortest = min(letters(), key=lambda letter: len(str(letter)))
    scan = simulate(shortest, "clean", 3)
    page = replace(scan.pages[0], image=np.ascontiguousarray(scan.pages[0].image[::3, ::3]), resolution=70)
    return replace(scan, pages=(page,))


def test_faults_are_the_same_every_time(scan: SimulatedLetter) -> None:
    assert with_fault(scan, "phone").data == with_fault(scan, "phone").data


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_makes_a_file_that_opens(scan: SimulatedLetter, fault: str) -> None:
    made = with_fault(scan, fault)
    if made.ending == "pdf":
        with pypdfium2.PdfDocument(made.data) as pdf:
            pages = len(pdf)
    else:
        pages = getattr(Image.open(io.BytesIO(made.data)), "n_frames", 1)
    assert pages == len(scan.pages) * (2 if fault == "blank backs" else 1)


def test_a_fax_has_half_as_many_lines_as_columns(scan: SimulatedLetter) -> None:
    image = Image.open(io.BytesIO(with_fault(scan, "fax").data))
    assert image.mode == "1"
    assert tuple(round(float(each)) for each in image.info["dpi"]) == (204, 98)


def test_a_turned_page_lies_on_its_side(scan: SimulatedLetter) -> None:
    assert with_fault(scan, "sideways").picture.width > with_fault(scan, "sideways").picture.height


def test_the_desk_around_a_photographed_sheet_is_no_paper(scan: SimulatedLetter) -> None:
    pixels = np.asarray(with_fault(scan, "phone").picture.convert("L"))
    assert np.median(pixels[:20]) < 0.7 * np.percentile(pixels, 80)
