"""What extraction claims of a document, each value with its evidence; resolving makes the record of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from schemas.deadline import DeadlinePhrase
from schemas.document import Role
from schemas.evidence import Extracted
from schemas.record import Recipient, Reference

Text = Extracted[str]
MaybeText = Extracted[str | None]


@dataclass(frozen=True, slots=True)
class ExtractedTask:
    """One order. ``lead`` holds "@addressees" or "@issuer" where nobody is named.

    ``confidence`` is of the task as a whole: that it is one, and that its leads and deadline are right.
    ``context`` is the paragraph or row it was read from, for the clerk to check.
    """

    item: str | None
    action: Text
    lead: tuple[Text, ...]
    coordinating: tuple[Text, ...]
    supervisor: tuple[Text, ...]
    report_to: Text | None
    deadline: Extracted[DeadlinePhrase] | None
    confidence: float
    rule: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedHead:
    """Heading, addressees and foot of a document. ``None`` inside an ``Extracted`` is "seen, not readable".

    A field is ``None`` itself when the document has no such zone.
    """

    document_type: MaybeText | None = None
    parent_agency: MaybeText | None = None
    issuer: MaybeText | None = None
    serial: MaybeText | None = None
    symbol: MaybeText | None = None
    place: MaybeText | None = None
    issued_on: Extracted[date | None] | None = None
    subject: MaybeText | None = None
    urgency: MaybeText | None = None
    secrecy: MaybeText | None = None
    addressees: tuple[Text, ...] = ()
    distribution: tuple[Extracted[Recipient], ...] = ()
    archive: MaybeText | None = None
    signer_name: MaybeText | None = None
    signer_position: MaybeText | None = None
    signer_capacity: MaybeText | None = None
    arrival_number: MaybeText | None = None
    arrival_date: Extracted[date | None] | None = None


@dataclass(frozen=True, slots=True)
class ExtractedDocument:
    role: Role
    first_page: int | None
    last_page: int | None
    head: ExtractedHead
    references: tuple[Extracted[Reference], ...]
    tasks: tuple[ExtractedTask, ...]
