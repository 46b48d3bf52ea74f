"""Tables on a terminal; in a pipe, lines with tabs that other programs can cut."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import typer

Text = str | int | None


def print_table(headings: Sequence[str], rows: Iterable[Sequence[Text]], stretch: int | None = None) -> None:
    """Print ``rows`` under ``headings``; the column ``stretch`` takes the room that is left."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in (list(headings), *texts):
            typer.echo("\t".join(" ".join(cell.split()) for cell in row))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Styled

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for position, heading in enumerate(headings):
        table.add_column(heading, overflow="fold", ratio=1 if position == stretch else None)
    for row in texts:
        table.add_row(*map(Styled, row))
    Console().print(table)


_BAR = 30


def print_counts(what: str, counts: Sequence[tuple[str, int]]) -> None:
    """Print counts of ``what``; on a terminal with a bar each, the longest for the largest of them."""
    headings: tuple[str, ...] = (what, "Số lượng")
    if not sys.stdout.isatty():
        print_table(headings, counts)
        return
    most = max((count for _, count in counts), default=0) or 1
    # A count that is not zero shows, however small it is beside the largest.
    print_table((*headings, ""), [(name, count, "█" * -(-count * _BAR // most)) for name, count in counts])


def tell_of_more(shown: int, limit: int, page: int) -> None:
    """Say that a list may go on; on stderr, so that a program reading the list is not disturbed."""
    if shown == limit:
        typer.echo(f"Có thể còn nữa: --page {page + 1}, hoặc --limit lớn hơn.", err=True)
