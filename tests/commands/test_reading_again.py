"""Quarantine, retry, reread, history and check."""

from __future__ import annotations

import json

from desk import Desk
from letters import document

from pipeline.register.originals import place_of


def healed(desk: Desk) -> None:
    """The reader can now read what lies in quarantine (here: the kept bytes are those of a good letter)."""
    good = desk.write("good.json")
    for item in desk.items():
        if item.state == "quarantined":
            place_of(desk.register.originals, item.sha256 or "").write_bytes(good.read_bytes())
    good.unlink()


def test_quarantine_lists_shows_and_releases(desk: Desk) -> None:
    path = desk.write("a.json", fails="encrypted")
    desk.ingest()
    assert "mật khẩu" in desk.run("quarantine", "list").stdout
    shown = desk.run("quarantine", "show", "1").stdout
    assert str(path) in shown
    assert "encrypted" in shown
    assert desk.run("quarantine", "show", "2").exit_code == 2
    assert desk.run("quarantine", "release", "1").exit_code == 0
    assert [item.state for item in desk.items()] == ["waiting"]
    assert "Không có tệp nào" in desk.run("quarantine", "list").stdout


def test_retry_reads_what_lay_in_quarantine(desk: Desk) -> None:
    desk.write("a.json", fails="bug")
    desk.ingest()
    healed(desk)
    assert desk.run("retry", "--jobs", "0").exit_code == 0
    assert [(item.state, item.attempts) for item in desk.items()] == [("registered", 1)]


def test_a_file_that_was_never_copied_has_to_be_handed_in_again(desk: Desk) -> None:
    desk.ingest(desk.folder / "gone.json")
    assert desk.run("quarantine", "release", "1").exit_code == 2
    assert desk.run("retry", "--jobs", "0").exit_code == 0


def test_reread_keeps_what_people_decided(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"))
    desk.run("edit", "107", "subject", "rà soát biên chế")
    assert desk.run("reread", "--jobs", "0").exit_code == 0
    assert [letter.subject for letter in desk.letters()] == ["rà soát biên chế"]
    assert [(item.state, item.attempts) for item in desk.items()] == [("registered", 1)]


def test_a_letter_that_can_no_longer_be_read_stays_as_it_was_read(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"))
    broken = desk.write("broken.json", fails="encrypted")
    place_of(desk.register.originals, desk.items()[0].sha256 or "").write_bytes(broken.read_bytes())
    desk.run("reread", "--jobs", "0")
    assert [(item.state, item.code) for item in desk.items()] == [("registered", "encrypted")]
    assert [letter.serial for letter in desk.letters()] == ["107"]


def test_history_says_who_said_what(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"))
    uid = desk.tasks()[0].uid
    assert "Chưa có ý kiến nào." in desk.run("history", "107").stdout
    desk.run("edit", "107", "serial", "108", "--by", "Minh")
    desk.run("set", uid, "--status", "done", "--on", "2026-03-19")
    said = json.loads(desk.run("history", "108", "--json").stdout)
    assert [(one["by"], one["field"], one["value"]) for one in said] == [
        ("Minh", "number.serial", "108"), ("Lan", "status", "done"), ("Lan", "done_on", "2026-03-19"),
    ]  # fmt: skip
    assert [one["about"] for one in json.loads(desk.run("history", uid, "--json").stdout)] == [uid, uid]
    assert "Minh" in desk.run("history", "108").stdout


def test_check_finds_nothing_in_a_whole_register(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"), desk.write("b.json", document("5"), fails="encrypted"))
    result = desk.run("check")
    assert (result.exit_code, result.stdout.strip()) == (0, "Sổ nguyên vẹn.")


def test_check_finds_originals_that_are_changed_or_gone(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"), desk.write("b.json", document("5")))
    first, second = (place_of(desk.register.originals, item.sha256 or "") for item in desk.items())
    first.write_bytes(b"changed")
    second.unlink()
    result = desk.run("check")
    assert result.exit_code == 1
    assert "đã bị thay đổi" in result.stdout
    assert "Mất bản gốc của b.json" in result.stdout
