"""Tables of the body."""

from __future__ import annotations

from pipeline.parse.tables import continued, parse_table
from schemas.text import Cell, Line, Table, Word


def table(page: int | None, *rows: tuple[str, ...]) -> Table:
    cells = [
        Cell(row, column, 1, 1, (Line(page, (Word(text, None),)),) if text else ())
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return Table(page, None, tuple(cells))


def grid(*tables: Table) -> list[list[str]]:
    found = parse_table(tables[0])
    for other in tables[1:]:
        joined = continued(found, parse_table(other))
        assert joined is not None
        found = joined
    return [[cell.text for cell in row] for row in found.rows]


def test_merged_cell_is_repeated_wherever_it_spans() -> None:
    line = Line(1, (Word("Sở", None),))
    merged = Table(1, None, (Cell(0, 0, 2, 1, (line,)), Cell(0, 1, 1, 1, ()), Cell(1, 1, 1, 1, (line,))))
    assert [[cell.text for cell in row] for row in parse_table(merged).rows] == [["Sở", ""], ["Sở", "Sở"]]


def test_table_over_two_pages_is_one_and_its_head_stands_once() -> None:
    first = table(1, ("TT", "Việc"), ("1", "a"))
    assert grid(first, table(2, ("TT", "Việc"), ("2", "b"))) == [["TT", "Việc"], ["1", "a"], ["2", "b"]]
    assert grid(first, table(2, ("2", "b"))) == [["TT", "Việc"], ["1", "a"], ["2", "b"]]


def test_another_table_is_not_joined() -> None:
    first = parse_table(table(1, ("TT", "Việc")))
    assert continued(first, parse_table(table(2, ("TT", "Việc", "Hạn")))) is None
    assert continued(first, parse_table(table(3, ("1", "a")))) is None
    assert continued(first, parse_table(table(1, ("1", "a")))) is None
