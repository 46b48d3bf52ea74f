"""Whole bodies of letters of many offices and kinds, each with the tasks it orders.

``letters.txt`` holds them, ``deadline_letters.txt`` those where it counts which task a time belongs to (told once for many,
told behind, told in a heading, told of one act of two): "== name TYPE", the body, "--", and below that each task indented and written
"LEAD; LEAD + HELPER ^ SUPERVISOR > ACTION => RECEIVER @ DEADLINE".
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Readings = Callable[..., list[str]]


def _letters(file: str) -> dict[str, tuple[str, str, list[str]]]:
    letters = {}
    for block in ("\n" + Path(__file__).with_name(file).read_text(encoding="utf-8")).split("\n== ")[1:]:
        head, text = block.split("\n", 1)
        name, kind = head.split()
        body, _, told = text.partition("\n--")
        letters[name] = (kind, body, [line.strip() for line in told.splitlines() if line.strip()])
    return letters


LETTERS = _letters("letters.txt")
TIMED = _letters("deadline_letters.txt")


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_orders_what_it_says(name: str, readings: Readings) -> None:
    kind, text, expected = LETTERS[name]
    assert readings(text, kind) == expected


@pytest.mark.parametrize("name", TIMED)
def test_a_time_bounds_what_it_belongs_to(name: str, readings: Readings) -> None:
    kind, text, expected = TIMED[name]
    assert readings(text, kind) == expected
