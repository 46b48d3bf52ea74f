"""Gold records of the letters: what a perfect reader makes of them (``docs/letter-record.md``)."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.letter_data import Letter, WrittenDocument, WrittenTask, plain
from schemas.record import Arrival, Deadline, Document, LetterRecord, Signatory, Source, Task


def gold(letter: Letter, source: Source | None = None, pages: Sequence[tuple[int, int]] | None = None) -> LetterRecord:
    """What a perfect reader says of the letter; ``pages`` are each document's first and last as set."""
    source = source or Source(name=f"{letter.id}.txt", sha256=None, pages=None, text="embedded")
    spans: Sequence[tuple[int, int] | None] = pages or [None] * len(letter.documents)
    return LetterRecord(
        source=source,
        documents=tuple(_gold_document(one, span) for one, span in zip(letter.documents, spans, strict=True)),
    )


def _gold_document(written: WrittenDocument, pages: tuple[int, int] | None) -> Document:
    signature, stamp = written.signature, written.arrival
    return Document(
        role=written.role,
        pages=pages,
        document_type=written.document_type,
        parent_agency=written.parent_agency,
        issuer=written.issuer,
        number=written.number,
        place=written.place,
        issued_on=written.date.known if written.date else None,
        subject=plain(written.subject) if written.subject else None,
        urgency=written.urgency,
        secrecy=written.secrecy,
        addressees=written.addressees,
        distribution=written.distribution,
        archive=written.archive,
        signatory=signature
        and Signatory(
            name=signature.name, position=signature.position, capacity=" / ".join(signature.capacity) or None
        ),
        references=written.references,
        arrival=stamp and Arrival(number=stamp.number, date=stamp.date),
        tasks=tuple(_gold_task(task) for task in written.tasks),
    )


def _gold_task(task: WrittenTask) -> Task:
    deadline = task.deadline and Deadline.model_validate(task.deadline.model_dump(exclude={"counted"}))
    return Task.model_validate(task.model_dump(exclude={"deadline"}) | {"deadline": deadline})
