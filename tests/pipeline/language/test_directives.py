"""Words that order, and the same words telling of orders."""

from __future__ import annotations

import pytest

from pipeline.language.directives import find_directives
from pipeline.language.folded import FoldedText


def words(text: str) -> list[str]:
    found = find_directives(FoldedText(text), 0, len(text))
    return [text[directive.start : directive.end] for directive in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND tỉnh yêu cầu các sở báo cáo", ["yêu cầu"]),
        ("Giao Sở Y tế chủ trì; đồng thời, giao Sở Tài chính bố trí kinh phí", ["Giao", "giao"]),
        ("Kính đề nghị Quý Bộ xem xét", ["Kính đề nghị"]),
        ("Do đó, đề nghị rà soát lại số liệu", ["đề nghị"]),
        ("Phân công đồng chí An theo dõi", ["Phân công"]),
        ("Theo đề nghị của Sở Nội vụ", []),
        ("đáp ứng yêu cầu các đơn vị đặt ra", []),
        ("UBND tỉnh đã giao Sở Xây dựng lập quy hoạch", []),
        ("ngành giáo dục giao lưu với các đơn vị", []),
        ("Sở nhận được Công văn số 5/CV của Công ty đề nghị hỗ trợ vốn", []),
        ("bàn giao các đơn vị trực thuộc", []),
    ],
)
def test_only_orders_are_found(text: str, expected: list[str]) -> None:
    assert words(text) == expected
