"""``congvan status``: how the ledger and the tasks stand."""

from __future__ import annotations

import typer
from sqlmodel import col, func, select

from commands.options import Db, register_at
from commands.settings import today
from commands.tables import print_table
from exchange.wording import STATUS_NAMES
from models.tables import ItemState, Letter, TaskStatus
from models.task_search import TaskFilter, count_by_status, count_tasks
from pipeline.register.ledger import counts

STATE_NAMES = {
    ItemState.WAITING: "Đang chờ",
    ItemState.WORKING: "Đang đọc",
    ItemState.REGISTERED: "Đã vào sổ",
    ItemState.DUPLICATE: "Trùng tệp đã có",
    ItemState.QUARANTINED: "Cách ly",
    ItemState.OPENED: "Tệp nén, thư đã mở",
}


def status(db: Db = None) -> None:
    """Show what became of the files handed in, and how the tasks stand."""
    register = register_at(db)
    with register.reading() as session:
        items, by_status = counts(session), count_by_status(session)
        letters = select(func.count()).where(col(Letter.no_longer_read).is_(False), Letter.uid == Letter.head_uid)
        review = session.exec(letters.where(Letter.to_review > 0)).one()
        late = count_tasks(session, TaskFilter(overdue_on=today()))
        undated = count_tasks(session, TaskFilter(no_deadline=True))
        number_of_letters = session.exec(letters).one()
    typer.echo(f"Sổ: {register.where}")
    files = [
        *((STATE_NAMES[state], count) for state, count in items.items()),
        ("Tổng số tệp đã nạp", sum(items.values())),
    ]
    print_table(("Tệp", "Số lượng"), files)
    print_table(("Văn bản", "Số lượng"), [("Trong sổ", number_of_letters), ("Cần xem lại", review)])
    tasks = [(STATUS_NAMES[one], by_status.get(one, 0)) for one in TaskStatus]
    print_table(("Nhiệm vụ", "Số lượng"), [*tasks, ("Quá hạn", late), ("Không có ngày hết hạn", undated)])
