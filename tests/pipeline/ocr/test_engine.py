"""Which engine is used, and what is said when none can be."""

from __future__ import annotations

import builtins
from pathlib import Path

import pytest

from pipeline.ocr import guarded, tesseract_library, tesseract_program
from pipeline.ocr.engine import EngineProbe, choose_engine, require_languages
from pipeline.ocr.engine_words import clean_word, word_from_pixels
from schemas.errors import ToolMissingError, UsageError


class Stub:
    def __init__(self, name: str) -> None:
        self.name = name


def missing() -> Stub:
    raise ToolMissingError("thiếu")


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONGVAN_OCR", raising=False)
    monkeypatch.setattr(guarded, "GuardedLibrary", lambda: Stub("library"))
    monkeypatch.setattr(tesseract_program, "TesseractProgram", lambda: Stub("program"))


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(
    ("setting", "used"), [(None, "library"), ("program", "program"), ("library", "library"), ("lines", "lines")]
)
def test_the_setting_chooses_and_the_library_comes_first(
    monkeypatch: pytest.MonkeyPatch, setting: str | None, used: str
) -> None:
    if setting:
        monkeypatch.setenv("CONGVAN_OCR", setting)
    assert choose_engine().name == used


@pytest.mark.usefixtures("both")
def test_the_program_steps_in_for_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "GuardedLibrary", missing)
    assert choose_engine().name == "program"
    with pytest.raises(ToolMissingError):
        choose_engine("library")


def test_another_name_is_refused() -> None:
    with pytest.raises(UsageError, match="program"):
        choose_engine("cuneiform")


@pytest.mark.parametrize("languages", [set(), {"eng", "osd"}, {"vie"}])
def test_missing_languages_are_named_with_the_line_that_installs_them(languages: set[str]) -> None:
    with pytest.raises(ToolMissingError, match="apt-get install") as raised:
        require_languages(EngineProbe("program", "5.3", frozenset(languages)))
    assert all(name in str(raised.value) for name in {"vie", "osd"} - languages)


def test_a_missing_program_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract_program.pytesseract.pytesseract, "tesseract_cmd", "no-such-program")
    with pytest.raises(ToolMissingError, match="apt-get install"):
        tesseract_program.TesseractProgram()


def test_a_missing_library_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name == "tesserocr":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ToolMissingError, match="tesserocr"):
        tesseract_library.probe()


def test_language_data_are_found_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "vie.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert tesseract_library.find_tessdata() == tmp_path


def test_missing_language_data_say_how_to_install_them(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tesserocr")
    monkeypatch.setattr(tesseract_library, "find_tessdata", lambda: None)
    with pytest.raises(ToolMissingError, match="apt-get install"):
        tesseract_library.probe()


@pytest.mark.parametrize(
    ("raw", "clean"), [(" Ðiều\n", "Điều"), ("Sơ\u0309", "Sở"), ("a\u200bb", "ab"), ("\u00ad", ""), ("đ", "đ")]
)
def test_engine_words_are_cleaned(raw: str, clean: str) -> None:
    assert clean_word(raw) == clean


def test_pixels_become_points_and_percents_shares() -> None:
    (word,) = word_from_pixels("Số", (100, 200, 150, 220), 96.0, 4, 200)
    assert word.box is not None
    assert word.box.rounded() == (36, 72, 54, 79.2)
    assert (word.confidence, word.line) == (0.96, 4)
    assert word_from_pixels("  ", (0, 0, 1, 1), -1, 0, 200) == ()


@pytest.mark.parametrize(
    ("symbols", "word"),
    [
        ((("Q", (0, 0, 20, 30)), ("Đ", (22, 0, 46, 30)), ("Ð", (34, 0, 45, 30))), "QĐ"),  # two codes for one glyph
        ((("Đ", (0, 0, 24, 30)), ("Đ", (26, 0, 50, 30)), ("B", (52, 0, 74, 30))), "ĐĐB"),  # printed twice
        ((("đ", (0, 0, 15, 30)), ("ð", (1, 0, 14, 30)), ("i", (16, 0, 20, 30))), "đi"),
        ((("O", (0, 0, 15, 30)), ("O", (1, 0, 14, 30))), "OO"),
    ],
)
def test_a_letter_seen_twice_in_one_place_is_read_once(
    symbols: tuple[tuple[str, tuple[int, int, int, int]], ...], word: str
) -> None:
    assert tesseract_library.without_twins(symbols) == word
