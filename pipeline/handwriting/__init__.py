"""Numbers written by hand or stamped into a letter's heading: found from the printed words beside them, and read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.handwriting.certainty import with_doubt
from pipeline.handwriting.cut import Cut, cut
from pipeline.handwriting.decode import candidates
from pipeline.handwriting.ink import picture
from pipeline.handwriting.place import Place
from pipeline.handwriting.places import Heading, headings
from pipeline.handwriting.recognizer import WRITTEN, Recognized, recognize
from pipeline.handwriting.stamped import read_stamps
from pipeline.handwriting.symbol import with_limit_seen
from pipeline.handwriting.unread import unread_serial, with_colon_seen
from schemas.text import SlotReading, Word

_UPPER = 0.6
"""Headings and arrival stamps stand above this share of the page's height."""
_READ = 0.5
"""From this confidence on a number was written, whatever the look of the slot says."""


def read_slots(image: NDArray[np.uint8], dpi: float, words: Sequence[Word]) -> tuple[SlotReading, ...]:
    """Readings of every slot of the headings on a page, top to bottom.

    ``image`` is the upright page, (h, w, 3) RGB or (h, w) grey; ``dpi`` its pixels to the inch; ``words``
    carry boxes in points of the same page. A slot in which nothing is written has no candidates.
    """
    upper = [word for word in words if word.box and word.box.y0 < _UPPER * image.shape[0] * 72 / dpi]
    cuts = slot_cuts(image, dpi, upper)
    read = iter(recognize([picture(each.ink) for _, each in cuts if each]))
    slots = [_slot(each, next(read), image, dpi) if each else _blank(place) for place, each in cuts]
    return (*slots, *read_stamps(image, dpi, upper))


def slot_cuts(image: NDArray[np.uint8], dpi: float, words: Sequence[Word]) -> list[tuple[Place, Cut | None]]:
    """Every slot of the headings that ``words`` lead to, with what is written in it; the rest as for ``read_slots``."""
    height, width = image.shape[0] * 72 / dpi, image.shape[1] * 72 / dpi
    found = [
        place
        for heading in headings(words, width, height)
        for place in (*_unread(heading, image, dpi), *(_seen(place, image, dpi) for place in heading.places))
    ]
    return [(place, cut(image, dpi, place)) for place in found]


def _seen(place: Place, image: NDArray[np.uint8], dpi: float) -> Place:
    """``place`` with the limits that the ink beside it shows."""
    return with_limit_seen(with_colon_seen(place, image, dpi), image, dpi)


def _blank(place: Place) -> SlotReading:
    return SlotReading(place.kind, place.box, "blank", ())


def _slot(written: Cut, read: Recognized, image: NDArray[np.uint8], dpi: float) -> SlotReading:
    scores, shares = read
    kind = written.place.kind
    found = candidates(scores, kind)
    sure = found[0].confidence if found else 0.0
    if WRITTEN[int(shares.argmax())] == "blank" and sure < _READ:
        return _blank(written.place)
    if kind == "serial":
        found = with_doubt(found, written, image, dpi)
    return SlotReading(kind, written.box, WRITTEN[int(shares[:-1].argmax())], found)


def _unread(heading: Heading, image: NDArray[np.uint8], dpi: float) -> tuple[Place, ...]:
    """The serial's slot of a heading in which no word led to it."""
    if heading.date is None or not heading.lacks_serial:
        return ()
    place = unread_serial(image, dpi, heading.date.box, heading.date.size)
    return (place,) if place else ()
