"""What looks like a deadline and bounds no act is not found: a deadline must never be invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.deadlines import find_deadlines, read_deadline_cell, read_event_time

_LINES = Path(__file__).with_name("false_friends.txt").read_text(encoding="utf-8").splitlines()
FALSE_FRIENDS = [line for line in _LINES if line and not line.startswith("#")]


@pytest.mark.parametrize("sentence", FALSE_FRIENDS)
def test_no_deadline_in(sentence: str) -> None:
    assert [phrase.text for phrase in find_deadlines(sentence)] == []


def test_there_are_many_false_friends() -> None:
    assert len(FALSE_FRIENDS) >= 160


_WORDS = st.sampled_from(
    [
        "trước",
        "ngày",
        "chậm",
        "nhất",
        "là",
        "đến",
        "hết",
        "trong",
        "thời",
        "hạn",
        "vòng",
        "05",
        "15/7",
        "20/3/2025",
        "tháng",
        "6",
        "quý",
        "II",
        "năm",
        "2025",
        "hằng",
        "tuần",
        "định",
        "kỳ",
        "17h00",
        "kể",
        "từ",
        "nhận",
        "được",
        "văn",
        "bản",
        "này",
        "ngay",
        "khẩn",
        "trương",
        ",",
        ".",
        ";",
        "(",
        ")",
        "–",
        "báo",
        "cáo",
        "số",
        "liệu",
        "làm",
        "việc",
        "sau",
        "khi",
        "thứ",
        "Sáu",
        "l0/8/2017",
        "Tết",
        "Nguyên",
        "đán",
        "Đ",
        "Ð",
        "ﬁ",
        "İ",
    ]
)


@given(st.lists(_WORDS, max_size=25).map(" ".join))
def test_every_phrase_is_a_slice_and_none_overlaps_another(text: str) -> None:
    end = 0
    for phrase in find_deadlines(text):
        assert phrase.text == text[phrase.start : phrase.end]
        assert phrase.text.strip() == phrase.text != ""
        assert phrase.start >= end
        end = phrase.end


@given(st.text(max_size=60) | st.lists(_WORDS, max_size=12).map(" ".join))
def test_any_cell_is_read_without_failing(text: str) -> None:
    for phrase in (read_deadline_cell(text), read_event_time(text)):
        assert phrase is None or phrase.text == text[phrase.start : phrase.end]


@given(st.text(max_size=300))
def test_any_text_is_searched_without_failing(text: str) -> None:
    assert all(phrase.text == text[phrase.start : phrase.end] for phrase in find_deadlines(text))
