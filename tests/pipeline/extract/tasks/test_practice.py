"""Sentences of many offices as items below "yêu cầu các đơn vị thực hiện …:", each with its reading.

``practice.txt`` holds them as ``assignments.txt`` does; a sentence with no line below it orders nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Readings = Callable[..., list[str]]
FRAME = (
    "Để thực hiện tốt nhiệm vụ nêu trên, yêu cầu các đơn vị thực hiện các nội dung sau:\n1. Bảo đảm trật tự chung.\n2. "
)


def _specimens() -> list[tuple[str, list[str]]]:
    specimens: list[tuple[str, list[str]]] = []
    for line in Path(__file__).with_name("practice.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            specimens[-1][1].append(line.strip())
        elif line.strip() and not line.startswith("#"):
            specimens.append((line, []))
    return specimens


@pytest.mark.parametrize(("sentence", "expected"), _specimens())
def test_an_item_is_read(sentence: str, expected: list[str], readings: Readings) -> None:
    assert readings(FRAME + sentence)[1:] == expected
