"""False friends: what stands before a day and makes it no deadline (``domain.md``, section 6)."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"[.;:()]|,\s+(?=yêu cầu|đề nghị|giao|đồng thời|báo cáo|gửi|hoàn thành)")
_ORDER = re.compile(
    r"(?<!\w)(?:hoàn thành|xong|báo cáo|gửi|trình|nộp|đăng ký|yêu cầu|đề nghị|phải|cần|gia hạn|thực hiện|tổng hợp|triển khai|"
    r"tổ chức|chậm nhất|muộn nhất|phấn đấu|kết thúc|khẩn trương|bàn giao|giải ngân|thanh toán|cung cấp|góp ý|tham mưu)(?!\w)"
)
_DUTY = re.compile(r"(?<!\w)(?:phải|cần|yêu cầu|đề nghị)(?!\w)")
_PAST = re.compile(
    r"(?<!\w)(?:(?:đã|chưa)\s+(?!đề nghị|yêu cầu|giao)\w+(?:\s+\w+){0,6}"
    r"|(?:tiếp nhận|phát sinh|sinh(?!\s+viên)|xảy ra|có hiệu lực|hết hiệu lực|(?:hết|quá|đến) hạn(?: sử dụng| hiệu lực)?|khởi công|thành lập|(?P<things>tồn tại)"
    r"|được\s+(?!phân công|hoàn thành|gửi|báo cáo|thực hiện|giải ngân|gia hạn|nộp|trình|triển khai|bàn giao|thanh toán|yêu cầu|đề nghị)"
    r"\w+(?:\s+\w+)?|tuyển dụng|nhập ngũ|cư trú|(?P<noun>vi phạm)|ký kết|nhập học|tốt nghiệp)"
    r"(?:\s+\w+){0,2}|từ)\s*$"
)
_DONE_BEFORE = re.compile(
    rf"(?:đã|chưa)\s+(?:hoàn thành|báo cáo|gửi|trình|nộp|bàn giao|thanh toán|tổ chức)(?:\s+(?:(?:chương|công|quy|lộ)\s+trình|(?!{_ORDER.pattern})\w+))*\s*$"
)
"""What had been done by then, with no act of another behind it."""
_TOLD_TO = re.compile(
    r"(?<!\w)(?:thông báo|gửi|chuyển|bàn giao|công bố|phổ biến)(?!\w)[^,]{0,50}(?<!\w)(?:cho|đến|tới)\s+(?:các\s+)?(?:\w+\s+){1,4}được\s+\w+(?:\s+\w+)?\s*$"
)
"""Of "thông báo cho các đơn vị được kiểm tra trước ngày …" the day bounds the telling; "được kiểm tra" says who is told."""
_MENDS = re.compile(r"(?<!\w)(?:hoàn thành|khắc phục|xử lý|chấm dứt|giải quyết|báo cáo|xong)(?!\w)")
"""Before "tồn tại", "vi phạm" these make them things to be mended, not facts."""
_CONDITION = re.compile(
    r"^\W*(?:[\wđ]{1,3}[.)]\s*)?(?:riêng\s+)?(?:đối với|trường hợp|những|các\s+hồ sơ|nếu|kể cả|hồ sơ)(?!\w)"
)
_BEHIND_CONDITION = re.compile(r",\s+(?:\w+\s+){3,}$")
"""Of "Đối với lồng bè, vận động người dân lên bờ trước …" the act behind the comma is what the day bounds."""
_COUNTED = re.compile(
    r"(?<!\w)(?:tính|số liệu|lũy kế|luỹ kế|thống kê|cập nhật|kết quả|tình hình|giai đoạn(?! \d(?!\d))|thời kỳ|phát sinh|kỳ báo cáo|có hiệu lực|áp dụng"
    r"|hiệu lực|giá trị|có thời hạn|mục tiêu|chỉ tiêu|tầm nhìn|đổ bộ|mưa|di chuyển|thời gian (?:đào tạo|học|tập sự|thử việc|thuê|bảo quản|thi công|nghỉ)|nghỉ (?:tết|lễ|hè|phép|học)|tạm (?:giam|giữ)|giam|nhiệm kỳ|niên độ|chốt|dự báo|hợp đồng|bảo hành|từ\s+(?:đêm|sáng|chiều|trưa|tối|hôm)|số thu|doanh thu|mốc)(?:\s+(?!về|gửi|hoàn|xong|trình|nộp)[\w/%]+){0,5}\s*,?\s*$"
)
_DATA_LABEL = re.compile(
    r"(?<!\w)(?:(?:thời (?:gian|điểm|kỳ)|kỳ|mốc)\s+(?:(?:lấy|chốt|tính|thu thập|tổng hợp|khóa|khoá)\s+(?:số liệu|dữ liệu|sổ)|làm việc|học|thi|nghỉ|đào tạo|bảo hành"
    r"|(?:tạm\s+)?(?:ngừng|ngưng|cắt|mất)(?:\s+cấp)?(?:\s+(?:điện|nước))|áp dụng|sử dụng|số liệu|báo cáo số liệu|có hiệu lực)|hiệu lực|bảo hành)(?:\s+[\w/]+){0,5}\s*:\s*$"
)
"""Labels of a stretch of time that no act has to end with."""
_GOES_ON = re.compile(
    r"\s*\)?\s*(?:[^,.;:]{0,60}(?<!\w)thì|chưa|không phải|được|mà|vẫn|nhưng)(?!\w)"
    r"|\s*,\s*(?:t[ỷỉ] lệ|(?:có\s+|trên\s+|ít nhất\s+|tối thiểu\s+)?\d+\s*%|toàn (?:tỉnh|huyện|xã|thành phố|ngành|quốc)|cả nước|trên địa bàn|đã|xảy ra|tổng(?! (?:hợp|kết|rà|vệ))|số (?:vụ|người|hộ)|tình hình|kết quả|[^,.;:]{0,50}(?<!\w)(?:đã(?! được (?:giao|phân|bố trí))|đạt|ghi nhận|xảy ra|thu hút được)(?!\w))"
)
_FINISH = re.compile(r"(?<!\w)(?:hoàn thành|xong|chậm nhất|phải|gửi)(?!\w)")
_REPLACED = re.compile(r"(?<!\w)thay\s+(?:cho|thế)(?:\s+(?:thời\s+(?:hạn|gian)|mốc|hạn|ngày|cũ|trước\s+đây))*\s*$")


def _clause_before(text: str, start: int) -> str:
    """The clause that leads to ``start``, at most 120 characters of lower-case text."""
    left = text[max(0, start - 120) : start]
    return _CLAUSE.split(left)[-1]


def is_replaced(text: str, start: int) -> bool:
    """Whether the deadline at ``start`` is one that another replaces: "(thay cho thời hạn trước ngày 05/7)"."""
    return bool(_REPLACED.search(text, max(0, start - 40), start))


def goes_on_as_fact(text: str, end: int) -> bool:
    """Whether the words behind a stretch of time tell what was or what holds ("trước ngày X thì …", "Trong quý I, đã …")."""
    return _GOES_ON.match(text, end) is not None


def states_a_fact(text: str, start: int) -> bool:
    """Whether "trước ngày X" at ``start`` tells when something had happened, not when it is due."""
    clause = _clause_before(text, start)
    past = _PAST.search(clause)
    if past:
        if _DONE_BEFORE.fullmatch(past.group()):
            return True
        if (past["noun"] or past["things"]) and _MENDS.search(clause, 0, past.start()):
            return False
        if _TOLD_TO.search(clause):
            return False
        passive = past.group().startswith("được")
        return not (_DUTY if passive else _ORDER).search(clause if passive else past.group())
    condition = _CONDITION.search(clause)
    return condition is not None and not (
        _ORDER.search(clause, condition.end()) or _BEHIND_CONDITION.search(clause, condition.end())
    )


def counts_data(text: str, start: int) -> bool:
    """Whether a stretch of time at ``start`` says what figures cover, or how long something holds."""
    if _DATA_LABEL.search(text, max(0, start - 100), start):
        return True
    clause = _clause_before(text, start)
    counted = _COUNTED.search(clause)
    return counted is not None and not _FINISH.search(clause, 0, counted.start())
