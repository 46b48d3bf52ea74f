"""Sentences that assign work, and sentences that only look like it, each with its reading.

``assignments.txt``, ``offices.txt`` (bodies of every kind and both eras) and ``forms.txt`` (the ways to order) hold each sentence with its readings indented
below it, written "LEAD; LEAD + HELPER ^ SUPERVISOR > ACTION => RECEIVER @ DEADLINE". ``no_assignments.txt`` holds sentences
that give no task, one a line.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.extracted import ExtractedTask

Readings = Callable[..., list[str]]
TasksOf = Callable[..., tuple[ExtractedTask, ...]]


def _lines(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _specimens(name: str) -> list[tuple[str, list[str]]]:
    specimens: list[tuple[str, list[str]]] = []
    for line in _lines(name):
        if line.startswith(" "):
            specimens[-1][1].append(line.strip())
        else:
            specimens.append((line, []))
    return specimens


ASSIGNMENTS = [*_specimens("assignments.txt"), *_specimens("offices.txt"), *_specimens("forms.txt")]


def test_there_are_enough_specimens() -> None:
    assert len(ASSIGNMENTS) + len(_lines("no_assignments.txt")) >= 300
    assert all(expected for _, expected in ASSIGNMENTS)


@pytest.mark.parametrize(("sentence", "expected"), ASSIGNMENTS)
def test_a_sentence_that_orders_is_read(sentence: str, expected: list[str], readings: Readings) -> None:
    assert readings(sentence) == expected


@pytest.mark.parametrize("sentence", _lines("no_assignments.txt"))
def test_a_sentence_that_orders_nothing_gives_no_task(sentence: str, readings: Readings) -> None:
    assert readings(sentence) == []


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in ASSIGNMENTS])
def test_every_part_is_quoted_from_the_sentence(sentence: str, tasks_of: TasksOf) -> None:
    for task in tasks_of(sentence):
        parts = [task.action, *task.lead, *task.coordinating, *([task.report_to] if task.report_to else [])]
        for part in parts:
            assert 0 < part.confidence <= 1
            assert all(evidence.quote in sentence for evidence in part.evidence)
            assert part.evidence or part.value.startswith("@")
