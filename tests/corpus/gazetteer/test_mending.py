"""Damaged phrases: which are put right, and which are left as read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.gazetteer.agencies import mendable_agencies
from corpus.gazetteer.mending import mended

WORDS = st.lists(
    st.sampled_from(("UBND", "TỈNH", "SỞ", "Y", "TẾ", "CỤC", "THÚ", "BAN", "hÁ", "ĐẪN", "NHÂN", "1Ị")), max_size=8
)


@pytest.mark.parametrize(
    ("seen", "doubted", "right"),
    [
        ("ỦY BAN hÁ DÂN", "hÁ", "ỦY BAN NHÂN DÂN"),
        ("ỦYBAN NHÌN DÂN", "NHÌN", "ỦY BAN NHÂN DÂN"),
        ("CỤC QUẢN LÝ THỊ TRƯỞNG", "TRƯỞNG", "CỤC QUẢN LÝ THỊ TRƯỞNG"),
        ("UBND TỈNH TẤN GIANG", "TẤN", "UBND TỈNH TẤN GIANG"),
        ("BAN CÁN SỰ ĐẢNG ỦY", "ỦY", "BAN CÁN SỰ ĐẢNG ỦY"),
    ],
)
def test_only_doubted_words_of_one_known_phrase_are_put_right(seen: str, doubted: str, right: str) -> None:
    words = seen.split()
    assert " ".join(mended(words, [word == doubted for word in words], mendable_agencies())) == right


@given(WORDS)
def test_what_was_read_well_is_never_changed(words: list[str]) -> None:
    assert mended(words, [False] * len(words), mendable_agencies()) == tuple(words)
