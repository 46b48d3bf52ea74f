"""From what was typed to what is looked for among the tasks; shared by the commands that list and export them."""

from __future__ import annotations

from datetime import date, datetime

from commands.options import day_of, words
from commands.settings import settings, today
from models.tables import TaskStatus
from models.task_search import TaskFilter
from schemas.errors import UsageError


def tasks_wanted(
    query: list[str] | None,
    lead: str | None,
    coordinating: str | None,
    issuer: str | None,
    due_before: datetime | None,
    due_after: datetime | None,
    due_today: bool,
    due_within: int | None,
    overdue: bool,
    no_deadline: bool,
    status: str | None,
    to_review: bool,
    limit: int | None = None,
    page: int = 1,
) -> TaskFilter:
    """The filter that the options mean. Raises ``UsageError`` for options that make no sense together."""
    days = 0 if due_today else due_within
    if days is not None and (due_before or due_after or overdue or no_deadline):
        raise UsageError(
            "--due-today và --due-within không đi cùng --due-before, --due-after, --overdue, --no-deadline."
        )
    return TaskFilter(
        query=words(query), lead=lead, coordinating=coordinating, issuer=issuer,
        due_before=day_of(due_before) if days is None else after_working_days(today(), days),
        due_after=day_of(due_after) if days is None else today(),
        overdue_on=today() if overdue else None, open_only=days is not None, no_deadline=no_deadline,
        status=status_named(status), to_review=to_review, limit=limit, offset=(page - 1) * (limit or 0),
    )  # fmt: skip


def status_named(typed: str | None) -> TaskStatus | None:
    """The status that was typed. Raises ``UsageError`` for any other word."""
    if typed is None:
        return None
    try:
        return TaskStatus(typed.replace("-", "_").lower())
    except ValueError as error:
        raise UsageError(f"Không có trạng thái {typed!r}. Chọn: {', '.join(TaskStatus)}.") from error


def after_working_days(start: date, days: int) -> date:
    """The day that is so many working days after ``start``; in years to come without swapped days, not decreed yet."""
    from corpus.calendar import expected_calendar
    from pipeline.resolve.counting import UnknownYearError, count
    from schemas.deadline import Offset

    calendar = expected_calendar(settings().calendar_path)
    try:
        counted = count(Offset(days, "day", "event", working=True), start, calendar)
    except UnknownYearError as error:
        raise UsageError(f"Lịch làm việc chỉ biết đến hết năm {calendar.last_year}: hãy chọn ít ngày hơn.") from error
    return counted.day if counted else start
