"""Searching and listing start fast: nothing of OCR, images or language is loaded for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import cli

HEAVY = ("cv2", "numpy", "spacy", "underthesea", "pdfplumber", "pypdfium2", "onnxruntime", "tesserocr", "pytesseract",
         "openpyxl", "icalendar", "alembic", "holidays", "PIL", "docx", "procrastinate", "fsspec", "psycopg")  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["tasks", "--help"], ["tasks", "rà soát"], ["letters", "--json"], ["status"], ["review", "--help"]],
)
def test_nothing_heavy_is_loaded(arguments: list[str], tmp_path: Path) -> None:
    db = str(tmp_path / "register.db")
    where = [] if "--help" in arguments else ["--db", db]
    code = (
        "import sys, cli\n"
        "from models.database import open_register\n"
        f"if {bool(where)}: open_register({db!r}); [sys.modules.pop(n) for n in list(sys.modules) if n.split('.')[0] == 'alembic']\n"
        f"try: cli.app({[*arguments, *where]!r})\n"
        f"except SystemExit as end: assert not end.code\n"
        f"print(*(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    root = Path(cli.__file__).parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stderr.split() == []
    assert done.stdout.strip()
