"""Whether claimed confidence is true: reliability tables, and what may be accepted without a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from corpus.score import Claim
from schemas.acceptance import ACCEPTING_LINE, kind_of

SHOWN_FROM = 50
"""Below this support a claim about precision is not shown."""

BANDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)


@dataclass(frozen=True, slots=True)
class Share:
    """``right`` of ``n``."""

    right: int
    n: int

    @property
    def value(self) -> float:
        return self.right / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """95 % interval of a share (Wilson 1927); (0, 1) when there is nothing to count."""
        if not self.n:
            return 0.0, 1.0
        z, n, p = 1.959964, self.n, self.value
        centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, centre - half), min(1.0, centre + half)


@dataclass(frozen=True, slots=True)
class Band:
    """Claims with a confidence from ``low`` up to the next band."""

    low: float
    claimed: float
    share: Share


def by_kind(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(kind_of(claim.pointer), []).append(claim)
    return found


def reliability(claims: Sequence[Claim]) -> list[Band]:
    """Claims by confidence: the mean that was claimed, and the share that was right. Empty bands left out."""
    bands = []
    for low, high in zip(BANDS, (*BANDS[1:], 1.01), strict=True):
        inside = [claim for claim in claims if low <= claim.confidence < high]
        if inside:
            mean = sum(claim.confidence for claim in inside) / len(inside)
            bands.append(Band(low, mean, _share(inside)))
    return bands


def accepted(claims: Sequence[Claim], line: float) -> Share:
    """How many claims at or above ``line`` are right."""
    return _share([claim for claim in claims if claim.confidence >= line])


def lowest_line(claims: Sequence[Claim], precision: float = 0.98, support: int = SHOWN_FROM) -> float | None:
    """The lowest confidence from which on at least ``precision`` of the claims are right.

    ``None`` when no line with at least ``support`` claims above it does.
    """
    best, right = None, 0
    ranked = sorted(claims, key=lambda claim: -claim.confidence)
    for count, claim in enumerate(ranked, start=1):
        right += claim.right
        last_of_its_confidence = count == len(ranked) or ranked[count].confidence < claim.confidence
        if last_of_its_confidence and count >= support and right / count >= precision:
            best = claim.confidence
    return best


@dataclass(frozen=True, slots=True)
class Acceptance:
    """At the accepting line of one kind of field: ``covered`` of the claims pass, ``share`` of them right."""

    kind: str
    line: float
    covered: Share
    share: Share


def acceptance(claims: Sequence[Claim], lines: Mapping[str, float] = ACCEPTING_LINE) -> list[Acceptance]:
    rows = []
    for kind, found in sorted(by_kind(claims).items()):
        share = accepted(found, lines[kind])
        rows.append(Acceptance(kind, lines[kind], Share(share.n, len(found)), share))
    return rows


def _share(claims: Sequence[Claim]) -> Share:
    return Share(sum(claim.right for claim in claims), len(claims))
