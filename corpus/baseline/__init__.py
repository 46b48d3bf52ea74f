"""The floor below which reading must not fall: recorded words of simulated letters, their gold, their scores.

``<severity>-<letter>.json.gz`` holds a letter's pages as they were read, ``<severity>-<letter>.gold.json`` its
gold record, ``baseline.json`` what was made of them. ``script/make-baseline`` writes all of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corpus.calendar import working_calendar
from corpus.score import LetterScore, Scores, Tally, score_records
from schemas.knowledge import Knowledge
from schemas.record import LetterRecord, Source
from schemas.recording import pages_from_bytes
from schemas.text import Page

FOLDER = Path(__file__).parent
FLOOR = FOLDER / "baseline.json"
READ_ON = date(2026, 11, 21)
"""The day on which the letters are read, so that the scores stay the same on any other."""
Understand = Callable[[Sequence[Page], Source, Knowledge], LetterRecord]
TOLERANCE = 0.005
"""How much a field's F1 may fall: rounding and a pairing that changed, no more."""


@dataclass(frozen=True, slots=True)
class RecordedLetter:
    """A simulated letter as it was read, and what a perfect reader makes of it."""

    name: str
    pages: tuple[Page, ...]
    gold: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Floor:
    """F1 by field (a share for fields that are only right or wrong), and each letter's merit by field."""

    fields: Mapping[str, float]
    letters: Mapping[str, Mapping[str, int]]


def recorded_letters(folder: Path = FOLDER) -> list[RecordedLetter]:
    """Every recorded letter of ``folder``, by name."""
    return [
        RecordedLetter(
            name := path.name.removesuffix(".json.gz"),
            pages_from_bytes(path.read_bytes()),
            json.loads((folder / f"{name}.gold.json").read_text(encoding="utf-8")),
        )
        for path in sorted(folder.glob("*.json.gz"))
    ]


def replayed(letters: Sequence[RecordedLetter], understand: Understand) -> Scores:
    """What ``understand`` makes of the recorded words, scored."""
    knowledge = Knowledge(today=READ_ON, calendar=working_calendar())
    read = {
        letter.name: understand(letter.pages, _source(letter), knowledge).model_dump(mode="json", by_alias=True)
        for letter in letters
    }
    return score_records({letter.name: letter.gold for letter in letters}, read)


def _source(letter: RecordedLetter) -> Source:
    return Source(name=letter.name, sha256=None, pages=len(letter.pages), text="ocr")


def floor_of(scores: Scores) -> Floor:
    """``scores`` as a floor."""
    fields = {name: round(measure(tally), 4) for name, tally in scores.total().items()}
    letters = {
        name: {field: merit(score, field) for field in sorted(score.fields)}
        for name, score in sorted(scores.letters.items())
    }
    return Floor(fields, letters)


def load_floor(path: Path = FLOOR) -> Floor:
    data = json.loads(path.read_text(encoding="utf-8"))
    return Floor(data["fields"], data["letters"])


def as_text(floor: Floor) -> str:
    """A floor as JSON, one field and one letter a line, so that a change of it can be reviewed."""
    fields = (f"  {json.dumps(name)}: {value}" for name, value in floor.fields.items())
    letters = (f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in floor.letters.items())
    return '{\n "fields": {\n' + ",\n".join(fields) + '\n },\n "letters": {\n' + ",\n".join(letters) + "\n }\n}\n"


def measure(tally: Tally) -> float:
    """F1; where a field has no values to count, the share of places that are right."""
    if tally.true + tally.false + tally.missed:
        return tally.f1
    return tally.right / tally.n if tally.n else 1.0


def merit(score: LetterScore, field: str) -> int:
    """Right values less wrong and missed ones; for fields without values, places that are right."""
    tally = score.fields.get(field, Tally())
    counted = tally.true + tally.false + tally.missed
    return tally.true - tally.false - tally.missed if counted else tally.right


def fallen(scores: Scores, floor: Floor) -> list[str]:
    """One line for each field below the floor: how far it fell, and which letters lost."""
    total = scores.total()
    lines = []
    for field, before in floor.fields.items():
        now = measure(total.get(field, Tally()))
        if now < before - TOLERANCE:
            lines.append(f"{field}: {before:.3f} -> {now:.3f}; worse in {', '.join(_losers(scores, floor, field))}")
    return lines


def _losers(scores: Scores, floor: Floor, field: str) -> Sequence[str]:
    return [
        name
        for name, row in floor.letters.items()
        if field in row and (name not in scores.letters or merit(scores.letters[name], field) < row[field])
    ]
