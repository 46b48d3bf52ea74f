"""Marks that OCR took from the words of time, given back: "chậm nhât" is "chậm nhất", "truoc ngay 5/6" a day.

Only set phrases are mended, and single words only beside digits, so that "quy định" never becomes a quarter.
"""

from __future__ import annotations

import re

from pipeline.language.dates import lower_case
from schemas.folding import fold

_PHRASES = (
    "trước ngày", "trước thời điểm", "chậm nhất", "muộn nhất", "không muộn hơn", "hạn chót", "hạn cuối", "thời hạn", "thời gian", "đến hết",
    "hết ngày", "đến cuối", "cuối năm", "cuối tháng", "đầu tháng", "đầu năm", "trong vòng", "ngày làm việc", "kể từ", "tính từ", "từ nay", "nhận được",
    "ban hành", "định kỳ", "hằng tuần", "hằng tháng", "hằng quý", "hằng năm", "hằng ngày", "hàng tuần", "hàng tháng", "hàng quý", "hàng năm",
    "hàng ngày", "đột xuất", "khẩn trương", "lập tức", "chủ nhật", "thứ hai", "thứ sáu", "thứ bảy", "hoàn thành",
    "tết nguyên đán", "gia hạn", "bắt đầu", "khai mạc", "kế tiếp", "tiếp theo", "làm việc", "số liệu", "tiếp nhận",
)  # fmt: skip
_WORDS = (
    (
        r"nga[vyu](?=[\s.,]*[0-3]?[\doli]\s*(?:[./\-]\s*[\doli]|thang(?!\w)))|(?<=[\doli] )ngav(?!\w)|ngav(?= lam viec)",
        "ngày",
    ),
    (r"khong qua(?=\s+(?:ngay\s+)?\d)", "không quá"),
    (r"truoc(?=\s+[0-3]?\d\s*[/.h:g])", "trước"),
    (r"thang(?=[\s.]*(?:1[0-2]|0?[1-9])(?!\d))", "tháng"),
    (r"nam(?=[\s.]*20\d\d(?!\d))", "năm"),
    (r"quy(?=\s+(?:i{1,3}|iv|[1-4])(?!\w))", "quý"),
    (r"gio(?=\s*(?:[0-5]\d|ngay|,))", "giờ"),
    (r"den(?=\s+(?:ngay\s+)?[0-3]?\d\s*[/.\-])", "đến"),
    (r"(?<!thu )tu(?=\s+(?:ngay\s+)?[0-3]?\d\s*[/.\-])", "từ"),
)
_BARE = {fold(right): right for right in (*_PHRASES, *(word for _, word in _WORDS))}
_PATTERN = re.compile(
    r"(?<!\w)(?:"
    + "|".join(sorted((re.escape(fold(phrase)) for phrase in _PHRASES), key=len, reverse=True))
    + "|"
    + "|".join(word for word, _ in _WORDS)
    + r")(?!\w)"
)


def mend(text: str) -> str:
    """``text`` in lower case, the words of time with the marks they must have; offsets stay the same."""
    lowered = lower_case(text)
    pieces, position = [], 0
    for match in _PATTERN.finditer(fold(text)):
        right = _BARE.get(match.group(), "ngày")
        # Both "hằng" and "hàng" are right; of two right spellings the letter's own stays.
        if lowered[match.start() : match.end()] not in _PHRASES:
            pieces += [lowered[position : match.start()], right]
            position = match.end()
    return "".join([*pieces, lowered[position:]])
