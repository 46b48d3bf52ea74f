"""Tables of the register.

Three layers: what came in (``original``, ``incoming``, ``ingest_item``), what was said of it
(``reading``, ``decision``: rows that never change), and what is shown (``letter``, ``task``, ``actor``,
``search_text``: the newest reading with the decisions laid over it, made anew whenever either is added).
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import IntEnum, StrEnum
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Dialect, Index, Integer, LargeBinary, Text, UniqueConstraint
from sqlalchemy.types import DateTime, TypeDecorator
from sqlmodel import Field, SQLModel


class UtcTime(TypeDecorator[datetime]):
    """Points in time, in UTC; SQLite keeps no zone, so it is put on again when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


SortKey = BigInteger().with_variant(Integer(), "sqlite")
"""A number of ``models.ordering``. SQLite numbers rows only by a column that is declared INTEGER."""


def now() -> datetime:
    return datetime.now(UTC)


class ItemState(StrEnum):
    """The fate of a file that was handed in."""

    WAITING = "waiting"
    WORKING = "working"
    REGISTERED = "registered"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"
    OPENED = "opened"
    """A ZIP or mail: the files inside it have rows of their own."""


class TaskStatus(StrEnum):
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    RETURNED = "returned"


OPEN = (TaskStatus.NOT_STARTED, TaskStatus.IN_PROGRESS)


class Role(StrEnum):
    """The part a body has in a task."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    SUPERVISOR = "supervisor"


class Place(IntEnum):
    """Where in a letter a search text stands; a lower one is the better hit."""

    NUMBER = 0
    SUBJECT = 1
    TASK = 2
    BODY = 3


class LinkKind(StrEnum):
    """What a letter is to another: the same one by another file, or what it says it does to one it cites."""

    SAME = "same"
    REPLY = "reply"
    REPLACEMENT = "replacement"
    RECALL = "recall"
    EXTENSION = "extension"


class Original(SQLModel, table=True):
    """A file's bytes, kept in the folder of originals under their SHA-256."""

    __tablename__: ClassVar[Any] = "original"
    sha256: str = Field(primary_key=True, max_length=64)
    name: str
    size: int = Field(sa_type=BigInteger)
    created_at: datetime = Field(default_factory=now, sa_type=UtcTime)


class Incoming(SQLModel, table=True):
    """One receipt by the office, of one or several files. Numbers are consecutive in each year."""

    __tablename__: ClassVar[Any] = "incoming"
    __table_args__ = (UniqueConstraint("year", "number"),)
    id: int | None = Field(default=None, primary_key=True)
    arrived_on: date
    year: int
    number: int | None = None
    created_at: datetime = Field(default_factory=now, sa_type=UtcTime)


class IngestItem(SQLModel, table=True):
    """The ledger: one row a file handed in, the truth about its fate.

    ``lease_owner`` is "host:process"; a row that is ``working`` belongs to it until ``lease_until``.
    ``reason`` is the Vietnamese message of a quarantined or duplicate file. ``job_id``: on PostgreSQL the job of a file
    that waits or is being read.
    """

    __tablename__: ClassVar[Any] = "ingest_item"
    __table_args__ = (UniqueConstraint("path", "sha256"), Index("ix_ingest_item_state", "state", "id"))
    id: int | None = Field(default=None, primary_key=True)
    path: str = Field(index=True)
    size: int = Field(sa_type=BigInteger)
    mtime_ns: int = Field(sa_type=BigInteger)
    sha256: str | None = Field(default=None, max_length=64, index=True)
    state: str = ItemState.WAITING
    attempts: int = 0
    lease_owner: str | None = None
    lease_until: datetime | None = Field(default=None, sa_type=UtcTime)
    code: str | None = None
    reason: str | None = None
    incoming_id: int | None = Field(default=None, foreign_key="incoming.id")
    job_id: int | None = Field(default=None, sa_type=BigInteger)
    created_at: datetime = Field(default_factory=now, sa_type=UtcTime)
    updated_at: datetime = Field(default_factory=now, sa_type=UtcTime)


class Reading(SQLModel, table=True):
    """What one version of the reader said of a file. Never changed: ``record`` is the letter record's JSON,
    ``recording`` the words with their boxes (``schemas.recording``)."""

    __tablename__: ClassVar[Any] = "reading"
    __table_args__ = (UniqueConstraint("sha256", "version"),)
    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(foreign_key="original.sha256", max_length=64, index=True)
    version: str
    record: str = Field(sa_type=Text)
    recording: bytes = Field(sa_type=LargeBinary)
    created_at: datetime = Field(default_factory=now, sa_type=UtcTime)


class Decision(SQLModel, table=True):
    """What a person said: field, value (JSON), who, when. Never changed; the latest of a field counts.

    ``field`` is a JSON Pointer within the document or the task. Together the rows are the audit of the register.
    """

    __tablename__: ClassVar[Any] = "decision"
    id: int | None = Field(default=None, primary_key=True)
    letter_uid: str = Field(foreign_key="letter.uid", index=True)
    task_uid: str | None = Field(default=None, foreign_key="task.uid", index=True)
    field: str
    value: str = Field(sa_type=Text)
    by: str
    at: datetime = Field(default_factory=now, sa_type=UtcTime)


class Letter(SQLModel, table=True):
    """One document of a file as it is shown; ``head_uid`` is the letter that an attachment travels with (else its own).

    ``position`` is its place among the documents of reading ``reading_id``, the newest that has it; the newest of all
    may have it no longer. ``sort_key`` is its place in lists (``models.ordering``); letters that are not listed
    (attachments, those no longer read) have none.
    """

    __tablename__: ClassVar[Any] = "letter"
    __table_args__ = (Index("ix_letter_sort_key", "sort_key", unique=True),)
    uid: str = Field(primary_key=True)
    sha256: str = Field(foreign_key="original.sha256", index=True)
    head_uid: str = Field(index=True)
    sort_key: int | None = Field(default=None, sa_type=SortKey)
    reading_id: int = Field(foreign_key="reading.id")
    position: int
    no_longer_read: bool = False
    role: str
    incoming_id: int | None = Field(default=None, foreign_key="incoming.id")
    document_type: str | None = None
    parent_agency: str | None = None
    issuer: str | None = None
    issuer_folded: str = ""
    serial: str | None = Field(default=None, index=True)
    symbol: str | None = None
    number_squeezed: str = Field(default="", index=True)
    place: str | None = None
    issued_on: date | None = None
    subject: str | None = None
    urgency: str | None = None
    secrecy: str | None = None
    signer: str | None = None
    addressees: str = ""
    arrival_number: str | None = None
    arrival_date: date | None = None
    to_review: int = 0
    source_name: str = ""
    created_at: datetime = Field(default_factory=now, sa_type=UtcTime)


class Task(SQLModel, table=True):
    """One order as it is shown. ``late_from`` is the first day on which it is late, worked out of ``due`` and ``bound``.

    ``record`` is the task as it was read, with its findings and problems (``models.shown.TaskReading``); ``position``
    its place in that reading, ``None`` when a person added it. ``shown`` is false for a task that a person deleted,
    and for one that is no longer read and that nobody has decided on; only those shown have a ``sort_key``.
    ``is_open``: shown, and not yet done or returned.
    """

    __tablename__: ClassVar[Any] = "task"
    __table_args__ = (
        Index("ix_task_sort_key", "sort_key", unique=True),
        Index("ix_task_status", "status", "sort_key"),
        Index("ix_task_open", "is_open", "sort_key"),
        Index("ix_task_late", "is_open", "late_from"),
        Index("ix_task_to_review", "to_review", "sort_key"),
    )
    uid: str = Field(primary_key=True)
    letter_uid: str = Field(foreign_key="letter.uid", index=True)
    head_uid: str = Field(index=True)
    sort_key: int | None = Field(default=None, sa_type=SortKey)
    is_open: bool = False
    ordinal: int
    position: int | None
    record: str = Field(sa_type=Text)
    no_longer_read: bool = False
    shown: bool = True
    item: str | None = None
    action: str = ""
    report_to: str | None = None
    deadline_text: str | None = None
    kind: str | None = None
    bound: str | None = None
    due: date | None = None
    time: str | None = None
    recurrence: str | None = None
    derivation: str | None = None
    late_from: date | None = None
    status: str = TaskStatus.NOT_STARTED
    done_on: date | None = None
    assignee: str | None = None
    handed_over_on: date | None = None
    result: str | None = None
    reply: str | None = None
    note: str | None = None
    to_review: int = 0


class Actor(SQLModel, table=True):
    """A body's part in a task. ``folded`` is what filters look in: the addressees' names for ``@addressees``."""

    __tablename__: ClassVar[Any] = "actor"
    id: int | None = Field(default=None, primary_key=True)
    task_uid: str = Field(foreign_key="task.uid", index=True)
    role: str
    name: str
    folded: str


class LeadStanding(SQLModel, table=True):
    """How far one of several leads of a task is, where a person has said so; ``name`` as the letter has it."""

    __tablename__: ClassVar[Any] = "lead_standing"
    id: int | None = Field(default=None, primary_key=True)
    task_uid: str = Field(foreign_key="task.uid", index=True)
    name: str
    status: str
    done_on: date | None = None


class SearchText(SQLModel, table=True):
    """A text of a letter as it is shown where it was found: one row a page, subject, number or task."""

    __tablename__: ClassVar[Any] = "search_text"
    id: int | None = Field(default=None, primary_key=True)
    letter_uid: str = Field(foreign_key="letter.uid", index=True)
    head_uid: str = Field(index=True)
    task_uid: str | None = Field(default=None, foreign_key="task.uid", index=True)
    place: int
    page: int | None = None
    original: str = Field(sa_type=Text)


class LetterText(SQLModel, table=True):
    """The folded words of a listed letter with its attachments; each text of ``search_text`` is one segment of the
    column of its place, in order of id. Rows are added and deleted, never updated."""

    __tablename__: ClassVar[Any] = "letter_text"
    sort_key: int = Field(primary_key=True, sa_type=SortKey)
    head_uid: str = Field(index=True, unique=True)
    number: str = Field(sa_type=Text)
    subject: str = Field(sa_type=Text)
    tasks: str = Field(sa_type=Text)
    body: str = Field(sa_type=Text)
    issuer: str = Field(sa_type=Text)


class TaskText(SQLModel, table=True):
    """The folded words of a shown task and of its letter's numbers and subjects; its bodies, and its letter's issuer.
    Rows are added and deleted, never updated."""

    __tablename__: ClassVar[Any] = "task_text"
    sort_key: int = Field(primary_key=True, sa_type=SortKey)
    task_uid: str = Field(index=True, unique=True)
    head_uid: str = Field(index=True)
    words: str = Field(sa_type=Text)
    lead: str = Field(sa_type=Text)
    coordinating: str = Field(sa_type=Text)
    issuer: str = Field(sa_type=Text)


class Link(SQLModel, table=True):
    """What letter ``letter_uid`` is to another. ``other_uid`` is ``None`` while the letter that it cites by ``number``
    is not (or not without doubt) in the register. ``due``: the new day that an extension grants."""

    __tablename__: ClassVar[Any] = "link"
    id: int | None = Field(default=None, primary_key=True)
    letter_uid: str = Field(foreign_key="letter.uid", index=True)
    kind: str
    number: str
    number_squeezed: str = Field(index=True)
    issued_on: date | None = None
    issuer: str | None = None
    due: date | None = None
    quote: str = Field(default="", sa_type=Text)
    other_uid: str | None = Field(default=None, foreign_key="letter.uid", index=True)
    created_at: datetime = Field(default_factory=now, sa_type=UtcTime)
