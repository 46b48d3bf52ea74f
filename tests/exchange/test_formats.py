"""What other programs get: real dates, whole texts, and never a formula out of a letter."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from desk import Desk
from icalendar import Calendar
from letters import document, task
from openpyxl import load_workbook

from exchange.columns import Column
from exchange.csv import write_table
from exchange.wording import status_of
from exchange.xlsx import write_sheet
from models.tables import Task
from schemas.record import LetterRecord

RUNS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "\r=1", " =1", "\n=1"]
COLUMN: tuple[Column[str], ...] = (Column("Nội dung", lambda text: text, 20),)


@pytest.mark.parametrize("text", RUNS)
def test_a_sheet_keeps_a_text_that_looks_like_a_formula_as_text(text: str) -> None:
    out = io.BytesIO()
    write_sheet(out, "Sổ", COLUMN, [text])
    cell = load_workbook(out).active["A2"]  # type: ignore[index]
    assert cell.data_type == "s"
    assert cell.value.strip() == text.strip()


@pytest.mark.parametrize("text", RUNS)
def test_a_table_defuses_a_text_that_looks_like_a_formula(text: str) -> None:
    out = io.BytesIO()
    write_table(out, COLUMN, [text])
    rows = list(csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))
    assert rows[1][0] == f"'{text}"


def test_a_sheet_leaves_out_what_excel_cannot_hold() -> None:
    out = io.BytesIO()
    write_sheet(out, "Sổ", COLUMN, ["a\x00b\x0bc\ud800", "x" * 40_000])
    sheet = load_workbook(out).active
    assert sheet["A2"].value == "abc"  # type: ignore[index]
    assert len(sheet["A3"].value) == 32_767  # type: ignore[index]


def test_the_task_sheet_has_the_columns_of_the_register_and_real_dates(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"))
    book = load_workbook(io.BytesIO(desk.run("export", "--format", "xlsx").stdout_bytes))
    sheet = book.active
    assert sheet is not None
    headings = [cell.value for cell in sheet[1]]
    for heading in (
        "Số đến", "Tên loại, số, ký hiệu, ngày tháng, cơ quan ban hành", "Đơn vị hoặc người nhận", "Thời hạn giải quyết",
        "Tiến độ giải quyết", "Số, ký hiệu văn bản trả lời", "Ghi chú", "Chủ trì", "Phối hợp", "Báo cáo về",
    ):  # fmt: skip
        assert heading in headings
    row = dict(zip(headings, sheet[2], strict=True))
    assert row["Ngày hết hạn"].value == datetime(2026, 3, 20)
    assert row["Ngày hết hạn"].number_format == "DD/MM/YYYY"
    assert row["Chủ trì"].value == "Nơi nhận văn bản"
    assert sheet.freeze_panes == "A2"
    assert sheet[1][0].font.bold
    assert sheet.column_dimensions["D"].width == 60


def test_tables_begin_with_the_mark_that_excel_needs(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"))
    for what in ("tasks", "letters"):
        content = desk.run("export", "--format", "csv", "--what", what).stdout_bytes
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert len(rows) == 2
        assert len(rows[0]) == len(rows[1])
        assert any("107/SNV-TCCC" in cell for cell in rows[1])


def test_json_of_letters_is_the_record_with_decisions(desk: Desk) -> None:
    desk.ingest(desk.write("a.json"))
    desk.run("edit", "107", "subject", "rà soát biên chế")
    records = json.loads(desk.run("export", "--format", "json", "--what", "letters").stdout)
    record = LetterRecord.model_validate(records[0])
    assert record.documents[0].subject == "rà soát biên chế"
    assert record.source.name == "a.json"
    assert record.documents[0].findings["/subject"].rule == "decision"


def test_export_takes_what_the_query_selects_to_a_file(desk: Desk) -> None:
    desk.write("a.json", document("1"))
    desk.write("b.json", document("2", tasks=[task("dự họp")]))
    desk.ingest()
    target = desk.folder / "tasks.json"
    assert desk.run("export", "--format", "json", "--no-deadline", "-o", target).exit_code == 0
    assert [one["action"] for one in json.loads(target.read_text(encoding="utf-8"))] == ["dự họp"]
    assert [one.name for one in desk.folder.glob(".tasks*")] == []


def calendar_of(desk: Desk, *tasks: dict[str, object]) -> list[dict[str, object]]:
    desk.ingest(desk.write("a.json", document(tasks=list(tasks))))
    calendar = Calendar.from_ical(desk.run("export", "--format", "ics").stdout_bytes)
    return [dict(event) for event in calendar.walk("VEVENT")]


def deadline(**fields: object) -> dict[str, object]:
    return {"text": "x", "kind": "date", "bound": "by", "due": None, **fields}


def test_a_day_is_an_all_day_event_with_a_uid_that_stays(desk: Desk) -> None:
    (event,) = calendar_of(desk, task("lập danh sách", "2026-03-20"), task("dự họp"))
    assert event["DTSTART"].dt == date(2026, 3, 20)  # type: ignore[attr-defined]
    assert event["UID"] == f"{desk.tasks()[0].uid}@congvan"
    assert event["SUMMARY"] == "lập danh sách"


def test_an_hour_is_an_hour_in_vietnam(desk: Desk) -> None:
    (event,) = calendar_of(desk, task("dự họp", deadline=deadline(due="2026-03-20", time="14:00", bound="at")))
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2026, 3, 20, 7, tzinfo=UTC)  # type: ignore[attr-defined]


def test_a_recurrence_is_a_rule(desk: Desk) -> None:
    rule = "FREQ=MONTHLY;BYMONTHDAY=25"
    monthly = deadline(kind="recurring", due="2026-03-25", recurrence=rule)
    yearly = deadline(kind="recurring", recurrence="FREQ=YEARLY", bound=None)
    first, second = calendar_of(desk, task("báo cáo", deadline=monthly), task("sơ kết", deadline=yearly))
    assert first["RRULE"].to_ical().decode() == rule  # type: ignore[attr-defined]
    assert first["DTSTART"].dt == date(2026, 3, 25)  # type: ignore[attr-defined]
    assert second["DTSTART"].dt == date(2026, 3, 2)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("status", "done_on", "today", "words"),
    [
        ("not_started", None, date(2026, 3, 19), "Chưa thực hiện"),
        ("not_started", None, date(2026, 3, 20), "Chưa thực hiện (quá hạn)"),
        ("in_progress", None, date(2026, 3, 21), "Đang thực hiện (quá hạn)"),
        ("done", date(2026, 3, 19), date(2026, 4, 1), "Đã hoàn thành (đúng hạn)"),
        ("done", date(2026, 3, 20), date(2026, 4, 1), "Đã hoàn thành (quá hạn)"),
        ("returned", None, date(2026, 4, 1), "Trả lại"),
    ],
)
def test_status_says_done_and_late(status: str, done_on: date | None, today: date, words: str) -> None:
    row = Task(
        uid="x-1", letter_uid="x", head_uid="x", ordinal=1, position=0, record="", status=status, done_on=done_on,
        late_from=date(2026, 3, 20),
    )  # fmt: skip
    assert status_of(row, today) == words
