"""Old Office files are read through LibreOffice, and say what is missing where it is not installed."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.scan import converting, open_letter
from pipeline.scan.converting import converted, program
from schemas.errors import DamagedFileError, UnknownFormatError
from schemas.text import Page
from tests.pipeline.scan.specimens import docx_file, xlsx_file

RTF = rb"{\rtf1\ansi K\u237?nh g\u7917?i: S\u7903? Y t\u7871?}"
needs_office = pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")


@needs_office
@pytest.mark.slow
def test_a_letter_in_rtf_is_read(tmp_path: Path) -> None:
    path = tmp_path / "cũ.rtf"
    path.write_bytes(RTF)
    file = open_letter(path)
    (page,) = file.pages()
    assert isinstance(page, Page)
    assert (file.kind, " ".join(word.text for word in page.words)) == ("docx", "Kính gửi: Sở Y tế")


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "data"),
    [
        ("doc", docx_file(lambda document: document.add_paragraph("Kính gửi: Sở Y tế"))),
        ("odt", docx_file(lambda document: document.add_paragraph("Kính gửi: Sở Y tế"))),
        ("xls", xlsx_file(lambda sheet: sheet.append(["Kính", "gửi:", "Sở Y tế"]))),
    ],
)
def test_a_letter_in_an_older_format_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: converting.Convertible, data: bytes
) -> None:
    becomes = "xlsx" if old == "xls" else "docx"
    monkeypatch.setattr(converting, "_BECOMES", {becomes: old} | converting._BECOMES)
    older, _ = converted(data, becomes)  # type: ignore[arg-type]
    path = tmp_path / f"cũ.{old}"
    path.write_bytes(older)
    (page,) = open_letter(path).pages()
    assert isinstance(page, Page)
    assert " ".join(word.text for word in page.words) == "Kính gửi: Sở Y tế"


def test_without_libreoffice_the_message_says_both_ways_out(
    save: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnknownFormatError, match=r"cài LibreOffice.*congvan retry.*PDF"):
        open_letter(save(RTF))


def stand_in(folder: Path, script: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)


@pytest.mark.parametrize("script", ["exit 1", "exit 0", "sleep 30"])
def test_a_conversion_that_fails_or_hangs_says_what_to_do(
    save: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    stand_in(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(converting, "SECONDS", 1)
    with pytest.raises(DamagedFileError, match="xuất ra PDF"):
        open_letter(save(RTF))
