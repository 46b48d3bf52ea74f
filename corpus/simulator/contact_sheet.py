"""A sheet of small simulated pages, to be looked at beside real ones."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from corpus.letter_data import letters
from corpus.simulator import simulate

COLUMNS, ROWS = 8, 3
SMALL = (310, 438)
GAP = 4
SEVERITY_OF_COLUMN = ("clean", "middle", "middle", "bad") * 2


def write_contact_sheet(target: Path, seed: int = 100) -> None:
    """First pages of 24 letters as a JPEG: columns are clean, middle, middle, bad, and again."""
    width, height = SMALL[0] + GAP, SMALL[1] + GAP
    sheet = Image.new("RGB", (COLUMNS * width + GAP, ROWS * height + GAP), (90, 90, 90))
    chosen = letters()
    chosen = (*chosen[::2], *chosen[1::2])[: COLUMNS * ROWS]
    for index, letter in enumerate(chosen):
        row, column = divmod(index, COLUMNS)
        scan = simulate(letter, SEVERITY_OF_COLUMN[column], seed + index)
        page = Image.fromarray(scan.pages[0].image).convert("RGB").resize(SMALL, Image.Resampling.LANCZOS)
        sheet.paste(page, (column * width + GAP, row * height + GAP))
    sheet.save(target, "JPEG", quality=48)
