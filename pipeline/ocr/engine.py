"""What reads words off a picture: the interface, what can go wrong, and which engine is used."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal, Protocol

from schemas.errors import CongvanError, ToolMissingError, UsageError
from schemas.image import Pixels
from schemas.text import Word

LANGUAGE = "vie"
NEEDED_LANGUAGES = frozenset({"vie", "osd"})
PAGE_SECONDS = 60.0
"""A page takes one to two seconds; one that takes a minute will not end well."""

APT_LINE = "sudo apt-get install tesseract-ocr tesseract-ocr-vie tesseract-ocr-osd"

Choice = Literal["lines", "program", "library"]
Spread = Literal["page", "sparse", "line"]
"""How text is spread over a picture: a page in blocks, single words anywhere, one line."""


class EngineTroubleError(CongvanError):
    """The engine hung, crashed or gave nonsense on one picture; the message says which."""


@dataclass(frozen=True, slots=True)
class EngineProbe:
    """What is installed of an engine: its version, its languages, and where their data lies."""

    name: str
    version: str
    languages: frozenset[str]
    data_path: str | None = None


class Engine(Protocol):
    """An OCR engine. Not safe for threads; one for each worker process."""

    @property
    def name(self) -> str: ...

    def words(self, grey: Pixels, dpi: float, spread: Spread = "page") -> tuple[Word, ...]:
        """Words on ``grey`` in reading order, boxes in points of that picture, ``line`` counted.

        Raises ``EngineTroubleError``.
        """
        ...

    def turn(self, grey: Pixels, dpi: float) -> int | None:
        """By how many degrees (0, 90, 180, 270) the picture has to be turned clockwise to stand upright.

        ``None`` when the engine cannot tell. Raises ``EngineTroubleError``.
        """
        ...


def choose_engine(choice: str | None = None) -> Engine:
    """The engine named by ``choice`` or ``CONGVAN_OCR``, else the library where it works, else the program.

    ``lines`` finds lines itself and reads them in less than half the time, with Tesseract behind it; on real letters it
    still reads tasks worse. Raises ``ToolMissingError`` when Tesseract is not installed or lacks a language,
    ``UsageError`` for another name.
    """
    choice = choice or os.environ.get("CONGVAN_OCR") or None
    if choice == "program":
        return _program()
    if choice == "library":
        return _library()
    if choice == "lines":
        from pipeline.ocr.line_reader import LineReader

        return LineReader(_tesseract())
    if choice is not None:
        raise UsageError(f"CONGVAN_OCR phải là lines, program hoặc library, không phải {choice!r}.")
    return _tesseract()


def _tesseract() -> Engine:
    """Tesseract's library where it works, else its program."""
    try:
        return _library()
    except ToolMissingError:
        return _program()


def _program() -> Engine:
    from pipeline.ocr.tesseract_program import TesseractProgram

    return TesseractProgram()


def _library() -> Engine:
    from pipeline.ocr.guarded import GuardedLibrary

    return GuardedLibrary()


def require_languages(found: EngineProbe) -> EngineProbe:
    """``found`` itself. Raises ``ToolMissingError`` when it lacks Vietnamese or the orientation data."""
    missing = sorted(NEEDED_LANGUAGES - found.languages)
    if missing:
        raise ToolMissingError(f"Tesseract thiếu dữ liệu ngôn ngữ {', '.join(missing)}; hãy chạy: {APT_LINE}")
    return found
