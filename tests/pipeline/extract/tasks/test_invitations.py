"""Invitations: who is asked to which event at which hour, and what else they ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.extracted import ExtractedTask

Readings = Callable[..., list[str]]
TasksOf = Callable[..., tuple[ExtractedTask, ...]]

INVITATIONS = {
    "by_name": (
        "TM",
        None,
        """
Trường Đại học Công nghệ Đông Nam trân trọng kính mời: Ông/Bà Nguyễn Thị Lan, Giám đốc Công ty Phần mềm Sao Mai
Tới dự: Lễ khai giảng năm học 2023-2024.
Thời gian: 07 giờ 30, thứ Hai ngày 11/9/2023.
Địa điểm: Hội trường A, số 12 đường Lê Lợi.
Rất hân hạnh được đón tiếp./.
""",
        [
            "Ông/Bà Nguyễn Thị Lan, Giám đốc Công ty Phần mềm Sao Mai > tham dự Lễ khai giảng năm học 2023-2024 @ 07 giờ 30, thứ Hai ngày 11/9/2023",
        ],
    ),
    "to_the_addressees": (
        "GM",
        None,
        """
Để thống nhất phương án bồi thường, UBND tỉnh tổ chức cuộc họp nghe báo cáo vướng mắc dự án đường ven biển.
Chủ tịch UBND tỉnh mời đại diện lãnh đạo các cơ quan nêu trên dự họp.
- Thời gian: 14h00, ngày 06/4/2022 (thứ Tư).
- Địa điểm: Phòng họp số 2, UBND tỉnh.
Đề nghị Sở Xây dựng chuẩn bị báo cáo, gửi Văn phòng UBND tỉnh trước ngày 05/4/2022.
""",
        [
            "đại diện lãnh đạo các cơ quan nêu trên > tham dự cuộc họp nghe báo cáo vướng mắc dự án đường ven biển @ 14h00, ngày 06/4/2022 (thứ Tư)",
            "Sở Xây dựng > chuẩn bị báo cáo, gửi Văn phòng UBND tỉnh => Văn phòng UBND tỉnh @ trước ngày 05/4/2022",
        ],
    ),
    "letter_that_invites": (
        "CV",
        "V/v mời họp triển khai Đề án vị trí việc làm",
        """
Sở Nội vụ mời đại diện lãnh đạo Phòng Nội vụ các huyện, thành phố dự họp triển khai Đề án vị trí việc làm vào lúc 14 giờ 00 ngày 20/3/2023 tại Hội trường Sở Nội vụ.
Đề nghị các đơn vị sắp xếp, tham dự đúng thành phần.
""",
        [
            "đại diện lãnh đạo Phòng Nội vụ các huyện, thành phố > tham dự họp triển khai Đề án vị trí việc làm @ vào lúc 14 giờ 00 ngày 20/3/2023",
        ],
    ),
    "training_told_of": (
        "CV",
        "V/v cử công chức tham dự Hội nghị tập huấn",
        """
Sở Tư pháp tổ chức Hội nghị tập huấn nghiệp vụ hộ tịch năm 2022.
1. Thời gian: 02 ngày, từ ngày 10/8/2022 đến ngày 11/8/2022; khai mạc lúc 7h30.
2. Địa điểm: Khách sạn Hoa Sen.
3. Thành phần: công chức tư pháp - hộ tịch cấp xã.
Đề nghị UBND các huyện, thành phố cử công chức tham dự và gửi danh sách về Sở Tư pháp trước ngày 05/8/2022.
""",
        [
            "UBND các huyện, thành phố > cử công chức tham dự và gửi danh sách về Sở Tư pháp => Sở Tư pháp @ trước ngày 05/8/2022",
        ],
    ),
    "order_to_attend": (
        "CV",
        None,
        """
Đề nghị các phòng, ban cử 01 đại diện tham dự Hội nghị trực tuyến phổ biến Luật Đất đai vào lúc 8 giờ 00 ngày 12/7/2024 tại phòng họp trực tuyến UBND huyện.
""",
        [
            "các phòng, ban > cử 01 đại diện tham dự Hội nghị trực tuyến phổ biến Luật Đất đai tại phòng họp trực tuyến UBND huyện @ vào lúc 8 giờ 00 ngày 12/7/2024",
        ],
    ),
    "groups_of_bodies": (
        "GM",
        "Dự Hội nghị gặp mặt doanh nghiệp cuối năm 2021",
        """
I. THÀNH PHẦN
1. Đại biểu cấp tỉnh:
- Đại diện lãnh đạo: Sở Công Thương, Sở Tài chính, Cục Thuế tỉnh;
- Chủ tịch Hiệp hội Doanh nghiệp tỉnh.
2. Đại biểu cấp huyện:
- Chủ tịch UBND các huyện: An Phú, Bình Long, Châu Đức;
- Trưởng phòng Kinh tế các huyện.
II. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8 giờ 00 phút, ngày 15 tháng 12 năm 2021.
2. Địa điểm: Trung tâm Hội nghị tỉnh.
Các đại biểu xác nhận tham dự qua số điện thoại 0977.111.222 trước ngày 13/12/2021.
""",
        [
            "Sở Công Thương; Sở Tài chính; Cục Thuế tỉnh; Chủ tịch Hiệp hội Doanh nghiệp tỉnh; Chủ tịch UBND các huyện: An Phú, Bình Long, Châu Đức; Trưởng phòng Kinh tế các huyện > tham dự Hội nghị gặp mặt doanh nghiệp cuối năm 2021 @ 8 giờ 00 phút, ngày 15 tháng 12 năm 2021",
            "Các đại biểu > xác nhận tham dự qua số điện thoại 0977.111.222 @ trước ngày 13/12/2021",
        ],
    ),
    "timetable": (
        "GM",
        None,
        """
Kính mời đại biểu tham dự buổi làm việc theo lịch như sau:
| Thời gian | Thành phần | Nội dung |
| 8h00 ngày 12/4/2022 | Sở Y tế, Bảo hiểm xã hội tỉnh | Rà soát thanh toán BHYT |
| 14h00 ngày 12/4/2022 | Sở Tài chính; Kho bạc Nhà nước | Quyết toán ngân sách |
""",
        [
            "Sở Y tế; Bảo hiểm xã hội tỉnh > tham dự buổi làm việc theo lịch: Rà soát thanh toán BHYT @ 8h00 ngày 12/4/2022",
            "Sở Tài chính; Kho bạc Nhà nước > tham dự buổi làm việc theo lịch: Quyết toán ngân sách @ 14h00 ngày 12/4/2022",
        ],
    ),
    "council_session": (
        "GM",
        None,
        """
Thường trực HĐND huyện trân trọng kính mời Quý đại biểu về dự Kỳ họp thứ 8, HĐND huyện khóa XII.
Thời gian: 1,5 ngày, khai mạc lúc 7 giờ 30 phút ngày 19/12/2023.
Địa điểm: Hội trường UBND huyện.
Thành phần: Đại biểu HĐND huyện; thủ trưởng các phòng, ban; Chủ tịch UBND các xã, thị trấn.
""",
        [
            "Đại biểu HĐND huyện; thủ trưởng các phòng, ban; Chủ tịch UBND các xã, thị trấn > tham dự Kỳ họp thứ 8, HĐND huyện khóa XII @ 5 ngày, khai mạc lúc 7 giờ 30 phút ngày 19/12/2023",
        ],
    ),
}


@pytest.mark.parametrize("name", INVITATIONS)
def test_an_invitation_is_a_task_to_attend(name: str, readings: Readings) -> None:
    kind, subject, text, expected = INVITATIONS[name]
    assert readings(text, kind, subject) == expected


@pytest.mark.parametrize("name", INVITATIONS)
def test_an_event_has_its_own_day(name: str, tasks_of: TasksOf) -> None:
    kind, subject, text, _ = INVITATIONS[name]
    for task in tasks_of(text, kind, subject):
        if task.rule == "task.invitation":
            assert task.deadline is not None
            assert task.deadline.value.bound == "at"
