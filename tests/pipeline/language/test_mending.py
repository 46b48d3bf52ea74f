"""Marks are given back to the words of time, and to no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.mending import mend


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("chậm nhât ngày 18/10", "chậm nhất ngày 18/10"),
        ("TRUOC NGAY 5/6", "trước ngày 5/6"),
        ("đên hết ngày", "đến hết ngày"),
        ("hàng thảng", "hàng tháng"),
        ("hăng năm", "hằng năm"),
        ("định ky", "định kỳ"),
        ("ngay 20 thang 3 nam 2025", "ngày 20 tháng 3 năm 2025"),
        ("trong quy II", "trong quý ii"),
        ("Ðến hết", "đến hết"),
    ],
)
def test_mended(read: str, right: str) -> None:
    mended = mend(read)
    assert mended.replace("hàng", "hằng") == right.replace("hàng", "hằng")


@pytest.mark.parametrize(
    "text",
    [
        "theo quy định",
        "báo cáo ngay về sở",
        "triển khai ngay 02 việc",
        "ngày 15 tháng sáu",
        "hàng năm",
        "hằng năm",
        "mấy tháng nay",
        "thứ tư ngày 12/3",
        "5 ngày sau khi nhận",
        "không qua đào tạo",
        "tự ý",
    ],
)
def test_left_as_it_is(text: str) -> None:
    assert mend(text) == text


@given(st.text(max_size=120))
def test_offsets_stay(text: str) -> None:
    assert len(mend(text)) == len(text)
