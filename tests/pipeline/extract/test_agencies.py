"""The left heading: which lines are one name, and which of two bodies issued the letter."""

from __future__ import annotations

import pytest

from pipeline.extract.agencies import extract_agencies
from schemas.geometry import Box
from schemas.text import Line, Word


def written(*texts: str) -> list[Line]:
    return [Line(None, tuple(Word(word, None) for word in text.split())) for text in texts]


def read(*texts: str, confidence: float = 0.9) -> list[Line]:
    return [
        Line(
            1,
            tuple(
                Word(word, Box(60 + 30 * x, 60 + 15 * y, 86 + 30 * x, 72 + 15 * y), confidence)
                for x, word in enumerate(text.split())
            ),
        )
        for y, text in enumerate(texts)
    ]


def weighted(*texts: tuple[str, bool]) -> list[Line]:
    return [Line(None, tuple(Word(word, None, bold=bold) for word in text.split())) for text, bold in texts]


HEADINGS = [
    (("UBND TỈNH AN PHÚ", "SỞ Y TẾ"), "UBND TỈNH AN PHÚ", "SỞ Y TẾ"),
    (("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI"), None, "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"),
    (("ỦY BAN NHÂN DÂN", "TỈNH AN PHÚ", "SỞ XÂY DỰNG"), "ỦY BAN NHÂN DÂN TỈNH AN PHÚ", "SỞ XÂY DỰNG"),
    (("BỘ NỘI VỤ",), None, "BỘ NỘI VỤ"),
    (("BỘ Y TẾ", "CỤC QUẢN LÝ DƯỢC"), "BỘ Y TẾ", "CỤC QUẢN LÝ DƯỢC"),
    (("BỘ Y TẾ", "BỆNH VIỆN ĐA KHOA TRUNG ƯƠNG", "THÀNH PHỐ AN PHÚ"), "BỘ Y TẾ", "BỆNH VIỆN ĐA KHOA TRUNG ƯƠNG THÀNH PHỐ AN PHÚ"),
    (("BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG ĐẠI HỌC AN PHÚ"), "BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG ĐẠI HỌC AN PHÚ"),
    (("TRƯỜNG ĐẠI HỌC AN PHÚ", "KHOA NÔNG NGHIỆP"), "TRƯỜNG ĐẠI HỌC AN PHÚ", "KHOA NÔNG NGHIỆP"),
    (("ĐẠI HỌC QUỐC GIA AN PHÚ", "TRƯỜNG ĐẠI HỌC", "KHOA HỌC TỰ NHIÊN"), "ĐẠI HỌC QUỐC GIA AN PHÚ", "TRƯỜNG ĐẠI HỌC KHOA HỌC TỰ NHIÊN"),
    (("UBND TỈNH AN PHÚ", "SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"), "UBND TỈNH AN PHÚ", "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"),
    (("UBND TỈNH AN PHÚ", "SỞ VĂN HÓA,", "THỂ THAO VÀ DU LỊCH"), "UBND TỈNH AN PHÚ", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
    (("UBND TỈNH AN PHÚ", "BAN QUẢN LÝ", "CÁC KHU CÔNG NGHIỆP"), "UBND TỈNH AN PHÚ", "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP"),
    (("SỞ Y TẾ AN PHÚ", "TRUNG TÂM", "KIỂM SOÁT BỆNH TẬT"), "SỞ Y TẾ AN PHÚ", "TRUNG TÂM KIỂM SOÁT BỆNH TẬT"),
    (("SỞ Y TẾ AN PHÚ", "THANH TRA"), "SỞ Y TẾ AN PHÚ", "THANH TRA"),
    (("TỈNH ỦY AN PHÚ", "BAN TUYÊN GIÁO", "*"), "TỈNH ỦY AN PHÚ", "BAN TUYÊN GIÁO"),
    (("TỈNH ỦY AN PHÚ", "*"), None, "TỈNH ỦY AN PHÚ"),
    (("THÀNH ỦY AN PHÚ", "BAN CÁN SỰ ĐẢNG", "ỦY BAN NHÂN DÂN THÀNH PHỐ", "*"), "THÀNH ỦY AN PHÚ", "BAN CÁN SỰ ĐẢNG ỦY BAN NHÂN DÂN THÀNH PHỐ"),
    (("TỈNH ỦY AN PHÚ", "BAN CÁN SỰ ĐẢNG ỦY", "BAN NHÂN DÂN TỈNH"), "TỈNH ỦY AN PHÚ", "BAN CÁN SỰ ĐẢNG ỦY BAN NHÂN DÂN TỈNH"),
    (("ĐẢNG BỘ TỈNH AN PHÚ", "ĐẢNG ỦY SỞ TÀI CHÍNH"), "ĐẢNG BỘ TỈNH AN PHÚ", "ĐẢNG ỦY SỞ TÀI CHÍNH"),
    (("TỔNG CÔNG TY ĐIỆN LỰC AN PHÚ", "CÔNG TY ĐIỆN LỰC BÌNH SƠN"), "TỔNG CÔNG TY ĐIỆN LỰC AN PHÚ", "CÔNG TY ĐIỆN LỰC BÌNH SƠN"),
    (("CÔNG TY CỔ PHẦN", "CẤP NƯỚC AN PHÚ"), None, "CÔNG TY CỔ PHẦN CẤP NƯỚC AN PHÚ"),
    (("HỘI ĐỒNG NHÂN DÂN", "XÃ BÌNH SƠN"), None, "HỘI ĐỒNG NHÂN DÂN XÃ BÌNH SƠN"),
    (("UBND XÃ BÌNH SƠN", "BAN CHỈ HUY", "PHÒNG THỦ DÂN SỰ"), "UBND XÃ BÌNH SƠN", "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ"),
    (("LIÊN ĐOÀN LAO ĐỘNG TỈNH AN PHÚ", "CÔNG ĐOÀN NGÀNH Y TẾ"), "LIÊN ĐOÀN LAO ĐỘNG TỈNH AN PHÚ", "CÔNG ĐOÀN NGÀNH Y TẾ"),
    (("CỤC THUẾ TỈNH AN PHÚ", "CHI CỤC THUẾ", "KHU VỰC BÌNH SƠN"), "CỤC THUẾ TỈNH AN PHÚ", "CHI CỤC THUẾ KHU VỰC BÌNH SƠN"),
    (("UBND HUYỆN BÌNH SƠN", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"), "UBND HUYỆN BÌNH SƠN", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"),
    (("HĐND TỈNH AN PHÚ", "BAN KINH TẾ - NGÂN SÁCH"), "HĐND TỈNH AN PHÚ", "BAN KINH TẾ - NGÂN SÁCH"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "parent", "issuer"), HEADINGS)
def test_words_tell_one_body_from_two(lines: tuple[str, ...], parent: str | None, issuer: str) -> None:
    found_parent, found_issuer = extract_agencies(written(*lines))
    assert (found_parent.value if found_parent else None) == parent
    assert found_issuer is not None
    assert found_issuer.value == issuer
    assert found_issuer.confidence >= 0.6


DAMAGED = [
    (("UBND TĨNH KIÊN GIANG", "SƠ Y TE"), "UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"),
    ((". ` UBNDTỈNH HẢI DƯƠNG _", "'SỞ TAI CHÍNH -"), "UBND TỈNH HẢI DƯƠNG", "SỞ TÀI CHÍNH"),
    (("ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH QUÁNG NGÃI Độc lập - Tự do"), None, "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"),
    (("BỘ GIAO DỤC VA ĐAO TẠO", "—", "TRƯỜNG ĐẠI HỌC AN PHÚ ˆ"), "BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG ĐẠI HỌC AN PHÚ"),
    (("TỈNH ỦY CÀ MAU", "BAN*XÂY DỰNG ĐẢNG"), "TỈNH ỦY CÀ MAU", "BAN XÂY DỰNG ĐẢNG"),
    (("VĂN PHÒNG", "/TB-VP"), None, "VĂN PHÒNG"),
    (("UBND TỈNH CÀ MAU", "SỚYTÉ"), "UBND TỈNH CÀ MAU", "SỞ Y TẾ"),
    (("UBND TỈNH CÀ MAU", "SỞY TÈE"), "UBND TỈNH CÀ MAU", "SỞ Y TẾ"),
    (("TRUNG TÂM CÔNG BÁO", "VÀ TIN HỌC", "ỦY BAN NHÂN DÂN", "TĨNH QUANG NGÁÀI"), None, "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"),
    (("-Ý UBND TỈNH CÀ MAU", "SỞ NỘI VỤ", "Sá:)243 /SNV-TCCB"), "UBND TỈNH CÀ MAU", "SỞ NỘI VỤ"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "parent", "issuer"), DAMAGED)
def test_names_are_freed_of_specks_and_spelled_right(lines: tuple[str, ...], parent: str | None, issuer: str) -> None:
    found_parent, found_issuer = extract_agencies(read(*lines))
    assert (found_parent.value if found_parent else None) == parent
    assert found_issuer is not None
    assert found_issuer.value == issuer


def test_bold_begins_the_issuer_whatever_the_words_say() -> None:
    lines = weighted(("HỢP TÁC XÃ VẬN TẢI", False), ("BÌNH SƠN", False), ("NHÓM XE SỐ HAI", True))
    parent, issuer = extract_agencies(lines)
    assert parent is not None
    assert issuer is not None
    assert (parent.value, issuer.value) == ("HỢP TÁC XÃ VẬN TẢI BÌNH SƠN", "NHÓM XE SỐ HAI")
    assert issuer.rule == "agency-by-weight"


def test_a_committee_with_its_place_in_bold_is_still_one_body() -> None:
    _, issuer = extract_agencies(weighted(("ỦY BAN NHÂN DÂN", True), ("TỈNH AN PHÚ", True)))
    assert issuer is not None
    assert issuer.value == "ỦY BAN NHÂN DÂN TỈNH AN PHÚ"


def test_a_unit_alone_may_stand_above_a_committee() -> None:
    parent, issuer = extract_agencies(written("TỈNH AN PHÚ", "ỦY BAN NHÂN DÂN", "XÃ BÌNH SƠN"))
    assert parent is not None
    assert issuer is not None
    assert (parent.value, issuer.value) == ("TỈNH AN PHÚ", "ỦY BAN NHÂN DÂN XÃ BÌNH SƠN")
    assert parent.confidence >= 0.6


def test_titles_and_stamps_are_no_agencies() -> None:
    assert extract_agencies(written("DANH SÁCH CÁC ĐƠN VỊ", "Ký bởi: Sở Y tế", "----")) == (None, None)


def test_the_evidence_is_every_line_of_the_name_as_read() -> None:
    _, issuer = extract_agencies(read("ỦY BAN NHÂN DÂN", "TINH CÀ MAU"))
    assert issuer is not None
    assert [piece.quote for piece in issuer.evidence] == ["ỦY BAN NHÂN DÂN", "TINH CÀ MAU"]
    assert issuer.value == "ỦY BAN NHÂN DÂN TỈNH CÀ MAU"
