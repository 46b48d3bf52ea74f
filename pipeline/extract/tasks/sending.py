"""Sentences with the object first ("Báo cáo gửi về Sở trước ngày …") and sentences that only give a time."""

from __future__ import annotations

import re

from pipeline.language.agencies import read_bodies
from pipeline.language.folded import FoldedText
from schemas.extracted import ExtractedTask
from schemas.folding import fold

_OBJECT = re.compile(
    r"(?:cac |moi |toan bo |ban )?(?P<thing>van ban|bao cao|danh sach|ho so|ket qua|y kien|phieu|bieu mau|so lieu|thong tin|tai lieu|file|ban (?:giay|mem|cung)|bai viet|"
    r"ke hoach|don dang ky|noi dung|de xuat|du thao|bang|anh|san pham|bai du thi)(?!\w)[^.;:]{0,110}?(?<!\w)(?:gui|nop|chuyen|bao cao)(?: [\w()@./-]+){0,5}? (?:ve|cho|den|toi|qua|tai)(?!\w)"
)
_TIME = re.compile(
    r"(?:thoi gian|thoi han|han|han chot|han cuoi|lich (?:[a-z]+ ?){1,5}(?=:))(?!\w)(?! (?:qua|vua qua|toi|tap huan|dao tao))"
)
_SAME = {
    "bao cao": r"bao cao", "van ban": r"gop y|y kien|bao cao|van ban|ke hoach", "y kien": r"y kien|gop y", "danh sach": r"(?:lap|thong ke|tong hop|rà soát) ?danh sach|danh sach",
    "ket qua": r"ket qua|bao cao|ra soat|thong ke|tong hop|danh gia|kiem tra", "so lieu": r"so lieu|thong ke", "ho so": r"ho so", "phieu": r"phieu", "bieu mau": r"bieu|thong ke",
    "ke hoach": r"ke hoach", "de xuat": r"de xuat|dang ky", "du thao": r"du thao", "thong tin": r"thong tin|thong ke", "noi dung": r"noi dung|y kien|gop y",
}  # fmt: skip


_FORMS = frozenset(("file", "file mem", "mem", "giay", "du lieu", "ban giay", "ban mem", "ban cung"))
_DONE_BY = re.compile(r"(?:viec|cong tac|noi dung|nhiem vu)(?!\w)[^.;:]{3,140}? do ")
_CARRIES_OUT = re.compile(r"\s*(?:thuc hien|dam nhiem|dam nhan|dam trach|phu trach|chu tri|chiu trach nhiem)(?!\w)")
_HOW = re.compile(
    r"(?:cac |ban )?(?P<thing>van ban|bao cao|ho so|danh sach|ket qua|so lieu|file(?: mem)?|mem|giay|du lieu|thong tin)(?!\w)[^.;:]{0,50}?(?<!\w)(?:gui|nop|chuyen)(?: dong thoi)?(?: qua| tren| bang| theo| ve)? (?:truc|he thong|phan mem|thu dien tu|hop thu|email|e-mail|dia chi|hinh thuc|file)"
)
_WHERE_TO = re.compile(r"(?<!\w)(?:truoc|cham nhat|ve (?:so|phong|ban|van phong|uy ban|ubnd|cuc|chi cuc|bo))(?!\w)")
_DONE = re.compile(
    r"(?:cac |moi |toan bo )?(?P<thing>van ban|bao cao|danh sach|ho so|ket qua|phieu|bieu mau|so lieu|ke hoach|noi dung)(?!\w)[^.;:]{0,60}?(?<!\w)"
    r"(?:duoc|phai|can) (?:thuc hien|hoan thanh|hoan chinh|gui|nop|bao cao|lap|cap nhat)(?!\w)"
)
_OWNED = re.compile(
    r"(?:(?<!\w)của|,) ((?:các )?(?:cơ quan|đơn vị|địa phương|tổ chức|nhà trường|trường|cá nhân)(?:, (?:cơ quan|đơn vị|địa phương))*)(?= (?:xin |phải |được |đề nghị )?(?:gửi|nộp|chuyển|báo cáo))"
)


def owner(source: FoldedText, start: int, end: int) -> tuple[int, int] | None:
    """Whose the thing is: "Văn bản góp ý của các đơn vị gửi về …" asks the đơn vị, "Việc … do Phòng A thực hiện" Phòng A."""
    doer = _done_by(source, start, end)
    if doer is not None:
        return doer
    match = _OWNED.search(source.lower, start, end)
    return match.span(1) if match else None


def _done_by(source: FoldedText, start: int, end: int) -> tuple[int, int] | None:
    work = _DONE_BY.match(source.folded, start, end)
    bodies = read_bodies(source, work.end(), end) if work else None
    if bodies is None or len(bodies.spans) != 1 or not _CARRIES_OUT.match(source.folded, bodies.end, end):
        return None
    return bodies.spans[0]


def object_first(source: FoldedText, start: int, end: int, dated: bool = False) -> str | None:
    """The thing (folded) a sentence opens with when it asks to send it somewhere, or by a day; else ``None``."""
    match = _OBJECT.match(source.folded, start, end) or (_DONE.match(source.folded, start, end) if dated else None)
    if match is None and _done_by(source, start, end) is not None:
        return "viec"
    return match["thing"] if match else None


def tells_how(source: FoldedText, start: int, end: int) -> str | None:
    """The thing (folded) of a sentence that only says in what form and over what to send it; else ``None``."""
    match = _HOW.match(source.folded, start, end)
    return match["thing"] if match and not _WHERE_TO.search(source.folded, match.end(), end) else None


def only_sends(thing: str, before: ExtractedTask | None, words: str = "") -> bool:
    """Whether what is to be sent is what ``before`` orders to make, so that the sentence belongs to it."""
    if before is None or (before.deadline is not None and before.deadline.value.kind == "date") or before.report_to:
        return False
    return makes(thing, before) or _named_after(thing, words, before)


def _named_after(thing: str, words: str, task: ExtractedTask) -> bool:
    """Whether the words of a sentence tell what the paper is of: "Văn bản giới thiệu gửi về …" behind "giới thiệu …"."""
    folded = fold(words)
    following = re.match(r"\s+(\w+ \w+)", folded[folded.find(thing) + len(thing) :])
    return following is not None and following[1] in fold(task.action.value)


def makes(thing: str, task: ExtractedTask) -> bool:
    """Whether ``task`` orders to make ``thing`` (folded), a form of it ("file mềm") being any paper."""
    made = _SAME.get(thing, r"." if thing in _FORMS else None)
    return made is not None and re.search(made, fold(task.action.value)) is not None


def gives_time(source: FoldedText, start: int, end: int) -> bool:
    """Whether a sentence only says by when ("Thời gian gửi trước ngày …")."""
    return _TIME.match(source.folded, start, end) is not None


_ACT_OF_TIME = re.compile(
    r"(?:thoi gian|lich|thoi diem)(?: du kien)? (?!du kien|thuc hien|hoan thanh|gui|nop|bao cao|trien khai|bat dau|ket thuc|cu the|to chuc|xong|nhan|dang ky|lam viec|tu |va |den |la )"
    r"(?P<act>[a-z]+(?: [a-z]+)?)(?: [a-z]+){0,4}? ?(?:du kien ?)?:"
)
_SETS_OUT = r"(?:\W*(?:tien hanh|to chuc|thuc hien|trien khai|bat dau)\s+)?"


def act_timed(source: FoldedText, start: int, end: int) -> str | None:
    """The act (folded) whose time a sentence tells: "thanh tra" of "Thời gian thanh tra dự kiến: …"; else ``None``."""
    match = _ACT_OF_TIME.match(source.folded, start, end)
    return match["act"] if match else None


def opens_with(task: ExtractedTask, act: str) -> bool:
    """Whether what a task orders is ``act`` itself: "Tiến hành thanh tra tại …"."""
    return re.match(rf"{_SETS_OUT}{re.escape(act)}(?!\w)", fold(task.action.value)) is not None


_COMPLETES = re.compile(
    r"(?:(?:yeu cau|de nghi|va|thoi gian|thoi han|han|viec|phai|can|thuc hien|trien khai|hoan thanh|xong|ket thuc|nhiem vu|cac|noi dung|cong viec|"
    r"tren|neu|nay|cac don vi|cac dia phuong|:)\W*)+"
)


def only_completes(words: str) -> bool:
    """Whether a sentence without its day says no more than "to be done"."""
    folded = fold(words).strip(" ,;:./")
    return "hoan thanh" in folded and _COMPLETES.fullmatch(folded) is not None


def only_attends(task: ExtractedTask) -> bool:
    """Whether a task asks no more than to come, which the invitation itself asks already."""
    return (
        re.match(
            r"(?:(?:sap xep|bo tri)[^,;]{0,30},? )?(?:phan cong[^,;]{0,40} |cu [^,;]{0,40})?(?:tham gia du|tham du|du|den du)(?!\w)",
            fold(task.action.value),
        )
        is not None
    )


def is_attended(task: ExtractedTask | None) -> bool:
    """Whether a task is to go to an event, so that the event's hour is its time."""
    return (
        task is not None
        and re.search(
            r"tham du|du hop|tap huan|du hoi nghi|(?<!\w)cu .{0,40}(?<!\w)(?:du|tham gia)(?!\w)",
            fold(task.action.value),
        )
        is not None
    )
