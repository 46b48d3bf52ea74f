"""Letters written out in tests: bodies from lines of text, tasks as one line each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.extract.tasks import extract_tasks
from schemas.document import Paragraph, ParsedDocument, ParsedTable
from schemas.evidence import Extracted
from schemas.extracted import ExtractedHead, ExtractedTask
from schemas.text import Line, Passage, Word

MARKER = re.compile(
    r"(Điều \d+\.|[IVX]+\.|\d+(?:\.\d+)+\.?|\d+[.)]|[a-zđ]\)|\([a-zđ]{1,3}\)|[-+•*])\s+(?=\S)",
)


def passage(text: str) -> Passage:
    return Passage.of([Line(1, tuple(Word(word, None) for word in text.split()))])


def paragraph(text: str) -> Paragraph:
    """A paragraph; a marker in front is found as the parser finds it, a line in capitals is a heading."""
    text = " ".join(text.split())
    marker = MARKER.match(text)
    words = text[marker.end() :] if marker else text
    return Paragraph(
        passage(text), marker[1] if marker else None, marker.end() if marker else 0, heading=words.isupper()
    )


def body(text: str) -> tuple[Paragraph | ParsedTable, ...]:
    """One part a line; lines between bars are rows of a table."""
    parts: list[Paragraph | ParsedTable] = []
    rows: list[tuple[Passage, ...]] = []
    for line in (*(line.strip() for line in text.strip().splitlines()), ""):
        if line.startswith("|"):
            rows.append(tuple(passage(cell) for cell in line.strip("|").split("|")))
            continue
        if rows:
            parts.append(ParsedTable(tuple(rows), ()))
            rows = []
        if line:
            parts.append(paragraph(line))
    return tuple(parts)


def letter(text: str, kind: str = "CV", subject: str | None = None) -> tuple[ParsedDocument, ExtractedHead]:
    document = ParsedDocument("letter", 1, 1, body=body(text), subject=passage(subject) if subject else None)
    return document, ExtractedHead(document_type=Extracted(kind, 1.0, (), "test"))


def tasks_of(text: str, kind: str = "CV", subject: str | None = None) -> tuple[ExtractedTask, ...]:
    return extract_tasks(*letter(text, kind, subject))


def told(task: ExtractedTask) -> str:
    """A task in one line: "LEAD; LEAD + HELPER ^ SUPERVISOR > ACTION => RECEIVER @ DEADLINE"."""
    words = "; ".join(lead.value for lead in task.lead)
    if task.coordinating:
        words += " + " + "; ".join(helper.value for helper in task.coordinating)
    if task.supervisor:
        words += " ^ " + "; ".join(person.value for person in task.supervisor)
    words += f" > {task.action.value}"
    if task.report_to is not None:
        words += f" => {task.report_to.value}"
    if task.deadline is not None:
        words += f" @ {task.deadline.value.text}"
    return words


@pytest.fixture(name="tasks_of")
def _tasks_of() -> Callable[..., tuple[ExtractedTask, ...]]:
    """Reads a body written out as lines; the second argument is the letter's type."""
    return tasks_of


@pytest.fixture
def readings() -> Callable[..., list[str]]:
    """The tasks of a body written out as lines, each in one line."""

    def read(text: str, kind: str = "CV", subject: str | None = None) -> list[str]:
        return [told(task) for task in tasks_of(text, kind, subject)]

    return read


@pytest.fixture
def annex_readings() -> Callable[..., list[str]]:
    """The tasks of the body of an attachment."""

    def read(text: str, kind: str) -> list[str]:
        document, head = letter(text, kind)
        return [told(task) for task in extract_tasks(replace(document, role="attachment"), head)]

    return read
