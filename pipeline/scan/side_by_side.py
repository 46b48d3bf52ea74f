"""Head and foot set side by side with tabs or rows of blanks instead of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas.folding import fold

GAP = re.compile(r"[ \u00a0]*\t[\t \u00a0]*|[ \u00a0]{4,}")
"""What stands between two columns: tabs, or more blanks than anyone sets between words."""
_HEAD = re.compile(r"\W{0,3}(cong hoa xa hoi chu nghia|doc lap\W{1,4}tu do|dang cong san viet nam)")
_FOOT = re.compile(r"\W{0,3}noi nhan\W{0,3}$")
_LONGEST = 14
"""Paragraphs: no head or foot is longer."""
_WIDEST = 75
"""Letters: a column's line is shorter, running text is longer."""


def sides(text: str) -> tuple[str, str]:
    """What stands left and right of the gap in ``text``; either may be empty."""
    parts = GAP.split(text.rstrip(), maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 else (text, "")


def side_by_side(texts: Sequence[str], start: int) -> int:
    """Where the two columns end that begin with paragraph ``start``; ``start`` itself when none begin there.

    They begin with the national name, the motto or "Nơi nhận" beside something, and go on to the last
    paragraph with a gap that short lines lead to.
    """
    left, right = (fold(part) for part in sides(texts[start]))
    if not right or not (_HEAD.match(right) or _FOOT.match(left)):
        return start
    end = start + 1
    for at in range(start + 1, min(start + _LONGEST, len(texts))):
        if max(map(len, sides(texts[at]))) > _WIDEST:
            break
        if all(sides(texts[at])) or (not sides(texts[at])[0] and sides(texts[at])[1]):
            end = at + 1
    return end


def columns_apart(lines: Sequence[str]) -> list[str]:
    """``lines`` of a text file, its two-column parts with the left column first."""
    apart: list[str] = []
    at = 0
    while at < len(lines):
        end = side_by_side(lines, at)
        if end == at:
            apart.append(lines[at])
            at += 1
            continue
        both = [sides(line) for line in lines[at:end]]
        apart += [left for left, _ in both] + [right for _, right in both]
        at = end
    return apart
