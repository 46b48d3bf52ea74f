"""The lines a heading may take up, and where its anchors stand among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pipeline.parse import anchors
from pipeline.parse.spots import Entry, Spot
from schemas.text import Table

_LONGEST = 60
"""Lines: no heading with its addressees is longer."""

Placed = tuple[int, Spot]
"""A line and its place among the document's entries."""


@dataclass(frozen=True)
class Top:
    """Lines of a heading and the places of its anchors; ``None`` where there is none.

    ``caption``: the first line that begins with a type name and goes on in capitals.
    """

    spots: tuple[Placed, ...]
    number: int | None
    dateline: int | None
    about: int | None
    title: int | None
    to: int | None
    caption: int | None

    @cached_property
    def by_place(self) -> dict[int, Spot]:
        return dict(self.spots)

    @property
    def below_agencies(self) -> int | None:
        """The first line that is surely below the agencies."""
        found = [at for at in (self.number, self.about, self.title, self.to) if at is not None]
        return min(found, default=None)


def lines_of_top(entries: Sequence[Entry]) -> list[Placed]:
    """The first page's lines up to the first table or sign of the foot."""
    spots: list[Placed] = []
    first = next((entry.page_index for entry in entries if isinstance(entry, Spot)), 0)
    for at, entry in enumerate(entries[:_LONGEST]):
        if isinstance(entry, Table):
            if len(spots) > 3:
                break
            continue
        if entry.page_index != first or anchors.is_distribution(entry):
            break
        spots.append((at, entry))
    return spots


def find_top(spots: Sequence[Placed]) -> Top:
    """Each anchor's first place; an anchor further down than the body begins counts for nothing."""
    end = body_start(spots)
    above = [(at, spot) for at, spot in spots if at < end and not anchors.is_enclosure(spot)]

    def first(check: Callable[[Spot], bool]) -> int | None:
        return next((at for at, spot in above if check(spot)), None)

    number = first(lambda spot: anchors.is_number(spot) and _in_number_column(spot))
    if number is None:
        number = first(lambda spot: anchors.is_blank_number(spot) and _in_number_column(spot))
    if number is None:
        number = first(lambda spot: anchors.is_symbol(spot) and spot.boxed and spot.middle < 0.5 and spot.height < 0.3)
    title = first(lambda spot: anchors.type_name(spot.text) is not None)
    about = first(lambda spot: anchors.is_about(spot) and spot.middle < 0.55 and (title is None or not spot.centred))
    to = first(anchors.is_to)
    if about is not None and any(about > other for other in (title, to) if other is not None):
        about = None
    return Top(tuple(spots), number, first(anchors.is_dateline), about, title, to, first(_is_caption))


def _is_caption(spot: Spot) -> bool:
    """A line in capitals that begins with a type name and goes on: "BÁO CÁO TÌNH HÌNH …"."""
    return anchors.type_prefix(spot.text) > 0 and (not spot.boxed or 0.3 < spot.middle < 0.7)


def _in_number_column(spot: Spot) -> bool:
    """The number stands in the left column, but some offices centre it."""
    return spot.middle < 0.58


def body_start(spots: Sequence[Placed]) -> int:
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
