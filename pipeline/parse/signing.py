"""How the lines over and under a signature look: capacity, post, name."""

from __future__ import annotations

import re

from pipeline.parse.spots import Spot

_CAPACITY = re.compile(
    r"^\W{0,3}(t[ /]?m|k[ /]?t|t[ /]?l|tuq|t[ /]?uq|q)\s?[.,/:]?\s?[.,]?\s+\w|^\W{0,3}(tm|kt|tl|tuq)[.,]"
)
_POSTS = re.compile(
    r"\b(giam doc|chu tich|chu nhiem|bo truong|thu truong|vu truong|cuc truong|tong cuc truong|chi cuc truong|"
    r"truong (ban|phong|khoa|doan|dai dien|tieu ban|cong an|to)|chanh (van phong|thanh tra|an)|vien truong|hieu truong|"
    r"bi thu|thu tuong|tong (giam doc|thanh tra|kiem toan|bien tap|thu ky|bi thu)|pho|tham muu truong|chi huy truong|"
    r"doan truong|hat truong|doi truong|dai ta|thuong ta|chu toa|thu ky|nguoi (lap|ky|trinh)|kiem toan truong|quyen)\b"
)
_TITLES = re.compile(
    r"^(?:(?:GS|PGS|TS|TSKH|ThS|BS|BSCK\w*|CK\w*|DS|KS|CN|LS|NGND|NGƯT|TTND|TTƯT|NSND|Đại tá|Thượng tá|Trung tá|"
    r"Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng|Ths|Ts|Bs)\b[.,]?\s*[-–]?\s*)+",
)
_NAME = re.compile(r"^(?:[^\W\d_]+[\s.]*){2,6}$")


def is_capacity(spot: Spot) -> bool:
    """ "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC", "T/M BAN THƯỜNG VỤ"."""
    return bool(_CAPACITY.match(spot.folded)) and _capitals(spot) and len(spot.text) < 70


def is_post(spot: Spot) -> bool:
    """A post in capitals ("PHÓ CHỦ TỊCH"); the Party also prints it in small letters, alone on its line."""
    found = _POSTS.search(spot.folded)
    return bool(found) and found is not None and len(spot.text) < 60 and _capitals(spot)


def is_signing(spot: Spot) -> bool:
    return is_capacity(spot) or is_post(spot)


def is_name(spot: Spot) -> bool:
    """ "Nguyễn Văn An", with or without a degree, nothing else on the line; its first word may be damaged."""
    text = _TITLES.sub("", spot.text.strip(" .,;:'`_*~|-\u2018\u2019=^"))
    if not _NAME.match(text) or not 6 <= len(text) <= 40 or _POSTS.search(spot.folded):
        return False
    words = [word for word in re.split(r"[\s.]+", text) if word]
    return 2 <= len(words) <= 6 and all(word[0].isupper() for word in words[len(words) > 2 :])


def _capitals(spot: Spot) -> bool:
    letters = [character for character in spot.text if character.isalpha()]
    return len(letters) >= 5 and sum(character.isupper() for character in letters) >= 0.7 * len(letters)
