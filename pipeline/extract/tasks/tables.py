"""Tables of work: STT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn | Sản phẩm; one task a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.tasks.receivers import find_receiver
from pipeline.extract.tasks.scope import ISSUER, Scope, Text
from pipeline.extract.tasks.timing import tidy
from pipeline.language.agencies import read_bodies
from pipeline.language.deadlines import read_deadline_cell
from pipeline.language.folded import FoldedText
from pipeline.language.heads import body_at
from schemas.deadline import DeadlinePhrase
from schemas.document import ParsedDocument, ParsedTable
from schemas.evidence import Extracted
from schemas.extracted import ExtractedTask
from schemas.folding import fold
from schemas.text import Passage

_COLUMNS = (
    ("number", r"(?:stt|tt|so tt|so thu tu|muc)$"),
    ("helper", r".*phoi hop"),
    ("deadline", r"(?:thoi han|thoi gian|tien do|han|ngay)(?: |$)|.*(?:thoi gian|thoi han|tien do) (?:thuc hien|hoan thanh)|.*hoan thanh"),
    ("lead", r".*(?:chu tri|don vi thuc hien|co quan thuc hien|nguoi thuc hien|ca nhan thuc hien|phu trach|trach nhiem|phan cong|dau moi|don vi tham muu|don vi/ca nhan)|(?!.*(?:kinh phi|dia diem|noi dung|ket qua|hinh thuc|nhiem vu|giai phap|cach|so luong))(?:.* )?thuc hien$"),
    ("supervisor", r".*(?:chi dao|lanh dao phu trach)"),
    ("body", r"(?:ten )?(?:don vi|co quan|co quan,? don vi|bo phan|nhom|to|ban|thanh vien|ho (?:va )?ten|can bo|khoi|phong,? ban|dia phuong)$"),
    ("action", r".*(?:nhiem vu|noi dung|cong viec|hoat dong|giai phap|phan viec|dau viec|ten viec|hang muc|viec can|dau muc)|(?:cong trinh|san pham, nhiem vu)$"),
    ("product", r".*(?:san pham|ket qua|ghi chu|hinh thuc|kinh phi|dia diem|so luong)"),
)  # fmt: skip
_HOURS = re.compile(r"\d{1,2}\s*(?:gio|h|g)\s*\d{0,2}.*(?:-|den)")


@dataclass(frozen=True, slots=True)
class Columns:
    """Column numbers by what stands in them; ``lead`` and ``action`` are there in a table of work."""

    action: int
    lead: int
    number: int | None = None
    helper: int | None = None
    supervisor: int | None = None
    deadline: int | None = None


def table_tasks(table: ParsedTable, scope: Scope, item: str | None) -> list[ExtractedTask]:
    """One task for each row of a table of work; none for any other table."""
    for index, row in enumerate(table.rows[:3]):
        columns = _columns(row)
        if columns is not None:
            body = table.rows[index + 1 :]
            return [] if _is_agenda(columns, body) else _rows(_without_heads(body, row, columns), columns, scope, item)
    return []


def annexed_tasks(document: ParsedDocument) -> tuple[ExtractedTask, ...]:
    """Tasks of the tables of work in an annex, whose running text orders nothing ("Phụ lục: Danh mục nhiệm vụ")."""
    tables = (part for part in document.body if isinstance(part, ParsedTable))
    return tuple(task for table in tables for task in table_tasks(table, Scope(default=ISSUER), None))


def _columns(head: Sequence[Passage]) -> Columns | None:
    found: dict[str, int] = {}
    for index, cell in enumerate(head):
        kind = _kind(fold(cell.text).strip(" .:"))
        if kind is not None:
            found.setdefault(kind, index)
    body = found.pop("body", None)
    if "lead" not in found and body is not None and _gives_work(head, found):
        found["lead"] = body
    if "action" not in found or "lead" not in found:
        return None
    return Columns(**{kind: index for kind, index in found.items() if kind != "product"})


def _gives_work(head: Sequence[Passage], found: dict[str, int]) -> bool:
    """Whether a column "Đơn vị" tells who works: the table speaks of work and of when, else it lists bodies."""
    if "action" not in found:
        return False
    return (
        "deadline" in found or re.search(r"nhiem vu|cong viec|hoat dong", fold(head[found["action"]].text)) is not None
    )


def _kind(title: str) -> str | None:
    return next((kind for kind, pattern in _COLUMNS if re.match(pattern, title)), None)


def _is_agenda(columns: Columns, rows: Sequence[Sequence[Passage]]) -> bool:
    """A programme of a meeting: hours within a day, not days to be done by."""
    if columns.deadline is None:
        return False
    times = [fold(row[columns.deadline].text) for row in rows if columns.deadline < len(row)]
    return bool(times) and sum(bool(_HOURS.search(time)) for time in times) * 2 > len(times)


def _without_heads(
    rows: Sequence[Sequence[Passage]], head: Sequence[Passage], columns: Columns
) -> list[Sequence[Passage]]:
    """``rows`` without heads printed again on a later page; a cell merged over that page end keeps what it held before."""
    kept: list[Sequence[Passage]] = []
    for row in rows:
        if _columns(row) is not None:
            continue
        carried = columns.lead < len(row) and fold(row[columns.lead].text) == fold(head[columns.lead].text)
        if carried and kept and columns.lead < len(kept[-1]):
            row = (*row[: columns.lead], kept[-1][columns.lead], *row[columns.lead + 1 :])
        kept.append(row)
    return kept


def _rows(rows: Sequence[Sequence[Passage]], columns: Columns, scope: Scope, item: str | None) -> list[ExtractedTask]:
    tasks = []
    for row in rows:
        if len({cell.text for index, cell in enumerate(row) if index != columns.number}) < 2 or max(
            columns.action, columns.lead
        ) >= len(row):
            continue
        task = _row_task(row, columns, scope, item)
        if task is not None:
            tasks.append(task)
    return tasks


def _row_task(row: Sequence[Passage], columns: Columns, scope: Scope, item: str | None) -> ExtractedTask | None:
    words = tidy(row[columns.action].text)
    if not words or len(words) < 3 or re.fullmatch(r"[(\d).\s]+", words):
        return None
    lead = cell_bodies(row[columns.lead], "lead.column")
    if not lead and _is_group(row, columns):
        return None
    action = _claim(row[columns.action], words, "action.column", 0.85)
    return ExtractedTask(
        item=_item(row, columns, item),
        action=action,
        lead=lead or scope.actors,
        coordinating=_bodies_of(row, columns.helper, "coordinating.column"),
        supervisor=_bodies_of(row, columns.supervisor, "supervisor.column"),
        report_to=_receiver(row[columns.action]),
        deadline=_deadline(row, columns) or scope.deadline,
        confidence=0.8 if lead else 0.6,
        rule="task.row",
        context=" | ".join(cell.text for cell in row),
    )


def _receiver(cell: Passage) -> Text | None:
    """Who gets what the cell orders ("…, trình Giám đốc Sở phê duyệt")."""
    span = find_receiver(FoldedText(cell.text), 0, len(cell.text))
    return None if span is None else _claim(cell, tidy(cell.text[slice(*span)]), "report_to.sent", 0.8, span)


def _is_group(row: Sequence[Passage], columns: Columns) -> bool:
    """A row that titles the rows below: nobody and no time in it."""
    return columns.deadline is None or columns.deadline >= len(row) or not row[columns.deadline].text.strip()


def _item(row: Sequence[Passage], columns: Columns, item: str | None) -> str | None:
    own = row[columns.number].text.strip(" .") if columns.number is not None and columns.number < len(row) else ""
    return ".".join(part for part in (item, own) if part) or None


def _bodies_of(row: Sequence[Passage], column: int | None, rule: str) -> tuple[Text, ...]:
    return cell_bodies(row[column], rule) if column is not None and column < len(row) else ()


def cell_bodies(cell: Passage, rule: str) -> tuple[Text, ...]:
    """The bodies a cell names, one entry each; a cell of another kind of words is one entry."""
    text = cell.text
    if not re.search(r"\w", text):
        return ()
    found: list[Text] = []
    source = FoldedText(text)
    for start, end in _lines(cell):
        bodies = read_bodies(source, start, end)
        spans = bodies.spans if bodies is not None and end - bodies.end < 3 else ((start, end),)
        found.extend(_claim(cell, tidy(text[a:b]), rule, 0.85, (a, b)) for a, b in spans if tidy(text[a:b]))
    return tuple(found)


def _lines(cell: Passage) -> list[tuple[int, int]]:
    """Parts of a cell: bullets and semicolons part bodies for sure, line ends do not."""
    spans, start = [], len(cell.text) - len(cell.text.lstrip(" |_.,:;-+*"))
    lines = {piece.start for piece in cell.pieces} or {0}
    source, listed = FoldedText(cell.text), cell.text.lstrip(" |_")[:1] in "-+•"
    for mark in re.finditer(r";\s*|(?:^|(?<=\s))[-+•]\s+", cell.text):
        if mark[0][0] != ";" and (mark.start() not in lines or not (listed or body_at(source, mark.end()))):
            continue
        spans.append((start, mark.start()))
        start = mark.end()
    spans.append((start, len(cell.text)))
    return [(a, b) for a, b in spans if cell.text[a:b].strip()]


def _deadline(row: Sequence[Passage], columns: Columns) -> Extracted[DeadlinePhrase] | None:
    if columns.deadline is None or columns.deadline >= len(row):
        return None
    cell = row[columns.deadline]
    phrase = read_deadline_cell(cell.text)
    if phrase is None:
        return None
    return Extracted(phrase, 0.8, cell.evidence(phrase.start, phrase.end), "deadline.column")


def _claim(passage: Passage, words: str, rule: str, sure: float, span: tuple[int, int] | None = None) -> Text:
    start, end = span or (0, len(passage.text))
    read = passage.confidence(start, end) if passage.pieces else 1.0
    return Extracted(words, sure * (0.5 + 0.5 * read), passage.evidence(start, end), rule)
