"""The sheets a letter is set on: a PDF being drawn, and a record of every word and slot put there.

Coordinates are points from the top-left corner of an A4 page, as everywhere in the project.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.typesetter.words import Fragment, SetLine, line_width, space_after
from schemas.geometry import Box
from schemas.text import Ink, SlotKind, Written

A4 = (595.28, 841.89)
RED = (0.85, 0.1, 0.12)

Align = Literal["left", "centre", "right", "justify"]
PlaceKind = Literal["signature", "urgency", "secrecy", "arrival", "agency"]


@dataclass(frozen=True, slots=True)
class TrueWord:
    """A word that stands on the page, and where."""

    text: str
    box: Box
    ink: Ink = "black"


@dataclass(frozen=True, slots=True)
class TrueSlot:
    """An entry of the form, printed or left open for handwriting; ``value`` ``None`` stays blank."""

    kind: SlotKind
    box: Box
    value: str | None
    written: Written


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stamp, seal or signature goes, and what is written in it."""

    kind: PlaceKind
    box: Box
    text: str = ""


@dataclass(frozen=True, slots=True)
class TypesetPage:
    number: int
    width: float
    height: float
    words: tuple[TrueWord, ...]
    slots: tuple[TrueSlot, ...]
    places: tuple[Place, ...]


@dataclass(slots=True)
class _Marks:
    words: list[TrueWord] = field(default_factory=list)
    slots: list[TrueSlot] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


class Sheets:
    """Pages being set, one after another."""

    def __init__(self, values: dict[SlotKind, str | None] | None = None) -> None:
        self._bytes = io.BytesIO()
        self._canvas = Canvas(self._bytes, pagesize=A4, invariant=1)
        self._pages: list[_Marks] = [_Marks()]
        self.values: dict[SlotKind, str | None] = values or {}

    @property
    def number(self) -> int:
        """Number of the page being set, from 1."""
        return len(self._pages)

    def turn(self) -> None:
        """Go on to the next page."""
        self._canvas.showPage()
        self._pages.append(_Marks())

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.7) -> None:
        self._canvas.setLineWidth(width)
        self._canvas.line(x0, A4[1] - y0, x1, A4[1] - y1)

    def frame(self, box: Box, width: float = 0.6, red: bool = False) -> None:
        self._canvas.saveState()
        if red:
            self._canvas.setStrokeColorRGB(*RED)
        self._canvas.setLineWidth(width)
        self._canvas.rect(box.x0, A4[1] - box.y1, box.width, box.height)
        self._canvas.restoreState()

    def picture(self, image: Image.Image) -> None:
        """Fill the page with a scan: a JPEG, but for black and white."""
        stream = io.BytesIO()
        if image.mode != "1":
            image.save(stream, "JPEG", quality=70)
        self._canvas.drawImage(ImageReader(image if image.mode == "1" else stream), 0, 0, *A4)

    def place(self, kind: PlaceKind, box: Box, text: str = "") -> None:
        self._pages[-1].places.append(Place(kind, box, text))

    def line(self, words: SetLine, x0: float, x1: float, baseline: float, align: Align = "left") -> tuple[float, float]:
        """Set a line between ``x0`` and ``x1``; the points where it begins and ends."""
        natural = line_width(words)
        x = {"centre": x0 + (x1 - x0 - natural) / 2, "right": x1 - natural}.get(align, x0)
        extra = (x1 - x0 - natural) / (len(words) - 1) if align == "justify" and len(words) > 1 else 0.0
        return x, self._draw(words, x, baseline, extra)

    def _draw(self, words: SetLine, x: float, baseline: float, extra: float) -> float:
        for run in _runs(words):
            text = self._canvas.beginText(x, A4[1] - baseline)
            text.setWordSpace(extra)
            for fragment, begins, ends in run:
                if fragment.slot:
                    self._record_slot(fragment, x, baseline)
                if not fragment.is_gap:
                    text.setFillColorRGB(*(RED if fragment.face.red else (0, 0, 0)))
                    text.setFont(fragment.face.name, fragment.face.size)
                    text.textOut(fragment.text + (" " if ends else ""))
                    self._record(fragment, x, baseline, joined=not begins)
                x += fragment.width + (space_after((fragment,)) + extra if ends else 0.0)
            self._canvas.drawText(text)
        return x

    def _record(self, fragment: Fragment, x: float, baseline: float, joined: bool) -> None:
        size = fragment.face.size
        box = Box(x, baseline - 0.78 * size, x + fragment.width, baseline + 0.22 * size)
        words = self._pages[-1].words
        if joined and words:
            last = words.pop()
            box = Box(last.box.x0, min(last.box.y0, box.y0), box.x1, max(last.box.y1, box.y1))
            words.append(TrueWord(last.text + fragment.text, box, last.ink))
        else:
            words.append(TrueWord(fragment.text, box, "red" if fragment.face.red else "black"))

    def _record_slot(self, fragment: Fragment, x: float, baseline: float) -> None:
        assert fragment.slot
        size, value = fragment.face.size, self.values.get(fragment.slot)
        box = Box(x, baseline - size, x + fragment.width, baseline + 0.3 * size)
        written: Written = "print" if fragment.text else "hand" if value else "blank"
        self._pages[-1].slots.append(TrueSlot(fragment.slot, box, value, written))

    def finished(self) -> tuple[bytes, tuple[TypesetPage, ...]]:
        """The PDF, and what stands on its pages."""
        self._canvas.save()
        pages = tuple(
            TypesetPage(number, *A4, tuple(marks.words), tuple(marks.slots), tuple(marks.places))
            for number, marks in enumerate(self._pages, start=1)
        )
        return self._bytes.getvalue(), pages


def _runs(words: Sequence[tuple[Fragment, ...]]) -> list[list[tuple[Fragment, bool, bool]]]:
    """Fragments with "begins a word" and "a blank follows", in runs that a gap ends or begins."""
    runs: list[list[tuple[Fragment, bool, bool]]] = [[]]
    for index, word in enumerate(words):
        after_gap = False
        for place, fragment in enumerate(word):
            begins = place == 0 or after_gap
            ends = place == len(word) - 1 and index < len(words) - 1
            if fragment.is_gap or after_gap:
                runs.append([])
            runs[-1].append((fragment, begins, ends))
            after_gap = fragment.is_gap
        if after_gap:
            runs.append([])
    return [run for run in runs if run]
