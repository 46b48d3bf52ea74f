"""Letters of two issuers: a second signature on the left, above Nơi nhận, beside that of who heads the letter."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.parse.signing import is_name, is_signing
from pipeline.parse.spots import Spot

_LEVEL = 25.0
"""Points: both signatures begin on one line, give or take an office named in two lines."""
_HIGH = 230.0
"""Points from the second signature's first line to Nơi nhận."""


def left_block(spots: Sequence[tuple[int, Spot]], listed_at: int | None) -> list[tuple[int, Spot]]:
    """The second signature's lines, office, post and name; empty when one alone signs."""
    if listed_at is None:
        return []
    anchor = dict(spots)[listed_at]
    above = [(at, spot) for at, spot in spots if at < listed_at and _left_above(spot, anchor)]
    while above and not is_name(above[-1][1]):
        above.pop()
    block = above[-1:]
    for at, spot in reversed(above[:-1]):
        if spot.upper_share < 0.8 or len(block) > 5:
            break
        block.insert(0, (at, spot))
    signed = len(block) > 1 and any(is_signing(spot) for _, spot in block)
    return block if signed and _matched(spots, block[0][1]) else []


def _left_above(spot: Spot, anchor: Spot) -> bool:
    if spot.box is None or anchor.box is None or spot.page_index != anchor.page_index:
        return False
    return spot.middle < 0.5 and 0 < anchor.box.y0 - spot.box.y0 < _HIGH


def _matched(spots: Sequence[tuple[int, Spot]], first: Spot) -> bool:
    """Whether another signature begins on the right at the same height."""
    return any(
        spot.middle > 0.5
        and spot.page_index == first.page_index
        and spot.upper_share > 0.8
        and abs(spot.foot - first.foot) < _LEVEL
        for _, spot in spots
    )
