"""Orders that name the actor first: "Sở Y tế có trách nhiệm rà soát …", "Tháng 3: các đơn vị báo cáo …"."""

from __future__ import annotations

import re

from pipeline.extract.tasks.predicates import ADJUNCTS, LONG_ADJUNCT, Clause, read_predicate
from pipeline.language.agencies import Bodies, read_bodies, read_unlisted
from pipeline.language.folded import FoldedText
from pipeline.language.heads import body_at
from pipeline.language.verbs import act_at

_THING = re.compile(
    r"(?:tinh hinh|ket qua|viec|cong tac|noi dung|thoi gian|ho so|bao cao|danh sach|so|chi|che do|cong tac|thoi han|lich|quy dinh|kinh phi|hinh thuc|muc|chat luong|tien do|hoat dong|chuong trinh|"
    r"ke hoach|du an|nguon|von|ty le|chi tieu|hoi nghi|cuoc|le|buoi|dot|ngay|thang|quy|nam|nhung|thong tin|dia diem|van ban|y kien|phieu|bieu|tai lieu|"
    r"truong hop|theo|can cu|thuc hien|de|nham|sau|khi|trong|tren|tu|den|truoc|neu|do|vi|tuy nhien|hien nay|cham nhat|han|qua|ngoai ra|gia|du kien)(?!\w)"
)
_LINKED = re.compile(
    r"duoc (?:phan cong|giao)(?: nhiem vu| trach nhiem)? (?:truc tiep|lam dau moi|chiu trach nhiem)|co (?:trach nhiem|nhiem vu|nghia vu)|chiu trach nhiem|(?:xin )?vui long|(?:la|lam) (?:co quan |don vi |bo phan )?(?:dau moi|chu tri|thuong truc|giup viec)|chu tri(?! (?:cuoc|hoi|buoi|phien|va ket luan|hop|le|chuong trinh))"
)
WHO_FAILS = re.compile(
    r"(?:co so|don vi|ca nhan|to chuc|khoa|phong|ho|doanh nghiep|nha thau|hoc sinh|can bo|cong chuc|dia phuong|truong|chu \w+|dap|cong trinh|phuong tien|xe|tau)(?: \w+){0,3}? (?:nao )?(?:khong|chua|vi pham|co dau hieu)(?!\w)"
    r"[^,;.]{0,90}?,? thi (?:(?:kien quyet|kip thoi|phai|se|can|xem xet) )*(?:tam dinh chi|dinh chi|xu ly|xu phat|de xuat|thu hoi|kiem diem|nhac nho|phe binh|tru diem|cat|cham dut|thay the|lap (?:bien ban|ho so)|cuong che|khong cho|khong (?:cap|nghiem thu|giai quyet)|loai)(?!\w)"
)
"""What whoever is in charge does with who fails: "khoa nào không đạt thì đề xuất trừ điểm"."""
_SUFFERING = re.compile(r"(?<!\w)(?:(?<!thiết )(?<!chuẩn )(?<!dự )bị|được)\s*$")
_TO_BE_DONE = re.compile(r"(?:(?:phải|cần|sẽ|thì) )*(?:bị|(?:phải|cần) được)(?!\w)")
"""What others do to somebody: "công chức vi phạm bị xem xét", "khách hàng phải được thông báo"."""
_MODAL = re.compile(
    r"(?:(?:thì )?(?:phải|cần)(?! (?:có trách|chịu|thiết|được|là|nói|kể))|(?:tuyệt đối )?không được|nghiêm cấm|tuyệt đối không)(?!\w)\s*"
)
_OF_PAST = re.compile(r"(?<!\w)(?:đã|đang|vẫn|hiện|từng|nhiều|một số|hàng (?:trăm|nghìn)|thường|buộc)(?!\w)")
_STRONG = re.compile(
    r"(?:duoc (?:phan cong|giao)|co (?:trach nhiem|nhiem vu|nghia vu)|nghiem cam|tuyet doi|khong duoc|chiu trach nhiem|(?:la|lam) (?:co quan |don vi |bo phan )?(?:dau moi|chu tri|thuong truc|giup viec)|chu tri|vui long|xin|moi (?:co quan|don vi|dia phuong|nganh|truong|xa|to)|khan truong|phai|can|phoi hop|chu dong|phu trach|tiep tuc|tang cuong|tap trung|to chuc|nghiem tuc|theo chuc nang|can cu)(?!\w)|:"
)
LABEL = re.compile(r"[^:;.()]{3,60}(?:\d{1,2}[/.]){0,2}[^:;.()]{0,30}:\s+(?=\w)")
_WHICHEVER = re.compile(
    r"(?P<who>(?:noi|don vi|co quan|dia phuong|doanh nghiep|cong ty|truong|phong|xa|phuong|huyen|thon|khoa|ho(?: gia dinh)?|ca nhan|to chuc|co so|hop tac xa)(?:,? [\w]+){0,3} nao(?!\w)(?![^,;.]{0,40}(?:de xay ra|vi pham|khong dat|khong bao dam|khong dam bao|khong nop|nguy co|lam trai|cham|qua han|vang|khong (?:chap hanh|thuc hien)))[^,;.:]{3,90}?)"
    r"(?:,? thi (?:can |phai )?|, (?:can |phai )?| (?:cung )?phai )(?=\w)"
)
_CONDITION = re.compile(r"(?:trong )?(?:truong hop|khi|neu|(?:noi|don vi|dia phuong|cho) nao|cu \d+)(?!\w)")
_MARK = re.compile(r"(?:[,:]|(?<!\w)thì)\s+")
_LEAD_IN = re.compile(
    r"(?:de|nham|nhan duoc|sau khi|khi|trong|truong hop|tren co so|can cu|thuc hien|doi voi|ve|tai|tu ngay|tu|truoc|ket thuc|dinh ky|hang|luu y|rieng|ngoai ra|"
    r"dong thoi|den|vao(?= ngay| thu| cuoi| dau)|thang|quy|chu thich|ghi chu|hằng|cham nhat|cu \d+|noi nao|don vi nao|dia phuong nao|ngay|neu|truong hop|trong do|yeu cau|nay)(?!\w)"
)


def read_actor_clause(source: FoldedText, start: int, end: int, expects_orders: bool) -> Clause | None:
    """ "Sở Y tế có trách nhiệm rà soát…", behind an adjunct too; ``None`` when nobody is named first."""
    if WHO_FAILS.match(source.folded, start, end):
        return None
    whichever = _WHICHEVER.match(source.folded, start, end)
    if whichever and act_at(source, whichever.end()):
        span = (start, start + len(source.text[start : whichever.end("who")].rstrip(" ,")))
        return read_predicate(source, start, whichever.end(), end, Bodies((span,), whichever.end()), "actor")
    for position in _actor_positions(source, start, end):
        bodies = read_bodies(source, position, end)
        if bodies is None and expects_orders and position == start and _may_be_somebody(source, start, end):
            bodies = read_unlisted(source, position, end)
        if bodies is None:
            continue
        if _SUFFERING.search(source.lower, bodies.spans[-1][0], bodies.end):
            continue
        after = source.skip_blanks(bodies.end, end)
        if _TO_BE_DONE.match(source.lower, after, end):
            continue
        if after < end and source.text[after] == ",":
            after = source.skip_blanks(after + 1, end)
        strong = _STRONG.match(source.folded, after)
        if not strong and not (expects_orders and (_acts(source, after) or LONG_ADJUNCT.match(source.folded, after))):
            continue
        linked = re.match(_LINKED, source.folded[after:end]) or _must(source, bodies.spans[0][0], after, end)
        if not linked and not (expects_orders or _told_to(source, start, after) or _on_condition(source, start, after)):
            continue
        return read_predicate(source, start, bodies.end, end, bodies, "link" if linked else "actor")
    return None


def _must(source: FoldedText, start: int, after: int, end: int) -> re.Match[str] | None:
    """ "Các trạm y tế phải dự trữ …", "… không được tự ý …": what a body must do or not, said of no past."""
    modal = _MODAL.match(source.lower, after, end)
    if modal is None or _OF_PAST.search(source.lower, start, after):
        return None
    forbids = "không" in modal[0] or "cấm" in modal[0]
    return modal if forbids or act_at(source, modal.end()) or LONG_ADJUNCT.match(source.folded, modal.end()) else None


def _on_condition(source: FoldedText, start: int, after: int) -> bool:
    """ "Nếu phát hiện …, Trưởng thôn báo ngay …": behind a condition a plain statement orders."""
    return (
        _CONDITION.match(source.folded, start) is not None
        and act_at(source, after) > 0
        and _OF_PAST.search(source.lower, start, after) is None
    )


def _may_be_somebody(source: FoldedText, start: int, end: int) -> bool:
    """Whether words of no known head may name who acts: in capitals, no thing that reports tell of, and by a day."""
    return (
        source.text[start].isupper()
        and _THING.match(source.folded, start) is None
        and re.search(r"(?:trước|chậm nhất|đến hết|trong) .{0,12}\d", source.lower[start:end]) is not None
    )


def _acts(source: FoldedText, position: int) -> bool:
    return act_at(source, position) > 0 or any(pattern.match(source.folded, position) for pattern in ADJUNCTS)


def _actor_positions(source: FoldedText, start: int, end: int) -> list[int]:
    """Where an actor may be named: at the start, or behind the adjunct the sentence opens with."""
    position = start
    if source.folded.startswith("doi voi ", start):
        position = start + len("doi voi ")
        return [position, *_after_marks(source, start, end)]
    label = LABEL.match(source.text, start, end)
    if label and not body_at(source, start) and (not act_at(source, start) or _names_next(source, label.end())):
        return [position, *_actor_positions(source, label.end(), end)]
    if source.folded.startswith("rieng ", start) and body_at(source, start + len("rieng ")):
        return [start + len("rieng ")]
    if _LEAD_IN.match(source.folded, start):
        inner = [at for at, _ in source.words if start < at < min(end, start + 160) and _capital_body(source, at)]
        return _after_marks(source, start, end) + inner
    return [position]


def _told_to(source: FoldedText, start: int, after: int) -> bool:
    """ "Đối với Sở Y tế: rà soát …": for whom, and behind the colon what."""
    return (
        source.folded.startswith("doi voi ", start)
        and source.text[after] == ":"
        and act_at(source, source.skip_blanks(after + 1, len(source.text))) > 0
    )


def _names_next(source: FoldedText, position: int) -> bool:
    """ "Báo cáo tháng: Các Chi cục …", "Báo cáo đột xuất: Khi …, các đơn vị …": a title before who acts."""
    return body_at(source, position) or _LEAD_IN.match(source.folded, position) is not None


def _after_marks(source: FoldedText, start: int, end: int) -> list[int]:
    return [mark.end() for mark in _MARK.finditer(source.text, start, end)]


def _capital_body(source: FoldedText, position: int) -> bool:
    if re.search(
        r"(?:phối hợp|với|cùng|cho|của|tại|về|do|và|tới|đến|giữa)\s*$", source.lower[max(0, position - 12) : position]
    ):
        return False
    return body_at(source, position) and source.lower.startswith(
        ("các đơn vị", "các cơ quan", "các địa phương", "thủ trưởng"), position
    )
