"""The letter record (``congvan/1``): what the pipeline says of one file, as JSON.

Gold files hold the same without findings, problems and derivations. Field rules are in
``docs/letter-record.md``.
"""

from __future__ import annotations

import datetime
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from schemas.problems import ProblemCode

DocumentType = Literal[
    "CV", "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ",
    "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "TM", "ĐL", "PL",
]  # fmt: skip
Urgency = Literal["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]
Secrecy = Literal["MẬT", "TỐI MẬT", "TUYỆT MẬT"]
DeadlineKind = Literal["date", "relative", "recurring", "immediate"]
Bound = Literal["before", "by", "at"]
Confidence = Annotated[float, Field(ge=0, le=1)]
BoxTuple = tuple[float, float, float, float]


class RecordModel(BaseModel):
    """Base of everything that crosses a file or the network."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Source(RecordModel):
    name: str
    sha256: str | None
    pages: int | None
    text: Literal["ocr", "embedded", "mixed", "none"]


class Number(RecordModel):
    serial: str | None
    symbol: str | None


class Recipient(RecordModel):
    name: str
    purpose: str | None = None


class Signatory(RecordModel):
    name: str | None
    position: str | None
    capacity: str | None


class Reference(RecordModel):
    number: str
    issued_on: date | None = None
    issuer: str | None = None


class Arrival(RecordModel):
    number: str | None
    date: datetime.date | None


class Deadline(RecordModel):
    """``due`` is the printed day; ``derivation`` says in one Vietnamese line how it was worked out."""

    text: str
    kind: DeadlineKind
    bound: Bound | None
    due: date | None
    time: Annotated[str | None, Field(pattern=r"^\d{2}:\d{2}$")] = None
    recurrence: str | None = None
    derivation: str | None = None


class Task(RecordModel):
    item: str | None
    action: str
    lead: tuple[str, ...]
    coordinating: tuple[str, ...] = ()
    supervisor: tuple[str, ...] = ()
    report_to: str | None = None
    deadline: Deadline | None = None


class EvidenceItem(RecordModel):
    page: int | None
    box: BoxTuple | None
    quote: str


class CandidateItem(RecordModel):
    value: Any
    confidence: Confidence


class Finding(RecordModel):
    """How the value at one place of a document was found; for a ``null`` field it carries the candidates."""

    confidence: Confidence
    rule: str
    evidence: tuple[EvidenceItem, ...] = ()
    candidates: tuple[CandidateItem, ...] = ()


class Problem(RecordModel):
    """``at`` is a JSON Pointer within the document (or the record), "" for the whole of it."""

    code: ProblemCode
    at: str
    message: str
    page: int | None = None
    box: BoxTuple | None = None


class Document(RecordModel):
    role: Literal["letter", "attachment"]
    pages: tuple[int, int] | None
    document_type: DocumentType | None = None
    parent_agency: str | None = None
    issuer: str | None = None
    number: Number | None = None
    place: str | None = None
    issued_on: date | None = None
    subject: str | None = None
    urgency: Urgency | None = None
    secrecy: Secrecy | None = None
    addressees: tuple[str, ...] = ()
    distribution: tuple[Recipient, ...] = ()
    archive: str | None = None
    signatory: Signatory | None = None
    references: tuple[Reference, ...] = ()
    arrival: Arrival | None = None
    tasks: tuple[Task, ...] = ()
    findings: dict[str, Finding] = Field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


class LetterRecord(RecordModel):
    schema_name: Literal["congvan/1"] = Field(default="congvan/1", alias="schema")
    source: Source
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()

    def to_json(self, indent: int | None = None) -> str:
        return self.model_dump_json(by_alias=True, indent=indent)

    def plain(self) -> dict[str, Any]:
        """The record as gold files hold it: no findings, problems or derivations."""
        record = self.model_dump(mode="json", by_alias=True, exclude={"problems": True})
        for document in record["documents"]:
            del document["findings"], document["problems"]
            for task in document["tasks"]:
                if task["deadline"]:
                    del task["deadline"]["derivation"]
        return record
