"""Strings of digits as they stand in the slots of a scanned letter, with what else gets into the picture."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.handwriting.ink import Ink, picture
from schemas.text import SlotKind
from training.glyphs import TALL
from training.lines import Canvas, Sources, by_hand, in_type
from training.scanner import framed, masked, scanned
from training.surroundings import Frame, intrude, rule
from training.texts import some_text, target

WRITTEN = ("hand", "stamp", "print", "blank")
_SHARES = (0.81, 0.05, 0.12, 0.02)


@dataclass(frozen=True, slots=True)
class Sample:
    """A recognizer's picture, its slot's kind, what it says (a slash that is seen whole included) and how it is written."""

    picture: Ink
    kind: SlotKind
    text: str
    written: str


def composed(sources: Sources, random: np.random.Generator) -> Sample:
    """One sample: everything about it is drawn from ``random``."""
    written = str(random.choice(WRITTEN, p=_SHARES))
    kind, text = some_text(random)
    if written == "blank":
        text = ""
        canvas, frame = _empty(kind, sources, random)
    else:
        hand = written == "hand"
        line = by_hand(text, sources, random) if hand else in_type(text, sources, written == "stamp", random)
        canvas, frame = intrude(line, kind, sources, random)
    rule(canvas, frame, kind, random)
    ink = scanned(framed(canvas, frame, random), random)
    ink = masked(ink) if random.random() < 0.6 else ink
    return Sample(picture(ink), kind, target(text) + ("/" if frame.slash and text else ""), written)


def _empty(kind: SlotKind, sources: Sources, random: np.random.Generator) -> tuple[Canvas, Frame]:
    """A slot where nothing is written: what the frame holds is neighbours, leaders and dirt."""
    canvas = np.zeros((TALL * 3, TALL * 4), np.float32)
    cv2.rectangle(canvas, (100, TALL), (100 + int(random.integers(20, 120)), TALL * 2), 1.0, -1)
    canvas, frame = intrude(canvas, kind, sources, random)
    canvas[TALL : TALL * 2, 430:551] = 0.0
    return canvas, frame
