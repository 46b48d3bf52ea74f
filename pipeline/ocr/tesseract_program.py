"""Tesseract as the system's program, through pytesseract. The one place that imports it."""

from __future__ import annotations

import os
from typing import Any

import numpy as np
import pytesseract
from PIL import Image

from pipeline.ocr.engine import (
    APT_LINE,
    LANGUAGE,
    PAGE_SECONDS,
    EngineProbe,
    EngineTroubleError,
    Spread,
    require_languages,
)
from pipeline.ocr.engine_words import word_from_pixels
from schemas.errors import ToolMissingError
from schemas.image import Pixels
from schemas.text import Word

_MODES: dict[Spread, int] = {"page": 3, "sparse": 11, "line": 7}


def probe() -> EngineProbe:
    """What is installed. Raises ``ToolMissingError`` when there is no program or a language is missing."""
    try:
        version = str(pytesseract.get_tesseract_version())
        languages = frozenset(pytesseract.get_languages())
    except (pytesseract.TesseractNotFoundError, SystemExit) as error:
        raise ToolMissingError(f"Chưa cài Tesseract; hãy chạy: {APT_LINE}") from error
    return require_languages(EngineProbe("program", version, languages))


class TesseractProgram:
    """The ``tesseract`` program, started anew for each picture."""

    name = "program"

    def __init__(self, seconds: float = PAGE_SECONDS) -> None:
        probe()
        # One page a core: Tesseract's own threads only wait for each other (measured: half the speed).
        os.environ["OMP_THREAD_LIMIT"] = "1"
        self._seconds = seconds

    def words(self, grey: Pixels, dpi: float, spread: Spread = "page") -> tuple[Word, ...]:
        table = self._run(pytesseract.image_to_data, grey, dpi, f"--psm {_MODES[spread]}", LANGUAGE)
        lines: dict[tuple[int, int, int], int] = {}
        words: list[Word] = []
        for index, text in enumerate(table["text"]):
            if table["level"][index] != 5:
                continue
            place = (table["block_num"][index], table["par_num"][index], table["line_num"][index])
            left, top = table["left"][index], table["top"][index]
            corners = (left, top, left + table["width"][index], top + table["height"][index])
            line = lines.setdefault(place, len(lines))
            words += word_from_pixels(str(text), corners, float(table["conf"][index]), line, dpi)
        return tuple(words)

    def turn(self, grey: Pixels, dpi: float) -> int | None:
        try:
            found = self._run(pytesseract.image_to_osd, grey, dpi, "", "osd")
        except EngineTroubleError:
            return None  # too few letters to tell
        return int(found["rotate"]) % 360 if float(found["orientation_conf"]) > 1.0 else None

    def _run(self, call: Any, grey: Pixels, dpi: float, config: str, language: str) -> Any:
        """Runs ``call`` on the picture, handed over as PGM: encoding PNG costs more than it saves."""
        picture = Image.fromarray(np.ascontiguousarray(grey))
        picture.format = "PPM"
        try:
            return call(
                picture,
                lang=language,
                config=f"{config} --dpi {round(dpi)}".strip(),
                timeout=self._seconds,
                output_type=pytesseract.Output.DICT,
            )
        except pytesseract.TesseractNotFoundError as error:
            raise ToolMissingError(f"Chưa cài Tesseract; hãy chạy: {APT_LINE}") from error
        except pytesseract.TesseractError as error:
            raise EngineTroubleError("Tesseract dừng vì lỗi ở trang này") from error
        except RuntimeError as error:  # what pytesseract raises when the time is over
            raise EngineTroubleError("Tesseract đọc trang này quá lâu") from error
