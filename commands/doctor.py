"""``congvan doctor``: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import typer

from schemas.errors import CongvanError, ToolMissingError


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. ``needed``: nothing can be read without it."""

    name: str
    found: str
    good: bool
    needed: bool = True


def doctor() -> None:
    """Say what is installed, what is missing, and how to get it."""
    from rich.console import Console
    from rich.table import Table

    checks = [_python(), _engine("Tesseract (chương trình)", _program), _engine("Tesseract (thư viện)", _library)]
    checks += [_package("underthesea"), _package("spacy"), _package("pdfplumber"), _recognizer(), _office()]
    table = Table("Thành phần", "Tình trạng", "Có gì, hoặc phải làm gì")
    for check in checks:
        state = "[green]có[/]" if check.good else ("[red]thiếu[/]" if check.needed else "[yellow]không có[/]")
        table.add_row(check.name, state, check.found)
    Console().print(table)
    engines = [check.good for check in checks if check.name.startswith("Tesseract")]
    if not any(engines) or not all(check.good for check in checks if check.needed):
        raise typer.Exit(4)
    typer.echo("Máy đã sẵn sàng đọc văn bản.")


def _python() -> Check:
    return Check("Python", sys.version.split()[0], sys.version_info >= (3, 11))


def _engine(name: str, probe: Callable[[], str]) -> Check:
    try:
        return Check(name, probe(), good=True, needed=False)
    except ToolMissingError as error:
        return Check(name, str(error), good=False, needed=False)


def _program() -> str:
    from pipeline.ocr.tesseract_program import probe

    return probe().version


def _library() -> str:
    from pipeline.ocr.tesseract_library import probe

    return probe().version


def _office() -> Check:
    """LibreOffice, for old Office files; everything else is read without it."""
    from pipeline.scan.converting import program

    found = program()
    told = (
        found or "chỉ cần khi có tệp DOC, RTF, ODT, XLS, ODS: cài gói libreoffice-writer-nogui, libreoffice-calc-nogui"
    )
    return Check("LibreOffice", told, found is not None, needed=False)


def _package(name: str) -> Check:
    try:
        return Check(name, version(name), good=True)
    except PackageNotFoundError:
        return Check(name, "chạy lại script/bootstrap", good=False)


def _recognizer() -> Check:
    """The reader of handwritten numbers: whether its weights load."""
    name = "Nhận dạng số viết tay"
    try:
        import numpy as np

        from pipeline.handwriting import read_slots

        read_slots(np.full((64, 64), 255, np.uint8), 200, ())
        return Check(name, "sẵn sàng", good=True)
    except (ImportError, OSError, CongvanError) as error:
        return Check(name, f"{error}; chạy lại script/bootstrap", good=False)
