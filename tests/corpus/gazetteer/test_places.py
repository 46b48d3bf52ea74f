"""Places of both eras, with and without their kind, and read with damage."""

from __future__ import annotations

import pytest

from corpus.gazetteer.places import known_level, only_kind, places, province_names, respelled_place, without_kind


def test_both_eras_are_there() -> None:
    eras = {era for place in places() for era in place.eras}
    assert eras == {"old", "new"}
    assert len([place for place in places() if place.level == "province" and "new" in place.eras]) == 34
    assert {"Hà Giang", "Hà Nội", "Huế"} <= set(province_names())


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Hà Nội", "province"),
        ("TP. Hồ Chí Minh", "province"),
        ("Thành phố Đà Nẵng", "province"),
        ("Quận 3", "district"),
        ("Nowhere", None),
    ],
)
def test_the_level_of_a_place(text: str, level: str | None) -> None:
    assert known_level(text) == level


@pytest.mark.parametrize(
    ("name", "kind"), [("Hà Nội", "Thành phố"), ("Kiên Giang", "Tỉnh"), ("Hải Dương", None), ("Huế", None), ("X", None)]
)
def test_a_provinces_kind_is_told_only_where_it_is_the_only_one(name: str, kind: str | None) -> None:
    assert only_kind(name) == kind


@pytest.mark.parametrize(
    ("text", "name"), [("TP.Huế", "Huế"), ("xã Tân An", "Tân An"), ("Xã hội", "hội"), ("Cà Mau", "Cà Mau")]
)
def test_the_kind_is_taken_off(text: str, name: str) -> None:
    assert without_kind(text) == name


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Cân Thơ", "Cần Thơ"),
        ("TP. Hà Chí Minh", "TP. Hồ Chí Minh"),
        ("Kiên giang", "Kiên giang"),
        ("Xiên Giang", None),
        ("", None),
        ("Phòng Nội vụ", None),
    ],
)
def test_a_place_is_respelled_only_when_one_can_be_meant(seen: str, meant: str | None) -> None:
    assert respelled_place(seen) == meant
