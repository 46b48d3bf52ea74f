"""Writing what is searched: the texts of a letter as shown, and the folded words of it and of its tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.orm import InstrumentedAttribute
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

MOST_CHARACTERS = 1_000_000
"""Of a letter's folded bodies: more than PostgreSQL takes for one row (about 300 pages)."""


def write_texts(
    session: Session, letter: Letter, document: Document, shown: Mapping[str, TaskRecord], pages: Sequence[Page] | None
) -> None:
    """Write the texts of ``letter`` anew, those of its pages only when ``pages`` are given."""
    old = delete(SearchText).where(col(SearchText.letter_uid) == letter.uid)
    session.exec(old if pages is not None else old.where(col(SearchText.place) != Place.BODY))
    for place, text in ((Place.NUMBER, number_of(document)), (Place.SUBJECT, _subject(document))):
        _add_text(session, letter, place, text)
    for uid, task in shown.items():
        _add_text(session, letter, Place.TASK, _task_text(task), task_uid=uid)
    for page, text in texts_of(pages or (), document.pages):
        _add_text(session, letter, Place.BODY, mask_secrets(text), page=page)


def _add_text(
    session: Session, letter: Letter, place: Place, text: str, page: int | None = None, task_uid: str | None = None
) -> None:
    text = text.replace("\0", "")
    if search_text(text):
        row = SearchText(
            letter_uid=letter.uid, head_uid=letter.head_uid, task_uid=task_uid, place=place, page=page, original=text
        )
        session.add(row)


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


def index_family(session: Session, head_uid: str, bodies: bool) -> None:
    """Fold what is searched of a letter with its attachments, and give it and its tasks their places in lists.

    Without ``bodies`` the folded pages are taken over as they are.
    """
    session.flush()
    texts = list(session.exec(_texts(head_uid, bodies)))
    words: dict[int, list[str]] = {place: [] for place in Place}
    for text in texts:
        words[text.place].append(search_text(text.original))
    _index_letter(session, head_uid, words, bodies)
    head_words = [*words[Place.NUMBER], *words[Place.SUBJECT]]
    _index_tasks(session, head_uid, head_words, {text.task_uid: search_text(text.original) for text in texts})


def _texts(head_uid: str, bodies: bool):  # type: ignore[no-untyped-def]
    wanted = select(SearchText).where(SearchText.head_uid == head_uid)
    if not bodies:
        wanted = wanted.where(SearchText.place < Place.BODY)
    return wanted.order_by(col(SearchText.place), col(SearchText.id))


def _joined(segments: Iterable[str]) -> str:
    return f" {SEGMENT_END} ".join(segments)


def _index_letter(session: Session, head_uid: str, words: Mapping[int, list[str]], bodies: bool) -> None:
    before = session.exec(select(LetterText).where(LetterText.head_uid == head_uid)).first()
    head = session.get(Letter, head_uid)
    assert head is not None
    listed = head.head_uid == head.uid and not head.no_longer_read
    head.sort_key = _free(session, Letter, letter_key(head.issued_on, head.uid), -1, head.uid) if listed else None
    session.add(head)
    after = LetterText(
        sort_key=head.sort_key or 0, head_uid=head_uid,
        number=_joined(words[Place.NUMBER]), subject=_joined(words[Place.SUBJECT]), tasks=_joined(words[Place.TASK]),
        body=_joined(words[Place.BODY])[:MOST_CHARACTERS] if bodies or before is None else before.body,
        issuer=head.issuer_folded,
    )  # fmt: skip
    _replace(session, [before] if before else [], [after] if listed else [])


def _index_tasks(session: Session, head_uid: str, head_words: list[str], own: Mapping[str | None, str]) -> None:
    issuers = dict(session.exec(select(Letter.uid, Letter.issuer_folded).where(Letter.head_uid == head_uid)).all())
    rows = session.exec(select(Task).where(Task.head_uid == head_uid)).all()
    bodies = _bodies(session, head_uid)
    after = []
    for row in rows:
        key = task_key(row.due, row.time, row.letter_uid, row.ordinal)
        row.sort_key = _free(session, Task, key, 1, row.uid) if row.shown else None
        session.add(row)
        session.flush()
        if row.sort_key is not None:
            after.append(
                TaskText(
                    sort_key=row.sort_key, task_uid=row.uid, head_uid=head_uid,
                    words=_joined((*head_words, own.get(row.uid, ""))), lead=_joined(bodies.get((row.uid, Role.LEAD), ())),
                    coordinating=_joined(bodies.get((row.uid, Role.COORDINATING), ())),
                    issuer=issuers.get(row.letter_uid, ""),
                )
            )  # fmt: skip
    _replace(session, session.exec(select(TaskText).where(TaskText.head_uid == head_uid)).all(), after)


def _bodies(session: Session, head_uid: str) -> dict[tuple[str, str], list[str]]:
    acting = select(Actor).join(Task, col(Task.uid) == col(Actor.task_uid)).where(Task.head_uid == head_uid)
    found: dict[tuple[str, str], list[str]] = {}
    for actor in session.exec(acting.order_by(col(Actor.id))):
        found.setdefault((actor.task_uid, actor.role), []).append(actor.folded)
    return found


def _free(session: Session, table: type[Letter] | type[Task], key: int, step: int, uid: str) -> int:
    """``key``, or the nearest after it in the order of the list that no other row has."""
    column: InstrumentedAttribute[int] = table.sort_key  # type: ignore[assignment]
    while session.exec(select(table.uid).where(column == key, col(table.uid) != uid)).first() is not None:
        key += step
    return key


def _replace(session: Session, before: Sequence[SQLModel], after: Sequence[SQLModel]) -> None:
    """Rows that say the same stay; the index takes no updates, so the others go and come anew."""
    kept = [row.model_dump() for row in before]
    wanted = [row.model_dump() for row in after]
    for row, says in zip(before, kept, strict=True):
        if says not in wanted:
            session.delete(row)
    session.flush()
    session.add_all(row for row, says in zip(after, wanted, strict=True) if says not in kept)
    session.flush()
