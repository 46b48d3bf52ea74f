"""The child's side of ``pipeline.ocr.guarded``: reads pictures as they come in, until nobody asks any more."""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from typing import Any, BinaryIO

from pipeline.ocr.engine import Engine, EngineTroubleError
from pipeline.ocr.tesseract_library import TesseractLibrary
from schemas.errors import ToolMissingError


def serve() -> None:
    """Answers requests on standard input until it ends. What libraries print does not get among the answers."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    answer_all(sys.stdin.buffer, answers)


def answer_all(requests: BinaryIO, answers: BinaryIO) -> None:
    """Requests are (seconds, name, arguments…), answers (outcome, value), the outcome
    "done", "trouble" with this picture, a tool "missing", or "bug". "probe" is answered when the engine is there."""
    engines: dict[float, Engine] = {}
    while True:
        try:
            seconds, name, *arguments = pickle.load(requests)
        except (EOFError, KeyboardInterrupt):
            return
        pickle.dump(_answer(engines, seconds, name, arguments), answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _answer(engines: dict[float, Engine], seconds: float, name: str, arguments: list[Any]) -> tuple[str, Any]:
    try:
        engine = engines.get(seconds) or engines.setdefault(seconds, TesseractLibrary(seconds))
        return "done", None if name == "probe" else getattr(engine, name)(*arguments)
    except EngineTroubleError as error:
        return "trouble", str(error)
    except ToolMissingError as error:
        return "missing", str(error)
    except Exception:  # noqa: BLE001 a bug is handed to the parent, which raises it
        return "bug", traceback.format_exc()
