"""A slot before its ink is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.geometry import Box
from schemas.text import SlotKind


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number is to be written: ``box`` goes from limit to limit and over the height of the type beside it.

    ``size`` is the type size in points; ``sure_left`` and ``sure_right`` tell whether a printed
    neighbour's own box gives the limit, or only reckoning from the type size.
    """

    kind: SlotKind
    box: Box
    size: float
    sure_left: bool = True
    sure_right: bool = True
