"""The queue on PostgreSQL: a job is there exactly when its item waits, and no death of a worker loses a letter."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import fake_reader
import procrastinate
import pytest
from desk import TODAY, Desk, new_postgresql_desk
from letters import document
from programs import start, wait_until
from sqlalchemy import text

import models.migrations.statements as statements
from commands import reading
from pipeline.register import handing_in
from pipeline.register.checking import faults
from pipeline.register.ledger import MOST_ATTEMPTS, claim, claim_by_job, release
from pipeline.register.mending import mend
from pipeline.register.queue import Job
from pipeline.register.working import is_alive, work_off_jobs
from schemas.knowledge import Knowledge


@pytest.fixture
def office(tmp_path: Path, postgresql_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    desk = new_postgresql_desk(tmp_path, postgresql_server)
    monkeypatch.setattr(reading, "reader", lambda: fake_reader.read)
    monkeypatch.setenv("CONGVAN_ORIGINALS", str(desk.register.originals))
    monkeypatch.setenv("CONGVAN_CONFIG", str(tmp_path / "none.toml"))
    yield desk
    desk.register.engine.dispose()


@pytest.fixture
def started(office: Desk) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts commands on the register; whatever still runs at the end is killed."""
    processes = []

    def begin(*arguments: str | Path) -> subprocess.Popen[str]:
        processes.append(start(*arguments, "--db", office.register.url))
        return processes[-1]

    yield begin
    for process in processes:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def jobs(desk: Desk) -> list[Job]:
    """What is to be done; a job that is none of ours would have no ``item_id``."""
    told = "SELECT id, args FROM procrastinate_jobs WHERE status IN ('todo', 'doing') ORDER BY id"
    with desk.register.engine.connect() as connection:
        return [Job(row.id, **row.args) for row in connection.execute(text(told))]


def execute(desk: Desk, statement: str) -> None:
    with desk.register.engine.begin() as connection:
        connection.execute(text(statement))


def states(desk: Desk) -> list[str]:
    return [item.state for item in desk.items()]


def test_a_file_handed_in_has_a_job_with_its_id_only(office: Desk) -> None:
    office.hand_in(office.write("a.json"))
    (item,) = office.items()
    assert jobs(office) == [Job(item.job_id or 0, item.id or 0)]


def test_duplicates_and_known_files_have_none(office: Desk) -> None:
    office.write("a.json")
    office.write("b.json")
    office.hand_in()
    office.hand_in()
    assert states(office) == ["waiting", "duplicate"]
    assert len(jobs(office)) == 1


def test_ledger_and_queue_are_written_together_or_not_at_all(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_afterwards(*arguments: object) -> None:
        enqueue(*arguments)
        raise RuntimeError("power is gone")

    enqueue = handing_in.enqueue
    monkeypatch.setattr(handing_in, "enqueue", fails_afterwards)
    with pytest.raises(RuntimeError, match="power"):
        office.hand_in(office.write("a.json"))
    assert (office.items(), jobs(office)) == ([], [])


def test_reading_leaves_nothing_in_the_queue(office: Desk) -> None:
    office.write("a.json")
    office.write("b.json", fails="encrypted")
    office.ingest()
    assert states(office) == ["registered", "quarantined"]
    assert jobs(office) == []
    assert {item.job_id for item in office.items()} == {None}


def test_an_item_that_waits_anew_has_a_new_job_and_the_old_one_means_nothing(office: Desk) -> None:
    office.hand_in(office.write("a.json"))
    (old,) = jobs(office)
    with office.register.writing() as session:
        assert claim_by_job(session, old, "a:1") is not None
        assert claim_by_job(session, old, "b:2") is None
        release(session, "a:1")
    assert len(jobs(office)) == 2
    with office.register.writing() as session:
        assert claim_by_job(session, old, "b:2") is None
        assert claim_by_job(session, jobs(office)[1], "b:2") is not None
        release(session, "b:2")
    office.work()
    assert (states(office), jobs(office), len(office.letters())) == (["registered"], [], 1)


def test_what_waits_without_a_job_gets_one(office: Desk) -> None:
    office.hand_in(office.write("a.json"))
    execute(office, "DELETE FROM procrastinate_jobs")
    mend(office.register)
    assert [job.item_id for job in jobs(office)] == [office.items()[0].id]
    mend(office.register)
    assert len(jobs(office)) == 1


def test_an_item_in_somebodys_hands_without_a_job_is_taken_back(office: Desk) -> None:
    office.hand_in(office.write("a.json"))
    with office.register.writing() as session:
        claim(session, "elsewhere:1")
    mend(office.register)
    assert states(office) == ["working"], "its job is still there"
    execute(office, "DELETE FROM procrastinate_jobs")
    mend(office.register)
    assert [(item.state, item.attempts) for item in office.items()] == [("waiting", 1)]
    assert len(jobs(office)) == 1


def dies_reading(desk: Desk) -> None:
    """A worker of its own process takes a job and is killed by the file it reads."""
    child = os.fork()
    if child == 0:
        desk.register.engine.dispose(close=False)
        work_off_jobs(desk.register, fake_reader.read, lambda: Knowledge(TODAY), stay=False)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


def heartbeats_stop(desk: Desk) -> None:
    """As if half a minute had gone by since the last worker died; and the ledger knows its owner for another host's."""
    execute(desk, "UPDATE procrastinate_workers SET last_heartbeat = now() - INTERVAL '31 seconds'")
    execute(desk, "UPDATE ingest_item SET lease_owner = 'elsewhere:1' WHERE lease_owner IS NOT NULL")


def test_a_letter_whose_worker_died_on_another_machine_waits_again_once_its_heartbeat_is_missed(office: Desk) -> None:
    office.hand_in(office.write("a.json", fails="killed once", mark=str(office.folder.parent / "mark")))
    dies_reading(office)
    execute(office, "UPDATE ingest_item SET lease_owner = 'elsewhere:1'")
    mend(office.register)
    assert states(office) == ["working"], "its heartbeat is not old yet"
    heartbeats_stop(office)
    mend(office.register)
    assert [(item.state, item.attempts) for item in office.items()] == [("waiting", 1)]
    office.work()
    assert (states(office), len(office.letters()), jobs(office)) == (["registered"], 1, [])


def test_a_letter_that_kills_every_worker_is_quarantined_after_three(office: Desk) -> None:
    office.hand_in(office.write("a.json", fails="killed"))
    for _ in range(MOST_ATTEMPTS):
        dies_reading(office)
        heartbeats_stop(office)
        mend(office.register)
    assert [(item.state, item.code) for item in office.items()] == [("quarantined", "crashed")]
    assert jobs(office) == []


def test_a_worker_taken_for_dead_writes_nothing_when_it_comes_back(office: Desk) -> None:
    office.hand_in(office.write("a.json"))
    with office.register.writing() as session:
        assert claim_by_job(session, jobs(office)[0], "elsewhere:1") is not None
    execute(office, "UPDATE ingest_item SET lease_until = now() - INTERVAL '1 second'")
    office.work()
    assert [(item.state, item.attempts, item.lease_owner) for item in office.items()] == [("registered", 2, None)]
    with office.register.writing() as session:
        assert claim(session, "elsewhere:1") is None
    assert len(office.letters()) == 1


def test_without_a_worker_ingest_reads_itself(office: Desk) -> None:
    told = office.run("ingest", office.write("a.json"))
    assert (told.exit_code, states(office)) == (0, ["registered"]), told.output


def test_no_wait_hands_in_and_says_who_reads(office: Desk) -> None:
    told = office.run("ingest", office.write("a.json"), "--no-wait")
    assert (told.exit_code, states(office)) == (0, ["waiting"])
    assert "congvan worker" in told.stdout
    assert "Đang chờ" in told.stdout


def test_on_sqlite_no_wait_leaves_it_to_retry_and_there_is_no_worker(desk: Desk) -> None:
    assert "congvan retry" in desk.run("ingest", desk.write("a.json"), "--no-wait").stdout
    refused = desk.run("worker")
    assert (refused.exit_code, "SQLite" in refused.stderr) == (2, True)
    assert desk.run("retry", "--jobs", "0").exit_code == 0
    assert states(desk) == ["registered"]


def test_a_worker_reads_what_others_hand_in_and_stops_when_told(
    office: Desk, started: Callable[..., subprocess.Popen[str]]
) -> None:
    worker = started("worker", "--jobs", "1")
    office.run("ingest", office.write("a.json"), "--no-wait")
    wait_until(lambda: states(office) == ["registered"])
    assert office.run("ingest", office.write("b.json", document("108"))).exit_code == 0
    assert states(office) == ["registered", "registered"]
    assert "trên mọi máy: 1" in office.run("status").stdout
    os.kill(worker.pid, signal.SIGTERM)
    _, errors = worker.communicate(timeout=60)
    assert (worker.returncode, "Đã dừng" in errors) == (0, True), errors


def test_a_worker_that_is_told_to_stop_reads_the_letter_in_hand_to_its_end(
    office: Desk, started: Callable[..., subprocess.Popen[str]]
) -> None:
    worker = started("worker", "--jobs", "1")
    office.hand_in(office.write("a.json", fails="slow", seconds="3"))
    office.hand_in(office.write("b.json", document("108"), fails="slow", seconds="3"))
    wait_until(lambda: "working" in states(office))
    os.kill(worker.pid, signal.SIGTERM)
    worker.communicate(timeout=90)
    assert states(office) == ["registered", "waiting"]


def test_workers_whose_parent_is_killed_read_their_letter_to_its_end_and_stop(
    office: Desk, started: Callable[..., subprocess.Popen[str]]
) -> None:
    parent = started("worker", "--jobs", "1")
    for number in range(2):
        office.hand_in(office.write(f"{number}.json", document(str(number)), fails="slow", seconds="4"))
    wait_until(lambda: "working" in states(office))
    child = int((office.items()[0].lease_owner or "").rpartition(":")[2])
    os.kill(parent.pid, signal.SIGKILL)
    wait_until(lambda: not is_alive(f"{socket.gethostname()}:{child}"))
    assert states(office) == ["registered", "waiting"]


def test_a_machine_without_tools_leaves_the_letters_to_others(
    office: Desk, started: Callable[..., subprocess.Popen[str]]
) -> None:
    office.hand_in(office.write("a.json", fails="tool"))
    worker = started("worker", "--jobs", "1")
    _, errors = worker.communicate(timeout=90)
    assert (worker.returncode, "Tesseract" in errors) == (4, True), errors
    assert [(item.state, item.attempts) for item in office.items()] == [("waiting", 0)]


def dead_on_another_machine(desk: Desk) -> None:
    """What the killed held is held by a process that nobody here can ask after."""
    for item in desk.items():
        if item.lease_owner and not is_alive(item.lease_owner):
            execute(desk, f"UPDATE ingest_item SET lease_owner = 'elsewhere:1' WHERE id = {item.id}")


@pytest.mark.slow
def test_two_machines_share_a_batch_and_one_is_killed_midway(
    office: Desk, started: Callable[..., subprocess.Popen[str]]
) -> None:
    """The real thing with the real times: half a minute until the heartbeat of the killed is missed."""
    for number in range(40):
        office.write(f"{number}.json", document(str(number)), fails="slow", seconds="0.3")
    workers = [started("worker", "--jobs", "1") for _ in range(2)]
    office.run("ingest", office.folder, "--no-wait")
    wait_until(lambda: len({item.lease_owner for item in office.items() if item.lease_owner}) == 2)
    wait_until(lambda: states(office).count("registered") > 10)
    os.killpg(workers[0].pid, signal.SIGKILL)
    dead_on_another_machine(office)
    wait_until(lambda: set(states(office)) == {"registered"})
    assert len(office.letters()) == len({one.serial for one in office.letters()}) == 40
    assert sum(item.attempts for item in office.items()) in (40, 41)
    assert [*faults(office.register)] == []
    wait_until(lambda: jobs(office) == [])


def test_the_queues_tables_are_those_of_the_installed_version() -> None:
    """If not, a newer Procrastinate has changed its schema: put the change in a migration of ours, and pin here."""
    ours = Path(statements.__file__).with_name("sql").joinpath("0002_procrastinate.sql").read_text(encoding="utf-8")
    theirs = Path(procrastinate.__file__).parent / "sql" / "schema.sql"
    assert ours.endswith(theirs.read_text(encoding="utf-8"))
