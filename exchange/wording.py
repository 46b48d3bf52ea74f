"""The words of the trade, for tables and sheets that clerks read."""

from __future__ import annotations

import re
from datetime import date

from models.links import Linked
from models.tables import LeadStanding, Letter, LinkKind, Task, TaskStatus

TYPE_NAMES = {
    "CV": "Công văn", "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định",
    "TC": "Thông cáo", "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án",
    "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng",
    "CĐ": "Công điện", "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu", "GNP": "Giấy nghỉ phép", "PG": "Phiếu gửi", "PC": "Phiếu chuyển", "PB": "Phiếu báo",
    "TM": "Thư mời", "ĐL": "Điều lệ", "PL": "Phụ lục",
}  # fmt: skip

STATUS_NAMES = {
    TaskStatus.NOT_STARTED: "Chưa thực hiện",
    TaskStatus.IN_PROGRESS: "Đang thực hiện",
    TaskStatus.DONE: "Đã hoàn thành",
    TaskStatus.RETURNED: "Trả lại",
}

_OF_THE_PARTY = re.compile(r"[^\W\d_]{1,4}/")
"""A type and a slash, as in CV/TU (Guideline 36-HD/VPTW); a State symbol has a hyphen before any slash."""

ACTOR_NAMES = {"@addressees": "Nơi nhận văn bản", "@issuer": "Cơ quan ban hành"}


def day(value: date | None) -> str:
    """A day as tables write it, 03/06/2026; "" for none."""
    return value.strftime("%d/%m/%Y") if value else ""


def number_of(letter: Letter) -> str:
    """The number as printed: 12/SNV-TC, the Party's 12-CV/TU; a blank serial stays blank before its sign."""
    if letter.symbol is None:
        return letter.serial or ""
    sign = "-" if _OF_THE_PARTY.match(letter.symbol) else "/"
    return f"{letter.serial or '…'}{sign}{letter.symbol}"


def type_name(letter: Letter) -> str:
    return TYPE_NAMES.get(letter.document_type or "", "Văn bản")


def actors(names: tuple[str, ...]) -> str:
    return "; ".join(ACTOR_NAMES.get(name, name) for name in names)


def status_of(task: Task, today: date) -> str:
    """The two things offices ask: is it done, and is it late."""
    name = STATUS_NAMES[TaskStatus(task.status)]
    if task.late_from is None or task.status == TaskStatus.RETURNED:
        return name
    if task.status == TaskStatus.DONE:
        return name if task.done_on is None else f"{name} ({'quá' if task.done_on >= task.late_from else 'đúng'} hạn)"
    return f"{name} (quá hạn)" if task.late_from <= today else name


def standing_of(standing: LeadStanding) -> str:
    """How far one lead is: "Sở Y tế: đã hoàn thành 03/06/2026"."""
    name = STATUS_NAMES[TaskStatus(standing.status)]
    return f"{standing.name}: {name[0].lower()}{name[1:]} {day(standing.done_on)}".rstrip()


def deadline_of(task: Task) -> str:
    """The deadline in the letter's words; the day where a person gave only that."""
    return task.deadline_text or day(task.due)


LINK_NAMES = {
    LinkKind.SAME: ("Có thể là bản khác của", "Có thể có bản khác là"),
    LinkKind.REPLY: ("Trả lời", "Được trả lời bởi"),
    LinkKind.REPLACEMENT: ("Thay thế", "Bị thay thế bởi"),
    LinkKind.RECALL: ("Thu hồi", "Bị thu hồi bởi"),
    LinkKind.EXTENSION: ("Gia hạn cho", "Được gia hạn bởi"),
}
"""What a link is called, seen from the later letter and from the earlier one."""


def link_name(linked: Linked) -> str:
    """What ``linked`` is to the letter it is seen from; an extension with its day."""
    name = LINK_NAMES[LinkKind(linked.link.kind)][0 if linked.outgoing else 1]
    return f"{name} (đến {day(linked.link.due)})" if linked.link.due else name
