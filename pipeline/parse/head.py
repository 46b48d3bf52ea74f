"""The heading: agencies, number, place and date, type name, subject, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.parse import anchors
from pipeline.parse.arrival import arrival_spots
from pipeline.parse.spots import Entry, Spot
from schemas.text import Line, Passage, Table

_LONGEST = 60
"""Lines: no heading with its addressees is longer."""
_BODY_OPENER = re.compile(
    r"^(can cu|thuc hien|theo |tiep theo|phuc dap|tra loi|nham |trong |sau khi|ngay \d|de |vua qua|qua |hien nay|"
    r"xet |tren co so|truoc tinh|dieu \d|[iv1]{1,3}[.]|1[.)])"
)


@dataclass
class Head:
    """The zones of a heading, and ``end``: how many entries of the document belong to it."""

    agencies: list[Line] = field(default_factory=list)
    number: Passage | None = None
    dateline: Passage | None = None
    title: Passage | None = None
    subject: Passage | None = None
    addressees: list[Line] = field(default_factory=list)
    arrival: list[Line] = field(default_factory=list)
    marks: list[Line] = field(default_factory=list)
    party: bool = False
    end: int = 0


@dataclass(frozen=True)
class _Anchors:
    """Positions of the anchor lines among the entries; ``None`` where there is none."""

    number: int | None
    dateline: int | None
    about: int | None
    title: int | None
    to: int | None

    @property
    def first_low(self) -> int | None:
        """The first line that is surely below the agencies."""
        found = [at for at in (self.number, self.about, self.title, self.to) if at is not None]
        return min(found, default=None)


def parse_head(entries: Sequence[Entry]) -> Head:
    """The heading that ``entries`` (one document's) begin with; an empty one when there is none."""
    spots = _top(entries)
    stamps = arrival_spots(spots)
    usable = [(at, spot) for at, spot in spots if at not in stamps]
    found = _find(usable)
    head = Head(arrival=[spot.line for at, spot in spots if at in stamps])
    head.party = any(anchors.is_party_head(spot) for _, spot in usable)
    head.marks = [spot.line for _, spot in usable if anchors.is_mark(spot)]
    used = {at for at, spot in usable if anchors.is_mark(spot)} | stamps
    _take_number(head, usable, found, used)
    _take_dateline(head, usable, found, used)
    _take_agencies(head, usable, found, used)
    _take_about(head, usable, found, used)
    _take_title(head, usable, found, used)
    _take_addressees(head, usable, found, used)
    used |= {at for at, spot in usable if anchors.is_state_head(spot) or anchors.is_party_head(spot)}
    head.end = max(used, default=-1) + 1
    return head


def _top(entries: Sequence[Entry]) -> list[tuple[int, Spot]]:
    """The lines a heading may take up: those of the first page, to the first sign of the body or foot."""
    spots: list[tuple[int, Spot]] = []
    first = next((entry.page_index for entry in entries if isinstance(entry, Spot)), 0)
    for at, entry in enumerate(entries[:_LONGEST]):
        if isinstance(entry, Table):
            continue
        if entry.page_index != first or anchors.is_distribution(entry):
            break
        spots.append((at, entry))
    return spots


def _find(spots: Sequence[tuple[int, Spot]]) -> _Anchors:
    """Each anchor's first place; an anchor further down than a letter's body begins counts for nothing."""
    end = _body_start(spots)
    top = [(at, spot) for at, spot in spots if at < end]

    def first(check: object) -> int | None:
        return next((at for at, spot in top if callable(check) and check(spot)), None)

    number = first(lambda spot: anchors.is_number(spot) and _left_or_unplaced(spot))
    if number is None:
        number = first(lambda spot: anchors.is_blank_number(spot) and _left_or_unplaced(spot))
    title = first(lambda spot: anchors.type_name(spot.text) is not None)
    about = first(lambda spot: anchors.is_about(spot) and (title is None or not spot.centred) and spot.middle < 0.55)
    if about is not None and title is not None and about > title:
        about = None
    return _Anchors(number, first(anchors.is_dateline), about, title, first(anchors.is_to))


def _left_or_unplaced(spot: Spot) -> bool:
    return spot.middle < 0.55 or (spot.boxed and spot.folded.lstrip().startswith("so") and spot.middle < 0.62)


def _body_start(spots: Sequence[tuple[int, Spot]]) -> int:
    """The first line that is running text: two full lines one under the other, or a long line without boxes."""
    for (at, spot), (_, after) in pairwise(spots):
        if anchors.is_to(spot) or anchors.is_number(spot):
            continue
        if not spot.boxed and len(spot.text) > 160:
            return at
        full = spot.boxed and spot.slack < 12 and after.boxed and after.indent < 12 and spot.upper_share < 0.5
        if full and spot.indent < 60 and after.slack < 40 and spot.height > 0.15:
            return at
    return spots[-1][0] + 1 if spots else 0


def _take_number(head: Head, spots: Sequence[tuple[int, Spot]], found: _Anchors, used: set[int]) -> None:
    if found.number is None:
        return
    by_place = dict(spots)
    spot = by_place[found.number]
    start = anchors.dateline_start(spot.text)
    passage = Passage.of([spot.line])
    used.add(found.number)
    if start is not None:
        passage = passage.slice(0, start)
    elif passage.text.rstrip()[-1] in "/-–" or anchors.is_blank_number(spot):
        after = by_place.get(found.number + 1)
        if after is not None and re.match(r"^\W?[A-ZĐ]{2,}[\w\-–/ ]{0,20}$", after.text):
            passage = Passage.of([spot.line, after.line])
            used.add(found.number + 1)
    head.number = passage


def _take_dateline(head: Head, spots: Sequence[tuple[int, Spot]], found: _Anchors, used: set[int]) -> None:
    if found.dateline is None:
        return
    line = dict(spots)[found.dateline].line
    start = anchors.dateline_start(line.text) or 0
    head.dateline = Passage.of([line]).slice(start)
    used.add(found.dateline)


def _take_agencies(head: Head, spots: Sequence[tuple[int, Spot]], found: _Anchors, used: set[int]) -> None:
    """Capitals above the number in the left column; without a number, above the first line below them."""
    low = found.first_low if found.first_low is not None else found.dateline
    if low is None:
        low = max((at + 1 for at, spot in spots if anchors.is_state_head(spot)), default=0)
    low_box = by_place[low].box if (by_place := dict(spots)).get(low) else None
    floor = low_box.y0 + 4 if low_box else None
    for at, spot in spots:
        below = floor is not None and spot.box is not None and spot.box.y0 > floor
        if at in used or (at >= low and floor is None) or below or not _agency_like(spot):
            continue
        head.agencies.append(spot.line)
        used.add(at)


def _agency_like(spot: Spot) -> bool:
    if anchors.is_state_head(spot) or anchors.is_party_head(spot) or anchors.type_name(spot.text):
        return False
    letters = sum(character.isalpha() for character in spot.text)
    return letters >= 3 and spot.upper_share > 0.6 and spot.middle < 0.56 and spot.height < 0.4


def _take_about(head: Head, spots: Sequence[tuple[int, Spot]], found: _Anchors, used: set[int]) -> None:
    """The subject of a công văn: "V/v …" under the number, or the lines there when "V/v" is not printed or not read."""
    start = found.about
    if start is None and found.title is None and found.number is not None:
        start = found.number + 1
    if start is None:
        return
    lines: list[Line] = []
    before: Spot | None = None
    for at, spot in spots:
        if at < start or at in used:
            if at > start and at in used and lines:
                break
            continue
        if before is not None and _about_ended(before, spot, lines):
            break
        if before is None and start != found.about and not _about_place(spot, at - start):
            break
        lines.append(spot.line)
        used.add(at)
        before = spot
    head.subject = Passage.of(lines) if lines else None


def _about_place(spot: Spot, below: int) -> bool:
    """Whether a line without "V/v" stands where the subject does: right under the number, in its column."""
    plain = spot.upper_share < 0.5 and not anchors.is_to(spot) and not anchors.is_dateline(spot)
    words = len(anchors.letters(spot.text)) >= 6
    return plain and words and below == 0 and spot.boxed and spot.middle < 0.42 and spot.gap < 1.5


def _about_ended(before: Spot, spot: Spot, lines: Sequence[Line]) -> bool:
    if anchors.is_to(spot) or anchors.is_state_head(spot) or anchors.is_dateline(spot) or anchors.is_mark(spot):
        return True
    if anchors.is_party_head(spot) or len(lines) >= 9:
        return True
    if not spot.boxed or spot.box is None or before.box is None:
        return spot.gap >= 1 or len(spot.text) > 90
    if spot.page_index != before.page_index or spot.box.y0 < before.box.y0:
        return True
    return spot.below(before) > 1.3 or spot.middle > 0.55 or spot.box.x0 > before.box.x1


def _take_title(head: Head, spots: Sequence[tuple[int, Spot]], found: _Anchors, used: set[int]) -> None:
    """The type name and, where no "V/v" stood under the number, the lines under it."""
    if found.title is None:
        return
    by_place = dict(spots)
    title = by_place[found.title]
    head.title = Passage.of([title.line])
    used.add(found.title)
    if head.subject is not None:
        return
    lines: list[Line] = []
    before = title
    for at, spot in spots:
        if at <= found.title or at in used:
            continue
        after = by_place.get(at + 1)
        if _subject_ended(before, spot, lines) or (spot.full and after is not None and after.full):
            break
        lines.append(spot.line)
        used.add(at)
        before = spot
    head.subject = Passage.of(lines) if lines else None


def _subject_ended(before: Spot, spot: Spot, lines: Sequence[Line]) -> bool:
    if anchors.is_to(spot) or anchors.is_mark(spot) or anchors.is_dateline(spot) or anchors.is_number(spot):
        return True
    if anchors.type_name(spot.text) or len(lines) >= 8:
        return True
    if not spot.boxed:
        opener = bool(_BODY_OPENER.match(spot.folded)) and bool(lines)
        return (bool(lines) and spot.gap >= 1) or opener or len(spot.text) > 200
    if spot.box is not None and before.box is not None and spot.box.y0 < before.box.y0:
        return True
    if abs(spot.indent - spot.slack) > 24 or (bool(lines) and spot.below(before) > 1.2):
        return True
    opens = spot.full and (bool(_BODY_OPENER.match(spot.folded)) or spot.below(before) > 0.6)
    return (opens and bool(lines)) or _authority(spot, lines)


def _authority(spot: Spot, lines: Sequence[Line]) -> bool:
    """The issuer repeated in capitals above a decision's grounds, under a subject in small letters."""
    if not lines or spot.upper_share < 0.8:
        return False
    printed = "".join(line.text for line in lines)
    return sum(character.islower() for character in printed) > 0.5 * sum(character.isalpha() for character in printed)


def _take_addressees(head: Head, spots: Sequence[tuple[int, Spot]], found: _Anchors, used: set[int]) -> None:
    """ "Kính gửi" and what stands under it, to the first line of the body."""
    start = found.to
    if start is None:
        start = _unled_addressees(head, spots, used)
    if start is None:
        return
    before: Spot | None = None
    for at, spot in spots:
        if at < start or at in used:
            continue
        if (
            before is not None
            and not _printed_head(spot)
            and _addressees_ended(before, spot, bool(head.addressees[1:]))
        ):
            break
        if before is not None and (not _ink(spot) or _printed_head(spot)):
            continue
        head.addressees.append(spot.line)
        used.add(at)
        before = spot


def _printed_head(spot: Spot) -> bool:
    """A line of the right column, which is read after the left one although it stands beside it."""
    return anchors.is_state_head(spot) or anchors.is_party_head(spot)


def _ink(spot: Spot) -> bool:
    return sum(character.isalpha() for character in spot.text) >= 3


def _unled_addressees(head: Head, spots: Sequence[tuple[int, Spot]], used: set[int]) -> int | None:
    """Bullets set far in, straight after a công văn's heading, when "Kính gửi" itself was not read."""
    if head.title is not None or head.number is None or not used:
        return None
    rest = [(at, spot) for at, spot in spots if at > max(used)]
    if rest and rest[0][1].boxed and rest[0][1].indent > 80 and re.match(r"^\W{0,2}[-–~]\s", rest[0][1].text):
        return rest[0][0]
    return None


def _addressees_ended(before: Spot, spot: Spot, listed: bool) -> bool:
    bullet = re.match(r"^\W{0,2}[-–—~•+*]\s?\w", spot.text) is not None
    bracket = spot.text.lstrip().startswith("(")
    if anchors.is_about(spot) or anchors.type_name(spot.text) or anchors.is_dateline(spot):
        return True
    if not spot.boxed:
        return _unplaced_ended(before, spot, bullet or bracket)
    white = spot.below(before)
    if bullet or bracket:
        return spot.indent < 20 and white > 1.5
    closed = before.text.rstrip()[-1:] in ".;)" or before.slack > 30
    running = spot.indent < 62 and spot.slack < 40
    outdented = before.indent > 60 and spot.indent < before.indent - 20
    words = spot.folded.lstrip(" .,-_'`~")
    opens = _BODY_OPENER.match(words) is not None and spot.indent < 75
    if white > 3 or (opens and (closed or listed or white > 0.8)):
        return True
    return running and (closed or white > 0.8) and (spot.indent > 15 or outdented or (closed and white > 0.6))


def _unplaced_ended(before: Spot, spot: Spot, bullet: bool) -> bool:
    """Without boxes: bullets go on, a wrapped line goes on, anything else after a blank line is the body."""
    alone = anchors.letters(before.text) == "kinhgui"
    if bullet or alone:
        return False
    return spot.gap >= 1 or len(spot.text) > 120 or before.text.rstrip()[-1:] == "."
