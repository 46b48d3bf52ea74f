"""How the names of bodies begin, and which lines cannot be whole names."""

from __future__ import annotations

import pytest

from corpus.gazetteer.agencies import ABBREVIATIONS, agency_book, is_unfinished, opens_agency
from corpus.gazetteer.spelling import respelled


@pytest.mark.parametrize(
    "text", ["SỞ Y TẾ", "UBND tỉnh", "Công ty TNHH An Phú", "KHOA NÔNG NGHIỆP", "Phòng Nội vụ", "SO Y TE"]
)
def test_names_of_bodies_begin_so(text: str) -> None:
    assert opens_agency(text)


@pytest.mark.parametrize(
    "text", ["KHOA HỌC TỰ NHIÊN", "TỈNH AN PHÚ", "VÀ XÃ HỘI", "Phòng, chống thiên tai", "Báo cáo nhanh", ""]
)
def test_other_lines_do_not(text: str) -> None:
    assert not opens_agency(text)


@pytest.mark.parametrize(
    ("text", "unfinished"), [("VĂN PHÒNG", True), ("TRƯỜNG ĐẠI HỌC", True), ("SỞ Y TẾ", False), ("BỘ NỘI VỤ", False)]
)
def test_a_general_word_is_no_whole_name(text: str, unfinished: bool) -> None:
    assert is_unfinished(text) is unfinished


def test_a_rightly_spelled_word_is_not_respelled_into_another() -> None:
    for text in ("BAN CHỈ HUY QUÂN SỰ", "XÃ PHƯƠNG ĐÌNH", "TRUNG TÂM TINH DẦU AN PHÚ", "HUYỀN TRÂN"):
        assert respelled(text, agency_book()) == text


def test_abbreviations_stand_for_names_in_full() -> None:
    assert ABBREVIATIONS["UBND"] == "Ủy ban nhân dân"
    assert all(short.isupper() and " " in full for short, full in ABBREVIATIONS.items())
