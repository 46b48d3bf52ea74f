"""A text with the forms of it that patterns are looked up in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from schemas.folding import fold

_WORD = re.compile(r"\w+(?:[-/&.]\w+)*|[^\w\s]")


@dataclass(frozen=True)
class FoldedText:
    """A text with the forms of it that patterns look in; all of one length, so spans are shared."""

    text: str

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def lower(self) -> str:
        lowered = self.text.lower()
        return lowered if len(lowered) == len(self.text) else self.text

    @cached_property
    def words(self) -> tuple[tuple[int, int], ...]:
        """Spans of the words and of the marks that end or part them."""
        return tuple(match.span() for match in _WORD.finditer(self.text))

    def skip_blanks(self, position: int, end: int) -> int:
        while position < end and self.text[position].isspace():
            position += 1
        return position
