"""Each command from the outside: what it prints, what it leaves in the register, and how it exits."""

from __future__ import annotations

import errno
import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from desk import Desk
from letters import document, task
from sqlalchemy.exc import OperationalError
from typer.testing import CliRunner

import cli
from commands import exits, narrowing
from commands import status as status_command
from commands.reading import known
from commands.tables import print_counts


def test_ingest_ends_with_a_table_and_its_reasons(desk: Desk) -> None:
    desk.write("a.json")
    desk.write("b.json", fails="encrypted")
    desk.ingest(desk.write("known.json", document("1")))
    result = desk.run("ingest", desk.folder, "--jobs", "0")
    assert result.exit_code == 3
    rows = dict(line.split("\t") for line in result.stdout.splitlines() if "\t" in line)
    assert (rows["Đã vào sổ"], rows["Đã có từ trước"], rows["Cách ly"]) == ("1", "1", "1")
    assert "Hãy lưu lại không đặt mật khẩu" in rows["b.json"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({}, 0),
        ({"fails": "bug"}, 1),
        ({"fails": "encrypted"}, 3),
        ({"fails": "tool"}, 4),
        ({"fails": "interrupt"}, 130),
    ],
)
@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_exit_codes_of_reading(desk: Desk, command: str, told: dict[str, str], code: int) -> None:
    path = desk.write("a.json", **told)
    assert desk.run(command, path, "--jobs", "0").exit_code == code


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest", "/no/such/file"],
        ["ingest"],
        ["nonsense"],
        ["tasks", "--status", "finished"],
        ["tasks", "--due-before", "soon"],
        ["show", "nothing"],
        ["edit", "nothing", "serial", "1"],
        ["set", "nothing-1", "--status", "done"],
        ["export", "--what", "letters", "--format", "ics"],
        ["export", "--output", "/no/such/folder/tasks.xlsx"],
    ],
)
def test_a_mistake_of_use_exits_with_2_and_says_what_would_do(desk: Desk, arguments: list[str]) -> None:
    result = desk.run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.strip()


def test_a_bug_is_told_briefly_and_in_full_only_when_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commands.letters.find_letters", lambda *_: 1 / 0)
    result = desk.run("letters")
    assert result.exit_code == exits.Exit.BUG
    assert "báo lỗi" in result.stderr
    assert "Traceback" not in result.stderr
    monkeypatch.setenv("CONGVAN_DEBUG", "1")
    assert "Traceback" in desk.run("letters").stderr


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OperationalError("INSERT", {}, sqlite3.OperationalError("disk full")),
    ],
)
def test_a_full_disk_is_no_bug(desk: Desk, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def full(*_: object) -> None:
        raise error

    monkeypatch.setattr("pipeline.register.originals.FolderOriginals.keep", full)
    result = desk.run("ingest", desk.write("a.json"), "--jobs", "0")
    assert result.exit_code == 2
    assert "chỗ trống" in result.stderr
    assert desk.items() == []


def test_ingest_gives_arrival_numbers(desk: Desk) -> None:
    first, second = desk.write("a.json", document("1")), desk.write("b.json", document("2"))
    desk.run("ingest", first, second, "--jobs", "0", "--number", "31", "--arrived", "2026-03-04", "--together")
    listed = json.loads(desk.run("letters", "--json").stdout)
    assert [one["arrival"] for one in listed] == [{"number": "31", "date": "2026-03-04"}] * 2
    taken = desk.run(
        "ingest", desk.write("c.json", document("3")), "--jobs", "0", "--number", "31", "--arrived", "2026-03-04"
    )
    assert taken.exit_code == 2
    assert desk.run("ingest", first, "--number", "0").exit_code == 2


def test_extract_prints_one_record_a_file_in_the_order_given(desk: Desk) -> None:
    paths = [desk.write(f"{number}.json", document(str(number))) for number in (3, 1, 2)]
    paths.insert(1, desk.write("bad.json", fails="encrypted"))
    result = desk.run("extract", *paths, "--jobs", "2")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["source"]["name"] for one in records] == ["3.json", "bad.json", "1.json", "2.json"]
    assert records[1]["documents"] == []
    assert records[1]["problems"][0]["code"] == "unreadable_file"
    assert result.exit_code == 3


@pytest.mark.slow
def test_extract_goes_on_after_a_reader_was_killed(desk: Desk) -> None:
    paths = [desk.write("a.json"), desk.write("b.json", fails="killed"), desk.write("c.json")]
    result = desk.run("extract", *paths, "--jobs", "2")
    assert [len(json.loads(line)["documents"]) for line in result.stdout.splitlines()] == [1, 0, 1]
    assert result.exit_code == 3


def test_letters_and_tasks_as_json(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"))
    letter = json.loads(desk.run("letters", "vị trí", "việc làm", "--json").stdout)[0]
    assert (letter["number"], letter["issued_on"]) == ("107/SNV-TCCC", "2026-03-02")
    listed = json.loads(desk.run("tasks", "--lead", "sở y tế", "--json").stdout)[0]
    assert listed["deadline"]["due"] == "2026-03-20"
    assert listed["letter"]["uid"] == letter["uid"]
    assert json.loads(desk.run("tasks", "--json", "khongco").stdout) == []


@pytest.mark.parametrize("command", list(cli.COMMANDS))
def test_each_command_explains_itself(desk: Desk, command: str) -> None:
    result = CliRunner().invoke(cli.app, [command, "--help"])
    assert result.exit_code == 0
    assert f"{command} [" in result.output


def test_nothing_found_is_said(desk: Desk) -> None:
    assert "Không có văn bản nào." in desk.run("letters").stdout
    assert "Không có nhiệm vụ nào." in desk.run("tasks").stdout


def test_show_has_fields_tasks_pages_and_problems(desk: Desk) -> None:
    evidence = [{"page": 1, "box": [1, 2, 3, 4], "quote": "rà soát"}]
    letter = document(
        findings={"/subject": {"confidence": 1.0, "rule": "x", "evidence": evidence}},
        problems=[{"code": "missing", "at": "/archive", "message": "Thiếu nơi lưu."}],
    )
    desk.ingest(desk.write("a.json", letter))
    output = desk.run("show", "107").stdout
    assert "Trích yếu:          rà soát vị trí việc làm  [tr. 1]" in output
    assert "chủ trì: Nơi nhận văn bản" in output
    assert "→ 20/03/2026" in output
    assert "! Lưu: Thiếu nơi lưu." in output
    assert json.loads(desk.run("show", "107", "--json").stdout)["schema"] == "congvan/1"


def test_a_number_that_two_letters_have_is_not_guessed(desk: Desk) -> None:
    desk.write("a.json", document("5", issued_on="2026-01-02"))
    desk.write("b.json", document("5", issued_on="2025-01-02"))
    desk.ingest()
    result = desk.run("show", "5/SNV-TCCC")
    assert result.exit_code == 2
    for letter in desk.letters():
        assert letter.uid in result.stderr


@pytest.mark.parametrize(
    ("field", "typed", "pointer", "value"),
    [
        ("serial", "108", ("number", "serial"), "108"),
        ("issued_on", "04/03/2026", ("issued_on",), "2026-03-04"),
        ("addressees", "Sở Y tế; Sở Nội vụ", ("addressees",), ["Sở Y tế", "Sở Nội vụ"]),
        ("distribution", "Như trên; VP (để b/c)", ("distribution",),
         [{"name": "Như trên", "purpose": None}, {"name": "VP", "purpose": "để b/c"}]),
        ("references", "12/QĐ-UBND", ("references",), [{"number": "12/QĐ-UBND", "issued_on": None, "issuer": None}]),
        ("signatory.name", "Trần Văn Thử", ("signatory", "name"), "Trần Văn Thử"),
        ("arrival.date", "2026-03-05", ("arrival", "date"), "2026-03-05"),
    ],
)  # fmt: skip
def test_edit_corrects_a_field(desk: Desk, field: str, typed: str, pointer: tuple[str, ...], value: object) -> None:
    desk.ingest(desk.write("a.json"))
    uid = desk.letters()[0].uid
    assert desk.run("edit", uid, field, typed, "--by", "Minh").exit_code == 0
    tree = json.loads(desk.run("show", uid, "--json").stdout)["documents"][0]
    for part in pointer:
        tree = tree[part]
    assert tree == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [("issued_on", "hôm qua"), ("nonsense", "1"), ("document_type", "thư"), ("addressees", "[broken")],
)
def test_edit_refuses_what_makes_no_sense(desk: Desk, field: str, typed: str) -> None:
    desk.ingest(desk.write("a.json"))
    before = desk.letters()
    assert desk.run("edit", "107", field, typed).exit_code == 2
    assert desk.letters() == before


def test_edit_of_tasks_corrects_confirms_clears_adds_and_deletes(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"))
    uid = desk.tasks()[0].uid
    for arguments in (
        [uid, "lead", "Sở Y tế; Sở Nội vụ"],
        [uid, "deadline", "01/04/2026"],
        [uid, "deadline.time", "14h30"],
        [uid, "--confirm"],
        ["107", "--add", "nộp hồ sơ"],
    ):
        assert desk.run("edit", *arguments).exit_code == 0
    first, second = json.loads(desk.run("tasks", "--json").stdout)
    assert (first["lead"], first["deadline"]["due"], first["deadline"]["time"]) == (
        ["Sở Y tế", "Sở Nội vụ"],
        "2026-04-01",
        "14:30",
    )
    assert (second["action"], second["deadline"]) == ("nộp hồ sơ", None)
    desk.run("edit", uid, "deadline", "--clear")
    assert all(one["deadline"] is None for one in json.loads(desk.run("tasks", "--json").stdout))
    desk.run("edit", uid, "--delete")
    assert [one["uid"] for one in json.loads(desk.run("tasks", "--json").stdout)] == [second["uid"]]


@pytest.mark.parametrize(
    "arguments", [["107"], ["107", "serial"], ["107", "--delete"], ["107", "serial", "1", "--clear"]]
)
def test_edit_wants_exactly_one_thing(desk: Desk, arguments: list[str]) -> None:
    desk.ingest(desk.write("a.json"))
    assert desk.run("edit", *arguments).exit_code == 2


def test_set_says_what_became_of_a_task(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"))
    uid = desk.tasks()[0].uid
    desk.run("set", uid, "--status", "in-progress", "--assignee", "Phòng Tổ chức")
    assert desk.run("tasks", "--status", "in_progress").stdout.count(uid) == 1
    desk.run("set", uid, "--status", "done", "--on", "20/03/2026", "--reply", "9/BC-SYT")
    listed = json.loads(desk.run("tasks", "--json").stdout)[0]
    assert (listed["status"], listed["done_on"], listed["assignee"], listed["reply"]) == (
        "done", "2026-03-20", "Phòng Tổ chức", "9/BC-SYT",
    )  # fmt: skip
    assert "quá hạn" in desk.run("tasks").stdout
    desk.run("set", uid, "--status", "returned")
    assert json.loads(desk.run("tasks", "--json").stdout)[0]["done_on"] is None
    assert desk.run("set", uid).exit_code == 2
    assert desk.run("set", uid, "--status", "returned", "--on", "2026-01-01").exit_code == 2


def test_each_lead_of_a_task_has_a_status_of_its_own(desk: Desk) -> None:
    leads = ["Sở Y tế", "Sở Nội vụ", "Phòng Y tế huyện Lạc Thủy"]
    desk.ingest(desk.write("a.json", document(tasks=[task("rà soát", lead=leads)])))
    uid = desk.tasks()[0].uid
    assert desk.run("set", uid, "--lead", "so y te", "--status", "done", "--on", "2026-03-04").exit_code == 0
    assert desk.run("set", uid, "--lead", "noi vu", "--status", "in-progress").exit_code == 0
    listed = json.loads(desk.run("tasks", "--json").stdout)[0]
    assert listed["status"] == "in_progress"
    assert listed["leads"] == [
        {"name": "Sở Y tế", "status": "done", "done_on": "2026-03-04"},
        {"name": "Sở Nội vụ", "status": "in_progress", "done_on": None},
    ]
    assert "– Sở Y tế: đã hoàn thành 04/03/2026" in desk.run("show", uid).stdout
    assert "Sở Y tế: đã hoàn thành 04/03/2026; Sở Nội vụ" in desk.run("export", "--format", "csv").stdout
    assert desk.run("set", uid, "--lead", "y tế", "--status", "done").exit_code == 2
    assert desk.run("set", uid, "--lead", "công an", "--status", "done").exit_code == 2
    assert desk.run("set", uid, "--lead", "nội vụ").exit_code == 2
    for name in ("nội vụ", "lạc thủy"):
        desk.run("set", uid, "--lead", name, "--on", "2026-03-06")
    listed = json.loads(desk.run("tasks", "--json").stdout)[0]
    assert (listed["status"], listed["done_on"]) == ("done", "2026-03-06")
    desk.run("set", uid, "--status", "returned")
    listed = json.loads(desk.run("tasks", "--json").stdout)[0]
    assert (listed["status"], listed["leads"]) == ("returned", [])


def test_addressees_who_lead_together_have_a_status_each(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"))
    uid = desk.tasks()[0].uid
    desk.run("set", uid, "--lead", "Sở Y tế", "--status", "done")
    listed = json.loads(desk.run("tasks", "--json").stdout)[0]
    assert (listed["status"], [one["name"] for one in listed["leads"]]) == ("in_progress", ["Sở Y tế"])


def test_handing_a_task_over_keeps_the_day(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"))
    uid = desk.tasks()[0].uid

    def handed_over() -> tuple[str | None, str | None]:
        listed = json.loads(desk.run("tasks", "--json").stdout)[0]
        return listed["assignee"], listed["handed_over_on"]

    desk.run("set", uid, "--assignee", "Phòng Tổ chức", "--handed-over", "02/03/2026")
    assert handed_over() == ("Phòng Tổ chức", "2026-03-02")
    assert "giao Phòng Tổ chức ngày 02/03/2026" in desk.run("show", uid).stdout
    desk.run("set", uid, "--assignee", "Ông Lý Văn Thử")
    assert handed_over()[1] not in (None, "2026-03-02")
    desk.run("set", uid, "--assignee", "")
    assert handed_over() == (None, None)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--due-today"], ["hôm nay"]),
        (["--due-within", "1"], ["hôm nay", "thứ Hai"]),
        (["--due-within", "2"], ["hôm nay", "thứ Hai", "thứ Ba"]),
        (["--overdue"], ["trễ"]),
        (["--no-deadline"], ["không hạn"]),
    ],
)
def test_lists_of_what_is_due(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, options: list[str], found: list[str]
) -> None:
    monkeypatch.setattr(narrowing, "today", lambda: date(2026, 3, 6))
    monkeypatch.setattr(status_command, "today", lambda: date(2026, 3, 6))
    days = {"trễ": "2026-03-05", "hôm nay": "2026-03-06", "thứ Hai": "2026-03-09", "thứ Ba": "2026-03-10",
            "không hạn": None, "xong": "2026-03-06"}  # fmt: skip
    desk.ingest(desk.write("a.json", document(tasks=[by(action, due) for action, due in days.items()])))
    done = next(one.uid for one in desk.tasks() if one.action == "xong")
    desk.run("set", done, "--status", "done")
    assert [one["action"] for one in json.loads(desk.run("tasks", "--json", *options).stdout)] == found
    assert desk.run("tasks", "--due-within", "3", "--overdue").exit_code == 2
    counted = dict(line.split("\t") for line in desk.run("status").stdout.splitlines() if "\t" in line)
    assert [counted[name] for name in ("Quá hạn", "Hết hạn hôm nay", "Hết hạn trong 3 ngày làm việc tới")] == [
        "1", "1", "3",
    ]  # fmt: skip


def test_what_is_due_is_told_over_the_turn_of_the_settled_years(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the end of the last year whose days off are settled, by the holidays that the law names: Tết 2027 here."""
    for module in (narrowing, status_command):
        monkeypatch.setattr(module, "today", lambda: date(2027, 2, 3))
    days = {"sau Tết": "2027-02-11", "muộn": "2027-02-16"}
    desk.ingest(desk.write("a.json", document(tasks=[by(action, due) for action, due in days.items()])))
    assert [one["action"] for one in json.loads(desk.run("tasks", "--json", "--due-within", "2").stdout)] == ["sau Tết"]
    assert "Hết hạn trong 3 ngày làm việc tới\t1" in desk.run("status").stdout
    assert "chọn ít ngày hơn" in desk.run("tasks", "--due-within", "20000").stderr


def test_the_office_s_own_calendar_is_heeded(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(narrowing, "today", lambda: date(2026, 3, 6))
    (tmp_path / "lich.yaml").write_text("days_off: [2026-03-09]\n", encoding="utf-8")
    monkeypatch.setenv("CONGVAN_CALENDAR", str(tmp_path / "lich.yaml"))
    desk.ingest(desk.write("a.json", document(tasks=[by("báo cáo", "2026-03-10")])))
    assert [one["action"] for one in json.loads(desk.run("tasks", "--json", "--due-within", "1").stdout)] == ["báo cáo"]
    assert date(2026, 3, 9) in known().calendar.off


def by(action: str, due: str | None) -> dict[str, object]:
    deadline = due and {"text": f"chậm nhất {due}", "kind": "date", "bound": "by", "due": due}
    return task(action, deadline=deadline)


def test_status_draws_bars_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    print_counts("Nhiệm vụ", [("Xong", 300), ("Trễ", 1), ("Trả lại", 0)])
    lines = {line.split()[0]: line.count("█") for line in capsys.readouterr().out.splitlines() if line.split()}
    assert (lines["Xong"], lines["Trễ"], lines["Trả"]) == (30, 1, 0)


def doubtful() -> dict[str, object]:
    candidates = [{"value": one, "confidence": 0.4} for one in ("107", "167")]
    serial = {
        "confidence": 0.4,
        "rule": "hand",
        "evidence": [{"page": 1, "box": None, "quote": "1o7"}],
        "candidates": candidates,
    }
    vague = {"confidence": 0.3, "rule": "x", "evidence": []}
    return document(
        None, tasks=[task("rà soát")], findings={"/number/serial": serial, "/tasks/0": vague},
        problems=[{"code": "unsure", "at": "/number/serial", "message": "Số viết tay khó đọc."},
                  {"code": "low_quality", "at": "", "message": "Trang mờ."}],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "serial", "tasks", "left"),
    [
        ("2\ny\ny\n", "167", 1, 0),
        ("e\n711\ny\nd\n", "711", 0, 0),
        ("x\n\n\n\n", None, 1, 0),
        ("s\ns\ns\n", None, 1, 3),
        ("?\n1\nq\n", "107", 1, 2),
        ("", None, 1, 3),
    ],
)
def test_review_settles_each_with_a_key(desk: Desk, typed: str, serial: str | None, tasks: int, left: int) -> None:
    desk.ingest(desk.write("a.json", doubtful()))
    result = desk.run("review", typed=typed)
    assert result.exit_code == 0
    letter = desk.letters()[0]
    assert (letter.serial, sum(one.shown for one in desk.tasks()), letter.to_review) == (serial, tasks, left)


def test_review_shows_the_doubt_and_its_candidates(desk: Desk) -> None:
    desk.ingest(desk.write("a.json", doubtful()))
    output = desk.run("review", typed="q\n").stdout
    assert "Số (trang 1): Số viết tay khó đọc." in output
    assert "“1o7”" in output
    assert "[1] 107   [2] 167   [y] đã xem, để trống" in output


def test_status_counts_files_letters_and_tasks(desk: Desk) -> None:
    desk.write("a.json")
    desk.write("b.json", fails="encrypted")
    desk.ingest()
    rows = dict(line.split("\t") for line in desk.run("status").stdout.splitlines() if "\t" in line)
    assert (rows["Tổng số tệp đã nạp"], rows["Đã vào sổ"], rows["Cách ly"]) == ("2", "1", "1")
    assert (rows["Trong sổ"], rows["Chưa thực hiện"]) == ("1", "1")


SECRET = "Xuan#2026abc"


def test_a_password_is_masked_wherever_it_could_show(desk: Desk, tmp_path: Path) -> None:
    action = f"đăng nhập bằng mật khẩu: {SECRET}"
    quotes = [{"page": 1, "box": None, "quote": part} for part in ("đăng nhập bằng mật khẩu:", SECRET)]
    letter = document(
        subject=action,
        tasks=[task(action)],
        findings={"/tasks/0/action": {"confidence": 0.2, "rule": "x", "evidence": quotes}},
    )
    path = desk.write("a.json", letter, text=action)
    desk.ingest()
    outputs = [
        desk.run(*arguments)
        for arguments in (
            ["extract", path, "--jobs", "0"], ["letters"], ["letters", "--json"], ["tasks"], ["tasks", "--json"], ["show", "107"],
            ["show", "107", "--json"], ["review"], ["status"], ["letters", SECRET], ["export", "--format", "csv"],
            ["export", "--format", "ics"], ["export", "--format", "json", "--what", "letters"],
        )
    ]  # fmt: skip
    assert [SECRET in one.output for one in outputs] == [False] * len(outputs)
    assert "Không có văn bản nào." in outputs[9].stdout
    desk.run("export", "-o", tmp_path / "tasks.xlsx")
    from openpyxl import load_workbook

    cells = [cell.value for row in load_workbook(tmp_path / "tasks.xlsx").active.iter_rows() for cell in row]  # type: ignore[union-attr]
    assert not any(SECRET in str(cell) for cell in cells)
