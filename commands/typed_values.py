"""What a person types for a field, as the record holds it."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from commands.options import DAY_FORMATS
from schemas.errors import UsageError

_DAYS = frozenset({"/issued_on", "/arrival/date", "/deadline/due"})
_LISTS = frozenset({"/addressees", "/lead", "/coordinating", "/supervisor"})


def typed_value(field: str, typed: str) -> Any:
    """The JSON value of ``typed`` for the field at ``field``; "" clears it. Raises ``UsageError`` when it makes no sense.

    Days are 20/03/2026 or 2026-03-20, hours 14:00 or 14h00, lists have ";" between entries, and the
    distribution's purposes stand in brackets. JSON is taken as it is.
    """
    text = " ".join(typed.split())
    if text[:1] in ("[", "{"):
        return _json(text)
    if field in _LISTS:
        return _entries(text)
    if field == "/distribution":
        return [_recipient(entry) for entry in _entries(text)]
    if field == "/references":
        return [{"number": entry} for entry in _entries(text)]
    if not text:
        return None
    if field in _DAYS:
        return _day(text)
    return _hour(text) if field == "/deadline/time" else text


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise UsageError(f"Không phải JSON: {text!r}.") from error


def _entries(text: str) -> list[str]:
    return [entry for part in text.split(";") if (entry := part.strip())]


def _recipient(entry: str) -> dict[str, str | None]:
    found = re.fullmatch(r"(.+?)\s*\(([^()]*)\)", entry)
    return {"name": found[1], "purpose": found[2]} if found else {"name": entry, "purpose": None}


def _day(text: str) -> str:
    for form in DAY_FORMATS:
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    raise UsageError(f"Không hiểu ngày {text!r}. Viết như 20/03/2026 hoặc 2026-03-20.")


def _hour(text: str) -> str:
    found = re.fullmatch(r"(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{2})?(?:\s*phút)?", text)
    if not found or int(found[1]) > 24 or int(found[2] or 0) > 59:
        raise UsageError(f"Không hiểu giờ {text!r}. Viết như 14:00 hoặc 14h00.")
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"
