"""How SQLite and PostgreSQL differ in opening, locking and guarding (for looking words up see ``word_index``)."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

BUSY_SECONDS = 30
IDLE_SECONDS = 120
_IMMEDIATE = "congvan_immediate"
_WRITERS = 0xC09FA2


def open_engine(url: str) -> Engine:
    """An engine for ``url``; on SQLite with WAL, a busy timeout, and transactions that begin when they say so."""
    if make_url(url).get_backend_name() != "sqlite":
        engine = create_engine(url, pool_pre_ping=True)
        event.listen(engine, "connect", _prepare_postgresql)
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


def _prepare_postgresql(connection: Any, _: Any) -> None:
    """Wait no longer for a lock than on SQLite; and a machine that lost its power keeps nobody waiting for its own.

    Our searches take milliseconds: compiling them first (JIT), or planning them without a look at the words that are
    looked up (prepared statements), only makes them slower. What they find is little, but the planner, which cannot
    know how rare a word is, would rather read whole tables: it is to follow the indexes.
    """
    connection.prepare_threshold = None
    with connection.cursor() as cursor:
        for way in ("jit", "enable_seqscan", "enable_hashjoin", "enable_mergejoin"):
            cursor.execute(f"SET {way} = off")
        cursor.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{IDLE_SECONDS}s'")
    connection.commit()


def _begin_postgresql(connection: Connection) -> None:
    """Writers take turns, as they do on SQLite, so that the same code is right on both."""
    if connection.get_execution_options().get(_IMMEDIATE, False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")


LASTING = ("decision", "reading", "original")
"""Tables whose rows are written once: what was said, by machine or person, and what it was said of. The database itself
refuses to change or delete them."""
