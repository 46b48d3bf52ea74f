"""Walks the outline from top to bottom: what orders there, and whom headings and frames charge with what is below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.tasks.building import Source
from pipeline.extract.tasks.collecting import TaskCollector
from pipeline.extract.tasks.frames import announced, named_actor, only_announces, opened
from pipeline.extract.tasks.idle import is_generic
from pipeline.extract.tasks.invitations import invites
from pipeline.extract.tasks.kinds import recommends
from pipeline.extract.tasks.labelled import Labelled, labelled
from pipeline.extract.tasks.openings import orders_somebody, says_nothing, share_of_acts, timeless_act
from pipeline.extract.tasks.outline import Node
from pipeline.extract.tasks.running_text import clauses_of, read_text
from pipeline.extract.tasks.scope import Scope
from pipeline.extract.tasks.sections import announces_list, asks_for_content, asks_for_things, section_of
from pipeline.extract.tasks.tables import table_tasks
from pipeline.extract.tasks.timing import all_deadlines
from pipeline.language.folded import FoldedText
from pipeline.language.sentences import sentence_spans
from schemas.document import Paragraph, ParsedTable
from schemas.extracted import ExtractedTask

_TELEGRAPHS = re.compile(r"^[^.;]{5,120} dien\s*:\s*$")


def read_source(part: Paragraph) -> Source:
    return Source(part.passage, FoldedText(part.text), all_deadlines(part.text))


def outline_tasks(root: Node, scope: Scope, attended: bool, issuer: str = "") -> tuple[ExtractedTask, ...]:
    """The tasks of the outline below ``root`` in the order of its text; ``attended``: ``issuer``'s letter is an invitation."""
    found = TaskCollector(attended, issuer)
    _read_children(found, root, scope)
    return tuple(found.tasks)


def recommended_tasks(root: Node, issuer: str = "") -> tuple[ExtractedTask, ...]:
    """What a report asks of others: the tasks below its title "Kiến nghị"; the rest tells of past work and own plans."""
    found = TaskCollector(issuer=issuer)
    for node in _recommending(root):
        _read_children(found, node, Scope())
    return tuple(found.tasks)


def _recommending(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child.part, Paragraph) and child.children and recommends(child.text[child.start :]):
            yield child
        else:
            yield from _recommending(child)


def _read_children(found: TaskCollector, node: Node, scope: Scope) -> None:
    for child in labelled(node.children) if not found.attended else node.children:
        if isinstance(child, Labelled):
            _read_labelled(found, child, scope)
        else:
            _read(found, child, scope)


def _read_labelled(found: TaskCollector, work: Labelled, scope: Scope) -> None:
    """The acts below an item that its labels give to somebody; the item itself where none stand there."""
    if scope.closed:
        return
    before = len(found.tasks)
    for act in work.acts:
        _read(found, act, work.scope(scope))
    task = work.task(scope) if len(found.tasks) == before else None
    if task is not None:
        found.tasks.append(task)


def _read(found: TaskCollector, node: Node, scope: Scope) -> None:
    if scope.closed:
        return
    if isinstance(node.part, ParsedTable):
        found.tasks += table_tasks(node.part, scope, node.item)
    elif isinstance(node.part, Paragraph):
        _read_paragraph(found, node, node.part, replace(scope, unmarked=node.rank < 0))


def _read_paragraph(found: TaskCollector, node: Node, part: Paragraph, scope: Scope) -> None:
    text = part.text[node.start :]
    titled = part.heading or (bool(node.children) and len(text) < 90)
    section = section_of(text, titled) if titled or ":" in text[:60] else "unknown"
    if section in ("closed", "attendance"):
        if not part.heading and part.marker is None:
            _read_behind_list(found, node, scope)
        return
    if section == "facts":
        scope = replace(scope, expects=False, lead=())
        if part.heading or node.opens:
            _read_children(found, node, scope)
            return
    source = read_source(part)
    if _TELEGRAPHS.search(source.folded.folded):
        _read_children(found, node, scope)
    elif found.attended and node.children and invites(part.text):
        _read_below(found, node, scope.shut() if part.text.rstrip().endswith("mời:") else scope, scope)
    elif not node.children:
        read_text(found, source, (node.start, len(part.text)), scope, node.item)
    else:
        orders_below = section in ("timetable", "orders") and part.heading
        _read_titled(found, source, node, scope, orders_below)


def _read_titled(found: TaskCollector, source: Source, node: Node, scope: Scope, orders_below: bool) -> None:
    """Reads a paragraph with items under it, then those."""
    named = named_actor(source, node.start, scope)
    if named is not None:
        _read_children(found, node, named)
    elif orders_below and not orders_somebody(source, node.start):
        _read_children(found, node, scope.ordering())
    else:
        _read_below(found, node, _read_opening(found, source, node, scope), scope)


def _read_below(found: TaskCollector, node: Node, below: Scope, scope: Scope) -> None:
    """Items are content where the sentence above says so; paragraphs behind them are not."""
    listed = False
    for child in node.children:
        listed = listed or child.rank >= 0
        behind = listed and child.rank < 0 and below.closed
        _read(found, child, scope if behind else below)


def _read_behind_list(found: TaskCollector, node: Node, scope: Scope) -> None:
    """Paragraphs behind the items of a list that orders nothing."""
    listed = False
    for child in node.children:
        listed = listed or child.rank >= 0
        if listed and child.rank < 0:
            _read(found, child, scope)


def _read_opening(found: TaskCollector, source: Source, node: Node, scope: Scope) -> Scope:
    """Reads what a paragraph with items under it says itself; returns the scope of those."""
    spans = sentence_spans(source.text, node.start)
    if not spans:
        return scope
    start, end = spans[-1]
    read_text(found, source, (node.start, start), scope, node.item)
    clauses = clauses_of(source, start, end, scope, found)
    if announces_list(source.text[start:end]) and not (
        clauses and clauses[-1].lead and says_nothing(source, clauses[-1])
    ):
        found.emit_all(source, clauses, scope, node.item)
        return scope.shut()
    if not clauses:
        return announced(source, (start, end), node, scope)
    found.emit_all(source, clauses[:-1], scope, node.item)
    act = timeless_act(source, clauses[-1])
    if only_announces(act) and not clauses[-1].assigned:
        return scope.ordering()
    things = asks_for_things(source.text[slice(*clauses[-1].act)]) and share_of_acts(node) < 1
    if not is_generic(act) and (things or _is_content(act, node)):
        found.emit(source, clauses[-1], scope, node.item)
        return scope.shut()
    return opened(source, clauses[-1], scope)


def _is_content(act: str, node: Node) -> bool:
    """Whether the items tell what an act has to hold, not what else to do."""
    share = share_of_acts(node)
    return share < 0.75 if asks_for_content(act) else share < 0.5
