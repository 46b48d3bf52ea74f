"""The serial's slot on a line of which OCR read nothing: found by its colon and its slash (Decree 30/2020, box 3).

The number stands left of the place and date, on their line or within two lines of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.handwriting.anchors import EMS
from pipeline.handwriting.ink import Pixels, darkness, levelled
from pipeline.handwriting.pieces import INK, Piece, pieces
from pipeline.handwriting.place import Place
from pipeline.handwriting.symbol import slashes
from schemas.geometry import Box

_LEFT_MARGIN = 0.08  # of the page's width
_LINES = 2.2  # ems above and below the date's line
_LONGEST = 6.0  # ems from colon to slash


def unread_serial(image: Pixels, dpi: float, beside: Box, size: float) -> Place | None:
    """The slot left of a dateline whose own letters begin at ``beside`` (points), set in ``size``.

    ``None`` unless a slash with capitals after it stands on a line there that begins not far to its left.
    """
    scale, em = dpi / 72, size * dpi / 72
    left, right = round(_LEFT_MARGIN * image.shape[1]), round(beside.x0 * scale - em)
    top = max(0, round(beside.y0 * scale - _LINES * em))
    part = image[top : round(beside.y1 * scale + _LINES * em), left:right]
    if part.size == 0 or right - left < 4 * em:
        return None
    seen = pieces(levelled(darkness(part)) > INK)
    for slash in reversed(slashes(seen, em)):  # a 1 or 7 before the slash leans like one; what follows it does not
        colon = _colon_before(seen.found, slash.x0, slash.centre_y, em)
        beside_date = abs(top + slash.centre_y - beside.centre[1] * scale) < 1.2 * em
        begin = colon if colon is not None or not beside_date else _after_so(seen.found, slash, em)
        if begin is not None and begin < slash.x0 - 0.4 * em:
            box = Box(left + begin, top + slash.y0, left + slash.x0, top + slash.y1).scaled(1 / scale)
            return Place("serial", box, size, colon is not None, True)
    return None


def with_colon_seen(place: Place, image: Pixels, dpi: float) -> Place:
    """A serial's ``place`` whose left limit was only reckoned, with that of the colon of "Số:" where its ink shows it.

    ``image`` (h, w) or (h, w, 3) has ``dpi`` pixels to the inch.
    """
    if place.sure_left or place.kind != "serial":
        return place
    scale, em = dpi / 72, place.size * dpi / 72
    left, top = max(0, round(place.box.x1 * scale - _LONGEST * em)), max(0, round(place.box.y0 * scale - 0.3 * em))
    part = image[top : round(place.box.y1 * scale + 0.3 * em), left : round(place.box.x1 * scale)]
    if part.size == 0:
        return place
    foot = place.box.centre[1] * scale - top
    colon = _colon_before(pieces(levelled(darkness(part)) > INK).found, part.shape[1], foot, em)
    if colon is None:
        return place
    return replace(place, box=Box((left + colon) / scale, *_after_left(place.box)), sure_left=True)


def _after_left(box: Box) -> tuple[float, float, float]:
    return box.y0, box.x1, box.y1


def _colon_before(found: Sequence[Piece], limit: float, middle: float, em: float) -> float | None:
    """The right edge of the nearest colon left of ``limit``: two dots, one above the other, about ``middle``."""
    dots = [
        piece
        for piece in found
        if max(piece.width, piece.height) <= 0.22 * em
        and 0.4 * em < limit - piece.x1 < _LONGEST * em
        and abs(piece.centre_y - middle) < 0.5 * em
    ]
    pairs = [
        max(one.x1, two.x1)
        for one in dots
        for two in dots
        if abs(one.centre_x - two.centre_x) < 0.1 * em and 0.18 * em < two.centre_y - one.centre_y < 0.5 * em
    ]
    return float(max(pairs)) if pairs else None


def _after_so(found: Sequence[Piece], slash: Piece, em: float) -> float | None:
    """Where "Số:" ends if it begins the slash's line; ``None`` when the line begins too far or too near."""
    line = [
        piece
        for piece in found
        if piece.height > 0.45 * em and piece.x0 < slash.x0 and abs(piece.centre_y - slash.centre_y) < 0.35 * em
    ]
    start = min((piece.x0 for piece in line), default=slash.x0)
    return start + (EMS["so"] + 0.1) * em if 2.0 * em < slash.x0 - start < (_LONGEST + 1.5) * em else None
