"""What a letter says it does to one it cites, and what only sounds like it."""

from __future__ import annotations

from datetime import date

import pytest

from models.tables import LinkKind
from pipeline.register.relations import relations
from schemas.record import Reference

CITED = (Reference(number="107/SNV-TCCC"),)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Phúc đáp Công văn số 107/SNV-TCCC ngày 02/3/2026 của Sở Nội vụ,", [LinkKind.REPLY]),
        ("Trả lời Công văn số 107 / SNV-TCCC của Sở Nội vụ, phòng có ý kiến như sau", [LinkKind.REPLY]),
        ("Quyết định này thay thế Quyết định số 107/SNV-TCCC.", [LinkKind.REPLACEMENT]),
        ("Thu hồi Công văn số 107/SNV-TCCC do có sai sót.", [LinkKind.RECALL]),
        ("Gia hạn thời gian báo cáo tại Công văn số 107/SNV-TCCC đến hết ngày 31/3/2026.", [LinkKind.EXTENSION]),
        ("Thực hiện Công văn số 107/SNV-TCCC, phòng báo cáo.", []),
        ("Thu hồi đất theo Quyết định số 107/SNV-TCCC", []),
        ("được thay thế bởi Quyết định số 107/SNV-TCCC", []),
        ("Đã trả lời. Công văn số 107/SNV-TCCC nêu rõ", []),
        ("đề nghị trả lời Công văn số 107/SNV-TCCC trước ngày 20/3/2026", []),
        ("Phúc đáp Công văn số 108/SNV-TCCC", []),
    ],
)
def test_only_the_words_before_the_number_count(text: str, kinds: list[LinkKind]) -> None:
    assert [found.kind for found in relations(CITED, [text])] == kinds


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("gia hạn Công văn số 107/SNV-TCCC đến ngày 31/3/2026", date(2026, 3, 31)),
        ("gia hạn Công văn số 107/SNV-TCCC ngày 02/3/2026 đến hết ngày 31/3/2026.", date(2026, 3, 31)),
        ("gia hạn Công văn số 107/SNV-TCCC thêm 10 ngày", None),
        ("gia hạn Công văn số 107/SNV-TCCC đến 30/3/2026 hoặc đến 31/3/2026", None),
        ("gia hạn Công văn số 107/SNV-TCCC đến ngày 31/2/2026", None),
    ],
)
def test_an_extension_has_the_day_it_prints(text: str, due: date | None) -> None:
    assert [found.due for found in relations(CITED, [text])] == [due]
