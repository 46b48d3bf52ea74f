"""Calendars: tasks with a day, an hour or a recurrence as events that update themselves when imported again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import BinaryIO
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur

from exchange.columns import letter_line
from exchange.wording import actors, deadline_of, status_of
from models.tables import now
from models.task_search import FoundTask

OFFICE_TIME = ZoneInfo("Asia/Ho_Chi_Minh")
_LONGEST_SUMMARY = 120


def write_calendar(out: BinaryIO, tasks: Iterable[FoundTask], today: date) -> None:
    """Write the tasks that have a day or a recurrence; the others have no place in a calendar."""
    calendar = Calendar()
    calendar.add("prodid", "-//congvan//task register//VI")
    calendar.add("version", "2.0")
    for found in tasks:
        event = _event(found, today)
        if event is not None:
            calendar.add_component(event)
    calendar.add_missing_timezones()
    out.write(calendar.to_ical())


def _event(found: FoundTask, today: date) -> Event | None:
    start = _start(found)
    if start is None:
        return None
    event = Event()
    event.add("uid", f"{found.task.uid}@congvan")
    event.add("dtstamp", now())
    event.add("dtstart", start)
    if found.task.recurrence:
        event.add("rrule", vRecur.from_ical(found.task.recurrence.removeprefix("RRULE:")))
    event.add("summary", _summary(found))
    event.add("description", _description(found, today))
    event.add("transp", "OPAQUE" if isinstance(start, datetime) else "TRANSPARENT")
    return event


def _start(found: FoundTask) -> date | None:
    """The due day, with its hour where one is printed; a recurrence without a day runs from the letter's issue."""
    task = found.task
    if task.due and task.time:
        return datetime.combine(task.due, time.fromisoformat(task.time), OFFICE_TIME)
    return task.due or (found.letter.issued_on if task.recurrence else None)


def _summary(found: FoundTask) -> str:
    action = found.task.action
    return action if len(action) <= _LONGEST_SUMMARY else action[: _LONGEST_SUMMARY - 1].rstrip() + "…"


def _description(found: FoundTask, today: date) -> str:
    lines = (
        found.task.action,
        f"Chủ trì: {actors(found.lead)}",
        f"Phối hợp: {actors(found.coordinating)}" if found.coordinating else "",
        f"Thời hạn: {deadline_of(found.task)}" if deadline_of(found.task) else "",
        f"Văn bản: {letter_line(found.letter)}",
        f"Trạng thái: {status_of(found.task, today)}",
        f"Mã nhiệm vụ: {found.task.uid}",
    )
    return "\n".join(line for line in lines if line)
