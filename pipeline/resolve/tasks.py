"""Tasks of the record, their deadlines worked out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.resolve import messages
from pipeline.resolve.deadlines import Bearings, covers_the_past, full, work_out
from pipeline.resolve.desk import Desk, finding
from schemas.acceptance import accepted
from schemas.deadline import Offset
from schemas.evidence import Extracted
from schemas.extracted import ExtractedTask
from schemas.problems import ProblemCode
from schemas.record import Deadline, Task


def resolved_tasks(desk: Desk, tasks: Sequence[ExtractedTask], bearings: Bearings) -> tuple[Task, ...]:
    """``tasks`` in order; each has one problem when it or one of its parts is unsure."""
    return tuple(_task(desk, f"/tasks/{index}", task, bearings) for index, task in enumerate(tasks))


def _task(desk: Desk, pointer: str, task: ExtractedTask, bearings: Bearings) -> Task:
    desk.findings[pointer] = finding(Extracted(None, task.confidence, task.action.evidence, task.rule))
    if not accepted(pointer, task.confidence):
        desk.report(ProblemCode.UNSURE, pointer, messages.unsure(pointer), task.action.evidence)
    return Task(
        item=task.item,
        action=_noted(desk, f"{pointer}/action", task.action),
        lead=_all_noted(desk, f"{pointer}/lead", task.lead),
        coordinating=_all_noted(desk, f"{pointer}/coordinating", task.coordinating),
        supervisor=_all_noted(desk, f"{pointer}/supervisor", task.supervisor),
        report_to=None if task.report_to is None else _noted(desk, f"{pointer}/report_to", task.report_to),
        deadline=_deadline(desk, f"{pointer}/deadline", task, bearings),
    )


def _noted(desk: Desk, pointer: str, found: Extracted[str]) -> str:
    """The value with its finding; doubts about parts of a task are told once, at the task."""
    desk.findings[pointer] = finding(found)
    return found.value


def _all_noted(desk: Desk, pointer: str, found: Sequence[Extracted[str]]) -> tuple[str, ...]:
    return tuple(_noted(desk, f"{pointer}/{index}", each) for index, each in enumerate(found))


def _deadline(desk: Desk, pointer: str, task: ExtractedTask, bearings: Bearings) -> Deadline | None:
    found = task.deadline
    if found is None:
        return None
    deadline = work_out(found.value, bearings)
    if covers_the_past(found.value, deadline, bearings):
        return None
    desk.findings[pointer] = finding(found)
    if not accepted(pointer, found.confidence):
        desk.report(ProblemCode.UNSURE, pointer, messages.unsure(pointer), found.evidence)
    if deadline.due is None and _should_have_day(found):
        message = f"Chưa tính được ngày của thời hạn “{deadline.text}” ({deadline.derivation})."
        desk.report(ProblemCode.UNRESOLVED_DEADLINE, pointer, message, found.evidence)
    elif deadline.due and bearings.issued_on and deadline.due < bearings.issued_on:
        message = f"Thời hạn {full(deadline.due)} trước ngày ban hành {full(bearings.issued_on)}: hãy đối chiếu."
        desk.report(ProblemCode.CONFLICT, pointer, message, found.evidence)
    return deadline


def _should_have_day(found: Extracted[object]) -> bool:
    """Whether a person who knows the letter's days could name the due day."""
    phrase = found.value
    expression = getattr(phrase, "expression", None)
    if isinstance(expression, Offset):
        return expression.count > 0 and expression.anchor != "event"
    return getattr(phrase, "kind", None) == "date"
