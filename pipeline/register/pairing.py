"""Which of the tasks just read are the ones already known: by item and by likeness of the action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from models.folding import fold

LEAST_LIKENESS = 0.60
_SAME_ITEM = 0.10
_SAME_LEADS = 0.05


@dataclass(frozen=True, slots=True)
class Described:
    """What pairing looks at. ``actions`` are the ways a task's action is known: as read, and as a person put it."""

    item: str | None
    actions: tuple[str, ...]
    leads: tuple[str, ...]


def paired(new: Sequence[Described], old: Sequence[Described]) -> dict[int, int]:
    """For each index of ``new`` that has one, the index of the old task it continues; each is used once.

    The likest pair is taken first; between equals the one whose order among the tasks changes least.
    """
    likes = [
        (-likeness(one, other), abs(position - before), position, before)
        for position, one in enumerate(new)
        for before, other in enumerate(old)
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for unlike, _, position, before in sorted(likes):
        if -unlike >= LEAST_LIKENESS and position not in pairs and before not in taken:
            pairs[position] = before
            taken.add(before)
    return pairs


def likeness(one: Described, other: Described) -> float:
    """0 to 1 for the actions, a little more for the same item and the same leads."""
    likes = max(_actions(a, b) for a in one.actions for b in other.actions)
    if likes < LEAST_LIKENESS - _SAME_ITEM - _SAME_LEADS:
        return likes
    likes += _SAME_ITEM * (one.item is not None and one.item == other.item)
    return likes + _SAME_LEADS * (sorted(map(fold, one.leads)) == sorted(map(fold, other.leads)))


def _actions(one: str, other: str) -> float:
    """A reading that only took more or less of the same sentence is almost the same."""
    a, b = fold(one), fold(other)
    return max(fuzz.ratio(a, b), 0.9 * fuzz.token_set_ratio(a, b)) / 100
