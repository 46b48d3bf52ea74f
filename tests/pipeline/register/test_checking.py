"""Every kind of harm that is done to a register is told, one line each; a register that is whole is told nothing of."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Desk
from letters import document, task
from sqlalchemy import text

from pipeline.register.checking import faults
from pipeline.register.originals import originals_at

HARM = {
    "nhưng không có văn bản nào": "UPDATE letter SET sha256 = (SELECT max(sha256) FROM original)",
    "được nhận hai lần": (
        "INSERT INTO ingest_item (path, size, mtime_ns, sha256, state, attempts, created_at, updated_at) "
        "SELECT path || '2', size, mtime_ns, sha256, state, attempts, created_at, updated_at FROM ingest_item LIMIT 1"
    ),
    "Văn bản thứ 1 của tệp": "UPDATE letter SET sha256 = (SELECT min(sha256) FROM original)",
    "Nhiệm vụ thứ 1 của văn bản": "UPDATE task SET position = 0",
    "không có trong lần đọc của nó": "UPDATE letter SET position = 7",
    "không tìm được bằng tìm kiếm": "UPDATE task SET sort_key = -sort_key",
}


@pytest.fixture
def office(desk: Desk) -> Desk:
    desk.write("a.json", document("107", tasks=[task("một"), task("hai")]))
    desk.write("b.json", document("108"))
    desk.ingest()
    return desk


def told(desk: Desk) -> str:
    return "\n".join(faults(desk.register))


@pytest.mark.parametrize("what", HARM)
def test_harm_to_a_row_is_told(office: Desk, what: str) -> None:
    assert told(office) == ""
    with office.register.writing() as session:
        session.connection().execute(text(HARM[what]))
    assert what in told(office)
    assert office.run("check").exit_code == 1


def test_harm_to_an_original_is_told(office: Desk) -> None:
    first, second = (originals_at(office.register.originals).place_of(item.sha256 or "") for item in office.items())
    with Path(first).open("ab") as original:
        original.write(b" ")
    assert "đã bị thay đổi" in told(office)
    Path(second).unlink()
    assert "Mất bản gốc của b.json" in told(office)
