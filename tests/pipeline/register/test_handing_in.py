"""Which files of a folder are taken, and names no code page of today can read."""

from __future__ import annotations

import os
from pathlib import Path

from desk import Desk

from pipeline.register.handing_in import files_under, readable_path


def test_folders_are_walked_in_order_without_what_programs_leave_behind(tmp_path: Path) -> None:
    for name in ("b.pdf", "a/z.pdf", "a/.hidden.pdf", ".git/x", "~$open.docx", "Thumbs.db", "a/letter.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    given = [tmp_path / "b.pdf", tmp_path]
    assert files_under(given) == (tmp_path / "b.pdf", tmp_path / "a" / "z.pdf")


def test_a_file_named_outright_is_taken_whatever_its_name(tmp_path: Path) -> None:
    hidden = tmp_path / ".hidden.pdf"
    assert files_under([hidden]) == (hidden,)


def test_a_name_in_an_old_code_page_is_kept_readable(desk: Desk) -> None:
    old = Path(os.fsdecode(os.fsencode(desk.folder) + b"/c\xf4ng v\xa8n.json"))
    old.write_bytes(desk.write("a.json").read_bytes())
    (desk.folder / "a.json").unlink()
    assert readable_path(old).endswith("/c\\xf4ng v\\xa8n.json")
    for _ in range(2):
        desk.ingest()
    assert [item.state for item in desk.items()] == ["registered"]
    assert "\\xf4ng" in desk.run("show", "107").stdout
    extracted = desk.run("extract", old, "--jobs", "0")
    assert extracted.exit_code == 0
    assert "xf4ng" in extracted.stdout
