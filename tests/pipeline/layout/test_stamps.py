"""The stamp ĐẾN is read apart from the text it was put over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.layout import lay_out
from schemas.geometry import Box
from schemas.text import Ink, Page, Word


def words(x0: float, baseline: float, text: str, ink: Ink = "black") -> list[Word]:
    found, x = [], x0
    for part in text.split():
        width = 6.0 * len(part)
        found.append(Word(part, Box(x, baseline - 8.5, x + width, baseline), ink=ink))
        x += width + 4
    return found


LETTER = [
    *words(90, 100, "Số: 45/SYT-NVY"),
    *words(90, 120, "V/v báo cáo kết quả"),
    *words(190, 190, "Kính gửi: Sở Xây dựng"),
    *words(220, 208, "- Công an tỉnh."),
    *words(80, 240, "Sở Y tế đề nghị các đơn vị trực thuộc báo cáo kết quả trước ngày 08/6 năm nay."),
]
STAMP = [
    *words(60, 145, "SỞ XÂY DỰNG AN PHÚ", "red"),
    *words(100, 165, "Số:", "red"),
    *words(125, 164, "512", "blue"),
    *words(60, 186, "ĐẾN", "red"),
    *words(100, 188, "Ngày:", "red"),
    *words(142, 187, "7.8", "blue"),
    *words(100, 207, "Chuyển:", "red"),
    *words(152, 206, "TH", "blue"),
]


def texts(found: list[Word]) -> list[str]:
    (laid,) = lay_out([Page(1, 595.0, 842.0, "ocr", tuple(found))])
    return [line.text for line in laid.lines]


def test_stamp_in_red_comes_first_and_leaves_the_addressees_whole() -> None:
    found = texts([*LETTER, *STAMP])
    assert found[:4] == ["SỞ XÂY DỰNG AN PHÚ", "Số: 512", "ĐẾN Ngày: 7.8", "Chuyển: TH"]
    assert "Kính gửi: Sở Xây dựng" in found
    assert "- Công an tỉnh." in found
    assert "Số: 45/SYT-NVY" in found


def test_entries_of_a_grey_stamp_are_lifted_with_what_follows_them() -> None:
    grey = [replace(word, ink="black") for word in STAMP if word.text not in ("SỞ", "XÂY", "DỰNG", "AN", "PHÚ")]
    found = texts([*LETTER, *grey])
    assert found[:3] == ["Số: 512", "ĐẾN Ngày: 7.8", "Chuyển: TH"]
    assert "Kính gửi: Sở Xây dựng" in found


def test_mark_of_urgency_inside_the_frame_is_no_part_of_it() -> None:
    found = texts([*LETTER, *STAMP, *words(195, 166, "KHẨN", "red")])
    assert "KHẨN" in found
    assert "Số: 512" in found


@pytest.mark.parametrize("alone", ["đến ngày 7.8", "ĐẾN NĂM 2030"])
def test_words_of_the_text_are_no_stamp(alone: str) -> None:
    body = words(80, 260, f"Kế hoạch {alone} của các đơn vị")
    assert "Số: 45/SYT-NVY" in texts([*LETTER, *body])
    assert texts([*LETTER, *body])[0] == "Số: 45/SYT-NVY"
