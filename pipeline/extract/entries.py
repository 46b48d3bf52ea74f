"""Lists of a letter's head and foot: lines joined to entries by bullets, end marks and first words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from schemas.text import Passage

BULLET = re.compile(
    r"^\s*(?:[-–—~+*•·¬_=.,:'`‘“\"°«»]+\s*)*[-–—~+*•·¬_=]\s*(?=[\w“\"(])|^\s*(?:\d{1,2}[.)]|[a-zđ]\))\s+"
)
"""What begins an entry: a dash in any of the shapes that OCR gives it, a number, a letter."""

_ENDED = re.compile(r"(?:;|(?<![A-ZĐ]{2})(?<!\b[A-ZĐ])\.)\W*$")
Begins = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list; ``bulleted`` when a bullet began it, ``ended`` when an end mark closed it."""

    passage: Passage
    rule: str
    sure: float
    bulleted: bool = False


def entries_of(lines: Iterable[Passage], begins: Begins, inline: bool, always: Begins | None = None) -> list[Entry]:
    """Entries of a list given line by line.

    In a list with bullets only a bullet begins an entry; in one without, an end mark before it or
    ``begins(line, line before)``. ``inline`` splits an entry at "; " too. ``always`` names lines
    that begin an entry even among bullets.
    """
    rows = [line for line in lines if re.search(r"\w", line.text)]
    bullets = [BULLET.match(row.text) for row in rows]
    marked = [bool(match) or bool(always and at and always(rows[at].text, "")) for at, match in enumerate(bullets)]
    groups = _grouped(rows, marked, begins)
    entries: list[Entry] = []
    for group in groups:
        first = bullets[group[0]]
        start = first.end() if first else 0
        parts = [rows[group[0]].slice(start), *(rows[index] for index in group[1:])]
        passage = Passage.joined(parts)
        pieces = _at_semicolons(passage) if inline else [passage]
        sure = 0.95 if first else 0.88
        rule = "list-bulleted" if first else "list-by-lines"
        entries.extend(Entry(piece, rule, sure, first is not None) for piece in pieces)
    return entries


def _grouped(rows: Sequence[Passage], bulleted: Sequence[bool], begins: Begins) -> list[list[int]]:
    """Indices of the lines of each entry."""
    groups: list[list[int]] = []
    listed = False
    for index in range(len(rows)):
        if not groups or bulleted[index] or _starts_unbulleted(rows, index, listed, begins):
            groups.append([index])
        else:
            groups[-1].append(index)
        listed = listed or bulleted[index]
    return groups


def _starts_unbulleted(rows: Sequence[Passage], index: int, listed: bool, begins: Begins) -> bool:
    """Whether a line without a bullet begins an entry; among bullets only when the one before is ended."""
    row, before = rows[index].text, rows[index - 1].text
    if row.lstrip().startswith("(") or row.lstrip()[:1].islower():
        return False
    ended = _ENDED.search(before) is not None
    return ended or (not listed and begins(row, before))


def _at_semicolons(passage: Passage) -> list[Passage]:
    """An entry cut at "; ", but not inside brackets nor in a list that a colon opens ("Các Sở: A; B")."""
    depth, cuts = 0, []
    for at, sign in enumerate(passage.text):
        depth += (sign in "([") - (sign in ")]")
        opened = re.search(r"(?i)\bcác\b[^:;]*:", passage.text[:at])
        if sign == ";" and depth <= 0 and not opened:
            cuts.append(at)
    starts = [0, *(cut + 1 for cut in cuts)]
    ends = [*cuts, len(passage.text)]
    pieces = [passage.slice(start, end) for start, end in zip(starts, ends, strict=True)]
    return [piece for piece in pieces if re.search(r"\w", piece.text)]
