"""``congvan show``: a letter with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer
from sqlmodel import Session, col, select

from commands.naming import named
from commands.options import AsJson, Db, register_at
from commands.settings import today
from exchange.columns import arrival_date, arrival_number
from exchange.wording import ACTOR_NAMES, day, link_name, number_of, standing_of, status_of, type_name
from models.links import links_of
from models.open_points import OpenPoint, open_points
from models.shown import masked, value_of
from models.tables import Incoming, LeadStanding, Letter, Task
from models.tracked import Tracked
from models.whole import WholeLetter, shown_record, whole_letter
from schemas.acceptance import accepted
from schemas.record import Document
from schemas.record import Task as TaskRecord

FIELD_NAMES = {
    "/document_type": "Loại văn bản",
    "/number/serial": "Số",
    "/number/symbol": "Ký hiệu",
    "/parent_agency": "Cơ quan chủ quản",
    "/issuer": "Cơ quan ban hành",
    "/place": "Địa danh",
    "/issued_on": "Ngày ban hành",
    "/subject": "Trích yếu",
    "/urgency": "Độ khẩn",
    "/secrecy": "Độ mật",
    "/addressees": "Kính gửi",
    "/signatory/name": "Người ký",
    "/signatory/position": "Chức vụ",
    "/signatory/capacity": "Thẩm quyền ký",
    "/references": "Văn bản viện dẫn",
    "/distribution": "Nơi nhận",
    "/archive": "Lưu",
    "/arrival/number": "Số trên dấu đến",
    "/arrival/date": "Ngày trên dấu đến",
    "/deadline": "Thời hạn",
}
"""How clerks call the fields of a letter."""


def show(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="A uid, its beginning, or a number if only one letter has it.")
    ],
    as_json: AsJson = False,
    db: Db = None,
) -> None:
    """Show a letter: fields, tasks, where each stands, and what to look at."""
    with register_at(db).reading() as session:
        letter = named(session, name).letter
        if as_json:
            typer.echo(shown_record(session, letter.sha256).to_json(indent=1))
            return
        family = select(Letter).where(Letter.head_uid == letter.head_uid).order_by(col(Letter.position))
        for member in session.exec(family):
            if not member.no_longer_read or member.uid == letter.uid:
                typer.echo("\n".join(_described(session, member)))


def _described(session: Session, letter: Letter) -> Iterator[str]:
    whole = whole_letter(session, letter)
    points = open_points(whole.document)
    document = Document.model_validate(masked(whole.document.model_dump(mode="json")))
    yield f"{type_name(letter).upper()} · mã {letter.uid}" + (" · kèm theo" if letter.role == "attachment" else "")
    yield from _source(session, letter, document)
    for pointer, name in FIELD_NAMES.items():
        text = text_of(value_of(document, pointer))
        if text:
            yield f"  {name + ':':<20}{text}{_standing(document, pointer)}"
    yield from _links(session, letter)
    yield from _tasks(whole, document)
    yield from _open(points)
    yield ""


def _source(session: Session, letter: Letter, document: Document) -> Iterator[str]:
    pages = f", trang {document.pages[0]}–{document.pages[1]}" if document.pages else ""
    yield f"  {'Tệp:':<20}{letter.source_name}{pages}"
    incoming = session.get(Incoming, letter.incoming_id) if letter.incoming_id else None
    number = arrival_number(letter, incoming)
    came = day(incoming.arrived_on if incoming else arrival_date(letter, None))
    yield f"  {'Đến:':<20}{f'số {number}, ' if number is not None else ''}ngày {came}"


def text_of(value: Any) -> str:
    """A value of the record as a clerk reads it."""
    if isinstance(value, list | tuple):
        return "; ".join(text_of(one) for one in value)
    if isinstance(value, dict):
        return _text_of_part(value)
    text = "" if value is None else ACTOR_NAMES.get(str(value), str(value))
    return _as_day(text)


def _text_of_part(part: dict[str, Any]) -> str:
    if "purpose" in part:
        return str(part["name"]) + (f" ({part['purpose']})" if part["purpose"] else "")
    if "number" in part:
        return str(part["number"]) + (f" ngày {_as_day(part['issued_on'])}" if part.get("issued_on") else "")
    if "action" in part:
        return str(part["action"])
    return str(part.get("text") or _as_day(str(part.get("due") or "")))


def _as_day(text: str) -> str:
    parts = text.split("-")
    is_day = len(text) == 10 and [len(part) for part in parts] == [4, 2, 2] and "".join(parts).isdigit()
    return "/".join(reversed(parts)) if is_day else text


def _standing(document: Document, pointer: str) -> str:
    """Page and confidence of what stands at ``pointer``, in brackets; a list has those of its entries."""
    found = [finding for key, finding in document.findings.items() if key == pointer or key.startswith(f"{pointer}/")]
    if not found:
        return ""
    pages = sorted({evidence.page for finding in found for evidence in finding.evidence if evidence.page})
    sure = min(finding.confidence for finding in found)
    parts = [f"tr. {', '.join(map(str, pages))}"] if pages else []
    if not accepted(pointer, sure):
        parts.append(f"chưa chắc {sure:.0%}")
    return f"  [{'; '.join(parts)}]" if parts else ""


def _links(session: Session, letter: Letter) -> Iterator[str]:
    for linked in links_of(session, letter.uid):
        number = number_of(linked.other) if linked.other else linked.link.number
        issued_on = linked.other.issued_on if linked.other else linked.link.issued_on
        known = f"mã {linked.other.uid}" if linked.other else "chưa có trong sổ"
        dated = f" ngày {day(issued_on)}" if issued_on else ""
        yield f"  {link_name(linked) + ':':<20}{number}{dated} ({known})"


def _tasks(whole: WholeLetter, document: Document) -> Iterator[str]:
    rows = {row.uid: row for row in whole.rows}
    if document.tasks:
        yield f"  Nhiệm vụ ({len(document.tasks)}):"
    for index, (uid, task) in enumerate(zip(whole.task_uids, document.tasks, strict=True)):
        yield from _task(rows[uid], task, _standing(document, f"/tasks/{index}"))
        yield from _told(rows[uid], whole.tracked[uid])


def _task(row: Task, task: TaskRecord, standing: str) -> Iterator[str]:
    item = f"{task.item} " if task.item else ""
    gone = "  (lần đọc mới không còn thấy)" if row.no_longer_read else ""
    yield f"   • {row.uid}  {item}{task.action}{standing}{gone}"
    for name, value in (("chủ trì", task.lead), ("phối hợp", task.coordinating), ("chỉ đạo", task.supervisor)):
        if value:
            yield f"       {name}: {text_of(value)}"
    if task.report_to:
        yield f"       báo cáo về: {task.report_to}"
    if task.deadline:
        due = f" → {day(task.deadline.due)} {task.deadline.time or ''}".rstrip() if task.deadline.due else ""
        yield f"       thời hạn: {task.deadline.text}{due}" + (
            f" ({task.deadline.derivation})" if task.deadline.derivation else ""
        )


def _told(row: Task, tracked: Tracked) -> Iterator[str]:
    """How far the task is, and each lead of whom it was said."""
    handed_over = f"giao {row.assignee}" if row.assignee else ""
    handed_over += f" ngày {day(row.handed_over_on)}" if row.handed_over_on else ""
    told = [text for text in (handed_over.strip(), row.result, row.reply, row.note) if text]
    yield f"       {'; '.join([status_of(row, today()), *told])}"
    for name, standing in tracked.leads.items():
        lead = LeadStanding(task_uid=row.uid, name=name, status=standing.status, done_on=standing.done_on)
        yield f"         – {standing_of(lead)}"


def _open(points: tuple[OpenPoint, ...]) -> Iterator[str]:
    if points:
        yield f"  Cần xem lại ({len(points)}):"
    for point in points:
        where = f" (trang {point.page})" if point.page else ""
        yield f"   ! {field_name(point.at)}: {masked(point.message)}{where}"


def field_name(pointer: str) -> str:
    """How a clerk calls what ``pointer`` names."""
    if not pointer:
        return "Cả văn bản"
    if pointer.startswith("/tasks/"):
        number = int(pointer.split("/")[2]) + 1
        return f"Nhiệm vụ {number}" + (", thời hạn" if pointer.endswith("/deadline") else "")
    for known, name in FIELD_NAMES.items():
        if pointer == known or pointer.startswith(f"{known}/"):
            return name
    return pointer
