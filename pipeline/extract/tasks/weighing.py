"""How sure a task is as a whole: where it stands, who acts, and what in its words was left unread.

The shares right behind these figures were counted on letters whose truth is known; what schemas/acceptance
makes of them is fitted apart.
"""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.extracted import ExtractedTask

_BY_PLACE = {
    ("task.row", "lead.column"): 0.97,
    ("task.verb", "lead.directive"): 0.97,
    ("task.link", "lead.link"): 0.95,
    ("task.actor", "lead.actor"): 0.94,
    ("task.verb", "lead.heading"): 0.94,
    ("task.verb", "lead.directed"): 0.94,
    ("task.directive", "lead.directive"): 0.93,
    ("task.object", "lead.object"): 0.85,
    ("task.verb", "lead.own_plan"): 0.8,
    ("task.invitation", "lead.invited"): 0.85,
    ("task.verb", "lead.actor"): 0.75,
    ("task.object", "lead.directive"): 0.6,
    ("task.object", "lead.heading"): 0.7,
    ("task.object", "lead.nobody_named"): 0.75,
    ("task.directive", "lead.nobody_named"): 0.8,
    ("task.row", "lead.nobody_named"): 0.6,
    ("task.row", "lead.own_plan"): 0.6,
}
_ELSEWHERE = 0.6
_TIME = re.compile(
    r"(?<!\w)(?:trước|trong (?:thời|năm|tháng|quý|tuần|dịp|vòng|kỳ|ngày)|ngay|hằng|hàng (?:ngày|tuần|tháng|năm)|(?:sau )?khi|chậm nhất|định kỳ|sau \d|thời hạn|đúng)(?!\w)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:đồng chí|đ/c|ông|bà)(?!\w)", re.IGNORECASE)


def weighed(task: ExtractedTask) -> ExtractedTask:
    """``task`` with the confidence its rules earn, lowered for every sign that something was left unread."""
    place = (task.rule, task.lead[0].rule if task.lead else "")
    sure = _BY_PLACE.get(place, _ELSEWHERE)
    for doubt in (_unread_time(task), _mixed(task), _far_event(task), _lead(task)):
        sure *= doubt
    return replace(task, confidence=round(min(sure, 0.5 + 0.5 * task.action.confidence / _READ_AT_BEST), 3))


_READ_AT_BEST = 0.92
"""The highest confidence an action read without doubt has."""


def _unread_time(task: ExtractedTask) -> float:
    """Words of time that stay in an action were not understood as its deadline."""
    return 0.75 if _TIME.search(task.action.value) else 1.0


def _mixed(task: ExtractedTask) -> float:
    """A day and a semicolon: it may bound one of the acts alone."""
    return 0.78 if task.deadline is not None and ";" in task.action.value else 1.0


def _far_event(task: ExtractedTask) -> float:
    """A time counted from an event, or told in another sentence or place."""
    if task.deadline is None:
        return 1.0
    if task.deadline.value.kind == "relative" or task.deadline.rule == "deadline.told_after":
        return 0.8
    return 0.93 if task.deadline.value.kind == "immediate" else 1.0


def _lead(task: ExtractedTask) -> float:
    """Persons may be meant with or without their posts, and long names may hold two."""
    if any(_PERSON.match(lead.value) for lead in task.lead):
        return 0.6
    return 0.92 if any(len(lead.value) > 70 for lead in task.lead) else 1.0
