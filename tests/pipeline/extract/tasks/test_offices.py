"""Orders to offices of every kind and both eras: ``offices.txt`` holds each sentence with its readings below it.

A reading is written "LEAD; LEAD + HELPER ^ SUPERVISOR > ACTION => RECEIVER @ DEADLINE".
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Readings = Callable[..., list[str]]


def _specimens() -> list[tuple[str, list[str]]]:
    specimens: list[tuple[str, list[str]]] = []
    for line in Path(__file__).with_name("offices.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            specimens[-1][1].append(line.strip())
        else:
            specimens.append((line, []))
    return specimens


@pytest.mark.parametrize(("sentence", "expected"), _specimens())
def test_an_order_to_this_office_is_read(sentence: str, expected: list[str], readings: Readings) -> None:
    assert expected
    assert readings(sentence) == expected
