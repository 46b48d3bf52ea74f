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
    # offices of other kinds: courts, army, tax, customs, schools, Party, after the mergers of 2025 too
    (("QUÂN KHU 6", "BỘ CHỈ HUY QUÂN SỰ", "TỈNH AN PHÚ"), "QUÂN KHU 6", "BỘ CHỈ HUY QUÂN SỰ TỈNH AN PHÚ"),
    (("UBND QUẬN 7", "PHÒNG NỘI VỤ"), "UBND QUẬN 7", "PHÒNG NỘI VỤ"),
    (("ỦY BAN NHÂN DÂN", "PHƯỜNG 5"), None, "ỦY BAN NHÂN DÂN PHƯỜNG 5"),
    (("ỦY BAN NHÂN DÂN QUẬN 10", "ỦY BAN NHÂN DÂN PHƯỜNG 8"), "ỦY BAN NHÂN DÂN QUẬN 10", "ỦY BAN NHÂN DÂN PHƯỜNG 8"),
    (("TÒA ÁN NHÂN DÂN TỐI CAO", "TÒA ÁN NHÂN DÂN", "TỈNH AN PHÚ"), "TÒA ÁN NHÂN DÂN TỐI CAO", "TÒA ÁN NHÂN DÂN TỈNH AN PHÚ"),
    (("TÒA ÁN NHÂN DÂN TỈNH AN PHÚ", "TÒA ÁN NHÂN DÂN", "KHU VỰC 3"), "TÒA ÁN NHÂN DÂN TỈNH AN PHÚ", "TÒA ÁN NHÂN DÂN KHU VỰC 3"),
    (("VIỆN KIỂM SÁT NHÂN DÂN", "TỐI CAO", "VIỆN KIỂM SÁT NHÂN DÂN", "TỈNH AN PHÚ"), "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO", "VIỆN KIỂM SÁT NHÂN DÂN TỈNH AN PHÚ"),
    (("CỤC THUẾ", "THUẾ TỈNH AN PHÚ", "THUẾ CƠ SỞ 4"), "THUẾ TỈNH AN PHÚ", "THUẾ CƠ SỞ 4"),
    (("CỤC THUẾ", "THUẾ TỈNH AN PHÚ"), "CỤC THUẾ", "THUẾ TỈNH AN PHÚ"),
    (("TỔNG CỤC THUẾ", "CỤC THUẾ TỈNH AN PHÚ"), "TỔNG CỤC THUẾ", "CỤC THUẾ TỈNH AN PHÚ"),
    (("BỘ CÔNG AN", "CÔNG AN TỈNH AN PHÚ"), "BỘ CÔNG AN", "CÔNG AN TỈNH AN PHÚ"),
    (("CÔNG AN TỈNH AN PHÚ", "CÔNG AN PHƯỜNG 3"), "CÔNG AN TỈNH AN PHÚ", "CÔNG AN PHƯỜNG 3"),
    (("CÔNG AN TỈNH AN PHÚ", "PHÒNG CẢNH SÁT GIAO THÔNG"), "CÔNG AN TỈNH AN PHÚ", "PHÒNG CẢNH SÁT GIAO THÔNG"),
    (("HUYỆN ỦY BÌNH SƠN", "BAN TỔ CHỨC"), "HUYỆN ỦY BÌNH SƠN", "BAN TỔ CHỨC"),
    (("ĐẢNG BỘ HUYỆN BÌNH SƠN", "ĐẢNG ỦY XÃ MỸ HẠNH"), "ĐẢNG BỘ HUYỆN BÌNH SƠN", "ĐẢNG ỦY XÃ MỸ HẠNH"),
    (("ĐẢNG BỘ XÃ MỸ HẠNH", "CHI BỘ THÔN 4"), "ĐẢNG BỘ XÃ MỸ HẠNH", "CHI BỘ THÔN 4"),
    (("UBND TỈNH AN PHÚ", "TRƯỜNG CAO ĐẲNG", "KỸ THUẬT - CÔNG NGHỆ"), "UBND TỈNH AN PHÚ", "TRƯỜNG CAO ĐẲNG KỸ THUẬT - CÔNG NGHỆ"),
    (("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT SỐ 2 MỸ HẠNH"), "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT SỐ 2 MỸ HẠNH"),
    (("SỞ GIÁO DỤC VÀ ĐÀO TẠO AN PHÚ", "TRƯỜNG THPT MỸ HẠNH SỐ 2"), "SỞ GIÁO DỤC VÀ ĐÀO TẠO AN PHÚ", "TRƯỜNG THPT MỸ HẠNH SỐ 2"),
    (("KHO BẠC NHÀ NƯỚC", "KHO BẠC NHÀ NƯỚC KHU VỰC X"), "KHO BẠC NHÀ NƯỚC", "KHO BẠC NHÀ NƯỚC KHU VỰC X"),
    (("KHO BẠC NHÀ NƯỚC", "KHU VỰC XIV"), None, "KHO BẠC NHÀ NƯỚC KHU VỰC XIV"),
    (("NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "CHI NHÁNH KHU VỰC 9"), "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "CHI NHÁNH KHU VỰC 9"),
    (("NGÂN HÀNG CHÍNH SÁCH XÃ HỘI", "CHI NHÁNH TỈNH AN PHÚ"), "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI", "CHI NHÁNH TỈNH AN PHÚ"),
    (("TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM", "TỔNG CÔNG TY", "ĐIỆN LỰC MIỀN TRUNG"), "TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM", "TỔNG CÔNG TY ĐIỆN LỰC MIỀN TRUNG"),
    (("BỘ XÂY DỰNG", "CỤC ĐƯỜNG BỘ VIỆT NAM"), "BỘ XÂY DỰNG", "CỤC ĐƯỜNG BỘ VIỆT NAM"),
    (("CỤC ĐƯỜNG BỘ VIỆT NAM", "KHU QUẢN LÝ ĐƯỜNG BỘ III"), "CỤC ĐƯỜNG BỘ VIỆT NAM", "KHU QUẢN LÝ ĐƯỜNG BỘ III"),
    (("UBND XÃ MỸ HẠNH", "TRẠM Y TẾ"), "UBND XÃ MỸ HẠNH", "TRẠM Y TẾ"),
    (("UBND XÃ MỸ HẠNH", "TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"), "UBND XÃ MỸ HẠNH", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"),
    (("ỦY BAN MTTQ VIỆT NAM", "XÃ MỸ HẠNH"), None, "ỦY BAN MTTQ VIỆT NAM XÃ MỸ HẠNH"),
    (("UBMTTQ VIỆT NAM TỈNH AN PHÚ", "HỘI NÔNG DÂN"), "UBMTTQ VIỆT NAM TỈNH AN PHÚ", "HỘI NÔNG DÂN"),
    (("TỈNH ĐOÀN AN PHÚ", "BCH ĐOÀN HUYỆN BÌNH SƠN"), "TỈNH ĐOÀN AN PHÚ", "BCH ĐOÀN HUYỆN BÌNH SƠN"),
    (("BTL BỘ ĐỘI BIÊN PHÒNG", "BỘ CHỈ HUY", "BỘ ĐỘI BIÊN PHÒNG TỈNH"), "BTL BỘ ĐỘI BIÊN PHÒNG", "BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH"),
    (("BỘ TƯ LỆNH QUÂN KHU 5", "SƯ ĐOÀN 2"), "BỘ TƯ LỆNH QUÂN KHU 5", "SƯ ĐOÀN 2"),
    (("CỤC HẢI QUAN", "CHI CỤC HẢI QUAN", "KHU VỰC VIII"), "CỤC HẢI QUAN", "CHI CỤC HẢI QUAN KHU VỰC VIII"),
    (("CỤC THỐNG KÊ", "THỐNG KÊ TỈNH AN PHÚ"), "CỤC THỐNG KÊ", "THỐNG KÊ TỈNH AN PHÚ"),
    (("BẢO HIỂM XÃ HỘI VIỆT NAM", "BẢO HIỂM XÃ HỘI", "TỈNH AN PHÚ"), "BẢO HIỂM XÃ HỘI VIỆT NAM", "BẢO HIỂM XÃ HỘI TỈNH AN PHÚ"),
    (("BHXH TỈNH AN PHÚ", "BHXH CƠ SỞ MỸ HẠNH"), "BHXH TỈNH AN PHÚ", "BHXH CƠ SỞ MỸ HẠNH"),
    (("SỞ TƯ PHÁP AN PHÚ", "TRUNG TÂM TRỢ GIÚP", "PHÁP LÝ NHÀ NƯỚC"), "SỞ TƯ PHÁP AN PHÚ", "TRUNG TÂM TRỢ GIÚP PHÁP LÝ NHÀ NƯỚC"),
    (("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "CHI CỤC CHĂN NUÔI, THÚ Y", "VÀ THỦY SẢN"), "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "CHI CỤC CHĂN NUÔI, THÚ Y VÀ THỦY SẢN"),
    (("ĐOÀN ĐẠI BIỂU QUỐC HỘI", "TỈNH AN PHÚ"), None, "ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH AN PHÚ"),
    (("ĐOÀN ĐBQH VÀ HĐND TỈNH AN PHÚ", "VĂN PHÒNG"), "ĐOÀN ĐBQH VÀ HĐND TỈNH AN PHÚ", "VĂN PHÒNG"),
    (("UBND TỈNH AN PHÚ", "BAN CHỈ ĐẠO 389"), "UBND TỈNH AN PHÚ", "BAN CHỈ ĐẠO 389"),
    (("CHÍNH PHỦ",), None, "CHÍNH PHỦ"),
    (("THỦ TƯỚNG CHÍNH PHỦ",), None, "THỦ TƯỚNG CHÍNH PHỦ"),
    (("BỘ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG", "CỤC THỦY LỢI"), "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "CỤC THỦY LỢI"),
    (("UBND THÀNH PHỐ AN PHÚ", "BAN QUẢN LÝ DỰ ÁN", "ĐẦU TƯ XÂY DỰNG KHU VỰC 1"), "UBND THÀNH PHỐ AN PHÚ", "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG KHU VỰC 1"),
    (("HĐND XÃ MỸ HẠNH", "BAN PHÁP CHẾ"), "HĐND XÃ MỸ HẠNH", "BAN PHÁP CHẾ"),
    (("HỘI ĐỒNG NHÂN DÂN", "XÃ MỸ HẠNH"), None, "HỘI ĐỒNG NHÂN DÂN XÃ MỸ HẠNH"),
    (("SỞ Y TẾ TỈNH AN PHÚ", "BỆNH VIỆN ĐA KHOA", "KHU VỰC MỸ HẠNH"), "SỞ Y TẾ TỈNH AN PHÚ", "BỆNH VIỆN ĐA KHOA KHU VỰC MỸ HẠNH"),
    (("THANH TRA TỈNH AN PHÚ", "THANH TRA HUYỆN BÌNH SƠN"), "THANH TRA TỈNH AN PHÚ", "THANH TRA HUYỆN BÌNH SƠN"),
    (("UBND HUYỆN BÌNH SƠN", "THANH TRA HUYỆN"), "UBND HUYỆN BÌNH SƠN", "THANH TRA HUYỆN"),
    (("TỔNG LIÊN ĐOÀN LAO ĐỘNG VN", "LIÊN ĐOÀN LAO ĐỘNG", "TỈNH AN PHÚ"), "TỔNG LIÊN ĐOÀN LAO ĐỘNG VN", "LIÊN ĐOÀN LAO ĐỘNG TỈNH AN PHÚ"),
    (("HUYỆN ỦY BÌNH SƠN", "ĐẢNG ỦY THỊ TRẤN MỸ AN"), "HUYỆN ỦY BÌNH SƠN", "ĐẢNG ỦY THỊ TRẤN MỸ AN"),
    (("THÀNH ĐOÀN AN PHÚ", "BAN CHẤP HÀNH QUẬN ĐOÀN 3"), "THÀNH ĐOÀN AN PHÚ", "BAN CHẤP HÀNH QUẬN ĐOÀN 3"),
    (("ĐẢNG BỘ TỈNH AN PHÚ", "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG"), "ĐẢNG BỘ TỈNH AN PHÚ", "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG"),
    (("ĐẢNG ỦY UBND TỈNH AN PHÚ", "VĂN PHÒNG"), "ĐẢNG ỦY UBND TỈNH AN PHÚ", "VĂN PHÒNG"),
    (("BỘ TÀI CHÍNH", "KHO BẠC NHÀ NƯỚC"), "BỘ TÀI CHÍNH", "KHO BẠC NHÀ NƯỚC"),
    (("BỘ TÀI CHÍNH", "CỤC DỰ TRỮ NHÀ NƯỚC", "KHU VỰC AN PHÚ"), "BỘ TÀI CHÍNH", "CỤC DỰ TRỮ NHÀ NƯỚC KHU VỰC AN PHÚ"),
    (("UBND TP. AN PHÚ", "SỞ NÔNG NGHIỆP VÀ PTNT"), "UBND TP. AN PHÚ", "SỞ NÔNG NGHIỆP VÀ PTNT"),
    (("UBND TỈNH AN PHÚ", "SỞ NN VÀ PTNT"), "UBND TỈNH AN PHÚ", "SỞ NN VÀ PTNT"),
    (("UBND TỈNH AN PHÚ", "SỞ LĐ-TB VÀ XH"), "UBND TỈNH AN PHÚ", "SỞ LĐ-TB VÀ XH"),
    (("SỞ NÔNG NGHIỆP VÀ PTNT", "CHI CỤC THỦY LỢI"), "SỞ NÔNG NGHIỆP VÀ PTNT", "CHI CỤC THỦY LỢI"),
    (("UBND HUYỆN BÌNH SƠN", "PHÒNG LĐ-TB&XH"), "UBND HUYỆN BÌNH SƠN", "PHÒNG LĐ-TB&XH"),
    (("UBND HUYỆN BÌNH SƠN", "TRƯỜNG TIỂU HỌC MỸ AN 2"), "UBND HUYỆN BÌNH SƠN", "TRƯỜNG TIỂU HỌC MỸ AN 2"),
    (("PHÒNG GD&ĐT BÌNH SƠN", "TRƯỜNG THCS MỸ AN"), "PHÒNG GD&ĐT BÌNH SƠN", "TRƯỜNG THCS MỸ AN"),
    (("PHÒNG GDĐT HUYỆN BÌNH SƠN", "TRƯỜNG MẦM NON SƠN CA"), "PHÒNG GDĐT HUYỆN BÌNH SƠN", "TRƯỜNG MẦM NON SƠN CA"),
    (("TỔNG CÔNG TY ĐIỆN LỰC", "MIỀN BẮC", "CÔNG TY ĐIỆN LỰC AN PHÚ"), "TỔNG CÔNG TY ĐIỆN LỰC MIỀN BẮC", "CÔNG TY ĐIỆN LỰC AN PHÚ"),
    (("CÔNG TY TNHH MTV", "THỦY NÔNG AN PHÚ", "XÍ NGHIỆP SỐ 3"), "CÔNG TY TNHH MTV THỦY NÔNG AN PHÚ", "XÍ NGHIỆP SỐ 3"),
    (("TÒA ÁN NHÂN DÂN CẤP CAO", "TẠI AN PHÚ"), None, "TÒA ÁN NHÂN DÂN CẤP CAO TẠI AN PHÚ"),
    (("CỤC THI HÀNH ÁN DÂN SỰ", "TỈNH AN PHÚ", "CHI CỤC THADS", "HUYỆN BÌNH SƠN"), "CỤC THI HÀNH ÁN DÂN SỰ TỈNH AN PHÚ", "CHI CỤC THADS HUYỆN BÌNH SƠN"),
    (("BỘ TƯ PHÁP", "CỤC QUẢN LÝ THI HÀNH ÁN", "DÂN SỰ"), "BỘ TƯ PHÁP", "CỤC QUẢN LÝ THI HÀNH ÁN DÂN SỰ"),
    (("THI HÀNH ÁN DÂN SỰ", "TỈNH AN PHÚ"), None, "THI HÀNH ÁN DÂN SỰ TỈNH AN PHÚ"),
    (("THI HÀNH ÁN DÂN SỰ TỈNH AN PHÚ", "PHÒNG THADS KHU VỰC 4"), "THI HÀNH ÁN DÂN SỰ TỈNH AN PHÚ", "PHÒNG THADS KHU VỰC 4"),
    (("VKSND TỈNH AN PHÚ", "VKSND KHU VỰC 2"), "VKSND TỈNH AN PHÚ", "VKSND KHU VỰC 2"),
    (("BỘ CÔNG THƯƠNG", "TỔNG CỤC QUẢN LÝ THỊ TRƯỜNG", "CỤC QLTT TỈNH AN PHÚ"), "TỔNG CỤC QUẢN LÝ THỊ TRƯỜNG", "CỤC QLTT TỈNH AN PHÚ"),
    (("ĐẠI HỌC AN PHÚ", "TRƯỜNG ĐẠI HỌC SƯ PHẠM"), "ĐẠI HỌC AN PHÚ", "TRƯỜNG ĐẠI HỌC SƯ PHẠM"),
    (("LIÊN HIỆP CÁC HỘI", "KHOA HỌC VÀ KỸ THUẬT", "TỈNH AN PHÚ"), None, "LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH AN PHÚ"),
    (("TW HỘI LHPN VIỆT NAM", "HỘI LHPN TỈNH AN PHÚ"), "TW HỘI LHPN VIỆT NAM", "HỘI LHPN TỈNH AN PHÚ"),
    (("HỘI LHPN VIỆT NAM", "TỈNH AN PHÚ"), None, "HỘI LHPN VIỆT NAM TỈNH AN PHÚ"),
    (("TRUNG ƯƠNG HỘI", "NÔNG DÂN VIỆT NAM"), None, "TRUNG ƯƠNG HỘI NÔNG DÂN VIỆT NAM"),
    (("BAN CHẤP HÀNH TRUNG ƯƠNG", "VĂN PHÒNG"), "BAN CHẤP HÀNH TRUNG ƯƠNG", "VĂN PHÒNG"),
    (("VĂN PHÒNG TRUNG ƯƠNG ĐẢNG",), None, "VĂN PHÒNG TRUNG ƯƠNG ĐẢNG"),
    (("ỦY BAN THƯỜNG VỤ QUỐC HỘI", "BAN CÔNG TÁC ĐẠI BIỂU"), "ỦY BAN THƯỜNG VỤ QUỐC HỘI", "BAN CÔNG TÁC ĐẠI BIỂU"),
    (("UBND XÃ MỸ HẠNH", "PHÒNG VĂN HÓA - XÃ HỘI"), "UBND XÃ MỸ HẠNH", "PHÒNG VĂN HÓA - XÃ HỘI"),
    (("ỦY BAN NHÂN DÂN", "ĐẶC KHU PHÚ HẢI"), None, "ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ HẢI"),
    (("UBND ĐẶC KHU PHÚ HẢI", "BAN CHỈ HUY PHÒNG THỦ", "DÂN SỰ"), "UBND ĐẶC KHU PHÚ HẢI", "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ"),
    (("UBND TỈNH AN PHÚ", "TỔ CÔNG TÁC 1234"), "UBND TỈNH AN PHÚ", "TỔ CÔNG TÁC 1234"),
    (("BAN CHỈ ĐẠO PCTT VÀ TKCN", "TỈNH AN PHÚ"), None, "BAN CHỈ ĐẠO PCTT VÀ TKCN TỈNH AN PHÚ"),
    (("ỦY BAN BẦU CỬ TỈNH AN PHÚ", "TIỂU BAN NHÂN SỰ"), "ỦY BAN BẦU CỬ TỈNH AN PHÚ", "TIỂU BAN NHÂN SỰ"),
    (("UBND TỈNH AN PHÚ", "VƯỜN QUỐC GIA CHƯ LÂM"), "UBND TỈNH AN PHÚ", "VƯỜN QUỐC GIA CHƯ LÂM"),
    (("CHI CỤC KIỂM LÂM AN PHÚ", "HẠT KIỂM LÂM BÌNH SƠN"), "CHI CỤC KIỂM LÂM AN PHÚ", "HẠT KIỂM LÂM BÌNH SƠN"),
    (("BCH BĐBP TỈNH AN PHÚ", "ĐỒN BIÊN PHÒNG CỬA KHẨU"), "BCH BĐBP TỈNH AN PHÚ", "ĐỒN BIÊN PHÒNG CỬA KHẨU"),
    (("TỔNG CÔNG TY BƯU ĐIỆN VN", "BƯU ĐIỆN TỈNH AN PHÚ"), "TỔNG CÔNG TY BƯU ĐIỆN VN", "BƯU ĐIỆN TỈNH AN PHÚ"),
    (("TẬP ĐOÀN VNPT", "VIỄN THÔNG AN PHÚ"), "TẬP ĐOÀN VNPT", "VIỄN THÔNG AN PHÚ"),
    (("NHÀ XUẤT BẢN GIÁO DỤC", "VIỆT NAM"), None, "NHÀ XUẤT BẢN GIÁO DỤC VIỆT NAM"),
    (("UBND TỈNH AN PHÚ", "ĐÀI PHÁT THANH VÀ", "TRUYỀN HÌNH"), "UBND TỈNH AN PHÚ", "ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH"),
    (("KIỂM TOÁN NHÀ NƯỚC", "KIỂM TOÁN NHÀ NƯỚC", "KHU VỰC XI"), "KIỂM TOÁN NHÀ NƯỚC", "KIỂM TOÁN NHÀ NƯỚC KHU VỰC XI"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "parent", "issuer"), HEADINGS)
def test_words_tell_one_body_from_two(lines: tuple[str, ...], parent: str | None, issuer: str) -> None:
    found_parent, found_issuer = extract_agencies(written(*lines))
    assert (found_parent.value if found_parent else None) == parent
    assert found_issuer is not None
    assert found_issuer.value == issuer
    assert found_issuer.confidence >= 0.6


@pytest.mark.parametrize(("lines", "parent", "issuer"), HEADINGS)
def test_names_that_ocr_read_without_damage_stay(lines: tuple[str, ...], parent: str | None, issuer: str) -> None:
    found_parent, found_issuer = extract_agencies(read(*lines))
    assert ((found_parent.value if found_parent else None), found_issuer and found_issuer.value) == (parent, issuer)


DAMAGED = [
    (("QUẦN KHU 6", "BỘ CHỈ HUY QUÂN SỰ", "TỈNH AN PHÚ"), "QUÂN KHU 6", "BỘ CHỈ HUY QUÂN SỰ TỈNH AN PHÚ"),
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
