"""Timetables of invitations: one task for each row that calls its own bodies at its own hour (rule 7)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.tasks.scope import Text
from pipeline.extract.tasks.tables import cell_bodies
from pipeline.extract.tasks.timing import tidy
from pipeline.language.deadlines import read_event_time
from pipeline.language.folded import FoldedText
from pipeline.language.heads import body_at
from schemas.document import ParsedTable
from schemas.evidence import Extracted
from schemas.extracted import ExtractedTask
from schemas.folding import fold
from schemas.text import Passage

_TIME = re.compile(r"(?:thoi gian|ngay|gio|buoi|lich)")
_WHO = re.compile(r"(?:thanh phan|dai bieu|don vi(?: tham du| lam viec)?|co quan|dia phuong|doi tuong)")
_WHAT = re.compile(r"(?:noi dung|cuoc hop|hoi nghi|cong viec)")


def timetable_tasks(table: ParsedTable, event: Text) -> tuple[ExtractedTask, ...]:
    """A task a row; none when the head row names no time and no bodies, or no row prints a day."""
    if not table.rows:
        return ()
    titles = [fold(cell.text).strip(" .:") for cell in table.rows[0]]
    time, who, what = (_column(titles, pattern) for pattern in (_TIME, _WHO, _WHAT))
    who = _column_of_bodies(table, time) if who is None else who
    if time is None or who is None:
        return ()
    tasks = (_row_task(row, time, who, what, event) for row in table.rows[1:] if len(row) == len(titles))
    return tuple(task for task in tasks if task is not None)


def _column(titles: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((index for index, title in enumerate(titles) if pattern.match(title)), None)


def _column_of_bodies(table: ParsedTable, time: int | None) -> int | None:
    """The column whose every cell names somebody, where no title says "thành phần"."""
    rows = table.rows[1:]
    for index in range(len(table.rows[0])):
        if index != time and rows and all(index < len(row) and _names_somebody(row[index].text) for row in rows):
            return index
    return None


def _names_somebody(text: str) -> bool:
    return bool(text) and body_at(FoldedText(text), 0)


def _when(row: Sequence[Passage], titles: Sequence[str], time: int) -> str:
    """The row's day with its hour, which may have a column of its own."""
    hour = next((index for index, title in enumerate(titles) if index != time and re.match(r"gio(?!\w)", title)), None)
    return row[time].text if hour is None else f"{row[hour].text} ngày {row[time].text}"


def _row_task(row: Sequence[Passage], time: int, who: int, what: int | None, event: Text) -> ExtractedTask | None:
    phrase = read_event_time(row[time].text)
    lead = cell_bodies(row[who], "lead.invited")
    if phrase is None or not lead:
        return None
    when = Extracted(phrase, 0.8, row[time].evidence(phrase.start, phrase.end), "deadline.event")
    subject = tidy(row[what].text) if what is not None else ""
    action = event if not subject else event.with_value(f"{event.value}: {subject}")
    return ExtractedTask(
        None, action, lead, (), (), None, when, 0.75, "task.invitation", " | ".join(cell.text for cell in row)
    )
