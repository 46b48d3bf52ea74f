"""A tờ trình's request upward: one task for the body asked, from the fullest sentence that asks (rule 10)."""

from __future__ import annotations

import re

from pipeline.extract.tasks.building import build_task
from pipeline.extract.tasks.predicates import Clause
from pipeline.extract.tasks.scope import Scope
from pipeline.extract.tasks.walk import read_source
from pipeline.language.agencies import read_bodies
from pipeline.language.sentences import sentence_spans
from schemas.document import Paragraph, ParsedDocument
from schemas.extracted import ExtractedTask

_ASKS = re.compile(
    r"(?<!\w)(?:kinh trinh|kinh de nghi|tran trong de nghi|de nghi|kinh mong|trinh|xin y kien|kinh xin|kinh nho)\s+"
)
_DECIDES = re.compile(
    r"xem xet|quyet dinh|phe duyet|cho y kien|chap thuan|thong qua|ban hanh|cho phep|thong nhat|cho chu truong|tham dinh|bo tri|ho tro"
)


def submission_task(document: ParsedDocument) -> tuple[ExtractedTask, ...]:
    """The request as one task; none when no sentence asks a named body to decide."""
    found: list[ExtractedTask] = []
    for part in document.body:
        if isinstance(part, Paragraph):
            found.extend(_requests(part))
    return (max(found, key=lambda task: (len(task.action.value), task.confidence)),) if found else ()


def _asked_next(later: list[re.Match[str]], end: int) -> int:
    """Where the next body is asked in the same sentence: "kính đề nghị Sở A thẩm định, kính trình UBND tỉnh …"."""
    return next((match.start() for match in later if not match[0].startswith("trinh")), end)


def _requests(part: Paragraph) -> list[ExtractedTask]:
    source = read_source(part)
    found = []
    for start, end in sentence_spans(part.text, part.text_start):
        asked = list(_ASKS.finditer(source.folded.folded, start, end))
        for index, match in enumerate(asked):
            stop = _asked_next(asked[index + 1 :], end)
            bodies = read_bodies(source.folded, match.end(), stop)
            decides = _DECIDES.search(source.folded.folded, bodies.end, stop) if bodies else None
            if bodies and decides and decides.start() - bodies.end < 25:
                clause = Clause(match.start(), (decides.start(), stop), "directive", bodies.spans)
                found.append(build_task(source, clause, Scope(), None))
                if stop == end:
                    break
    return found
