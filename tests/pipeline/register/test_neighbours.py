"""What the register says of a doubtful number or day: it puts candidates in order and claims nothing."""

from __future__ import annotations

from typing import Any

import pytest
from desk import Desk
from letters import document

from models.tables import Letter
from pipeline.register.reviewing import PointToSettle, next_to_review


def doubtful(at: str, *candidates: Any, serial: str | None = None, **others: Any) -> dict[str, Any]:
    """A letter in doubt about the field ``at``."""
    found = [{"value": value, "confidence": 0.4} for value in candidates]
    finding = {"confidence": 0.4, "rule": "slot-hand", "evidence": [], "candidates": found}
    problem = {"code": "unsure", "at": at, "message": "Chưa chắc."}
    return document(serial, findings={at: finding}, problems=[problem], tasks=[], **others)


def numbered(serial: str, day: str, **others: Any) -> dict[str, Any]:
    return document(serial, issued_on=day, tasks=[], **others)


def asked(desk: Desk, *known: dict[str, Any], doubt: dict[str, Any]) -> PointToSettle:
    """What review asks of ``doubt`` when ``known`` are in the register."""
    for index, one in enumerate(known):
        desk.ingest(desk.write(f"{index}.json", one))
    desk.ingest(desk.write("doubt.json", doubt))
    with desk.register.reading() as session:
        found = next_to_review(session, set(), None)
    assert found is not None
    return found


SERIAL = doubtful("/number/serial", "151", "157", "107", issued_on="2026-03-02")


@pytest.mark.parametrize(
    ("known", "first"),
    [
        ([], "151"),
        ([numbered("155", "2026-02-27"), numbered("160", "2026-03-05")], "157"),
        ([numbered("155", "2026-02-27")], "157"),
        ([numbered("150", "2026-03-05")], "107"),
        ([numbered("155", "2026-02-27", issuer="SỞ TÀI CHÍNH")], "151"),
        ([numbered("155", "2026-02-27", document_type="QĐ")], "151"),
        ([numbered("155", "2025-12-27")], "151"),
        ([numbered("300", "2026-02-27"), numbered("20", "2026-03-05")], "151"),
    ],
    ids=["alone", "between", "after", "before", "another office", "another type", "last year", "contradiction"],
)
def test_numbers_are_put_in_the_order_of_the_issuers_own(desk: Desk, known: list[dict[str, Any]], first: str) -> None:
    found = asked(desk, *known, doubt=SERIAL)
    assert found.candidates[0] == first
    assert sorted(found.candidates) == ["107", "151", "157"]


def test_the_neighbours_are_told(desk: Desk) -> None:
    found = asked(desk, numbered("155", "2026-02-27"), numbered("160", "2026-03-05"), doubt=SERIAL)
    assert found.told == ("Sổ đã có của cơ quan này: số 155 ngày 27/02/2026 và số 160 ngày 05/03/2026.",)


def test_a_number_that_a_later_letter_names_comes_first(desk: Desk) -> None:
    citing = document(
        "9", issuer="SỞ Y TẾ", issued_on="2026-03-10", number={"serial": "9", "symbol": "SYT-VP"}, tasks=[]
    )
    desk.ingest(desk.write("c.json", citing, text="Phúc đáp Công văn số 157/SNV-TCCC ngày 02/3/2026 của Sở Nội vụ."))
    found = asked(desk, doubt=SERIAL)
    assert found.candidates[0] == "157"
    assert found.told == ("Văn bản 9/SYT-VP ngày 10/03/2026 nhắc đến số 157/SNV-TCCC.",)


def test_days_are_put_in_the_order_of_the_numbers(desk: Desk) -> None:
    day = doubtful("/issued_on", "2026-03-21", "2026-03-02", serial="107", issued_on=None)
    found = asked(desk, numbered("100", "2026-03-01"), numbered("120", "2026-03-06"), doubt=day)
    assert found.candidates == ("2026-03-02", "2026-03-21")


def test_other_fields_keep_their_order(desk: Desk) -> None:
    found = asked(desk, numbered("100", "2026-03-01"), doubt=doubtful("/place", "An Phú", "An Phủ", serial="107"))
    assert (found.candidates, found.told) == (("An Phú", "An Phủ"), ())


def test_review_offers_them_in_that_order(desk: Desk) -> None:
    asked(desk, numbered("155", "2026-02-27"), numbered("160", "2026-03-05"), doubt=SERIAL)
    shown = desk.run("review", typed="1\n")
    assert "[1] 157   [2] 151   [3] 107" in shown.stdout
    assert "số 155 ngày 27/02/2026" in shown.stdout
    with desk.register.reading() as session:
        assert session.get(Letter, next(one.uid for one in desk.letters() if one.serial == "157")) is not None


def series(*numbers: tuple[str, int]) -> list[dict[str, Any]]:
    return [numbered(serial, f"2026-03-{day:02d}") for serial, day in numbers]


@pytest.mark.parametrize(
    ("known", "asked_about"),
    [
        (series(("155", 2), ("157", 3), ("161", 4)), None),
        (series(("155", 2), ("15", 3), ("161", 4), ("163", 5)), None),
        (series(("155", 2), ("156", 2), ("15", 3), ("161", 4), ("163", 5)), "15"),
        (series(("155", 2), ("761", 3), ("161", 4), ("163", 5)), "761"),
        (series(("300", 2), ("20", 3)), None),
        (series(("161", 4), ("158", 4), ("155", 4)), None),
        ([*series(("155", 2), ("156", 3)), numbered("15", "2026-03-04", document_type="QĐ")], None),
    ],
    ids=["in order", "one witness", "too small", "too large", "two that differ", "one day", "another type"],
)
def test_an_accepted_number_that_others_speak_against_is_asked_about(
    desk: Desk, known: list[dict[str, Any]], asked_about: str | None
) -> None:
    for index, one in enumerate(known):
        desk.ingest(desk.write(f"{index}.json", one))
    with desk.register.reading() as session:
        found = next_to_review(session, set(), None)
    assert (found.point.value if found else None) == asked_about


@pytest.mark.parametrize(("typed", "serial"), [("y\n", "15"), ("e\n158\n", "158"), ("s\n", "15")])
def test_a_number_out_of_order_is_asked_about_once(desk: Desk, typed: str, serial: str) -> None:
    for index, one in enumerate(series(("155", 2), ("156", 2), ("15", 3), ("161", 4))):
        desk.ingest(desk.write(f"{index}.json", one))
    shown = desk.run("review", typed=typed)
    assert "Số 15 không theo dãy số của cơ quan này" in shown.stdout
    assert "Không còn chỗ nào cần xem lại" in shown.stdout
    assert serial in [one.serial for one in desk.letters()]
    again = desk.run("review", typed="s\n").stdout
    assert ("không theo dãy" in again) == typed.startswith("s")
