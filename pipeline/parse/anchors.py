"""Words that tell where a zone begins, recognised in spite of what OCR makes of them.

Everything is matched on folded text (no case, no tone marks), by the letters alone where a word may
be broken or run together.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from corpus.gazetteer.places import known_level
from pipeline.parse.spots import Spot
from schemas.folding import fold

_MOTTOS = ("conghoaxahoichunghiavietnam", "doclaptudohanhphuc")
_PARTY_HEAD = "dangcongsanvietnam"

TYPE_NAMES = (
    "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn", "chương trình",
    "kế hoạch", "phương án", "đề án", "dự án", "báo cáo", "biên bản", "tờ trình", "hợp đồng", "công điện",
    "bản ghi nhớ", "bản thỏa thuận", "giấy ủy quyền", "giấy mời", "giấy giới thiệu", "giấy nghỉ phép", "phiếu gửi",
    "phiếu chuyển", "phiếu báo", "thư mời", "điều lệ", "phụ lục", "kết luận", "thông tri", "lời kêu gọi", "thư công",
    "giấy triệu tập", "thông báo kết luận", "quy trình", "nội quy", "phiếu trình",
)  # fmt: skip
"""Decree 30/2020, annex III, with names the Party uses and forms found in practice."""

MARKS = (
    "hỏa tốc", "hỏa tốc hẹn giờ", "thượng khẩn", "khẩn", "mật", "tối mật", "tuyệt mật",
    "xem xong trả lại", "lưu hành nội bộ", "không phổ biến",
)  # fmt: skip

_TYPE_LETTERS = tuple(re.sub(r"\W", "", fold(name)) for name in TYPE_NAMES)
_MARK_LETTERS = tuple(re.sub(r"\W", "", fold(name)) for name in MARKS)

_NUMBER_WORD = re.compile(r"^\W{0,3}(?:[s$][o06]\s?(?:[:;.,]|(?=[^\sa-z]))|[s$][ae]\s?[:;]|so\s(?=.{0,25}$))")
_SYMBOL = re.compile(r"[/\-–—]\s*[A-ZĐ][A-ZĐa-zđƯơưÀ-ỹ&]*(\s?[-–—/]\s?[A-ZĐ][\wĐđÀ-ỹ&]*)*")
_DATE = re.compile(
    r"(ng[aà]y|nga[yv])\W{0,3}.{0,9}?\s*th[aá]ng\W{0,2}.{0,9}?\s*n[aă]m\W{0,3}[\doilzs.…_]{2,6}"
    r"|ng[aà]y\W{0,3}\S{0,5}\s*th[aá]ng\W{0,2}\S{0,6}\s*(n[aă]m)?\s*(19|20)\d\d"
)
_DATE_WITHOUT_DAY = re.compile(
    r"^[a-z][\w.\- ]{2,30}[,.;]\s.{0,8}\bthang\W{0,2}\S{0,5}\s*nam\W{0,2}(19|20)\d\d\W{0,3}$"
)
_KIND_WORD = r"(?<!\w)(?:Th[àaả]nh ph[ốôoóỗ]|Th[ịi] x[ãa]|Th[ịi] tr[ấâa]n|Huy[ệeê]n|Qu[ậaâ]n|Ph[ưu][ờơo]ng|X[ãa]|T[ỉi]nh|Đ[ặaă]c khu)"
_NAME_WORD = r"(?<![\w/-])(?:TP\.?\s?)?[A-ZĐÀ-Ỹ]\w*(?:[-.]\w+)*"
_ABOUT = re.compile(r"^\W{0,4}([vw]{1,2}\s?[/\\1il|]{1,2}\s?[vwy]\b|v/\s|ve viec\b)")
_TO = re.compile(r"k[il1]nh\s?(g[un]\w{0,2}|trinh)\b|^\W{0,3}([il1]?nh\s?)?g?ui(?=\s?:)")
_ENCLOSURE = re.compile(r"^\W{0,3}(\(|ban hanh )\W?\s?(ban hanh )?(kem theo|dinh kem|kem)\b")
_PREFIX = re.compile(
    r"^(?:(?:phu luc|phu bieu)(?: so)?(?: (?:[ivx]{1,5}|\d{1,2}|[a-d]))?|de cuong(?: bao cao)?|phieu (?:khao sat|dang ky)|bieu mau)\b\s?[.:]?"
)
_JOINT = re.compile(r"\s+(LIÊN (TỊCH|NGÀNH|SỞ|CƠ QUAN)|PHỐI HỢP|KHẨN|HỎA TỐC|HOẢ TỐC)$")
"""What may stand behind a type name: several issuers together, or how urgent it is."""
_COPY = re.compile(r"^\W{0,3}(sao y|sao luc|trich sao|ban sao)\b")


def letters(text: str) -> str:
    """Folded letters of ``text``, without anything else."""
    return re.sub(r"[^a-z]", "", fold(text))


def is_state_head(spot: Spot) -> bool:
    """The national name or motto; far left it is part of an agency's name ("QUỐC HỘI NƯỚC CỘNG HÒA …")."""
    return spot.middle > 0.42 and any(_alike(letters(spot.text), motto, 0.3) for motto in _MOTTOS)


def is_party_head(spot: Spot) -> bool:
    """The Party's heading "ĐẢNG CỘNG SẢN VIỆT NAM", standing alone in capitals."""
    return spot.upper_share > 0.7 and _alike(letters(spot.text), _PARTY_HEAD, 0.25)


def is_printed_head(spot: Spot) -> bool:
    """A line of the right column that says nothing of this letter: national name, motto, the Party's heading."""
    return is_state_head(spot) or is_party_head(spot)


def is_enclosure(spot: Spot) -> bool:
    """ "(Kèm theo Công văn số …)" in an attachment's heading."""
    return bool(_ENCLOSURE.match(spot.folded))


def is_number(spot: Spot) -> bool:
    """ "Số: 15/SYT-NVY", whatever handwriting left between the word and the symbol."""
    led = bool(_NUMBER_WORD.match(spot.folded)) and not re.match(r"\W{0,3}(Sở|SỞ)\s", spot.text)
    return led and len(spot.text) < 90 and bool(_SYMBOL.search(spot.text))


def is_blank_number(spot: Spot) -> bool:
    """ "Số:" whose symbol was lost or stands on the next line."""
    return bool(re.match(r"^\W{0,3}[s$][oô06]\s*[:;.]\s*\S{0,8}$", spot.folded))


def is_symbol(spot: Spot) -> bool:
    """What is left of a number whose "Số" was not read: a symbol alone, "…/SYT-NVY", "SYT-NVY"."""
    return re.match(r"^\W{0,3}\S{0,8}\s?/?\s?[A-ZĐ]{2,}\s?[-–/]\s?[A-ZĐ][\wĐđ]{1,}$", spot.text) is not None


def is_dateline(spot: Spot) -> bool:
    """ "Hà Nội, ngày 03 tháng 6 năm 2021", blanks and handwriting in it allowed."""
    return dateline_start(spot.text) is not None and len(spot.text) < 100


_MISREAD_IA = "[l1i|]a"
"""What OCR makes of "Ia" (water), which names of the Central Highlands begin with; none begins with a small "la"."""


def dateline_start(text: str) -> int | None:
    """Where place and date begin in ``text``: at the place, else at "ngày"; ``None`` when there are none."""
    folded = fold(text)
    found = _DATE.search(folded)
    if not found:
        return 0 if _DATE_WITHOUT_DAY.match(folded) and text[:1].isupper() else None
    before = text[: found.start()]
    place = re.search(
        rf"(?:{_KIND_WORD}\s)?(?:{_MISREAD_IA}\s)?({_NAME_WORD}(?: [-–] |[ .]{{0,2}})){{1,7}}\s?[,.;:]?\s*$", before
    )
    if place is None and before[:1].isupper() and known_level(before.strip(" ,.;:")):
        return 0  # "Kiên giang, ngày …": known, though not all of its words have capitals
    return place.start() if place else found.start()


def is_about(spot: Spot) -> bool:
    """ "V/v" or "Về việc" at the line's start."""
    return bool(_ABOUT.match(spot.folded))


def is_copy(spot: Spot) -> bool:
    """ "SAO Y", "TRÍCH SAO", "SAO LỤC" in capitals."""
    return bool(_COPY.match(spot.folded)) and spot.upper_share > 0.6


@lru_cache(maxsize=4096)
def type_name(text: str) -> str | None:
    """The type name that ``text`` prints in capitals and nothing else; ``None`` when it prints none."""
    text = _JOINT.sub("", text)
    alone = letters(text)
    capitals = sum(character.isupper() for character in text)
    if not 5 <= len(alone) <= 24 or capitals < 0.8 * len(alone):
        return None
    allowed = 1 if len(alone) < 8 else 2
    best: tuple[int, str] | None = None
    for name, wanted in zip(TYPE_NAMES, _TYPE_LETTERS, strict=True):
        distance = Levenshtein.distance(alone, wanted, score_cutoff=allowed)
        same_words = distance == 0 or len(text.split()) == len(name.split())
        if distance <= allowed and same_words and (best is None or distance < best[0]):
            best = distance, name
    return best[1] if best else None


def type_prefix(text: str) -> int:
    """Offset behind the type name in capitals that ``text`` begins with; 0 when it begins with none."""
    appendix = _PREFIX.match(fold(text))
    if appendix:
        return appendix.end() if text[0].isupper() else 0
    words = list(re.finditer(r"\S+", text))[:4]
    ends = [word.end() for word in words if type_name(text[: word.end()].rstrip(" .:"))]
    return ends[-1] if ends else 0


def is_mark(spot: Spot) -> bool:
    """A stamp of urgency or secrecy standing alone."""
    alone = letters(spot.text)
    if spot.upper_share < 0.8 or len(spot.text) > 24:
        return False
    return any(alone == mark or (len(mark) > 5 and _alike(alone, mark, 0.2)) for mark in _MARK_LETTERS)


def says_mark(text: str) -> bool:
    """Whether ``text`` is a mark of urgency, secrecy or circulation and nothing else."""
    return letters(text) in _MARK_LETTERS


def is_to(spot: Spot) -> bool:
    """ "Kính gửi" (or "Kính trình") at the line's start, or after a few marks of a stamp beside it."""
    found = _TO.search(spot.folded)
    if found is None or found.start() > 26:
        return False
    alone = len(spot.text) - found.end() < 4
    return ":" in spot.text[found.start() : found.end() + 3] or (alone and spot.text[found.start()] == "K")


def is_distribution(spot: Spot) -> bool:
    """ "Nơi nhận:" at the line's start, not "Nơi nhận được …" in a sentence."""
    head = re.split(r"[:;]", spot.text, maxsplit=1)[0]
    alone = letters(head)
    if len(head) > 16 or not 5 <= len(alone) <= 9 or alone.startswith("nguoi"):
        return False
    colon = re.search(r"[:;]", spot.text[:18]) is not None
    allowed = (3 if alone[0] == "n" and len(alone) > 5 else 2) if colon else 1
    return Levenshtein.distance(alone, "noinhan") <= allowed


def _alike(found: str, wanted: str, share: float) -> bool:
    return bool(found) and Levenshtein.distance(found, wanted) <= share * len(wanted)
