"""Weights of further looks at a serial: learnt from claims, never against agreement."""

from __future__ import annotations

from dataclasses import astuple

import numpy as np

from pipeline.handwriting.certainty import Looks, weighed
from training.certainty import fitted


def claims(count: int, seed: int = 1) -> list[tuple[Looks, bool]]:
    """Serials of which the look beyond says whether they are right; the other looks are chance."""
    dice = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        right = bool(dice.random() < 0.7)
        beyond = float(dice.uniform(0.8, 1.0) if right else dice.uniform(0.0, 0.4))
        made.append((Looks(float(dice.uniform(0.5, 1)), beyond, float(dice.uniform(0, 1)), not right), right))
    return made


def test_the_look_that_tells_gets_the_weight() -> None:
    weights = fitted(claims(300))
    assert weights.beyond > 5 * max(weights.first, weights.altered)
    fresh = claims(100, seed=2)
    assert all((weighed(looks, weights) > 0.5) == right for looks, right in fresh)


def test_no_weight_falls_below_nothing_even_where_agreement_misleads() -> None:
    backwards = [(looks, not right) for looks, right in claims(200)]
    assert min(astuple(fitted(backwards))[1:]) >= 0
