"""What a heading or an announcing sentence says of the items below: orders, content, or nothing to do."""

from __future__ import annotations

import re
from typing import Literal

from schemas.folding import fold

Section = Literal["orders", "closed", "actors", "timetable", "attendance", "facts", "unknown"]

_CLOSED = re.compile(
    r"(?:muc dich|muc tieu|yeu cau$|yeu cau,? muc dich|quan diem|can cu|co so (?:phap ly|xay dung)|danh gia chung|tinh hinh|"
    r"ket qua (?:kiem tra|thanh tra|xac minh|giam sat|dat duoc|thuc hien|cong tac)|nhung ket qua|ton tai|han che|kho khan|nguyen nhan|chi tieu|cac van ban|van ban ap dung|tai lieu|"
    r"nguyen tac|phuong cham|giai thich|chuong trinh (?:hoi nghi|hop|lam viec)|noi dung chuong trinh|lich trinh|giai thuong|bo cuc|"
    r"noi dung (?:thanh tra|kiem tra|thanh,? kiem tra|giam sat|hop|cuoc hop|hoi nghi|dao tao|tap huan|boi duong|bao cao)|"
    r"dac diem|su can thiet|uu diem|thuan loi|chu de|khau hieu|thoi han hieu luc|noi dung,? (?:va )?doi tuong|noi dung\s*:\s*\w|du bao|ho so|dieu kien|tieu chuan|tieu chi)"
)
_FACTS = re.compile(
    r"(?:doi tuong|pham vi|dia diem|dia chi|kinh phi|du tru kinh phi|nguon kinh phi|du toan|hinh thuc|le phi|hoc phi|muc thu|lien he|thong tin lien he|co cau|"
    r"so luong|quyen loi|che do(?! bao cao| thong tin)|ban to chuc|ban bien tap|thong tin (?:chung|ve)|chuyen nganh|quy mo|cach thuc|chu tri(?= ?:|$| (?:hoi nghi|cuoc hop|buoi|phien))|chu toa|trang phuc|phuong tien|thoi gian)"
)
_ORDERS = re.compile(
    r"to chuc thuc hien|nhiem vu|giai phap|trach nhiem|phan cong|bien phap|cong viec|noi dung|hoat dong|tien do|ke hoach thuc hien|"
    r"trien khai|thuc hien|cong tac|y kien chi dao|chi dao|ket luan|de nghi|kien nghi|yeu cau"
)
_TIMETABLE = re.compile(
    r"(?:thoi gian|tien do|lo trinh|ke hoach)(?: (?:va )?(?:tien do |lo trinh )?(?:thuc hien|trien khai|hoan thanh))?,? ?(?:va (?:tien do|lo trinh))?\s*:?$|thoi gian va (?:tien do|phan cong)"
)
_ATTENDANCE = re.compile(r"thanh phan|dai bieu|khach moi|kinh moi")
_LISTS = re.compile(
    r"(?:kinh|tran trong|xin) moi[^:]{0,90}:$|(?:cach|hinh thuc|phuong thuc|dia chi|truong hop)(?: duoi day| sau| sau day|):?$|(?:bao gom|gom(?: co)?|danh sach(?: nhu sau)?|vi du|sau day goi|dia chi|voi cac yeu cau|cac khoan|thong tin lien he|cac truong hop|noi dung sau day bi|"
    r"cac loai|cac truong|theo cac tieu chi|cac tieu chuan|ho so gom|thanh phan)[^:]{0,40}:?$|(?:gom|bao gom)[^:]{0,60}:$|(?:theo|qua|bang) (?:\d+ trong )?(?:\d+ )?(?:cac )?(?:cach|hinh thuc|dia chi)[^:]{0,40}:$"
)
_FRAME = re.compile(
    r"(?:nhu sau|sau day|sau|cu the|tap trung|luu y|duoi day|chi dao|ket luan|y kien|yeu cau|de nghi|bien phap|nhiem vu|giai phap|trach nhiem|thuc hien)\s*:?$"
)
_THINGS = re.compile(
    r"(?:cung cap|gui|nop|chuyen|giao nop|chuan bi|mang theo|xuat trinh)(?!\w)[^;:.]{0,60}?(?:tai lieu|ho so|giay to|chung cu|thong tin|so lieu|bieu mau|vat tu|thiet bi)"
    r"(?:,? \w+){0,3}? (?:nhu sau|sau day|sau|gom|bao gom)\s*:$"
)
_CONTENT_ACT = re.compile(
    r"(?:bao cao|danh gia|thong ke|gop y|y kien|de xuat|cung cap|ke khai|tong hop|bao gom|ghi|trinh bay|neu ro|khai bao|the hien|lap)(?!\w)"
)


def section_of(text: str, heading: bool) -> Section:
    """What stands under a title such as "II. TỔ CHỨC THỰC HIỆN" or "1. Mục đích"; ``text`` without its marker."""
    folded = fold(text).strip(" .:;-")
    if len(folded) > 120 and not heading:
        return "unknown"
    if _TIMETABLE.match(folded) and len(folded) < 60:
        return "timetable"
    if _CLOSED.match(folded) and not re.search(r"nhiem vu|giai phap|trach nhiem", folded):
        return "closed"
    if _FACTS.match(folded):
        return "facts"
    if _ATTENDANCE.match(folded):
        return "attendance"
    return "orders" if heading and _ORDERS.search(folded) else "unknown"


def announces_list(text: str) -> bool:
    """Whether a sentence announces things ("gồm:", "danh sách như sau:"), not acts."""
    return _LISTS.search(fold(text).strip()) is not None


def announces_acts(text: str) -> bool:
    """Whether a sentence without an order of its own announces orders ("có ý kiến chỉ đạo như sau:")."""
    folded = fold(text).strip()
    return bool(_FRAME.search(folded)) and bool(_ORDERS.search(folded))


def asks_for_things(act: str) -> bool:
    """Whether an act announces papers or things, not acts: "cung cấp các tài liệu, chứng cứ sau:"."""
    return _THINGS.search(fold(act).strip()) is not None


def asks_for_content(act: str) -> bool:
    """Whether an act announces what a report has to hold ("báo cáo … theo các nội dung sau:")."""
    folded = fold(act).strip()
    return folded.endswith(":") and _CONTENT_ACT.search(folded) is not None
