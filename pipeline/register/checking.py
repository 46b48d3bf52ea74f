"""Whether the register is whole: every original there and unchanged, every row with what it needs."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError
from sqlmodel import Session, col, func, select

from models.database import Register
from models.tables import IngestItem, ItemState, Letter, Original, Reading, Task, TaskText
from pipeline.register.originals import Originals, originals_at
from schemas.record import LetterRecord

_AT_ONCE = 500


def faults(register: Register) -> Iterator[str]:
    """What is wrong, one Vietnamese line each; nothing when all is well."""
    with register.reading() as session:
        originals = originals_at(register.originals)
        for original in session.exec(select(Original).execution_options(yield_per=_AT_ONCE)):
            yield from _original(originals, original)
        yield from _registered(session)
        yield from _twice(session)
        yield from _readings(session)
        yield from _unsearchable(session)


def _original(originals: Originals, original: Original) -> Iterator[str]:
    found = originals.hash_of(original.sha256)
    if found is None:
        yield f"Mất bản gốc của {original.name} ({original.sha256})."
    elif found != original.sha256:
        yield f"Bản gốc của {original.name} đã bị thay đổi ({original.sha256})."


def _registered(session: Session) -> Iterator[str]:
    """A file is registered when it has letters, and never otherwise."""
    with_letters = set(session.exec(select(Letter.sha256)))
    rows = session.exec(select(IngestItem.sha256, IngestItem.path).where(IngestItem.state == ItemState.REGISTERED))
    registered = dict(rows.all())
    for sha256 in sorted(set(registered) - with_letters, key=str):
        yield f"Tệp {registered[sha256]} ghi là đã vào sổ nhưng không có văn bản nào."


def _twice(session: Session) -> Iterator[str]:
    """The same bytes are taken once, and each place of a reading is one letter, each of a letter one task."""
    firsts = select(IngestItem.sha256).where(IngestItem.state != ItemState.DUPLICATE, _HAS_BYTES)
    for sha256 in session.exec(firsts.group_by(col(IngestItem.sha256)).having(func.count() > 1)):
        yield f"Tệp {sha256} được nhận hai lần."
    letters = select(Letter.sha256, Letter.position).where(col(Letter.no_longer_read).is_(False))
    for sha256, position in session.exec(
        letters.group_by(Letter.sha256, col(Letter.position)).having(func.count() > 1)
    ):
        yield f"Văn bản thứ {position + 1} của tệp {sha256} có hai lần."
    tasks = select(Task.letter_uid, Task.position).where(col(Task.no_longer_read).is_(False), _WAS_READ)
    for uid, place in session.exec(tasks.group_by(Task.letter_uid, col(Task.position)).having(func.count() > 1)):
        yield f"Nhiệm vụ thứ {(place or 0) + 1} của văn bản {uid} có hai lần."


_HAS_BYTES = col(IngestItem.sha256).is_not(None)
_WAS_READ = col(Task.position).is_not(None)


def _readings(session: Session) -> Iterator[str]:
    for reading in session.exec(select(Reading).execution_options(yield_per=_AT_ONCE)):
        try:
            documents = LetterRecord.model_validate_json(reading.record).documents
        except ValidationError:
            yield f"Lần đọc {reading.id} của {reading.sha256} bị hỏng."
            continue
        places = select(Letter.uid).where(Letter.reading_id == reading.id, col(Letter.position) >= len(documents))
        yield from (f"Văn bản {uid} không có trong lần đọc của nó." for uid in session.exec(places))


def _unsearchable(session: Session) -> Iterator[str]:
    """Every shown task can be found."""
    found = select(TaskText.task_uid).where(TaskText.sort_key == Task.sort_key)
    lost = select(Task.uid).where(col(Task.shown).is_(True), col(Task.uid).not_in(found))
    yield from (f"Nhiệm vụ {uid} không tìm được bằng tìm kiếm." for uid in session.exec(lost))
