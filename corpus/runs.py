"""Letters with gold records in a folder, and saved runs of the reader over them.

A folder holds ``<id>/original.*`` and ``<id>/letter.json``; a run is one record a line, its source
named ``<id>.<ending>``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemas.errors import UsageError


@dataclass(frozen=True, slots=True)
class GoldLetter:
    """A letter whose truth is known; ``record`` is its gold record as plain JSON values."""

    name: str
    original: Path
    record: Mapping[str, Any]


def gold_letters(folder: Path) -> list[GoldLetter]:
    """Every ``*/original.*`` under ``folder`` with a ``letter.json`` beside it, by name.

    Raises ``UsageError`` when there is none.
    """
    found = [
        GoldLetter(original.parent.name, original, json.loads(gold.read_text(encoding="utf-8")))
        for original in sorted(folder.glob("*/original.*"))
        if (gold := original.parent / "letter.json").exists()
    ]
    if not found:
        raise UsageError(
            f"Không thấy văn bản mẫu nào trong {folder}: cần các thư mục con có original.* và letter.json."
        )
    return found


def save_run(path: Path, records: Mapping[str, Mapping[str, Any]], letters: Iterable[GoldLetter]) -> None:
    """Writes ``records`` by letter name to ``path``, in the order of ``letters``."""
    lines = []
    for letter in letters:
        if letter.name in records:
            record = dict(records[letter.name])
            record["source"] = {**record["source"], "name": letter.name + letter.original.suffix}
            lines.append(json.dumps(record, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def load_run(path: Path) -> dict[str, Mapping[str, Any]]:
    """Records by letter name. Raises ``UsageError`` when ``path`` is no saved run."""
    try:
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return {Path(record["source"]["name"]).stem: record for record in records}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} không phải là kết quả đã lưu của congvan evaluate --save: {error}") from error
