"""One number a row says the order of lists: that of days, hours, letters and ordinals, in any database."""

from __future__ import annotations

from datetime import date

from desk import Desk
from hypothesis import given
from hypothesis import strategies as st
from letters import document, task

from models.ordering import LETTERS_A_DAY, TASKS_A_DAY, first_letter_key, first_task_key, letter_key, task_key

DAYS = st.none() | st.dates(date(1800, 1, 1), date(2158, 1, 1))
HOURS = st.none() | st.times().map(lambda time: time.strftime("%H:%M"))
UIDS = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=9, max_size=9)


@given(st.tuples(DAYS, UIDS), st.tuples(DAYS, UIDS))
def test_letters_newest_first_then_by_uid(one: tuple[date | None, str], other: tuple[date | None, str]) -> None:
    def place(letter: tuple[date | None, str]) -> tuple[int, str]:
        return -(letter[0].toordinal() if letter[0] else 0), letter[1][:4]

    if place(one) < place(other):
        assert letter_key(*one) > letter_key(*other)


@given(st.tuples(DAYS, HOURS, UIDS, st.integers(1, 900)), st.tuples(DAYS, HOURS, UIDS, st.integers(1, 900)))
def test_tasks_by_day_hour_letter_and_ordinal(
    one: tuple[date | None, str | None, str, int], other: tuple[date | None, str | None, str, int]
) -> None:
    def place(row: tuple[date | None, str | None, str, int]) -> tuple[date, str, str, int]:
        return row[0] or date.max, row[1] or "99:99", row[2][:5], row[3]

    if place(one) < place(other):
        assert task_key(*one) < task_key(*other)


@given(st.none() | st.dates(), UIDS, st.integers(1, 100_000))
def test_keys_lie_within_their_day_and_fit_into_the_database(day: date | None, uid: str, ordinal: int) -> None:
    assert 0 <= letter_key(day, uid) - first_letter_key(day) < LETTERS_A_DAY
    assert 0 <= task_key(day, None, uid, ordinal) - first_task_key(day) < TASKS_A_DAY
    assert task_key(None, None, uid, ordinal) < 2**63


def test_a_day_that_is_corrected_moves_task_and_letter(desk: Desk) -> None:
    tasks = [task("việc một", "2026-03-20"), task("việc hai", "2026-03-21")]
    desk.ingest(desk.write("a.json", document("1", tasks=tasks)), desk.write("b.json", document("2", tasks=[])))
    first = next(one.uid for one in desk.tasks() if one.action == "việc một")
    assert desk.run("edit", first, "deadline.due", "2026-03-25").exit_code == 0
    assert [line.split("\t")[3] for line in desk.run("tasks").stdout.splitlines()[1:]] == ["việc hai", "việc một"]
    assert desk.run("edit", "1/SNV-TCCC", "issued_on", "2020-01-01").exit_code == 0
    assert [line.split("\t")[2] for line in desk.run("letters").stdout.splitlines()[1:]] == ["2/SNV-TCCC", "1/SNV-TCCC"]


def test_rows_that_agree_in_their_keys_get_the_next_ones(desk: Desk) -> None:
    desk.ingest(desk.write("a.json", document("1", tasks=[task(f"việc {number}") for number in range(1100)])))
    assert len({one.sort_key for one in desk.tasks()}) == 1100
    assert desk.run("check").exit_code == 0
