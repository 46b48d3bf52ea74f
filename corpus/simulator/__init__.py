"""Makes of a letter the scan an office would have of it, and keeps the truth about every word on it.

``simulate(letter, severity, seed)``: the same letter, severity and seed give the same pages everywhere.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.random import PCG64, Generator
from PIL import Image

from corpus.letter_data import Letter
from corpus.letter_gold import gold
from corpus.simulator.geometry import Warp
from corpus.simulator.hands import Hand
from corpus.simulator.ink import Pixels
from corpus.simulator.page import InkedPage, PageInker
from corpus.simulator.paper import (
    aged,
    blurred,
    compressed,
    edged,
    faxed,
    noisy,
    one_bit,
    resampled,
    shaded,
    speckled,
)
from corpus.simulator.severity import SEVERITIES, Device, Severity, device, within
from corpus.typesetter import OfficeStyle, TypesetLetter, typeset
from corpus.typesetter.sheet import TrueSlot, TrueWord
from schemas.record import LetterRecord, Source
from schemas.text import SlotKind

__all__ = ["SEVERITIES", "Severity", "SimulatedLetter", "SimulatedPage", "simulate"]

RESOLUTION = 200
"""Dots an inch at which pages are inked and bent, before the machine's own resolution."""

STAMPED_SIGNERS = 0.12
"""Share of offices that put the signer's name there with a rubber stamp."""

_EPOCH = datetime(2021, 1, 1)


@dataclass(frozen=True, slots=True)
class SimulatedPage:
    """A page as scanned: grey (h × w) or colour (h × w × 3). Boxes are in points of this page."""

    number: int
    image: Pixels
    resolution: int
    words: tuple[TrueWord, ...]
    slots: tuple[TrueSlot, ...]

    @property
    def picture(self) -> Image.Image:
        """For saving: black and white where there is nothing else."""
        picture = Image.fromarray(self.image)
        two_valued = self.image.ndim == 2 and bool(np.isin(self.image, (0, 255)).all())
        return picture.convert("1") if two_valued else picture


@dataclass(frozen=True, slots=True)
class SimulatedLetter:
    """``device`` took the pictures; ``record`` is gold, its source named for ``pdf``."""

    letter: Letter
    severity: str
    seed: int
    device: Device
    pages: tuple[SimulatedPage, ...]
    record: LetterRecord
    quality: int

    def pdf(self) -> bytes:
        """The pages as a PDF of images, as scanners send it."""
        stream = io.BytesIO()
        first, *others = (page.picture for page in self.pages)
        quality = {} if first.mode == "1" else {"quality": self.quality}  # black and white goes as Group 4
        first.save(
            stream, "PDF", save_all=True, append_images=others, resolution=self.pages[0].resolution,
            **quality, creationDate=_EPOCH.timetuple(), modDate=_EPOCH.timetuple(), producer="", title="",
        )  # fmt: skip
        return stream.getvalue()

    def record_of(self, data: bytes, name: str) -> LetterRecord:
        """Gold for the letter as the file ``name`` with these bytes."""
        source = Source(name=name, sha256=hashlib.sha256(data).hexdigest(), pages=len(self.pages), text="ocr")
        return self.record.model_copy(update={"source": source})


def simulate(letter: Letter, severity: str | Severity = "middle", seed: int = 1) -> SimulatedLetter:
    """The letter as printed, filled in, stamped, and scanned.

    Raises:
        KeyError: No severity has that name.
    """
    how = SEVERITIES[severity] if isinstance(severity, str) else severity
    dice = Generator(PCG64([seed, zlib.crc32(letter.id.encode())]))
    style = OfficeStyle.chosen(int(dice.integers(2**31)))
    by_hand = _written_by_hand(how, dice)
    style = replace(style, stamped_signer=bool(dice.random() < STAMPED_SIGNERS))
    printed = typeset(letter, style, by_hand, inked=True)
    machine = device(how, dice)
    inker = PageInker(Hand.chosen(dice, how.unrest), Hand.chosen(dice, how.unrest), how, dice)
    scanner = _Scanner(how, machine, dice)
    sheets = _inked_pages(letter, printed, inker)
    pages = tuple(scanner.scanned(number, sheet) for number, sheet in enumerate(sheets, start=1))
    source = Source(name=f"{letter.id}.pdf", sha256=None, pages=len(pages), text="ocr")
    record = gold(letter, source, printed.spans)
    return SimulatedLetter(letter, how.name, seed, machine, pages, record, scanner.quality)


def _written_by_hand(how: Severity, dice: Generator) -> tuple[SlotKind, ...]:
    """Serial alone is the commonest, then serial and day; the month is mostly printed."""
    if dice.random() >= how.by_hand:
        return ()
    kinds: list[SlotKind] = ["serial"]
    if dice.random() < 0.65:
        kinds.append("day")
        if dice.random() < 0.35:
            kinds.append("month")
    return tuple(kinds)


def _inked_pages(letter: Letter, printed: TypesetLetter, inker: PageInker) -> list[InkedPage]:
    import pypdfium2

    pages = []
    with pypdfium2.PdfDocument(printed.pdf) as pdf:
        for page in printed.pages:
            index = next(i for i, (first, last) in enumerate(printed.spans) if first <= page.number <= last)
            picture = pdf[page.number - 1].render(scale=RESOLUTION / 72).to_numpy()[..., ::-1]
            pages.append(inker.inked(picture, RESOLUTION / 72, page, letter.documents[index]))
    return pages


class _Scanner:
    """One machine with its settings: a letter's pages go through it one after another."""

    def __init__(self, how: Severity, machine: Device, dice: Generator) -> None:
        self.how, self.machine, self.dice = how, machine, dice
        self.resolution = int(dice.choice(how.resolutions))
        self.quality = int(within(how.quality, dice))
        self.bits: str = "one" if dice.random() < how.one_bit else "grey" if dice.random() < 0.5 else "colour"
        self.light = bool(dice.random() < 0.85)

    def scanned(self, number: int, page: InkedPage) -> SimulatedPage:
        """The sheet under this machine; words and slots move with it."""
        image = aged(page.image, page.image, self.how, self.dice)
        warp = self._warp(image)
        image = warp.applied(image, self._background())
        image = self._exposed(image)
        scale = page.scale
        words = tuple(replace(word, box=warp.box(word.box, scale)) for word in page.words)
        slots = tuple(replace(slot, box=warp.box(slot.box, scale)) for slot in page.slots)
        return SimulatedPage(number, image, self.resolution, words, slots)

    def _background(self) -> tuple[int, int, int]:
        """What is seen beside the sheet: the scanner's lid, or the desk under a photographed page."""
        if self.machine == "phone":
            wood = int(self.dice.integers(60, 150))
            return wood, int(wood * 0.85), int(wood * 0.7)
        return (255, 255, 255) if self.light else (70, 66, 62)

    def _warp(self, image: Pixels) -> Warp:
        size = image.shape[1], image.shape[0]
        curl = self.how.curl * RESOLUTION / 72
        if self.machine == "phone":
            return Warp.chosen(size, self.dice, self.how.skew, curl * 1.5, self.how.perspective, margin=0.06)
        return Warp.chosen(size, self.dice, self.how.skew, curl * 0.3, 0.0)

    def _exposed(self, image: Pixels) -> Pixels:
        dice, how = self.dice, self.how
        if self.machine == "phone":
            image = shaded(image, dice, float(dice.uniform(0.1, 0.35)))
        elif dice.random() < how.additions * 0.3:
            image = edged(image, dice)
        image = resampled(blurred(image, within(how.blur, dice)), RESOLUTION, self.resolution)
        image = speckled(noisy(image, within(how.noise, dice), dice), int(within(how.speckles, dice)), dice)
        if self.machine == "fax":
            return faxed(image, dice)
        if self.bits == "one" and self.machine == "scanner":
            return one_bit(image, dice)
        grey = image if self.bits == "colour" else np.asarray(Image.fromarray(image).convert("L"), dtype=np.uint8)
        return compressed(grey, self.quality)
