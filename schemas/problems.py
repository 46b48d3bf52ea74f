"""What a person must look at: codes, and the message a clerk reads."""

from __future__ import annotations

from enum import StrEnum


class ProblemCode(StrEnum):
    """Kinds of problem; the register stores the code, the clerk reads the message."""

    UNREADABLE_FILE = "unreadable_file"
    UNREADABLE_PAGE = "unreadable_page"
    BLANK_PAGE = "blank_page"
    LOW_QUALITY = "low_quality"
    MISSING = "missing"
    UNSURE = "unsure"
    BLANK = "blank"
    CONFLICT = "conflict"
    IMPOSSIBLE = "impossible"
    UNRESOLVED_DEADLINE = "unresolved_deadline"
    SECRET_IN_TEXT = "secret_in_text"
