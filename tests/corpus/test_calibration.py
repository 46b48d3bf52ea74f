"""Curves of true confidence rise, can be read backwards, and lines are drawn where the claims allow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.calibration import fitted, raw_claims, rising_curve
from corpus.score import Claim
from schemas.acceptance import ACCEPTING_LINE, KindConfidence, on_curve, raw_confidence, true_confidence

STRAIGHT = KindConfidence(0.9, ((0.0, 0.0), (1.0, 1.0)))
claims = st.lists(st.builds(Claim, st.just("/number/serial"), st.floats(0, 1), st.booleans()), min_size=1, max_size=120)


def many(pointer: str, *bands: tuple[float, int, int]) -> list[Claim]:
    """Claims in bands of (confidence, right, wrong)."""
    return [
        Claim(pointer, sure, is_right)
        for sure, right, wrong in bands
        for is_right, count in ((True, right), (False, wrong))
        for _ in range(count)
    ]


@given(claims)
def test_a_curve_rises_from_nothing_to_the_surest_claim(found: list[Claim]) -> None:
    curve = rising_curve(found)
    assert all(one[0] < two[0] and one[1] <= two[1] for one, two in pairwise(curve))
    assert curve[0] == (0.0, 0.0)
    assert curve[-1][1] <= 1.0


def test_claims_too_modest_are_raised_and_boasts_are_lowered() -> None:
    curve = rising_curve(many("/issuer", (0.6, 99, 1), (0.4, 10, 40)))
    assert on_curve(curve, 0.6) > 0.95
    assert on_curve(curve, 0.4) == pytest.approx(11 / 52, abs=0.01)


def test_the_line_is_the_lowest_that_keeps_its_precision() -> None:
    row = fitted(many("/issuer", (0.9, 99, 1), (0.5, 30, 30)), {"agency": STRAIGHT})["agency"]
    assert on_curve(row.curve, 0.9) >= row.line > on_curve(row.curve, 0.5)


def test_what_is_often_wrong_is_below_the_line_however_right_the_rest() -> None:
    row = fitted(many("/issuer", (0.9, 1000, 0), (0.5, 15, 15)), {"agency": STRAIGHT})["agency"]
    assert row.line >= 0.8
    assert on_curve(row.curve, 0.5) < row.line


def test_too_few_claims_change_nothing() -> None:
    assert fitted(many("/number/serial", (0.9, 40, 0)), {"serial": STRAIGHT}) == {"serial": STRAIGHT}


def test_tasks_are_sorted_at_a_half() -> None:
    assert fitted(many("/tasks/0", (0.9, 60, 40)), {"task": STRAIGHT})["task"].line == 0.5


@pytest.mark.parametrize("kind", sorted(ACCEPTING_LINE))
def test_the_table_in_force_rises_and_is_read_backwards(kind: str) -> None:
    levels = [true_confidence(kind, raw / 50) for raw in range(51)]
    assert levels == sorted(levels)
    assert 0.0 <= levels[0] <= levels[-1] <= 1.0
    for raw in (0.2, 0.5, 0.85):
        assert raw_confidence(kind, true_confidence(kind, raw)) == pytest.approx(raw, abs=0.01)


def test_claims_of_a_run_are_undone_to_what_the_rules_said() -> None:
    said = Claim("/issuer", 0.77, True)
    run = [Claim(said.pointer, true_confidence("agency", said.confidence), said.right)]
    (found,) = raw_claims(run)
    assert found.confidence == pytest.approx(said.confidence, abs=0.005)
