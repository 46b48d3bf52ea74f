"""Stamps of urgency and secrecy."""

from __future__ import annotations

import pytest

from pipeline.extract.marks import extract_marks
from schemas.text import Line, Word


def lines(*texts: str) -> list[Line]:
    return [Line(None, tuple(Word(word, None) for word in text.split())) for text in texts]


@pytest.mark.parametrize(
    ("texts", "urgency", "secrecy"),
    [
        (["HỎA TỐC"], "HỎA TỐC", None),
        (["HOẢ TỐC"], "HỎA TỐC", None),
        (["HOA TÓC"], "HỎA TỐC", None),
        (["HỎA TỐC HẸN GIỜ"], "HỎA TỐC", None),
        (["THƯỢNG KHẨN"], "THƯỢNG KHẨN", None),
        (["THUỢNG KHÁN"], "THƯỢNG KHẨN", None),
        (["KHẨN"], "KHẨN", None),
        (["[KHẨN]"], "KHẨN", None),
        (["MẬT"], None, "MẬT"),
        (["TỐI MẬT", "KHẨN"], "KHẨN", "TỐI MẬT"),
        (["TUYỆT MẬT"], None, "TUYỆT MẬT"),
        (["khẩn trương thực hiện"], None, None),
        (["BÍ MẬT NHÀ NƯỚC TỈNH AN PHÚ"], None, None),
        (["LƯU HÀNH NỘI BỘ"], None, None),
        ([], None, None),
    ],
)
def test_the_highest_mark_of_each_kind_counts(texts: list[str], urgency: str | None, secrecy: str | None) -> None:
    found_urgency, found_secrecy = extract_marks(lines(*texts))
    assert (found_urgency.value if found_urgency else None) == urgency
    assert (found_secrecy.value if found_secrecy else None) == secrecy
