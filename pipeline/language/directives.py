"""Words that order: "giao", "yêu cầu", "đề nghị", "phân công", and which of their uses order nothing.

"Theo đề nghị của …", "đáp ứng yêu cầu …", "đã giao …" tell of orders; an order is followed by whom it
is for, or by the act itself, and what stands before it is the issuer, an adjunct or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.language.agencies import read_bodies, read_unlisted
from pipeline.language.folded import FoldedText
from pipeline.language.heads import body_at
from pipeline.language.naming_verbs import act_begins
from pipeline.language.verbs import act_at

Kind = Literal["assign", "request"]

_REQUEST = re.compile(
    r"(?<![\w/])(?:(?:tran trong|kinh|xin|rat|tha thiet) )?(?:de nghi|de ngi|kinh moi|yeu cau|kien nghi|mong|mong muon|vui long)(?: toi)?(?: cho)?(?![\w/])"
)
_ASSIGN = re.compile(
    r"(?<![\w/])(?:giao(?: nhiem vu| trach nhiem)?(?: cho)?|phan cong(?: nhiem vu)?(?: cho)?|uy quyen(?: cho)?)(?![\w/])"
)
_TOLD = re.compile(
    r"(?:bàn|bản|chuyển|theo|các|những|xét|với|nội dung|đáp ứng|một số|mục đích|sự|của|về việc|được|đã|văn bản|công văn|tờ trình|đơn|đúng|khi có|"
    r"trong đó|giải quyết|cơ sở|có|bảo đảm|đảm bảo|ý kiến|hồ sơ|và các|chưa|ban hành|quyết định|việc|để|nhằm|không|nếu|phiếu|thực hiện|nhiệm vụ|theo đúng|"
    r"người|bên|mới|cùng|tinh thần|phù hợp|phù hợp với|về|từ|là|số|cần|lời|theo các|căn cứ|tham mưu|kết quả|mọi|hoặc)$"
)
_ADJUNCT = re.compile(
    r"(?:de|nham|sau khi|thuc hien|can cu|tren co so|theo|nhan duoc|trong|qua|truoc|vi vay|do do|do vay|nay|voi|doi voi|ve|tai|tu|"
    r"ket thuc|dinh ky|khi|neu|truong hop|ngoai ra|ben canh|dong thoi|rieng|luu y|ghi chu|chu thich|de nghi|tiep theo|phuc duc|nhan|"
    r"hang nam|hang thang|hang quy|truoc mat|cung voi|de co|tuy nhien|mat khac|sau|den|tren day|xet|vua qua|hien nay|thoi gian toi|de kip)(?!\w)"
)
_CITED = re.compile(
    r"(?:cong van|to trinh|van ban|thong bao|quyet dinh|bao cao|don|cong dien|ke hoach|chi thi|nghi quyet) (?:so|ngay|cua|de ngay)(?!\w)"
)
_HANDS_OUT = re.compile(r"(?:[Gg]iao|GIAO)(?! (?:ban|dịch|lưu|nhận|thừa)(?!\w))")
_ABOUT = re.compile(r"(?<!\w)(?:ve viec|cho rang|phan anh viec|thong tin)(?!\w)")
_TOLD_BEFORE = re.compile(r"^\W*đã (?!nêu|được)\w+(?: \w+){0,5},\s*$")
"""What goes on telling of the past: "đã nhắc nhở, yêu cầu khắc phục tại chỗ"."""
_WISHED_FOR = re.compile(r"\s*(?:(?:se )?(?:tiep tuc )?(?:nhan )?duoc|su |y kien )")
"""Courtesy: "rất mong nhận được sự quan tâm …"."""
_SEGMENT = re.compile(r"[,;:.()“”]")


@dataclass(frozen=True, slots=True)
class Directive:
    """An ordering word at ``start`` to ``end``; what is ordered, and of whom, follows it."""

    start: int
    end: int
    kind: Kind


def find_directives(source: FoldedText, start: int, end: int) -> tuple[Directive, ...]:
    """The ordering words of one sentence, in order."""
    return tuple(sorted(_candidates(source, start, end), key=lambda directive: directive.start))


def _candidates(source: FoldedText, start: int, end: int) -> Iterator[Directive]:
    for match in _REQUEST.finditer(source.folded, start, end):
        yield from _checked(source, start, end, match, "request")
    for match in _ASSIGN.finditer(source.folded, start, end):
        if not match[0].startswith("giao") or _HANDS_OUT.match(source.text, match.start()):
            yield from _checked(source, start, end, match, "assign")


def _checked(source: FoldedText, start: int, end: int, match: re.Match[str], kind: Kind) -> Iterator[Directive]:
    if "vui long" in match[0] and match.start() != start:
        return
    if "mong" in match[0] and _WISHED_FOR.match(source.folded, match.end()):
        return
    if _orders_somebody(source, match, end, kind) and _is_told_by_issuer(source, start, match.start()):
        yield Directive(match.start(), match.end(), kind)


def _orders_somebody(source: FoldedText, match: re.Match[str], end: int, kind: Kind) -> bool:
    following = source.skip_blanks(match.end(), end)
    if following < end and source.text[following] == ":":
        return True
    if following >= end:
        return False
    if body_at(source, following) and read_bodies(source, following, end) is not None:
        return True
    if kind == "request" and read_unlisted(source, following, end) is not None:
        return True
    if kind == "assign" or match[0] in ("mong", "mong muon", "rat mong"):
        return False
    return act_at(source, following) > 0


def _told_of_others(source: FoldedText, begin: int, position: int) -> bool:
    """ "… thông tin về việc khách hàng châu Âu yêu cầu …": others ask, who have no name in capitals."""
    about = _ABOUT.search(source.folded, begin, position)
    if about is None:
        return False
    named = source.skip_blanks(about.end(), position)
    return source.text[named : named + 1].islower() and body_at(source, named)


def _is_told_by_issuer(source: FoldedText, start: int, position: int) -> bool:
    """Whether what stands before the word in its clause is the issuer, an adjunct or nothing."""
    before = source.lower[start:position].rstrip()
    if _TOLD.search(before) and not before.endswith((" nay", "do đó")):
        return False
    marks = [mark.end() for mark in _SEGMENT.finditer(source.text, start, position)]
    begin = source.skip_blanks(marks[-1] if marks else start, position)
    if (
        begin >= position
        and before.endswith(",")
        and _TOLD_BEFORE.search(source.lower, marks[-2] if len(marks) > 1 else start, position)
    ):
        return False
    if _CITED.search(source.folded, begin, position) or _told_of_others(source, begin, position):
        return False
    if begin >= position or _ADJUNCT.match(source.folded, begin):
        return True
    if marks and len(source.text[begin:position].split()) <= 1:
        return True
    return not any(
        act_begins(source, at, begin) for at, _ in source.words if begin < at < position and source.text[at].isalpha()
    )
