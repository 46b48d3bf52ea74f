"""Two issuers sign side by side: the one on the right first, the other kept behind it, neither in the body."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.parse import parse
from schemas.text import LaidPage

HEAD = [
    (90, 60, "SỞ Y TẾ - SỞ GIÁO DỤC"), (95, 110, "Số: 26/KHLN-SYT-SGDĐT"), (300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (320, 110, "An Phú, ngày 28 tháng 3 năm 2024"), (230, 150, "KẾ HOẠCH LIÊN NGÀNH"), (190, 170, "Phòng, chống đuối nước năm 2024"),
    (110, 220, "Căn cứ Kế hoạch số 3105/KH-UBND ngày 12/12/2023 của Ủy ban nhân dân tỉnh về phòng, chống"),
    (80, 240, "tai nạn, thương tích trẻ em năm 2024, hai Sở xây dựng Kế hoạch liên ngành như sau cho các đơn"),
    (80, 260, "vị trực thuộc thực hiện thống nhất trong toàn tỉnh."),
]  # fmt: skip
LEFT = [
    (100, 420, "SỞ GIÁO DỤC VÀ ĐÀO TẠO"), (140, 436, "KT. GIÁM ĐỐC"), (138, 452, "PHÓ GIÁM ĐỐC"), (145, 550, "Lò Văn Thắng"),
    (80, 580, "Nơi nhận:"), (80, 594, "- UBND tỉnh (b/c);"), (80, 608, "- Lưu: VT."),
]  # fmt: skip
RIGHT = [(400, 420, "SỞ Y TẾ"), (380, 436, "KT. GIÁM ĐỐC"), (378, 452, "PHÓ GIÁM ĐỐC"), (370, 550, "Nông Thị Hoài Thu")]


def test_both_signatures_are_kept_in_order(set_page: Callable[..., LaidPage]) -> None:
    (document,) = parse([set_page([*HEAD, *LEFT, *RIGHT])])
    assert [line.text for line in document.signature] == [
        "SỞ Y TẾ", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nông Thị Hoài Thu",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lò Văn Thắng",
    ]  # fmt: skip
    assert [line.text for line in document.distribution] == ["- UBND tỉnh (b/c);", "- Lưu: VT."]
    assert "GIÁM ĐỐC" not in " ".join(item.text for item in document.body if hasattr(item, "text"))


def test_capitals_above_the_list_with_nothing_beside_them_are_no_second_signature(
    set_page: Callable[..., LaidPage],
) -> None:
    late = [(x, baseline + 160, text) for x, baseline, text in RIGHT[1:]]
    (document,) = parse([set_page([*HEAD, *LEFT[4:], *late])])
    assert [line.text for line in document.signature] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nông Thị Hoài Thu"]
