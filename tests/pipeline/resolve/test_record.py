"""What may stand in the record, what is held back, and what a person is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from corpus.calendar import working_calendar
from pipeline.language.deadlines import find_deadlines
from pipeline.resolve import resolve
from schemas.deadline import DeadlinePhrase
from schemas.document import Role
from schemas.evidence import Candidate, Evidence, Extracted
from schemas.extracted import ExtractedDocument, ExtractedHead, ExtractedTask
from schemas.geometry import Box
from schemas.knowledge import Knowledge
from schemas.record import Document, LetterRecord, Recipient, Reference, Source
from schemas.text import Page, Word

T = TypeVar("T")
TODAY = date(2026, 11, 22)
SOURCE = Source(name="thu.pdf", sha256=None, pages=1, text="ocr")


def claim(value: T, confidence: float = 0.999, rule: str = "test", candidates: Sequence[object] = ()) -> Extracted[T]:
    evidence = (Evidence(1, Box(10.04, 20.06, 30.123, 40), str(value)),) if value is not None else ()
    return Extracted(value, confidence, evidence, rule, tuple(Candidate(each, 0.4) for each in candidates))


def letter_head() -> ExtractedHead:
    return ExtractedHead(
        document_type=claim("CV"),
        issuer=claim("SỞ Y TẾ"),
        serial=claim("15"),
        symbol=claim("SYT-NVY"),
        place=claim("An Phú"),
        issued_on=claim(date(2025, 3, 10)),
        subject=claim("báo cáo kết quả"),
        addressees=(claim("Giám đốc các bệnh viện"),),
        signer_name=claim("Nguyễn Văn Bình"),
    )


def task(deadline: str | None = None, confidence: float = 0.99, sure: float = 0.99) -> ExtractedTask:
    phrase: Extracted[DeadlinePhrase] | None = None
    if deadline is not None:
        phrase = replace(claim(find_deadlines(deadline)[0]), confidence=sure)
    return ExtractedTask("1", claim("báo cáo"), (claim("@addressees"),), (), (), None, phrase, confidence, "order")


def resolved(
    head: ExtractedHead, *tasks: ExtractedTask, role: Role = "letter", references: Sequence[Reference] = ()
) -> Document:
    named = tuple(claim(reference) for reference in references)
    return record(ExtractedDocument(role, 1, 2, head, named, tasks)).documents[0]


def record(*documents: ExtractedDocument, pages: Sequence[Page] = ()) -> LetterRecord:
    return resolve(documents, SOURCE, Knowledge(TODAY, working_calendar()), pages)


def problems(document: Document) -> list[tuple[str, str]]:
    return [(problem.code.value, problem.at) for problem in document.problems]


def test_a_sure_letter_has_its_values_and_no_problem() -> None:
    document = resolved(letter_head(), task("trước ngày 20/3/2025"))
    assert problems(document) == []
    assert document.number is not None
    assert (document.number.serial, document.number.symbol) == ("15", "SYT-NVY")
    assert document.issued_on == date(2025, 3, 10)
    assert document.tasks[0].deadline is not None
    assert document.tasks[0].deadline.due == date(2025, 3, 20)
    assert document.pages == (1, 2)


def test_every_value_has_a_finding_with_a_rounded_box() -> None:
    document = resolved(letter_head(), task("trước ngày 20/3/2025"))
    places = {
        "/number/serial",
        "/issued_on",
        "/issuer",
        "/addressees/0",
        "/signatory/name",
        "/tasks/0/action",
        "/tasks/0/lead/0",
        "/tasks/0/deadline",
    }
    assert places <= set(document.findings)
    assert document.findings["/issuer"].evidence[0].box == (10.0, 20.1, 30.1, 40.0)


def test_an_unsure_serial_is_held_back_with_its_candidates() -> None:
    document = resolved(replace(letter_head(), serial=claim("15", 0.7, candidates=("16",))))
    assert document.number is not None
    assert document.number.serial is None
    assert [each.value for each in document.findings["/number/serial"].candidates] == ["15", "16"]
    assert problems(document) == [("unsure", "/number/serial")]


def test_an_unsure_text_stands_with_a_problem() -> None:
    document = resolved(replace(letter_head(), subject=claim("báo cáo kết qủa", 0.4)))
    assert document.subject == "báo cáo kết qủa"
    assert problems(document) == [("unsure", "/subject")]
    assert document.problems[0].page == 1
    assert document.problems[0].box == (10.0, 20.1, 30.1, 40.0)


def test_a_blank_serial_is_told_apart_from_an_unread_one() -> None:
    blank = resolved(replace(letter_head(), serial=claim(None, rule="blank")))
    unread = resolved(replace(letter_head(), serial=claim(None, 0.2, "unreadable", candidates=("1",))))
    gone = resolved(replace(letter_head(), serial=claim(None, 0.2, "unread-or-blank")))
    assert [problems(each) for each in (blank, unread, gone)] == [
        [("blank", "/number/serial")],
        [("unsure", "/number/serial")],
        [("missing", "/number/serial")],
    ]


def test_a_letter_without_heading_lacks_what_a_letter_should_have() -> None:
    lacking = {at for code, at in problems(resolved(ExtractedHead())) if code == "missing"}
    assert lacking == {
        "/document_type",
        "/issuer",
        "/number/serial",
        "/place",
        "/issued_on",
        "/subject",
        "/signatory/name",
    }


def test_an_attachment_need_not_have_a_heading() -> None:
    document = resolved(ExtractedHead(), role="attachment")
    assert problems(document) == []
    assert document.number is None
    assert document.signatory is None
    assert document.arrival is None


def test_an_invitation_needs_no_subject() -> None:
    document = resolved(replace(letter_head(), document_type=claim("GM"), subject=None))
    assert problems(document) == []


def test_a_day_to_come_is_held_back() -> None:
    document = resolved(replace(letter_head(), issued_on=claim(date(2027, 3, 10))))
    assert document.issued_on is None
    assert problems(document) == [("impossible", "/issued_on")]
    assert document.findings["/issued_on"].candidates[0].value == "2027-03-10"


def test_of_arrival_before_issue_the_less_sure_day_is_held_back() -> None:
    head = replace(letter_head(), arrival_number=claim("452"), arrival_date=claim(date(2025, 3, 1), 0.92))
    document = resolved(head)
    assert document.issued_on == date(2025, 3, 10)
    assert document.arrival is not None
    assert (document.arrival.number, document.arrival.date) == ("452", None)
    assert problems(document) == [("conflict", "/arrival/date")]
    other = resolved(replace(head, issued_on=claim(date(2025, 3, 10), 0.9), arrival_date=claim(date(2025, 3, 1), 0.99)))
    assert other.issued_on is None
    assert other.arrival is not None
    assert other.arrival.date == date(2025, 3, 1)


def test_a_reference_of_a_later_day_is_reported() -> None:
    later = Reference(number="9/KH-SYT", issued_on=date(2025, 4, 1))
    assert problems(resolved(letter_head(), references=(later,))) == [("conflict", "/references/0")]


def test_a_symbol_of_another_type_is_reported() -> None:
    assert problems(resolved(replace(letter_head(), symbol=claim("KH-SYT")))) == [("conflict", "/document_type")]
    assert problems(resolved(replace(letter_head(), symbol=claim("2025/QĐ-SYT"), document_type=claim("QĐ")))) == []


def test_a_deadline_that_cannot_be_told_says_why() -> None:
    document = resolved(letter_head(), task("trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này"))
    assert problems(document) == [("unresolved_deadline", "/tasks/0/deadline")]
    assert document.tasks[0].deadline is not None
    assert document.tasks[0].deadline.due is None
    assert "chưa có ngày đến" in str(document.tasks[0].deadline.derivation)


def test_a_deadline_of_an_event_is_no_problem() -> None:
    assert problems(resolved(letter_head(), task("ngay sau khi kết thúc hội nghị"), task("khẩn trương"))) == []


def test_a_deadline_before_the_letter_is_reported() -> None:
    assert problems(resolved(letter_head(), task("trước ngày 01/3/2025"))) == [("conflict", "/tasks/0/deadline")]


def test_an_unsure_task_and_an_unsure_deadline_are_told_once_each() -> None:
    document = resolved(letter_head(), task("trước ngày 20/3/2025", confidence=0.4, sure=0.3))
    assert problems(document) == [("unsure", "/tasks/0"), ("unsure", "/tasks/0/deadline")]


def test_an_attachment_counts_from_the_letter_it_came_with() -> None:
    letter = ExtractedDocument("letter", 1, 1, letter_head(), (), ())
    attachment = ExtractedDocument("attachment", 2, 2, ExtractedHead(), (), (task("trước ngày 20/3"),))
    deadline = record(letter, attachment).documents[1].tasks[0].deadline
    assert deadline is not None
    assert deadline.due == date(2025, 3, 20)


def due_with(issued: Extracted[date | None], deadline: str) -> date | None:
    found = resolved(replace(letter_head(), issued_on=issued), task(deadline)).tasks[0].deadline
    assert found is not None
    return found.due


def test_an_unsure_day_of_issue_still_gives_the_year_when_no_candidate_gives_another() -> None:
    unsure = claim(date(2025, 3, 10), 0.5, candidates=("2025-03-16",))
    assert due_with(unsure, "trước ngày 20/3") == date(2025, 3, 20)
    assert due_with(unsure, "trước ngày 12/3") == date(2025, 3, 12)
    assert due_with(claim(date(2025, 3, 10), 0.5, candidates=("2024-03-10",)), "trước ngày 20/3") is None


def test_a_dateline_without_its_day_still_gives_the_year() -> None:
    for quote, deadline, due in (
        ("ngày … tháng 12 năm 2025", "trước ngày 15/01", date(2026, 1, 15)),
        ("ngày … tháng … năm 2025", "trước ngày 15/12", date(2025, 12, 15)),
        ("ngày … tháng … năm 2025", "trước ngày 15/3", None),
        ("ngày … tháng", "trước ngày 15/3", None),
    ):
        unread: Extracted[date | None] = Extracted(None, 0.2, (Evidence(1, None, quote),), "unreadable")
        assert due_with(unread, deadline) == due


def test_lists_keep_their_order_and_purpose() -> None:
    head = replace(
        letter_head(),
        distribution=(claim(Recipient(name="Như trên")), claim(Recipient(name="UBND tỉnh", purpose="để b/c"))),
    )
    assert resolved(head).distribution == (Recipient(name="Như trên"), Recipient(name="UBND tỉnh", purpose="để b/c"))


def test_a_type_the_record_does_not_know_is_left_out() -> None:
    assert resolved(replace(letter_head(), document_type=claim("NĐ"))).document_type is None


LETTER = ExtractedDocument("letter", 1, 1, letter_head(), (), ())


def test_a_file_without_any_document_says_so() -> None:
    found = record()
    assert found.documents == ()
    assert [problem.code.value for problem in found.problems] == ["unreadable_file"]


def page(*lines: str, trouble: str | None = None, confidence: float = 0.9) -> Page:
    words = [
        Word(word, Box(0, 10.0 * number, 20, 10.0 * number + 8), confidence, line=number)
        for number, line in enumerate(lines)
        for word in line.split()
    ]
    return Page(1, 595, 842, "ocr", tuple(words), trouble=trouble)


def test_pages_tell_their_trouble() -> None:
    pages = (page(trouble="quá thời gian"), page(), page("mờ quá", confidence=0.2), page("đọc tốt"))
    found = record(LETTER, pages=pages)
    assert [problem.code.value for problem in found.problems] == ["unreadable_page", "blank_page", "low_quality"]


def test_a_password_is_reported_where_it_stands_and_never_repeated() -> None:
    found = record(LETTER, pages=(page("Kính gửi: các đơn vị", "Mật khẩu: ViDu#123"),))
    assert [(problem.code.value, problem.page, problem.box) for problem in found.problems] == [
        ("secret_in_text", 1, (0.0, 10.0, 20.0, 18.0))
    ]
    assert "ViDu" not in found.to_json()


def test_a_password_on_the_line_behind_its_label_is_found() -> None:
    found = record(LETTER, pages=(page("Mật khẩu:", "ViDu#123 dùng chung"),))
    assert [(problem.code.value, problem.box) for problem in found.problems] == [
        ("secret_in_text", (0.0, 10.0, 20.0, 18.0))
    ]


def test_the_record_survives_json() -> None:
    made = record(ExtractedDocument("letter", 1, 1, letter_head(), (), (task("trước ngày 25 hằng tháng"),)))
    assert LetterRecord.model_validate_json(made.to_json()) == made
