"""What a person says is kept, shown at once, and survives every new reading."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk
from letters import document, task
from sqlmodel import select

from models.tables import Decision, IngestItem, Letter, Reading, Task
from models.whole import shown_record, whole_letter
from pipeline.register.deciding import Subject, add_task, confirm, decide, delete_task
from pipeline.register.ledger import wait_again
from pipeline.register.originals import place_of
from pipeline.register.reviewing import next_to_review, settle_with
from schemas.errors import UsageError


def read_again(desk: Desk, *documents: dict[str, Any], version: str = "2") -> None:
    """The same file, which a newer reader reads as ``documents``."""
    item = desk.items()[0]
    place = place_of(desk.register.originals, item.sha256 or "")
    told = desk.write("newer.json", *documents, version=version).read_bytes()
    place.write_bytes(told)
    with desk.register.writing() as session:
        row = session.get(IngestItem, item.id)
        assert row is not None
        wait_again(session, row)
    desk.work()


def only_letter(session: Any) -> Letter:
    return session.exec(select(Letter)).one()


def test_a_correction_is_shown_searched_and_kept_after_reading_again(desk: Desk) -> None:
    desk.write("a.json")
    desk.ingest()
    with desk.register.writing() as session:
        decide(session, Subject(only_letter(session)), "/number/serial", "701", "Lan")
    read_again(desk, document("107", subject="rà soát lại"))
    letter = desk.letters()[0]
    assert (letter.serial, letter.subject) == ("701", "rà soát lại")
    assert "701/SNV-TCCC" in desk.run("letters", "701snv").output
    with desk.register.reading() as session:
        assert len(session.exec(select(Reading)).all()) == 2
        assert shown_record(session, letter.sha256).documents[0].number.serial == "701"  # type: ignore[union-attr]


def test_the_latest_word_counts_and_the_earlier_ones_stay(desk: Desk) -> None:
    desk.write("a.json")
    desk.ingest()
    with desk.register.writing() as session:
        for serial, by in (("1", "Lan"), ("2", "Minh")):
            decide(session, Subject(only_letter(session)), "/number/serial", serial, by)
    with desk.register.reading() as session:
        said = [(one.value, one.by) for one in session.exec(select(Decision).order_by(Decision.id))]
    assert desk.letters()[0].serial == "2"
    assert said == [('"1"', "Lan"), ('"2"', "Minh")]


def test_a_value_the_record_cannot_hold_is_refused_and_nothing_written(desk: Desk) -> None:
    desk.write("a.json")
    desk.ingest()
    with pytest.raises(UsageError, match="document_type"), desk.register.writing() as session:
        decide(session, Subject(only_letter(session)), "/document_type", "thư tình", "Lan")
    with desk.register.reading() as session:
        assert session.exec(select(Decision)).all() == []
    assert desk.letters()[0].document_type == "CV"


def test_uids_of_tasks_go_on_when_the_letter_is_read_again(desk: Desk) -> None:
    desk.write("a.json", document(tasks=[task("lập danh sách"), task("tổ chức hội nghị")]))
    desk.ingest()
    before = {one.action: one.uid for one in desk.tasks()}
    read_again(desk, document(tasks=[task("họp giao ban"), task("tổ chức hội nghị tổng kết"), task("lập danh sách")]))
    after = {one.action: one.uid for one in desk.tasks()}
    assert after["lập danh sách"] == before["lập danh sách"]
    assert after["tổ chức hội nghị tổng kết"] == before["tổ chức hội nghị"]
    assert after["họp giao ban"] not in before.values()


def test_a_task_with_a_status_is_never_lost(desk: Desk) -> None:
    desk.write("a.json", document(tasks=[task("lập danh sách"), task("tổ chức hội nghị")]))
    desk.ingest()
    with desk.register.writing() as session:
        for row in session.exec(select(Task).where(Task.action == "lập danh sách")):
            decide(session, Subject(only_letter(session), row), "/status", "in_progress", "Lan")
    read_again(desk, document(tasks=[]))
    assert [(one.action, one.no_longer_read, one.shown) for one in desk.tasks()] == [
        ("lập danh sách", True, True),
        ("tổ chức hội nghị", True, False),
    ]
    assert "lập danh sách" in desk.run("tasks").output
    assert "không còn thấy" in desk.run("show", "107/SNV-TCCC").output


def test_a_task_read_again_after_it_was_lost_goes_on(desk: Desk) -> None:
    desk.write("a.json")
    desk.ingest()
    uid = desk.tasks()[0].uid
    read_again(desk, document(tasks=[]))
    read_again(desk, document(), version="3")
    assert [(one.uid, one.no_longer_read, one.shown) for one in desk.tasks()] == [(uid, False, True)]


def test_deleted_and_added_tasks_stay_so_after_reading_again(desk: Desk) -> None:
    desk.write("a.json")
    desk.ingest()
    with desk.register.writing() as session:
        letter = only_letter(session)
        delete_task(session, Subject(letter, session.exec(select(Task)).one()), "Lan")
        add_task(session, letter, "nộp hồ sơ", "Lan")
    read_again(desk, document())
    with desk.register.reading() as session:
        whole = whole_letter(session, only_letter(session))
    assert [one.action for one in whole.document.tasks] == ["nộp hồ sơ"]
    assert [one.action for one in desk.tasks() if one.shown] == ["nộp hồ sơ"]


def test_a_due_day_that_a_person_gives_makes_a_deadline(desk: Desk) -> None:
    desk.write("a.json", document(tasks=[task("lập danh sách")]))
    desk.ingest()
    with desk.register.writing() as session:
        subject = Subject(only_letter(session), session.exec(select(Task)).one())
        decide(session, subject, "/deadline/due", "2026-04-01", "Lan")
    row = desk.tasks()[0]
    assert (str(row.due), row.bound, str(row.late_from)) == ("2026-04-01", "by", "2026-04-02")
    assert row.derivation == "Ngày do người dùng ghi."


def test_a_day_given_to_an_order_to_act_at_once_makes_it_a_deadline(desk: Desk) -> None:
    at_once = {"text": "khẩn trương", "kind": "immediate", "bound": None, "due": None}
    desk.write("a.json", document(tasks=[task("lập danh sách", deadline=at_once)]))
    desk.ingest()
    with desk.register.writing() as session:
        subject = Subject(only_letter(session), session.exec(select(Task)).one())
        decide(session, subject, "/deadline/due", "2026-04-01", "Lan")
    assert [(row.kind, row.bound, row.deadline_text) for row in desk.tasks()] == [("date", "by", "khẩn trương")]


def test_a_letter_no_longer_read_takes_its_tasks_along(desk: Desk) -> None:
    desk.write(
        "a.json", document("1", tasks=[task("việc một")]), document("2", tasks=[task("việc hai"), task("việc ba")])
    )
    desk.ingest()
    kept = next(row.uid for row in desk.tasks() if row.action == "việc ba")
    desk.run("set", kept, "--status", "in_progress")
    read_again(desk, document("1", tasks=[task("việc một")]))
    assert sorted(row.action for row in desk.tasks() if row.shown) == ["việc ba", "việc một"]
    assert [letter.serial for letter in desk.letters() if letter.no_longer_read] == ["2"]


def unsure(serial: str | None, *candidates: str) -> dict[str, Any]:
    """A letter whose serial is in doubt."""
    listed = [{"value": one, "confidence": 0.4} for one in candidates]
    finding = {"confidence": 0.4, "rule": "hand", "evidence": [], "candidates": listed}
    return document(serial, findings={"/number/serial": finding}, problems=[{
        "code": "unsure", "at": "/number/serial", "message": "Số viết tay khó đọc.", "page": 1,
    }])  # fmt: skip


def test_confirming_settles_the_problem_and_only_that(desk: Desk) -> None:
    letter = unsure(None, "107", "167")
    letter["problems"].append({"code": "missing", "at": "/issued_on", "message": "Không có ngày."})
    desk.write("a.json", letter)
    desk.ingest()
    assert desk.letters()[0].to_review == 2
    with desk.register.writing() as session:
        confirm(session, Subject(only_letter(session)), "/number/serial", "Lan")
    assert desk.letters()[0].to_review == 1
    assert desk.letters()[0].serial is None


def test_a_doubtful_value_without_a_problem_is_an_open_point(desk: Desk) -> None:
    letter = unsure("107")
    letter["problems"] = []
    desk.write("a.json", letter)
    desk.ingest()
    assert desk.letters()[0].to_review == 1


def test_settling_an_entry_of_a_list_leaves_the_others(desk: Desk) -> None:
    finding = {"confidence": 0.3, "rule": "x", "evidence": [], "candidates": [{"value": "Sở Y tế", "confidence": 0.3}]}
    desk.write("a.json", document(addressees=["Sở Nội vụ", "Sở Y tê"], findings={"/addressees/1": finding}))
    desk.ingest()
    with desk.register.writing() as session:
        open_one = next_to_review(session, set(), None)
        assert open_one is not None
        settle_with(session, open_one, "Sở Y tế", "Lan")
    assert desk.letters()[0].addressees == "Sở Nội vụ; Sở Y tế"
    assert desk.letters()[0].to_review == 0


def test_two_letters_in_one_file_keep_their_uids_when_their_order_changes(desk: Desk) -> None:
    desk.write("a.json", document("1", tasks=[]), document("2", tasks=[]))
    desk.ingest()
    before = {one.serial: one.uid for one in desk.letters()}
    read_again(desk, document("2", tasks=[]), document("1", tasks=[]))
    assert {one.serial: one.uid for one in desk.letters()} == before


def test_an_attachment_travels_with_the_letter_before_it(desk: Desk) -> None:
    attachment = document("5", role="attachment", subject="đề cương báo cáo", tasks=[task("điền biểu mẫu")])
    desk.write("a.json", document("1"), attachment, document("2", tasks=[]))
    desk.ingest()
    heads = {one.serial: one.head_uid for one in desk.letters()}
    uids = {one.serial: one.uid for one in desk.letters()}
    assert heads == {"1": uids["1"], "5": uids["1"], "2": uids["2"]}
    assert "1/SNV-TCCC" in desk.run("letters", "đề cương").output
