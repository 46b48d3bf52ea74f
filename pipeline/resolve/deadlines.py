"""Deadlines worked out: from the phrase and what is known of the letter to the due day and how it was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pipeline.resolve.counting import Counted, UnknownYearError, count
from pipeline.resolve.days import feast, period_day, printed_day
from pipeline.resolve.recurrence import first_day
from schemas.deadline import DeadlinePhrase, FeastDay, Offset, Period, PrintedDay, Recurrence
from schemas.knowledge import WorkingCalendar
from schemas.record import Deadline

_UNITS = {
    "minute": "phút",
    "hour": "giờ",
    "day": "ngày",
    "week": "tuần",
    "month": "tháng",
    "quarter": "quý",
    "year": "năm",
}
_UNSEEN = " (chưa đối chiếu quyết định)"
_STRETCH = ("từ ", "kể từ ", "trong ")
_ANCHORS = {"receipt": "ngày đến", "issue": "ngày ban hành", "day": "ngày in trong văn bản"}


@dataclass(frozen=True, slots=True)
class Bearings:
    """What a letter's deadlines are counted from; ``possible_issues`` where the day of issue is unsure.

    ``borrowed``: the day of issue is that of the letter an attachment came with.
    """

    issued_on: date | None
    arrived_on: date | None
    calendar: WorkingCalendar
    possible_issues: tuple[date, ...] = ()
    borrowed: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    due: date | None
    derivation: str | None


def work_out(phrase: DeadlinePhrase, bearings: Bearings) -> Deadline:
    """The deadline that ``phrase`` sets. ``due`` is ``None`` where it cannot be told, and the derivation says why."""
    found = _find(phrase, bearings)
    rule = phrase.expression.rule if isinstance(phrase.expression, Recurrence) else None
    return Deadline(
        text=phrase.text,
        kind=phrase.kind,
        bound=phrase.bound,
        due=found.due,
        time=phrase.time,
        recurrence=rule,
        derivation=found.derivation,
    )


def covers_the_past(phrase: DeadlinePhrase, deadline: Deadline, bearings: Bearings) -> bool:
    """Whether ``phrase`` is a stretch of time that was over when the letter was issued, so that it bounds none of its acts.

    "Hồ sơ lưu từ ngày 01/01/2016 đến ngày 30/9/2018", "trong quý I": such words say what files or figures an act
    is about. A single printed day that is past stays: it may be a misprint that a person has to see.
    """
    if deadline.due is None or bearings.issued_on is None or deadline.due >= bearings.issued_on:
        return False
    return isinstance(phrase.expression, Period) or phrase.text.lower().startswith(_STRETCH)


def _find(phrase: DeadlinePhrase, bearings: Bearings) -> _Found:
    expression = phrase.expression
    if isinstance(expression, Offset):
        return _offset(expression, bearings)
    if isinstance(expression, Recurrence):
        return _recurring(expression, bearings)
    if expression is None:
        return _Found(None, None if phrase.kind == "immediate" else "theo một văn bản hoặc sự kiện khác, không in ngày")
    if isinstance(expression, PrintedDay):
        return _dated(bearings, lambda issued: printed_day(expression, issued), _printed_reason(expression))
    if isinstance(expression, FeastDay):
        return _dated(bearings, lambda issued: feast(expression, issued), "ngày đầu của dịp lễ")
    return _dated(
        bearings,
        lambda issued: period_day(expression, issued, phrase.bound == "before"),
        _period_reason(expression, phrase),
    )


def _dated(bearings: Bearings, day_for: Callable[[date | None], date | None], reason: str) -> _Found:
    """A day that may hang on the issue date; where that is unsure, only if the possible ones give no other.

    An issue date that leaves no day at all is none: no letter sets a deadline that is past.
    """
    due = day_for(bearings.issued_on)
    if due is None and bearings.issued_on is None:
        found = {day_for(issued) for issued in bearings.possible_issues} - {None}
        due = found.pop() if len(found) == 1 else None
    if due is None:
        why = (
            "chưa rõ ngày ban hành" if bearings.issued_on is None else "không xác định được năm hoặc ngày không có thật"
        )
        return _Found(None, f"{reason}: {why}")
    return _Found(due, f"{reason} → {full(due)}")


def _printed_reason(printed: PrintedDay) -> str:
    if printed.month_shift is not None:
        return "ngày in, tính theo tháng ban hành"
    return "ngày in trong văn bản" if printed.year is not None else "ngày in không có năm, lấy năm theo ngày ban hành"


def _period_reason(period: Period, phrase: DeadlinePhrase) -> str:
    if period.unit == "day":
        return "tính từ ngày ban hành"
    if period.weekday is not None:
        return "ngày trong tuần, tính theo tuần ban hành"
    if period.unit == "week" and period.part is None:
        return "thứ Sáu của tuần" if phrase.bound != "before" else "ngày đầu tuần"
    if period.unit == "week":
        return "tính theo tuần làm việc, thứ Hai đến thứ Sáu"
    if period.part is not None:
        return "theo Điều 146 Bộ luật Dân sự"
    return "ngày đầu của kỳ" if phrase.bound == "before" else "ngày cuối của kỳ"


def _recurring(recurrence: Recurrence, bearings: Bearings) -> _Found:
    if recurrence.rule is None or not recurrence.has_day:
        return _Found(None, "định kỳ, không in ngày")
    if bearings.issued_on is None:
        return _Found(None, "định kỳ: chưa rõ ngày ban hành nên chưa có kỳ đầu")
    if bearings.borrowed:
        # Rules that a letter brings with it begin when they say, not with the letter; without a day of their own, none.
        return _Found(None, "định kỳ: phụ lục không có ngày ban hành riêng nên chưa có kỳ đầu")
    due = first_day(recurrence.rule, bearings.issued_on)
    return _Found(due, f"kỳ đầu từ ngày ban hành {full(bearings.issued_on)} → {full(due)}" if due else None)


def _offset(offset: Offset, bearings: Bearings) -> _Found:
    if offset.count == 0 and offset.day is not None:
        printed = offset.day
        return _dated(bearings, lambda issued: printed_day(printed, issued), "ngày của sự kiện, in trong văn bản")
    if offset.count == 0:
        return _Found(None, "theo một sự kiện, không in ngày")
    start = _start(offset, bearings)
    if start is None:
        return _Found(None, f"{_amount(offset)} {_missing(offset)}")
    said = f"{_amount(offset)} từ {full(start)} ({_ANCHORS[offset.anchor]})"
    if offset.backwards:
        said = f"{_amount(offset)} trước {full(start)} ({_ANCHORS[offset.anchor]})"
    try:
        counted = count(offset, start, bearings.calendar)
    except UnknownYearError:
        return _Found(None, f"{said}: lịch nghỉ của năm ấy chưa có trong lịch làm việc")
    if counted is None:
        return _Found(None, f"{said}: chưa rõ giờ bắt đầu")
    return _Found(counted.day, f"{said}{_skipped(counted, bearings.calendar)} → {full(counted.day)}")


def _start(offset: Offset, bearings: Bearings) -> date | None:
    if offset.anchor == "receipt":
        return bearings.arrived_on
    if offset.anchor == "issue":
        return bearings.issued_on
    return printed_day(offset.day, bearings.issued_on) if offset.day is not None else None


def _missing(offset: Offset) -> str:
    if offset.anchor == "receipt":
        return "kể từ ngày nhận văn bản: chưa có ngày đến"
    if offset.anchor == "issue":
        return "kể từ ngày ban hành: chưa rõ ngày ban hành"
    if offset.anchor == "effect":
        return "kể từ ngày có hiệu lực: chưa rõ ngày ấy"
    if offset.anchor == "unstated":
        return "nhưng không nói kể từ ngày nào"
    return "theo một sự kiện chưa rõ ngày"


def _amount(offset: Offset) -> str:
    return f"{offset.count} {_UNITS[offset.unit]}" + (" làm việc" if offset.working else "")


def _skipped(counted: Counted, calendar: WorkingCalendar) -> str:
    """The weekdays off that the count passed over, with a mark at those whose decree nobody has seen."""
    days = (f"{day.day}/{day.month}{_UNSEEN if day in calendar.unverified else ''}" for day in counted.skipped)
    return ", nghỉ " + ", ".join(days) if counted.skipped else ""


def full(day: date) -> str:
    """A day as letters print it: days under 10 and months 1 and 2 get a leading 0 (Decree 30/2020, annex I)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
