"""The slots of a page's headings (Decree 30/2020, annex I, boxes 3 and 4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.handwriting.anchors import EMS, Anchor, anchors, printed_width, same_row
from pipeline.handwriting.dateline import Dateline, date_places, datelines, heads_a_letter, row_size, words_before
from pipeline.handwriting.place import Place
from schemas.geometry import Box
from schemas.text import Word

_SLASHED = re.compile(r"[/\\|⁄](?=(?:[A-ZĐƯ]{2,}|\w{2,}[-–][A-ZĐƯ]{2,})[\w.&–/-]*[.,;:]?$)")
_HYPHENED = re.compile(r"[A-ZĐƯ]{2,}\w*[-–][A-ZĐƯ][\w.&-]*[.,;:]?$")
_PARTY = re.compile(r"^[-–]?(?:[A-ZĐ]{2,3}|QĐi|TTr|CTr|QyĐ)/[A-ZĐ]{2}")
_PARTY_GLUED = re.compile(r"(?<=\w)[-–](?=(?:CV|QĐi?|CTr?|TTr?|KL|NQ|QC|BC|HD|TB|BB|KH|GM)/[A-ZĐ]{2})")
_YEARED = re.compile(r"(?:^|\d\w?)(?=/(?:19|20)\d\d/)")
_COLON = 0.28
_UPPER = 0.55
_NARROWEST = 0.86
"""A word narrower than this share of what its letters take up was not read right."""


def symbol_start(word: Word, box: Box, size: float) -> tuple[float, bool] | None:
    """Where the symbol with its slash begins in ``word``, and whether its own box says so; ``None`` without one."""
    text = word.text
    if _PARTY.match(text):
        return box.x0, True
    party = _PARTY_GLUED.search(text)
    size *= _narrower(box, text, size)
    if party:
        return _reckoned(box, text[party.start() :], 0.0, size), False
    slash, yeared, hyphened = _SLASHED.search(text), _YEARED.search(text), _HYPHENED.search(text)
    if yeared:
        start = yeared.end()
    elif slash:
        start = slash.start()
    elif hyphened:
        lost = 0.0 if hyphened.start() == 0 else _COLON
        return _reckoned(box, text[hyphened.start() :], lost, size), False
    else:
        return None
    if start == 0 and box.width < 1.3 * printed_width(text) * size:
        return box.x0, True
    return _reckoned(box, text[start:], 0.0, size), False


def _narrower(box: Box, text: str, size: float) -> float:
    """How much narrower than reckoned a word is set: faces differ. Digits by hand only make it wider."""
    return min(1.0, max(_NARROWEST, box.width / (printed_width(text) * size)))


def _reckoned(box: Box, printed: str, lost: float, size: float) -> float:
    """Left end of the ``printed`` end of a word, with ``lost`` ems before it that OCR did not read."""
    return max(box.x0 - lost * size, box.x1 - (printed_width(printed) + lost) * size)


def _row_after(words: Sequence[Word], anchor: Anchor) -> list[tuple[Word, Box]]:
    """The anchor's own word and those that follow it closely on its line."""
    row = [(word, word.box) for word in words if word.box and same_row(word.box, anchor.box)]
    row = sorted((pair for pair in row if pair[1].x0 >= anchor.box.x0), key=lambda pair: pair[1].x0)
    kept: list[tuple[Word, Box]] = []
    for word, box in row:
        if kept and box.x0 - max(each.x1 for _, each in kept) > 70:
            break
        kept.append((word, box))
    return kept


def serial_place(anchor: Anchor, words: Sequence[Word], size: float) -> Place | None:
    """The slot between "Số" and the symbol; ``None`` when no symbol follows on the line."""
    for word, box in _row_after(words, anchor):
        start = symbol_start(word, box, size)
        if start is None:
            continue
        right, sure_right = start
        usual = (EMS["so"] + _COLON) * size
        sure_left = anchor.tight and anchor.box.width < 1.2 * usual
        left = anchor.box.x1 if sure_left else anchor.box.x0 + usual
        top, bottom = (anchor.box.y0 + box.y0) / 2, (anchor.box.y1 + box.y1) / 2
        return Place("serial", Box(left, top, max(right, left + 0.8 * size), bottom), size, sure_left, sure_right)
    return None


def _begins_line(anchor: Anchor, words: Sequence[Word], size: float) -> bool:
    before = words_before(words, anchor.box, size)
    return not any(character.isalnum() for word in before for character in word.text)


def _unnumbered(words: Sequence[Word], line: Dateline) -> Place | None:
    """The serial's slot where OCR lost "Số": left of a symbol that stands beside the date."""
    for word in words:
        if (
            word.box is None
            or word.box.x1 > line.box.x0
            or abs(word.box.centre[1] - line.box.centre[1]) > 2 * line.size
        ):
            continue
        start = symbol_start(word, word.box, line.size)
        if start:
            left = start[0] - 3.2 * line.size if start[1] else min(word.box.x0 + 1.3 * line.size, start[0] - line.size)
            return Place("serial", Box(left, word.box.y0, start[0], word.box.y1), line.size, False, start[1])
    return None


def _serial_near(
    anchor: Anchor, words: Sequence[Word], heads: Sequence[Dateline], width: float, height: float
) -> Place | None:
    if anchor.box.x0 > 0.5 * width or anchor.box.y0 > _UPPER * height:
        return None
    near = [line for line in heads if abs(line.box.centre[1] - anchor.box.centre[1]) < 60]
    if heads and not near:
        return None
    size = near[0].size if near else row_size(words, anchor.box)
    return serial_place(anchor, words, size) if _begins_line(anchor, words, size) else None


@dataclass(frozen=True, slots=True)
class Heading:
    """A letter's printed date, if any, and the slots that belong to it; the serial's may be lacking."""

    date: Dateline | None
    places: tuple[Place, ...]

    @property
    def lacks_serial(self) -> bool:
        return all(place.kind != "serial" for place in self.places)


def headings(words: Sequence[Word], width: float, height: float) -> tuple[Heading, ...]:
    """Every heading of a page (``width`` by ``height`` points) with the slots that its words lead to."""
    found = anchors(words)
    dates = [line for line in datelines(found, words) if heads_a_letter(line, words, width, height)]
    numbers = [_serial_near(anchor, words, dates, width, height) for anchor in found if anchor.name == "so"]
    serials = [place for place in numbers if place]
    if not dates:
        return tuple(Heading(None, (place,)) for place in serials)
    return tuple(
        Heading(line, (*_serials_of(line, dates, serials, words), *date_places(line, words))) for line in dates
    )


def _serials_of(
    line: Dateline, dates: Sequence[Dateline], serials: Sequence[Place], words: Sequence[Word]
) -> tuple[Place, ...]:
    """The serials nearest to this date of all dates; where OCR lost "Số", the one its symbol leads to."""

    def away(date: Dateline, place: Place) -> float:
        return abs(date.box.centre[1] - place.box.centre[1])

    own = tuple(place for place in serials if min(dates, key=lambda date: away(date, place)) is line)
    unnumbered = None if own else _unnumbered(words, line)
    return (unnumbered,) if unnumbered else own
