"""Posts of those who sign, and what they sign for (Decree 30/2020, annex I, II.7; Guideline 36-HD/VPTW)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from corpus.gazetteer.spelling import bare_words, phrase_book

HEADS = (
    "chủ tịch", "giám đốc", "tổng giám đốc", "hiệu trưởng", "viện trưởng", "cục trưởng", "tổng cục trưởng", "vụ trưởng",
    "chi cục trưởng", "bộ trưởng", "thủ tướng", "thủ tướng chính phủ", "trưởng ban", "trưởng phòng", "trưởng khoa", "trưởng đoàn",
    "trưởng trạm", "trạm trưởng", "khoa trưởng", "trưởng tiểu ban", "hiệu phó", "trưởng công an", "trưởng bộ môn", "trưởng trung tâm", "trưởng thôn", "trưởng chi nhánh", "trưởng đài", "chánh văn phòng", "chánh thanh tra", "chánh án", "tổng thanh tra",
    "tổng kiểm toán nhà nước", "kiểm toán trưởng", "bí thư", "tổng bí thư", "chủ nhiệm", "tổ trưởng", "đội trưởng", "hạt trưởng", "đoàn trưởng", "tổng biên tập",
    "thống đốc", "chỉ huy trưởng", "tham mưu trưởng", "chính ủy", "tư lệnh", "chính trị viên", "chính trị ủy viên", "tổng thư ký", "thư ký", "đồn trưởng", "giám thị",
    "tổng thư ký", "chủ tọa", "chủ tịch hội đồng", "chủ tịch hội đồng quản trị", "chủ tịch hội đồng thành viên", "chủ tịch công đoàn",
    "viện trưởng viện kiểm sát nhân dân", "cửa hàng trưởng", "ban quản lý", "kế toán trưởng", "chuyên viên", "ủy viên thường trực", "ủy viên",
    "ủy viên ban thường vụ", "người đại diện", "tổng trưởng", "tổng lãnh sự", "đại sứ", "công chứng viên", "chấp hành viên",
)  # fmt: skip
"""Posts without "phó"; most of them take one ("phó giám đốc")."""

IRREGULAR_DEPUTIES: Mapping[str, str] = {
    "bộ trưởng": "thứ trưởng",
    "viện trưởng": "phó viện trưởng",
    "chỉ huy trưởng": "phó chỉ huy trưởng",
}

QUALIFIERS = ("thường trực", "phụ trách", "chuyên trách", "điều hành", "kiêm nhiệm", "nội chính", "nghiệp vụ")
"""Words that go on with a post on the next line ("PHÓ CHỦ TỊCH" / "THƯỜNG TRỰC")."""


def deputy_of(head: str) -> str:
    """ "giám đốc" as "phó giám đốc"; the deputies of a minister are called otherwise."""
    return IRREGULAR_DEPUTIES.get(head, f"phó {head}")


@lru_cache(maxsize=1)
def post_book() -> Mapping[tuple[str, ...], str]:
    """Every post, deputies too, by its bare words."""
    deputies = (deputy_of(head) for head in HEADS)
    extra = ("phó thủ tướng", "quyền", "thứ trưởng thường trực", "phó bí thư thường trực", "phó chủ tịch thường trực")
    return phrase_book(dict.fromkeys((*HEADS, *deputies, *extra)))


@lru_cache(maxsize=1)
def _post_names() -> Mapping[str, str]:
    return {" ".join(key): name for key, name in post_book().items()}


_ALIKE = 90.0
"""Likeness (0 to 100) from which a damaged line may be a post; "giám đốc" against "phó giám đốc" has 84."""


_SOMEWHAT_ALIKE = 70.0
"""Likeness from which words in capitals are a damaged post sooner than a name."""


def damaged_post(text: str) -> str | None:
    """The one post that the whole of ``text`` is but for a letter or two ("HÓ GIÁM ĐÓC"), else ``None``."""
    words = " ".join(bare_words(text))
    if len(words) < 7:
        return None
    names = _post_names()
    best = process.extract(words, list(names), scorer=fuzz.ratio, limit=2, score_cutoff=_ALIKE)
    if not best or (len(best) == 2 and best[0][1] - best[1][1] < 2):
        return None
    return names[best[0][0]]


def is_like_post(text: str) -> bool:
    """Whether ``text`` may be what OCR left of a post ("NÔNG U TRƯỞNG" of "HIỆU TRƯỞNG")."""
    words = " ".join(bare_words(text))
    return process.extractOne(words, list(_post_names()), scorer=fuzz.ratio, score_cutoff=_SOMEWHAT_ALIKE) is not None


def post_at_start(text: str) -> str | None:
    """The longest known post that ``text`` begins with, in lower case and right spelling; ``None`` without one.

    "Q." before it (acting) is passed over.
    """
    words = bare_words(re.sub(r"^\s*(?:Q|Quyền|QUYỀN)\b[\s.]*", "", text))
    book = post_book()
    for length in range(min(len(words), 6), 0, -1):
        known = book.get(words[:length])
        if known is not None:
            return known
    return None
