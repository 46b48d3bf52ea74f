"""How the lines over and under a signature look: capacity, post, name."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from pipeline.parse.anchors import letters
from pipeline.parse.spots import Spot

_CAPACITY = re.compile(
    r"^\W{0,3}(t[ /]?m|k[ /]?t|t[ /]?l|tuq|t[ /]?uq|q)\s?[.,/:]?\s?[.,]?\s+\w|^\W{0,3}(tm|kt|tl|tuq)[.,]"
)
_POSTS = re.compile(
    r"giamdoc|chutich|chunhiem|(bo|thu|vu|cuc|vien|hieu|doan|hat|doi|thammuu|chihuy)truong|"
    r"truong(ban|phong|khoa|doan|daidien|tieuban|congan|to|tram|dai)|chanh(vanphong|thanhtra|an)|bithu|thutuong|"
    r"tong(thanhtra|kiemtoan|bientap|thuky)|chutoa|nguoi(lap|ky|trinh)|kiemtoantruong|^pho(van|thanh|ban|bi|tong|truong|vien)|"
    r"^(thuky|tongcuctruong)"
)
"""In folded letters run together: letter-spaced capitals and lost blanks are common around a seal."""
_POST_WORDS = (
    "giamdoc", "chutich", "chunhiem", "botruong", "thutruong", "vutruong", "cuctruong", "vientruong", "hieutruong",
    "truongphong", "truongban", "chanhvanphong", "chanhthanhtra", "tonggiamdoc", "phochutich", "phogiamdoc", "thutuong",
)  # fmt: skip
_CLOSE = 85.0
"""Percent of likeness from which capitals are taken for a post that was read badly."""
_OFFICE = re.compile(
    r"\W{0,3}(van phong|so|ban|uy ban|ubnd|cuc|chi cuc|trung tam|phong|cong an|hoi|bo|tinh|benh vien|truong)\b"
)
_TITLES = re.compile(
    r"^(?:(?:GS|PGS|TS|TSKH|ThS|BS|BSCK\w*|CK\w*|DS|KS|CN|LS|NGND|NGƯT|TTND|TTƯT|NSND|Đại tá|Thượng tá|Trung tá|"
    r"Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng|Ths|Ts|Bs)\b[.,]?\s*[-–]?\s*)+",
)
_SPECKS = re.compile(r"(?<=\w)[;:`´_|~](?=\w)")
_NAME = re.compile(r"^(?:[^\W\d_]+['’]?[\s.]*){2,6}$")


def is_capacity(spot: Spot) -> bool:
    """ "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC", "T/M BAN THƯỜNG VỤ"."""
    return bool(_CAPACITY.match(spot.folded)) and _capitals(spot) and len(spot.text) < 70


def is_post(spot: Spot) -> bool:
    """A post in capitals ("PHÓ CHỦ TỊCH"); the Party also prints it in small letters, alone on its line."""
    return len(spot.text) < 60 and _capitals(spot) and _names_post(letters(spot.text))


def _names_post(run: str) -> bool:
    if _POSTS.search(run):
        return True
    return any(len(run) >= len(post) - 1 and fuzz.partial_ratio(post, run) >= _CLOSE for post in _POST_WORDS)


def is_signing(spot: Spot) -> bool:
    return is_capacity(spot) or is_post(spot)


def is_name(spot: Spot) -> bool:
    """ "Nguyễn Văn An", with or without a degree, nothing else on the line; its first word may be damaged."""
    text = _SPECKS.sub("", spot.text)
    text = _TITLES.sub("", _without_scraps(text).strip(" .,;:'`_*~|-\u2018\u2019\u201c\u201d\"=^"))
    if not _NAME.match(text) or not 6 <= len(text) <= 40 or _POSTS.search(letters(spot.text)):
        return False
    words = [word for word in re.split(r"[\s.]+", text) if word]
    if spot.upper_share > 0.8 and (len(words) < 3 or _OFFICE.match(spot.folded) or _names_post(letters(text))):
        return False
    return 2 <= len(words) <= 6 and all(word[0].isupper() for word in words[len(words) > 2 :])


def _without_scraps(text: str) -> str:
    """``text`` without what a seal's edge left before a whole name: short, and no word in capitals."""
    words = text.split()
    start = next((at for at, word in enumerate(words) if word[0].isupper() and word[1:].islower()), 0)
    whole = len(words) - start >= 3 and all(word.istitle() for word in words[start:])
    return " ".join(words[start:]) if whole and all(len(word) <= 3 for word in words[:start]) else text


def is_damaged_name(spot: Spot) -> bool:
    """A name with a word broken by the signature across it: most words begin with a capital, none is a post."""
    words = re.findall(r"[^\W\d_]+", spot.text)
    named = [word for word in words if len(word) > 1 and word[0].isupper() and word[1:].islower()]
    few = 3 <= len(words) <= 7 and not re.search(r"\d", spot.text)
    return few and len(named) >= 3 and 2 * len(named) > len(words) and not _names_post(letters(spot.text))


def _capitals(spot: Spot) -> bool:
    return len(letters(spot.text)) >= 5 and spot.upper_share >= 0.7
