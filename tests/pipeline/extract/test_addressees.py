"""Whom a letter is for: entries joined, split and cleaned as the contract says."""

from __future__ import annotations

import pytest

from pipeline.extract.addressees import extract_addressees
from schemas.text import Line, Word


def written(*texts: str) -> list[Line]:
    return [Line(None, tuple(Word(word, None) for word in text.split())) for text in texts]


BLOCKS = [
    (["Kính gửi: Sở Tài chính."], ["Sở Tài chính"]),
    (["Kính gửi:", "- Sở Tài chính;", "- Sở Nội vụ."], ["Sở Tài chính", "Sở Nội vụ"]),
    (["Kính gửi: - Sở Tài chính;", "- Sở Nội vụ."], ["Sở Tài chính", "Sở Nội vụ"]),
    (["Kính gửi: Sở Tài chính; Sở Nội vụ; UBND huyện An Thịnh."], ["Sở Tài chính", "Sở Nội vụ", "UBND huyện An Thịnh"]),
    (["Kính gửi:", "- Giám đốc các bệnh viện đa khoa công lập và ngoài công", "lập trong tỉnh;", "- Giám đốc các trung tâm."], ["Giám đốc các bệnh viện đa khoa công lập và ngoài công lập trong tỉnh", "Giám đốc các trung tâm"]),
    (["Kính gửi:", "- Các Sở: Công Thương, Y tế, Nội vụ;", "- Công an tỉnh."], ["Các Sở: Công Thương, Y tế, Nội vụ", "Công an tỉnh"]),
    (["Kính gửi: Các Sở: Công Thương; Y tế; Nội vụ."], ["Các Sở: Công Thương; Y tế; Nội vụ"]),
    (["Kính gửi:", "- Các trường học;", "- Các phòng.", "(sau đây gọi chung là các đơn vị)"], ["Các trường học", "Các phòng"]),
    (["Kính gửi: Các trung tâm y tế (sau đây gọi tắt là đơn vị)"], ["Các trung tâm y tế"]),
    (["Kính gửi:", "- Trưởng các phòng;", "- Các trạm.", "(gọi chung là thủ trưởng", "các đơn vị)"], ["Trưởng các phòng", "Các trạm"]),
    (["Kính trình: Ban Thường vụ Tỉnh ủy."], ["Ban Thường vụ Tỉnh ủy"]),
    (["Kính gửi: Bà Lê Thị Một và ông Trần Văn Hai"], ["Bà Lê Thị Một", "ông Trần Văn Hai"]),
    (["Kính gửi: Bà Lê Thị Một, ông Trần Văn Hai", "(Địa chỉ: thôn Ba, xã Bình Sơn,", "huyện An Thịnh)"], ["Bà Lê Thị Một", "ông Trần Văn Hai"]),
    (["Kính gửi: Phòng Y tế, Trung tâm Y tế các huyện, thị xã, thành phố."], ["Phòng Y tế, Trung tâm Y tế các huyện, thị xã, thành phố"]),
    (["Kính gửi:", "Sở Tài chính", "Sở Nội vụ", "Ủy ban nhân dân các xã, phường"], ["Sở Tài chính", "Sở Nội vụ", "Ủy ban nhân dân các xã, phường"]),
    (["Kính gửi: Ủy ban nhân dân các tỉnh, thành phố trực thuộc", "Trung ương."], ["Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"]),
    (["Kính gửi:", "+ Văn phòng Tỉnh ủy;", "+ Các ban đảng;"], ["Văn phòng Tỉnh ủy", "Các ban đảng"]),
    (["Kính gửi:", "1. Công ty Cổ phần An Phú;", "2. Công ty TNHH Bình Sơn."], ["Công ty Cổ phần An Phú", "Công ty TNHH Bình Sơn"]),
    (["Kính gửi Trưởng Phòng Nội vụ các huyện;"], ["Trưởng Phòng Nội vụ các huyện"]),
    (["Giám đốc Sở Y tế tỉnh An Phú điện:", "- Giám đốc các bệnh viện;", "- Giám đốc Trung tâm Cấp cứu."], ["Giám đốc các bệnh viện", "Giám đốc Trung tâm Cấp cứu"]),
    (["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN PHÚ điện:", "Chủ tịch Ủy ban nhân dân các xã, phường."], ["Chủ tịch Ủy ban nhân dân các xã, phường"]),
    (["Kính gửi: Các doanh nghiệp trên địa bàn tỉnh", "Kính thưa Quý doanh nghiệp!"], ["Các doanh nghiệp trên địa bàn tỉnh"]),
    (["Kính gửi:", "- Sở Tài chính;", "- Sở Nội vụ.", "Thực hiện kết luận của Chủ tịch Ủy ban nhân dân tỉnh,"], ["Sở Tài chính", "Sở Nội vụ"]),
    (["Kính gửi: ………………………"], []),
    ([], []),
    (["Kinh gửi: „", "~ Các Trung tâm y tế huyện/thị/thành phố trong tỉnh."], ["Các Trung tâm y tế huyện/thị/thành phố trong tỉnh"]),
    (["~- Ban Giám đốc Sở", "- Phòng Tổ chức - Hành chính"], ["Ban Giám đốc Sở", "Phòng Tổ chức - Hành chính"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), BLOCKS)
def test_each_body_or_person_is_one_entry(lines: list[str], expected: list[str]) -> None:
    assert [found.value for found in extract_addressees(written(*lines))] == expected


@pytest.mark.parametrize(("lines", "expected"), BLOCKS)
def test_every_entry_has_evidence_from_the_block(lines: list[str], expected: list[str]) -> None:
    text = "\n".join(" ".join(line.split()) for line in lines)
    for found in extract_addressees(written(*lines)):
        assert found.evidence
        assert all(piece.quote in text for piece in found.evidence)
