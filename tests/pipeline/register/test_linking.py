"""Letters that belong together are linked, in whichever order they come; nothing is linked in doubt."""

from __future__ import annotations

from datetime import date

import pytest
from desk import Desk
from letters import document
from sqlmodel import select

from models.tables import Link

TEXT = "Để chuẩn bị cho năm tới, Sở đề nghị các đơn vị rà soát vị trí việc làm và gửi báo cáo đúng hạn. " * 3
EARLIER = document("107")
CITED = {"number": "107/SNV-TCCC", "issued_on": "2026-03-02"}
LATER = document("9", issued_on="2026-03-10", issuer="SỞ Y TẾ", references=[CITED], tasks=[])
EXTENDING = "Gia hạn thời gian báo cáo tại Công văn số 107/SNV-TCCC ngày 02/3/2026 đến hết ngày 31/3/2026."


def links(desk: Desk) -> list[tuple[str, bool]]:
    with desk.register.reading() as session:
        return [(one.kind, one.other_uid is not None) for one in session.exec(select(Link).order_by(Link.id))]


def test_another_scan_of_a_letter_is_shown_and_both_stay(desk: Desk) -> None:
    desk.ingest(desk.write("a.json", EARLIER, text=TEXT))
    told = desk.run(
        "ingest", desk.write("b.json", EARLIER, text=TEXT.replace("năm", "nam") + " trang 2"), "--jobs", "0"
    )
    assert "Có thể là bản khác của" in told.stdout
    assert links(desk) == [("same", True)]
    assert len(desk.letters()) == 2


@pytest.mark.parametrize(
    ("other", "text"),
    [
        (document("107"), "một văn bản khác hẳn về phòng cháy chữa cháy rừng mùa khô, yêu cầu trực hai tư giờ"),
        (document("107", issued_on="2026-03-22"), TEXT),
        (document("107", issuer="SỞ TÀI CHÍNH"), TEXT),
        (document("107", document_type="QĐ"), TEXT),
        (document(None), TEXT),
    ],
)
def test_a_number_alone_makes_no_copy(desk: Desk, other: dict[str, object], text: str) -> None:
    desk.ingest(desk.write("a.json", EARLIER, text=TEXT))
    desk.ingest(desk.write("b.json", other, text=text))
    assert links(desk) == []


@pytest.mark.parametrize("order", [("earlier", "later"), ("later", "earlier")])
def test_a_reply_finds_its_letter_also_when_that_comes_later(desk: Desk, order: tuple[str, str]) -> None:
    files = {
        "earlier": desk.write("a.json", EARLIER, text=TEXT),
        "later": desk.write("b.json", LATER, text="Phúc đáp Công văn số 107/SNV-TCCC ngày 02/3/2026 của Sở Nội vụ."),
    }
    for which in order:
        desk.ingest(files[which])
    assert links(desk) == [("reply", True)]
    assert "Được trả lời bởi" in desk.run("show", "107").stdout
    assert "107/SNV-TCCC ngày 02/03/2026 (mã " in desk.run("show", "9/SNV-TCCC").stdout


def test_a_reply_to_one_of_two_letters_waits(desk: Desk) -> None:
    twice = {"number": "107/SNV-TCCC"}
    desk.ingest(desk.write("a.json", EARLIER, text=TEXT))
    desk.ingest(desk.write("b.json", document("107", issuer="SỞ TÀI CHÍNH"), text="văn bản khác"))
    desk.ingest(desk.write("c.json", {**LATER, "references": [twice]}, text="Phúc đáp Công văn số 107/SNV-TCCC."))
    assert links(desk) == [("reply", False)]
    assert "chưa có trong sổ" in desk.run("show", "9/SNV-TCCC").stdout


@pytest.mark.parametrize("order", [("earlier", "later"), ("later", "earlier")])
def test_an_extension_proposes_its_day_and_changes_nothing(desk: Desk, order: tuple[str, str]) -> None:
    files = {"earlier": desk.write("a.json", EARLIER, text=TEXT), "later": desk.write("b.json", LATER, text=EXTENDING)}
    for which in order:
        desk.ingest(files[which])
    assert [task.due for task in desk.tasks()] == [date(2026, 3, 20)]
    assert [letter.to_review for letter in desk.letters() if letter.serial == "107"] == [1]
    asked = desk.run("review", "107", typed="1\n")
    assert "gia hạn đến 31/03/2026" in asked.stdout
    assert [task.due for task in desk.tasks()] == [date(2026, 3, 31)]
    assert [letter.to_review for letter in desk.letters()] == [0, 0]


def test_an_extension_that_was_looked_at_is_settled(desk: Desk) -> None:
    desk.ingest(desk.write("a.json", EARLIER, text=TEXT), desk.write("b.json", LATER, text=EXTENDING))
    desk.run("review", "107", typed="\n")
    assert [task.due for task in desk.tasks()] == [date(2026, 3, 20)]
    assert [letter.to_review for letter in desk.letters()] == [0, 0]
