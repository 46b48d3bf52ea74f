"""The one place that knows how SQLite and PostgreSQL differ: opening, locking, and looking words up.

SQLite looks words up in an FTS5 table over ``search_text`` that triggers keep, PostgreSQL in a generated
``tsvector`` column (both made by the migrations). The order of hits is ours, so both give the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    column,
    create_engine,
    event,
    func,
    literal_column,
    select,
    table,
)
from sqlalchemy.engine import make_url

from models.query_terms import Phrase, Term

BUSY_SECONDS = 30
_IMMEDIATE = "congvan_immediate"
_WRITERS = 0xC09FA2
_INDEX = table("search_index", column("rowid"), column("search_index"))


def open_engine(url: str) -> Engine:
    """An engine for ``url``; on SQLite with WAL, a busy timeout, and transactions that begin when they say so."""
    if make_url(url).get_backend_name() != "sqlite":
        engine = create_engine(url)
        event.listen(engine, "begin", _begin_postgresql)
        return engine
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def for_writing(engine: Engine) -> Engine:
    """The engine whose transactions take the write lock as they begin, so that none has to be tried again."""
    return engine.execution_options(**{_IMMEDIATE: True})


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(_IMMEDIATE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    """Writers take turns, as they do on SQLite, so that the same code is right on both."""
    if connection.get_execution_options().get(_IMMEDIATE, False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")


def matches(engine: Engine, term: Term) -> ColumnElement[bool]:
    """The condition on ``search_text`` that ``term`` stands in the row."""
    if engine.dialect.name == "sqlite":
        looked_up = select(_INDEX.c.rowid).where(_INDEX.c.search_index.op("MATCH")(_fts5(term)))
        return literal_column("search_text.id").in_(looked_up)
    return literal_column("search_text.words").op("@@")(func.to_tsquery("simple", _tsquery(term)))


def worst(engine: Engine, places: Sequence[ColumnElement[int]]) -> ColumnElement[int]:
    """The greatest of ``places`` in a row."""
    if len(places) == 1:
        return places[0]
    return (func.max if engine.dialect.name == "sqlite" else func.greatest)(*places)


def _fts5(term: Term) -> str:
    return " OR ".join(f'"{" ".join(phrase.words)}"' + (" *" if phrase.prefix else "") for phrase in term.phrases)


def _tsquery(term: Term) -> str:
    return " | ".join(f"({_tsphrase(phrase)})" for phrase in term.phrases)


def _tsphrase(phrase: Phrase) -> str:
    return " <-> ".join(phrase.words) + (":*" if phrase.prefix else "")


SQLITE_INDEX = (
    "CREATE VIRTUAL TABLE search_index USING fts5(folded, content='search_text', content_rowid='id', "
    "tokenize=\"unicode61 remove_diacritics 0\", prefix='2 3')",
    "CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN "
    "INSERT INTO search_index(rowid, folded) VALUES (new.id, new.folded); END",
    "CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN "
    "INSERT INTO search_index(search_index, rowid, folded) VALUES ('delete', old.id, old.folded); END",
)
POSTGRESQL_INDEX = (
    "ALTER TABLE search_text ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple', folded)) STORED",
    "CREATE INDEX ix_search_text_words ON search_text USING gin (words)",
)


def index_statements(dialect: str) -> tuple[str, ...]:
    """What a migration runs to make the word index; ``search_text`` rows are added and deleted, never updated."""
    return SQLITE_INDEX if dialect == "sqlite" else POSTGRESQL_INDEX


LASTING = ("decision", "reading", "original")
"""Tables whose rows are written once: what was said, by machine or person, and what it was said of."""


def guard_statements(dialect: str) -> tuple[str, ...]:
    """What a migration runs so that the database itself refuses to change or delete rows of ``LASTING``."""
    if dialect == "sqlite":
        return tuple(
            f"CREATE TRIGGER {table}_stays_{action.lower()} BEFORE {action} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} rows are never changed'); END"
            for table in LASTING
            for action in ("UPDATE", "DELETE")
        )
    refuse = (
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME; END $$"
    )
    triggers = (
        f"CREATE TRIGGER {table}_stays BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        for table in LASTING
    )
    return (refuse, *triggers)
