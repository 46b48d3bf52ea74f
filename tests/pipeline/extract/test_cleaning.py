"""What is no text is cut from lines, and what is text stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.cleaning import edges_cleaned, is_signing_stamp, is_speck, without_noise


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("- Như trên;", "Như trên"),
        ("VT, NVY ./.", "VT, NVY"),
        ("báo cáo ¬__— ,", "báo cáo"),
        ("(Lần 2)", "(Lần 2)"),
        ("“về đất đai”", "“về đất đai”"),
        ("SỞ Y TẾ ˆ", "SỞ Y TẾ"),
        ("giai đoạn 2021 – 2030", "giai đoạn 2021 – 2030"),
        ("y - bác sĩ", "y - bác sĩ"),
        ("tăng 15%", "tăng 15%"),
    ],
)
def test_specks_and_end_marks_go_and_words_stay(text: str, clean: str) -> None:
    assert without_noise(text) == clean


@given(st.text(max_size=30))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = edges_cleaned(text)
    assert edges_cleaned(once) == once


@pytest.mark.parametrize(
    ("text", "speck"), [("| ~ Z", True), ("----", True), ("VT", False), ("1 á M", True), ("Sở Y tế", False)]
)
def test_a_line_without_a_word_is_a_speck(text: str, speck: bool) -> None:
    assert is_speck(text) is speck


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Ký bởi: Sở A", True),
        ("Thời gian ký: 1.1", True),
        ("Email: a", True),
        ("Cơ quan: X", True),
        ("Cơ quan Thuế", False),
    ],
)
def test_lines_of_electronic_signing_are_known(text: str, stamp: bool) -> None:
    assert is_signing_stamp(text) is stamp
