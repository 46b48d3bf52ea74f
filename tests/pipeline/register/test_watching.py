"""A drop folder gives each file once, when it has stopped growing, and again only when it has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Desk

from commands import ingest
from pipeline.register.watching import DropFolder


def test_a_file_is_taken_when_it_has_stopped_growing(tmp_path: Path) -> None:
    drop, file = DropFolder([tmp_path]), tmp_path / "quét.pdf"
    assert drop.arrived() == []
    file.write_bytes(b"")
    assert [drop.arrived(), drop.arrived()] == [[], []]
    file.write_bytes(b"%PDF")
    assert drop.arrived() == []
    file.write_bytes(b"%PDF-1.4 and more")
    assert drop.arrived() == []
    assert drop.arrived() == [file]
    assert drop.arrived() == []


def test_a_file_that_changes_later_is_taken_again(tmp_path: Path) -> None:
    drop, file = DropFolder([tmp_path]), tmp_path / "quét.pdf"
    file.write_bytes(b"half")
    assert [drop.arrived(), drop.arrived()] == [[], [file]]
    file.write_bytes(b"the whole")
    assert [drop.arrived(), drop.arrived(), drop.arrived()] == [[], [file], []]


def test_a_name_that_is_used_again_is_a_new_file(tmp_path: Path) -> None:
    drop, file = DropFolder([tmp_path]), tmp_path / "scan0001.pdf"
    file.write_bytes(b"one")
    assert [drop.arrived(), drop.arrived()] == [[], [file]]
    file.unlink()
    assert drop.arrived() == []
    file.write_bytes(b"two")
    assert [drop.arrived(), drop.arrived()] == [[], [file]]


def test_a_share_that_is_gone_for_a_while_is_looked_at_again(tmp_path: Path) -> None:
    share = tmp_path / "share"
    drop = DropFolder([share])
    assert drop.arrived() == []
    share.mkdir()
    (share / "a.pdf").write_bytes(b"a")
    assert [drop.arrived(), drop.arrived()] == [[], [share / "a.pdf"]]


def test_watching_registers_what_comes_until_it_is_ended(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a.json")
    looks = iter(range(5))

    def sleep(seconds: float) -> None:
        look = next(looks, None)
        if look is None:
            raise KeyboardInterrupt
        if look == 2:
            desk.write("b.json", subject="hai")

    monkeypatch.setattr(ingest.time, "sleep", sleep)
    ran = desk.run("ingest", desk.folder, "--watch", "--number", "next", "--jobs", "0")
    assert ran.exit_code == 0
    assert [item.state for item in desk.items()] == ["registered", "registered"]
    assert "Ctrl-C" in ran.stderr
    assert "dừng" in ran.stderr


@pytest.mark.parametrize("options", [["--number", "7"], ["--together"], ["--arrived", "2026-03-05"]])
def test_options_of_one_receipt_make_no_sense_while_watching(desk: Desk, options: list[str]) -> None:
    assert desk.run("ingest", desk.folder, "--watch", *options).exit_code == 2


def test_a_file_cannot_be_watched(desk: Desk) -> None:
    assert desk.run("ingest", desk.write("a.json"), "--watch").exit_code == 2
