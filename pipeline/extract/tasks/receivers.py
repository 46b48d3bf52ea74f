"""Who gets the result of an act: "gửi về X", "báo cáo X", "trình X", "nộp cho X"."""

from __future__ import annotations

import re

from pipeline.language.agencies import read_bodies
from pipeline.language.folded import FoldedText

Span = tuple[int, int]

_SEND = re.compile(
    r"(?<!\w)(?:gui|nop|(?<!di )(?<!van )(?<!luan )chuyen|bao cao|(?<!quy )(?<!chuong )(?<!qua )(?<!lo )(?<!cong )(?<!giao )trinh|dang ky|phan hoi|tra loi|khai bao|xac nhan(?! nhan khau)|thong bao ket qua|cung cap(?=(?: [^.;:]{1,120})? (?:cho|ve) (?:vien|tinh doan|doan|trung tam|toa|benh vien|truong|hoi|tong cuc|kho bac|dang uy|huyen uy|tinh uy|thanh tra|so|bo|cong ty|ubnd|uy ban|tinh|phong|cuc|chi cuc|ban|van phong|co quan)))(?!\w)(?:(?! (?:truoc|cham nhat|nham)\b)[^.;:]){0,160}?(?<!\w)(?:ve|cho|den|toi|voi)(?: lai)?(?: dia chi)?\s+(?!viec|tinh hinh|ket qua|cong tac)"
)
_LATER = re.compile(r"[^.;:]{0,120}?(?<!\w)(?:ve|toi)\s+(?!viec|tinh hinh|ket qua|cong tac)")
_DIRECT = re.compile(
    r"(?<!\w)(?:(?:tong hop,? |kip thoi |va |dinh ky |ket qua |de xuat,? )*(?:bao cao(?: nhanh| dinh ky| tong hop)?(?: ket qua)?(?: (?:ve|voi|cho|len))?|trinh|gui(?: lai)?|nop(?: ve| cho)?|(?<!thong )(?<!canh )bao (?:ve|cho|ngay cho|ngay ve)|kien nghi|"
    r"xin y kien(?: (?:chi dao|gop y|tham gia))?(?: (?:cua|tu))?|tham muu(?: (?:giup|cho|trinh))?(?:,? de xuat)?(?: cho)?|de xuat(?: giai phap va tham muu)?))\s+"
)
_PASSES = re.compile(
    r"(?<!\w)(?:chuyển(?! (?:đổi|sang|khẩu|biến|động|dịch|giao|phát))|(?:cung cấp|bàn giao|thông báo)(?= (?:cho|về|với|tới|đến)(?!\w)))[^.;:]{0,90}?(?<!\w)(?:(?:cho|lên|sang|đến|về|với|tới) )?"
    r"(?=(?:Cơ quan|Sở|Bộ|UBND|Ủy ban|Uỷ ban|Ban|Văn phòng|Phòng|Cục|Chi cục|Công an|Thanh tra|Viện|Tòa án|Toà án|Đội|Khoa|Trung tâm|Tỉnh đoàn|Hội đồng|Đảng ủy|cơ quan (?:thuế|bảo hiểm|điều tra|công an|thi hành))(?!\w))",
    re.IGNORECASE,
)
"""Papers and findings handed to a body that is named: "chuyển hồ sơ sang Cơ quan điều tra", "cung cấp cho Tỉnh đoàn"."""
_DRAFTED = re.compile(
    r"(?<!\w)(?:(?:du thao|xay dung|hoan thien|soan thao|chuan bi)(?!\w)[^;.]{0,80}? trinh|trinh (?:[\w]+ ){1,6}?ky (?:ban hanh )?(?:bao cao|gui))\s+"
)
_PURPOSE = re.compile(r"(?<!\w)(?:để|nhằm)(?!\w)")
_PURPOSE_BODY = re.compile(
    r"(?<!\w)(?:để|nhằm) (?=(?:Sở|Bộ|UBND|Ủy ban|Uỷ ban|Ban|Văn phòng|Phòng|Cục|Chi cục|Thanh tra|Trường|Viện)\b[^,.;]{0,60} (?:kịp )?(?:tổng hợp|theo dõi|báo cáo))"
)
_TOLD = re.compile(
    r"(?: (?:và|,)?|,) (?:đồng gửi|đồng thời)| (?:danh mục|dự thảo|hồ sơ|phương án|kế hoạch|đề án|các nội dung|những nội dung|nội dung|kết quả|tình hình|số liệu|danh sách|đúng|định kỳ|(?<!phòng )(?<!Phòng )(?<!Kế hoạch )(?<!Hành chính )(?<!Dịch vụ )(?<!Khoa Nội )(?<!Ban )tổng hợp|bằng|kèm|trong (?:tháng|quý|năm|ngày|tuần|thời)|trước|chậm nhất|(?:\d+|một|hai|ba|mỗi) (?:tiếng|giờ|ngày|tuần|tháng)|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)|ngay)(?!\w)"
)
_THROUGH = re.compile(r"(?<!\w)thong qua ")
_PEOPLE = re.compile(
    r"(?:người(?! có thẩm quyền)|thuế|lệ phí|học phí|từng |các hộ|hộ |khách hàng|quý |nhân dân|doanh nghiệp|học sinh|cán bộ|toàn thể|các tầng lớp|đơn vị mình|cơ quan mình)"
)
_DECIDES = re.compile(
    r"(?: ?\([^)]*\))?,? (?:de )?(?:xem xet|chi dao|kien nghi|quyet dinh|phe duyet|giai quyet|cho y kien)"
)
_UPWARD = re.compile(r"tham muu|kien nghi|de xuat")
_AUTHORITY = re.compile(
    r"(?:lanh dao|ban giam doc|giam doc|ban giam hieu|hieu truong|ban thuong vu|thuong truc|dang uy|huyen uy|bo truong|cuc truong|chanh an|vien truong|ubnd|uy ban|hdnd|bo |chinh phu|thu tuong|tinh uy|ban chi dao|co quan co tham quyen|cap co tham quyen|chu tich)"
)


def find_receiver(source: FoldedText, start: int, end: int) -> Span | None:
    """Span of the body that gets the result of the act ``source.text[start:end]``; ``None`` when none is named.

    What stands behind "để" is what the receiver does with it ("để tổng hợp báo cáo Bộ Y tế").
    """
    purpose = _PURPOSE.search(source.lower, start, end)
    limit = purpose.start() if purpose else end
    later = source.text.find(";", limit, end)
    return (
        _behind(source, _DRAFTED, start, limit)
        or _behind(source, _SEND, start, limit)
        or _behind(source, _DIRECT, start, limit)
        or (_behind(source, _SEND, later, end) if later > 0 else None)
        or _passed_to(source, start, limit)
        or _behind_purpose(source, start, end)
        or _behind(source, _THROUGH, start, end)
    )


def _behind(source: FoldedText, pattern: re.Pattern[str], start: int, end: int) -> Span | None:
    position = start
    while match := pattern.search(source.folded, position, end):
        position = match.start() + 1
        if source.text.count("(", match.start(), match.end()) > source.text.count(")", match.start(), match.end()):
            continue
        found = _receiver_at(source, match.end(), end)
        later = _LATER.match(source.folded, match.end(), end) if found is None and pattern is _SEND else None
        found = _receiver_at(source, later.end(), end) if later else found
        if found is None or (match[0].startswith("chuyen") and not _hands_over(source, match)):
            continue
        if match[0].startswith("bao ") and not source.lower.startswith("báo", match.start()):
            continue
        if pattern is _DIRECT and _UPWARD.search(match[0]) and not _taken_upward(source, found, match[0]):
            continue
        return found
    return None


def _passed_to(source: FoldedText, start: int, end: int) -> Span | None:
    match = _PASSES.search(source.text, start, end)
    named = match is not None and (
        source.text[match.end()].isupper() or source.lower.startswith("cơ quan", match.end())
    )
    return _receiver_at(source, match.end(), end) if match and named else None


def _hands_over(source: FoldedText, match: re.Match[str]) -> bool:
    """ "chuyển hồ sơ về …" gives a result; "chuyên mục", "chuyển kinh phí cho các đơn vị" do not."""
    return (
        source.lower.startswith("chuyển", match.start())
        and re.search(r"(?:ve|den|toi)(?: lai)?\s", match[0]) is not None
    )


def _taken_upward(source: FoldedText, found: Span, said: str) -> bool:
    """ "tham mưu, đề xuất UBND tỉnh", "tham mưu UBND tỉnh xem xét": advice that goes up to a body that decides."""
    if _AUTHORITY.match(source.folded, found[0]) is None:
        return False
    if source.folded[slice(*found)].endswith("cung cap") and "tham muu" in said:
        return False
    if re.match(r" (?:bao cao|trinh|kien nghi) ", source.folded[found[1] : found[1] + 12]):
        return False
    return "tham muu" not in said or "de xuat" in said or _DECIDES.match(source.folded, found[1]) is not None


def _receiver_at(source: FoldedText, position: int, end: int) -> Span | None:
    position = source.skip_blanks(position, end)
    bodies = read_bodies(source, position, end)
    if bodies is None or _PEOPLE.match(source.lower, position):
        return None
    start, stop = bodies.spans[0][0], bodies.spans[-1][1]
    bracket = source.text.find("(", start, stop)
    stop = bracket if bracket > start else stop
    told = _TOLD.search(source.text, start, stop)
    stop = told.start() if told else stop
    address = re.search(r",? (?:số \d|địa chỉ|đường |email|\d+ bản)", source.lower[start:stop])
    stop = start + address.start() if address else stop
    named = re.sub(r",? đồng$", "", source.text[start:stop].rstrip(" ,;)"))
    return (start, start + len(named)) if named else None


def _behind_purpose(source: FoldedText, start: int, end: int) -> Span | None:
    """ "… trước ngày 5/6 để Sở Y tế tổng hợp": who gathers is who gets it."""
    match = _PURPOSE_BODY.search(source.text, start, end)
    return _receiver_at(source, match.end(), end) if match else None
