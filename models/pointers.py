"""JSON Pointers within a document or a task, and the field names that people type for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

LETTER_FIELDS: Mapping[str, str] = {
    "document_type": "/document_type",
    "parent_agency": "/parent_agency",
    "issuer": "/issuer",
    "serial": "/number/serial",
    "symbol": "/number/symbol",
    "place": "/place",
    "issued_on": "/issued_on",
    "subject": "/subject",
    "urgency": "/urgency",
    "secrecy": "/secrecy",
    "addressees": "/addressees",
    "distribution": "/distribution",
    "archive": "/archive",
    "signatory.name": "/signatory/name",
    "signatory.position": "/signatory/position",
    "signatory.capacity": "/signatory/capacity",
    "references": "/references",
    "arrival.number": "/arrival/number",
    "arrival.date": "/arrival/date",
}
"""Fields of a letter that a person may correct, and where they stand in its document."""

TASK_FIELDS: Mapping[str, str] = {
    "item": "/item",
    "action": "/action",
    "lead": "/lead",
    "coordinating": "/coordinating",
    "supervisor": "/supervisor",
    "report_to": "/report_to",
    "deadline": "/deadline",
    "deadline.text": "/deadline/text",
    "deadline.kind": "/deadline/kind",
    "deadline.bound": "/deadline/bound",
    "deadline.due": "/deadline/due",
    "deadline.time": "/deadline/time",
    "deadline.recurrence": "/deadline/recurrence",
}
"""Fields of a task that a person may correct, and where they stand in it."""

TRACKED_FIELDS: Mapping[str, str] = {
    name: f"/{name}" for name in ("status", "done_on", "assignee", "handed_over_on", "result", "reply", "note")
}
"""What the office does with a task: not part of the record, kept only as decisions."""

_PARENTS: Mapping[str, Mapping[str, Any]] = {
    "number": {"serial": None, "symbol": None},
    "signatory": {"name": None, "position": None, "capacity": None},
    "arrival": {"number": None, "date": None},
    "deadline": {"text": "", "kind": "date", "bound": "by", "due": None},
}
"""What a part of the record holds when a person fills one field of it and nothing was read."""


def field_of(pointer: str) -> str:
    """The field a decision is kept under: a list's entries are decided on together."""
    return re.sub(r"/\d+(/.*)?$", "", pointer)


def within(pointer: str, field: str) -> bool:
    """Whether ``pointer`` is ``field`` or inside it."""
    return pointer == field or pointer.startswith(f"{field}/")


def value_at(tree: Any, pointer: str) -> Any:
    """What stands at ``pointer``; ``None`` where the tree does not reach."""
    for part in pointer.split("/")[1:]:
        if isinstance(tree, dict):
            tree = tree.get(part)
        elif isinstance(tree, list) and part.isdigit() and int(part) < len(tree):
            tree = tree[int(part)]
        else:
            return None
    return tree


def with_value(tree: dict[str, Any], field: str, value: Any) -> dict[str, Any]:
    """A copy of ``tree`` with ``value`` at ``field`` (one or two levels deep)."""
    name, _, rest = field.removeprefix("/").partition("/")
    if not rest:
        return {**tree, name: value}
    return {**tree, name: {**(tree.get(name) or _PARENTS.get(name, {})), rest: value}}
