"""ZIP files and mails: the files inside are entered with it, as one receipt, once."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

from desk import Desk
from letters import document
from sqlmodel import select

from models.tables import Incoming
from pipeline.register.checking import faults


def zipped(desk: Desk, name: str, *files: Path) -> Path:
    path = desk.folder.parent / name
    with zipfile.ZipFile(path, "w") as archive:
        for file in files:
            archive.write(file, f"văn bản/{file.name}")
    return path


def states(desk: Desk) -> Counter[str]:
    return Counter(item.state for item in desk.items())


def test_the_files_inside_are_registered_under_one_receipt(desk: Desk) -> None:
    files = [desk.write("a.json", document(serial="11")), desk.write("b.json", document(serial="12"))]
    came = zipped(desk, "thư.zip", *files)
    ran = desk.run("ingest", came, "--jobs", "0", "--number", "7")
    assert ran.exit_code == 0
    assert "Tệp nén, thư đã mở" in ran.stdout
    assert states(desk) == {"opened": 1, "registered": 2}
    assert [Path(item.path).name for item in desk.items()] == ["thư.zip", "a.json", "b.json"]
    assert desk.items()[1].path == f"{came}/văn bản/a.json"
    with desk.register.reading() as session:
        assert [one.number for one in session.exec(select(Incoming))] == [7]
    assert not list(faults(desk.register))
    assert len({one.incoming_id for one in desk.letters()}) == 1


def test_handed_in_again_it_is_known_also_under_another_name(desk: Desk) -> None:
    came = zipped(desk, "thư.zip", desk.write("a.json"))
    desk.run("ingest", came, "--jobs", "0")
    again = desk.run("ingest", came, "--jobs", "0")
    assert again.exit_code == 0
    assert states(desk) == {"opened": 1, "registered": 1}
    other = desk.folder.parent / "thư (1).zip"
    other.write_bytes(came.read_bytes())
    desk.run("ingest", other, "--jobs", "0")
    assert states(desk) == {"opened": 1, "registered": 1, "duplicate": 1}
    assert len(desk.letters()) == 1


def test_a_file_that_came_before_is_a_duplicate_inside(desk: Desk) -> None:
    file = desk.write("a.json")
    desk.run("ingest", file, "--jobs", "0")
    desk.run("ingest", zipped(desk, "thư.zip", file), "--jobs", "0")
    assert states(desk) == {"registered": 1, "opened": 1, "duplicate": 1}
    assert len(desk.letters()) == 1


def test_what_cannot_be_opened_is_quarantined_with_the_step_to_take(desk: Desk) -> None:
    came = zipped(desk, "thư.zip")
    ran = desk.run("ingest", came, "--jobs", "0")
    assert ran.exit_code == 3
    assert states(desk) == {"quarantined": 1}
    assert "không có tệp nào" in " ".join(ran.stdout.split())


def test_status_counts_it_among_the_files(desk: Desk) -> None:
    desk.run("ingest", zipped(desk, "thư.zip", desk.write("a.json")), "--jobs", "0")
    shown = desk.run("status").stdout
    assert "Tệp nén, thư đã mở" in shown
