"""Typefaces of the letters: what lies in ``fonts/``, known to ReportLab, and how wide text is in them.

They are committed, so that a letter looks and measures the same on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(__file__).parent / "fonts"

Family = Literal["OfficeSerif", "OfficeSans"]


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface in one size (points)."""

    family: Family
    size: float
    bold: bool = False
    italic: bool = False
    red: bool = False

    @property
    def name(self) -> str:
        """The name ReportLab knows it by."""
        style = ("Bold" if self.bold else "") + ("Italic" if self.italic else "")
        return _register(f"{self.family}-{style or 'Regular'}")

    def width(self, text: str) -> float:
        """Width of ``text`` in points."""
        return float(pdfmetrics.stringWidth(text, self.name, self.size))

    def as_bold(self, bold: bool = True) -> Face:
        return replace(self, bold=bold)

    def as_italic(self, italic: bool = True) -> Face:
        return replace(self, italic=italic)

    def sized(self, size: float) -> Face:
        return replace(self, size=size)


@cache
def _register(name: str) -> str:
    pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
    return name
