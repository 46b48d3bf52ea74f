"""The signature block looked at once more, line by line: names and posts under seals and pen strokes.

Tesseract's page analysis takes print that a seal or a pen stroke touches for a picture. A line that is
cut out and freed of them reads well. What was read well on the page stays; what is neither a name nor a
post is not taken (Decree 30/2020, annex I, II.7 and II.8: the seal covers a third of the signature).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

import cv2
import numpy as np

from corpus.gazetteer.spelling import bare
from pipeline.ocr.engine import Engine
from pipeline.ocr.half_names import with_whole_names
from pipeline.ocr.ink import InkLayers
from pipeline.ocr.name_lines import with_weighed_name
from pipeline.ocr.plausible import as_signing_line, is_head_post
from pipeline.ocr.stamped_posts import with_deputys_post
from pipeline.ocr.strokes import text_bands, without_strokes
from schemas.geometry import Box, hull
from schemas.image import Pixels
from schemas.text import Word

_ABOVE, _BELOW = 70.0, 210.0  # points from "Nơi nhận" in which the block stands beside it
_WIDEST = 240.0  # points: no post's line is as long
_LEFT = 0.42  # share of the page's width; the block stands right of it
_WELL_READ = 0.85
_DENIED = 0.05
_MARGIN = 4.0  # points around a line
_BEFORE, _MARK_INK = 40.0, 8.0  # points before a post, square points of ink there: two letters by hand have more
_LEAST_TILT, _MOST_TILT = 0.6, 8.0  # degrees; rubber stamps of names are tilted


@dataclass(frozen=True, slots=True, eq=False)
class _Band:
    """A line cut out of the page: ``grey`` as scanned, ``freed`` of strokes; ``box`` in points of the page.

    ``preceded`` where something else is drawn close before it.
    """

    grey: Pixels
    freed: Pixels
    box: Box
    preceded: bool


def read_signature(words: Sequence[Word], layers: InkLayers, dpi: float, engine: Engine) -> tuple[Word, ...]:
    """``words`` with the lines of the signature block read again where they were read badly or not at all."""
    width = layers.black.shape[1] * 72 / dpi
    anchor = _anchor(words, width)
    if anchor is None:
        return tuple(words)
    block = Box(_LEFT * width, max(anchor - _ABOVE, 0.0), width, anchor + _BELOW)
    kept, inks = tuple(words), tuple(_layers(layers))
    for layer in inks:
        for band in _bands(layer, block, dpi):
            if not _well_read(band.box, kept):
                kept = _with_line(kept, band, dpi, engine)
    kept = with_deputys_post(kept, inks[0], block, dpi)
    whole = with_whole_names(kept, inks, block, dpi, width / 2)
    return _agreed(whole, kept, with_weighed_name(whole, inks, block, dpi))


def _agreed(told: tuple[Word, ...], before: Sequence[Word], weighed: tuple[Word, ...]) -> tuple[Word, ...]:
    """``weighed``; where strokes had ``told`` for sure what was not read ``before``, and letters say otherwise, neither."""
    old, now = set(map(id, before)), {word.text for word in weighed}
    new = {id(word) for word in told if id(word) not in old and word.confidence >= _WELL_READ}
    if not new:
        return weighed
    denied = {id(word) for word in told if id(word) in new and word.text not in now}
    return tuple(replace(word, confidence=_DENIED) if id(word) in denied else word for word in told)


def _anchor(words: Sequence[Word], width: float) -> float | None:
    """The height of "Nơi nhận:", else of "Lưu:" less what usually stands between them; ``None`` without both."""
    found = None
    for word, after in zip_longest(words, words[1:]):
        if word.box is None or word.box.x0 > 0.4 * width:
            continue
        text = bare(word.text)
        if text.startswith("noi") and after is not None and bare(after.text).startswith("nhan"):
            found = word.box.y0
        elif found is None and text.strip("-–: ").startswith("luu") and ":" in word.text:
            found = word.box.y0 - 70
    return found


def _layers(layers: InkLayers) -> Iterator[Pixels]:
    if layers.blue_mask is None:
        yield layers.black
    else:
        pen = cv2.dilate(layers.blue_mask, np.ones((3, 3), np.uint8)) > 0
        yield np.where(pen, 255, layers.black).astype(np.uint8)
    if layers.red is not None:
        yield layers.red


def _bands(layer: Pixels, block: Box, dpi: float) -> Iterator[_Band]:
    """Lines of text on ``layer`` within ``block``."""
    scale = dpi / 72
    left, top = round(block.x0 * scale), round(block.y0 * scale)
    grey = layer[top : round(block.y1 * scale), left:]
    if min(grey.shape) < 20 * scale:
        return
    ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    freed = without_strokes(ink, scale)
    margin = round(_MARGIN * scale)
    for x0, y0, x1, y1 in text_bands(freed, scale):
        if x0 < scale or x1 - x0 > _WIDEST * scale:
            continue  # running text, cut at the block's edge
        window = (slice(max(y0 - margin, 0), y1 + margin), slice(max(x0 - 2 * margin, 0), x1 + margin))
        near = cv2.dilate(freed[window], np.ones((3, 3), np.uint8)) > 0
        page_box = Box((left + x0) / scale, (top + y0) / scale, (left + x1) / scale, (top + y1) / scale)
        before = freed[y0:y1, max(x0 - round(_BEFORE * scale), 0) : x0 - round(scale)]
        preceded = bool(np.count_nonzero(before) > _MARK_INK * scale**2)
        yield _Band(grey[window], np.where(near, grey[window], 255).astype(np.uint8), page_box, preceded)


def _well_read(box: Box, words: Sequence[Word]) -> bool:
    """Whether sure words cover the line from end to end."""
    sure = [
        word.box
        for word in words
        if word.box is not None and word.confidence >= _WELL_READ and _within(word.box, box) and word.box.height < 24
    ]
    return sum(min(each.x1, box.x1) - max(each.x0, box.x0) for each in sure) > 0.85 * box.width


def _within(word: Box, line: Box) -> bool:
    x, y = word.centre
    return line.grown(2.0).contains(x, y)


def _with_line(words: tuple[Word, ...], band: _Band, dpi: float, engine: Engine) -> tuple[Word, ...]:
    """``words`` with those of the line instead of what was read in its place, where the line is the better reading."""
    read = _read(band, dpi, engine)
    if not read:
        return words
    rivals = [word for word in words if word.box is not None and _in_place_of(word.box, read, band.box)]
    before = as_signing_line(sorted(rivals, key=lambda word: word.box.x0 if word.box else 0.0))
    if before and _worth(before) >= _worth(read):
        return words
    if (band.preceded or _reaches_further(rivals, read)) and not before and is_head_post(read):
        return words  # "KT." by hand before it would make it another's post
    read = tuple(_surer(word, rivals) for word in read)
    line = max((word.line for word in words), default=-1) + 1
    gone = set(map(id, rivals))
    return (*(word for word in words if id(word) not in gone), *(replace(word, line=line) for word in read))


def _in_place_of(box: Box, read: Sequence[Word], band: Box) -> bool:
    """Whether a word in ``box`` is what was ``read`` now, or a scrap beside it on the same line."""
    if _within(box, band):
        return True
    whole = hull(word.box for word in read if word.box is not None)
    smaller = min(box.width * box.height, whole.width * whole.height) if whole else 0.0
    return whole is not None and box.overlap(whole) > 0.4 * smaller


def _reaches_further(rivals: Sequence[Word], read: Sequence[Word]) -> bool:
    """Whether the page's first reading saw something before the line's first word."""
    start = min((word.box.x0 for word in read if word.box), default=0.0)
    return any(rival.box.x0 < start - _MARGIN for rival in rivals if rival.box and rival.text[:1].isalpha())


def _surer(word: Word, rivals: Sequence[Word]) -> Word:
    """``word``, or what the page's first reading had in its place when that was surer."""
    for rival in rivals:
        if rival.confidence > word.confidence and _same_span(rival.box, word.box) and len(rival.text) == len(word.text):
            return replace(word, text=rival.text, confidence=rival.confidence)
    return word


def _same_span(first: Box | None, second: Box | None) -> bool:
    if first is None or second is None:
        return False
    return min(first.x1, second.x1) - max(first.x0, second.x0) > 0.7 * max(first.width, second.width)


def _worth(words: Sequence[Word]) -> float:
    return sum(len(word.text) * word.confidence for word in words)


def _read(band: _Band, dpi: float, engine: Engine) -> tuple[Word, ...]:
    """The line as a name or post: as scanned and freed of strokes, sharp and soft, each word as it was surest."""
    best: tuple[Word, ...] = ()
    tilt = _tilt(band.freed)
    for picture, factor in _versions(band):
        read = as_signing_line(_line_words(picture, band.box, tilt, factor, dpi, engine))
        best = _surest(best, read)
        if best and min(word.confidence for word in best) >= _WELL_READ:
            break
    return best


def _versions(band: _Band) -> Iterator[tuple[Pixels, float]]:
    """Pictures of the line and by how much they are enlarged."""
    yield band.grey, 1.0
    yield band.freed, 1.0
    yield cv2.GaussianBlur(band.freed, (3, 3), 0), 1.5
    yield cv2.GaussianBlur(band.grey, (3, 3), 0), 2.0


def _surest(first: tuple[Word, ...], second: tuple[Word, ...]) -> tuple[Word, ...]:
    """Of two readings of a line the surer; word by word where they have as many."""
    if len(first) == len(second):
        return tuple(max(pair, key=lambda word: word.confidence) for pair in zip(first, second, strict=True))
    return max(first, second, key=_worth)


def _line_words(picture: Pixels, box: Box, tilt: float, factor: float, dpi: float, engine: Engine) -> tuple[Word, ...]:
    """Words of the line ``picture``; their boxes share the line's height, and stand where they were seen across it."""
    height, width = picture.shape
    if tilt:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), tilt, 1.0)
        picture = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=255)
    if factor != 1.0:
        picture = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    edge = round(3 * dpi * factor / 72)
    framed = cv2.copyMakeBorder(picture, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=255)
    words = engine.words(framed, dpi * factor, "line")
    start = box.x0 - min(2 * _MARGIN, box.x0) - 3.0
    return tuple(
        replace(word, box=Box(word.box.x0 + start, box.y0, word.box.x1 + start, box.y1)) for word in words if word.box
    )


def _tilt(freed: Pixels) -> float:
    """Degrees counter-clockwise that make the line level, from the letters' middles; 0 for a level line."""
    ink = cv2.threshold(freed, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    down, across = np.nonzero(ink)
    if len(across) < 50:
        return 0.0
    slope = float(np.polyfit(across.astype(np.float64), down.astype(np.float64), 1)[0])
    angle = float(np.degrees(np.arctan(slope)))
    return angle if _LEAST_TILT < abs(angle) < _MOST_TILT else 0.0
