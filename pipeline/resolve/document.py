"""One document's record, made of what was extracted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, get_args

from pipeline.resolve.bounds import bounded
from pipeline.resolve.calibration import calibrated
from pipeline.resolve.checks import check_dates, check_references, check_type
from pipeline.resolve.days import month_end
from pipeline.resolve.deadlines import Bearings
from pipeline.resolve.desk import Desk
from pipeline.resolve.tasks import resolved_tasks
from schemas.acceptance import accepted
from schemas.evidence import Extracted
from schemas.extracted import ExtractedDocument, ExtractedHead
from schemas.knowledge import Knowledge
from schemas.record import Arrival, Document, DocumentType, Number, Secrecy, Signatory, Urgency

T = TypeVar("T")
_WITHOUT_SUBJECT = {"GM", "TM", "CĐ", "GGT", "GNP", "PG", "PC", "PB"}


def resolve_document(
    document: ExtractedDocument, knowledge: Knowledge, letter: Bearings | None, signed_on: date | None = None
) -> tuple[Document, Bearings]:
    """The record of ``document``, and what deadlines in it are counted from.

    ``letter`` are the bearings of the letter that an attachment came with: it stands in where the
    attachment has no day of its own. ``signed_on`` is the day the file was last signed electronically.
    """
    document = calibrated(replace(document, head=_bounded(document.head, signed_on)))
    desk, head = Desk(), document.head
    is_letter = document.role == "letter"
    dates = check_dates(desk, head, knowledge.today, is_letter, signed_on)
    fields = _heading(desk, head, is_letter)
    fields |= _lists(desk, document, fields["document_type"], is_letter)
    bearings = _bearings(head, dates.issued_on, dates.arrived_on, knowledge, None if is_letter else letter)
    check_type(desk, fields["document_type"], fields["number"].symbol if fields["number"] else None)
    check_references(desk, document.references, dates.issued_on)
    tasks = resolved_tasks(desk, document.tasks, bearings)
    record = Document(
        role=document.role,
        pages=None
        if document.first_page is None or document.last_page is None
        else (document.first_page, document.last_page),
        issued_on=dates.issued_on,
        arrival=_arrival(desk, head, dates.arrived_on),
        tasks=tasks,
        findings=desk.findings,
        problems=tuple(desk.problems),
        **fields,
    )
    return record, bearings


def _bounded(head: ExtractedHead, signed_on: date | None) -> ExtractedHead:
    """``head`` with the day of issue that arrival and electronic signature leave."""
    arrival = head.arrival_date
    arrived_on = arrival.value if arrival and accepted("/arrival/date", arrival.confidence) else None
    latest = min((day for day in (signed_on, arrived_on) if day), default=None)
    return replace(head, issued_on=bounded(head.issued_on, latest))


def _heading(desk: Desk, head: ExtractedHead, is_letter: bool) -> dict[str, Any]:
    kind = _one_of(desk.take("/document_type", head.document_type, is_letter), get_args(DocumentType))
    return {
        "document_type": kind,
        "parent_agency": desk.take("/parent_agency", head.parent_agency),
        "issuer": desk.take("/issuer", head.issuer, is_letter),
        "number": _number(desk, head, is_letter),
        "place": desk.take("/place", head.place, is_letter),
        "subject": desk.take("/subject", head.subject, is_letter and kind not in _WITHOUT_SUBJECT),
        "urgency": _one_of(desk.take("/urgency", head.urgency), get_args(Urgency)),
        "secrecy": _one_of(desk.take("/secrecy", head.secrecy), get_args(Secrecy)),
        "archive": desk.take("/archive", head.archive),
        "signatory": _signatory(desk, head, is_letter),
    }


def _lists(desk: Desk, document: ExtractedDocument, kind: str | None, is_letter: bool) -> dict[str, Any]:
    head = document.head
    if not head.addressees and is_letter and kind == "CV":
        desk.take("/addressees", None, needed=True)
    return {
        "addressees": _taken(desk, "/addressees", head.addressees),
        "distribution": _taken(desk, "/distribution", head.distribution),
        "references": _taken(desk, "/references", document.references),
    }


def _taken(desk: Desk, pointer: str, entries: tuple[Extracted[T], ...]) -> tuple[T, ...]:
    values = (desk.take(f"{pointer}/{index}", entry) for index, entry in enumerate(entries))
    return tuple(value for value in values if value is not None)


def _number(desk: Desk, head: ExtractedHead, is_letter: bool) -> Number | None:
    if head.serial is None and head.symbol is None:
        if is_letter:
            desk.take("/number/serial", None, needed=True)
        return None
    serial = desk.take("/number/serial", head.serial, is_letter)
    return Number(serial=serial, symbol=desk.take("/number/symbol", head.symbol, is_letter))


def _signatory(desk: Desk, head: ExtractedHead, is_letter: bool) -> Signatory | None:
    if head.signer_name is None and head.signer_position is None and head.signer_capacity is None:
        if is_letter:
            desk.take("/signatory/name", None, needed=True)
        return None
    return Signatory(
        name=desk.take("/signatory/name", head.signer_name, is_letter),
        position=desk.take("/signatory/position", head.signer_position),
        capacity=desk.take("/signatory/capacity", head.signer_capacity),
    )


def _arrival(desk: Desk, head: ExtractedHead, arrived_on: date | None) -> Arrival | None:
    if head.arrival_number is None and head.arrival_date is None:
        return None
    return Arrival(number=desk.take("/arrival/number", head.arrival_number), date=arrived_on)


def _bearings(
    head: ExtractedHead, issued_on: date | None, arrived_on: date | None, knowledge: Knowledge, letter: Bearings | None
) -> Bearings:
    possible = () if issued_on or head.issued_on is None else _candidate_days(head.issued_on)
    borrowed = letter is not None and issued_on is None and not possible
    if letter is not None and borrowed:
        issued_on, possible = letter.issued_on, letter.possible_issues
    if letter is not None and arrived_on is None:
        arrived_on = letter.arrived_on
    return Bearings(issued_on, arrived_on, knowledge.calendar, possible, borrowed)


def _candidate_days(found: Extracted[date | None]) -> tuple[date, ...]:
    """Days that the issue date may be: what was held back and the other candidates, else the printed month or year."""
    values = [found.value, *(candidate.value for candidate in found.candidates)]
    days = tuple(day for day in map(_as_day, values) if day is not None)
    return days or _printed_span(" ".join(each.quote for each in found.evidence))


def _as_day(value: Any) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) else None


def _printed_span(quote: str) -> tuple[date, ...]:
    """Every day of the month that a dateline without a readable day prints, else every day of its year."""
    match = re.search(r"(?:tháng\s*(1[0-2]|0?[1-9])\s*)?năm\s*(20\d\d)(?!\d)", quote)
    if match is None:
        return ()
    year, month = int(match[2]), int(match[1]) if match[1] else None
    first = date(year, month or 1, 1)
    last = month_end(year, month or 12)
    return tuple(date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1))


def _one_of(value: str | None, allowed: tuple[str, ...]) -> Any:
    return value if value in allowed else None
