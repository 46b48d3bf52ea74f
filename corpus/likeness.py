"""How alike two readings are, as the scoring rules of the letter record say."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

_TONE_PLACEMENT = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_MISPLACED_TONE = re.compile(r"(?<!q)(" + "|".join(_TONE_PLACEMENT) + r")(?=\W|$)")

Likeness = Callable[[Any, Any], float]


def folded(value: object) -> str:
    """``value`` without regard to case, tone placement, outer punctuation and blanks around hyphens."""
    if value is None:
        return ""
    text = unicodedata.normalize("NFC", str(value)).casefold()
    text = text.replace("–", "-").replace("—", "-").replace("“", '"').replace("”", '"')
    text = _MISPLACED_TONE.sub(lambda found: _TONE_PLACEMENT[found[1]], text)
    text = re.sub(r"\s*-\s*", "-", text)
    return re.sub(r"\s+", " ", text).strip(" .;:,-*+\"'()/")


def likeness(one: object, other: object) -> float:
    """0 to 1 by shared characters in order; two empty values are alike."""
    a, b = folded(one), folded(other)
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()


def same(one: object, other: object) -> bool:
    return folded(one) == folded(other)


def same_serial(one: object, other: object) -> bool:
    return folded(one).lstrip("0") == folded(other).lstrip("0")


def same_squeezed(one: object, other: object) -> bool:
    """Document numbers and symbols: blanks, slashes and hyphens do not count."""
    return re.sub(r"[\s/-]", "", folded(one)) == re.sub(r"[\s/-]", "", folded(other))


def at_least(floor: float) -> Callable[[object, object], bool]:
    return lambda one, other: likeness(one, other) >= floor


def shared_words(one: object, other: object) -> float:
    """Words two actions share, in order: half over the shorter one's words, half over both."""
    a, b = re.findall(r"\w+", folded(one)), re.findall(r"\w+", folded(other))
    if not a or not b:
        return 0.0
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    return 0.5 * shared / min(len(a), len(b)) + 0.5 * 2 * shared / (len(a) + len(b))


def pairs(gold: Sequence[Any], read: Sequence[Any], score: Likeness, floor: float) -> dict[int, int]:
    """The likest pairs (index in ``gold`` to index in ``read``), each entry used once, none below ``floor``."""
    ranked = sorted(
        ((score(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)),
        key=lambda row: (-row[0], *row[1:]),
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for value, i, j in ranked:
        if value < floor:
            break
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found
