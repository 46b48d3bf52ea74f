"""Gather real slots from scans whose numbers are known, to go on training with; they are kept outside the repository.

python -m training.gather LETTERS HEADS OFFICES OUT

LETTERS and HEADS are as ``benchmarks/handwriting.py`` has them; OFFICES is a JSON object from a sheet's name to the office
it came from (a name of your choice): no office is both learnt from and measured on. OUT is written with pickle.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import cv2
import numpy as np

from benchmarks.handwriting import Gold, Sheet, heads, letters
from pipeline.handwriting.ink import darkness
from training.slots import DPI, RealSlot

_AROUND = 90
"""Pixels kept around a slot at DPI."""


def real_slot(sheet: Sheet, gold: Gold, office: str) -> RealSlot:
    """What ``gold`` says stands on ``sheet``, with its surroundings."""
    scale = sheet.page.dpi / 72
    grey = 255 - darkness(sheet.page.pixels)
    edges = (gold.box.x0, gold.box.y0, gold.box.x1, gold.box.y1)
    x0, y0, x1, y1 = (round(edge * scale) for edge in edges)
    around = round(_AROUND * sheet.page.dpi / DPI)
    left, top = max(0, x0 - around), max(0, y0 - around)
    part = grey[top : y1 + around, left : x1 + around]
    factor = DPI / sheet.page.dpi
    image = np.asarray(cv2.resize(part, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)
    box = tuple(round((edge - corner) * factor) for edge, corner in zip((x0, y0, x1, y1), (left, top) * 2, strict=True))
    return RealSlot(sheet.name, office, gold.kind, gold.text, gold.written, image, (box[0], box[1], box[2], box[3]))


def gathered(folder: Path, headings: Path, offices: dict[str, str]) -> Iterator[RealSlot]:
    """Every slot of the letters and headings; a sheet that ``offices`` does not name is an office of its own."""
    for sheet in (*letters(folder), *heads(headings)):
        for gold in sheet.golds:
            yield real_slot(sheet, gold, offices.get(sheet.name, sheet.name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("letters", "heads", "offices", "out"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    offices = json.loads(options.offices.read_text(encoding="utf-8"))
    found = [asdict(slot) for slot in gathered(options.letters, options.heads, offices)]
    options.out.write_bytes(pickle.dumps(found))


if __name__ == "__main__":
    main()
