"""What an office does its own way within (and beside) Decree 30/2020, annex I, chosen by a seed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from numpy.random import PCG64, Generator

from corpus.typesetter.faces import Face, Family


@dataclass(frozen=True, slots=True)
class OfficeStyle:
    """Sizes and distances in points. ``left_share``: part of the width that the left heading takes.

    ``stamped_signer``: the signer's post and name are put there with rubber stamps, in red.
    """

    family: Family = "OfficeSerif"
    body_size: float = 14.0
    head_size: float = 12.0
    leading: float = 1.2
    gap: float = 4.0
    indent: float = 36.0
    left: float = 85.0
    right: float = 48.0
    top: float = 58.0
    bottom: float = 58.0
    left_share: float = 0.42
    agency_rule: bool = True
    motto_dash: str = "-"
    number_colon: str = "Số: "
    page_numbers: Literal["top", "bottom", "none"] = "top"
    two_columns: bool = False
    addressees_below: bool = False
    space_in_number: bool = False
    stamped_signer: bool = False

    @property
    def body(self) -> Face:
        return Face(self.family, self.body_size)

    @property
    def head(self) -> Face:
        return Face(self.family, self.head_size)

    def tightened(self) -> tuple[OfficeStyle, ...]:
        """The same style closer and closer set, as typists do to save a page; then looser, to fill one."""
        closer = replace(self, leading=min(self.leading, 1.15), gap=min(self.gap, 2.0))
        small = replace(closer, body_size=13.0, top=min(self.top, 48.0), bottom=min(self.bottom, 48.0))
        looser = replace(self, leading=self.leading + 0.18, gap=self.gap + 3.0)
        return closer, small, looser

    @classmethod
    def chosen(cls, seed: int) -> OfficeStyle:
        """A style that an office might have; the same for the same seed."""
        dice = Generator(PCG64(seed))
        return cls(
            family="OfficeSans" if dice.random() < 0.06 else "OfficeSerif",
            body_size=float(dice.choice([13.0, 13.5, 14.0], p=[0.4, 0.1, 0.5])),
            head_size=float(dice.choice([12.0, 12.5, 13.0], p=[0.5, 0.1, 0.4])),
            leading=float(dice.uniform(1.13, 1.35)),
            gap=float(dice.choice([2.0, 4.0, 6.0])),
            indent=float(dice.choice([28.35, 36.0])),
            left=float(dice.uniform(80, 99)),
            right=float(dice.uniform(40, 57)),
            top=float(dice.uniform(45, 68)),
            bottom=float(dice.uniform(52, 70)),
            left_share=float(dice.uniform(0.38, 0.44)),
            agency_rule=bool(dice.random() < 0.85),
            motto_dash=str(dice.choice(["-", "–"], p=[0.75, 0.25])),
            number_colon=str(dice.choice(["Số: ", "Số:"], p=[0.7, 0.3])),
            page_numbers=str(dice.choice(["top", "bottom", "none"], p=[0.65, 0.2, 0.15])),  # type: ignore[arg-type]
            two_columns=bool(dice.random() < 0.35),
            addressees_below=bool(dice.random() < 0.3),
            space_in_number=bool(dice.random() < 0.2),
        )
