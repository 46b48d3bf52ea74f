"""The letter's day held against its digital signature and its arrival."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.resolve import resolve
from pipeline.resolve.bounds import bounded
from schemas.evidence import Candidate, Evidence, Extracted
from schemas.extracted import ExtractedDocument, ExtractedHead
from schemas.knowledge import Knowledge
from schemas.record import Document, Source
from schemas.text import Page

SIGNED = date(2025, 3, 17)
TODAY = date(2026, 11, 22)


def march(day: int) -> date:
    return date(2025, 3, day)


def read(days: Mapping[date, float], value: date | None = None) -> Extracted[date | None]:
    """A date as it was read: its candidates, and the one that was taken (the likeliest by default)."""
    candidates = tuple(Candidate(day, sure) for day, sure in days.items())
    taken = value or max(days, key=lambda day: days[day], default=None)
    evidence = (Evidence(1, None, "ngày tháng 3 năm 2025"),)
    return Extracted(taken, days.get(taken, 0.2) if taken else 0.2, evidence, "slot-hand", candidates)


def test_of_two_readings_the_one_that_is_not_after_the_signature_stands() -> None:
    found = bounded(read({march(27): 0.6, march(17): 0.35}), SIGNED)
    assert found is not None
    assert found.value == march(17)
    assert found.confidence > 0.9
    assert [each.value for each in found.candidates] == [march(17)]


@pytest.mark.parametrize("days", [{march(14): 0.5, march(11): 0.4}, {march(14): 0.4}])
def test_readings_that_both_fit_and_readings_that_were_poor_stay_doubtful(days: dict[date, float]) -> None:
    found = bounded(read(days), SIGNED)
    assert found is not None
    assert found.confidence < 0.8


def test_a_day_long_before_gives_way_to_one_shortly_before() -> None:
    found = bounded(read({date(2025, 1, 10): 0.5, march(10): 0.4}), SIGNED)
    assert found is not None
    assert found.value == march(10)


@pytest.mark.parametrize(
    "found",
    [None, read({}), read({march(20): 0.5, march(25): 0.4}), read({march(20): 0.95}), replace(read({}), rule="blank")],
    ids=["no date", "nothing read", "nothing fits", "sure", "blank"],
)
def test_what_cannot_be_decided_is_left_as_it_was(found: Extracted[date | None] | None) -> None:
    assert bounded(found, SIGNED) == found


def test_without_a_bound_nothing_changes() -> None:
    found = read({march(27): 0.6, march(17): 0.35})
    assert bounded(found, None) == found


@given(st.dictionaries(st.integers(1, 31).map(march), st.floats(0.01, 0.3), max_size=5))
def test_only_days_that_were_read_are_given_and_confidences_are_shares(days: dict[date, float]) -> None:
    found = bounded(read(days), SIGNED)
    assert found is not None
    assert found.value is None or found.value in days
    if found.rule.endswith("before-bound"):
        assert found.value is not None
        assert found.value <= SIGNED
        assert sum(each.confidence for each in found.candidates) <= 1 + 1e-9


def record(issued: Extracted[date | None], arrived: Extracted[date | None] | None, signed: date | None) -> Document:
    head = ExtractedHead(issued_on=issued, arrival_date=arrived)
    page = Page(1, 595, 842, "ocr", (), signed_on=signed)
    source = Source(name="thu.pdf", sha256=None, pages=1, text="ocr")
    document = ExtractedDocument("letter", 1, 1, head, (), ())
    return resolve([document], source, Knowledge(TODAY), [page]).documents[0]


def test_signature_or_arrival_settle_the_day_in_the_record() -> None:
    doubtful = read({march(27): 0.6, march(17): 0.35})
    arrived = read({SIGNED + timedelta(days=1): 0.99})
    assert record(doubtful, None, None).issued_on is None
    assert record(doubtful, None, SIGNED).issued_on == march(17)
    assert record(doubtful, arrived, None).issued_on == march(17)


def test_a_sure_day_after_the_signature_is_put_before_a_person() -> None:
    letter = record(read({march(27): 0.99}), None, SIGNED)
    assert letter.issued_on is None
    assert letter.findings["/issued_on"].candidates[0].value == "2025-03-27"
    problem = next(each for each in letter.problems if each.at == "/issued_on")
    assert "ở sau ngày ký số 17/3/2025" in problem.message
