"""Anchor words are found through OCR errors, and not where they only look alike."""

from __future__ import annotations

import pytest

from pipeline.parse import anchors
from pipeline.parse.spots import Spot
from schemas.text import Line, Word


def spot(text: str) -> Spot:
    line = Line(None, tuple(Word(part, None) for part in text.split()))
    return Spot(line, 0, None, None, 0.0, 0.0, 15.0, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỌNG HOÀ XÃ HỌI CHỦ NGHIA VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM .",
        "Độc lập - Tự do - Hạnh phúc",
        "Độc lập — Tự đo - Hạnh phúc",
        "_Độc Tập - Tự do - Hạnh phúc",
    ],
)
def test_national_name_and_motto(text: str) -> None:
    assert anchors.is_state_head(spot(text))


@pytest.mark.parametrize(
    "text",
    [
        "Số: 15/QĐ-BNV",
        "Số: /UBND-KT",
        "SỐ: 45/SYT-NVY",
        "Só:‡#Œ/SXD-QLN",
        "Sô: 20 /GM-SYT",
        "Sá:317/SXD-QLN",
        "Số 412 - CV/BCSĐ",
        "Số:3B551 /SYT-NVY",
    ],
)
def test_number(text: str) -> None:
    assert anchors.is_number(spot(text))


@pytest.mark.parametrize(
    "text", ["Sở Y tế - Phòng Nghiệp vụ", "Số điện thoại: 0297", "Sở Tài chính/Kho bạc", "Số lượng: 5"]
)
def test_no_number(text: str) -> None:
    assert not anchors.is_number(spot(text))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Hà Nội, ngày 03 tháng 6 năm 2021", "Hà"),
        ("TP. An Phú, ngày 20 tháng 7 năm 2021", "TP."),
        ("An Phú, ngày tháng 7 năm 2021", "An"),
        ("An Phú, ngày{5 tháng 3 nắm 2024", "An"),
        ("Số: 5/SYT-NVY An Phú, ngày 3 tháng 6 năm 2021", "An"),
        ("ngày 28 tháng 8 năm 2017", "ngày"),
        ("An Phú, tháng 10 năm 2025", "An"),
        ("Thành phố Hồ Chí Minh, ngày 2 tháng 3 năm 2017", "Thành phố"),
        ("Thị xã An Phú, ngày 2 tháng 3 năm 2017", "Thị xã"),
        ("Kiên giang, ngày 2 tháng 3 năm 2017", "Kiên"),
        ("Số: 5/SYT-NVY la Rsai, ngày 2 tháng 3 năm 2017", "la Rsai"),
    ],
)
def test_date_line_begins_at_the_place(text: str, start: str) -> None:
    found = anchors.dateline_start(text)
    assert found is not None
    assert text[found:].startswith(start)


@pytest.mark.parametrize("text", ["trong tháng 6 năm 2021", "Kế hoạch năm 2021", "theo tiến độ tháng"])
def test_no_date_line(text: str) -> None:
    assert anchors.dateline_start(text) is None


@pytest.mark.parametrize(
    "text", ["Kính gửi:", "Kính gừi: Sở Y tế", "Kính gửi", "Kinh gui: Sở", "Kh n] Kính gửi: Sở Y tế"]
)
def test_call(text: str) -> None:
    assert anchors.is_to(spot(text))


@pytest.mark.parametrize(
    "text", ["Trân trọng kính mời", "Sở Y tế kính gửi các đơn vị báo cáo năm", "kinh phí: 5 triệu"]
)
def test_no_call(text: str) -> None:
    assert not anchors.is_to(spot(text))


@pytest.mark.parametrize(
    "text", ["Nơi nhận:", "Nơi nhân:", "Nơi nhận : ", "Mới nhận:", "Nơi nhậm:", "Nơi nhận: - Như trên;"]
)
def test_distribution(text: str) -> None:
    assert anchors.is_distribution(spot(text))


@pytest.mark.parametrize(
    "text", ["Nơi nhận được biết, thực hiện", "Nhận được Công văn:", "Nội dung:", "Người nhận: An"]
)
def test_no_distribution(text: str) -> None:
    assert not anchors.is_distribution(spot(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KẾ HOẠCH", "kế hoạch"),
        ("QUYÉT ĐỊNH", "quyết định"),
        ("THÔNG BẢO", "thông báo"),
        ("GIẤY  MỜI", "giấy mời"),
        ("CÔNG TY ĐIỆN", None),
        ("Kế hoạch", None),
        ("SỞ Y TẾ", None),
        ("KẾ HOẠCH TRIỂN KHAI", None),
    ],
)
def test_type_name_stands_alone_in_capitals(text: str, name: str | None) -> None:
    assert anchors.type_name(text) == name


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("BÁO CÁO TÌNH HÌNH DỊCH", "BÁO CÁO"),
        ("PHỤ LỤC II. DANH MỤC", "PHỤ LỤC II."),
        ("Phụ lục 01", "Phụ lục 01"),
        ("SỞ Y TẾ", ""),
    ],
)
def test_type_name_in_front_of_a_title(text: str, prefix: str) -> None:
    assert text[: anchors.type_prefix(text)] == prefix


@pytest.mark.parametrize(
    ("text", "mark"),
    [("HỎA TỐC", True), ("HOẢ TỐC", True), ("KHẨN", True), ("MẬT", True), ("KHOA", False), ("Khẩn", False)],
)
def test_marks(text: str, mark: bool) -> None:
    assert anchors.is_mark(spot(text)) is mark
