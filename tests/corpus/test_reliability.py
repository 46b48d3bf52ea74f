"""Claims about precision count right, and are not made on too few letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reliability import Share, accepted, lowest_line, reliability
from corpus.report import percent
from corpus.score import Claim

claims = st.lists(st.builds(Claim, st.just("/number/serial"), st.floats(0, 1), st.booleans()), max_size=200)


@pytest.mark.parametrize(
    ("right", "n", "low", "high"), [(98, 100, 0.930, 0.994), (50, 50, 0.929, 1.0), (0, 10, 0.0, 0.278)]
)
def test_interval_is_wilsons(right: int, n: int, low: float, high: float) -> None:
    assert Share(right, n).interval == pytest.approx((low, high), abs=0.001)


@given(claims)
def test_every_claim_is_in_one_band(found: list[Claim]) -> None:
    assert sum(band.share.n for band in reliability(found)) == len(found)


@given(claims, st.sampled_from([0.8, 0.9, 0.98]))
def test_the_lowest_line_holds_its_precision_on_at_least_fifty(found: list[Claim], precision: float) -> None:
    line = lowest_line(found, precision)
    if line is not None:
        share = accepted(found, line)
        assert share.n >= 50
        assert share.value >= precision


def test_no_line_is_drawn_through_too_few_claims() -> None:
    assert lowest_line([Claim("/number/serial", 1.0, True)] * 49) is None
    assert lowest_line([Claim("/number/serial", 1.0, True)] * 50) == 1.0


def test_a_share_of_too_few_is_not_shown() -> None:
    assert percent(Share(49, 49)) == "not shown (n = 49)"
    assert percent(Share(49, 50)).startswith("98.0% of 50")
