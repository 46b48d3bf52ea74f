"""Values that cannot stand together: days to come, arrival before issue, references from the future."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.gazetteer.document_types import SYMBOL_TYPES
from pipeline.resolve.deadlines import full
from pipeline.resolve.desk import Desk
from schemas.evidence import Extracted
from schemas.extracted import ExtractedHead
from schemas.problems import ProblemCode
from schemas.record import Reference

OLDEST = date(1945, 9, 2)
"""No letter of the State is older."""
LATE_ARRIVAL = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Dates:
    issued_on: date | None
    arrived_on: date | None


def check_dates(desk: Desk, head: ExtractedHead, today: date, is_letter: bool, signed_on: date | None = None) -> Dates:
    """The day of issue and of arrival that may stand; impossible ones are held back, odd pairs reported.

    ``signed_on`` is the day of the file's last digital signature: the letter is not of a later one.
    """
    latest = min(today, signed_on or today)
    issued = _possible(desk, "/issued_on", head.issued_on, latest, "Ngày ban hành", is_letter, signed_on is not None)
    arrived = _possible(desk, "/arrival/date", head.arrival_date, today, "Ngày đến", False)
    if issued is None or arrived is None or head.issued_on is None or head.arrival_date is None:
        return Dates(issued, arrived)
    if arrived < issued:
        return _arrival_too_early(desk, head.issued_on, head.arrival_date, issued, arrived)
    if arrived - issued > LATE_ARRIVAL:
        message = f"Ngày đến {full(arrived)} sau ngày ban hành {full(issued)} hơn một năm: hãy đối chiếu."
        desk.report(ProblemCode.CONFLICT, "/arrival/date", message, head.arrival_date.evidence)
    return Dates(issued, arrived)


def _possible(
    desk: Desk,
    pointer: str,
    found: Extracted[date | None] | None,
    latest: date,
    name: str,
    needed: bool,
    signed: bool = False,
) -> date | None:
    """The day that may stand; one after ``latest`` (today, or if ``signed`` the day of signing) is held back."""
    day = found.value if found is not None else None
    if found is None or day is None or OLDEST <= day <= latest:
        return desk.take(pointer, found, needed)
    later = f"ở sau ngày ký số {full(latest)}" if signed else "ở sau ngày hôm nay"
    why = later if day > latest else "quá xa trong quá khứ"
    desk.hold_back(
        pointer, found, ProblemCode.IMPOSSIBLE, f"{name} đọc được là {full(day)}, {why}: hãy nhập ngày đúng."
    )
    return None


def _arrival_too_early(
    desk: Desk, issue: Extracted[date | None], arrival: Extracted[date | None], issued: date, arrived: date
) -> Dates:
    """A letter cannot arrive before it is issued: the less sure of the two days is held back."""
    message = f"Ngày đến {full(arrived)} trước ngày ban hành {full(issued)}: hãy nhập ngày đúng."
    if arrival.confidence <= issue.confidence:
        desk.hold_back("/arrival/date", arrival, ProblemCode.CONFLICT, message)
        return Dates(issued, None)
    desk.hold_back("/issued_on", issue, ProblemCode.CONFLICT, message)
    return Dates(None, arrived)


def check_references(desk: Desk, references: tuple[Extracted[Reference], ...], issued_on: date | None) -> None:
    """A letter names no document of a later day."""
    for index, reference in enumerate(references):
        day = reference.value.issued_on
        if issued_on is not None and day is not None and day > issued_on:
            message = f"Văn bản viện dẫn {reference.value.number} ghi ngày {full(day)}, sau ngày ban hành {full(issued_on)}: hãy đối chiếu."
            desk.report(ProblemCode.CONFLICT, f"/references/{index}", message, reference.evidence)


def check_type(desk: Desk, document_type: str | None, symbol: str | None) -> None:
    """A symbol's first group names the type (Decree 30/2020, annex III); another printed type is odd."""
    if document_type is None or symbol is None:
        return
    group = re.split(r"[-/]", re.sub(r"^\d{4}/", "", symbol))[0]
    named = SYMBOL_TYPES.get(group)
    if named is not None and named != document_type:
        message = (
            f"Ký hiệu {symbol} là của loại văn bản {named}, nhưng loại đọc được là {document_type}: hãy đối chiếu."
        )
        desk.report(ProblemCode.CONFLICT, "/document_type", message)
