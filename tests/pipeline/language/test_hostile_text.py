"""Text that repeats what grammars look for is still searched quickly: no pattern runs away."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from pipeline.language.deadlines import find_deadlines, read_deadline_cell, read_event_time
from pipeline.language.references import find_references
from schemas.secrets import find_secrets

SEARCHES: tuple[Callable[[str], object], ...] = (
    find_deadlines,
    read_deadline_cell,
    read_event_time,
    find_references,
    find_secrets,
)


@pytest.mark.parametrize(
    "unit",
    ["ngày ", "1 ", "1/1/", "định kỳ hằng ", "tháng 1, ", "QĐ-", "số 1/QĐ-UBND, ", "    ", "mật khẩu ", "chậm nhất là đến hết ", "((((", "của Bộ A và "],
)  # fmt: skip
def test_repetition_is_searched_quickly(unit: str) -> None:
    text = unit * 2000
    start = time.perf_counter()
    for search in SEARCHES:
        search(text)
    assert time.perf_counter() - start < 10
