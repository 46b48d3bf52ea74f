"""Numbers written by hand or stamped into a letter's heading: found from the printed words beside them, and read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.handwriting.cut import cut
from pipeline.handwriting.decode import candidates
from pipeline.handwriting.ink import picture
from pipeline.handwriting.place import Place
from pipeline.handwriting.places import Heading, headings
from pipeline.handwriting.recognizer import WRITTEN, recognize
from pipeline.handwriting.unread import unread_serial
from schemas.text import SlotReading, Word


def read_slots(image: NDArray[np.uint8], dpi: float, words: Sequence[Word]) -> tuple[SlotReading, ...]:
    """Readings of every slot of the headings on a page, top to bottom.

    ``image`` is the upright page, (h, w, 3) RGB or (h, w) grey; ``dpi`` its pixels to the inch; ``words``
    carry boxes in points of the same page. A slot in which nothing is written has no candidates.
    """
    height, width = image.shape[:2]
    found = [
        place
        for heading in headings(words, width * 72 / dpi, height * 72 / dpi)
        for place in (*_unread(heading, image, dpi), *heading.places)
    ]
    cuts = [(place, cut(image, dpi, place)) for place in found]
    read = iter(recognize([picture(each.ink) for _, each in cuts if each]))
    readings: list[SlotReading] = []
    for place, each in cuts:
        if each is None:
            readings.append(SlotReading(place.kind, place.box, "blank", ()))
            continue
        scores, shares = next(read)
        written = WRITTEN[int(shares.argmax())]
        readings.append(SlotReading(place.kind, each.box, written, candidates(scores, place.kind)))
    return tuple(readings)


def _unread(heading: Heading, image: NDArray[np.uint8], dpi: float) -> tuple[Place, ...]:
    """The serial's slot of a heading in which no word led to it."""
    if heading.date is None or not heading.lacks_serial:
        return ()
    place = unread_serial(image, dpi, heading.date.box, heading.date.size)
    return (place,) if place else ()
