"""How a letter orders depends on its type: plans let the issuer act, reports order nothing."""

from __future__ import annotations

import re

from pipeline.extract.tasks.scope import ADDRESSEES, ISSUER, Scope
from schemas.document import ParsedDocument
from schemas.extracted import ExtractedHead
from schemas.folding import fold

_BY_TITLE = (
    (r"giay moi|thu moi", "GM"), (r"ke hoach", "KH"), (r"quyet dinh", "QĐ"), (r"chi thi", "CT"), (r"thong bao", "TB"),
    (r"cong dien", "CĐ"), (r"to trinh", "TTr"), (r"bao cao", "BC"), (r"huong dan", "HD"), (r"chuong trinh", "CTr"),
    (r"phuong an", "PA"), (r"de an", "ĐA"), (r"bien ban", "BB"), (r"hop dong", "HĐ"), (r"danh sach", "DS"), (r"phieu", "PG"),
)  # fmt: skip
_PLANS = frozenset({"KH", "CTr", "PA", "ĐA"})
_SILENT = frozenset({"BC", "BB", "HĐ", "DS", "PG", "PC", "PB", "GGT", "GNP", "BGN", "BTT", "PL"})


def type_of(document: ParsedDocument, head: ExtractedHead) -> str | None:
    """The document's type as the head says it, else by its printed title; ``None`` when neither does."""
    if head.document_type is not None and head.document_type.value:
        return head.document_type.value
    title = fold(document.title.text) if document.title is not None else ""
    return next((kind for pattern, kind in _BY_TITLE if re.match(pattern, title)), None)


def issuer_of(head: ExtractedHead) -> str:
    """The issuer as the head names it; empty where it names none."""
    return head.issuer.value if head.issuer is not None and head.issuer.value else ""


def orders(document: ParsedDocument, kind: str | None) -> bool:
    """Whether documents of this kind order anything: forms, lists and reports do not."""
    return kind not in _SILENT and not (document.role == "attachment" and kind in (None, "CTr"))


_RECOMMENDS = re.compile(
    r"(?:(?:nhung|cac|mot so|noi dung|y kien|phan)\s+)*(?:kien nghi|de xuat)(?:,?\s*(?:va |- )?(?:kien nghi|de xuat|de nghi|y kien))?(?!\w)[^.;:]{0,60}[.:]?\s*$"
)


def recommends(title: str) -> bool:
    """Whether a report asks others for something below a title: "III. KIẾN NGHỊ", "ĐỀ XUẤT, KIẾN NGHỊ VỚI CẤP TRÊN"."""
    return _RECOMMENDS.match(fold(title).strip()) is not None


def outermost_scope(kind: str | None) -> Scope:
    return Scope(default=ISSUER if kind in _PLANS else ADDRESSEES)
