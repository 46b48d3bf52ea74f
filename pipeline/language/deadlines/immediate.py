""" "Ngay", "khẩn trương": an order to act at once, where nothing else is said of time."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.deadlines.phrases import compiled, phrase
from schemas.deadline import DeadlinePhrase

_URGENT = compiled(
    r"khẩn\s+trương(?!\w)|lập\s+tức(?!\w)|tức\s+(?:thì|khắc|thời)(?!\w)|(?:một\s+cách\s+)?sớm\s+nhất(?=\s*(?:[,.;]|$))|ngay\s+lập\s+tức(?!\w)|(?:trong\s+)?thời\s+gian\s+sớm\s+nhất(?!\w)|sớm\s+nhất\s+có\s+thể|càng\s+sớm\s+càng\s+tốt"
    r"|ngay(?!\w)(?!\s+(?:tuần|sau|từ|tại|khi|cả|trong|trước|đầu|ngắn|thẳng|bên|cạnh|lúc|đến|giữa|trên|dưới|ở|tháng|ngày|năm|quý|chính|như|ngay))"
)


def find(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """Words of lower-case ``text`` that order to act at once."""
    for match in _URGENT.finditer(text):
        yield phrase(source, match, "immediate", None, None)
