"""How a paragraph opens what stands below it, and whether what stands there are acts."""

from __future__ import annotations

import re

from pipeline.extract.tasks.building import Source
from pipeline.extract.tasks.clauses import read_sentence
from pipeline.extract.tasks.idle import is_generic
from pipeline.extract.tasks.outline import Node
from pipeline.extract.tasks.predicates import Clause
from pipeline.extract.tasks.timing import bounding, deadlines_within, without
from pipeline.language.directives import find_directives
from pipeline.language.folded import FoldedText
from pipeline.language.heads import body_at
from pipeline.language.verbs import act_at
from schemas.document import Paragraph

_MAKES_READY = re.compile(r"(?:chuan bi|bo tri|phuc vu|chuyen|gui|nop|thong bao|lap|in an|don tiep|mang theo)(?!\w)")


def prepares(source: Source, clause: Clause) -> bool:
    """ "Văn phòng bố trí xe …" in an invitation: somebody makes ready for the event."""
    return _MAKES_READY.match(source.folded.folded, clause.act[0]) is not None


def orders_somebody(source: Source, start: int) -> bool:
    """Whether a heading itself orders: "4. Yêu cầu Ủy ban nhân dân các huyện:"."""
    return bool(find_directives(source.folded, start, len(source.text)))


def timeless_act(source: Source, clause: Clause) -> str:
    """The act without its time: "thực hiện các nội dung dưới đây, hoàn thành trước ngày …" says nothing but a day."""
    phrase = bounding(deadlines_within(source.phrases, *clause.act))
    return without(source.text, clause.act, (phrase.start, phrase.end) if phrase else None)[0]


def says_nothing(source: Source, clause: Clause) -> bool:
    """Whether a clause names who acts and leaves the acts to the items below."""
    return is_generic(timeless_act(source, clause))


def share_of_acts(node: Node) -> float:
    """Share of the items below that open with an act, or with somebody and an act."""
    items = [child for child in node.children if isinstance(child.part, Paragraph)]
    if not items:
        return 0.0
    return sum(_opens_with_act(child) for child in items) / len(items)


def _opens_with_act(node: Node) -> bool:
    source = FoldedText(node.text)
    start = source.skip_blanks(node.start, len(node.text))
    return act_at(source, start) > 0 or (
        body_at(source, start) and len(read_sentence(source, start, len(node.text), expects_orders=True)) > 0
    )
