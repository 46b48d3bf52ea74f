"""Permanent names of letters and tasks: short, typed by people, the same wherever the same file is registered."""

from __future__ import annotations

import base64
import hashlib
from itertools import count

from sqlmodel import Session, func, select

from models.tables import Letter, Task

_LENGTH = 9


def new_letter_uid(session: Session, sha256: str) -> str:
    """The first free uid for another document of the file ``sha256``."""
    for attempt in count():
        digest = hashlib.sha256(f"{sha256}:{attempt}".encode()).digest()
        uid = base64.b32encode(digest).decode().lower()[:_LENGTH]
        if session.get(Letter, uid) is None:
            return uid
    raise AssertionError("unreachable")


def next_ordinal(session: Session, letter_uid: str) -> int:
    """The number of the letter's next task; numbers are never used again."""
    return (session.exec(select(func.max(Task.ordinal)).where(Task.letter_uid == letter_uid)).one() or 0) + 1


def task_uid(letter_uid: str, ordinal: int) -> str:
    return f"{letter_uid}-{ordinal}"
