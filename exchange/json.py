"""JSON: letters as their record with the decisions applied, tasks as flat objects that name their letter."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, BinaryIO

from exchange.columns import FoundLetter, arrival_date, arrival_number
from exchange.wording import number_of
from models.tables import Incoming, Letter, Task
from models.task_search import FoundTask
from schemas.record import LetterRecord


def write_records(out: BinaryIO, records: Iterable[LetterRecord]) -> None:
    """A list of letter records (``congvan/1``)."""
    write_tree(out, [record.model_dump(mode="json", by_alias=True) for record in records])


def write_tree(out: BinaryIO, tree: Any) -> None:
    out.write(json.dumps(tree, ensure_ascii=False, indent=1).encode("utf-8", errors="replace") + b"\n")


def task_tree(found: FoundTask, today: date) -> dict[str, Any]:
    """A task with what its letter is called, days as ISO 8601."""
    task = found.task
    return {
        "uid": task.uid,
        "letter": letter_tree(FoundLetter(found.letter, found.incoming)),
        "item": task.item,
        "action": task.action,
        "lead": list(found.lead),
        "coordinating": list(found.coordinating),
        "supervisor": list(found.supervisor),
        "report_to": task.report_to,
        "deadline": _deadline(task),
        "status": task.status,
        "done_on": _iso(task.done_on),
        "leads": [{"name": one.name, "status": one.status, "done_on": _iso(one.done_on)} for one in found.standings],
        "assignee": task.assignee,
        "handed_over_on": _iso(task.handed_over_on),
        "result": task.result,
        "reply": task.reply,
        "note": task.note,
        "overdue": bool(task.late_from and task.late_from <= today and task.status in ("not_started", "in_progress")),
        "to_review": task.to_review,
        "no_longer_read": task.no_longer_read,
    }


def letter_tree(found: FoundLetter) -> dict[str, Any]:
    """What a list says of a letter."""
    letter = found.letter
    return {
        "uid": letter.uid,
        "role": letter.role,
        "document_type": letter.document_type,
        "number": number_of(letter) or None,
        "issuer": letter.issuer,
        "issued_on": _iso(letter.issued_on),
        "subject": letter.subject,
        "urgency": letter.urgency,
        "arrival": _arrival(letter, found.incoming),
        "to_review": letter.to_review,
        "source": letter.source_name,
    }


def _arrival(letter: Letter, incoming: Incoming | None) -> dict[str, Any]:
    number = arrival_number(letter, incoming)
    return {"number": None if number is None else str(number), "date": _iso(arrival_date(letter, incoming))}


def _deadline(task: Task) -> dict[str, Any] | None:
    if task.kind is None:
        return None
    return {
        "text": task.deadline_text,
        "kind": task.kind,
        "bound": task.bound,
        "due": _iso(task.due),
        "time": task.time,
        "recurrence": task.recurrence,
        "derivation": task.derivation,
    }


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
