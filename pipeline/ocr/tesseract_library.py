"""Tesseract in this process, through tesserocr. The one place that imports it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

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

_USUAL_PLACES = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
_MODES: dict[Spread, str] = {"page": "AUTO", "sparse": "SPARSE_TEXT", "line": "SINGLE_LINE"}


_TWINS = re.compile("[ĐÐ]{2}|[đð]{2}")


def probe() -> EngineProbe:
    """What is installed. Raises ``ToolMissingError`` when library or language data are missing."""
    tesserocr = _library()
    folder = find_tessdata()
    if folder is None:
        raise ToolMissingError(f"Không tìm thấy dữ liệu ngôn ngữ của Tesseract; hãy chạy: {APT_LINE}")
    languages = frozenset(path.stem for path in folder.glob("*.traineddata"))
    version = str(tesserocr.tesseract_version()).split("\n", 1)[0].removeprefix("tesseract ")
    return require_languages(EngineProbe("library", version, languages, str(folder)))


def _library() -> Any:
    # Read when the library is loaded: one page a core, its threads only wait for each other.
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        import tesserocr
    except ImportError as error:
        raise ToolMissingError("Chưa cài tesserocr; hãy chạy: pip install tesserocr") from error
    # Its picture library writes of every odd box to stderr, where the progress bar stands.
    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    return tesserocr


def find_tessdata() -> Path | None:
    """The folder with the Vietnamese data: ``TESSDATA_PREFIX``, the usual places, beside the program."""
    for folder in _candidate_folders():
        if (folder / f"{LANGUAGE}.traineddata").is_file():
            return folder
    return None


def _candidate_folders() -> Iterator[Path]:
    prefix = os.environ.get("TESSDATA_PREFIX")
    if prefix:
        yield Path(prefix)
        yield Path(prefix) / "tessdata"
    yield from map(Path, _USUAL_PLACES)
    program = shutil.which("tesseract")
    if program:
        share = Path(program).resolve().parent.parent / "share"
        yield share / "tessdata"
        yield from sorted(share.glob("tesseract-ocr/*/tessdata"), reverse=True)


def _symbols(word: Any, level: Any) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    """Each symbol of the word that the iterator stands at, with its box in pixels; leaves it at the last one."""
    while True:
        yield word.GetUTF8Text(level.SYMBOL), word.BoundingBox(level.SYMBOL) or (0, 0, 0, 0)
        if word.IsAtFinalElement(level.WORD, level.SYMBOL):
            return
        word.Next(level.SYMBOL)


def without_twins(symbols: Iterable[tuple[str, tuple[int, int, int, int]]]) -> str:
    """The word of ``symbols`` (text, box), a letter left out that was seen twice in one place.

    The Vietnamese data know Đ and eth, which look the same, and sometimes give both for one glyph ("QĐÐ").
    """
    kept: list[tuple[str, tuple[int, int, int, int]]] = []
    for text, box in symbols:
        if kept and _TWINS.fullmatch(kept[-1][0] + text) and _one_glyph(kept[-1][1], box):
            continue
        kept.append((text, box))
    return "".join(text for text, _ in kept)


def _one_glyph(first: tuple[int, int, int, int], second: tuple[int, int, int, int]) -> bool:
    """Whether two boxes lie over each other, or have together the width of one letter (Đ is about as wide as high)."""
    shared = min(first[2], second[2]) - max(first[0], second[0])
    together = max(first[2], second[2]) - min(first[0], second[0])
    high = min(first[3] - first[1], second[3] - second[1])
    return shared > 0.5 * max(1, min(first[2] - first[0], second[2] - second[0])) or together < 1.4 * high


class TesseractLibrary:
    """Tesseract in this process: its data are loaded once, and no picture is written to a file."""

    name = "library"

    def __init__(self, seconds: float = PAGE_SECONDS) -> None:
        found = probe()
        self._tesserocr = _library()
        self._seconds = seconds
        self._data_path = f"{found.data_path}/"
        self._reader: Any = None
        self._compass: Any = None

    def words(self, grey: Pixels, dpi: float, spread: Spread = "page") -> tuple[Word, ...]:
        api = self._show(self._reading(), grey, dpi)
        api.SetPageSegMode(getattr(self._tesserocr.PSM, _MODES[spread]))
        try:
            if not api.Recognize(int(self._seconds * 1000)):
                raise EngineTroubleError("Tesseract đọc trang này quá lâu")
            return tuple(self._seen(api, dpi))
        except RuntimeError as error:
            raise EngineTroubleError("Tesseract dừng vì lỗi ở trang này") from error
        finally:
            api.Clear()

    def _seen(self, api: Any, dpi: float) -> Iterator[Word]:
        level = self._tesserocr.RIL
        line = -1
        words = api.GetIterator()
        if words is None:
            return
        for item in self._tesserocr.iterate_level(words, level.WORD):
            if item.IsAtBeginningOf(level.TEXTLINE):
                line += 1
            corners = item.BoundingBox(level.WORD)
            if item.Empty(level.WORD) or corners is None:
                continue
            text, percent = item.GetUTF8Text(level.WORD), item.Confidence(level.WORD)
            if _TWINS.search(text):
                text = without_twins(_symbols(item, level))
            yield from word_from_pixels(text, corners, percent, max(line, 0), dpi)

    def turn(self, grey: Pixels, dpi: float) -> int | None:
        if self._compass is None:
            self._compass = self._started("osd", self._tesserocr.PSM.OSD_ONLY)
        api = self._show(self._compass, grey, dpi)
        try:
            found = api.DetectOrientationScript()
        except RuntimeError as error:
            raise EngineTroubleError("Tesseract dừng vì lỗi ở trang này") from error
        finally:
            api.Clear()
        if not found or found["orient_conf"] <= 1.0:
            return None
        return (360 - int(found["orient_deg"])) % 360

    def _reading(self) -> Any:
        if self._reader is None:
            self._reader = self._started(LANGUAGE, self._tesserocr.PSM.AUTO)
        return self._reader

    def _started(self, language: str, mode: int) -> Any:
        try:
            api = self._tesserocr.PyTessBaseAPI(path=self._data_path, lang=language, psm=mode)
            api.SetVariable("debug_file", os.devnull)
            return api
        except RuntimeError as error:
            raise ToolMissingError(f"Tesseract không nạp được dữ liệu {language}; hãy chạy: {APT_LINE}") from error

    @staticmethod
    def _show(api: Any, grey: Pixels, dpi: float) -> Any:
        plain = np.ascontiguousarray(grey)
        height, width = plain.shape
        api.SetImageBytes(plain.tobytes(), width, height, 1, width)
        api.SetSourceResolution(round(dpi))
        return api
