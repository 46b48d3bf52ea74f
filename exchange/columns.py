"""What stands in the columns of the registers, for every format that has columns.

Tasks: the register for following up incoming letters (Decree 30/2020, annex IV) and what is known of each task besides.
Letters: the register of incoming letters of the same annex.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from exchange.wording import actors, day, deadline_of, number_of, standing_of, status_of, type_name
from models.tables import Incoming, Letter
from models.task_search import FoundTask

T = TypeVar("T")
Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A heading, what stands under it, and its width in characters on a sheet."""

    heading: str
    cell: Callable[[T], Cell]
    width: int


@dataclass(frozen=True, slots=True)
class FoundLetter:
    """A letter with its receipt."""

    letter: Letter
    incoming: Incoming | None


def arrival_number(letter: Letter, incoming: Incoming | None) -> str | int | None:
    """Our own number; where none was given, the one read off the stamp."""
    return incoming.number if incoming and incoming.number is not None else letter.arrival_number


def arrival_date(letter: Letter, incoming: Incoming | None) -> date | None:
    return letter.arrival_date or (incoming.arrived_on if incoming else None)


def letter_line(letter: Letter) -> str:
    """Type, number, day and issuer in one cell, as the register for following up asks."""
    number = number_of(letter)
    parts = [
        type_name(letter),
        f"số {number}" if number else "",
        f"ngày {day(letter.issued_on)}" if letter.issued_on else "",
    ]
    return " ".join(part for part in parts if part) + (f" của {letter.issuer}" if letter.issuer else "")


def task_columns(today: date) -> tuple[Column[FoundTask], ...]:
    return (
        Column("Số đến", lambda found: arrival_number(found.letter, found.incoming), 9),
        Column("Tên loại, số, ký hiệu, ngày tháng, cơ quan ban hành", lambda found: letter_line(found.letter), 38),
        Column("Trích yếu", lambda found: found.letter.subject, 36),
        Column("Nội dung nhiệm vụ", lambda found: found.task.action, 60),
        Column("Đơn vị hoặc người nhận", lambda found: found.task.assignee, 22),
        Column("Thời hạn giải quyết", lambda found: deadline_of(found.task), 26),
        Column("Ngày hết hạn", lambda found: found.task.due, 13),
        Column("Giờ", lambda found: found.task.time, 7),
        Column("Tiến độ giải quyết", lambda found: status_of(found.task, today), 20),
        Column("Ngày hoàn thành", lambda found: found.task.done_on, 13),
        Column("Số, ký hiệu văn bản trả lời", lambda found: found.task.reply, 20),
        Column("Ghi chú", lambda found: found.task.note, 24),
        Column("Mục", lambda found: found.task.item, 8),
        Column("Chủ trì", lambda found: actors(found.lead), 30),
        Column("Tiến độ từng đơn vị", lambda found: "; ".join(map(standing_of, found.standings)), 30),
        Column("Phối hợp", lambda found: actors(found.coordinating), 30),
        Column("Chỉ đạo", lambda found: actors(found.supervisor), 22),
        Column("Báo cáo về", lambda found: found.task.report_to, 24),
        Column("Ngày giao", lambda found: found.task.handed_over_on, 13),
        Column("Mã nhiệm vụ", lambda found: found.task.uid, 14),
    )


def letter_columns() -> tuple[Column[FoundLetter], ...]:
    return (
        Column("Ngày đến", lambda found: arrival_date(found.letter, found.incoming), 12),
        Column("Số đến", lambda found: arrival_number(found.letter, found.incoming), 9),
        Column("Tác giả", lambda found: found.letter.issuer, 28),
        Column("Số, ký hiệu", lambda found: number_of(found.letter), 18),
        Column("Ngày tháng", lambda found: found.letter.issued_on, 12),
        Column("Tên loại và trích yếu nội dung", _type_and_subject, 60),
        Column("Đơn vị hoặc người nhận", lambda _: None, 22),
        Column("Ngày chuyển", lambda _: None, 12),
        Column("Ký nhận", lambda _: None, 12),
        Column("Ghi chú", lambda _: None, 20),
        Column("Kính gửi", lambda found: found.letter.addressees, 36),
        Column("Độ khẩn", lambda found: found.letter.urgency, 12),
        Column("Người ký", lambda found: found.letter.signer, 22),
        Column("Chỗ cần xem lại", lambda found: found.letter.to_review, 10),
        Column("Mã văn bản", lambda found: found.letter.uid, 12),
    )


def _type_and_subject(found: FoundLetter) -> str:
    return " ".join(part for part in (type_name(found.letter), found.letter.subject) if part)
