"""Where an act begins: the verbs and adverbs that orders in official letters start with.

Verbs of several syllables are looked up without marks (OCR loses those), single syllables with
them, because "cử" and "cứ", "gửi" and "gùi" differ in nothing else.
"""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.language.folded import FoldedText
from schemas.folding import fold

_LISTS = Path(__file__).with_name("acts.txt")

_NO_VERB = re.compile(
    r"cùng cấp|(?:kiểm (?:sát|tra|lâm)|thanh tra|điều tra|hướng dẫn|tuyên truyền|huấn luyện|chấp hành|thẩm tra|biên tập) viên|cử (?:tri|nhân|tọa|chỉ)|bầu (?:cử|trời|không)|sao (?:cho|để|chép)|cân bằng|quay (?:lại|về|trở|đầu)|trực tiếp (?:đến|cho|với|tại|liên quan|tiếp xúc|sản xuất|kinh doanh)(?! (?:nhà|hộ|địa bàn|cơ sở|hiện trường))|lưu trú|đình (?!chỉ)|trực thuộc|thay mặt|tính (?:đến|từ|chất|mạng)|thay vì|đặt tại|đổi lại|phát (?:sinh|hiện thấy)|làm (?:cơ sở|căn cứ|cho|\d)|tìm thấy"
)


def _word_lists(path: Path) -> dict[str, set[str]]:
    """The lists of ``acts.txt`` by name; several words of one verb part by one blank."""
    lists: dict[str, set[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = lists.setdefault(line.strip("[]"), set())
        elif line.strip() and not line.startswith("#"):
            words.update(" ".join(word.split()) for word in line.split("|") if word.strip())
    return lists


def _alternatives(words: set[str]) -> str:
    return "|".join(sorted((word.replace(" ", " +") for word in words), key=len, reverse=True))


_WORDS = _word_lists(_LISTS)
_ADVERBS = {fold(word) for word in _WORDS["adverbs"]}
_MANY = re.compile(rf"(?:{_alternatives(_ADVERBS | {fold(word) for word in _WORDS['verbs']})})(?!\w)")
_OPENS = re.compile(rf"(?:{_alternatives(_WORDS['openers'])})(?!\w)")
_ONLY_ADVERB = re.compile(rf"(?:{_alternatives(_ADVERBS)})(?!\w)")
_ONE = re.compile(rf"(?:{_alternatives(_WORDS['singles'])})(?!\w)")
_CAREFUL = re.compile(rf"(?:{_alternatives(_WORDS['careful'])})(?!\w)")
_CAREFUL_ONE = re.compile(rf"(?:{_alternatives(_WORDS['careful singles'])})(?!\w)")
_PLACE = re.compile(
    r"(?<!\w)(?:tỉnh|huyện|xã|phường|quận|thị xã|thị trấn|thành phố|đặc khu|khu vực|trung ương|trực thuộc|liên quan|trên địa bàn|nêu trên|trường|thôn|ấp|bản|buôn)$"
)
_NAMED_BY_WORK = re.compile(
    r"(?:(?<!\w)(?:phòng|ban|tổ|đội|(?<!tỉnh )(?<!thành )(?<!huyện )đoàn|tâm|vấn|xét|tế|đạo|huy|lượng|người|hộ|sở|vị|đồng|phận|viện|trường|lớp|hội|cục|nhà|chủ|ty|khu|sát|tác|động|việc|trình|quan|bên|tượng|nhiệm|quyền|vụ|thuật|"
    r"khoa|thầu|sĩ|sỹ|bộ|y tế|giấy|quỹ|quầy|trạm|điểm|nghiệp|hàng|tàu|xe|thẻ|tiền|phí|máy|thiết bị|thuốc|án|đơn|sinh|viên|khách|luật|phiếu|được|bị|đã|đang|chưa|không|do|để|và|hoặc|mà|nhằm|khi|sẽ|nhu cầu|danh mục|kế hoạch)|[,/&-])$"
)
_SOMEBODY = re.compile(
    r"(?:giáo viên(?: chủ nhiệm| bộ môn)?|học sinh|sinh viên|học viên|thí sinh|nhân viên(?: y tế)?|kế toán|điều dưỡng(?: trưởng)?|hiệu trưởng|(?:nhà|các) trường|các (?:khoa|thôn|ấp|xã|phường|huyện|hộ))$"
)
_OF_DUTY = ("trực", "gác", "nuôi", "bán", "mua", "thuê", "dùng", "khám")
"""Verbs that tell which somebody is meant ("nhân viên trực", "học sinh khám …")."""
_MARKED = re.compile(r"(?:giao|gia cố|cần|chỉ|phải|trình|sớm|hẹn|ngưng)(?!\w)")
_AMBIGUOUS = re.compile(r"(?:giao|gia co|can|chi|phai|trinh|som|hen|ngung)(?!\w)")
_NOUNS = re.compile(
    r"(?:thong bao|bao cao|ke hoach|quyet dinh|cong van|de nghi|yeu cau|quy dinh|huong dan|quy hoach|thong ke) "
    r"(?:so \d|nay\b|tren\b|cua\b|nhanh cua\b|ket qua cua\b)|trinh (?:do|tu)\b|chi (?:cuc|thi|nhanh|tieu|phi|bo|tiet|so)\b|"
    r"can (?:bo|cu|tho|thiet)\b|phoi hop cua\b|dau tu cong\b|bao (?:hiem|ton|luc)\b|phai (?:dan|doan)\b|"
    r"chi huy(?:,? (?:truong|pho|quan su|so|thong nhat)\b|\W*$)|so chi huy\b|giao (?:duc|thong|vien|an|dich|luu)\b|thu (?:truong|tuong|vien|tuc|do|y|ky|nhap|ngo|moi)\b|ky (?:thuat|luat|niem|hieu|hop(?! dong))\b|"
    r"cho (?:toi|den)\b|chi dao tuyen\b|tap (?:the|doan)\b|nhan (?:duoc|dan|vien|luc|su|thuc)\b|"
    r"bao (?:chi|dai)\b|kinh phi\b|cap (?:cuu|uy|tren|duoi|trung uong|quan(?! trang)|tinh|huyen|xa|phong|co so|nuoc|so)\b|hop (?:dong|phap|tac xa)\b|"
    r"tinh (?:uy|doan|hinh)\b|luu y\b(?=:)|dang (?:uy|bo|vien|doan)\b|tra (?:vinh|my|bong)\b|in (?:\d)|tu (?:phap|lieu|ngay|nhan)\b|"
    r"chuyen (?:vien|mon|de|nganh|gia)\b|nhap (?:khau)\b|xuat (?:khau|ban)\b|doi ngoai\b"
)


def act_at(source: FoldedText, position: int, inside_names: bool = False) -> int:
    """End of the verb or adverb that an act starts with at ``position``; 0 when none stands there.

    ``inside_names``: names run up to ``position``, so that verbs which also tell what a body is for
    ("tư vấn", "thi công") do not count.
    """
    if _NOUNS.match(source.folded, position) or _NO_VERB.match(source.lower, position):
        return 0
    many = _MANY.match(source.folded, position)
    if many and _is_verb(source, many):
        return many.end()
    if re.match(r"dự trù(?! kinh phí)", source.lower[position : position + 16]):
        return position + len("dự trù")
    one = _ONE.match(source.lower, position)
    if one is None and not inside_names:
        one = _OPENS.match(source.folded, position)
    one = one or _careful(source, position, inside_names)
    return one.end() if one else 0


def _careful(source: FoldedText, position: int, inside_names: bool) -> re.Match[str] | None:
    """A verb that names hold too: inside of names not right behind a noun that such verbs name ("đội chữa cháy").

    One of a single syllable only behind a word of places ("huyện") or somebody who has no further name ("giáo viên").
    """
    before = source.lower[max(0, position - 40) : position].rstrip() if inside_names else ""
    at_place = not inside_names or _PLACE.search(before) is not None or _SOMEBODY.search(before) is not None
    many = _CAREFUL.match(source.lower, position) or (_OPENS.match(source.folded, position) if inside_names else None)
    if many and (at_place or not _NAMED_BY_WORK.search(before)):
        return many
    one = _CAREFUL_ONE.match(source.lower, position) if at_place else None
    one = None if one and _SOMEBODY.search(before) and one[0] in _OF_DUTY else one
    named = one and source.text[position].isupper() and source.text[one.end() + 1 : one.end() + 2].isupper()
    return None if named else one


def _is_verb(source: FoldedText, match: re.Match[str]) -> bool:
    """Whether what looks like a verb without marks is one: no capital inside, and "giao" is not "giáo"."""
    printed = source.text[match.start() + 1 : match.end()]
    if any(character.isupper() for character in printed) and not printed.isupper():
        return match[0].startswith(("co ", "lap ", "len "))
    return not _AMBIGUOUS.fullmatch(match[0]) or _MARKED.match(source.lower, match.start()) is not None


def adverb_at(source: FoldedText, position: int) -> bool:
    """Whether an adverb that only acts take stands there ("khẩn trương", "chủ động")."""
    return _ONLY_ADVERB.match(source.folded, position) is not None


def starts_with_act(text: str) -> bool:
    """Whether ``text`` opens with an act ("Rà soát, tổng hợp…") rather than with a thing ("Tình hình…")."""
    return act_at(FoldedText(text), 0) > 0
