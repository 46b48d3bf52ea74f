"""How badly a page was treated: named severities and the ranges their dice are thrown in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from numpy.random import Generator

Device = Literal["scanner", "fax", "phone"]
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Severity:
    """Shares are from 0 to 1. ``skew`` is in degrees, ``curl`` in points, ``noise`` in grey levels.

    ``by_hand``: share of letters whose serial and date are written by hand. ``additions``: chance of each
    mark that readers leave (notes, ticks, staples). ``speckles`` are per page.
    """

    name: str
    by_hand: float
    unrest: float
    devices: Mapping[Device, float]
    resolutions: tuple[int, ...]
    skew: float
    curl: float
    perspective: float
    blur: Range
    noise: Range
    speckles: Range
    bleed: Range
    tint: float
    one_bit: float
    quality: Range
    additions: float
    wear: Range
    toner: Range


CLEAN = Severity(
    "clean", by_hand=0.4, unrest=0.5, devices={"scanner": 1.0}, resolutions=(200, 200, 300), skew=0.25, curl=0.0,
    perspective=0.0, blur=(0.0, 0.5), noise=(0.0, 2.0), speckles=(0, 6), bleed=(0.0, 0.0), tint=0.0, one_bit=0.15,
    quality=(80, 92), additions=0.1, wear=(0.0, 0.25), toner=(-0.1, 0.2),
)  # fmt: skip
MIDDLE = Severity(
    "middle", by_hand=0.7, unrest=0.9, devices={"scanner": 0.9, "fax": 0.04, "phone": 0.06},
    resolutions=(150, 200, 200, 200), skew=0.8, curl=1.2, perspective=0.012, blur=(0.3, 0.9), noise=(2.0, 7.0),
    speckles=(10, 80), bleed=(0.0, 0.10), tint=0.25, one_bit=0.35, quality=(45, 80), additions=0.35,
    wear=(0.1, 0.5), toner=(-0.3, 0.5),
)  # fmt: skip
BAD = Severity(
    "bad", by_hand=0.85, unrest=1.2, devices={"scanner": 0.45, "fax": 0.2, "phone": 0.35},
    resolutions=(110, 130, 150, 200), skew=1.8, curl=4.0, perspective=0.045, blur=(0.6, 1.5), noise=(5.0, 16.0),
    speckles=(60, 500), bleed=(0.04, 0.22), tint=0.4, one_bit=0.5, quality=(22, 55), additions=0.6,
    wear=(0.3, 0.8), toner=(-0.6, 0.9),
)  # fmt: skip

SEVERITIES: Mapping[str, Severity] = {one.name: one for one in (CLEAN, MIDDLE, BAD)}


def within(span: Range, dice: Generator) -> float:
    return float(dice.uniform(*span))


def device(severity: Severity, dice: Generator) -> Device:
    """The machine that took the pictures of one letter."""
    names = list(severity.devices)
    return names[int(dice.choice(len(names), p=list(severity.devices.values())))]
