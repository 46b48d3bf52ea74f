"""The reader and what it may know, loaded only by the commands that read."""

from __future__ import annotations

from pipeline.register.working import ReadLetter
from schemas.knowledge import Knowledge


def reader() -> ReadLetter:
    """The reader of letters. Loading it is slow: OCR and language are behind it."""
    from pipeline.read import read

    return read


def known() -> Knowledge:
    """What reading may know: our own agency, the working calendar, today in Vietnam."""
    from commands.knowledge import knowledge
    from commands.settings import settings

    return knowledge(settings().own_agency)
