"""Nothing handed in is lost and nothing is taken twice, whatever becomes of the workers."""

from __future__ import annotations

import os
import time
from datetime import timedelta

import fake_reader
import pytest
from desk import TODAY, Desk
from letters import document

from models.tables import Incoming, ItemState, Original, now
from pipeline.register.ingest import ends_of
from pipeline.register.ledger import MOST_ATTEMPTS, claim, counts, release, still_mine, sweep
from pipeline.register.originals import place_of
from pipeline.register.receipts import Receipt
from schemas.errors import ToolMissingError, UsageError


def states(desk: Desk) -> dict[str, int]:
    with desk.register.reading() as session:
        return {state.value: number for state, number in counts(session).items() if number}


def test_letters_and_their_tasks_are_registered(desk: Desk) -> None:
    desk.write("a.json")
    desk.write("folder/b.json", document("108", tasks=[]))
    desk.ingest()
    assert states(desk) == {"registered": 2}
    assert sorted(letter.serial or "" for letter in desk.letters()) == ["107", "108"]
    assert [task.action for task in desk.tasks()] == ["rà soát vị trí việc làm, gửi báo cáo"]


def test_the_original_is_kept_byte_for_byte_and_the_source_untouched(desk: Desk) -> None:
    path = desk.write("a.json")
    content, before = path.read_bytes(), path.stat().st_mtime_ns
    desk.ingest()
    sha256 = desk.items()[0].sha256 or ""
    assert place_of(desk.register.originals, sha256).read_bytes() == content == path.read_bytes()
    assert path.stat().st_mtime_ns == before
    assert [one.name for one in desk.register.originals.rglob(".incoming-*")] == []


def test_the_same_files_again_add_no_row_and_are_not_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        desk.write(f"{number}.json", document(str(number)))
    first = desk.ingest()
    monkeypatch.setattr(
        "pipeline.register.originals.FolderOriginals.keep", lambda *_: pytest.fail("a known file was hashed")
    )
    again = desk.ingest()
    assert [one.item_id for one in again] == [one.item_id for one in first]
    assert len(desk.items()) == len(desk.letters()) == 5


def test_a_touched_file_is_hashed_but_still_known(desk: Desk) -> None:
    path = desk.write("a.json")
    desk.ingest()
    os.utime(path, ns=(1, 1))
    desk.ingest()
    assert len(desk.items()) == 1
    assert desk.items()[0].mtime_ns == 1


def test_known_bytes_under_another_name_are_one_duplicate_row(desk: Desk) -> None:
    first = desk.write("a.json")
    second = desk.folder / "b.json"
    second.write_bytes(first.read_bytes())
    desk.ingest()
    desk.ingest()
    assert states(desk) == {"registered": 1, "duplicate": 1}
    assert len(desk.letters()) == 1
    assert str(first) in (desk.items()[1].reason or "")


def test_two_same_files_handed_in_together_are_read_once(desk: Desk) -> None:
    desk.write("a.json")
    desk.write("b.json")
    desk.ingest(jobs=2)
    assert states(desk) == {"registered": 1, "duplicate": 1}


def test_a_changed_file_is_a_new_one(desk: Desk) -> None:
    desk.write("a.json")
    desk.ingest()
    desk.write("a.json", document("999"))
    desk.ingest()
    assert states(desk) == {"registered": 2}


def test_what_cannot_be_read_is_quarantined_and_the_batch_goes_on(desk: Desk) -> None:
    desk.write("a.json", fails="encrypted")
    desk.write("b.json")
    desk.write("c.json", fails="bug")
    desk.ingest()
    assert [item.state for item in desk.items()] == ["quarantined", "registered", "quarantined"]
    assert [item.code for item in desk.items()] == ["encrypted", None, "bug"]
    assert "mật khẩu" in (desk.items()[0].reason or "")


def test_a_file_that_vanishes_is_quarantined_and_taken_when_it_is_back(desk: Desk) -> None:
    gone = desk.folder / "gone.json"
    desk.ingest(gone)
    desk.ingest(gone)
    assert [(item.state, item.code) for item in desk.items()] == [("quarantined", "vanished")]
    desk.write("gone.json")
    desk.ingest(gone)
    assert states(desk) == {"quarantined": 1, "registered": 1}


def test_a_killed_worker_loses_nothing(desk: Desk) -> None:
    desk.write("a.json", fails="killed once", mark=str(desk.folder.parent / "mark"))
    desk.write("b.json", document("108"))
    desk.ingest(jobs=1)
    assert states(desk) == {"registered": 2}
    assert [item.attempts for item in desk.items()] == [2, 1]


@pytest.mark.slow
def test_a_file_that_always_kills_its_reader_is_given_up_after_three_attempts(desk: Desk) -> None:
    desk.write("a.json", fails="killed")
    desk.write("b.json", document("108"))
    desk.ingest(jobs=2)
    assert [item.state for item in desk.items()] == ["quarantined", "registered"]
    assert desk.items()[0].attempts == MOST_ATTEMPTS


def test_an_interruption_leaves_the_file_waiting_at_no_cost_and_the_next_run_takes_it(desk: Desk) -> None:
    path = desk.write("a.json", fails="interrupt")
    desk.hand_in()
    with pytest.raises(KeyboardInterrupt):
        desk.work()
    assert [(item.state, item.attempts, item.lease_owner) for item in desk.items()] == [("waiting", 0, None)]
    sha256 = desk.items()[0].sha256 or ""
    place_of(desk.register.originals, sha256).write_bytes(desk.write("well.json").read_bytes())
    path.unlink()
    desk.work()
    assert states(desk) == {"registered": 1}


def test_a_missing_tool_ends_the_run_and_the_file_waits(desk: Desk) -> None:
    desk.write("a.json", fails="tool")
    desk.hand_in()
    for jobs in (0, 1):
        with pytest.raises(ToolMissingError, match="Tesseract"):
            desk.work(jobs)
        assert [(item.state, item.attempts) for item in desk.items()] == [("waiting", 0)]


def test_workers_that_cannot_even_start_end_the_run(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.json")
    desk.hand_in()
    monkeypatch.setattr("pipeline.register.crew.work_in_process", fake_reader.dies_at_once)
    with pytest.raises(RuntimeError, match="exit status 9"):
        desk.work(1)
    assert [(item.state, item.attempts) for item in desk.items()] == [("waiting", 0)]


def test_an_expired_lease_is_taken_back_and_its_late_owner_writes_nothing(desk: Desk) -> None:
    desk.write("a.json")
    desk.hand_in()
    with desk.register.writing() as session:
        item = claim(session, "elsewhere:1")
        assert item is not None
        assert item.id is not None
        assert sweep(session, lambda _: True) == 0
        item.lease_until = now() - timedelta(seconds=1)
    with desk.register.writing() as session:
        assert sweep(session, lambda _: True) == 1
        assert still_mine(session, item.id, "elsewhere:1") is None
    desk.work()
    assert states(desk) == {"registered": 1}


def test_two_claims_never_get_the_same_item(desk: Desk) -> None:
    desk.write("a.json")
    desk.write("b.json", document("108"))
    desk.hand_in()
    with desk.register.writing() as session:
        claimed = [claim(session, owner) for owner in ("x:1", "x:2", "x:3")]
        assert [item and item.path for item in claimed][2] is None
        assert len({item.path for item in claimed if item}) == 2
        release(session, "x:1")
        assert claim(session, "x:3") is not None


def test_arrival_numbers_are_consecutive_in_the_order_given(desk: Desk) -> None:
    paths = [desk.write(f"{number}.json", document(str(number))) for number in range(3)]
    desk.ingest(*paths, receipt=Receipt(TODAY, 41))
    desk.ingest(desk.write("3.json", document("3")), receipt=Receipt(TODAY, "next"))
    desk.ingest(desk.write("4.json", document("4")), receipt=Receipt(TODAY.replace(year=2027), "next"))
    assert [receipt_of(desk, item.incoming_id) for item in desk.items()] == [
        (41, 2026), (42, 2026), (43, 2026), (44, 2026), (1, 2027),
    ]  # fmt: skip


def test_an_arrival_number_is_given_once_a_year(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"), receipt=Receipt(TODAY, 7))
    with pytest.raises(UsageError, match="7"):
        desk.ingest(desk.write("b.json", document("108")), receipt=Receipt(TODAY, 7))
    assert len(desk.items()) == 1


def test_files_received_together_are_one_receipt(desk: Desk) -> None:
    desk.write("a.json")
    desk.write("b.json", document("108"))
    desk.ingest(receipt=Receipt(TODAY, "next", together=True))
    assert [receipt_of(desk, item.incoming_id) for item in desk.items()] == [(1, 2026), (1, 2026)]
    with desk.register.reading() as session:
        assert session.get(Incoming, 2) is None


def receipt_of(desk: Desk, incoming_id: int | None) -> tuple[int | None, int]:
    with desk.register.reading() as session:
        incoming = session.get(Incoming, incoming_id)
        assert incoming is not None
        return incoming.number, incoming.year


def test_two_hundred_known_files_take_under_a_tenth_of_the_time(desk: Desk) -> None:
    for number in range(200):
        desk.write(f"{number}.json", document(str(number)))
    started = time.perf_counter()
    desk.ingest()
    first = time.perf_counter() - started
    desk.ingest()
    again = time.perf_counter() - started - first
    assert states(desk) == {"registered": 200}
    assert again < first / 10


def test_every_row_points_at_an_original(desk: Desk) -> None:
    desk.write("a.json")
    handed = desk.ingest()
    item = ends_of(desk.register, [handed[0].item_id])[0]
    with desk.register.reading() as session:
        original = session.get(Original, item.sha256)
    assert original is not None
    assert original.size == (desk.folder / "a.json").stat().st_size
    assert item.state == ItemState.REGISTERED
