"""A copy of the register is whole or is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Desk, new_postgresql_desk
from letters import document
from typer.testing import CliRunner

import cli
from pipeline.register.originals import place_of


def restored(folder: Path, where: Path, *command: str) -> str:
    """What ``command`` prints of the register restored at ``where``."""
    made = CliRunner().invoke(cli.app, ["restore", str(folder), "--db", str(where)])
    assert made.exit_code == 0, made.output
    return CliRunner().invoke(cli.app, [*command, "--db", str(where)]).stdout


def test_a_restored_register_says_the_same(desk: Desk, tmp_path: Path) -> None:
    desk.ingest(desk.write("a.json"), desk.write("b.json", document("108")))
    desk.run("edit", "107", "subject", "rà soát biên chế")
    assert desk.run("backup", tmp_path / "copy").exit_code == 0
    where = tmp_path / "new" / "register.db"
    assert restored(tmp_path / "copy", where, "letters") == desk.run("letters").stdout
    assert CliRunner().invoke(cli.app, ["check", "--db", str(where)]).exit_code == 0


def test_a_copy_is_brought_up_to_date(desk: Desk, tmp_path: Path) -> None:
    desk.ingest(desk.write("a.json"))
    desk.run("backup", tmp_path / "copy")
    desk.ingest(desk.write("b.json", document("108")))
    assert "2 bản gốc" in desk.run("backup", tmp_path / "copy").stdout
    assert "108/SNV-TCCC" in restored(tmp_path / "copy", tmp_path / "new.db", "letters")


def test_a_missing_original_is_told_and_the_older_copy_stays(desk: Desk, tmp_path: Path) -> None:
    desk.ingest(desk.write("a.json"))
    desk.run("backup", tmp_path / "copy")
    before = (tmp_path / "copy" / "register.db").read_bytes()
    desk.ingest(desk.write("b.json", document("108")))
    place_of(desk.register.originals, desk.items()[1].sha256 or "").unlink()
    told = desk.run("backup", tmp_path / "copy")
    assert (told.exit_code, "bị mất hoặc đã thay đổi" in told.stderr) == (2, True)
    assert (tmp_path / "copy" / "register.db").read_bytes() == before


def test_a_changed_copy_is_not_restored(desk: Desk, tmp_path: Path) -> None:
    desk.ingest(desk.write("a.json"))
    desk.run("backup", tmp_path / "copy")
    place_of(tmp_path / "copy" / "originals", desk.items()[0].sha256 or "").write_bytes(b"changed")
    told = CliRunner().invoke(cli.app, ["restore", str(tmp_path / "copy"), "--db", str(tmp_path / "new.db")])
    assert told.exit_code == 2
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize("there", ["register.db", "register.db-wal"])
def test_nothing_is_restored_over_a_register(desk: Desk, tmp_path: Path, there: str) -> None:
    desk.ingest(desk.write("a.json"))
    desk.run("backup", tmp_path / "copy")
    place = tmp_path / "other" / there
    place.parent.mkdir()
    place.write_bytes(b"something")
    told = CliRunner().invoke(
        cli.app, ["restore", str(tmp_path / "copy"), "--db", str(tmp_path / "other" / "register.db")]
    )
    assert (told.exit_code, place.read_bytes()) == (2, b"something")


def test_postgresql_has_tools_of_its_own(tmp_path: Path, postgresql_server: str) -> None:
    told = new_postgresql_desk(tmp_path, postgresql_server).run("backup", tmp_path / "copy")
    assert (told.exit_code, "pg_dump" in told.stderr) == (2, True)
