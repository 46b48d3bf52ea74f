"""Sentences that order nothing: closing words, courtesy, contacts, effect, costs, permissions, boilerplate."""

from __future__ import annotations

import re

from schemas.folding import fold

_GENERIC_WORDS = frozenset(
    ["quan", "tam", "nghiem", "tuc", "khan", "truong", "phoi", "hop", "chi", "dao", "to", "chuc", "trien", "khai", "thuc", "hien", "thi", "hanh", "biet", "tot", "day", "du", "dung", "noi", "dung", "neu", "tren", "nay", "chi", "thi", "cong", "van", "ke", "hoach", "thong", "bao", "quyet", "dinh", "van", "ban", "theo", "quy", "dinh", "co", "hieu", "qua", "kip", "thoi", "de", "va", "cac", "chu", "dong", "tich", "cuc", "thong", "nhat", "phan", "cong", "nhung", "viec", "nhiem", "vu", "tren", "yeu", "cau", "dam", "bao", "bao", "chat", "luong", "tien", "do", "cong", "dien", "huong", "dan", "tinh", "than", "duoc", "biet", "cung", "dong", "bo", "giay", "moi", "tham", "du", "thanh", "phan", "thoi", "gian", "phan", "viec", "duoc", "giao", "quan", "triet", "sau", "sac", "quyet", "liet", "ket", "qua", "dat", "cao", "nhat", "nhu", "sau", "cu", "the", "mot", "so", "cong", "viec", "day", "khac", "da", "de", "ra", "trong", "pham", "vi", "chuc", "nang", "cua", "minh", "don", "vi", "co", "quan", "lien", "quan", "hoat", "dong", "tiep", "tuc", "tap", "trung", "bien", "phap", "trach", "nhiem", "nghiem", "chinh", "trong", "qua", "trinh", "luu", "y", "ve", "neu", "nay", "can", "ngay", "mot", "cach", "nham", "goi", "tat"]
)
_BOILERPLATE = re.compile(
    r"(?:chiu trach nhiem |co trach nhiem |can cu )?(?:thi hanh|thuc hien) (?:quyet dinh|nghi quyet|chi thi|thong tu|ke hoach|quy che)(?: nay)|"
    r"can cu (?:vao )?quyet dinh (?:nay )?(?:chiu trach nhiem )?thi hanh|co hieu luc (?:thi hanh )?ke tu|het hieu luc|tu giai tan"
)
_COURTESY = re.compile(
    r"(?:rat )?mong (?:nhan duoc|duoc|quy|cac|su|don vi)|xin (?:chan thanh|tran trong) cam on|tran trong (?:cam on|kinh chao|thong bao)|"
    r"tren day la|nay thong bao|thong bao (?:de|den) .{0,80}(?:biet|thuc hien)|xin bao cao|kinh (?:bao cao|thong bao)"
)
_CONTACT = re.compile(
    r"(?:vui long |xin )?lien he(?: truc tiep)?(?: voi| qua| theo|:| dong chi| d/c| so| phong| bs| [a-z]+\.)|so dien thoai|moi (?:thong tin|thac mac|chi tiet)|thong tin chi tiet"
)
_COSTS = re.compile(
    r"^(?:kinh phi|chi phi|nguon kinh phi|muc chi|mien phi|che do)(?!\w)|thanh toan theo (?:quy dinh|che do)|tu tuc"
)
_PERMISSION = re.compile(r"^(?:[^,;:]{0,60} )?(?:co the|duoc phep|duoc quyen|khuyen khich)(?!\w)")
_ANSWERABLE = re.compile(
    r"(?:phai |se )?chiu (?:hoan toan )?trach nhiem (?:truoc|theo quy dinh|ve moi|neu|toan bo)|nguoi dung dau .{0,30}chiu trach nhiem|xem nhu (?:thong nhat|dong y)|coi nhu"
)
_PAST = re.compile(r"^(?:da|dang|chua|con|van|duoc|bi)\s")


def is_generic(act: str) -> bool:
    """Whether an act says nothing but "carry it out": every word is one of the closing formula's."""
    words = re.findall(r"[a-z0-9]+", fold(act))
    return all(word in _GENERIC_WORDS for word in words)


def orders_nothing(sentence: str) -> bool:
    """Whether a sentence as a whole is courtesy, contact, effect or cost, whatever verbs it holds."""
    folded = fold(sentence).strip()
    return bool(
        _BOILERPLATE.search(folded)
        or re.match(_COURTESY, folded)
        or _COSTS.search(folded)
        or re.match(_CONTACT, folded)
    )


def is_idle_act(act: str) -> bool:
    """Whether what is asked is no work: to contact somebody, to be answerable, to be allowed, to have done."""
    folded = fold(act).strip(" ,;:")
    return bool(
        not folded
        or re.match(_CONTACT, folded)
        or _ANSWERABLE.match(folded)
        or _BOILERPLATE.match(folded)
        or _PERMISSION.match(folded)
        or _PAST.match(folded)
    )
