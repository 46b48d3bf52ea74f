"""The stamp ĐẾN: its few lines stand close together somewhere in the heading (Decree 30/2020, annex IV)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.parse import anchors
from pipeline.parse.spots import Spot

_ARRIVED = re.compile(r"(^|\W)(CÔNG VĂN |CV\.? |VĂN BẢN )?(ĐẾN|ĐÊN|DẾN|ĐẼN|ĐỀN)(\W|$)")
_OTHER = re.compile(
    r"^\W{0,3}((kinh )?chuy[eê]n\W{0,2}|luu ho so|so va ky hieu|so\W{0,3}[\d.…_]|gio\W{0,3}[\d.…_:]|ngay\W{0,3}[\d.…_:]|den\W{0,2}so)"
)
_WITH_ENTRY = re.compile(r"^\W{0,3}(CÔNG VĂN |CV\.? |VĂN BẢN )?ĐẾN\W{1,6}(Số|Ngày)\W")
"""ĐẾN with an entry on its line, whatever OCR read into the line behind it."""
_WIDE, _HIGH = 180.0, 110.0
"""Points: half as much again as the stamp's 50 by 35 mm, because it is often aslant."""
_REACH = 5
"""Lines: how far from ĐẾN its other lines stand in text without boxes."""


def arrival_spots(spots: Sequence[tuple[int, Spot]]) -> set[int]:
    """Places of the stamp's lines; empty when no ĐẾN stands on the page as a stamp prints it."""
    seeds = [(at, spot) for at, spot in spots if _is_seed(spot)]
    found = {at for at, spot in spots for seed_at, seed in seeds if at == seed_at or _belongs(at, spot, seed_at, seed)}
    by_place = dict(spots)
    while found and (above := by_place.get(min(found) - 1)) is not None and _names_office(above, by_place[min(found)]):
        found.add(min(found) - 1)
    return found


def _names_office(above: Spot, first: Spot) -> bool:
    """Whether a line in capitals close above the stamp's first entry names the office that received the letter."""
    if above.upper_share < 0.8 or anchors.is_printed_head(above) or anchors.is_number(above):
        return False
    if above.box is None or first.box is None:
        return above.box is None and first.gap == 0
    return 0 < first.foot - above.foot < 45 and above.box.x0 < first.box.x1 and first.box.x0 < above.box.x1


def _is_seed(spot: Spot) -> bool:
    if _WITH_ENTRY.match(spot.text) and not spot.boxed:
        return True
    return bool(_ARRIVED.search(spot.text)) and len(spot.text) < 60 and spot.height < 0.55 and not anchors.is_to(spot)


def _belongs(at: int, spot: Spot, seed_at: int, seed: Spot) -> bool:
    if anchors.is_number(spot) or anchors.is_dateline(spot) or not _OTHER.match(spot.folded):
        return False
    if spot.box is None or seed.box is None:
        return abs(at - seed_at) <= _REACH
    near_x = abs(spot.box.centre[0] - seed.box.centre[0]) < _WIDE
    return near_x and abs(spot.box.centre[1] - seed.box.centre[1]) < _HIGH
