"""Writing what is searched: the texts of a letter as shown, and the folded words of it and of its tasks."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, SQLModel, col, delete, select

from models.folding import search_text
from models.ordering import letter_key, task_key
from models.tables import Actor, Letter, LetterText, Place, Role, SearchText, Task, TaskText
from models.word_index import SEGMENT_END
from pipeline.register.page_text import texts_of
from schemas.record import Document
from schemas.record import Task as TaskRecord
from schemas.secrets import mask_secrets
from schemas.text import Page

Row = dict[str, Any]

MOST_CHARACTERS = 1_000_000
"""Of a letter's folded bodies: more than PostgreSQL takes for one row (about 300 pages)."""


def write_texts(
    session: Session, letter: Letter, document: Document, shown: Mapping[str, TaskRecord], pages: Sequence[Page] | None
) -> None:
    """Write the texts of ``letter``, those of its pages only when ``pages`` are given."""
    rows = [
        *((Place.NUMBER, number_of(document), None, None), (Place.SUBJECT, _subject(document), None, None)),
        *((Place.TASK, _task_text(task), uid, None) for uid, task in shown.items()),
        *((Place.BODY, mask_secrets(text), None, page) for page, text in texts_of(pages or (), document.pages)),
    ]
    own = {"letter_uid": letter.uid, "head_uid": letter.head_uid}
    add_rows(
        session, SearchText,
        [
            own | {"place": place, "original": text.replace("\0", ""), "task_uid": task_uid, "page": page}
            for place, text, task_uid, page in rows
            if search_text(text.replace("\0", ""))
        ],
    )  # fmt: skip


def clear_texts(session: Session, letter: Letter, bodies: bool) -> None:
    """Take away what ``write_texts`` wrote of ``letter``; its pages only with ``bodies``."""
    old = delete(SearchText).where(col(SearchText.letter_uid) == letter.uid)
    session.exec(old if bodies else old.where(col(SearchText.place) != Place.BODY))


def add_rows(session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, object]]) -> None:
    """Insert ``rows`` in their order, many at once: rows that nobody keeps in hand need no objects."""
    session.flush()
    if rows:
        session.connection().execute(insert(table), rows)


def number_of(document: Document) -> str:
    """Serial and symbol with a slash between."""
    number = document.number
    return "/".join(part for part in (number.serial, number.symbol) if part) if number else ""


def _subject(document: Document) -> str:
    parts = (document.subject, document.issuer, document.parent_agency, "; ".join(document.addressees))
    return "\n".join(part for part in parts if part)


def _task_text(task: TaskRecord) -> str:
    actors = (*task.lead, *task.coordinating, *task.supervisor, task.report_to)
    names = [name for name in actors if name and not name.startswith("@")]
    return "\n".join((task.action, *names, task.deadline.text if task.deadline else ""))


def index_family(session: Session, head_uid: str, bodies: bool, new: bool = False) -> None:
    """Fold what is searched of a letter with its attachments, and give it and its tasks their places in lists.

    Without ``bodies`` the folded pages are taken over as they are; of a ``new`` letter nothing stands there yet.
    """
    session.flush()
    words: dict[int, list[str]] = {place: [] for place in Place}
    own: dict[str | None, str] = {}
    for place, task_uid, original in session.exec(_texts(head_uid, bodies)):
        folded = search_text(original)
        words[place].append(folded)
        own[task_uid] = folded
    before = ([], []) if new else (_rows(session, LetterText, head_uid), _rows(session, TaskText, head_uid))
    _index_letter(session, head_uid, words, bodies, before[0])
    head_words = [*words[Place.NUMBER], *words[Place.SUBJECT]]
    _index_tasks(session, head_uid, head_words, own, before[1])


def _texts(head_uid: str, bodies: bool):  # type: ignore[no-untyped-def]
    wanted = select(SearchText.place, SearchText.task_uid, SearchText.original)
    wanted = wanted.where(SearchText.head_uid == head_uid)
    if not bodies:
        wanted = wanted.where(SearchText.place < Place.BODY)
    return wanted.order_by(col(SearchText.place), col(SearchText.id))


def _joined(segments: Iterable[str]) -> str:
    return f" {SEGMENT_END} ".join(segments)


def _index_letter(
    session: Session, head_uid: str, words: Mapping[int, list[str]], bodies: bool, before: list[Row]
) -> None:
    head = session.get(Letter, head_uid)
    assert head is not None
    listed = head.head_uid == head.uid and not head.no_longer_read
    head.sort_key = _free(session, Letter, letter_key(head.issued_on, head.uid), -1, head.uid) if listed else None
    session.add(head)
    after = {
        "sort_key": head.sort_key, "head_uid": head_uid, "issuer": head.issuer_folded,
        "number": _joined(words[Place.NUMBER]), "subject": _joined(words[Place.SUBJECT]),
        "tasks": _joined(words[Place.TASK]),
        "body": _joined(words[Place.BODY])[:MOST_CHARACTERS] if bodies or not before else before[0]["body"],
    }  # fmt: skip
    _replace(session, LetterText, before, [after] if listed else [])


def _index_tasks(
    session: Session, head_uid: str, head_words: list[str], own: Mapping[str | None, str], before: list[Row]
) -> None:
    issuers = dict(session.exec(select(Letter.uid, Letter.issuer_folded).where(Letter.head_uid == head_uid)).all())
    tasks = session.exec(select(Task).where(Task.head_uid == head_uid)).all()
    _give_keys(session, head_uid, tasks)
    bodies = _bodies(session, head_uid)
    after = [
        {
            "sort_key": row.sort_key, "task_uid": row.uid, "head_uid": head_uid,
            "words": _joined((*head_words, own.get(row.uid, ""))), "issuer": issuers.get(row.letter_uid, ""),
            "lead": _joined(bodies.get((row.uid, Role.LEAD), ())),
            "coordinating": _joined(bodies.get((row.uid, Role.COORDINATING), ())),
        }
        for row in tasks if row.shown
    ]  # fmt: skip
    _replace(session, TaskText, before, after)


def _give_keys(session: Session, head_uid: str, tasks: Sequence[Task]) -> None:
    """Give each shown task its key; those of others, and those its siblings had until now, are not to be had."""
    wanted = {row.uid: task_key(row.due, row.time, row.letter_uid, row.ordinal) for row in tasks if row.shown}
    others = select(Task.sort_key).where(col(Task.sort_key).in_(wanted.values()), Task.head_uid != head_uid)
    taken = {*session.exec(others), *(row.sort_key for row in tasks)}
    for row in tasks:
        key = wanted.get(row.uid)
        if key is not None and key != row.sort_key and key in taken:
            key = _free(session, Task, key, 1, row.uid, taken)
        row.sort_key = key
        taken.add(key)
        session.add(row)
    session.flush()


def _bodies(session: Session, head_uid: str) -> dict[tuple[str, str], list[str]]:
    acting = select(Actor.task_uid, Actor.role, Actor.folded).join(Task, col(Task.uid) == col(Actor.task_uid))
    found: dict[tuple[str, str], list[str]] = {}
    for uid, role, folded in session.exec(acting.where(Task.head_uid == head_uid).order_by(col(Actor.id))):
        found.setdefault((uid, role), []).append(folded)
    return found


def _free(
    session: Session, table: type[Letter] | type[Task], key: int, step: int, uid: str, taken: Container[int | None] = ()
) -> int:
    """``key``, or the nearest after it in the order of the list that no other row has."""
    column: Any = table.sort_key
    held = select(table.uid).where(col(table.uid) != uid)
    while key in taken or session.exec(held.where(column == key)).first() is not None:
        key += step
    return key


def _rows(session: Session, table: type[LetterText] | type[TaskText], head_uid: str) -> list[Row]:
    columns: Any = SQLModel.metadata.tables[str(table.__tablename__)]
    found = session.connection().execute(columns.select().where(columns.c.head_uid == head_uid))
    return [dict(row) for row in found.mappings()]


def _replace(session: Session, table: type[LetterText] | type[TaskText], before: list[Row], after: list[Row]) -> None:
    """Rows that say the same stay; the index takes no updates, so the others go and come anew."""
    gone = [row["sort_key"] for row in before if row not in after]
    if gone:
        session.exec(delete(table).where(col(table.sort_key).in_(gone)))
    add_rows(session, table, [row for row in after if row not in before])
