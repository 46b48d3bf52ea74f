"""The same register on PostgreSQL: ingest, duplicates, decisions, workers side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk, new_desk, new_postgresql_desk
from hypothesis import given, settings
from hypothesis import strategies as st
from letters import document
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from models.database import NEWEST_MIGRATION, open_register, version_of
from models.folding import search_text
from models.query_terms import Term, terms_of
from models.tables import Letter, LetterText, Original, Place, Reading
from models.word_index import letters_with


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


def test_what_was_said_cannot_be_changed(postgresql_desk: Desk) -> None:
    postgresql_desk.ingest(postgresql_desk.write("a.json"))
    with (
        pytest.raises(DBAPIError, match="reading rows are never changed"),
        postgresql_desk.register.writing() as session,
    ):
        session.connection().exec_driver_sql("DELETE FROM reading")


WORDS = st.text(alphabet="abđeơ0123456789 /-.ụ&", max_size=25)


@settings(deadline=None, max_examples=60)
@given(written=WORDS, query=WORDS)
def test_a_term_is_found_where_sqlite_finds_it(lookup: tuple[Desk, Desk], written: str, query: str) -> None:
    for term in terms_of(query):
        assert len({_hits(desk, search_text(written), term) for desk in lookup}) == 1


def _hits(desk: Desk, folded: str, term: Term) -> int:
    """How often ``term`` is found in a text that is put in for this one question."""
    with Session(desk.register.engine) as session:
        session.add(LetterText(sort_key=1, head_uid="a", number="", subject="", tasks="", body=folded, issuer=""))
        session.flush()
        looked_up = letters_with(desk.register.engine, [term], Place.BODY, {})
        found = len(session.exec(select(looked_up.key).select_from(looked_up.source).where(looked_up.has)).all())
        session.rollback()
        return found


@pytest.fixture(scope="module")
def lookup(tmp_path_factory: pytest.TempPathFactory, postgresql_server: str) -> tuple[Desk, Desk]:
    """A register on each database with one letter, to hang texts on."""
    desks = (
        new_desk(tmp_path_factory.mktemp("sqlite")),
        new_postgresql_desk(tmp_path_factory.mktemp("postgresql"), postgresql_server),
    )
    for desk in desks:
        with desk.register.writing() as session:
            session.add(Original(sha256="s", name="x", size=1))
            session.flush()
            session.add(Reading(id=1, sha256="s", version="1", record="{}", recording=b""))
            session.flush()
            session.add(Letter(uid="a", sha256="s", head_uid="a", reading_id=1, position=0, role="letter"))
    return desks


def test_letters_are_linked_and_an_extension_is_proposed(postgresql_desk: Desk) -> None:
    cited = {"number": "107/SNV-TCCC", "issued_on": "2026-03-02"}
    text = "Gia hạn thời gian báo cáo tại Công văn số 107/SNV-TCCC ngày 02/3/2026 đến hết ngày 31/3/2026."
    extending = document("9", issued_on="2026-03-10", issuer="SỞ Y TẾ", references=[cited], tasks=[])
    postgresql_desk.ingest(postgresql_desk.write("b.json", extending, text=text), postgresql_desk.write("a.json"))
    assert "Được gia hạn bởi (đến 31/03/2026)" in postgresql_desk.run("show", "107").stdout
    postgresql_desk.run("review", "107", typed="1\n")
    assert [str(task.due) for task in postgresql_desk.tasks()] == ["2026-03-31"]
