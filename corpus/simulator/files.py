"""Simulated letters as files: a folder a letter, as ``congvan evaluate`` reads them.

``<id>/original.pdf``, ``<id>/letter.json`` (gold), ``<id>/truth.json`` (each page's words and slots with
their boxes in points).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from corpus.simulator import SimulatedLetter, SimulatedPage
from schemas.record import LetterRecord


def write_letter(folder: Path, simulated: SimulatedLetter) -> None:
    """Make the letter's files in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    data = simulated.pdf()
    (folder / "original.pdf").write_bytes(data)
    write_gold(folder, simulated.record_of(data, "original.pdf"))
    truth = {
        "letter": simulated.letter.id,
        "severity": simulated.severity,
        "seed": simulated.seed,
        "device": simulated.device,
        "pages": [_page(page) for page in simulated.pages],
    }
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False) + "\n", encoding="utf-8")


def write_gold(folder: Path, record: LetterRecord) -> None:
    """Make ``letter.json``."""
    text = json.dumps(record.plain(), ensure_ascii=False, indent=1)
    (folder / "letter.json").write_text(text + "\n", encoding="utf-8")


def _page(page: SimulatedPage) -> dict[str, Any]:
    height, width = page.image.shape[:2]
    points = 72 / page.resolution
    return {
        "page": page.number,
        "resolution": page.resolution,
        "size": [round(width * points, 1), round(height * points, 1)],
        "words": [{"text": word.text, "box": word.box.rounded(), "ink": word.ink} for word in page.words],
        "slots": [
            {"kind": slot.kind, "box": slot.box.rounded(), "value": slot.value, "written": slot.written}
            for slot in page.slots
        ],
    }
