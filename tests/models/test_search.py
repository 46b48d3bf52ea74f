"""What is found, in which order, and that nothing typed can break the search."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desk import Desk, new_desk
from hypothesis import given, settings
from hypothesis import strategies as st
from letters import document, task

from models.letter_search import LetterFilter, find_by_name, find_letters
from models.task_search import TaskFilter, find_tasks

LETTERS = (
    document("12", issued_on="2026-01-05", subject="rà soát vị trí việc làm", tasks=[task("nộp danh sách", "2026-03-20")]),
    document(
        "13", issued_on="2026-02-05", subject="tổ chức hội nghị", urgency="KHẨN", issuer="UBND PHƯỜNG HÒA AN",
        tasks=[task("nộp báo cáo", "2026-02-20", lead=["Sở Y tế"], coordinating=["Công an tỉnh"]), task("dự hội nghị")],
    ),
    document("788", number={"serial": "788", "symbol": "CV/BCSĐ"}, issued_on=None, subject="phân công", tasks=[],
             document_type="KH"),
)  # fmt: skip


@pytest.fixture(scope="module")
def office(shared_desk: Desk) -> Desk:
    texts = ("Hội nghị ngày mai", "Thực hiện Công văn số 12 /SNV-TCCC", "vị trí việc làm ở phường Hoà An")
    for number, (letter, text) in enumerate(zip(LETTERS, texts, strict=True)):
        shared_desk.write(f"{number}.json", letter, text=text)
    shared_desk.ingest()
    return shared_desk


def found(desk: Desk, query: object = "", **others: object) -> list[str | None]:
    with desk.register.reading() as session:
        return [letter.serial for letter in find_letters(session, LetterFilter(query, **others))]  # type: ignore[arg-type]


def tasks_found(desk: Desk, query: str = "", **others: object) -> list[str]:
    with desk.register.reading() as session:
        return [one.task.action for one in find_tasks(session, TaskFilter(query, **others))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "serials"),
    [
        ("", ["13", "12", "788"]),
        ("   ", ["13", "12", "788"]),
        ("12/SNV-TCCC", ["12", "13"]),
        ("12snvtccc", ["12", "13"]),
        ("12 snv tccc", ["12", "13"]),
        ("12snv", ["12", "13"]),
        ("788-CV/BCSĐ", ["788"]),
        ("788 - cv/bcsd", ["788"]),
        ("hoi nghi", ["13", "12"]),
        ("HỘI NGHỊ", ["13", "12"]),
        ('"nghị hội"', []),
        ('"vị trí việc làm"', ["12", "788"]),
        ("vi tri viec lam", ["12", "788"]),
        ("hòa an", ["13", "788"]),
        ("hoà an", ["13", "788"]),
        ("ủy ban nhân dân phường", ["13", "12", "788"]),
        ('"ủy ban nhân dân phường"', ["13"]),
        ('"UBND phường"', ["13"]),
        ("nop danh sach", ["12"]),
        ("ngh*", ["13", "12"]),
        ("ngh", []),
        ("hội nghị 13", ["13"]),
        ("?!", []),
        ("khongcotu", []),
    ],
)
def test_letters_found_in_order(office: Desk, query: str, serials: list[str]) -> None:
    assert found(office, query) == serials


@pytest.mark.parametrize(
    ("filters", "serials"),
    [
        ({"issuer": "hoa an"}, ["13"]),
        ({"issuer": "òa"}, []),
        ({"query": "13", "issuer": "hoa an"}, ["13"]),
        ({"query": "12", "issuer": "hoa an"}, ["13"]),
        ({"query": "12/SNV-TCCC", "issuer": "sở nội vụ"}, ["12"]),
        ({"document_type": "KH"}, ["788"]),
        ({"since": date(2026, 2, 1)}, ["13"]),
        ({"until": date(2026, 1, 5)}, ["12"]),
        ({"urgency": "KHẨN"}, ["13"]),
        ({"to_review": True}, []),
        ({"limit": 1}, ["13"]),
        ({"limit": 1, "offset": 1}, ["12"]),
    ],
)
def test_letters_narrowed(office: Desk, filters: dict[str, object], serials: list[str]) -> None:
    assert found(office, **filters) == serials


@pytest.mark.parametrize(
    ("query", "filters", "actions"),
    [
        ("", {}, ["nộp báo cáo", "nộp danh sách", "dự hội nghị"]),
        ("nộp", {}, ["nộp báo cáo", "nộp danh sách"]),
        ("12/SNV-TCCC", {}, ["nộp danh sách"]),
        ("hội nghị báo cáo", {}, ["nộp báo cáo"]),
        ("?!", {}, []),
        ("", {"lead": "so y te"}, ["nộp báo cáo", "nộp danh sách", "dự hội nghị"]),
        ("", {"lead": "xã, phường"}, ["nộp danh sách", "dự hội nghị"]),
        ("", {"coordinating": "công an"}, ["nộp báo cáo"]),
        ("", {"issuer": "sở nội vụ"}, ["nộp danh sách"]),
        ("", {"due_before": date(2026, 2, 20)}, ["nộp báo cáo"]),
        ("", {"due_after": date(2026, 2, 21)}, ["nộp danh sách"]),
        ("", {"overdue_on": date(2026, 2, 20)}, ["nộp báo cáo"]),
        ("", {"overdue_on": date(2026, 2, 19)}, []),
        ("", {"no_deadline": True}, ["dự hội nghị"]),
        ("", {"status": "done"}, []),
    ],
)
def test_tasks_found_by_due_day(office: Desk, query: str, filters: dict[str, object], actions: list[str]) -> None:
    assert tasks_found(office, query, **filters) == actions


@settings(deadline=None)
@given(query=st.text(max_size=60))
def test_nothing_typed_breaks_the_search(office: Desk, query: str) -> None:
    assert len(found(office, query)) <= 3
    tasks_found(office, query)


@pytest.mark.parametrize(
    "typed", ['"', "'", '" OR 1=1 --', "NEAR(a b)", "a AND", "col:x", "*", "^a", "(", "\x00", "-", "{a}"]
)
def test_the_engine_never_sees_what_was_typed(office: Desk, typed: str) -> None:
    found(office, typed)
    tasks_found(office, typed)


@pytest.mark.parametrize("name", ["13", "13/SNV-TCCC", "13 / snv-tccc", "13snvtccc"])
def test_a_letter_is_found_by_what_it_is_called(office: Desk, name: str) -> None:
    with office.register.reading() as session:
        letters = find_by_name(session, name)
        assert [letter.serial for letter in letters] == ["13"]
        assert find_by_name(session, letters[0].uid[:5]) == letters


def test_search_text_of_a_deleted_task_is_gone(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    desk.write("a.json", LETTERS[0])
    desk.ingest()
    uid = desk.tasks()[0].uid
    assert found(desk, "nộp danh sách") == ["12"]
    desk.run("edit", uid, "--delete")
    assert found(desk, "nộp danh sách") == []
