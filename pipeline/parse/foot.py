"""The foot: Nơi nhận on the left, the signature on the right, the foot of a certified copy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.parse import anchors
from pipeline.parse.joint import left_block
from pipeline.parse.signing import is_damaged_name, is_name, is_signing
from pipeline.parse.spots import Entry, Spot
from schemas.text import Line

_BULLET = re.compile(r"^\W{0,3}[-–—~•+*]\s?\w")
_ARCHIVE = re.compile(r"^\W{0,4}l[uư]u\b")
_LIKE_LIST = re.compile(r"^\W{0,4}(nhu (tren|dieu|thanh phan|tp)\b|luu\s?(:|vt\b|van thu\b|van phong\b))")
_LEFT = 0.5
"""Share of the page's width: the middle of a line of Nơi nhận lies left of it."""

_SIGNED_HEIGHT = 60.0
"""Points: a signature takes as much between post and name, and the seal stands no higher than it."""


@dataclass
class Foot:
    """Zones of the foot; ``start`` is the first entry that is no longer body."""

    distribution: list[Line] = field(default_factory=list)
    signature: list[Line] = field(default_factory=list)
    copy: list[Line] = field(default_factory=list)
    start: int = 0


def parse_foot(entries: Sequence[Entry], head_end: int) -> Foot:
    """The foot of the document made of ``entries``, looked for behind its heading."""
    spots = [(at, entry) for at, entry in enumerate(entries) if isinstance(entry, Spot) and at >= head_end]
    copy_at = _copy_start(spots, len(entries))
    foot = Foot(start=copy_at, copy=[spot.line for at, spot in spots if at >= copy_at])
    spots = [(at, spot) for at, spot in spots if at < copy_at]
    at = distribution_start(spots)
    listed = _listed(spots, at) if at is not None else []
    foot.distribution = [spot.line for _, spot in listed]
    other = left_block(spots, at)
    taken = {place for place, _ in (*listed, *other)}
    signing = _signature(spots, at, taken, min((spot.box.y0 for _, spot in other if spot.box), default=None))
    foot.signature = [spot.line for _, spot in (*signing, *other)]
    starts = [place for place in (at, *(place for place, _ in (*signing[:1], *other[:1]))) if place is not None]
    foot.start = min([*starts, copy_at])
    return foot


def _copy_start(spots: Sequence[tuple[int, Spot]], end: int) -> int:
    """Where a certified copy's own foot begins: "SAO Y" behind the letter's foot; ``end`` when there is none.

    The same words as a stamp further up say nothing of where the letter ends.
    """
    found = next((index for index in range(len(spots) - 1, -1, -1) if anchors.is_copy(spots[index][1])), None)
    if found is None or distribution_start(spots[:found]) is None:
        return end
    return spots[found][0]


def distribution_start(spots: Sequence[tuple[int, Spot]]) -> int | None:
    """Where "Nơi nhận:" stands; when it was not read, where the list with "Lưu" begins that closes the letter."""
    led = [at for at, spot in spots if anchors.is_distribution(spot) and spot.middle < _LEFT + 0.01]
    if led:
        return led[-1]
    told = [index for index, (_, spot) in enumerate(spots) if _LIKE_LIST.match(spot.folded) and _listable(spot)]
    if not told:
        return None
    index = told[-1]
    while index and _same_page(spots, index) and _listed_above(spots, index):
        index -= 1
    return spots[index][0]


def _listed_above(spots: Sequence[tuple[int, Spot]], index: int) -> bool:
    """Whether the line above belongs to the list too: a bullet, or what a bullet close above it wraps to."""
    above = spots[index - 1][1]
    if not _listable(above) or spots[index][1].below(above) > 1.2:
        return False
    if _BULLET.match(above.text):
        return True
    return index > 1 and bool(_BULLET.match(spots[index - 2][1].text)) and above.below(spots[index - 2][1]) < 0.3


def _same_page(spots: Sequence[tuple[int, Spot]], index: int) -> bool:
    return spots[index][1].page_index == spots[index - 1][1].page_index


def _listable(spot: Spot) -> bool:
    """Short, in the left half, a bullet where there are no boxes to go by."""
    if not spot.boxed:
        return bool(_BULLET.match(spot.text)) and len(spot.text) < 90
    return spot.middle < 0.42 and spot.slack > 0.3 * (spot.page_width or 1)


def _listed(spots: Sequence[tuple[int, Spot]], start: int) -> list[tuple[int, Spot]]:
    """Lines of Nơi nhận: those in its column, to the archive line or a wide gap behind it."""
    found: list[tuple[int, Spot]] = []
    archived = False
    for at, spot in spots:
        if at < start or (at == start and not _says_more(spot)):
            continue
        if found and _list_ended(found[-1][1], spot, archived):
            break
        if not _in_list_column(spot) or (not spot.boxed and (is_signing(spot) or _odd(spot))):
            continue
        found.append((at, spot))
        archived = archived or bool(_ARCHIVE.match(spot.folded))
    return found


def _odd(spot: Spot) -> bool:
    """A register's stamp or a stray figure between the bullets."""
    return sum(character.isalpha() for character in spot.text) < 3


def _says_more(spot: Spot) -> bool:
    """Whether the line of "Nơi nhận" names a recipient too, or is one when the words were not read."""
    behind = re.split(r"[:;]", spot.text, maxsplit=1)
    return not anchors.is_distribution(spot) or (len(behind) > 1 and len(anchors.letters(behind[1])) > 2)


def _in_list_column(spot: Spot) -> bool:
    return not spot.boxed or (spot.middle < _LEFT and spot.height > 0.02)


def _list_ended(before: Spot, spot: Spot, archived: bool) -> bool:
    if spot.boxed:
        if spot.page_index != before.page_index:
            return archived
        return archived and (not _in_list_column(spot) or spot.below(before) > 1.0 or not _wraps(before, spot))
    if archived:
        return not (spot.gap == 0 and _wraps(before, spot))
    return is_signing(spot) or (spot.gap >= 1 and not _BULLET.match(spot.text) and is_name(spot))


def _wraps(before: Spot, spot: Spot) -> bool:
    """Whether an archive line goes on: it ended open, and what follows is no bullet."""
    return before.text.rstrip()[-1:] in ",-–(" and not _BULLET.match(spot.text)


def _signature(
    spots: Sequence[tuple[int, Spot]], listed_at: int | None, taken: set[int], level: float | None
) -> list[tuple[int, Spot]]:
    """Capacity and post, then the name: in the right half beside Nơi nhận, or around it in plain text.

    ``level``: where a second signature begins that stands on its left above Nơi nhận.
    """
    candidates = _beside(spots, listed_at, taken, level)
    first = next((index for index, (_, spot) in enumerate(candidates) if is_signing(spot)), None)
    names = [index for index, (_, spot) in enumerate(candidates) if is_name(spot)]
    names = names or [index for index, (_, spot) in enumerate(candidates) if is_damaged_name(spot)]
    if first is None:
        return _named(candidates, names[-1]) if names and listed_at is not None else []
    if names and names[0] < first:
        return _named(candidates, names[0])
    name = _surest_name(candidates, [index for index in names if index > first])
    while level is not None and first and _names_office(candidates[first - 1][1], candidates[first][1]):
        first -= 1
    titles = _titles(candidates[first:name]) if level is None else list(candidates[first:name])[:5]
    return titles + ([candidates[name]] if name is not None else [])


def _names_office(above: Spot, first: Spot) -> bool:
    """Whether a joint letter's signature begins with its office: capitals straight above capacity or post."""
    return above.upper_share > 0.8 and above.page_index == first.page_index and first.below(above) < 0.5


def _named(candidates: Sequence[tuple[int, Spot]], name: int) -> list[tuple[int, Spot]]:
    """A name with what was read of the post high above it: "GIÁM" of "GIÁM ĐỐC" is worth keeping, a seal's words are not."""
    above = [
        (at, spot)
        for at, spot in candidates[:name]
        if spot.boxed and spot.upper_share > 0.8 and len(anchors.letters(spot.text)) >= 4 and spot.middle > 0.55
    ]
    high = [(at, spot) for at, spot in above if candidates[name][1].foot - spot.foot > _SIGNED_HEIGHT]
    return [*high[:1], candidates[name]]


def _surest_name(candidates: Sequence[tuple[int, Spot]], names: Sequence[int]) -> int | None:
    """Of several lines that look like a name the one read best: a seal's letters are read badly. The first of equals."""
    return max(names, key=lambda index: (*_sureness(candidates[index][1]), -index), default=None)


def _sureness(spot: Spot) -> tuple[bool, float]:
    """Names are printed in small letters; capitals and doubtful words come second."""
    sure = sum(word.confidence for word in spot.line.words) / len(spot.line.words)
    return spot.upper_share < 0.8, round(sure, 1)


def _titles(candidates: Sequence[tuple[int, Spot]]) -> list[tuple[int, Spot]]:
    """Capacity and post lines from the top, to the first white band or line that is no capitals."""
    found: list[tuple[int, Spot]] = []
    for at, spot in candidates:
        if found and spot.below(found[-1][1]) > (2.0 if spot.boxed else 1.0):
            break
        if is_signing(spot) or (found and spot.upper_share > 0.8 and len(anchors.letters(spot.text)) >= 6):
            found.append((at, spot))
        elif len(found) >= 4:
            break
    return found


def _beside(
    spots: Sequence[tuple[int, Spot]], listed_at: int | None, listed: set[int], level: float | None
) -> list[tuple[int, Spot]]:
    """Lines that may belong to the signature, top to bottom."""
    if not spots:
        return []
    by_place = dict(spots)
    if listed_at is None:
        return _unlisted(spots)
    anchor = by_place[listed_at]
    if not anchor.boxed or anchor.box is None:
        return [(at, spot) for at, spot in spots if at not in listed and at > _before_list(spots, listed_at)]
    top = anchor.box.y0 - 60 if level is None else level - 20
    found = [
        (at, spot)
        for at, spot in spots
        if at not in listed
        and spot.page_index >= anchor.page_index
        and spot.box is not None
        and spot.middle > 0.5
        and (spot.page_index > anchor.page_index or spot.box.y0 > top)
        and (at > listed_at or is_signing(spot))
    ]
    return sorted(found, key=lambda pair: (pair[1].page_index, pair[1].box.y0 if pair[1].box else 0))


def _before_list(spots: Sequence[tuple[int, Spot]], listed_at: int) -> int:
    """The last line of running text before Nơi nhận: in plain text a signature may stand above it."""
    above = [(at, spot) for at, spot in spots if at < listed_at]
    place = listed_at
    for at, spot in reversed(above[-5:]):
        if not (is_signing(spot) or is_name(spot)):
            break
        place = at
    return place - 1 if place < listed_at else listed_at


def _unlisted(spots: Sequence[tuple[int, Spot]]) -> list[tuple[int, Spot]]:
    """Without Nơi nhận: from the last capacity or post near the end, in the right half of the page."""
    tail = spots[-14:]
    start = next(
        (i for i, (_, spot) in enumerate(tail) if is_signing(spot) and (not spot.boxed or spot.middle > 0.5)), None
    )
    return [] if start is None else [(at, spot) for at, spot in tail[start:] if not spot.boxed or spot.middle > 0.45]
