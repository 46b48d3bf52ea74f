"""Ruled tables: rows that break between pages, cells merged downwards and to the left."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.letter_data import Table
from corpus.typesetter.faces import Face
from corpus.typesetter.flow import Flow
from corpus.typesetter.words import SetLine, balanced, break_lines, set_words

PADDING = 4.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """What is set in one cell of a row; ``joined`` when it goes on from above, ``span`` columns wide."""

    column: int
    span: int
    lines: tuple[SetLine, ...]
    joined: bool


def set_table(flow: Flow, table: Table) -> None:
    """The table at the cursor; its head row stands again on each page."""
    TableSetter(flow, table).set()


class TableSetter:
    def __init__(self, flow: Flow, table: Table) -> None:
        self.flow, self.table = flow, table
        self.face = flow.style.body.sized(min(flow.style.body_size, 12.0))
        total = sum(table.widths)
        edges = [flow.left]
        for width in table.widths:
            edges.append(edges[-1] + width / total * flow.width)
        self.edges = tuple(edges)

    def set(self) -> None:
        self.flow.skip(2)
        head = self._row(self.table.columns, self.face.as_bold(), centred=True)
        self._set_row(head)
        for texts in self.table.rows:
            row = self._row(texts, self.face)
            if self.flow.y + self._height(row) > self.flow.bottom:
                self._close()
                self.flow.turn()
                self._set_row(head)
            self._set_row(row)
        self._close()
        self.flow.skip(8)

    def _row(self, texts: tuple[str | None, ...], face: Face, centred: bool = False) -> tuple[_Cell, ...]:
        cells: list[_Cell] = []
        for column, text in enumerate(texts):
            if text == "<":
                continue
            span = 1
            while column + span < len(texts) and texts[column + span] == "<":
                span += 1
            width = self.edges[column + span] - self.edges[column] - 2 * PADDING
            lines = tuple(
                line
                for part in (text or "").split("\n")
                if part
                for line in (balanced(part, face, width) if centred else break_lines(set_words(part, face), width))
            )
            cells.append(_Cell(column, span, lines, text is None))
        return tuple(cells)

    def _height(self, row: tuple[_Cell, ...]) -> float:
        return max(len(cell.lines) for cell in row) * self.face.size * 1.15 + 2 * PADDING

    def _set_row(self, row: tuple[_Cell, ...]) -> None:
        top, height = self.flow.y, self._height(row)
        for cell in row:
            x0, x1 = self.edges[cell.column], self.edges[cell.column + cell.span]
            if not cell.joined:
                self.flow.sheets.rule(x0, top, x1, top)
            for x in (x0, x1):
                self.flow.sheets.rule(x, top, x, top + height)
            for index, line in enumerate(cell.lines):
                baseline = top + PADDING + (0.92 + 1.15 * index) * self.face.size
                bold_or_short = line[0][0].face.bold or cell.column == 0
                align = "centre" if bold_or_short else "left"
                self.flow.sheets.line(line, x0 + PADDING, x1 - PADDING, baseline, align)  # type: ignore[arg-type]
        self.flow.y = top + height

    def _close(self) -> None:
        self.flow.sheets.rule(self.edges[0], self.flow.y, self.edges[-1], self.flow.y)
