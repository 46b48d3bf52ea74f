"""What a letter says it does to a letter it cites: answers, replaces, recalls it, or extends its deadline.

Only the words right before the cited number count ("Phúc đáp Công văn số …", "thay thế Quyết định số …"): the same
verbs also stand for other things ("thu hồi đất theo Quyết định số …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.folding import fold, number_spans, squeeze
from models.tables import LinkKind
from schemas.record import Reference

_BEFORE, _AFTER = 160, 200
_TYPE = (
    r"(?:cong van|van ban|quyet dinh|thong bao|ke hoach|chi thi|giay moi|to trinh|cong dien|huong dan|bao cao|"
    r"nghi quyet|quy che|quy dinh|chuong trinh)"
)
_LEADS = {
    LinkKind.REPLY: re.compile(
        rf"\b(?:phuc dap|tra loi)(?: (?:noi dung|theo|tai|de nghi|cac|y kien))* {_TYPE}(?: so)?$"
    ),
    LinkKind.REPLACEMENT: re.compile(rf"\bthay the(?: cho)? {_TYPE}(?: so)?$"),
    LinkKind.RECALL: re.compile(rf"\bthu hoi(?: va huy bo)? {_TYPE}(?: so)?$"),
}
_NOT = re.compile(r"\b(?:khong|chua|de nghi|duoc|bi) (?:phuc dap|tra loi|thay the|thu hoi)[a-z ]*$")
_EXTENDS = re.compile(r"\bgia han\b")
_NEW_DAY = re.compile(
    r"(?:đến|tới)\s+(?:hết\s+|trước\s+)?(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.;]\s|\n\s*\n|(?<=\w)\./")


@dataclass(frozen=True, slots=True)
class Relation:
    """``quote`` is the sentence that says so; ``due`` the day an extension grants, when it prints exactly one."""

    kind: LinkKind
    reference: Reference
    quote: str
    due: date | None = None


def relations(references: Sequence[Reference], texts: Sequence[str]) -> tuple[Relation, ...]:
    """What ``texts`` say of the letters cited, once for each kind and number."""
    cited = {squeeze(one.number): one for one in references if squeeze(one.number)}
    found: dict[tuple[LinkKind, str], Relation] = {}
    for text in texts:
        for relation in _in_text(cited, " ".join(text.split())):
            found.setdefault((relation.kind, squeeze(relation.reference.number)), relation)
    return tuple(found.values())


def _in_text(cited: dict[str, Reference], text: str) -> Iterator[Relation]:
    for start, end in number_spans(text):
        reference = cited.get(squeeze(text[start:end]))
        if reference is None:
            continue
        before, after = _sentence(text, start, end)
        for kind, lead in _LEADS.items():
            if lead.search(fold(before)) and not _NOT.search(fold(before)):
                yield Relation(kind, reference, before + text[start:end])
        if _EXTENDS.search(fold(before)) or _EXTENDS.search(fold(after)):
            yield Relation(LinkKind.EXTENSION, reference, before + text[start:end] + after, _new_day(before + after))


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a number in its sentence."""
    before = text[max(0, start - _BEFORE) : start]
    after = text[end : end + _AFTER]
    *_, before = _SENTENCE_END.split(before)
    return before, _SENTENCE_END.split(after)[0]


def _new_day(sentence: str) -> date | None:
    days = {tuple(map(int, match.groups())) for match in _NEW_DAY.finditer(sentence)}
    if len(days) != 1:
        return None
    day, month, year = days.pop()
    try:
        return date(year, month, day)
    except ValueError:
        return None
