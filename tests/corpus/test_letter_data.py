"""The letters of the corpus: their gold says only what is printed in them, and says it by the contract."""

from __future__ import annotations

import calendar
import difflib
import re
from datetime import date, timedelta

import holidays
import pytest
from dateutil.rrule import rrulestr

from corpus.letter_data import (
    Letter,
    WrittenDeadline,
    WrittenDocument,
    WrittenTask,
    letters,
    marker_of,
)
from corpus.letter_gold import gold
from corpus.typesetter.typed import text_of

LETTERS = letters()
DOCUMENTS = [
    pytest.param(document, id=f"{letter.id}-{index}")
    for letter in LETTERS
    for index, document in enumerate(letter.documents)
]
NUMBER = re.compile(r"(?<![\w/.-])\d+[A-Za-z]?(?:/\d{4})?\s?[-/]\s?(?=[A-ZĐ]{2})[\wĐđ]+(?:[-/&][\wĐđ.]*\w)*")


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()


def printed(document: WrittenDocument) -> str:
    return folded(text_of(document))


def squeezed(number: str) -> str:
    return re.sub(r"[\s/-]", "", number).casefold()


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.id)
def test_gold_is_a_record_that_survives_being_written(letter: Letter) -> None:
    record = gold(letter)
    assert type(record).model_validate(record.plain()) == record


@pytest.mark.parametrize("document", DOCUMENTS)
def test_leads_and_receivers_stand_in_the_letter(document: WrittenDocument) -> None:
    text = printed(document)
    for task in document.tasks:
        receivers = task.report_to.split("; ") if task.report_to else []
        named = [*task.lead, *task.coordinating, *task.supervisor, *receivers]
        assert [name for name in named if not name.startswith("@") and folded(name) not in text] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_actions_are_the_words_of_the_letter(document: WrittenDocument) -> None:
    text = re.findall(r"\w+", printed(document))
    for task in document.tasks:
        words = re.findall(r"\w+", folded(task.action))
        blocks = difflib.SequenceMatcher(None, words, text, autojunk=False).get_matching_blocks()
        assert sum(block.size for block in blocks) == len(words), task.action
        assert max(block.size for block in blocks) >= 0.35 * len(words), task.action


@pytest.mark.parametrize("document", DOCUMENTS)
def test_deadlines_are_quoted(document: WrittenDocument) -> None:
    text = printed(document)
    quoted = [task.deadline.text for task in document.tasks if task.deadline]
    assert [quote for quote in quoted if folded(quote) not in text] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_references_are_the_numbers_in_the_text_in_order(document: WrittenDocument) -> None:
    own = {squeezed(f"{document.number.serial}{document.number.symbol}")} if document.number else set()
    own |= {squeezed(one) for one in NUMBER.findall("\n".join(document.copy_foot.left if document.copy_foot else ()))}
    found = dict.fromkeys(squeezed(one) for one in NUMBER.findall(text_of(document)))
    assert [squeezed(one.number) for one in document.references] == [one for one in found if one not in own]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_said_of_references_is_printed(document: WrittenDocument) -> None:
    text = printed(document)
    for one in document.references:
        if one.issued_on:
            day, month, year = one.issued_on.day, one.issued_on.month, one.issued_on.year
            assert re.search(rf"0?{day}(?:/|-| tháng )0?{month}(?:/|-| năm ){year}", text), one
        assert folded(one.issuer or "") in text


@pytest.mark.parametrize("document", DOCUMENTS)
def test_items_are_markers_of_the_body(document: WrittenDocument) -> None:
    markers = {(marker_of(block) or "").rstrip(".)") for block in document.body if isinstance(block, str)}
    others = " ".join(re.findall(r"\w+", printed(document)))
    for task in document.tasks:
        for part in re.sub(r"^Điều (\d+)", r"Điều_\1", task.item or "").split("."):
            part = part.replace("_", " ")
            assert part in markers or folded(part) in others, task.item


def last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def without_year(day: int, month: int, issued: date) -> date:
    """The contract's rule for a missing year."""
    near = date(issued.year, month, day)
    return near if near >= issued else date(issued.year + 1, month, day)


def last_named_day(text: str, issued: date) -> date | None:
    """The last day, or the last day of the last period, that a deadline of kind "date" names."""
    text = folded(text)
    full = re.findall(r"(\d{1,2})\s*(?:/|-|\.| tháng )\s*(\d{1,2})\s*(?:/|-|\.| năm )\s*(\d{4})", text)
    if full:
        day, month, year = map(int, full[-1])
        return date(year, month, day)
    if found := re.search(r"tháng (\d{1,2}) năm sau", text):
        return last_day(issued.year + 1, int(found[1]))
    if found := re.search(r"tháng (\d{1,2})(?:/| năm )(\d{4})", text):
        return last_day(int(found[2]), int(found[1]))
    if found := re.search(r"quý (i{1,3}|iv)(?:/| năm )(\d{4})", text):
        return last_day(int(found[2]), 3 * (["i", "ii", "iii", "iv"].index(found[1]) + 1))
    if found := re.search(r"quý (i{1,3}|iv)(?! ?[/\w]| năm)", text):
        month = 3 * (["i", "ii", "iii", "iv"].index(found[1]) + 1)
        return last_day(without_year(1, month, issued.replace(day=1)).year, month)
    if found := re.search(r"tháng (\d{1,2})(?! ?[/\d]| năm)", text):
        return last_day(without_year(1, int(found[1]), issued.replace(day=1)).year, int(found[1]))
    if found := re.search(r"năm (\d{4})", text):
        return date(int(found[1]), 12, 31)
    if found := re.search(r"(\d{1,2})/(\d{1,2})(?!/?\d)", text):
        return without_year(int(found[1]), int(found[2]), issued)
    return None


def after_working_days(start: date, days: int) -> date:
    off = holidays.country_holidays("VN", years=range(start.year, start.year + 2))
    day = start
    while days:
        day += timedelta(1)
        days -= day.weekday() < 5 and day not in off
    return day


def after_days(start: date, days: int) -> date:
    off = holidays.country_holidays("VN", years=range(start.year, start.year + 2))
    day = start + timedelta(days)
    while day.weekday() > 4 or day in off:
        day += timedelta(1)
    return day


def due_by_the_contract(deadline: WrittenDeadline, issued: date | None) -> date | None:
    if deadline.kind == "date":
        return last_named_day(deadline.text, issued or date.min)
    if deadline.kind == "recurring" and deadline.due:
        assert deadline.recurrence
        assert issued
        first = rrulestr(deadline.recurrence, dtstart=date_time(issued))[0]
        return date(first.year, first.month, first.day)
    if deadline.kind == "relative" and deadline.counted and deadline.counted.start:
        count = deadline.counted
        return (after_working_days if count.working else after_days)(deadline.counted.start, count.days)
    return None


def date_time(day: date):  # type: ignore[no-untyped-def]
    from datetime import datetime

    return datetime(day.year, day.month, day.day)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_due_days_follow_the_contract(document: WrittenDocument) -> None:
    issued = document.date.known if document.date else None
    for task in document.tasks:
        if task.deadline:
            assert task.deadline.due == due_by_the_contract(task.deadline, issued), task.deadline.text


BOUNDS = {
    "before": r"trước",
    "by": r"^\d|đến|đúng|chậm nhất|muộn nhất|không quá|đến hết|trong|đến ngày|vào|quý|tháng|ngay|hết|xong|từ ngày|năm|định kỳ",
    "at": r"giờ|\d+h|ngày|thứ",
}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_bounds_fit_the_words(document: WrittenDocument) -> None:
    for task in document.tasks:
        if task.deadline and task.deadline.bound:
            assert re.search(BOUNDS[task.deadline.bound], folded(task.deadline.text)), task.deadline


@pytest.mark.parametrize("document", DOCUMENTS)
def test_printed_times_are_said(document: WrittenDocument) -> None:
    def hour(task: WrittenTask) -> str | None:
        text = folded(task.deadline.text) if task.deadline and task.deadline.kind != "relative" else ""
        text = re.sub(r"cứ \d+ giờ|\d+ giờ một lần", "", text)  # how often, no hour of the day
        found = re.search(r"(\d{1,2})\s*(?:giờ|h(?![a-zà-ỹ]))\s*(\d{2})?(?=\D|$)", text)
        return f"{int(found[1]):02d}:{found[2] or '00'}" if found else None

    said = [task.deadline.time if task.deadline else None for task in document.tasks]
    assert said == [hour(task) for task in document.tasks]


def test_without_a_stamp_nothing_is_counted_from_the_day_of_receipt() -> None:
    letter = next(one for one in LETTERS if one.id == "so-thoi-han-tuong-doi")
    assert [task.deadline.due for task in letter.documents[0].tasks[:2] if task.deadline] == [
        date(2024, 11, 20),
        date(2024, 11, 28),
    ]
    sent = gold(letter.unstamped()).documents[0]
    assert sent.arrival is None
    assert [task.deadline.due for task in sent.tasks[:2] if task.deadline] == [None, None]


REQUIRED_KINDS = {
    "ministry", "province", "department", "district", "commune", "university", "company", "Party 2018", "Party 2026",
    "annex table of tasks", "several pages", "chỉ thị", "conclusions of a meeting", "quyết định", "urgent dispatch",
    "invitation", "asks for confirmation", "submission", "attached notice", "relative deadline", "recurring deadline",
    "arrival stamp", "urgency stamp", "secrecy stamp", "blank number", "blank day", "no task", "reply", "replacement",
    "extension",
}  # fmt: skip


def test_there_are_letters_of_every_kind() -> None:
    assert len(LETTERS) >= 40
    assert {kind for letter in LETTERS for kind in letter.kinds} >= REQUIRED_KINDS


def test_no_two_letters_share_a_paragraph() -> None:
    seen: dict[str, str] = {}
    for letter in LETTERS:
        for document in letter.documents:
            for block in document.body:
                if isinstance(block, str) and len(block) > 160:
                    assert seen.setdefault(block, letter.id) == letter.id
