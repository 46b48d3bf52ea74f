"""From readings and decisions to the rows that are shown and searched. Run whenever either is added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session, col, delete

from models.folding import fold, search_text, squeeze
from models.open_points import OpenPoint, open_points
from models.pointers import TRACKED_FIELDS
from models.shown import masked
from models.tables import Actor, Letter, Place, Role, SearchText, Task, TaskStatus
from models.whole import WholeLetter, whole_letter
from pipeline.register.page_text import texts_of
from schemas.record import Deadline, Document
from schemas.record import Task as TaskRecord
from schemas.secrets import mask_secrets
from schemas.text import Page

ADDRESSEES = "@addressees"


def project(session: Session, letter: Letter, pages: Sequence[Page] | None = None) -> None:
    """Write anew what is shown of ``letter``; its pages' texts only when ``pages`` are given."""
    whole = whole_letter(session, letter)
    document = Document.model_validate(masked(whole.document.model_dump(mode="json")))
    points = open_points(whole.document)
    _write_letter(letter, document, len(points))
    session.add(letter)
    tasks = {task.uid: task for task in whole.rows}
    shown = dict(zip(whole.task_uids, document.tasks, strict=True))
    for uid, row in tasks.items():
        row.head_uid = letter.head_uid
        _write_task(row, shown.get(uid), whole.tracked[uid], _points_of(uid, whole, points))
        session.add(row)
    session.flush()
    _write_actors(session, document, tasks, shown)
    _write_search_text(session, letter, document, shown, pages)


def _points_of(uid: str, whole: WholeLetter, points: Sequence[OpenPoint]) -> int:
    index = whole.task_uids.index(uid) if uid in whole.task_uids else None
    return sum(point.task == index for point in points) if index is not None else 0


def _write_letter(letter: Letter, document: Document, to_review: int) -> None:
    for name in ("document_type", "parent_agency", "issuer", "place", "issued_on", "subject", "urgency", "secrecy"):
        setattr(letter, name, getattr(document, name))
    letter.issuer_folded = fold(document.issuer or "")
    letter.serial = document.number.serial if document.number else None
    letter.symbol = document.number.symbol if document.number else None
    letter.number_squeezed = squeeze(_number(document))
    letter.signer = document.signatory.name if document.signatory else None
    letter.arrival_number = document.arrival.number if document.arrival else None
    letter.arrival_date = document.arrival.date if document.arrival else None
    letter.addressees = "; ".join(document.addressees)
    letter.to_review = to_review


def _write_task(row: Task, task: TaskRecord | None, tracked: dict[str, Any], to_review: int) -> None:
    row.shown = task is not None
    row.to_review = to_review
    for name in TRACKED_FIELDS:
        setattr(row, name, mask_secrets(tracked[name]) if tracked.get(name) else None)
    row.status = tracked.get("status") or TaskStatus.NOT_STARTED
    row.done_on = date.fromisoformat(tracked["done_on"]) if tracked.get("done_on") else None
    if task is None:
        return
    row.item, row.action, row.report_to = task.item, task.action, task.report_to
    deadline = task.deadline
    row.deadline_text = deadline.text if deadline else None
    for name in ("kind", "bound", "due", "time", "recurrence", "derivation"):
        setattr(row, name, getattr(deadline, name) if deadline else None)
    row.late_from = late_from(deadline)


def late_from(deadline: Deadline | None) -> date | None:
    """The first day on which work is late: the day itself after "trước ngày", else the day after it."""
    if deadline is None or deadline.due is None:
        return None
    return deadline.due if deadline.bound == "before" else deadline.due + timedelta(days=1)


def _write_actors(session: Session, document: Document, rows: dict[str, Task], shown: dict[str, TaskRecord]) -> None:
    session.exec(delete(Actor).where(col(Actor.task_uid).in_(rows)))
    for uid, task in shown.items():
        for role in Role:
            for name in getattr(task, role.value):
                session.add(Actor(task_uid=uid, role=role, name=name, folded=_folded_actor(name, document)))


def _folded_actor(name: str, document: Document) -> str:
    if name == ADDRESSEES:
        return fold("; ".join(document.addressees))
    return fold(document.issuer or "") if name == "@issuer" else fold(name)


def _write_search_text(
    session: Session, letter: Letter, document: Document, shown: dict[str, TaskRecord], pages: Sequence[Page] | None
) -> None:
    old = delete(SearchText).where(col(SearchText.letter_uid) == letter.uid)
    session.exec(old if pages is not None else old.where(col(SearchText.place) != Place.BODY))
    for place, text in ((Place.NUMBER, _number(document)), (Place.SUBJECT, _subject(document))):
        _add_text(session, letter, place, text)
    for uid, task in shown.items():
        _add_text(session, letter, Place.TASK, _task_text(task), task_uid=uid)
    for page, text in texts_of(pages or (), document.pages):
        _add_text(session, letter, Place.BODY, mask_secrets(text), page=page)


def _add_text(
    session: Session, letter: Letter, place: Place, text: str, page: int | None = None, task_uid: str | None = None
) -> None:
    text = text.replace("\0", "")
    folded = search_text(text)
    if folded:
        row = SearchText(
            letter_uid=letter.uid, head_uid=letter.head_uid, task_uid=task_uid, place=place, page=page,
            folded=folded, original=text,
        )  # fmt: skip
        session.add(row)


def _number(document: Document) -> str:
    number = document.number
    return "/".join(part for part in (number.serial, number.symbol) if part) if number else ""


def _subject(document: Document) -> str:
    parts = (document.subject, document.issuer, document.parent_agency, "; ".join(document.addressees))
    return "\n".join(part for part in parts if part)


def _task_text(task: TaskRecord) -> str:
    actors = (*task.lead, *task.coordinating, *task.supervisor, task.report_to)
    names = [name for name in actors if name and not name.startswith("@")]
    return "\n".join((task.action, *names, task.deadline.text if task.deadline else ""))
