"""A date bounded by another one: readings are decided between, none is invented."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.filled import Filled
from pipeline.extract.window import CONTRADICTED, after, before, settled
from schemas.evidence import Candidate, Extracted

ISSUED = date(2018, 3, 20)


def dated(day: date | None, sure: float = 0.97) -> Extracted[date | None]:
    return Extracted(day, sure, (), "test", ())


def part(**shares: float) -> Filled:
    """A part as the recognizer read it: ``n21=0.6`` is 21, 0.6 sure."""
    found = tuple(Candidate(name[1:], share) for name, share in shares.items())
    best = max(found, key=lambda each: each.confidence, default=None)
    return Filled(str(best.value) if best else None, best.confidence if best else 0.2, "slot-hand", found)


WINDOW = after(dated(ISSUED))


def test_days_soon_after_the_letters_own_are_likeliest() -> None:
    assert WINDOW[ISSUED] == WINDOW[ISSUED + timedelta(days=17)] > WINDOW[ISSUED + timedelta(days=18)]
    assert sum(WINDOW.values()) == pytest.approx(1)
    assert ISSUED - timedelta(days=1) not in WINDOW
    assert max(before(dated(ISSUED))) == ISSUED


def test_an_unsure_day_bounds_nothing() -> None:
    assert after(dated(ISSUED, 0.8)) == after(dated(None)) == before(None) == {}


@pytest.mark.parametrize(
    ("day", "month", "year", "settles"),
    [
        (part(n21=0.97, n27=0.02), part(n3=0.9, n8=0.1), part(n2018=0.99), True),
        (part(n21=0.55, n27=0.4), part(n3=0.9, n9=0.1), part(n2018=0.95), False),  # the 21st and the 27th both fit
        (part(n21=0.9), part(n3=0.95), part(n2018=0.99), False),
        (part(n21=0.95), part(n9=0.6, n3=0.38), part(n2018=0.95), True),  # September is far off
        (part(n21=0.95), part(n3=0.95), part(), True),  # a year that is not read
        (part(n21=0.95), part(n3=0.95), part(n2013=0.6, n2018=0.3), True),
        (part(n21=0.99), part(n3=0.99), part(n2013=0.6, n2018=0.03), False),  # the date was taken apart wrongly
        (part(n21=0.99), part(n9=0.7, n3=0.02), part(n2018=0.9), False),
    ],
    ids=[
        "clear",
        "two days",
        "a day not sure",
        "month by the window",
        "no year",
        "year by the window",
        "year hardly read",
        "month hardly read",
    ],
)
def test_the_window_decides_between_readings(day: Filled, month: Filled, year: Filled, settles: bool) -> None:
    value, sure, candidates = settled((day, month, year), WINDOW)
    assert value == date(2018, 3, 21)
    assert (sure >= 0.9) == settles
    assert candidates[0].value == value


def test_a_sure_reading_that_does_not_fit_makes_doubt() -> None:
    value, sure, _ = settled((part(n21=0.98), part(n3=0.98), part(n2013=0.99)), WINDOW)
    assert value == date(2018, 3, 21)
    assert sure <= CONTRADICTED


@pytest.mark.parametrize("unread", [0, 1], ids=["day", "month"])
def test_a_day_or_month_that_was_not_read_is_not_invented(unread: int) -> None:
    parts = [part(n21=0.99), part(n3=0.99), part(n2018=0.99)]
    parts[unread] = part()
    assert settled(parts, WINDOW)[0] is None


def test_no_date_before_the_letters_own_is_given() -> None:
    value, sure, candidates = settled((part(n12=0.99), part(n3=0.99), part(n2018=0.99)), WINDOW)
    assert value is None or sure <= CONTRADICTED
    assert all(each.value >= ISSUED for each in candidates)


shares = st.dictionaries(st.sampled_from([f"n{n}" for n in range(1, 13)]), st.floats(0.0, 0.5), max_size=4)


@given(shares, shares, st.sampled_from([{}, {"n2018": 0.9}, {"n2019": 0.9}]))
def test_what_is_given_was_read_and_lies_in_the_window(
    day: dict[str, float], month: dict[str, float], year: dict[str, float]
) -> None:
    parts = (part(**day), part(**month), part(**year))
    value, sure, candidates = settled(parts, WINDOW)
    assert 0 <= sure <= 1
    assert sum(each.confidence for each in candidates) <= 1 + 1e-9
    if value is not None:
        assert value in WINDOW
        assert f"n{value.day}" in day
        assert f"n{value.month}" in month
