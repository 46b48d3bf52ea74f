"""What only the last words of an order say of time, and what looks like it elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.calendar import working_calendar
from pipeline.language.deadlines import find_deadlines, read_closing_time
from pipeline.resolve.deadlines import Bearings, work_out

BEARINGS = Bearings(date(2025, 3, 10), date(2025, 3, 12), working_calendar())

ACTS = [
    # act, phrase, kind, bound, due
    ("rà soát, cử cán bộ đi học trong năm 2025", "trong năm 2025", "date", "by", "2025-12-31"),
    ("lắp đặt biển báo tại các cổng trường trong năm 2025.", "trong năm 2025", "date", "by", "2025-12-31"),
    ("sửa chữa nhà làm việc của thôn trong năm nay", "trong năm nay", "date", "by", "2025-12-31"),
    ("báo cáo Thường trực Huyện ủy ngay trong năm 2025", "ngay trong năm 2025", "date", "by", "2025-12-31"),
    ("lấy ý kiến đảng viên trong kỳ sinh hoạt chi bộ tháng 4/2025", "trong kỳ sinh hoạt chi bộ tháng 4/2025", "date", "by", "2025-04-30"),
    ("quán triệt tại buổi sinh hoạt đầu tuần tháng 4/2025", "tại buổi sinh hoạt đầu tuần tháng 4/2025", "date", "by", "2025-04-30"),
    ("trình bày đề án trong phiên họp thường kỳ quý II/2025", "trong phiên họp thường kỳ quý II/2025", "date", "by", "2025-06-30"),
    ("phúc tra kết quả của các xã sau từng đợt huấn luyện", "sau từng đợt huấn luyện", "relative", None, None),
    ("báo cáo kết quả sau mỗi đợt kiểm tra;", "sau mỗi đợt kiểm tra", "relative", None, None),
    ("vệ sinh chuồng trại sau khi kết thúc mỗi lần xuất bán", "sau khi kết thúc mỗi lần xuất bán", "relative", None, None),
    ("tổng hợp báo cáo Ủy ban nhân dân xã vào cuối mỗi vụ sản xuất", "vào cuối mỗi vụ sản xuất", "relative", "by", None),
    ("đánh giá học viên cuối mỗi đợt bồi dưỡng", "cuối mỗi đợt bồi dưỡng", "relative", "by", None),
    ("cho học sinh ký cam kết ngay tuần đầu năm học 2025 - 2026", "ngay tuần đầu năm học 2025 - 2026", "relative", "by", None),
    ("lồng ghép vào giờ chào cờ ngay từ tuần học thứ hai của năm học", "ngay từ tuần học thứ hai của năm học", "relative", "by", None),
    ("phát động thi đua ngay từ đầu năm học mới", "ngay từ đầu năm học mới", "relative", "by", None),
    ("tăng cường tuần tra trong thời gian trước, trong và sau Tết", "trong thời gian trước, trong và sau Tết", "relative", "by", None),
    ("bảo đảm trật tự trước, trong và sau lễ hội đền", "trước, trong và sau lễ hội đền", "relative", "by", None),
    ("thâm nhập 100% hồ sơ trước khi phát lệnh gọi nhập ngũ", "trước khi phát lệnh gọi nhập ngũ", "relative", "before", None),
    ("gia cố bờ bao trước khi bão đổ bộ", "trước khi bão đổ bộ", "relative", "before", None),
    ("báo cáo Ban Thường vụ cho ý kiến trước khi thực hiện", "trước khi thực hiện", "relative", "before", None),
    ("quán triệt trong kỳ sinh hoạt tháng 4/2025; cho đảng viên ký cam kết", "trong kỳ sinh hoạt tháng 4/2025", "date", "by", "2025-04-30"),
    ("bố trí tổ cấp cứu trong ngày bầu cử", "trong ngày bầu cử", "relative", "by", None),
    ("bảo đảm điện trong thời gian diễn ra lễ hội", "trong thời gian diễn ra lễ hội", "relative", "by", None),
    ("trực 24/24 giờ trong những ngày Tết.", "trong những ngày Tết", "relative", "by", None),
    ("báo cáo Chủ tịch Ủy ban nhân dân huyện trong 24 giờ", "trong 24 giờ", "relative", "by", None),
    ("thông báo cho chủ tàu trong 30 phút.", "trong 30 phút", "relative", "by", None),
    ("khắc phục sự cố mất nước trong không quá 02 giờ", "trong không quá 02 giờ", "relative", "by", None),
]  # fmt: skip


@pytest.mark.parametrize(("act", "text", "kind", "bound", "due"), ACTS, ids=[act[0] for act in ACTS])
def test_last_words_of_an_act(act: str, text: str, kind: str, bound: str | None, due: str | None) -> None:
    assert find_deadlines(act) == ()
    phrase = read_closing_time(act)
    assert phrase is not None
    deadline = work_out(phrase, BEARINGS)
    day = deadline.due.isoformat() if deadline.due else None
    assert act[phrase.start : phrase.end] == phrase.text
    assert (phrase.text, deadline.kind, deadline.bound, day) == (text, kind, bound, due)


@pytest.mark.parametrize(
    "act",
    [
        "tổng hợp kết quả trong năm 2025",
        "thống kê số liệu phát sinh trong năm 2024",
        "tham mưu tổ chức các hoạt động trong năm 2025",
        "rà soát các văn bản ban hành trong năm 2024",
        "trong năm 2025 tập trung rà soát quy hoạch",
        "trước khi công bố phải mã hóa thông tin của đương sự",
        "kiểm tra hồ sơ trước khi nhận, ghi vào sổ",
        "bố trí người trực trong 24 giờ",
        "tập huấn cho giáo viên trong 02 ngày",
        "phối hợp khi có yêu cầu",
        "kiểm tra đợt 2 năm 2025",
        "đăng ký đề tài trong năm học 2025 - 2026",
        "",
    ],
)
def test_what_is_no_closing_time(act: str) -> None:
    assert read_closing_time(act) is None
