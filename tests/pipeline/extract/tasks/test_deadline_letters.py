"""Which task a time belongs to: told once for many, told behind, told in a heading, told of one act of two.

``deadline_letters.txt`` is written like ``letters.txt``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Readings = Callable[..., list[str]]


def _letters() -> dict[str, tuple[str, str, list[str]]]:
    letters = {}
    for block in ("\n" + Path(__file__).with_name("deadline_letters.txt").read_text(encoding="utf-8")).split("\n== ")[
        1:
    ]:
        head, text = block.split("\n", 1)
        name, kind = head.split()
        body, _, told = text.partition("\n--")
        letters[name] = (kind, body, [line.strip() for line in told.splitlines() if line.strip()])
    return letters


LETTERS = _letters()


@pytest.mark.parametrize("name", LETTERS)
def test_a_time_bounds_what_it_belongs_to(name: str, readings: Readings) -> None:
    kind, text, expected = LETTERS[name]
    assert readings(text, kind) == expected
