"""The same register on PostgreSQL: ingest, duplicates, decisions, workers side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk, new_postgresql_desk
from hypothesis import given, settings
from hypothesis import strategies as st
from letters import document
from sqlalchemy import text

from models.backend import matches
from models.database import NEWEST_MIGRATION, open_register, version_of
from models.folding import search_text
from models.query_terms import terms_of


@pytest.fixture
def postgresql_desk(tmp_path: Path, postgresql_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    desk = new_postgresql_desk(tmp_path, postgresql_server)
    monkeypatch.setenv("CONGVAN_ORIGINALS", str(desk.register.originals))
    monkeypatch.setenv("CONGVAN_USER", "Lan")
    yield desk
    desk.register.engine.dispose()


def test_migrations_and_opening_again(postgresql_desk: Desk) -> None:
    assert version_of(postgresql_desk.register.engine) == NEWEST_MIGRATION
    again = open_register(postgresql_desk.register.url, postgresql_desk.register.originals)
    assert version_of(again.engine) == NEWEST_MIGRATION


def test_a_batch_is_read_by_workers_side_by_side(postgresql_desk: Desk) -> None:
    for number in range(6):
        postgresql_desk.write(f"{number}.json", document(str(number)))
    postgresql_desk.write("copy.json", document("0"))
    postgresql_desk.write("z.json", fails="encrypted")
    postgresql_desk.ingest(jobs=2)
    postgresql_desk.ingest()
    states = sorted(item.state for item in postgresql_desk.items())
    assert states == ["duplicate", "quarantined", *["registered"] * 6]
    assert len(postgresql_desk.letters()) == 6


def test_decisions_and_lists(postgresql_desk: Desk) -> None:
    postgresql_desk.ingest(postgresql_desk.write("a.json"))
    assert postgresql_desk.run("edit", "107", "subject", "rà soát biên chế").exit_code == 0
    uid = postgresql_desk.tasks()[0].uid
    assert postgresql_desk.run("set", uid, "--status", "done", "--on", "2026-03-19").exit_code == 0
    assert "rà soát biên chế" in postgresql_desk.run("letters", "bien che").stdout
    assert "đúng hạn" in postgresql_desk.run("tasks").stdout
    assert postgresql_desk.run("status").exit_code == 0
    assert postgresql_desk.run("check").exit_code == 0


WORDS = st.text(alphabet="abđeơ0123456789 /-.ụ&", max_size=25)


@settings(deadline=None, max_examples=60)
@given(written=WORDS, query=WORDS)
def test_a_term_is_found_where_sqlite_finds_it(lookup: tuple[Desk, Desk], written: str, query: str) -> None:
    for term in terms_of(query):
        found = []
        for desk in lookup:
            with desk.register.engine.connect() as connection:
                insert = "INSERT INTO search_text (letter_uid, head_uid, place, folded, original) VALUES ('a', 'a', 3, :folded, '')"
                connection.execute(text(insert), {"folded": search_text(written)})
                from sqlmodel import func, select

                from models.tables import SearchText

                statement = select(func.count()).select_from(SearchText).where(matches(desk.register.engine, term))
                found.append(connection.execute(statement).scalar())
                connection.rollback()
        assert found[0] == found[1]


@pytest.fixture(scope="module")
def lookup(tmp_path_factory: pytest.TempPathFactory, postgresql_server: str) -> tuple[Desk, Desk]:
    """A register on each database with one letter, to hang texts on."""
    from desk import new_desk

    desks = (
        new_desk(tmp_path_factory.mktemp("sqlite")),
        new_postgresql_desk(tmp_path_factory.mktemp("postgresql"), postgresql_server),
    )
    values = "INSERT INTO original VALUES ('s', 'x', 1, '2026-01-01 00:00:00')"
    reading = "INSERT INTO reading (id, sha256, version, record, recording, created_at) VALUES (1, 's', '1', '{}', '', '2026-01-01 00:00:00')"
    letter = (
        "INSERT INTO letter (uid, sha256, head_uid, reading_id, position, no_longer_read, role, issuer_folded, addressees, "
        "to_review, source_name, created_at) VALUES ('a', 's', 'a', 1, 0, FALSE, 'letter', '', '', 0, 'x', '2026-01-01 00:00:00')"
    )
    for desk in desks:
        with desk.register.writing() as session:
            for statement in (values, reading, letter):
                session.connection().execute(text(statement))
    return desks
