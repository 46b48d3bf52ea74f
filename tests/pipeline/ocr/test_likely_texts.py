"""Texts are weighed by the letters' probabilities, with anything beside them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ocr.likely_texts import likely_texts, likeness
from pipeline.ocr.line_network import letters

BLANK = letters().index("")


def scores(*steps: dict[str, float]) -> Any:
    """Each step's letters with their probabilities; the empty one is no letter. The rest share a thousandth."""
    table = np.full((len(steps), len(letters())), 0.001 / len(letters()))
    for row, step in enumerate(steps):
        for letter, share in step.items():
            table[row, letters().index(letter)] = share
    return np.log(table / table.sum(axis=1, keepdims=True))


def spelled(text: str, share: float = 0.99) -> Any:
    """A line that says ``text``, each letter followed by a step without one."""
    return scores(*(step for letter in text for step in ({letter: share, "": 1 - share}, {"": 1.0})))


def test_the_likeliest_text_comes_first() -> None:
    line = scores({"H": 1.0}, {"": 1.0}, {"à": 0.7, "ồ": 0.3})
    assert likely_texts(line)[:2] == ["Hà", "Hồ"]


def test_a_letter_that_lasts_is_one_and_a_doubled_one_has_a_gap() -> None:
    assert likely_texts(scores({"A": 1.0}, {"A": 1.0}))[0] == "A"
    assert likely_texts(scores({"A": 1.0}, {"": 1.0}, {"A": 1.0}))[0] == "AA"


def test_the_text_that_stands_there_is_as_likely_as_the_best() -> None:
    assert likeness(spelled("Lê Văn An"), ["Lê Văn An"])[0] == pytest.approx(0.0, abs=0.2)


def test_of_two_texts_the_one_seen_is_likelier() -> None:
    seen, other, short = likeness(spelled("Lâm Thị Hoa"), ["Lâm Thị Hoa", "Lâm Thị Hòa", "Thị Hoa"])
    assert seen > short > other


def test_letters_beside_a_text_cost_a_little_each() -> None:
    alone, beside = likeness(spelled("Hà An"), ["Hà An"])[0], likeness(spelled("VN Hà An"), ["Hà An"])[0]
    assert alone - 3.0 < beside < alone


def test_nothing_is_likely_where_there_is_no_line() -> None:
    assert likeness(np.zeros((0, len(letters()))), ["An"])[0] < -1e6


@given(st.text(alphabet="aàăbcđeghik", min_size=1, max_size=8))
def test_whatever_is_spelled_clearly_is_read(text: str) -> None:
    line = spelled(text)
    assert likely_texts(line)[0] == text
    assert likeness(line, [text])[0] > likeness(line, [text + "x"])[0]
