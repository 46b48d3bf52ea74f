"""Type name and subject: "V/v …" under the number of a công văn, else a title and the lines under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.parse import anchors
from pipeline.parse.markers import find_marker
from pipeline.parse.openers import opens_body
from pipeline.parse.spots import Spot
from pipeline.parse.top import Placed, Top
from schemas.folding import fold
from schemas.text import Passage

Found = tuple[Passage | None, Passage | None, set[int]]
"""Title, subject, and the places of their lines."""

_UNEVEN = 24.0
"""Points: how much further from one margin than from the other a centred line may stand."""
_SAME_MIDDLE = 0.02
"""Share of the page's width."""
_GROUNDS = re.compile(r"\W*can cu (?!vao do)\w|[-–+]\s*(?:thuc hien|thi hanh|xet|theo|de) \w")
"""How the grounds below a title begin ("- Căn cứ Quy định …"), which no subject does on its second line."""


def find_subject(top: Top, used: set[int], attached: bool) -> Found:
    """Title and subject of a heading; ``used`` are places of lines that other zones have."""
    about = _about(top, used)
    subject = Passage.of(spot.line for _, spot in about) if about else None
    places = {at for at, _ in about}
    if top.title is None:
        if subject is not None or (top.number is not None and not attached):
            return None, subject, places
        return _captioned(top, used | places)
    title = Passage.of([top.by_place[top.title].line])
    places.add(top.title)
    if subject is not None:
        return title, subject, places
    under = _under_title(top, used)
    return title, _from_about(Passage.of(spot.line for _, spot in under)), places | {at for at, _ in under}


def _about(top: Top, used: set[int]) -> list[Placed]:
    """ "V/v …" and the lines it wraps to; the lines there too when "V/v" is not printed or was not read."""
    start = top.about
    if start is None and top.title is None and top.number is not None:
        start = top.number + 1
    found: list[Placed] = []
    for at, spot in top.spots:
        if start is None or at < start:
            continue
        if at in used:
            if found or at == start:
                break
            continue
        if found and (_about_ended(found[-1][1], spot, len(found)) or _names_office(found[0][1], spot)):
            break
        if not found and start != top.about and not _under_number(spot, at - start):
            break
        found.append((at, spot))
    return found


def _under_number(spot: Spot, below: int) -> bool:
    """Whether a line without "V/v" stands where the subject does: right under the number, in its column."""
    plain = spot.upper_share < 0.5 and not anchors.is_to(spot) and not anchors.is_dateline(spot)
    words = len(anchors.letters(spot.text)) >= 6
    return plain and words and below == 0 and spot.boxed and spot.middle < 0.42 and spot.gap < 1.5


def _names_office(first: Spot, spot: Spot) -> bool:
    """Words in capitals under a subject in small letters: the stamp of the office that received the letter."""
    return first.upper_share < 0.5 and spot.upper_share > 0.85 and len(spot.line.words) > 1 and len(spot.text) > 9


def _about_ended(before: Spot, spot: Spot, count: int) -> bool:
    if anchors.is_to(spot) or anchors.is_printed_head(spot) or anchors.is_dateline(spot) or count >= 9:
        return True
    if spot.box is None or before.box is None:
        return spot.gap >= 1 or len(spot.text) > 90
    if spot.page_index != before.page_index or spot.box.y0 < before.box.y0:
        return True
    return spot.below(before) > 1.3 or spot.middle > 0.55 or spot.box.x0 > before.box.x1


def _under_title(top: Top, used: set[int]) -> list[Placed]:
    found: list[Placed] = []
    title = top.by_place[top.title or 0]
    for at, spot in top.spots:
        if at <= (top.title or 0) or at in used:
            continue
        after = top.by_place.get(at + 1)
        running = spot.full and after is not None and after.full
        if running or _title_ended(title, spot, [line for _, line in found]):
            break
        found.append((at, spot))
    return found


def _title_ended(title: Spot, spot: Spot, found: Sequence[Spot]) -> bool:
    if anchors.is_to(spot) or anchors.is_dateline(spot) or anchors.is_number(spot) or anchors.is_enclosure(spot):
        return True
    if anchors.type_name(spot.text) or len(found) >= 8:
        return True
    if found and _GROUNDS.match(spot.folded):
        return True
    before = found[-1] if found else title
    if not spot.boxed:
        return (bool(found) and (spot.gap >= 1 or opens_body(spot))) or len(spot.text) > 200
    if spot.box is not None and before.box is not None and spot.box.y0 < before.box.y0 - 3:
        return True
    about = not found and "ve viec" in spot.folded[:50]
    centred = abs(spot.indent - spot.slack) <= _UNEVEN or _aligned(title, spot)
    if not (centred or about) or (found and spot.below(before) > 1.2):
        return True
    starts = (spot.full or _indented(spot)) and (opens_body(spot) or spot.below(before) > 0.6)
    return (starts and bool(found)) or _repeats_issuer(spot, found)


def _indented(spot: Spot) -> bool:
    """Whether it reaches the right margin from a first line's indent, as no centred line does."""
    return spot.boxed and spot.slack < 8 and 15 < spot.indent < 60


def _repeats_issuer(spot: Spot, found: Sequence[Spot]) -> bool:
    """The issuer repeated in capitals above a decision's grounds, under a subject in small letters."""
    return bool(found) and spot.upper_share > 0.8 and all(line.upper_share < 0.5 for line in found)


def _from_about(subject: Passage) -> Passage | None:
    """Without the marks of a stamp that were read in front of "Về việc"."""
    found = re.search(r"\bve viec\b", fold(subject.text))
    if found and 0 < found.start() < 50:
        subject = subject.slice(found.start())
    return subject if subject.text else None


def _captioned(top: Top, used: set[int]) -> Found:
    """A title in capitals that is more than a type name: "BÁO CÁO TÌNH HÌNH …", "PHỤ LỤC I", "DANH SÁCH …"."""
    start = top.caption
    if start is None:
        start = next((at for at, spot in top.spots[:12] if at not in used and _captions(spot)), None)
    if start is None:
        return None, None, set()
    found: list[Placed] = []
    for at, spot in top.spots:
        if at < start or at in used:
            continue
        after = top.by_place.get(at + 1)
        running = spot.full and after is not None and after.full
        if found and (running or _caption_ended([line for _, line in found], spot)):
            break
        found.append((at, spot))
    whole = Passage.of(spot.line for _, spot in found)
    cut = anchors.type_prefix(whole.text)
    title = whole.slice(0, cut) if cut else None
    rest = whole.slice(cut)
    return title, rest if rest.text else None, {at for at, _ in found}


def _captions(spot: Spot) -> bool:
    placed = not spot.boxed or 0.3 < spot.middle < 0.7
    if find_marker(spot.text) or anchors.is_enclosure(spot) or len(anchors.letters(spot.text)) < 6 or not placed:
        return False
    return spot.upper_share > 0.8 or anchors.type_prefix(spot.text) > 0


def _caption_ended(found: Sequence[Spot], spot: Spot) -> bool:
    if anchors.is_enclosure(spot) or anchors.is_to(spot) or find_marker(spot.text) or len(found) >= 6:
        return True
    if not spot.boxed:
        return spot.gap >= 1 or spot.upper_share < 0.6
    return not _aligned(found[0], spot) or opens_body(spot) or spot.below(found[-1]) > 0.8


def _aligned(first: Spot, spot: Spot) -> bool:
    """Whether both lines are centred on the same place."""
    return abs(spot.middle - first.middle) < _SAME_MIDDLE
