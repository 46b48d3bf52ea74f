"""The ink of a slot, cut free: rules, leaders, neighbouring print and other lines left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.handwriting.ink import Ink, Pixels, darkness, levelled
from pipeline.handwriting.pieces import INK, Mask, Piece, Pieces, pieces
from pipeline.handwriting.place import Place
from schemas.geometry import Box

_ABOVE, _BELOW = 0.9, 0.75
"""How far above and below the type beside it writing may reach, in ems."""
_DOT = 0.16  # ems: what is smaller is a dot of a leader, a colon or dirt
_SLASH_READ, _SLASH_SOUGHT = 0.35, 0.9
"""Ems before the slot's right limit from which a slash is looked for: less when OCR has read it, since a last 1 leans like one."""
_CLOSE, _DIGIT = 0.3, 0.42
"""Ems before the writing in which ink from this height on may be a digit of it."""
_RULE = 2.4  # ems: what runs on longer than this is a rule


@dataclass(frozen=True, slots=True)
class Cut:
    """``ink`` (h, w) of 0 to 1 holds nothing but the writing of ``place`` in a narrow margin; ``box`` is where it stands, in points.

    ``open_left``: where the slot begins was only reckoned, and ink that was left out stands close before the writing.
    """

    place: Place
    box: Box
    ink: Ink
    open_left: bool = False


@dataclass(frozen=True, slots=True)
class _Window:
    """Part of the page in pixels: its corner there, pixels to the point, and the limits of the slot within it."""

    left: int
    top: int
    scale: float
    em: float
    x0: float
    y0: float
    x1: float
    y1: float


def cut(image: Pixels, dpi: float, place: Place, to_slash: bool = True) -> Cut | None:
    """What is written at ``place`` on a page (h, w) or (h, w, 3) of ``dpi``; ``None`` when nothing is.

    ``to_slash``: a serial ends at the slash that its ink shows, if it shows one.
    """
    window, part = _window(image, dpi, place)
    if part.size == 0:
        return None
    ink = levelled(darkness(part))
    mask = _without_rules(ink > INK, window.em)
    kept = _writing(mask, window, place, to_slash)
    rows, columns = np.flatnonzero(kept.any(axis=1)), np.flatnonzero(kept.any(axis=0))
    if not rows.size or rows[-1] - rows[0] < 0.3 * window.em:
        return None
    top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    written = np.where(_spread(kept), ink, 0.0)[top:bottom, left:right]
    corner_x, corner_y = window.left + left, window.top + top
    box = Box(corner_x, corner_y, corner_x + right - left, corner_y + bottom - top).scaled(1 / window.scale)
    margin = 1 + round(0.03 * (bottom - top))
    open_left = not place.sure_left and _crowded(mask & ~kept, window, left)
    return Cut(place, box, np.pad(written, margin).astype(np.float32), open_left)


def _crowded(others: Mask, window: _Window, left: int) -> bool:
    """Whether ink as high as a digit stands on the line close before the column ``left``."""
    return any(
        piece.height > _DIGIT * window.em
        and window.y0 - 0.3 * window.em < piece.centre_y < window.y1 + 0.2 * window.em
        and piece.centre_x < left < piece.x1 + _CLOSE * window.em
        for piece in pieces(others).found
    )


def _window(image: Pixels, dpi: float, place: Place) -> tuple[_Window, Pixels]:
    scale = dpi / 72
    em = place.size * scale
    box = place.box.scaled(scale)
    left = max(0, round(box.x0 - em))
    top = max(0, round(box.y0 - _ABOVE * em))
    part = image[top : round(box.y1 + _BELOW * em), left : round(box.x1 + em)]
    return _Window(left, top, scale, em, box.x0 - left, box.y0 - top, box.x1 - left, box.y1 - top), part


def _without_rules(mask: Mask, em: float) -> Mask:
    """``mask`` without straight lines that run on across the slot; strokes that cross them stay whole."""
    import cv2

    pixels = mask.astype(np.uint8)
    length = max(3, round(min(_RULE * em, 0.8 * mask.shape[1])))
    rules = cv2.morphologyEx(pixels, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    if not rules.any():
        return mask
    thick = max(1, round(0.12 * em))
    rules = cv2.dilate(rules, np.ones((3, 1), np.uint8))
    beyond = np.where(rules > 0, 0, pixels)
    joined = cv2.morphologyEx(beyond, cv2.MORPH_CLOSE, np.ones((thick + 3, 1), np.uint8))
    return np.asarray((beyond > 0) | ((joined > 0) & (rules > 0) & mask), dtype=np.bool_)


def _writing(mask: Mask, window: _Window, place: Place, to_slash: bool) -> Mask:
    """The pieces of ``mask`` that are written in the slot."""
    seen = pieces(mask)
    leaders = place.kind.startswith("arrival")  # a stamp's run together; a heading's are dots, and 2 has a flat foot
    on_line = [piece for piece in seen.found if _on_line(piece, window, leaders)]
    low, high = _limits(window, place)
    if place.kind == "serial" and to_slash:
        high = min(high, _slash(seen, on_line, window, _SLASH_READ if place.sure_right else _SLASH_SOUGHT))
    kept = np.zeros_like(mask)
    for piece in on_line:
        own = seen.mask(piece)
        inside = float(own[:, round(low) : round(high)].sum()) / piece.area
        if inside >= 0.85 or (inside >= 0.5 and piece.width < 0.9 * window.em and low <= piece.centre_x <= high):
            kept |= own
        elif inside >= 0.25 and piece.width >= 0.9 * window.em:
            own[:, : round(low)] = False
            own[:, round(high) :] = False
            kept |= own
    return _without_strays(kept, window.em)


def _without_strays(mask: Mask, em: float) -> Mask:
    """``mask`` without small marks above or below its digits: accents of other lines, dirt."""
    seen = pieces(mask)
    tall = [piece for piece in seen.found if piece.height >= 0.5 * em]
    if not tall:
        return mask
    top, bottom = min(piece.y0 for piece in tall) - 0.12 * em, max(piece.y1 for piece in tall) + 0.05 * em
    stray = [p.label for p in seen.found if p.height < 0.5 * em and not top <= p.centre_y <= bottom]
    return np.asarray(mask & ~np.isin(seen.labels, stray), dtype=np.bool_)


def _slash(seen: Pieces, on_line: list[Piece], window: _Window, before_limit: float) -> float:
    """Where the slash before the symbol begins, when it stands free near the slot's right limit; else infinity.

    It is the last straight stroke there, from ``before_limit`` ems before the limit on, that leans to the right; what
    follows it is the symbol.
    """
    found = float("inf")
    for piece in sorted(on_line, key=lambda each: each.x0):
        middle = (piece.x0 + piece.x1) / 2
        near = window.x1 - before_limit * window.em < middle < window.x1 + 0.7 * window.em
        if near and 0.55 * window.em < piece.height < 1.3 * window.em and seen.leans(piece, window.em):
            found = piece.x0
    before = [piece for piece in on_line if window.x0 - 0.1 * window.em < piece.x0 < found - 0.1 * window.em]
    return found if before else float("inf")


def _limits(window: _Window, place: Place) -> tuple[float, float]:
    low = window.x0 - (0.04 if place.sure_left else 0.1) * window.em
    reckoned = 0.35 if place.kind == "serial" else 0.1
    high = window.x1 + (0.04 if place.sure_right else reckoned) * window.em
    return max(0.0, low), high


def _on_line(piece: Piece, window: _Window, leaders: bool) -> bool:
    """Whether a piece is big enough and stands on the slot's line, not above or below it.

    ``leaders``: whether dots that ran together may lie there.
    """
    size = max(piece.width, piece.height)
    frame = piece.height > 2.2 * window.em and piece.width < 0.4 * window.em
    flat = piece.height < 0.15 * window.em and piece.centre_y > window.y1 - 0.35 * window.em
    if size < _DOT * window.em or frame or (leaders and flat):
        return False
    reach = 0.35 if size > 0.4 * window.em else 0.05
    low, high = window.y0 - reach * window.em, window.y1 + min(reach, 0.2) * window.em
    return low <= piece.centre_y <= high


def _spread(mask: Mask) -> Mask:
    """``mask`` with the soft edges of its strokes."""
    import cv2

    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0, dtype=np.bool_)
