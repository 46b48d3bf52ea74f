"""A letter as data: everything that is printed in it, and the tasks it orders, as its writer meant them.

The YAML files in ``corpus/letters`` hold such letters. ``corpus.letter_gold`` says what a perfect reader makes of one; the
typesetter sets it. Nothing here knows how a page looks.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from schemas.record import Bound, DeadlineKind, DocumentType, Number, Recipient, Reference, Secrecy, Urgency

LETTERS = Path(__file__).parent / "letters"
_HELD_OUT = Path(__file__).with_name("held-out.txt")

TYPE_NAMES: dict[str, str] = {
    "QĐ": "QUYẾT ĐỊNH", "CT": "CHỈ THỊ", "TB": "THÔNG BÁO", "KH": "KẾ HOẠCH", "CĐ": "CÔNG ĐIỆN", "GM": "GIẤY MỜI",
    "TTr": "TỜ TRÌNH", "BC": "BÁO CÁO", "HD": "HƯỚNG DẪN", "CTr": "CHƯƠNG TRÌNH", "NQ": "NGHỊ QUYẾT",
    "TM": "THƯ MỜI", "PC": "PHIẾU CHUYỂN", "PL": "Phụ lục",
}  # fmt: skip

_MARKER = re.compile(r"(?:\*\*)?((?:Điều \d+|[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)](?=\s)|[-+•](?=\s))")


class LetterModel(BaseModel):
    """Base of the letter data: frozen, and nothing unknown is let through."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WrittenDate(LetterModel):
    """A date as it stands in the heading; a blank day or month is ``None``."""

    day: int | None
    month: int | None
    year: int

    @property
    def day_text(self) -> str | None:
        """ "05": days below 10 are written with a nought (Decree 30/2020, annex I, II.4.b)."""
        return None if self.day is None else f"{self.day:02d}"

    @property
    def month_text(self) -> str | None:
        """ "02" and "9": only January and February are written with a nought."""
        return None if self.month is None else f"{self.month:02d}" if self.month < 3 else str(self.month)

    @property
    def known(self) -> datetime.date | None:
        """The day, ``None`` when part of it is blank."""
        return datetime.date(self.year, self.month, self.day) if self.day and self.month else None


def _as_date(value: object) -> object:
    if isinstance(value, datetime.date):
        return {"day": value.day, "month": value.month, "year": value.year}
    return value


def _as_number(value: object) -> object:
    """ "15/SYT-NVY" and "788-CV/BCSĐ" to serial and symbol; nothing before the mark is a blank serial."""
    if not isinstance(value, str):
        return value
    serial, symbol = re.fullmatch(r"(\w*)\s*[/-]\s*(.+)", value).groups()  # type: ignore[union-attr]
    return {"serial": serial or None, "symbol": symbol}


def _as_recipient(value: object) -> object:
    if isinstance(value, str):
        return {"name": value}
    return {"name": value[0], "purpose": value[1]} if isinstance(value, list) else value


def _as_reference(value: object) -> object:
    """ "15/KH-UBND | 2024-03-05 | UBND tỉnh" to its parts; a missing one is left out or "-"."""
    if not isinstance(value, str):
        return value
    parts = [None if part.strip() in ("", "-") else part.strip() for part in value.split("|")] + [None, None]
    return {"number": parts[0], "issued_on": parts[1], "issuer": parts[2]}


class Table(LetterModel):
    """A ruled table. In ``rows``, ``None`` goes on from the cell above and "<" from the one at its left."""

    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str | None, ...], ...]

    @model_validator(mode="after")
    def _rectangular(self) -> Table:
        wrong = [row for row in self.rows if len(row) != len(self.columns)]
        if wrong or len(self.widths) != len(self.columns):
            raise ValueError(f"table is not rectangular: {wrong or self.widths}")
        return self


class TableBlock(LetterModel):
    table: Table


class HeadingBlock(LetterModel):
    """A line that titles what follows; ``centred`` as of a chapter, else with the paragraphs."""

    heading: str
    centred: bool = False


class FormBlock(LetterModel):
    """Lines of a form to be filled in; a run of dots is a place to write on."""

    form: tuple[str, ...]


Block = str | TableBlock | HeadingBlock | FormBlock
"""A string is a paragraph, with its own marker ("1.", "a)", "-"); ``**bold**`` and ``__italic__`` inside."""


class Signature(LetterModel):
    """``capacity``: the lines above the post, top to bottom. ``title``: a degree or rank before the name."""

    capacity: tuple[str, ...] = ()
    position: str | None
    name: str
    title: str | None = None


class CopyFoot(LetterModel):
    """Foot of a certified copy: a number, date and signer that are not the letter's own."""

    left: tuple[str, ...]
    right: tuple[str, ...]


class ArrivalStamp(LetterModel):
    """The stamp ĐẾN with its handwritten entries."""

    office: str
    number: str | None
    date: datetime.date | None
    forwarded_to: str | None = None


class Count(LetterModel):
    """How a relative deadline is counted: so many days from ``start``, ``None`` when it cannot be known."""

    start: datetime.date | None
    days: int
    working: bool = False


class WrittenDeadline(LetterModel):
    text: str
    kind: DeadlineKind = "date"
    bound: Bound | None = "before"
    due: datetime.date | None = None
    time: str | None = None
    recurrence: str | None = None
    counted: Count | None = None


class WrittenTask(LetterModel):
    item: str | None = None
    action: str
    lead: tuple[str, ...] = ("@addressees",)
    coordinating: tuple[str, ...] = ()
    supervisor: tuple[str, ...] = ()
    report_to: str | None = None
    deadline: WrittenDeadline | None = None


Form = Literal["state", "party2018", "party2026"]
Recipients = tuple[Annotated[Recipient, BeforeValidator(_as_recipient)], ...]
References = tuple[Annotated[Reference, BeforeValidator(_as_reference)], ...]


class WrittenDocument(LetterModel):
    """One document of a letter file: its heading, body, foot, and the tasks in it.

    ``title`` is printed instead of the type's usual name; ``subject_lead`` stands before the subject
    ("V/v ", "Về việc "). ``attached_to`` is the bracket under an annex's title. ``authority`` is who decides
    and ``enacting`` the word after the legal basis. ``call`` is an urgent dispatch's "… điện:".
    ``co_signature``: who signs on the left of a joint letter, for the office that does not head it.
    """

    role: Literal["letter", "attachment"] = "letter"
    form: Form = "state"
    document_type: DocumentType | None = "CV"
    title: str | None = None
    parent_agency: str | None = None
    issuer: str | None = None
    number: Annotated[Number | None, BeforeValidator(_as_number)] = None
    place: str | None = None
    date: Annotated[WrittenDate | None, BeforeValidator(_as_date)] = None
    subject: str | None = None
    subject_lead: str = ""
    urgency: Urgency | None = None
    secrecy: Secrecy | None = None
    attached_to: str | None = None
    call: str | None = None
    addressees: tuple[str, ...] = ()
    addressees_note: str | None = None
    authority: str | None = None
    preamble: tuple[str, ...] = ()
    enacting: str | None = None
    body: tuple[Block, ...] = ()
    signature: Signature | None = None
    co_signature: Signature | None = None
    distribution: Recipients = ()
    archive: str | None = None
    arrival: ArrivalStamp | None = None
    contact: str | None = None
    copy_foot: CopyFoot | None = None
    references: References = ()
    tasks: tuple[WrittenTask, ...] = ()

    @property
    def printed_type(self) -> str | None:
        """The type name as printed; a công văn prints none."""
        if self.title or self.document_type in (None, "CV"):
            return self.title
        return TYPE_NAMES[str(self.document_type)]


class Letter(LetterModel):
    """A file as it comes to an office: the letter and what travels with it.

    ``kinds`` names what the letter was written for ("district", "blank number"): the corpus is counted by it.
    """

    id: str
    kinds: tuple[str, ...] = ()
    documents: Annotated[tuple[WrittenDocument, ...], Field(min_length=1)]

    def unstamped(self) -> Letter:
        """The letter as it was sent, before anybody's stamp ĐẾN: what a digital file shows.

        A time counted from the day of receipt has no known end then.
        """
        return self.model_copy(update={"documents": tuple(_unstamped(document) for document in self.documents)})


def _unstamped(document: WrittenDocument) -> WrittenDocument:
    if document.arrival is None:
        return document
    tasks = tuple(_without_due(task, document.arrival.date) for task in document.tasks)
    return document.model_copy(update={"arrival": None, "tasks": tasks})


def _without_due(task: WrittenTask, arrived: datetime.date | None) -> WrittenTask:
    counted = task.deadline and task.deadline.counted
    if not (task.deadline and counted and counted.start == arrived):
        return task
    unknown = {"due": None, "counted": counted.model_copy(update={"start": None})}
    return task.model_copy(update={"deadline": task.deadline.model_copy(update=unknown)})


def marker_of(paragraph: str) -> str | None:
    """ "1.", "a)", "-", "Điều 2." at the paragraph's beginning, else ``None``."""
    found = _MARKER.match(paragraph)
    return found[1] if found else None


def plain(markup: str) -> str:
    """The text without the marks for bold and italic."""
    return re.sub(r"\*\*|__", "", markup)


def read_letter(path: Path) -> Letter:
    """The letter of one YAML file; its id is the file's base name.

    Raises:
        pydantic.ValidationError: The file does not say a letter.
    """
    data: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    data.pop("anchors", None)  # text that several tasks share, named once for YAML's own references
    return Letter.model_validate({"id": path.stem, **data})


def held_out() -> frozenset[str]:
    """Names of the letters that are for measuring only: no rule of the reader was made with them, and no line."""
    lines = _HELD_OUT.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def letters(folder: Path = LETTERS) -> tuple[Letter, ...]:
    """Every letter of the corpus, by id."""
    return tuple(read_letter(path) for path in sorted(folder.glob("*.yaml")))
