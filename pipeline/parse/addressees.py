"""Kính gửi: what follows on its line and stands under it, to the first line of the body."""

from __future__ import annotations

import re

from pipeline.parse import anchors
from pipeline.parse.openers import opens_body
from pipeline.parse.spots import Spot
from pipeline.parse.top import Placed, Top

_BULLET = re.compile(r"^\W{0,2}[-–—~•+*]\s?\w")
_SALUTES = re.compile(r"^\W{0,3}kinh thua\b")
_FAR_IN = 60.0
"""Points from the margin: addressees are listed further in than a first line's indent."""


def find_addressees(top: Top, used: set[int], titled: bool) -> list[int]:
    """Places of the lines from "Kính gửi" on; ``used`` are places that other zones have."""
    start = top.to if top.to is not None else _unled(top, used, titled)
    found: list[Placed] = []
    for at, spot in top.spots:
        if start is None or at < start or at in used:
            continue
        if found and (_ended(found[-1][1], spot, listed=len(found) > 2) or _runs_on(top, at)):
            break
        if not found or _ink(spot):
            found.append((at, spot))
    return [at for at, _ in found]


def _ink(spot: Spot) -> bool:
    return sum(character.isalpha() for character in spot.text) >= 3


def _unled(top: Top, used: set[int], titled: bool) -> int | None:
    """Bullets set far in, straight after a công văn's heading, when "Kính gửi" itself was not read."""
    if titled or top.number is None or not used:
        return None
    after = next(((at, spot) for at, spot in top.spots if at > max(used)), None)
    if after is None or not after[1].boxed or after[1].indent < _FAR_IN or not _BULLET.match(after[1].text):
        return None
    return after[0]


def _runs_on(top: Top, at: int) -> bool:
    """Whether running text begins here, its first words lost under a stamp: line upon line to the right margin."""
    lines = [top.by_place.get(place) for place in (at, at + 1, at + 2)]
    first, *others = [line for line in lines if line is not None]
    if len(others) < 2 or not first.boxed or _BULLET.match(first.text) or first.slack > 12:
        return False
    running = all(line.indent < 8 and line.upper_share < 0.5 and not _BULLET.match(line.text) for line in others)
    return running and others[0].full


def _ended(before: Spot, spot: Spot, listed: bool) -> bool:
    """Whether ``spot`` is no addressee any more but the body's first line."""
    bullet = _BULLET.match(spot.text) is not None
    bracket = spot.text.lstrip().startswith("(")
    if (
        _SALUTES.match(spot.folded)
        or anchors.is_about(spot)
        or anchors.type_name(spot.text)
        or anchors.is_dateline(spot)
    ):
        return True
    if not spot.boxed:
        return _ended_in_text(before, spot, bullet or bracket)
    white = spot.below(before)
    if bullet or bracket:
        return spot.indent < 20 and white > 1.5
    closed = before.text.rstrip()[-1:] in ".;)" or before.slack > 30
    running = spot.indent < _FAR_IN + 2 and spot.slack < 40
    outdented = before.indent > _FAR_IN and spot.indent < before.indent - 20
    opens = opens_body(spot) and spot.indent < 75
    if white > 3 or (opens and (closed or listed or white > 0.8)):
        return True
    return running and (closed or white > 0.8) and (spot.indent > 15 or outdented or white > 0.6)


def _ended_in_text(before: Spot, spot: Spot, bullet: bool) -> bool:
    """Without boxes: bullets go on, a wrapped line goes on, anything else after a blank line is the body."""
    if bullet or anchors.letters(before.text) == "kinhgui":
        return False
    if opens_body(spot) and len(spot.text) > 60:
        return True
    return spot.gap >= 1 or len(spot.text) > 120 or before.text.rstrip()[-1:] == "."
