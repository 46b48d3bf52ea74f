"""Setting paragraphs down the page and over page ends."""

from __future__ import annotations

from corpus.typesetter.faces import Face
from corpus.typesetter.sheet import A4, Align, Sheets
from corpus.typesetter.style import OfficeStyle
from corpus.typesetter.words import SetLine, break_lines, set_words


class Flow:
    """The free part of the page: ``y`` is where the next line's top goes."""

    def __init__(self, sheets: Sheets, style: OfficeStyle) -> None:
        self.sheets, self.style = sheets, style
        self.left, self.right = style.left, A4[0] - style.right
        self.first_page = sheets.number
        self.y = style.top

    @property
    def bottom(self) -> float:
        return A4[1] - self.style.bottom

    @property
    def width(self) -> float:
        return self.right - self.left

    def turn(self) -> None:
        """Next page, with its number: not on a document's first one (Decree 30/2020, annex I, I.7)."""
        self.sheets.turn()
        self.y = self.style.top
        if self.style.page_numbers != "none":
            baseline = self.style.top * 0.7 if self.style.page_numbers == "top" else A4[1] - self.style.bottom * 0.5
            number = set_words(str(self.sheets.number - self.first_page + 1), self.style.body.sized(13))
            self.sheets.line(number, self.left, self.right, baseline, "centre")

    def need(self, height: float) -> None:
        """Turn the page when less than ``height`` points are left."""
        if self.y + height > self.bottom:
            self.turn()

    def skip(self, points: float) -> None:
        self.y += points

    def set_line(
        self, line: SetLine, x0: float, x1: float, align: Align = "left", leading: float | None = None
    ) -> None:
        """One line at the cursor, which goes down by its height."""
        size = max(fragment.face.size for word in line for fragment in word)
        height = size * (leading or self.style.leading)
        self.need(height)
        self.sheets.line(line, x0, x1, self.y + 0.92 * size, align)
        self.y += height

    def lines(self, lines: tuple[SetLine, ...], align: Align = "centre", x0: float | None = None) -> None:
        """Lines broken before, between the margins (or from ``x0``)."""
        for line in lines:
            self.set_line(line, self.left if x0 is None else x0, self.right, align)

    def paragraph(self, markup: str, face: Face | None = None, indent: float | None = None, left: float = 0.0) -> None:
        """A justified paragraph, its first line ``indent`` points in; ``left`` moves the whole of it."""
        face = face or self.style.body
        indent = self.style.indent if indent is None else indent
        lines = break_lines(set_words(markup, face), self.width - left, indent)
        for index, line in enumerate(lines):
            x0 = self.left + left + (0.0 if index else indent)
            self.set_line(line, x0, self.right, "left" if index == len(lines) - 1 else "justify")
        self.skip(self.style.gap)
