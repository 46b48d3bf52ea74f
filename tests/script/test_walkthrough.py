"""The page that takes a letter through every stage shows what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = DOCS / "from-scan-to-task.md"


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", PAGE.read_text(encoding="utf-8")))))
def test_what_the_page_links_to_is_there(target: str) -> None:
    assert (DOCS / target).is_file()


def test_its_pictures_are_small() -> None:
    pictures = list((DOCS / "from-scan-to-task").iterdir())
    assert len(pictures) == 4
    assert all(picture.stat().st_size < 200_000 for picture in pictures)


def test_every_task_with_a_day_says_how_it_was_found() -> None:
    _, tasks = PAGE.read_text(encoding="utf-8").split("## 4. Tasks and deadlines")
    rows = [line.split(" | ") for line in tasks.split("## 5.")[0].splitlines() if line.startswith("| ")][2:]
    assert rows
    for row in rows:
        assert bool(row[3].strip()) == bool(row[4].strip(" |"))
