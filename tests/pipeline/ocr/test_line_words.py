"""Words from a network's answers: one letter for what is repeated, and of unsure spellings that of the language."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ocr.line_words import best_spelling, is_known, letters, words_of

_BLANK = 268


def steps(*answers: dict[str, float]) -> np.ndarray:
    """Shares of each step's letters; the empty text is no new letter, and has what the others leave."""
    shares = np.zeros((len(answers), 269))
    for step, each in zip(shares, answers, strict=True):
        for letter, share in each.items():
            step[letters().index(letter) if letter else _BLANK] = share
        step[_BLANK] += 1 - step.sum()
    return shares


def test_repeated_answers_are_one_letter_and_blanks_part_them() -> None:
    shares = steps({"s": 1}, {"s": 1}, {}, {"s": 1}, {" ": 1}, {"ố": 1})
    assert [word.text for word in words_of(np.log(shares + 1e-9), 3.0)] == ["ss", "ố"]


def test_a_letter_that_changes_its_mark_from_step_to_step_is_one_letter() -> None:
    shares = steps({"h": 1}, {"ỗ": 0.55, "ồ": 0.4}, {"ồ": 0.5, "ỗ": 0.4}, {})
    (word,) = words_of(np.log(shares + 1e-9), 3.0)
    assert len(word.text) == 2


def test_of_two_spellings_as_likely_the_word_of_the_language_is_read() -> None:
    text, share = best_spelling(steps({"t": 1}, {"ỉ": 0.5, "i": 0.45}, {"ê": 1}, {"n": 1}), "tỉên")
    assert (text, share > 0.5) == ("tiên", True)


def test_a_number_is_likelier_than_letters_that_look_like_it() -> None:
    assert best_spelling(steps({"0": 1}, {"I": 0.5, "1": 0.4}, {}), "0I")[0] == "01"


@given(st.lists(st.dictionaries(st.sampled_from("aáàb"), st.floats(0.01, 0.24), max_size=4), min_size=1, max_size=8))
def test_shares_are_shares(answers: list[dict[str, float]]) -> None:
    _, share = best_spelling(steps(*answers), "x")
    assert 0 <= share <= 1


@pytest.mark.parametrize(
    ("text", "known"),
    [("nghị", True), ("(Nghị", True), ("NGHỊ,", True), ("nGhị", False), ("đdanh", False), ("Hợi.", True)],
)
def test_words_of_the_language_are_known_in_three_cases(text: str, known: bool) -> None:
    assert is_known(text) is known
