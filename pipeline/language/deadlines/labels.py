"""Deadlines behind a label inside running text: "… Chủ trì: Sở Y tế. Thời gian hoàn thành: Quý II/2024."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language.deadlines.cells import reading_at
from schemas.deadline import DeadlinePhrase

_ACT = r"thực\s+hiện|hoàn\s+thành|báo\s+cáo|trình|gửi|nộp|ban\s+hành|triển\s+khai|xong|đăng\s+ký|trả\s+lời|bàn\s+giao|tham\s+mưu|xử\s+lý|giải\s+quyết"
_STATED = re.compile(
    rf"(?<!\w)(?:(?:thời\s+)?hạn|thời\s+(?:gian|điểm))\s+(?:(?:{_ACT})(?:\s+(?!hợp\s+đồng|(?:là|vào|ngày|từ|sau|trước)(?!\w))\w+){{0,4}}?|(?:chót|cuối(?:\s+cùng)?)(?:\s+(?!ngày(?!\w))\w+){{0,4}}?)\s+(?:(?:là|vào|đến|tới)\s+)*(?=ngày\s*\d|\d{{1,2}}\s*/|\d{{1,2}}\s*(?:h|giờ))"
)
"""The same without a colon, where a printed day follows at once: "thời hạn hoàn thành ngày 20/3/2025"."""
_LABEL = re.compile(
    rf"(?<!\w)(?:(?:thời\s+(?:gian|hạn|điểm)|hạn|tiến\s+độ|lộ\s+trình)(?:\s+(?:dự\s+kiến|phải|cần))?\s+(?:{_ACT})(?:\s+(?!hợp\s+đồng)\w+){{0,4}}?|thời\s+hạn|tiến\s+độ|thời\s+gian\s+dự\s+kiến|deadline(?:\s+\w+){{0,3}}"
    r"|hạn\s+(?:chót|cuối(?:\s+cùng)?)(?:\s+\w+){0,5}?|hoàn\s+thành|dự\s+kiến\s+hoàn\s+thành)\s*:\s*(?:(?:hoàn\s+thành|xong|dự\s+kiến)\s+)?"
)


def find(text: str, source: str) -> Iterator[DeadlinePhrase]:
    """Bare days, periods and recurrences right behind a label of lower-case ``text``."""
    for pattern in (_LABEL, _STATED):
        for label in pattern.finditer(text):
            found = reading_at(text, source, label.end())
            if found is not None:
                yield found
