"""What may stand in a slot: numbers, days, months, dates of stamps, about as often as letters have them."""

from __future__ import annotations

import numpy as np

from schemas.text import SlotKind

ALPHABET = "0123456789abcd/."
"""What the network tells apart. "." stands for a dot or dash between the parts of a date."""
_SEPARATORS = (("/", 0.62), (".", 0.16), ("-", 0.22))


def some_text(random: np.random.Generator) -> tuple[SlotKind, str]:
    """A slot's kind and what is written there; a dash between the parts of a date is written "-"."""
    kind = random.random()
    if kind < 0.53:
        return "serial", _number(random)
    if kind < 0.75:
        day = int(random.integers(1, 32))
        return "day", f"{day:02d}" if random.random() < 0.7 else str(day)
    if kind < 0.81:
        month = int(random.integers(1, 13))
        return "month", f"{month:02d}" if random.random() < 0.4 else str(month)
    if kind < 0.90:
        return "arrival_number", _number(random)
    return "arrival_day", _date(random)


def _number(random: np.random.Generator) -> str:
    length = int(random.choice([1, 2, 3, 4, 5], p=[0.05, 0.25, 0.28, 0.37, 0.05]))
    text = "".join(str(digit) for digit in random.integers(0, 10, length))
    if length in {2, 3} and random.random() < 0.15:
        text = "0" + text[1:]
    return text + str(random.choice(list("abcd"), p=[0.45, 0.35, 0.12, 0.08])) if random.random() < 0.06 else text


def _date(random: np.random.Generator) -> str:
    """A date as it is written into an arrival stamp: "21/3", "05/11/17", "5-11-2017", "12.3.24"."""
    day, month, year = int(random.integers(1, 32)), int(random.integers(1, 13)), int(random.integers(2005, 2036))
    between = str(random.choice([mark for mark, _ in _SEPARATORS], p=[share for _, share in _SEPARATORS]))
    parts = [f"{day:02d}", f"{month:02d}"] if random.random() < 0.45 else [str(day), str(month)]
    ending = random.choice(["", f"{year % 100:02d}", str(year)], p=[0.3, 0.25, 0.45])
    return between.join([*parts, str(ending)] if ending else parts)


def target(text: str) -> str:
    """``text`` in the network's alphabet: a dash is a dot."""
    return text.replace("-", ".")
