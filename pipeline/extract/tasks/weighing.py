"""How sure a task is as a whole: where it stands, who acts, and what in its words was left unread.

The weights of the signs are in ``weights.json``, fitted by ``script/fit-task-weights`` on letters whose truth is known; what
``schemas/acceptance`` makes of the shares they give is fitted apart.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from pipeline.language.folded import FoldedText
from pipeline.language.verbs import act_at
from schemas.extracted import ExtractedTask

WEIGHTS = Path(__file__).with_name("weights.json")

_TIME = re.compile(
    r"(?<!\w)(?:trước|trong (?:thời|năm|tháng|quý|tuần|dịp|vòng|kỳ|ngày)|ngay|hằng|hàng (?:ngày|tuần|tháng|năm)|(?:sau )?khi|chậm nhất|định kỳ|sau \d|thời hạn|đúng|mỗi|\d+ (?:lần|giờ|ngày))(?!\w)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:đồng chí|đ/c|ông|bà|thầy|cô)(?!\w)", re.IGNORECASE)
_PARTS = re.compile(r"[,;] (?:và )?")
_READ_AT_BEST = 0.92
"""The highest confidence an action read without doubt has."""


def weighed(task: ExtractedTask) -> ExtractedTask:
    """``task`` with the share of tasks that bear the same signs and are wholly right, lowered where words were hard to read."""
    weights = _weights()
    score = weights["bias"] + sum(weights.get(sign, 0.0) for sign in signs(task))
    sure = 1 / (1 + math.exp(-score))
    return replace(task, confidence=round(min(sure, 0.5 + 0.5 * task.action.confidence / _READ_AT_BEST), 3))


@cache
def _weights() -> dict[str, float]:
    """Log odds by sign, "bias" among them."""
    return {sign: float(weight) for sign, weight in json.loads(WEIGHTS.read_text(encoding="utf-8")).items()}


def signs(task: ExtractedTask) -> frozenset[str]:
    """What about a task tells whether it is wholly right, by the names that ``weights.json`` has."""
    lead = task.lead[0].rule if task.lead else ""
    return frozenset(
        (f"{task.rule}/{lead}", *_signs_of_time(task), *_signs_of_leads(task), *_signs_of_words(task), *_simple(task))
    )


def _signs_of_time(task: ExtractedTask) -> Iterator[str]:
    if task.deadline is None:
        yield from ["reported, undated"] if task.report_to is not None else []
    else:
        yield from ("dated", task.deadline.rule, f"dated {task.deadline.value.kind}")
        yield from ["dated, several acts"] if ";" in task.action.value else []
    if _TIME.search(task.action.value):
        yield "time left over"


def _signs_of_leads(task: ExtractedTask) -> Iterator[str]:
    names = [lead.value for lead in task.lead]
    if any(name.startswith("@") for name in names):
        yield "nobody named"
        return
    found = {
        "several leads": len(names) > 1,
        "long lead": any(len(name) > 60 for name in names),
        "person": any(_PERSON.match(name) for name in names),
        "small lead": any(name[:1].islower() for name in names),
        "act in lead": any(_holds_act(name) for name in names),
        "bracket in lead": any("(" in name for name in names),
    }
    yield from (sign for sign, there in found.items() if there)


def _holds_act(name: str) -> bool:
    source = FoldedText(name)
    return any(act_at(source, at, inside_names=True) for at, _ in source.words if at and name[at].islower())


def _signs_of_words(task: ExtractedTask) -> Iterator[str]:
    words, acts = task.action.value, _further_acts(task)
    found = {
        "reported": task.report_to is not None,
        "item": task.item is not None,
        "short": len(words) < 22,
        "long": len(words) > 180,
        "several sentences": ". " in words,
        "semicolon": ";" in words,
        "one act": acts == 0,
        "many acts": acts >= 3,
    }
    yield from (sign for sign, there in found.items() if there)


def _further_acts(task: ExtractedTask) -> int:
    source = FoldedText(task.action.value)
    return sum(act_at(source, mark.end()) > 0 for mark in _PARTS.finditer(source.text))


def _simple(task: ExtractedTask) -> Iterator[str]:
    """How much of the words around it the task took up, and whether it is one plain act of somebody named."""
    names = [lead.value for lead in (*task.lead, *task.coordinating) if lead.value in task.context]
    used = len(task.action.value) + sum(map(len, names)) + (len(task.deadline.value.text) if task.deadline else 0)
    share = used / max(1, len(task.context))
    yield "all read" if share > 0.8 else "most read" if share > 0.5 else "half read" if share > 0.25 else "little read"
    plain = _further_acts(task) == 0 and ";" not in task.action.value and not _TIME.search(task.action.value)
    if share > 0.7 and plain:
        yield "plain"
        if all(lead.value[:1].isupper() and not _holds_act(lead.value) for lead in task.lead):
            yield "plain, named"
