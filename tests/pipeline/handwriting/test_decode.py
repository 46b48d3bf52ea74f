"""Candidates from a network's log-probabilities: CTC, held to what a slot may say."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from pipeline.handwriting.decode import beam, candidates, dates, fits, likelihoods
from pipeline.handwriting.recognizer import ALPHABET


def scores_of(*frames: dict[str, float]) -> NDArray[np.float32]:
    """Log-probabilities of frames that each say what their characters weigh ("" is CTC's blank)."""
    table = np.full((len(frames), 1 + len(ALPHABET)), 1e-6)
    for row, frame in zip(table, frames, strict=True):
        for character, share in frame.items():
            row[ALPHABET.index(character) + 1 if character else 0] = share
    return np.log(table / table.sum(axis=1, keepdims=True)).astype(np.float32)


def by_enumeration(scores: NDArray[np.float32], text: str) -> float:
    """The probability of ``text`` as CTC defines it: the sum over all paths that collapse to it."""
    total = 0.0
    for path in itertools.product(range(scores.shape[1]), repeat=len(scores)):
        merged = [c for c, before in zip(path, (-1, *path[:-1]), strict=True) if c != before]
        if "".join(ALPHABET[c - 1] for c in merged if c) == text:
            total += float(np.exp(sum(scores[t, c] for t, c in enumerate(path))))
    return total


@pytest.mark.parametrize("text", ["1", "11", "12", "121"])
def test_likelihood_is_the_sum_over_all_paths(text: str) -> None:
    random = np.random.default_rng(7)
    shares = random.dirichlet(np.ones(3), size=5)
    scores = np.full((5, 1 + len(ALPHABET)), -40.0, np.float32)
    scores[:, [0, 2, 3]] = np.log(shares)  # blank, "1", "2"
    kept = scores[:, :4]
    assert np.exp(likelihoods(scores, [text])[0]) == pytest.approx(by_enumeration(kept, text), rel=1e-4)


def test_beam_search_finds_what_exact_reckoning_finds() -> None:
    scores = scores_of({"2": 0.9, "7": 0.1}, {"": 1.0}, {"1": 0.6, "7": 0.4}, {"": 0.9, "7": 0.1})
    found = beam(scores)
    best = max(found, key=lambda text: found[text])
    assert best == "21"
    assert found[best] == pytest.approx(float(likelihoods(scores, [best])[0]), abs=1e-3)


def test_a_doubled_digit_needs_a_blank_between() -> None:
    assert candidates(scores_of({"1": 1}, {"": 1}, {"1": 1}), "serial")[0].value == "11"
    assert candidates(scores_of({"1": 1}, {"1": 1}, {"1": 1}), "serial")[0].value == "1"


def test_what_follows_the_slash_is_the_symbol() -> None:
    read = candidates(scores_of({"5": 1}, {"": 1}, {"/": 1}, {"": 1}, {"1": 1}), "serial")
    assert [each.value for each in read] == ["5"]


@pytest.mark.parametrize(
    ("kind", "frames", "expected"),
    [
        ("day", ({"4": 0.6, "1": 0.4}, {"": 1}, {"7": 1}), "17"),  # no month has 47 days
        ("month", ({"1": 1}, {"": 1}, {"7": 0.8, "2": 0.2}), "12"),
        ("arrival_day", ({"3": 1}, {"": 1}, {"7": 0.7, "1": 0.3}), "31"),
    ],
)
def test_a_slot_says_only_what_it_can(kind: str, frames: tuple[dict[str, float], ...], expected: str) -> None:
    read = candidates(scores_of(*frames), kind)  # type: ignore[arg-type]
    assert read[0].value == expected
    assert read[0].confidence < 0.95, "what speaks for an impossible string speaks against its neighbours"


def test_a_stamp_s_date_is_told_apart_and_its_year_completed() -> None:
    frames = [{character: 1.0} for character in "21/3/18"]
    read = dates(scores_of(*frames))
    assert {kind: found[0].value for kind, found in read.items()} == {
        "arrival_day": "21",
        "arrival_month": "3",
        "arrival_year": "2018",
    }


@pytest.mark.parametrize("written", ["05.11.2017", "05/11.17", "5.11/17."])
def test_a_stamp_s_date_may_have_dots_or_dashes(written: str) -> None:
    """The network calls a dash between the parts of a date a dot."""
    read = dates(scores_of(*({character: 1.0} for character in interleaved(written))))
    assert [found[0].value.lstrip("0") for found in read.values()] == ["5", "11", "2017"]


def interleaved(text: str) -> list[str]:
    """Characters with CTC's blank before each, so that doubled ones stay two."""
    return [frame for character in text for frame in ("", character)]


def test_a_number_has_no_dots_but_specks_may_look_like_them() -> None:
    assert candidates(scores_of({".": 1}, {"5": 1}, {".": 1}, {"7": 1}), "serial")[0].value == "57"


def test_a_stamp_s_date_may_lack_its_year_but_not_its_month() -> None:
    read = dates(scores_of(*[{character: 1.0} for character in "21/3"]))
    assert read["arrival_month"][0].value == "3"
    assert read["arrival_year"] == ()
    assert set(dates(scores_of({"2": 1.0}, {"1": 1.0})).values()) == {()}


def test_nothing_that_fits_gives_no_candidates() -> None:
    assert candidates(scores_of({"/": 1}), "serial") == ()
    assert candidates(scores_of({"0": 1}, {"": 1}, {"0": 1}), "day") == ()


@pytest.mark.parametrize(
    ("text", "kind", "right"),
    [
        ("226a", "serial", True),
        ("05", "serial", True),
        ("a", "serial", False),
        ("00", "serial", False),
        ("123456", "serial", False),
        ("31", "day", True),
        ("32", "day", False),
        ("009", "day", False),
        ("12", "month", True),
        ("13", "month", False),
    ],
)
def test_shape_of_each_slot(text: str, kind: str, right: bool) -> None:
    assert fits(text, kind) is right  # type: ignore[arg-type]


@given(st.integers(0, 2**32 - 1), st.sampled_from(["serial", "day", "month"]))
def test_confidences_are_shares_in_falling_order(seed: int, kind: str) -> None:
    random = np.random.default_rng(seed)
    scores = np.log(random.dirichlet(np.full(1 + len(ALPHABET), 0.2), size=6) + 1e-9).astype(np.float32)
    read = candidates(scores, kind)  # type: ignore[arg-type]
    shares = [each.confidence for each in read]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.001
    assert all(fits(each.value, kind) for each in read)  # type: ignore[arg-type]
