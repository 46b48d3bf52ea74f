"""The place found is shown in the letter's own words, marked where the words of the query stand."""

from __future__ import annotations

import pytest
from desk import Desk
from hypothesis import given
from hypothesis import strategies as st
from letters import document

from models.highlighting import marks_in
from models.query_terms import terms_of


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Đề nghị rà soát lại", "ra soat", ["rà", "soát"]),
        ("Đề nghị rà soát lại", '"ra soat"', ["rà soát"]),
        ("UBND xã Hòa An", "ủy ban nhân dân", ["UBND"]),
        ("Ủy ban nhân dân xã", "ubnd", ["Ủy ban nhân dân"]),
        ("theo số 1718 /UBND-KT ngày", "1718ubnd", ["1718 /UBND-KT"]),
        ("hoàn thành", "hoa*", ["hoàn"]),
        ("không có gì", "xyz", []),
    ],
)
def test_marks(text: str, query: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marks_in(text, terms_of(query))] == marked


@given(st.text(max_size=80), st.text(max_size=20))
def test_marks_are_in_order_apart_and_inside(text: str, query: str) -> None:
    end_before = -1
    for start, end in marks_in(text, terms_of(query)):
        assert end_before < start < end <= len(text)
        end_before = end


def test_the_list_shows_where_the_words_stand(desk: Desk) -> None:
    text = "dòng đầu " * 40 + "phải hoàn thành trước mùa mưa lũ năm nay " + "dòng cuối " * 40
    desk.ingest(desk.write("a.json", document("1"), text=text))
    line = desk.run("letters", "mua", "mưa lũ").stdout.splitlines()[1]
    assert "hoàn thành trước [mùa] [mưa] [lũ] năm" in line
    assert len(line) < 400
