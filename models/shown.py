"""What is shown of a document: the newest reading with the decisions of people laid over it. Pure functions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import Field

from models.pointers import value_at, with_value, within
from models.tables import Decision
from models.tracked import Tracked, is_tracked, tracked
from schemas.record import Document, Finding, LetterRecord, Problem, RecordModel
from schemas.record import Task as TaskRecord
from schemas.secrets import MASK, find_secrets, mask_secrets

DECIDED = "decision"
"""The rule of a finding that a person's word stands behind."""

SEEN, DELETED, CONFIRMED, ADDED = "seen", "deleted", "confirmed", "added"
"""Fields of decisions that are no places in the record: a problem looked at, a task deleted, confirmed, added."""


class TaskReading(RecordModel):
    """A task with its own findings and problems, their pointers counted from the task ("" is the whole of it)."""

    task: TaskRecord
    findings: dict[str, Finding] = Field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownTask:
    """A task as it is shown. ``tracked`` is what the office says of it: status, assignee, …"""

    uid: str
    reading: TaskReading
    tracked: Tracked
    deleted: bool


def task_readings(document: Document) -> tuple[TaskReading, ...]:
    """The tasks of ``document``, each with what was found and what is open about it."""
    return tuple(_task_reading(document, index) for index in range(len(document.tasks)))


def _task_reading(document: Document, index: int) -> TaskReading:
    at = f"/tasks/{index}"
    return TaskReading(
        task=document.tasks[index],
        findings={key.removeprefix(at): found for key, found in document.findings.items() if within(key, at)},
        problems=tuple(_moved(problem, at, "") for problem in document.problems if within(problem.at, at)),
    )


def _moved(problem: Problem, before: str, after: str) -> Problem:
    return problem.model_copy(update={"at": after + problem.at.removeprefix(before)})


def shown_task(uid: str, reading: TaskReading, decisions: Iterable[Decision]) -> ShownTask:
    """``reading`` with the decisions on it, oldest first."""
    task = reading.task.model_dump(mode="json")
    said = [(decision.field, json.loads(decision.value)) for decision in decisions]
    findings, problems = dict(reading.findings), reading.problems
    for field, value in said:
        if field == SEEN:
            problems = _without_seen(problems, value)
        elif field == CONFIRMED:
            findings, problems = _confirmed(findings, problems)
        elif field.startswith("/") and not is_tracked(field):
            task = _corrected(task, field, value)
            findings, problems = _settled(findings, problems, field)
    deleted = any(field == DELETED and value for field, value in said)
    shown = TaskReading(task=TaskRecord.model_validate(task), findings=findings, problems=problems)
    return ShownTask(uid, shown, tracked(said), deleted)


def _corrected(task: dict[str, Any], field: str, value: Any) -> dict[str, Any]:
    """``task`` with a person's value; a day they give makes a deadline of that day, and its derivation is their word."""
    task = with_value(task, field, value)
    if field == "/deadline/due":
        task = with_value(task, "/deadline/derivation", "Ngày do người dùng ghi.")
        if task["deadline"]["kind"] == "immediate":
            task = with_value(with_value(task, "/deadline/kind", "date"), "/deadline/bound", "by")
    return task


def shown_document(document: Document, decisions: Iterable[Decision], tasks: Sequence[ShownTask]) -> Document:
    """``document`` with the decisions on it, oldest first, and with ``tasks`` in place of its own."""
    head = document.model_dump(mode="json", exclude={"findings", "problems", "tasks"})
    findings = {key: found for key, found in document.findings.items() if not within(key, "/tasks")}
    problems = tuple(problem for problem in document.problems if not problem.at.startswith("/tasks/"))
    for decision in decisions:
        value = json.loads(decision.value)
        if decision.field == SEEN:
            problems = _without_seen(problems, value)
        elif decision.field.startswith("/"):
            head = with_value(head, decision.field, value)
            findings, problems = _settled(findings, problems, decision.field)
    shown = Document.model_validate(head)
    return _with_tasks(shown.model_copy(update={"findings": findings, "problems": problems}), tasks)


def _with_tasks(document: Document, tasks: Sequence[ShownTask]) -> Document:
    findings, problems = dict(document.findings), list(document.problems)
    for index, task in enumerate(tasks):
        at = f"/tasks/{index}"
        findings |= {at + key: found for key, found in task.reading.findings.items()}
        problems += [_moved(problem, "", at) for problem in task.reading.problems]
    update = {"tasks": tuple(task.reading.task for task in tasks), "findings": findings, "problems": tuple(problems)}
    return document.model_copy(update=update)


Findings = dict[str, Finding]
Problems = tuple[Problem, ...]


def _settled(findings: Findings, problems: Problems, field: str) -> tuple[Findings, Problems]:
    """A person has decided on ``field``: its problems are settled, its finding is theirs."""
    before = findings.get(field)
    kept = {key: found for key, found in findings.items() if not within(key, field)}
    kept[field] = Finding(confidence=1.0, rule=DECIDED, evidence=before.evidence if before else ())
    return kept, tuple(
        problem
        for problem in problems
        if not within(problem.at, field) and not (problem.at and within(field, problem.at))
    )


def _confirmed(findings: Findings, problems: Problems) -> tuple[Findings, Problems]:
    """A person has said that the task is one: all about it is settled, except its deadline."""
    kept = {
        key: found if within(key, "/deadline") else Finding(confidence=1.0, rule=DECIDED, evidence=found.evidence)
        for key, found in findings.items()
    }
    return kept, tuple(problem for problem in problems if within(problem.at, "/deadline"))


def _without_seen(problems: Problems, seen: Mapping[str, str]) -> Problems:
    return tuple(problem for problem in problems if (problem.code, problem.at) != (seen["code"], seen["at"]))


def masked(tree: Any, *besides: str) -> Any:
    """A JSON tree with passwords and the like masked in every string.

    What is seen to be a secret in one string (or in the texts ``besides``) is masked in all: a quote of the second
    line of a sentence no longer has the word "mật khẩu" before it.
    """
    known = {text[start:end] for text in (*_strings(tree), *besides) for start, end in find_secrets(text)}
    return _masked(tree, sorted(known, key=len, reverse=True))


def _strings(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, Mapping | list | tuple):
        for value in tree.values() if isinstance(tree, Mapping) else tree:
            yield from _strings(value)


def _masked(tree: Any, known: Sequence[str]) -> Any:
    if isinstance(tree, str):
        tree = mask_secrets(tree)
        for secret in known:
            tree = tree.replace(secret, MASK * len(secret))
        return tree
    if isinstance(tree, Mapping):
        return {key: _masked(value, known) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [_masked(value, known) for value in tree]
    return tree


def masked_record(record: LetterRecord, *besides: str) -> LetterRecord:
    """``record`` as it may leave the register: for exports and the terminal; ``besides`` are texts of its pages."""
    return LetterRecord.model_validate(masked(record.model_dump(mode="json", by_alias=True), *besides))


def value_of(document: Document, pointer: str) -> Any:
    """What ``document`` holds at ``pointer``, as JSON."""
    return value_at(document.model_dump(mode="json", exclude={"findings", "problems"}), pointer)
