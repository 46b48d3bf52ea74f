"""Sentences with the object first ("Báo cáo gửi về Sở trước ngày …") and sentences that only give a time."""

from __future__ import annotations

import re

from pipeline.language.folded import FoldedText
from schemas.extracted import ExtractedTask
from schemas.folding import fold

_OBJECT = re.compile(
    r"(?:cac |moi |toan bo |ban )?(?P<thing>van ban|bao cao|danh sach|ho so|ket qua|y kien|phieu|bieu mau|so lieu|thong tin|tai lieu|file|bai viet|"
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


_DONE = re.compile(
    r"(?:cac |moi |toan bo )?(?P<thing>van ban|bao cao|danh sach|ho so|ket qua|phieu|bieu mau|so lieu|ke hoach|noi dung)(?!\w)[^.;:]{0,60}?(?<!\w)"
    r"(?:duoc|phai|can) (?:thuc hien|hoan thanh|hoan chinh|gui|nop|bao cao|lap|cap nhat)(?!\w)"
)
_OWNED = re.compile(
    r"(?:(?<!\w)của|,) ((?:các )?(?:cơ quan|đơn vị|địa phương|tổ chức|nhà trường|trường|cá nhân)(?:, (?:cơ quan|đơn vị|địa phương))*)(?= (?:xin |phải |được |đề nghị )?(?:gửi|nộp|chuyển|báo cáo))"
)


def owner(source: FoldedText, start: int, end: int) -> tuple[int, int] | None:
    """Whose the thing is: "Văn bản góp ý của các đơn vị gửi về …" asks the đơn vị."""
    match = _OWNED.search(source.lower, start, end)
    return match.span(1) if match else None


def object_first(source: FoldedText, start: int, end: int, dated: bool = False) -> str | None:
    """The thing (folded) a sentence opens with when it asks to send it somewhere, or by a day; else ``None``."""
    match = _OBJECT.match(source.folded, start, end) or (_DONE.match(source.folded, start, end) if dated else None)
    return match["thing"] if match else None


def only_sends(thing: str, before: ExtractedTask | None) -> bool:
    """Whether what is to be sent is what ``before`` orders to make, so that the sentence belongs to it."""
    if before is None or (before.deadline is not None and before.deadline.value.kind == "date") or before.report_to:
        return False
    made = _SAME.get(thing)
    return made is not None and re.search(made, fold(before.action.value)) is not None


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
