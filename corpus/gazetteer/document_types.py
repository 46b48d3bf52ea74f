"""Types of letters and their abbreviations: Decree 30/2020, annex III; Guideline 36-HD/VPTW for the Party."""

from __future__ import annotations

from collections.abc import Mapping

TYPE_NAMES: Mapping[str, str] = {
    "công văn": "CV",
    "nghị quyết": "NQ",
    "quyết định": "QĐ",
    "chỉ thị": "CT",
    "quy chế": "QC",
    "quy định": "QyĐ",
    "thông cáo": "TC",
    "thông báo": "TB",
    "hướng dẫn": "HD",
    "chương trình": "CTr",
    "kế hoạch": "KH",
    "phương án": "PA",
    "đề án": "ĐA",
    "dự án": "DA",
    "báo cáo": "BC",
    "biên bản": "BB",
    "tờ trình": "TTr",
    "hợp đồng": "HĐ",
    "công điện": "CĐ",
    "bản ghi nhớ": "BGN",
    "bản thỏa thuận": "BTT",
    "giấy ủy quyền": "GUQ",
    "giấy mời": "GM",
    "giấy mời họp": "GM",
    "giấy giới thiệu": "GGT",
    "giấy nghỉ phép": "GNP",
    "phiếu gửi": "PG",
    "phiếu chuyển": "PC",
    "phiếu báo": "PB",
    "thư mời": "TM",
    "điều lệ": "ĐL",
    "phụ lục": "PL",
}
"""The record's abbreviation by the printed type name in lower case."""

TYPES_WITHOUT_ABBREVIATION = frozenset({
    "kết luận", "thông tri", "thông tư", "thông tư liên tịch", "nghị định", "luật", "pháp lệnh", "lệnh", "danh sách",
    "đề cương", "lịch công tác", "lịch làm việc", "nội quy", "thư công", "công bố", "tuyên bố", "bản cam kết", "lời kêu gọi",
    "báo cáo chính trị", "phiếu trình", "đơn đề nghị", "giấy xác nhận", "giấy chứng nhận", "biểu mẫu", "mẫu", "bảng kê", "dự thảo",
})  # fmt: skip
"""Printed titles for which the record has no abbreviation."""

SYMBOL_TYPES: Mapping[str, str] = {
    **{code: code for code in TYPE_NAMES.values() if code not in {"PL", "TM"}},
    "QÐ": "QĐ",
    "QĐi": "QyĐ",
    "QĐI": "QyĐ",
    "QYĐ": "QyĐ",
    "TTR": "TTr",
    "CTR": "CTr",
    "CTrTr": "CTr",
    "GMH": "GM",
    "TM": "TM",
    "ThM": "TM",
}
"""The record's abbreviation by the type's part of a symbol ("QĐ" of "QĐ-UBND")."""
