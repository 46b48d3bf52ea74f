"""Where a printed symbol begins, told from its ink: the slash before it, or its first capital (Decree 30/2020, box 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipeline.handwriting.ink import Pixels, darkness, levelled
from pipeline.handwriting.pieces import INK, Piece, Pieces, line_through, pieces
from pipeline.handwriting.place import Place
from schemas.geometry import Box

_LOW, _HIGH = 0.5, 0.95
"""Ems: how high printed capitals stand, Q with its tail and letters with marks among them."""
_CAPITAL = 0.62
"""Ems that a capital takes up: touching ones are counted by their width."""
_SLASH = 0.3
"""Ems that a slash takes up before its capital."""
_NEAR = 0.9
"""Ems by which the reckoned limit of a slot may be wrong."""
_FOLLOWING = 3.2
"""Ems of the symbol that are looked at."""


def slashes(seen: Pieces, em: float, near: float | None = None) -> list[Piece]:
    """Slashes followed closely by at least two capitals, free ones and those that touch the first; left to right.

    ``near``: the column about which they are looked for; none is everywhere.
    """
    there = [p for p in seen.found if near is None or abs(p.x0 - near) < _NEAR * em]
    free = [p for p in there if 0.55 * em < p.height < 1.2 * em and seen.leans(p, em)]
    touching = [p for p in there if p.width > 0.45 * em and _capital(p, em) and _leans_on_left(seen, p, em)]
    found = {p.label: p for p in (*free, *touching) if _capitals_after(seen.found, p, em) >= 2}
    return sorted(found.values(), key=lambda piece: piece.x0)


def with_limit_seen(place: Place, image: Pixels, dpi: float) -> Place:
    """A serial's ``place`` with the right limit that the symbol's ink shows.

    ``image`` (h, w) or (h, w, 3) has ``dpi`` pixels to the inch. Without a slash near the limit, or capitals near one
    that was only reckoned, ``place`` stays as it is: a symbol's word may begin with digits that were not read.
    """
    if place.kind != "serial":
        return place
    scale, em = dpi / 72, place.size * dpi / 72
    left, top = max(0, round(place.box.x1 * scale - 1.5 * em)), max(0, round(place.box.y0 * scale - 0.3 * em))
    part = image[top : round(place.box.y1 * scale + 0.3 * em), left : round(place.box.x1 * scale + _FOLLOWING * em)]
    if part.size == 0:
        return place
    seen = pieces(levelled(darkness(part)) > INK)
    limit = place.box.x1 * scale - left
    right = _slash_near(seen, em, limit)
    if right is None and not place.sure_right:
        right = _before_capitals(seen, em, limit)
    if right is None or (left + right) / scale < place.box.x0 + 0.5 * place.size:
        return place
    box = Box(place.box.x0, place.box.y0, (left + right) / scale, place.box.y1)
    return replace(place, box=box, sure_right=True)


def _slash_near(seen: Pieces, em: float, limit: float) -> float | None:
    """Where the last slash near ``limit`` begins: a 1 or 7 before it leans like one, nothing behind it does."""
    return max((float(slash.x0) for slash in slashes(seen, em, limit)), default=None)


def _before_capitals(seen: Pieces, em: float, limit: float) -> float | None:
    """Room for a slash before the capital that fits ``limit`` best: the slash has grown into the last digit."""
    starts = (p.x0 - _SLASH * em for p in seen.found if _capital(p, em) and _capitals_after(seen.found, p, em) >= 2)
    near = [start for start in starts if abs(start - limit) < 0.5 * em]
    return min(near, key=lambda start: abs(start - limit), default=None)


def _capital(piece: Piece, em: float) -> bool:
    return _LOW * em < piece.height < _HIGH * em


def _capitals_after(found: Sequence[Piece], piece: Piece, em: float) -> int:
    """How many capitals follow closely on the line of ``piece``."""
    after = (
        p
        for p in found
        if p is not piece
        and _capital(p, em)
        and 0 <= p.x0 - piece.x0 < 2.2 * em
        and abs(p.centre_y - piece.centre_y) < 0.25 * em
    )
    return sum(max(1, round(p.width / (_CAPITAL * em))) for p in after)


def _leans_on_left(seen: Pieces, piece: Piece, em: float) -> bool:
    """Whether the left outline of a piece is one straight line that leans to the right: a slash grown into a letter."""
    mask = seen.labels[piece.y0 : piece.y1, piece.x0 : piece.x1] == piece.label
    first = mask.argmax(axis=1)
    rows = np.flatnonzero(mask.any(axis=1))[1:-1]
    if rows.size < 0.5 * em:
        return False
    slope, start = line_through(rows, first[rows])
    off = np.abs(first[rows] - (slope * rows + start))
    return bool(-0.6 < slope < -0.2 and off.max() < 0.09 * em)
