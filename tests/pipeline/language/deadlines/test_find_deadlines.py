"""Each specimen is found as one phrase, and means the day a person would give it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.calendar import working_calendar
from pipeline.language.deadlines import find_deadlines
from pipeline.resolve.deadlines import Bearings, work_out


class Specimen(NamedTuple):
    sentence: str
    phrase: str
    issued_on: date | None
    arrived_on: date | None
    reading: tuple[str | None, ...]


def _none(cell: str) -> str | None:
    return None if cell == "-" else cell


def _day(cell: str) -> date | None:
    return None if cell == "-" else date.fromisoformat(cell)


def specimens() -> Iterator[Specimen]:
    issued = arrived = None
    for line in Path(__file__).with_name("specimens.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            issued, arrived = (_day(cell) for cell in line[1:].split())
        elif line and not line.startswith("#"):
            sentence, reading = line.rsplit("|", 1)
            phrase = sentence[sentence.index("[[") + 2 : sentence.index("]]")]
            plain = sentence.replace("[[", "").replace("]]", "").strip()
            yield Specimen(plain, phrase, issued, arrived, tuple(_none(cell) for cell in reading.split()))


@pytest.mark.parametrize("specimen", list(specimens()), ids=lambda specimen: f"{specimen.phrase}@{specimen.issued_on}")
def test_phrase_is_found_whole_and_worked_out(specimen: Specimen) -> None:
    found = find_deadlines(specimen.sentence)
    assert [phrase.text for phrase in found] == [specimen.phrase]
    deadline = work_out(found[0], Bearings(specimen.issued_on, specimen.arrived_on, working_calendar()))
    due = deadline.due.isoformat() if deadline.due else None
    assert (deadline.kind, deadline.bound, due, deadline.time, deadline.recurrence) == specimen.reading


def test_there_are_many_specimens() -> None:
    assert len(list(specimens())) >= 600
