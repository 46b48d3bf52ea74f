"""Hits in the order of a list on PostgreSQL, whose planner cannot know whether to walk the list or to look words up.

Common words are found soonest by walking the list, rare ones in the index of words: a first portion of the list tells
which they are. (On SQLite, FTS5 gives its hits in the order of the list as it is.)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select
from sqlmodel import Session

from models.word_index import LookUp

FIRST_PORTION = 800
RARE = 4
"""So few hits in the first portion, or fewer: the words are rare enough to look all of their hits up."""

_MARGIN = 1.5

Hits = Callable[[LookUp], Select[Any]]


def in_order(
    session: Session, look_up: LookUp, hits: Hits, keys: Select[Any], newest_first: bool, most: int
) -> Sequence[Row[Any]]:
    """The first ``most`` rows of ``hits``, in the order of their keys.

    ``hits`` gives the rows that a look-up finds, with all their conditions and in no order. ``keys`` selects the keys
    of the list that they are of, narrowed by all but the words.
    """
    key = keys.selected_columns[0]
    found: list[Row[Any]] = []
    edge: int | None = None
    walked, size = 0, FIRST_PORTION
    while True:
        end = session.execute(_beyond(keys, key, edge, newest_first).offset(size - 1).limit(1)).scalar()
        part = _beyond(hits(look_up.walked()), look_up.key, edge, newest_first)
        if end is not None:
            part = part.where(look_up.key >= end if newest_first else look_up.key <= end)
        found += session.execute(part.limit(most - len(found))).all()
        if end is None or len(found) >= most:
            return found
        edge, walked = end, walked + size
        if len(found) <= RARE * walked / FIRST_PORTION:
            looked_up = look_up.first()
            rest = _beyond(hits(looked_up), looked_up.key, edge, newest_first)
            return [*found, *session.execute(rest.limit(most - len(found)))]
        size = round(_MARGIN * walked * (most - len(found)) / len(found)) + 1


def _beyond(rows: Select[Any], key: ColumnElement[Any], edge: int | None, newest_first: bool) -> Select[Any]:
    """``rows`` in the order of ``key``, those after ``edge``."""
    if edge is not None:
        rows = rows.where(key < edge if newest_first else key > edge)
    return rows.order_by(key.desc() if newest_first else key)
