"""A reader for tests of the register: the file says itself what is read off it, or how reading fails."""

from __future__ import annotations

import json
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from schemas.errors import EncryptedFileError, ToolMissingError
from schemas.knowledge import Knowledge
from schemas.record import LetterRecord
from schemas.text import Page, Word


@dataclass(frozen=True)
class FakeReading:
    record: LetterRecord
    pages: tuple[Page, ...]
    version: str


def read(path: Path, knowledge: Knowledge) -> FakeReading:
    """The file is JSON: ``documents``, ``text`` (of its one page), ``version``, or ``fails`` with a way to fail."""
    told = json.loads(path.read_bytes() or b'{"fails": "encrypted"}')
    _fail(told)
    source = {"name": path.name, "sha256": path.name, "pages": 1, "text": "ocr"}
    record = LetterRecord.model_validate({"source": source, "documents": told["documents"]})
    return FakeReading(record, (_page(told.get("text", "")),), told.get("version", "1"))


def _fail(told: dict[str, str]) -> None:
    match told.get("fails"):
        case "encrypted":
            raise EncryptedFileError("Tệp có mật khẩu. Hãy lưu lại không đặt mật khẩu rồi nạp.")
        case "bug":
            raise ZeroDivisionError("a bug")
        case "tool":
            raise ToolMissingError("Thiếu Tesseract.")
        case "interrupt":
            raise KeyboardInterrupt
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "killed once":
            mark = Path(told["mark"])
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case "memory":
            bytearray(int(told["bytes"]))
        case "slow" if "FAKE_READER_HURRIES" not in os.environ:
            time.sleep(float(told["seconds"]))


def _page(text: str) -> Page:
    words = [Word(word, None, line=number) for number, line in enumerate(text.split("\n")) for word in line.split()]
    return Page(1, 595.0, 842.0, "ocr", tuple(words))


def dies_at_once(_: object) -> None:
    """A worker whose start is broken."""
    raise SystemExit(9)
