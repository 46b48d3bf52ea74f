"""Words chained to their right neighbours: pieces of lines that no wide gap interrupts.

Chains are local, so that a page tilted by a degree or two needs no straightening, and two columns
whose baselines do not match are never mixed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.layout.metrics import Placed
from schemas.folding import fold
from schemas.geometry import Box, hull

_WIDEST_SPACE = 1.7
"""In ems: justified lines stretch their spaces, columns stand further apart."""
_TOUCHING = 0.6
"""In ems: how far a box may reach into the box of the word before it."""

_BULLETS = frozenset("-–—+•*")
_RIGHT_HEAD = re.compile(r"\b(cong h\w{1,3} x\w h\w{1,2}i|dang cong san v|doc l[aậ]p\s?[-–—.]?\s?tu d)")
"""The national name, the motto and the Party's heading: whatever stands before them is the left column."""
_BELOW_HEAD = re.compile(r"\W{0,3}kinh\s?gu\w?\b")
_CALL = re.compile(r"\bkinh\s?gu\w?\s?:")


@dataclass(frozen=True)
class Segment:
    """Words of one line of one column, left to right; ``baseline`` is at the segment's middle."""

    words: tuple[Placed, ...]

    @cached_property
    def box(self) -> Box:
        box = hull(placed.box for placed in self.words)
        assert box is not None
        return box

    @cached_property
    def size(self) -> float:
        return _median([placed.size for placed in self.words])

    @cached_property
    def baseline(self) -> float:
        return _median([placed.baseline for placed in self.words])

    @cached_property
    def text(self) -> str:
        return " ".join(placed.word.text for placed in self.words)

    @cached_property
    def heads_right_column(self) -> bool:
        """Whether it is the national name, the motto or the Party's heading, which stand beside the agencies."""
        return _RIGHT_HEAD.match(fold(self.text)) is not None

    @cached_property
    def ends_columns(self) -> bool:
        """Whether it is "Kính gửi", which stands under both columns of the heading."""
        return _BELOW_HEAD.match(fold(self.text)) is not None


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def chain(words: Sequence[Placed], em: float) -> list[Segment]:
    """Chains of ``words``, each word in exactly one; ``em`` is the page's usual type size in points."""
    chains: list[list[Placed]] = []
    for placed in sorted(words, key=lambda placed: (placed.box.x0, placed.box.y0)):
        fitting = [(cost, index) for index, done in enumerate(chains) if (cost := _cost(done, placed, em)) is not None]
        if fitting:
            chains[min(fitting)[1]].append(placed)
        else:
            chains.append([placed])
    found = (part for words in chains for part in _split_at_head(Segment(tuple(words))))
    return [part for whole in found for part in _split_at_bullet(whole)]


def _cost(done: Sequence[Placed], placed: Placed, em: float) -> float | None:
    """How badly ``placed`` continues ``done``; ``None`` when it cannot."""
    last = done[-1]
    gap = placed.box.x0 - last.box.x1
    space = max(em, min(last.size, placed.size))
    same_line = placed.word.line == last.word.line
    if not -_TOUCHING * space * (3 if same_line else 1) <= gap <= _WIDEST_SPACE * space:
        return None
    drift = min(abs(placed.baseline - before.baseline) for before in done[-3:])
    shared = min(placed.box.y1, last.box.y1) - max(placed.box.y0, last.box.y0)
    # An engine's box may be far too high for its word; its own opinion of the line then holds.
    height = (min if same_line else max)(placed.box.height, last.box.height)
    if drift > 0.45 * em and shared < 0.6 * height:
        return None
    stamped = (placed.word.ink == "red") != (last.word.ink == "red")
    if stamped and (drift > 0.2 * em or gap < 0.1 * em):
        return None
    return abs(gap) + 3 * drift - (em if same_line else 0.0)


def _split_at_head(segment: Segment) -> list[Segment]:
    """Before the right column's heading, and before "Kính gửi:" with a stamp's words on its left."""
    folded = fold(segment.text)
    found = _RIGHT_HEAD.search(folded) or _CALL.search(folded)
    if not found or not found.start():
        return [segment]
    count = segment.text[: found.start()].count(" ")
    return [Segment(part) for part in (segment.words[:count], segment.words[count:]) if part]


def _split_at_bullet(segment: Segment) -> list[Segment]:
    """Two columns of bullets close together: the space before the second bullet is far wider than behind it."""
    words = segment.words
    for at in range(1, len(words) - 1):
        before = words[at].box.x0 - words[at - 1].box.x1
        behind = words[at + 1].box.x0 - words[at].box.x1
        if words[at].word.text in _BULLETS and before > 0.8 * segment.size and before > 2 * behind:
            return [Segment(words[:at]), *_split_at_bullet(Segment(words[at:]))]
    return [segment]
