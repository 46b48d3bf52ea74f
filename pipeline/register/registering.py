"""A reading becomes letters and tasks: those already known go on under their uids, new ones get theirs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from sqlmodel import Session, col, select

from models.folding import squeeze
from models.shown import TaskReading, task_readings
from models.tables import IngestItem, Letter, Reading, Task
from pipeline.register.pairing import Described, paired
from pipeline.register.projection import project_all
from pipeline.register.uids import new_letter_uid, next_ordinal, task_uid
from schemas.record import Document, LetterRecord
from schemas.recording import pages_to_bytes
from schemas.text import Page


class LetterReading(Protocol):
    """What the reader hands over."""

    @property
    def record(self) -> LetterRecord: ...
    @property
    def pages(self) -> tuple[Page, ...]: ...
    @property
    def version(self) -> str: ...


def register_reading(session: Session, item: IngestItem, reading: LetterReading) -> tuple[Letter, ...]:
    """Write ``reading`` of the item's file, and what is shown of it. Part of the caller's transaction."""
    assert item.sha256 is not None
    row = _keep_reading(session, item.sha256, _named(reading.record, item), reading)
    record = LetterRecord.model_validate_json(row.record)
    known = session.exec(select(Letter).where(Letter.sha256 == item.sha256).order_by(col(Letter.position))).all()
    letters = _letters(session, item, row, record, known)
    for letter, document in zip(letters, record.documents, strict=True):
        _write_tasks(session, letter, document)
    for letter in known:
        if letter.no_longer_read:
            _lose_tasks(session, letter)
    session.flush()
    project_all(session, {letter.uid: letter for letter in (*letters, *known)}.values(), reading.pages, not known)
    return letters


def _named(record: LetterRecord, item: IngestItem) -> LetterRecord:
    """The reader saw the original under its hash; the record carries the name the file came with."""
    source = record.source.model_copy(update={"name": Path(item.path).name, "sha256": item.sha256})
    return record.model_copy(update={"source": source})


def _keep_reading(session: Session, sha256: str, record: LetterRecord, reading: LetterReading) -> Reading:
    """The row of this reading; one of the same version stays as it is, for readings do not change."""
    same = select(Reading).where(Reading.sha256 == sha256, Reading.version == reading.version)
    row = session.exec(same).first()
    if row is None:
        recording = pages_to_bytes(reading.pages)
        row = Reading(sha256=sha256, version=reading.version, record=record.to_json(), recording=recording)
        session.add(row)
        session.flush()
    return row


def _letters(
    session: Session, item: IngestItem, reading: Reading, record: LetterRecord, known: Sequence[Letter]
) -> tuple[Letter, ...]:
    """A letter row for each document; known ones that are not among them are marked as no longer read."""
    assert reading.id is not None
    left, letters, head = list(known), [], ""
    for position, document in enumerate(record.documents):
        letter = _continued(left, document, position) or _new_letter(session, item, reading.id, position, document)
        head = letter.uid if document.role == "letter" or not head else head
        letter.head_uid, letter.reading_id, letter.position = head, reading.id, position
        letter.role, letter.no_longer_read = document.role, False
        letter.source_name = record.source.name
        session.add(letter)
        session.flush()
        letters.append(letter)
    for letter in left:
        letter.no_longer_read = True
    return tuple(letters)


def _new_letter(session: Session, item: IngestItem, reading_id: int, position: int, document: Document) -> Letter:
    uid = new_letter_uid(session, item.sha256 or "")
    return Letter(
        uid=uid, sha256=item.sha256 or "", head_uid=uid, reading_id=reading_id, position=position,
        role=document.role, incoming_id=item.incoming_id,
    )  # fmt: skip


def _continued(left: list[Letter], document: Document, position: int) -> Letter | None:
    """The known letter that ``document`` is, taken off ``left``: the same number, else the same place and role."""
    number = _number(document)
    for same in (
        lambda letter: bool(number) and number == squeeze(f"{letter.serial or ''}{letter.symbol or ''}"),
        lambda letter: letter.position == position and letter.role == document.role,
    ):
        for letter in left:
            if same(letter):
                left.remove(letter)
                return letter
    return None


def _number(document: Document) -> str:
    return squeeze(f"{document.number.serial or ''}{document.number.symbol or ''}") if document.number else ""


def _write_tasks(session: Session, letter: Letter, document: Document) -> None:
    """Known tasks go on, new ones get the next number, those not found again are marked, none is deleted."""
    read = task_readings(document)
    known = session.exec(select(Task).where(Task.letter_uid == letter.uid, col(Task.position).is_not(None))).all()
    pairs = paired([_described(one) for one in read], [_described_row(row) for row in known])
    ordinal = next_ordinal(session, letter.uid)
    for position, one in enumerate(read):
        if position in pairs:
            row = known[pairs[position]]
        else:
            row = Task(
                uid=task_uid(letter.uid, ordinal), letter_uid=letter.uid, head_uid=letter.head_uid,
                ordinal=ordinal, position=position, record="",
            )  # fmt: skip
            ordinal += 1
        row.position, row.record, row.no_longer_read, row.head_uid = (
            position,
            one.model_dump_json(),
            False,
            letter.head_uid,
        )
        session.add(row)
    for before, row in enumerate(known):
        row.no_longer_read = before not in pairs.values()
        session.add(row)


def _lose_tasks(session: Session, letter: Letter) -> None:
    """The whole letter is no longer read, and so are its tasks; those that people decided on are still shown."""
    for row in session.exec(select(Task).where(Task.letter_uid == letter.uid, col(Task.position).is_not(None))):
        row.no_longer_read = True
        session.add(row)


def _described(reading: TaskReading) -> Described:
    return Described(reading.task.item, (reading.task.action,), reading.task.lead)


def _described_row(row: Task) -> Described:
    """As it was read before, and as it is shown: a better reader may now read what a person put right."""
    read = TaskReading.model_validate_json(row.record).task
    return Described(read.item, (read.action, row.action), read.lead)
