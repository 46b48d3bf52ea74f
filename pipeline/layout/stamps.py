"""The stamp ĐẾN, lifted off the text it was put over (Decree 30/2020, annex IV: a frame of 35 by 50 mm).

It stands on whatever is below the number: subject, addressees. Its words must not be read with theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.layout.metrics import Placed
from schemas.folding import fold
from schemas.geometry import Box, hull

_ENTRIES = {"number": re.compile(r"so\W{0,2}$|so[:.]"), "date": re.compile(r"ngay\b"), "to": re.compile(r"chuyen\b")}
_OTHERS = frozenset({"khan", "hoa", "toc", "thuong", "mat", "toi", "tuyet", "kinh", "gui"})
"""Folded words that may stand inside the frame, even in red, and are none of the stamp's."""
_AROUND = " .,:;|'\"“”`"
_HIGH, _WIDE = 60.0, 120.0
"""Points: how far from ĐẾN its entries stand, up or down and to the right."""
_NAME_ABOVE = 32.0
"""Points: the office's name stands this close above the first entry, in one line or two."""
_ENTRY_WIDTH = 100.0
"""Points: what is written in an entry goes no further."""


def lift_stamp(words: Sequence[Placed], height: float) -> tuple[list[Placed], list[Placed]]:
    """The words of a stamp ĐẾN and all others; no stamp's words when none can be told apart.

    ``height``: the page's, in points; a stamp stands in its upper half.
    """
    for seed in words:
        if seed.word.text.strip(" :|.") in ("ĐẾN", "ĐÊN") and seed.box.y1 < height / 2:
            entries = _entries(words, seed)
            if len(entries) > 1:
                return _parted(words, seed, entries)
    return [], list(words)


def _entries(words: Sequence[Placed], seed: Placed) -> list[Placed]:
    """Of each entry's printed word the one nearest to ĐẾN."""
    found = []
    for pattern in _ENTRIES.values():
        near = [
            placed
            for placed in words
            if pattern.match(fold(placed.word.text)) and _near(placed, seed) and not _leads_symbol(words, placed)
        ]
        if near:
            found.append(min(near, key=lambda placed: abs(placed.baseline - seed.baseline)))
    return found


def _near(placed: Placed, seed: Placed) -> bool:
    across = placed.box.x0 - seed.box.x0
    return -20 < across < _WIDE and abs(placed.baseline - seed.baseline) < _HIGH


def _leads_symbol(words: Sequence[Placed], entry: Placed) -> bool:
    """Whether the letter's own number stands here: a symbol follows on the line."""
    return any("/" in placed.word.text and _follows(placed, entry) and placed.word.text.isupper() for placed in words)


def _follows(placed: Placed, entry: Placed) -> bool:
    across = placed.box.x0 - entry.box.x0
    return 0 <= across < _ENTRY_WIDTH and abs(placed.baseline - entry.baseline) < 0.6 * entry.size


def _parted(words: Sequence[Placed], seed: Placed, entries: Sequence[Placed]) -> tuple[list[Placed], list[Placed]]:
    printed = [seed, *entries]
    coloured = seed.word.ink == "red"
    frame = hull(placed.box for placed in printed)
    assert frame is not None
    region = Box(frame.x0 - 30, frame.y0 - _NAME_ABOVE, frame.x0 + 175, frame.y1 + 6)
    lifted = {id(placed) for placed in printed}
    for placed in words:
        inside = region.contains(*placed.box.centre) and fold(placed.word.text).strip(_AROUND) not in _OTHERS
        if inside and (placed.word.ink == "red" if coloured else False):
            lifted.add(id(placed))
    for entry in entries:
        lifted |= {id(placed) for placed in _written(words, entry, coloured)}
    stamp = [placed for placed in words if id(placed) in lifted]
    return stamp, [placed for placed in words if id(placed) not in lifted]


def _written(words: Sequence[Placed], entry: Placed, coloured: bool) -> list[Placed]:
    """What was written in an entry: blue where inks are told apart, else what follows without a gap."""
    found: list[Placed] = []
    edge = entry.box.x1
    for placed in sorted(words, key=lambda placed: placed.box.x0):
        if placed is entry or not _follows(placed, entry) or placed.word.text in ("-", "–", "+", "Kính"):
            continue
        if coloured and placed.word.ink == "blue":
            found.append(placed)
        elif not coloured and placed.box.x0 - edge < 1.4 * max(entry.size, 10.0):
            found.append(placed)
            edge = placed.box.x1
    return found
