"""``congvan status``: how the ledger and the tasks stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer
from sqlmodel import Session, col, func, select

from commands.narrowing import after_working_days
from commands.options import Db, register_at
from commands.settings import today
from commands.tables import print_counts
from exchange.wording import STATUS_NAMES
from models.tables import ItemState, Letter, TaskStatus
from models.task_search import TaskFilter, count_by_status, count_tasks
from pipeline.register.ledger import counts
from pipeline.register.queue import has_queue, workers_at_work

STATE_NAMES = {
    ItemState.WAITING: "Đang chờ",
    ItemState.WORKING: "Đang đọc",
    ItemState.REGISTERED: "Đã vào sổ",
    ItemState.DUPLICATE: "Trùng tệp đã có",
    ItemState.QUARANTINED: "Cách ly",
    ItemState.OPENED: "Tệp nén, thư đã mở",
}


def status(
    within: Annotated[int, typer.Option(min=1, metavar="N", help="Working days that count as soon.")] = 3,
    db: Db = None,
) -> None:
    """Show what became of the files handed in, and how the tasks stand."""
    register = register_at(db)
    with register.reading() as session:
        items = counts(session)
        letters, tasks, due = [*_letters(session)], count_by_status(session), [*_due(session, today(), within)]
    typer.echo(f"Sổ: {register.where}")
    if has_queue(register.url):
        with register.reading() as session:
            typer.echo(f"Tiến trình đang sẵn sàng đọc, trên mọi máy: {workers_at_work(session)}")
    files = [(STATE_NAMES[state], count) for state, count in items.items()]
    print_counts("Tệp", [*files, ("Tổng số tệp đã nạp", sum(items.values()))])
    print_counts("Văn bản", letters)
    print_counts("Nhiệm vụ", [(STATUS_NAMES[one], tasks.get(one, 0)) for one in TaskStatus])
    print_counts("Nhiệm vụ chưa xong", due)


def _letters(session: Session) -> Iterator[tuple[str, int]]:
    listed = select(func.count()).where(col(Letter.no_longer_read).is_(False), Letter.uid == Letter.head_uid)
    yield "Trong sổ", session.exec(listed).one()
    yield "Cần xem lại", session.exec(listed.where(Letter.to_review > 0)).one()


def _due(session: Session, now: date, days: int) -> Iterator[tuple[str, int]]:
    soon = after_working_days(now, days)
    yield "Quá hạn", count_tasks(session, TaskFilter(overdue_on=now))
    yield "Hết hạn hôm nay", count_tasks(session, TaskFilter(due_after=now, due_before=now, open_only=True))
    yield (
        f"Hết hạn trong {days} ngày làm việc tới",
        count_tasks(session, TaskFilter(due_after=now, due_before=soon, open_only=True)),
    )
    yield "Không có ngày hết hạn", count_tasks(session, TaskFilter(no_deadline=True, open_only=True))
