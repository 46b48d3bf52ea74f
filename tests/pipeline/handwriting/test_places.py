"""Slots found from the printed words of a heading, whatever OCR made of the digits between them."""

from __future__ import annotations

import pytest

from pipeline.handwriting.anchors import anchors, printed_width
from pipeline.handwriting.place import Place
from pipeline.handwriting.places import headings
from schemas.geometry import Box
from schemas.text import Word

SIZE = 13.0
WIDTH, HEIGHT = 595.0, 842.0


def row(y: float, *words: tuple[str, float] | tuple[str, float, float]) -> list[Word]:
    """Words on one line: text, left end and, where it is not that of the printed text, right end."""
    return [Word(text, Box(x, y, end[0] if end else x + printed_width(text) * SIZE, y + 12)) for text, x, *end in words]


def slots(*rows: list[Word]) -> dict[str, Place]:
    words = [word for line in rows for word in line]
    return {place.kind: place for heading in headings(words, WIDTH, HEIGHT) for place in heading.places}


NUMBER = row(100, ("Số:", 110), ("/UBND-VX", 165))
DATE = row(102, ("An", 285), ("Phú,", 302), ("ngày", 335), ("tháng", 385), ("năm", 430), ("2021", 458))


def test_slots_lie_between_their_anchors_though_nothing_was_read_there() -> None:
    found = slots(NUMBER, DATE)
    assert (found["serial"].box.x0, found["serial"].box.x1) == pytest.approx((110 + printed_width("Số:") * SIZE, 165))
    assert (found["day"].box.x0, found["day"].box.x1) == pytest.approx((335 + printed_width("ngày") * SIZE, 385), abs=2)
    assert (found["month"].box.x0, found["month"].box.x1) == pytest.approx((414, 430), abs=2)


@pytest.mark.parametrize(
    "words",
    [
        (("ngày{Š", 335, 377), ("tháng", 385), ("năm", 430)),
        (("ngày", 335), ("2Štháng", 366, 414), ("năm", 430)),
        (("ngày-2Štháng", 335, 414), ("năm", 430)),
        (("ngày", 335), ("17", 365), ("tháng|O", 385, 428), ("năm", 430)),
        (("ngảy", 335), ("tháug", 385), ("năm", 430)),
    ],
)
def test_digits_glued_to_the_date_are_told_from_it(words: tuple[tuple[str, float], ...]) -> None:
    found = slots(NUMBER, row(102, ("An", 285), ("Phú,", 302), *words, ("2021", 458)))
    assert (found["day"].box.x0, found["day"].box.x1) == pytest.approx((360, 385), abs=3)
    assert (found["month"].box.x0, found["month"].box.x1) == pytest.approx((414, 430), abs=3)


@pytest.mark.parametrize(
    "words",
    [
        (("Số:1z4/UBND-VX", 110, 226),),
        (("Số:l24)UBND-VX", 110, 226),),
        (("Só.{f#J/UBND-VX", 110, 226),),
        (("Số:", 110), ("‡24/UBND-VX", 128, 226)),
    ],
)
def test_digits_glued_to_the_symbol_are_told_from_it(words: tuple[tuple[str, float], ...]) -> None:
    box = slots(row(100, *words), DATE)["serial"].box
    assert box.x0 == pytest.approx(127, abs=3)
    assert box.x1 == pytest.approx(226 - printed_width("/UBND-VX") * SIZE, abs=4)


def test_party_number_ends_at_its_hyphen() -> None:
    found = slots(row(100, ("Số", 110), ("-CV/TU", 160)), DATE)
    assert found["serial"].box.x1 == 160


@pytest.mark.parametrize(("digits", "symbol"), [("126", "-CV/ĐU"), ("1092", "-TB/TU"), ("45", "–QĐi/TW")])
def test_party_number_in_one_word_ends_at_its_hyphen(digits: str, symbol: str) -> None:
    box = slots(row(100, ("Số", 110), (digits + symbol, 132, 206)), DATE)["serial"].box
    assert box.x1 == pytest.approx(206 - printed_width(symbol) * SIZE, abs=1)


@pytest.mark.parametrize("text", ["/2021/QĐ-UBND", "12/2021/QĐ-UBND"])
def test_a_year_in_the_symbol_is_not_the_serial(text: str) -> None:
    width = printed_width(text) * SIZE
    box = slots(row(100, ("Số:", 110), (text, 160, 160 + width)), DATE)["serial"].box
    assert box.x1 == pytest.approx(160 + width - printed_width("/2021/QĐ-UBND") * SIZE, abs=1)


def test_symbol_beside_the_date_leads_to_a_serial_whose_so_was_lost() -> None:
    found = slots(row(100, ("/UBND-VX", 165)), DATE)
    assert found["serial"].box.x0 < 130
    assert found["serial"].box.x1 == 165


@pytest.mark.parametrize(
    "line",
    [
        row(300, ("Thực", 110), ("hiện", 140), ("Công", 170), ("văn", 200), ("số", 230), ("/UBND-VX", 260)),
        row(
            300, ("(Kèm", 180), ("theo", 210), ("của", 236), ("ngày", 260), ("tháng", 300), ("năm", 340), ("2021)", 365)
        ),
        row(700, ("An", 285), ("Phú,", 302), ("ngày", 335), ("tháng", 385), ("năm", 430)),
    ],
    ids=["running text", "reference to the letter", "foot of the page"],
)
def test_numbers_and_dates_elsewhere_are_no_slots(line: list[Word]) -> None:
    assert slots(line) == {}


def test_a_place_name_like_an_anchor_is_none_where_the_anchor_stands() -> None:
    found = slots(
        NUMBER, row(102, ("Quảng", 250), ("Ngãi,", 300), *(("ngày{Š", 335, 377), ("tháng", 385), ("năm", 430)))
    )
    assert found["day"].box.x0 == pytest.approx(360, abs=3)


def test_a_place_name_like_an_anchor_is_none_where_ocr_lost_the_anchor() -> None:
    words = (("Quảng", 265), ("Ngãi,", 300), ("tháng", 400), ("năm", 445), ("2021", 473))
    box = slots(NUMBER, row(102, *words))["day"].box
    assert box.x0 == pytest.approx(300 + printed_width("Ngãi,") * SIZE + printed_width("ngày") * SIZE, abs=5)


@pytest.mark.parametrize("seen", [(("hăm", 430),), ()], ids=["misread", "lost"])
def test_the_printed_year_stands_in_for_a_lost_nam(seen: tuple[tuple[str, float], ...]) -> None:
    found = slots(NUMBER, row(102, ("Phú,", 302), ("ngày", 335), ("tháng", 385), *seen, ("2021", 456)))
    assert found["month"].box.x1 == pytest.approx(430, abs=3)
    assert not found["month"].sure_right


def test_day_and_month_are_reckoned_from_the_year_where_thang_was_lost() -> None:
    found = slots(NUMBER, row(102, ("Phú,", 302), ("ngày", 335), ("hăm", 430), ("2021", 456)))
    assert (found["day"].box.x0, found["day"].box.x1) == pytest.approx((360, 381), abs=4)
    assert (found["month"].box.x0, found["month"].box.x1) == pytest.approx((411, 430), abs=4)


def test_an_edge_with_ink_glued_to_the_other_side_is_sure() -> None:
    month_glued = row(102, ("Phú,", 302), ("ngày", 335), ("17", 365), ("tháng|O", 385, 428), ("năm", 430))
    day = slots(NUMBER, month_glued)["day"]
    assert day.sure_left
    assert day.sure_right
    assert not slots(NUMBER, month_glued)["month"].sure_left


def test_anchor_names_come_in_reading_order() -> None:
    assert [anchor.name for anchor in anchors([*NUMBER, *DATE])] == ["so", "ngay", "thang", "nam"]
