"""Who gets the result: the body behind "gửi về", "báo cáo", "trình", not whom the receiver reports to."""

from __future__ import annotations

import pytest

from pipeline.extract.tasks.receivers import find_receiver
from pipeline.language.folded import FoldedText

RECEIVERS = [
    ("thống kê số liệu và gửi báo cáo về Phòng Nội vụ để tổng hợp gửi Sở Nội vụ", "Phòng Nội vụ"),
    ("rà soát, tổng hợp, báo cáo UBND Thành phố trước ngày 08/6", "UBND Thành phố"),
    ("báo cáo Ủy ban nhân dân tỉnh và Sở Tư pháp về tình hình thi hành án", "Ủy ban nhân dân tỉnh và Sở Tư pháp"),
    ("báo cáo kết quả với Giám đốc Sở để theo dõi", "Giám đốc Sở"),
    ("hoàn chỉnh báo cáo để Bộ Y tế tổng hợp", "Bộ Y tế"),
    ("lập danh sách gửi về Sở (qua Phòng Tổ chức) trước ngày 5/6", "Sở"),
    ("kịp thời tham mưu UBND tỉnh xem xét, chỉ đạo", "UBND tỉnh"),
    ("nộp hồ sơ trực tiếp cho Văn phòng Đăng ký đất đai", "Văn phòng Đăng ký đất đai"),
    ("tham mưu Giám đốc Sở ban hành kế hoạch", None),
    ("thực hiện đúng quy trình, thủ tục", None),
    ("giảm phiền hà cho người dân và doanh nghiệp", None),
    ("tổ chức tuyên truyền đến nhân dân", None),
]


@pytest.mark.parametrize(("act", "receiver"), RECEIVERS)
def test_the_receiver_is_the_body_it_is_sent_to(act: str, receiver: str | None) -> None:
    found = find_receiver(FoldedText(act), 0, len(act))
    assert (act[slice(*found)] if found else None) == receiver
