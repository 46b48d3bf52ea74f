"""What the office does with a task: its status, that of each lead where several have it, and what is told besides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.pointers import TRACKED_FIELDS
from models.tables import TaskStatus

LEAD_STATUS = "/lead_status"
"""The field of a decision on one lead's part: its value names the ``lead``, its ``status`` and ``done_on``."""

_FIELDS = frozenset(TRACKED_FIELDS.values())


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a task is; ``done_on`` is the day it was done."""

    status: TaskStatus = TaskStatus.NOT_STARTED
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Tracked:
    """What was told of a task by field name, and how far each of its leads is of whom that was said, by name."""

    told: Mapping[str, str | None] = field(default_factory=dict)
    leads: Mapping[str, Standing] = field(default_factory=dict)

    @property
    def standing(self) -> Standing:
        """What was said of the task as a whole."""
        return _standing(self.told)

    def standing_of_all(self, leads: Sequence[str]) -> Standing:
        """How far the task is when its ``leads`` are taken together: done once each of them is done or gave it back."""
        each = [self.leads.get(name, self.standing) for name in leads]
        if not any(name in self.leads for name in leads):
            return self.standing
        statuses = {one.status for one in each}
        if statuses == {TaskStatus.RETURNED}:
            return Standing(TaskStatus.RETURNED)
        if statuses <= {TaskStatus.DONE, TaskStatus.RETURNED}:
            return Standing(TaskStatus.DONE, max((one.done_on for one in each if one.done_on), default=None))
        return Standing(TaskStatus.IN_PROGRESS if statuses != {TaskStatus.NOT_STARTED} else TaskStatus.NOT_STARTED)


def is_tracked(pointer: str) -> bool:
    """Whether a decision's field is what the office does with a task, and not a part of its record."""
    return pointer in _FIELDS or pointer == LEAD_STATUS


def tracked(said: Iterable[tuple[str, Any]]) -> Tracked:
    """Decisions on a task as (field, value), oldest first, taken together; a status of the whole task ends those of
    its leads."""
    told: dict[str, str | None] = {}
    leads: dict[str, Standing] = {}
    for pointer, value in said:
        if pointer == LEAD_STATUS:
            leads[value["lead"]] = _standing(value)
        elif pointer in _FIELDS:
            told[pointer.removeprefix("/")] = value
            if pointer == "/status":
                leads.clear()
    return Tracked(told, leads)


def _standing(told: Mapping[str, Any]) -> Standing:
    done_on = told.get("done_on")
    return Standing(
        TaskStatus(told.get("status") or TaskStatus.NOT_STARTED), date.fromisoformat(done_on) if done_on else None
    )
