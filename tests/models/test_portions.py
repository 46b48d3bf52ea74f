"""Pages of hits are the whole list in pieces, however the words are spread over it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from desk import Desk
from letters import document, task

from models import portions
from models.letter_search import LetterFilter, find_letters
from models.task_search import TaskFilter, find_tasks

LETTERS = 40


@pytest.fixture(scope="module")
def office(shared_desk: Desk) -> Desk:
    """Every letter has "chung", every third "ba", every tenth "mười"; one has "riêng", at the far end of the list."""
    for number in range(LETTERS):
        words = ["chung", *(["ba"] if number % 3 == 0 else []), *(["mười"] if number % 10 == 0 else [])]
        words += ["riêng"] if number == 1 else []
        day = date(2026, 1, 1) + timedelta(days=number // 2)
        lead = "Sở Y tế" if number % 4 else "Sở Nội vụ"
        tasks = [task(" ".join(["làm", *words]), (day + timedelta(days=30)).isoformat(), lead=[lead])]
        shared_desk.write(f"{number}.json", document(str(number + 1), issued_on=day.isoformat(), tasks=tasks))
    shared_desk.ingest()
    return shared_desk


@pytest.fixture(params=[(1, 0), (3, 1), (400, 8)])
def portion(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "FIRST_PORTION", request.param[0])
    monkeypatch.setattr(portions, "RARE", request.param[1])


@pytest.mark.usefixtures("portion")
@pytest.mark.parametrize(
    ("query", "others", "count"),
    [
        ("chung", {}, 40),
        ("ba", {}, 14),
        ("mười", {}, 4),
        ("riêng", {}, 1),
        ("không có", {}, 0),
        ("chung", {"issuer": "sở nội vụ"}, 40),
        ("ba", {"since": date(2026, 1, 10)}, 8),
        ("", {"issuer": "nội vụ"}, 40),
        ('"chung ba"', {}, 14),
        ('"chung ba mười"', {}, 2),
        ('"chung mười" chung', {"issuer": "nội vụ"}, 2),
        ('"ba chung"', {}, 0),
        ('"chung ba m*"', {}, 0),
        ("chu* ri*", {}, 1),
        ("chung* 2/SNV-TCCC", {"issuer": "nội vụ"}, 1),
    ],
)
@pytest.mark.parametrize("size", [6, 100])
def test_pages_of_letters(office: Desk, query: str, others: dict[str, Any], count: int, size: int) -> None:
    with office.register.reading() as session:
        whole = [one.serial for one in find_letters(session, LetterFilter(query, **others))]
        paged: list[str | None] = []
        while page := find_letters(session, LetterFilter(query, limit=size, offset=len(paged), **others)):
            paged += [one.serial for one in page]
    assert len(whole) == count
    assert paged == whole


@pytest.mark.usefixtures("portion")
@pytest.mark.parametrize(
    ("query", "others", "count"),
    [
        ("chung", {}, 40),
        ("ba", {"lead": "sở y tế"}, 10),
        ("riêng", {}, 1),
        ('"làm chung ba"', {"lead": "sở y tế"}, 10),
        ('"chung mười"', {}, 2),
        ('"mười chung"', {}, 0),
        ("", {"lead": "nội vụ"}, 10),
        ("chung", {"due_after": date(2026, 2, 10), "due_before": date(2026, 2, 12)}, 6),
        ("chung", {"overdue_on": date(2026, 2, 5)}, 12),
        ("chung", {"no_deadline": True}, 0),
    ],
)
@pytest.mark.parametrize("size", [6, 100])
def test_pages_of_tasks(office: Desk, query: str, others: dict[str, Any], count: int, size: int) -> None:
    with office.register.reading() as session:
        whole = [one.task.uid for one in find_tasks(session, TaskFilter(query, **others))]
        paged: list[str] = []
        while page := find_tasks(session, TaskFilter(query, limit=size, offset=len(paged), **others)):
            paged += [one.task.uid for one in page]
    assert len(whole) == count
    assert paged == whole
