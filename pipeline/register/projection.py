"""From readings and decisions to the rows that are shown and searched. Run whenever either is added."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from sqlmodel import Session, col, delete

from models.folding import fold, squeeze
from models.open_points import OpenPoint, open_points
from models.shown import masked
from models.tables import OPEN, Actor, LeadStanding, Letter, Role, Task
from models.tracked import Tracked
from models.whole import WholeLetter, whole_letter
from pipeline.register.linking import link
from pipeline.register.texts import add_rows, clear_texts, index_family, number_of, write_texts
from schemas.record import Deadline, Document
from schemas.record import Task as TaskRecord
from schemas.secrets import mask_secrets
from schemas.text import Page

ADDRESSEES = "@addressees"


def project(session: Session, letter: Letter) -> None:
    """Write anew what is shown and searched of ``letter``, after a decision on it or its tasks."""
    document = _project(session, letter, None)
    index_family(session, letter.head_uid, bodies=False)
    _link(session, {letter.uid: (letter, document)})


def project_all(session: Session, letters: Collection[Letter], pages: Sequence[Page], new: bool = False) -> None:
    """The same for the letters of a file that has been read, with the texts of its ``pages``.

    Nothing is looked for or cleared away of letters that are all ``new``.
    """
    heads = {letter.head_uid for letter in letters}
    documents = {letter.uid: (letter, _project(session, letter, pages, new)) for letter in letters}
    for head_uid in sorted(heads | {letter.uid for letter in letters if letter.sort_key is not None}):
        index_family(session, head_uid, bodies=True, new=new)
    _link(session, documents)


def _link(session: Session, documents: Mapping[str, tuple[Letter, Document]]) -> None:
    """Link the letters; what extensions propose becomes open points of the letters that they extend."""
    extended: set[str] = set()
    for letter, document in documents.values():
        extended |= link(session, letter, document.references)
    for uid in sorted(extended):
        other = session.get(Letter, uid)
        if other is not None:
            _project(session, other, None)
            index_family(session, other.head_uid, bodies=False)


def _project(session: Session, letter: Letter, pages: Sequence[Page] | None, new: bool = False) -> Document:
    whole = whole_letter(session, letter)
    document = Document.model_validate(masked(whole.document.model_dump(mode="json")))
    points = open_points(whole.document)
    _write_letter(letter, document, len(points))
    session.add(letter)
    tasks = {task.uid: task for task in whole.rows}
    shown = dict(zip(whole.task_uids, document.tasks, strict=True))
    for uid, row in tasks.items():
        row.head_uid = letter.head_uid
        _write_task(row, shown.get(uid), whole.tracked[uid], leads_of(shown.get(uid), document))
        row.to_review = _points_of(uid, whole, points) if row.shown else 0
        session.add(row)
    session.flush()
    if not new:
        for table in (Actor, LeadStanding):
            session.exec(delete(table).where(col(table.task_uid).in_(tasks)))
        clear_texts(session, letter, bodies=pages is not None)
    _write_actors(session, document, shown)
    _write_standings(session, document, shown, whole.tracked)
    write_texts(session, letter, document, shown, pages)
    return document


def _points_of(uid: str, whole: WholeLetter, points: Sequence[OpenPoint]) -> int:
    index = whole.task_uids.index(uid) if uid in whole.task_uids else None
    return sum(point.task == index for point in points) if index is not None else 0


def _write_letter(letter: Letter, document: Document, to_review: int) -> None:
    named = ("document_type", "parent_agency", "issuer", "place", "issued_on", "subject", "urgency", "secrecy")
    number, signatory, arrival = document.number, document.signatory, document.arrival
    _say(
        letter,
        {name: getattr(document, name) for name in named}
        | {
            "issuer_folded": fold(document.issuer or ""),
            "serial": number.serial if number else None,
            "symbol": number.symbol if number else None,
            "number_squeezed": squeeze(number_of(document)),
            "signer": signatory.name if signatory else None,
            "arrival_number": arrival.number if arrival else None,
            "arrival_date": arrival.date if arrival else None,
            "addressees": "; ".join(document.addressees),
            "to_review": to_review,
        },
    )


def _write_task(row: Task, task: TaskRecord | None, tracked: Tracked, leads: Sequence[str]) -> None:
    standing, handed_over = tracked.standing_of_all(leads), tracked.told.get("handed_over_on")
    told = {
        name: mask_secrets(tracked.told.get(name) or "") or None for name in ("assignee", "result", "reply", "note")
    }
    said: dict[str, object] = {
        **told,
        "shown": task is not None,
        "handed_over_on": date.fromisoformat(handed_over) if handed_over else None,
        "status": standing.status,
        "done_on": standing.done_on,
        "is_open": task is not None and standing.status in OPEN,
    }
    _say(row, said | (_of_task(task) if task else {}))


def _of_task(task: TaskRecord) -> dict[str, object]:
    deadline = task.deadline
    timed = ("kind", "bound", "due", "time", "recurrence", "derivation")
    return {
        "item": task.item,
        "action": task.action,
        "report_to": task.report_to,
        "deadline_text": deadline.text if deadline else None,
        "late_from": late_from(deadline),
        **{name: getattr(deadline, name) if deadline else None for name in timed},
    }


def _say(row: Letter | Task, values: Mapping[str, object]) -> None:
    """Set what changes only: setting costs more than looking, and most of a new row stays as it is."""
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def leads_of(task: TaskRecord | None, document: Document) -> list[str]:
    """Who has to do ``task``, each by a name of its own: the addressees one by one, the issuer by its name."""
    known = {ADDRESSEES: list(document.addressees), "@issuer": [document.issuer or "@issuer"]}
    return [one for name in (task.lead if task else ()) for one in known.get(name, [name])]


def late_from(deadline: Deadline | None) -> date | None:
    """The first day on which work is late: the day itself after "trước ngày", else the day after it."""
    if deadline is None or deadline.due is None:
        return None
    return deadline.due if deadline.bound == "before" else deadline.due + timedelta(days=1)


def _write_actors(session: Session, document: Document, shown: dict[str, TaskRecord]) -> None:
    acting = [
        {"task_uid": uid, "role": role, "name": name, "folded": _folded_actor(name, document)}
        for uid, task in shown.items()
        for role in Role
        for name in getattr(task, role.value)
    ]
    add_rows(session, Actor, acting)


def _write_standings(
    session: Session, document: Document, shown: Mapping[str, TaskRecord], tracked: Mapping[str, Tracked]
) -> None:
    rows = [
        {"task_uid": uid, "name": name, "status": standing.status, "done_on": standing.done_on}
        for uid, task in shown.items()
        for name, standing in tracked[uid].leads.items()
        if name in leads_of(task, document)
    ]
    add_rows(session, LeadStanding, rows)


def _folded_actor(name: str, document: Document) -> str:
    if name == ADDRESSEES:
        return fold("; ".join(document.addressees))
    return fold(document.issuer or "") if name == "@issuer" else fold(name)
