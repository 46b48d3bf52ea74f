"""Work told like a row of a table: "1. Biên soạn tài liệu", below it "- Đơn vị chủ trì: …", "- Thời gian: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.tasks.outline import Node
from pipeline.extract.tasks.scope import Scope, Text
from pipeline.extract.tasks.tables import cell_bodies
from pipeline.extract.tasks.timing import tidy
from pipeline.language.agencies import read_bodies
from pipeline.language.deadlines import read_deadline_cell
from pipeline.language.folded import FoldedText
from pipeline.language.verbs import act_at
from schemas.deadline import DeadlinePhrase
from schemas.document import Paragraph
from schemas.evidence import Extracted
from schemas.extracted import ExtractedTask
from schemas.folding import fold
from schemas.text import Passage

_BODY = r"(?:cac )?(?:co quan|don vi|bo phan|cap uy|to chuc|ca nhan|nguoi|can bo)(?:,? (?:va )?(?:co quan|don vi|bo phan|to chuc|ca nhan|dia phuong))*"
_KINDS = (
    ("lead", rf"{_BODY} (?:duoc giao )?(?:chu tri|thuc hien|phu trach|chiu trach nhiem|dau moi|trien khai|tham muu)(?: (?:thuc hien|tham muu|trien khai|chinh))?|chu tri(?: thuc hien)?|phu trach"),
    ("helper", rf"(?:{_BODY} )?(?:cung )?phoi hop(?: thuc hien)?"),
    ("deadline", r"(?:thoi (?:gian|han)|tien do|han)(?: (?:du kien|thuc hien|hoan thanh|trien khai|to chuc|bao cao))*"),
    ("content", r"noi dung(?: cong viec| thuc hien| nhiem vu| cu the)?"),
    ("event", r"thanh phan|dia diem|chu toa"),
    ("other", r"(?:san pham|ket qua|kinh phi|nguon kinh phi|hinh thuc|doi tuong|so luong|chi tieu)(?: [a-z]+){0,4}"),
)  # fmt: skip
_LABEL = re.compile(
    r"(?:^|(?<=[.;(,] )|(?<=\())(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS) + r")\s*:\s*"
)
_PERSON = re.compile(r"\W*(?:dong chi|d/c|ong|ba)(?!\w)")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says of the work: its kind, the words behind it, and where in ``passage`` the label begins."""

    kind: str
    value: Passage
    start: int


def labels_in(passage: Passage, start: int) -> list[Label]:
    """The labels of ``passage`` from ``start`` on, each with what stands behind it."""
    folded = fold(passage.text)
    found = list(_LABEL.finditer(folded[start:]))
    ends = [*(start + match.start() for match in found), len(folded)][1:]
    return [
        Label(match.lastgroup or "", passage.slice(start + match.end(), end), start + match.start())
        for match, end in zip(found, ends, strict=True)
    ]


def opens_labelled(node: Node) -> bool:
    """Whether a paragraph begins with a label and holds nothing below it."""
    if not isinstance(node.part, Paragraph) or node.children:
        return False
    return bool(found := labels_in(node.part.passage, node.start)) and found[0].start == node.start


@dataclass(frozen=True, slots=True)
class Labelled:
    """Work with its labels: the item that names it and what stands below it or behind it."""

    node: Node
    labels: tuple[Label, ...]
    acts: tuple[Node, ...]

    def scope(self, scope: Scope) -> Scope:
        """What the acts below the item inherit from its labels."""
        lead = _bodies(self.labels, "lead")
        helpers, deadline = _bodies(self.labels, "helper"), _deadline(self.labels)
        return replace(
            scope.ordering(), lead=lead, coordinating=helpers, deadline=deadline, person=False, supervisor=()
        )

    def task(self, scope: Scope) -> ExtractedTask | None:
        """The work itself as one task: what "Nội dung:" tells, else the item's own words."""
        inner = self.scope(scope)
        own = _content(self.labels) or _title(self.node)
        words = tidy(own.text)
        if len(words) < 8:
            return None
        read = own.confidence() if own.pieces else 1.0
        action = Extracted(words, 0.85 * (0.5 + 0.5 * read), own.evidence(), "action.column")
        context = " | ".join([self.node.text, *(label.value.text for label in self.labels)])
        return ExtractedTask(
            self.node.item, action, inner.lead, inner.coordinating, (), None, inner.deadline, 0.8, "task.row", context
        )


def labelled(children: Sequence[Node]) -> Iterator[Node | Labelled]:
    """``children`` in order; an item whose labels say who does it takes in the labels below and behind it."""
    taken = 0
    for index, child in enumerate(children):
        if index < taken:
            continue
        behind = _run(children, index + 1)
        work = _work(child, children[index + 1 : behind])
        if work is None:
            yield child
        else:
            taken = behind
            yield work


def _run(children: Sequence[Node], start: int) -> int:
    """Where the labelled paragraphs without a marker that begin at ``start`` end."""
    while start < len(children) and children[start].rank < 0 and opens_labelled(children[start]):
        start += 1
    return start


def _work(node: Node, behind: Sequence[Node]) -> Labelled | None:
    if not isinstance(node.part, Paragraph) or opens_labelled(node):
        return None
    below = [child for index, child in enumerate(node.children) if opens_labelled(child) and _is_own(node, index)]
    found = labels_in(node.part.passage, node.start)
    for each in (*below, *behind):
        if isinstance(each.part, Paragraph):
            found += labels_in(each.part.passage, each.start)
    kinds = {label.kind for label in found}
    leads = [label for label in found if label.kind == "lead"]
    # A person chairs and a place is named where something is held; that is no row of work.
    if len(leads) != 1 or len(found) < 2 or "event" in kinds or _PERSON.match(fold(leads[0].value.text)):
        return None
    if any(_acts(label.value) for label in found if label.kind in ("lead", "helper")):
        return None
    acts = tuple(child for child in node.children if child not in below)
    return Labelled(node, tuple(found), acts) if _bodies(found, "lead") else None


def _acts(value: Passage) -> bool:
    """Whether behind a label somebody is told to act: "Chủ trì: Phòng Tổng hợp rà soát số liệu"."""
    source = FoldedText(value.text)
    bodies = read_bodies(source, 0, len(value.text))
    return bodies is not None and act_at(source, source.skip_blanks(bodies.end, len(value.text))) > 0


def _is_own(node: Node, index: int) -> bool:
    """Whether a label below ``node`` is its own: one without a marker belongs to the item that stands right before it."""
    return node.children[index].rank >= 0 or all(opens_labelled(child) for child in node.children[:index])


def _bodies(labels: Sequence[Label], kind: str) -> tuple[Text, ...]:
    rule = "lead.column" if kind == "lead" else "coordinating.column"
    return tuple(body for label in labels if label.kind == kind for body in cell_bodies(label.value, rule))


def _deadline(labels: Sequence[Label]) -> Extracted[DeadlinePhrase] | None:
    for label in labels:
        phrase = read_deadline_cell(label.value.text) if label.kind == "deadline" else None
        if phrase is not None:
            return Extracted(phrase, 0.8, label.value.evidence(phrase.start, phrase.end), "deadline.column")
    return None


def _content(labels: Sequence[Label]) -> Passage | None:
    return next((label.value for label in labels if label.kind == "content" and label.value.text), None)


def _title(node: Node) -> Passage:
    """The item's own words, up to the first label that stands in them."""
    assert isinstance(node.part, Paragraph)
    inside = labels_in(node.part.passage, node.start)
    end = inside[0].start if inside else len(node.text)
    return node.part.passage.slice(node.start, len(node.text[:end].rstrip(" (;,.")))
