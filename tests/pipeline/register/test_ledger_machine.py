"""Whatever order things happen in, each file handed in is in exactly one state and registered at most once."""

from __future__ import annotations

import tempfile
from pathlib import Path

import fake_reader
from desk import TODAY, Desk, new_desk
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from letters import document

from models.tables import ItemState
from pipeline.register.ledger import MOST_ATTEMPTS, bury, claim, counts, finish, release, still_mine, sweep
from pipeline.register.originals import place_of
from pipeline.register.registering import register_reading
from schemas.errors import LetterError
from schemas.knowledge import Knowledge

OWNERS = st.sampled_from(["a:1", "b:2"])


class LedgerMachine(RuleBasedStateMachine):
    """Two workers that claim, finish, die and are interrupted, while files are handed in again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk: Desk = new_desk(Path(self.folder.name))
        self.handed: set[str] = set()
        self.held: dict[str, int] = {}

    @rule(name=st.sampled_from("abc"), serial=st.integers(1, 3), fails=st.booleans())
    def hand_in(self, name: str, serial: int, fails: bool) -> None:
        told = {"fails": "encrypted"} if fails else {}
        path = self.desk.write(f"{name}{serial}{fails}.json", document(str(serial)), **told)
        self.handed.add(str(path))
        self.desk.hand_in(path)

    @rule(owner=OWNERS)
    def take(self, owner: str) -> None:
        if owner not in self.held:
            with self.desk.register.writing() as session:
                item = claim(session, owner)
                if item is not None and item.id is not None:
                    self.held[owner] = item.id

    @rule(owner=OWNERS)
    def end(self, owner: str) -> None:
        if owner in self.held:
            with self.desk.register.writing() as session:
                item = still_mine(session, self.held.pop(owner), owner)
                if item is None:
                    return
                place = place_of(self.desk.register.originals, item.sha256 or "")
                try:
                    register_reading(session, item, fake_reader.read(place, Knowledge(TODAY)))
                    finish(session, item, ItemState.REGISTERED)
                except LetterError as error:
                    finish(session, item, ItemState.QUARANTINED, error.code, str(error))

    @rule(owner=OWNERS, how=st.sampled_from([bury, release]))
    def stop(self, owner: str, how) -> None:  # type: ignore[no-untyped-def]
        with self.desk.register.writing() as session:
            how(session, owner)
        self.held.pop(owner, None)

    @rule()
    def sweep_dead(self) -> None:
        with self.desk.register.writing() as session:
            sweep(session, lambda owner: owner in self.held)

    @invariant()
    def every_file_has_one_row_and_one_state(self) -> None:
        items = self.desk.items()
        assert {item.path for item in items} == self.handed
        assert len(items) == len(self.handed)
        with self.desk.register.reading() as session:
            assert sum(counts(session).values()) == len(items)
        assert all(item.attempts <= MOST_ATTEMPTS for item in items)

    @invariant()
    def each_content_is_registered_at_most_once(self) -> None:
        firsts = [item.sha256 for item in self.desk.items() if item.state != ItemState.DUPLICATE]
        assert len(firsts) == len(set(firsts))
        registered = [item.sha256 for item in self.desk.items() if item.state == ItemState.REGISTERED]
        assert sorted(letter.sha256 for letter in self.desk.letters()) == sorted(filter(None, registered))

    @invariant()
    def work_in_hand_has_an_owner(self) -> None:
        for item in self.desk.items():
            assert (item.lease_owner is not None) == (item.state == ItemState.WORKING)

    def teardown(self) -> None:
        self.desk.register.engine.dispose()
        self.folder.cleanup()


LedgerMachine.TestCase.settings = settings(
    max_examples=8, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)
TestLedger = LedgerMachine.TestCase
