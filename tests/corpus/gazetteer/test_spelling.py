"""Bare letters, and phrases put back to their known spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.gazetteer.spelling import bare, bare_words, phrase_book, respelled

BOOK = phrase_book(["sở y tế", "ủy ban nhân dân", "hòa bình"])


@pytest.mark.parametrize(
    ("text", "plain"), [("Đường ỦY", "duong uy"), ("Ð", "d"), ("ờỡợ", "ooo"), ("QĐ-UBND", "qd-ubnd")]
)
def test_bare_text_has_no_marks(text: str, plain: str) -> None:
    assert bare(text) == plain


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("SƠ Y TE AN PHÚ", "SỞ Y TẾ AN PHÚ"),
        ("Uy ban nhan dan", "Ủy ban nhân dân"),
        ("UỶ BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN"),
        ("tỉnh Hoà Bình", "tỉnh Hoà Bình"),
        ("sơ yếu lý lịch", "sơ yếu lý lịch"),
        ("SƠ (Y TE)", "SƠ (Y TE)"),
    ],
)
def test_only_whole_known_phrases_are_respelled(seen: str, meant: str) -> None:
    assert respelled(seen, BOOK) == meant


def test_phrases_that_differ_only_in_marks_are_left_out() -> None:
    assert phrase_book(["hà nam", "hạ nam", "cà mau"]) == {("ca", "mau"): "cà mau"}


@given(st.text(max_size=40))
def test_respelling_changes_no_bare_word(text: str) -> None:
    assert bare_words(respelled(text, BOOK)) == bare_words(text)
