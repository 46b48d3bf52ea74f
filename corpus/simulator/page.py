"""What is written and stamped on one typeset page, before it is scanned."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from corpus.letter_data import WrittenDocument
from corpus.simulator import marks
from corpus.simulator.hands import Hand
from corpus.simulator.ink import BLACK, RED, SERIF_FACE, STAMP_FACE, Mask, Pixels, lay, lettering, turned, worn
from corpus.simulator.severity import Severity, within
from corpus.typesetter.sheet import Place, TrueSlot, TrueWord, TypesetPage
from schemas.geometry import Box

NOTES = ("Chuyen VP", "P. TCKT", "d/c Ha xu ly", "Luu", "KT: Minh", "bao cao", "TCHC thuc hien", "gap")


@dataclass(slots=True)
class InkedPage:
    """A page image at ``scale`` pixels a point, with the words and slots on it so far (in points)."""

    image: Pixels
    scale: float
    words: list[TrueWord]
    slots: list[TrueSlot]

    def put(self, mask: Mask, x: float, y: float, colour: tuple[int, int, int], strength: float = 1.0) -> Box:
        """Lay ink with its top-left corner at (x, y) points; the box it takes, in points."""
        lay(self.image, mask, x * self.scale, y * self.scale, colour, strength)
        return Box(x, y, x + mask.shape[1] / self.scale, y + mask.shape[0] / self.scale)


class PageInker:
    """Fills one page's slots and stamps its places; one clerk's hand for a letter, another's for a stamp."""

    def __init__(self, clerk: Hand, receiver: Hand, severity: Severity, dice: Generator) -> None:
        self.clerk, self.receiver, self.severity, self.dice = clerk, receiver, severity, dice
        self.numbering_machine = bool(dice.random() < 0.1)

    def inked(self, image: Pixels, scale: float, page: TypesetPage, document: WrittenDocument) -> InkedPage:
        """The page with everything on it that is not printed."""
        sheet = InkedPage(np.array(image), scale, list(page.words), [])
        for slot in page.slots:
            self._fill(sheet, slot)
        for place in page.places:
            self._stamp(sheet, place, document)
        self._additions(sheet, page)
        return sheet

    def _fill(self, sheet: InkedPage, slot: TrueSlot) -> None:
        """Write the slot's value into its gap, a little over its edges as people do."""
        if slot.written != "hand" or slot.value is None:
            sheet.slots.append(slot)
            return
        if self.numbering_machine and slot.kind == "serial":
            sheet.slots.append(self._numbered(sheet, slot, slot.value))
            return
        box = self._write(sheet, self.clerk, slot.value, slot.box.x0 + 1, slot.box.y1 - 4, slot.box.width * 1.1)
        sheet.slots.append(replace(slot, box=box))

    def _numbered(self, sheet: InkedPage, slot: TrueSlot, value: str) -> TrueSlot:
        """The serial stamped by a numbering machine: stiff digits, a little turned."""
        digits = lettering(value, STAMP_FACE, int(12 * sheet.scale))
        mask = worn(turned(digits, float(self.dice.normal(0, 2))), self.dice, within(self.severity.wear, self.dice))
        colour = RED if self.dice.random() < 0.6 else (40, 40, 130)
        box = sheet.put(mask, slot.box.x0 + 4, slot.box.y0 + 1 + float(self.dice.normal(0, 1)), colour)
        sheet.words.append(TrueWord(value, box, "red" if colour == RED else "blue"))
        return replace(slot, box=box, written="stamp")

    def _write(self, sheet: InkedPage, hand: Hand, text: str, x: float, foot: float, room: float) -> Box:
        height = float(self.dice.uniform(9.5, 13.0))
        mask = hand.write(text, height * sheet.scale, self.dice, room * sheet.scale)
        slack = max(0.0, room - mask.shape[1] / sheet.scale)
        x += slack * float(self.dice.uniform(0.1, 0.6))
        y = foot - mask.shape[0] / sheet.scale + float(self.dice.normal(1, 1.2))
        box = sheet.put(mask, x, y, hand.colour)
        sheet.words.append(TrueWord(text, box, "blue" if hand.colour[2] > 100 else "black"))
        return box

    def _stamp(self, sheet: InkedPage, place: Place, document: WrittenDocument) -> None:
        if place.kind in ("urgency", "secrecy"):
            self._framed(sheet, place)
        elif place.kind == "signature":
            self._signed(sheet, place)
        elif place.kind == "arrival" and document.arrival:
            self._arrived(sheet, place, document)

    def _framed(self, sheet: InkedPage, place: Place) -> None:
        size = int(place.box.width * sheet.scale), int(place.box.height * sheet.scale)
        mask = marks.framed(place.text, *size, double=bool(self.dice.random() < 0.4))
        mask = worn(
            turned(mask, float(self.dice.normal(0, 2.5))), self.dice, within(self.severity.wear, self.dice) * 0.6
        )
        colour = RED if self.dice.random() < 0.85 else BLACK
        box = sheet.put(mask, place.box.x0 + float(self.dice.normal(0, 6)), place.box.y0 - 1, colour)
        parts = place.text.split()
        for index, part in enumerate(parts):
            at = Box(
                box.x0 + box.width * index / len(parts), box.y0, box.x0 + box.width * (index + 1) / len(parts), box.y1
            )
            sheet.words.append(TrueWord(part, at, "red"))

    def _signed(self, sheet: InkedPage, place: Place) -> None:
        """Signature, and the seal over its left third (Decree 30/2020, article 33)."""
        box, scale = place.box, sheet.scale
        width, height = (
            box.width * float(self.dice.uniform(0.45, 0.75)),
            box.height * float(self.dice.uniform(0.7, 1.1)),
        )
        x = box.x0 + (box.width - width) * float(self.dice.uniform(0.4, 0.75))
        pen = marks.signature(self.dice, int(width * scale), int(height * scale))
        colour = (30, 50, 150) if self.dice.random() < 0.6 else BLACK
        sheet.put(pen, x, box.y0 + float(self.dice.uniform(-8, 8)), colour)
        diameter = int(float(self.dice.uniform(88, 102)) * scale)
        seal = worn(
            marks.seal(place.text or "CƠ QUAN", self.dice, diameter), self.dice, within(self.severity.wear, self.dice)
        )
        at = x - diameter / scale * float(self.dice.uniform(0.25, 0.6))
        sheet.put(seal, at, box.y0 + box.height / 2 - diameter / scale / 2 + float(self.dice.normal(0, 8)), RED, 0.9)

    def _arrived(self, sheet: InkedPage, place: Place, document: WrittenDocument) -> None:
        """The receiver's stamp ĐẾN with number and date by hand; its words and slots become part of the truth."""
        stamp = document.arrival
        assert stamp
        size = int(place.box.width * sheet.scale), int(place.box.height * sheet.scale)
        year = document.date.year if document.date else 2021
        mask, starts = marks.arrival_stamp(stamp.office, *size, before_2020=year < 2020)
        x, y = place.box.x0 + float(self.dice.normal(0, 5)), place.box.y0 + float(self.dice.normal(-4, 4))
        sheet.put(worn(mask, self.dice, within(self.severity.wear, self.dice) * 0.5), x, y, RED)
        points = [(x + left / sheet.scale, y + foot / sheet.scale) for left, foot in starts]
        room = x + place.box.width - points[0][0] - 6
        self._stamp_words(sheet, stamp.office, Box(x, y, x + place.box.width, y + place.box.height), points)
        if stamp.number:
            box = self._write(sheet, self.receiver, stamp.number, *points[0], room)
            sheet.slots.append(TrueSlot("arrival_number", box, stamp.number, "hand"))
        if stamp.date:
            self._stamp_date(sheet, stamp.date.day, stamp.date.month, stamp.date.year, points[1], room)
        if stamp.forwarded_to:
            self._write(sheet, self.receiver, _without_marks(stamp.forwarded_to), *points[2], room)

    def _stamp_words(self, sheet: InkedPage, office: str, box: Box, points: list[tuple[float, float]]) -> None:
        top = Box(box.x0, box.y0 + 3, box.x1, box.y0 + box.height * 0.2)
        parts = office.split()
        step = top.width / len(parts)
        for index, part in enumerate(parts):
            at = Box(top.x0 + step * index, top.y0, top.x0 + step * (index + 1), top.y1)
            sheet.words.append(TrueWord(part, at, "red"))
        middle = box.y0 + box.height / 2
        sheet.words.append(TrueWord("ĐẾN", Box(box.x0 + 5, middle - 9, box.x0 + 0.28 * box.width, middle + 9), "red"))
        for label, (x, foot) in zip(marks.ARRIVAL_LINES, points, strict=True):
            sheet.words.append(TrueWord(label, Box(box.x0 + 0.32 * box.width, foot - 10, x - 1, foot + 2), "red"))

    def _stamp_date(
        self, sheet: InkedPage, day: int, month: int, year: int, at: tuple[float, float], room: float
    ) -> None:
        separator = str(self.dice.choice(["/", "-", "."]))
        shown = str(year) if self.dice.random() < 0.4 else str(year)[2:]
        parts = ((f"{day}", "arrival_day"), (f"{month}", "arrival_month"), (shown, "arrival_year"))
        box = self._write(sheet, self.receiver, separator.join(text for text, _ in parts), *at, room)
        step = box.width / 3
        for index, (text, kind) in enumerate(parts):
            part = Box(box.x0 + step * index, box.y0, box.x0 + step * (index + 1), box.y1)
            sheet.slots.append(TrueSlot(kind, part, text, "hand"))  # type: ignore[arg-type]

    def _additions(self, sheet: InkedPage, page: TypesetPage) -> None:
        """Notes in the margin, ticks, a staple, the drafter's initials: what readers leave behind."""
        dice, chance = self.dice, self.severity.additions
        if dice.random() < chance * 0.5:
            note = str(dice.choice(NOTES))
            mask = turned(self.receiver.write(note, 13 * sheet.scale, dice), float(dice.normal(6, 5)))
            sheet.put(mask, float(dice.uniform(20, 420)), float(dice.uniform(2, 20)), self.receiver.colour)
        if dice.random() < chance:
            for _ in range(int(dice.integers(1, 4))):
                mark = marks.tick(dice, int(16 * sheet.scale))
                sheet.put(mark, float(dice.uniform(30, 62)), float(dice.uniform(260, 700)), self.receiver.colour, 0.8)
        if dice.random() < chance and page.number == 1:
            sheet.put(
                marks.staple(dice, int(18 * sheet.scale)),
                float(dice.uniform(14, 40)),
                float(dice.uniform(10, 40)),
                BLACK,
            )
        ends = [word.box for word in page.words if word.text.endswith("./.")]
        if dice.random() < chance * 1.5 and ends:
            initials = marks.signature(dice, int(34 * sheet.scale), int(20 * sheet.scale))
            sheet.put(initials, ends[-1].x1 + 4, ends[-1].y0 - 4, BLACK, 0.9)
        if dice.random() < chance * 0.5 and page.number == 1:
            self._signing_banner(sheet)

    def _signing_banner(self, sheet: InkedPage) -> None:
        """The block a digital signature prints at the top right: a date that is not the letter's."""
        x, y = 420.0, 14.0
        day = f"{int(self.dice.integers(1, 29)):02d}.{int(self.dice.integers(1, 13)):02d}.2023"
        for text in ("Ký bởi: Văn thư cơ quan", "Email: vanthu@vidu.gov.vn", f"Thời gian ký: {day} 16:41:00 +07:00"):
            mask = lettering(text, SERIF_FACE, int(8 * sheet.scale))
            box = sheet.put(mask, x, y, BLACK)
            sheet.words.extend(_spread(text, box))
            y += 10


def _spread(text: str, box: Box) -> list[TrueWord]:
    """Words of a line that fills ``box``, in proportion to their letters."""
    each, at, words = box.width / len(text), box.x0, []
    for part in text.split(" "):
        words.append(TrueWord(part, Box(at, box.y0, at + each * len(part), box.y1)))
        at += each * (len(part) + 1)
    return words


def _without_marks(text: str) -> str:
    """Handwriting typefaces have no Vietnamese letters; notes are written without marks, as many do in haste."""
    flat = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(character for character in flat if not unicodedata.combining(character))
