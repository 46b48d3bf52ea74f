"""Numbers, letters and bullets in front of items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse.markers import find_marker, levels


@pytest.mark.parametrize(
    ("text", "printed", "rest"),
    [
        ("1. Sở Y tế chủ trì", "1.", "Sở Y tế chủ trì"),
        ("1.Lập danh sách", "1.", "Lập danh sách"),
        ("2- Thời gian: 01 ngày", "2-", "Thời gian: 01 ngày"),
        ("1.2. Tuyến huyện", "1.2.", "Tuyến huyện"),
        ("1.1 Tuyến tỉnh", "1.1", "Tuyến tỉnh"),
        ("2.1- Ban Tổ chức tham mưu", "2.1-", "Ban Tổ chức tham mưu"),
        ("a) Tiếp tục quán triệt", "a)", "Tiếp tục quán triệt"),
        ("đ) Tăng cường", "đ)", "Tăng cường"),
        ("- Rà soát", "-", "Rà soát"),
        ("+ Khẩn trương", "+", "Khẩn trương"),
        ("-_ Phòng Nghiệp vụ", "-", "Phòng Nghiệp vụ"),
        ("II. TỔ CHỨC THỰC HIỆN", "II.", "TỔ CHỨC THỰC HIỆN"),
        ("HI. NỘI DUNG", "HI.", "NỘI DUNG"),
        ("IIL TỔ CHỨC THỰC HIỆN", "IIL", "TỔ CHỨC THỰC HIỆN"),
        ("Điều 2. Sở Y tế có trách nhiệm", "Điều 2.", "Sở Y tế có trách nhiệm"),
        ("Chương II QUY ĐỊNH", "Chương II", "QUY ĐỊNH"),
    ],
)
def test_marker_and_what_it_leads(text: str, printed: str, rest: str) -> None:
    marker = find_marker(text)
    assert marker is not None
    assert marker.printed == printed
    assert text[marker.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "12.345,6 triệu đồng từ nguồn",
        "08/6/2021 Sở Y tế",
        "30/2020/NĐ-CP của Chính phủ",
        "Điều này được hiểu",
        "điều 5 của Luật",
        "Điều 7 Nghị định số 15/2016/NĐ-CP",
        "118-QĐ/TW ngày 05/3/2019",
        "Sở Y tế",
        "5.",
    ],
)
def test_no_marker(text: str) -> None:
    assert find_marker(text) is None


def test_levels_follow_the_order_of_opening() -> None:
    kinds = ["roman", "number", "dash", "plus", "dash", None, "number", "roman"]
    assert levels(kinds) == [0, 1, 2, 3, 2, 0, 1, 0]  # type: ignore[arg-type]


def test_bullets_lie_inside_the_text_above_them() -> None:
    assert levels([None, "dash", "dash", None]) == [0, 1, 1, 0]


@given(st.text(max_size=60))
def test_marker_is_the_beginning_of_its_text(text: str) -> None:
    marker = find_marker(text)
    if marker is not None:
        assert marker.printed in text[: marker.end]
        assert text[marker.end :].strip()
