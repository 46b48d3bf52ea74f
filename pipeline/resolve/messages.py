"""What a clerk reads about a field that a person must look at."""

from __future__ import annotations

import re

_LABELS = (
    (r"/number/serial", "số văn bản"),
    (r"/number/symbol", "ký hiệu"),
    (r"/issued_on", "ngày ban hành"),
    (r"/document_type", "loại văn bản"),
    (r"/issuer", "cơ quan ban hành"),
    (r"/parent_agency", "cơ quan chủ quản"),
    (r"/place", "địa danh"),
    (r"/subject", "trích yếu"),
    (r"/urgency", "độ khẩn"),
    (r"/secrecy", "độ mật"),
    (r"/archive", "nơi lưu"),
    (r"/signatory/name", "tên người ký"),
    (r"/signatory/position", "chức vụ người ký"),
    (r"/signatory/capacity", "thẩm quyền ký"),
    (r"/addressees(/\d+)?", "nơi kính gửi"),
    (r"/distribution/\d+", "nơi nhận"),
    (r"/references/\d+", "văn bản viện dẫn"),
    (r"/arrival/number", "số đến"),
    (r"/arrival/date", "ngày đến"),
    (r"/tasks/\d+/deadline", "thời hạn"),
    (r"/tasks/\d+(/.*)?", "nhiệm vụ"),
)


def label(pointer: str) -> str:
    """The clerk's word for the field at ``pointer``."""
    return next((name for pattern, name in _LABELS if re.fullmatch(pattern, pointer)), "mục này")


def missing(pointer: str) -> str:
    return f"Không đọc được {label(pointer)}: hãy xem văn bản và nhập vào."


def withheld(pointer: str) -> str:
    return f"Chưa chắc {label(pointer)} nên để trống: hãy chọn hoặc nhập giá trị đúng."


def unsure(pointer: str) -> str:
    return f"Chưa chắc {label(pointer)} đã đọc đúng: hãy đối chiếu với văn bản."


def blank(pointer: str) -> str:
    return f"Văn bản để trống {label(pointer)}."
