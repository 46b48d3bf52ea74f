"""What claimed confidence is worth: a rising curve and an accepting line for each kind of field, from claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.reliability import SHOWN_FROM, accepted, by_kind, lowest_line
from corpus.score import Claim
from schemas.acceptance import WITHHELD_BELOW_LINE, Curve, KindConfidence, kind_of, on_curve, raw_confidence

PRECISION = 0.98
"""The share of accepted values that has to be right."""
PRECISION_OF_NUMBERS = 0.99
"""The same for kinds that are left empty below the line: over good and bad pages together, so that bad ones alone
are near ``PRECISION`` too."""
SMALLEST_BLOCK = 20
"""Claims: a point of a curve stands for no fewer."""
RISE = 0.002
"""The least by which a curve rises from point to point, so that it can be read backwards."""
DOUBTFUL_FIRST = frozenset({"task", "deadline"})
"""Kinds of which no line reaches ``PRECISION``, so that a person sees every one: their line, at a half, only
puts first what is likelier wrong than right."""
LOWEST_LINE = 0.8
"""A value likelier wrong than this leaves is not accepted, however right the surer ones are."""
ENOUGH = 20
"""Claims that a line needs at the least; between it and ``SHOWN_FROM`` no claim about precision is shown."""


@dataclass(frozen=True, slots=True)
class _Block:
    raw: float
    right: float
    n: int

    @property
    def share(self) -> float:
        """The share that is right, drawn towards a half by one claim each way (Laplace)."""
        return (self.right + 1) / (self.n + 2)

    def joined(self, other: _Block) -> _Block:
        n = self.n + other.n
        return _Block((self.raw * self.n + other.raw * other.n) / n, self.right + other.right, n)


def raw_claims(claims: Sequence[Claim]) -> list[Claim]:
    """``claims`` of a saved run with the confidence that the rules gave them, the table in force undone."""
    return [replace(claim, confidence=raw_confidence(kind_of(claim.pointer), claim.confidence)) for claim in claims]


def fitted(claims: Sequence[Claim], before: Mapping[str, KindConfidence]) -> dict[str, KindConfidence]:
    """A curve and a line for each kind from raw ``claims``; kinds with too few keep what ``before`` has."""
    found = by_kind(claims)
    return {kind: _fitted(kind, found.get(kind, []), row) for kind, row in before.items()}


def _fitted(kind: str, claims: Sequence[Claim], before: KindConfidence) -> KindConfidence:
    if len(claims) < SHOWN_FROM:
        return before
    curve = rising_curve(claims)
    if kind in DOUBTFUL_FIRST:
        return KindConfidence(0.5, curve)
    precision = PRECISION_OF_NUMBERS if kind in WITHHELD_BELOW_LINE else PRECISION
    return KindConfidence(max(LOWEST_LINE, _line(claims, curve, precision)), curve)


def _line(claims: Sequence[Claim], curve: Curve, precision: float) -> float:
    """The lowest line that keeps ``precision``; where none does, the one above which most are right."""
    raw = lowest_line(claims, precision) or lowest_line(claims, precision, ENOUGH) or _best_line(claims)
    return round(on_curve(curve, raw) - 0.0005, 4)


def _best_line(claims: Sequence[Claim]) -> float:
    """The confidence from which on the largest share is right, of those with ``ENOUGH`` claims above."""
    levels = sorted({claim.confidence for claim in claims}, reverse=True)
    shares = {level: accepted(claims, level) for level in levels}
    return max((level for level in levels if shares[level].n >= ENOUGH), key=lambda level: shares[level].value)


def rising_curve(claims: Sequence[Claim]) -> Curve:
    """Share right by raw confidence: blocks of claims, neighbours that do not rise joined (Ayer et al. 1955)."""
    blocks: list[_Block] = []
    for block in _blocks(claims):
        blocks.append(block)
        while len(blocks) > 1 and not _rises(*blocks[-2:]):
            blocks[-2:] = [blocks[-2].joined(blocks[-1])]
    points = [(0.0, 0.0)]
    for block in blocks:
        points.append((max(RISE, round(block.raw, 4)), max(round(block.share, 4), points[-1][1] + RISE)))
    raw, true = points[-1]
    if raw > 1 - RISE:
        points.pop()
    points.append((1.0, true if raw > 1 - RISE else min(1.0, true + 0.01)))
    return tuple((raw, round(min(1.0, true), 4)) for raw, true in points)


def _rises(one: _Block, other: _Block) -> bool:
    return one.share < other.share and other.raw - one.raw >= RISE


def _blocks(claims: Sequence[Claim]) -> list[_Block]:
    """Claims by rising confidence in blocks of at least ``SMALLEST_BLOCK``, equal ones together."""
    blocks: list[_Block] = []
    for claim in sorted(claims, key=lambda each: each.confidence):
        one = _Block(claim.confidence, float(claim.right), 1)
        full = bool(blocks) and blocks[-1].n >= SMALLEST_BLOCK and claim.confidence > blocks[-1].raw
        if blocks and not full:
            blocks[-1] = blocks[-1].joined(one)
        else:
            blocks.append(one)
    if len(blocks) > 1 and blocks[-1].n < SMALLEST_BLOCK:
        blocks[-2:] = [blocks[-2].joined(blocks[-1])]
    return blocks
