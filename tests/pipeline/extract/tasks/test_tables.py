"""Tables: which are tables of work, and what their rows order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Readings = Callable[..., list[str]]

WORK = [
    (
        """
| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn | Sản phẩm |
| I | Cải cách thể chế | | | | |
| 1 | Rà soát văn bản | Sở Tư pháp | Sở Nội vụ; các sở, ngành | Quý II/2024 | Báo cáo |
| 2 | Ban hành quy chế | Văn phòng UBND tỉnh | | Trước 15/7/2024 | Quyết định |
""",
        [
            "Sở Tư pháp + Sở Nội vụ; các sở, ngành > Rà soát văn bản @ Quý II/2024",
            "Văn phòng UBND tỉnh > Ban hành quy chế @ Trước 15/7/2024",
        ],
    ),
    (
        """
| TT | Nội dung công việc | Người phụ trách | Thời gian hoàn thành |
| 1 | Trang trí hội trường | Thầy Minh và cô Lan | 05/9/2023 |
""",
        ["Thầy Minh; cô Lan > Trang trí hội trường @ 05/9/2023"],
    ),
    (
        """
| TT | Công việc | Đơn vị |
| 1 | Vệ sinh khuôn viên | Đoàn Thanh niên |
""",
        ["Đoàn Thanh niên > Vệ sinh khuôn viên"],
    ),
    (
        """
| TT | Hạng mục | Đơn vị thực hiện | Mốc hoàn thành |
| 1 | Lập dự toán, trình Hiệu trưởng phê duyệt | Phòng Tài vụ | Trước ngày 15/4/2025 |
| TT | Hạng mục | Đơn vị thực hiện | Mốc hoàn thành |
| 2 | In ấn tài liệu | Đơn vị thực hiện | Trước ngày 20/4/2025 |
""",
        [
            "Phòng Tài vụ > Lập dự toán, trình Hiệu trưởng phê duyệt => Hiệu trưởng @ Trước ngày 15/4/2025",
            "Phòng Tài vụ > In ấn tài liệu @ Trước ngày 20/4/2025",
        ],
    ),
]

NO_WORK = [
    "| STT | Tên đơn vị | Nội dung |\n| 1 | Phòng Y tế | Chưa nộp báo cáo |",
    "| TT | Họ và tên | Đơn vị công tác | Chức vụ |\n| 1 | Lê Thị Hoa | Sở Nội vụ | Chuyên viên |",
    "| Thời gian | Nội dung | Người thực hiện |\n| 8h00 - 8h15 | Đón tiếp đại biểu | Văn phòng |\n| 8h15 - 8h30 | Khai mạc | Lãnh đạo Sở |",
    "| STT | Nội dung | Kinh phí thực hiện |\n| 1 | Tập huấn | 20.000.000 |",
]


@pytest.mark.parametrize(("table", "expected"), WORK)
def test_a_row_of_work_is_a_task(table: str, expected: list[str], readings: Readings) -> None:
    assert readings(table, "KH") == expected


@pytest.mark.parametrize("table", NO_WORK)
def test_lists_and_programmes_order_nothing(table: str, readings: Readings) -> None:
    assert readings(table, "KH") == []


@pytest.mark.parametrize("kind", ["PL", "DS"])
def test_a_table_of_work_in_an_annex_counts(kind: str, annex_readings: Readings) -> None:
    table, expected = WORK[0]
    assert annex_readings("Rà soát các nội dung sau:\n" + table, kind) == expected


def test_an_annex_in_a_file_of_its_own_counts_too(readings: Readings) -> None:
    table, expected = WORK[0]
    assert readings(table, "PL") == expected
