"""The body that a reference names as its issuer: "… của Cục Quản lý Khám, chữa bệnh về việc …"."""

from __future__ import annotations

import re

_HEADS = (
    "Sở|Bộ|UBND|Ủy ban|Uỷ ban|UB|HĐND|Hội đồng|Cục|Chi cục|Tổng cục|Vụ|Viện|Văn phòng|VP|VPCP|Thanh tra|Công an|Chính phủ|Thủ tướng|Quốc hội|Chủ tịch|"
    "Phó Chủ tịch|Bộ trưởng|Giám đốc|Hiệu trưởng|Bộ Chính trị|Ban(?! hành)|Trung ương|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Quận ủy|Đảng ủy|Thường trực|Trường|Đại học|Học viện|"
    "Trung tâm|Bệnh viện|Toà án|Tòa án|Kho bạc|Bảo hiểm|BHXH|Ngân hàng|Liên đoàn|Hội|Đoàn|Tỉnh đoàn|Mặt trận|UBMTTQ|Công ty|Tập đoàn|Tổng Công ty|Tổng công ty|"
    "Phòng|Khoa|Đài|Báo|Quỹ|Liên minh|Tổng Liên đoàn|Tổng Thanh tra|Kiểm toán|Viện kiểm sát|Viện Kiểm sát|Cơ quan|Xã(?! hội)|Phường|Quân khu|Bộ Chỉ huy|Bộ Tư lệnh|BQL|BCĐ|TTCP|"
    "Liên bộ|Liên Sở|Liên sở|Thành phố|Tỉnh|HĐQT|NHNN|Trung ương Đảng|Ban Bí thư|Chủ nhiệm|Thống đốc|Cảng|Nhà xuất bản|Thư viện"
)
_HEAD = re.compile(rf"(?:{_HEADS})(?!\w)")
_AFTER = re.compile(r"\s*,?\s*(?:(?P<of>của|do)\s+)?(?=[A-ZĐÂĂÊÔƠƯỦ])")
_STOP = re.compile(
    r"\s*(?:[;.:()\[\]“”\"]|[-–]\s*[Vv]/v|$)"
    r"|\s+(?:(?i:về|v[eêé] việc|v/v|ban hành|quy định|qui định|hướng dẫn|phê duyệt|sửa đổi)|triển khai|thực hiện|yêu cầu|đề nghị|giao|tại|theo|trong|để|nhằm|là|có|"
    r"đã|như|gửi|thông báo|kết luận|ngày|kèm|công bố|(?<!Ban )chỉ đạo|cho phép|xin|báo cáo|hoặc|được|này|nêu|phát|tăng cường|đối với|với|do|vào|"
    r"số|xác định|đến|tới|quán triệt|phân công|chấp thuận|(?<!Đoàn )(?<!Tổ )kiểm tra|cử|điều động|bổ nhiệm|đẩy mạnh|nâng cao|hoàn thiện|xây dựng|đổi mới|thì|mà|khi|nếu|cho|trình|bổ sung|thay thế|bãi bỏ|quyết định|trả lời|nhưng|tiếp tục|thành lập|công nhận|xét|thu hồi|tổ chức (?=[^,;]{3,40}hội nghị))(?!\w)"
)
_COMMA = re.compile(r"\s*,\s*")
_AND_ANOTHER = re.compile(rf"(?:\s+và|\s*,|\s*-)\s+(?={_HEAD.pattern})")
_AND = re.compile(r"\s+và\s+")
_TYPE = re.compile(
    r"(?i)(?:các\s+)?(?:công văn|công điện|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|luật|thông báo|kế hoạch|hướng dẫn|kết luận|căn cứ|văn bản|số\s+\d|tờ trình|báo cáo|nội dung)"
)
_NEXT_CLAUSE = re.compile(
    r"(?:yêu cầu|đề nghị|trong|theo|để|nhằm|thực hiện|căn cứ|giao|về|các|những|hiện|nay|sau|trên|đồng thời|có|được|tại|khi|với|gửi|báo cáo|tổ chức|triển khai|kính|xin|nội dung|trân trọng|như|cụ thể|ngày|cho|đến|qua)(?!\w)"
)
_BEFORE = re.compile(
    r"(?P<name>[A-ZĐÂĂÊÔƠƯỦ][^,;.:()\d]{2,90}?)\s+(?:(?:đã|vừa)\s+)?(?:có\s+|ban\s+hành\s+|chỉ\s+đạo\s+tại\s+|giao\s+(?:nhiệm\s+vụ\s+)?tại\s+|tại\s+)(?:nội\s+dung\s+)?(?:các\s+)?$"
)
_LONGEST = 140


def issuer_after(text: str, position: int, joint: bool = False) -> tuple[int, int] | None:
    """The span of the body named right behind ``position``; without "của" it must begin like a body's name.

    A ``joint`` document (thông tư liên tịch) has several issuers, taken together.
    """
    opening = _AFTER.match(text, position)
    if opening is None:
        return None
    start = opening.end()
    if not opening["of"] and not _HEAD.match(text, start):
        return None
    end = _name_end(text, start)
    while joint and (another := _AND_ANOTHER.match(text, end)):
        end = _name_end(text, another.end())
    name = text[start:end]
    return (start, end) if 2 <= len(name) <= _LONGEST and _HEAD.match(name) else None


def issuer_before(text: str, position: int) -> tuple[int, int] | None:
    """The span of the body that "có", "ban hành" or "tại" puts in front of the document named at ``position``."""
    left = max(0, position - 130)
    match = _BEFORE.search(text[left:position])
    if match is None:
        return None
    own = match["name"].rfind(" của ") + 1
    for head in _HEAD.finditer(match["name"], own):
        if own or _named_alone(match["name"], head.start()):
            return left + match.start("name") + head.start(), left + match.end("name")
    return None


def _named_alone(name: str, start: int) -> bool:
    """Whether a name may begin at ``start``: at the beginning, or behind a word that is no part of a name."""
    before = name[:start].rstrip()
    return not before or before.split()[-1].islower()


def _name_end(text: str, start: int) -> int:
    """Where a name that begins at ``start`` ends: commas and "và" inside names go on, clauses do not."""
    position = start
    limit = min(len(text), start + _LONGEST)
    while position < limit:
        if _STOP.match(text, position):
            break
        comma, joined = _COMMA.match(text, position), _AND.match(text, position)
        if comma and not _goes_on(text, start, comma.end()):
            break
        if joined and not _goes_on_behind_and(text, joined.end()):
            break
        position += 1
    return start + len(text[start:position].rstrip(" ,-–"))


def _goes_on(text: str, start: int, position: int) -> bool:
    """Behind a comma: "Khám, chữa bệnh", "Văn hóa, Thể thao" go on where the whole ends like a name."""
    if (
        position >= len(text)
        or _NEXT_CLAUSE.match(text, position)
        or _TYPE.match(text, position)
        or _HEAD.match(text, position)
    ):
        return False
    if not text[position].isalpha():
        return False
    rest = text[position : start + _LONGEST]
    closing = re.search(r"(?<!\w)(?:về|v/v|V/v|ban hành|quy định|hướng dẫn|phê duyệt|tại|[;.:)])", rest)
    return closing is not None and rest[: closing.start()].count(",") <= 2


def _goes_on_behind_and(text: str, position: int) -> bool:
    if _TYPE.match(text, position) or _NEXT_CLAUSE.match(text, position) or re.match(r"số(?!\w)", text[position:]):
        return False
    return not _HEAD.match(text, position)
