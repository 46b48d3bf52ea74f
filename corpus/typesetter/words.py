"""Words as they are set: text in its faces, broken into lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.typesetter.faces import Face
from schemas.text import SlotKind


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a word in one face.

    ``slot`` names an entry of the form; without text it is a gap of ``gap`` points to write in.
    """

    text: str
    face: Face
    slot: SlotKind | None = None
    gap: float = 0.0

    @property
    def width(self) -> float:
        return self.face.width(self.text) if self.text else self.gap

    @property
    def is_gap(self) -> bool:
        return self.slot is not None and not self.text


SetWord = tuple[Fragment, ...]
SetLine = tuple[SetWord, ...]


def width_of(word: SetWord) -> float:
    return sum(fragment.width for fragment in word)


def space_after(word: SetWord) -> float:
    """The natural width of the blank behind the word."""
    return word[-1].face.width(" ")


def line_width(line: Sequence[SetWord]) -> float:
    """Width of the line with natural blanks."""
    return sum(width_of(word) for word in line) + sum(space_after(word) for word in line[:-1])


def set_words(markup: str, face: Face) -> tuple[SetWord, ...]:
    """Words of a text in which ``**…**`` is bold and ``__…__`` italic."""
    words: list[list[Fragment]] = [[]]
    bold = italic = False
    for piece in re.split(r"(\*\*|__|\s+)", markup):
        if piece == "**":
            bold = not bold
        elif piece == "__":
            italic = not italic
        elif piece.isspace():
            words.append([])
        elif piece:
            styled = face.as_bold(face.bold or bold).as_italic(face.italic != italic)
            words[-1].append(Fragment(piece, styled))
    return tuple(tuple(word) for word in words if word)


def break_lines(words: Iterable[SetWord], width: float, indent: float = 0.0) -> tuple[SetLine, ...]:
    """Lines of at most ``width`` points, the first one ``indent`` shorter; a longer word stands alone."""
    lines: list[list[SetWord]] = []
    room = 0.0
    for word in words:
        needed = width_of(word)
        if lines and needed <= room:
            lines[-1].append(word)
        else:
            room = width - (0.0 if lines else indent)
            lines.append([word])
        room -= needed + space_after(word)
    return tuple(tuple(line) for line in lines)


def balanced(markup: str, face: Face, width: float) -> tuple[SetLine, ...]:
    """Lines of about one length, as heads and titles are broken by hand."""
    words = set_words(markup, face)
    count = len(break_lines(words, width))
    narrow = max(line_width(words) / max(count, 1), max((width_of(word) for word in words), default=0.0))
    while len(lines := break_lines(words, narrow)) > count and narrow < width:
        narrow += face.size / 2
    return lines if len(lines) <= count else break_lines(words, width)
