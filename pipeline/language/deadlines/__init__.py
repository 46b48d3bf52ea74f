"""Deadline phrases of Vietnamese letters: which stretch of a text bounds an act in time, and how.

One small grammar a module, each for lower-case text; here they meet and the best of overlapping readings stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.language.deadlines import days, frequencies, immediate, labels, offsets, periods, recurring
from pipeline.language.deadlines.cells import cell_reading, trimmed
from pipeline.language.deadlines.closing import read_closing_time
from pipeline.language.deadlines.events import read_event_time
from pipeline.language.deadlines.guards import is_replaced
from pipeline.language.deadlines.phrases import without_idle, without_overlaps
from pipeline.language.mending import mend
from schemas.deadline import DeadlinePhrase

__all__ = ["find_deadlines", "read_closing_time", "read_deadline_cell", "read_event_time"]

Grammar = Callable[[str, str], Iterator[DeadlinePhrase]]

GRAMMARS: tuple[Grammar, ...] = (
    recurring.find,
    frequencies.find,
    offsets.find,
    days.find,
    periods.find,
    labels.find,
    immediate.find,
)
"""In order of precedence: "trước ngày 25 hằng tháng" wins over the day inside it, a day over a period."""


def find_deadlines(text: str) -> tuple[DeadlinePhrase, ...]:
    """Every phrase of ``text`` that bounds an act in time, in order, none overlapping another.

    ``text`` is NFC; ``phrase.text == text[phrase.start:phrase.end]``. Citation dates, conditions on
    past facts, durations and starts are no such phrases. Where "khẩn trương" and a day stand in one
    sentence both are found; the day is the deadline.
    """
    lowered = mend(text)
    found = without_overlaps(phrase for grammar in GRAMMARS for phrase in grammar(lowered, text))
    return tuple(phrase for phrase in without_idle(found, text) if not is_replaced(lowered, phrase.start))


def read_deadline_cell(text: str) -> DeadlinePhrase | None:
    """The deadline of a table cell or of what follows a label: "Quý II/2024", "Trước 15/7", "Thường xuyên".

    A label in front ("Thời gian hoàn thành: …") is left out of the phrase. ``None`` when there is no
    reading.
    """
    found = [phrase for phrase in find_deadlines(text) if phrase.kind != "immediate"] or list(find_deadlines(text))
    return trimmed(found[0], text) if found else cell_reading(text)
