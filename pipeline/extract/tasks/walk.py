"""Reads the outline from top to bottom: what orders, who acts there, what becomes a task."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.tasks.building import (
    Source,
    bodies_claim,
    build_task,
    directed_bodies,
    is_person,
    with_sending,
)  # fmt: skip
from pipeline.extract.tasks.clauses import read_sentence
from pipeline.extract.tasks.idle import closes, contact_start, is_generic, is_idle_act, orders_nothing
from pipeline.extract.tasks.invitations import invites
from pipeline.extract.tasks.openings import orders_somebody, prepares, says_nothing, share_of_acts, timeless_act
from pipeline.extract.tasks.outline import Node
from pipeline.extract.tasks.predicates import Clause, behind_links
from pipeline.extract.tasks.scope import Scope, Text
from pipeline.extract.tasks.sections import announces_acts, announces_list, asks_for_content, section_of
from pipeline.extract.tasks.sending import (
    gives_time,
    is_attended,
    object_first,
    only_attends,
    only_completes,
    only_sends,
    owner,
)
from pipeline.extract.tasks.splitting import split_clause
from pipeline.extract.tasks.tables import table_tasks
from pipeline.extract.tasks.timing import all_deadlines, bounding, claimed, deadlines_within
from pipeline.language.agencies import read_bodies
from pipeline.language.deadlines import read_event_time
from pipeline.language.directives import find_directives
from pipeline.language.folded import FoldedText
from pipeline.language.sentences import enumerated_spans, sentence_spans
from pipeline.language.verbs import act_at
from schemas.document import Paragraph, ParsedTable
from schemas.extracted import ExtractedTask

_OF_ACTOR = re.compile(
    r"(?:doi voi|(?:chuc nang,? )?(?:trach nhiem|nhiem vu)(?:,? quyen han)?(?: cu the)?(?: cua)|phan cong(?: cho)?|giao(?: cho)?)\s+"
)
_ENACTS = re.compile(r"(?:quyet dinh|nghi quyet|quyet nghi)\s*[:.]?$")
_PAST = re.compile(r"(?<!\w)(?:đã|vừa|được|sẽ)(?!\w)")
_TURNS_TO = re.compile(r"(?<!\w)(?:huong dan|thong bao(?: cho| den| toi)?|luu y|nhac nho|quan triet)\s+")
_NARRATES = re.compile(r"(?:ngay|vao|hoi|luc|sang|chieu|toi|dem)(?: ngay)? \d")
_SAYS = re.compile(
    r"[^.;:]{0,200}?(?<!\w)(?:chi dao|co y kien(?: chi dao)?|ket luan|yeu cau|chi thi)(?: nhu sau)?\s*:\s+(?=\w)"
)
_TELEGRAPHS = re.compile(r"^[^.;]{5,120} dien\s*:\s*$")
_NOTED = re.compile(r"(?:luu y|chu y|dac biet luu y)\s*[:,]\s*")
_ONLY_FRAME = re.compile(
    r"(?:\s|[,:.;]|co trach nhiem|chiu trach nhiem|co nhiem vu|to chuc|trien khai|thuc hien|cac|mot so|nhung|noi dung|nhiem vu|cong viec|nhu|sau|day|cu the|theo chuc nang|duoc giao)*$"
)


def read_source(part: Paragraph) -> Source:
    return Source(part.passage, FoldedText(part.text), all_deadlines(part.text))


class OutlineReader:
    """Collects the tasks of one document in the order of its text."""

    def __init__(self, attended: bool = False) -> None:
        self.tasks: list[ExtractedTask] = []
        self.attended = attended
        """The letter is an invitation, so that "đề nghị tham dự đầy đủ" is no task beside it."""

    def read_children(self, node: Node, scope: Scope) -> None:
        for child in node.children:
            self.read(child, scope)

    def read(self, node: Node, scope: Scope) -> None:
        if scope.closed:
            return
        if isinstance(node.part, ParsedTable):
            self.tasks += table_tasks(node.part, scope, node.item)
            return
        if isinstance(node.part, Paragraph):
            self._read_paragraph(node, node.part, scope)

    def _read_paragraph(self, node: Node, part: Paragraph, scope: Scope) -> None:
        text = part.text[node.start :]
        scope = replace(scope, unmarked=node.rank < 0)
        titled = part.heading or (bool(node.children) and len(text) < 90)
        section = section_of(text, titled) if titled or ":" in text[:60] else "unknown"
        if section in ("closed", "attendance"):
            if not part.heading and part.marker is None:
                self._read_behind_list(node, scope)
            return
        if section == "facts":
            scope = replace(scope, expects=False, lead=())
            if part.heading or node.opens:
                self.read_children(node, scope)
                return
        source = read_source(part)
        if _TELEGRAPHS.search(source.folded.folded):
            self.read_children(node, scope)
            return
        if self.attended and invites(part.text):
            self._read_below(node, scope.shut() if part.text.rstrip().endswith("mời:") else scope, scope)
            return
        if not node.children:
            self._read_sentences(source, node.start, len(part.text), scope, node.item)
            return
        named = self._named_actor(source, node.start, scope)
        if named is not None:
            self.read_children(node, named)
        elif section in ("timetable", "orders") and part.heading and not orders_somebody(source, node.start):
            self.read_children(node, scope.ordering())
        else:
            self._read_below(node, self._read_opening(source, node, scope), scope)

    def _read_below(self, node: Node, below: Scope, scope: Scope) -> None:
        """Items are content where the sentence above says so; paragraphs behind them are not."""
        listed = False
        for child in node.children:
            listed = listed or child.rank >= 0
            behind = listed and child.rank < 0 and below.closed
            self.read(child, scope if behind else below)

    def _read_behind_list(self, node: Node, scope: Scope) -> None:
        """Paragraphs behind the items of a list that orders nothing."""
        listed = False
        for child in node.children:
            listed = listed or child.rank >= 0
            if listed and child.rank < 0:
                self.read(child, scope)

    def _named_actor(self, source: Source, start: int, scope: Scope) -> Scope | None:
        """The scope below a line that only names who acts ("1. Sở Y tế:", "Trách nhiệm của các đơn vị")."""
        prefix = _OF_ACTOR.match(source.folded.folded, start)
        begin = prefix.end() if prefix else start
        bodies = read_bodies(source.folded, begin, len(source.text))
        if bodies is None or not _ONLY_FRAME.match(source.folded.folded, bodies.end):
            return self._directing(source, start, scope)
        lead = bodies_claim(source.passage, bodies.spans, "lead.heading", 0.85)
        return replace(
            scope, lead=lead, expects=True, person=is_person(lead[0].value), supervisor=(), default=scope.default
        )

    def _directing(self, source: Source, start: int, scope: Scope) -> Scope | None:
        """Below "- Chỉ đạo Sở Y tế:" under a named person the Sở leads and the person supervises."""
        found = directed_bodies(source.folded, start, len(source.text)) if scope.person else None
        if found is None or not _ONLY_FRAME.match(source.folded.folded, found[1][0]):
            return None
        lead = bodies_claim(source.passage, found[0], "lead.directed", 0.85)
        return replace(scope, lead=lead, supervisor=scope.lead, person=False, expects=True)

    def _read_opening(self, source: Source, node: Node, scope: Scope) -> Scope:
        """Reads a paragraph with items under it; returns the scope of those."""
        start = node.start
        spans = sentence_spans(source.text, start)
        if not spans:
            return scope
        self._read_sentences(source, start, spans[-1][0], scope, node.item)
        clauses = self._clauses(source, *spans[-1], scope)
        sentence = source.text[slice(*spans[-1])]
        if announces_list(sentence) and not (clauses and clauses[-1].lead and says_nothing(source, clauses[-1])):
            self._emit_all(source, clauses, scope, node.item)
            return scope.shut()
        if not clauses:
            return self._announced(source, spans[-1], node, scope)
        self._emit_all(source, clauses[:-1], scope, node.item)
        return self._opened(source, clauses[-1], node, scope)

    def _announced(self, source: Source, span: tuple[int, int], node: Node, scope: Scope) -> Scope:
        sentence = source.text[slice(*span)]
        if _ENACTS.match(source.folded.folded, *span):
            return scope
        if not announces_acts(sentence) and not (node.opens and share_of_acts(node) >= 0.5):
            return scope
        phrase = bounding(deadlines_within(source.phrases, *span))
        return replace(
            scope,
            expects=True,
            lead=self._addressed(source, span) or scope.lead,
            deadline=claimed(source.passage, phrase, "frame") if phrase else scope.deadline,
        )

    def _addressed(self, source: Source, span: tuple[int, int]) -> tuple[Text, ...]:
        """Whom a frame turns to: "hướng dẫn các cơ sở Hội một số nội dung sau:"."""
        for match in _TURNS_TO.finditer(source.folded.folded, *span):
            bodies = read_bodies(source.folded, match.end(), span[1])
            if bodies and _ONLY_FRAME.match(source.folded.folded, bodies.end, span[1]):
                return bodies_claim(source.passage, bodies.spans, "lead.heading", 0.8)
        return ()

    def _opened(self, source: Source, clause: Clause, node: Node, scope: Scope) -> Scope:
        act = timeless_act(source, clause)
        if not is_generic(act) and self._is_content(act, node):
            self._emit(source, clause, scope, node.item)
            return scope.shut()
        below = self._charged(source, clause, scope)
        phrase = bounding(deadlines_within(source.phrases, clause.start, clause.act[1]))
        if phrase is None or (phrase.kind == "immediate" and not is_generic(act)):
            return below
        return replace(below, deadline=claimed(source.passage, phrase, "frame"))

    def _charged(self, source: Source, clause: Clause, scope: Scope) -> Scope:
        """The scope below "giao Sở Y tế …:": its leads and helpers, or those from above where it names none."""
        lead = bodies_claim(source.passage, clause.lead, f"lead.{clause.form}", 0.85)
        helpers = bodies_claim(source.passage, clause.coordinating, "coordinating.together", 0.8)
        directed = directed_bodies(source.folded, *clause.act)
        below = replace(scope, expects=True, coordinating=helpers)
        if not lead:
            return below
        if is_person(lead[0].value) and directed is not None:
            return replace(
                below,
                lead=bodies_claim(source.passage, directed[0], "lead.directed", 0.85),
                supervisor=lead,
                person=False,
            )
        return replace(below, lead=lead, supervisor=(), person=is_person(lead[0].value))

    def _is_content(self, act: str, node: Node) -> bool:
        share = share_of_acts(node)
        return share < 0.75 if asks_for_content(act) else share < 0.5

    def _read_sentences(self, source: Source, start: int, end: int, scope: Scope, item: str | None) -> None:
        """Reads running text; a named actor goes on acting in the sentences behind his own."""
        local = scope
        for begin, stop in sentence_spans(source.text, start, end):
            for letter, part_start, part_end in enumerated_spans(source.text, begin, stop):
                place = f"{item}.{letter}" if letter and item else item
                local = self._read_sentence(source, part_start, part_end, local, scope, place)

    def _read_sentence(
        self, source: Source, start: int, end: int, local: Scope, scope: Scope, item: str | None
    ) -> Scope:
        if closes(source.text[start:end]):
            return replace(scope, expects=False)
        if self._is_follow_up(source, start, end):
            return local
        continued = local is not scope and not scope.expects
        if continued and not act_at(source.folded, behind_links(source.folded, start, end)):
            local = scope
        named = self._named_actor(source, start, local) if source.text[start:end].rstrip().endswith(":") else None
        clauses = self._clauses(source, start, end, local)
        if not clauses:
            return named or local
        self._emit_all(source, clauses, local, item)
        return self._continued(source, clauses[-1], local)

    def _continued(self, source: Source, clause: Clause, scope: Scope) -> Scope:
        if not clause.lead or clause.form == "object":
            return scope
        return replace(self._charged(source, clause, scope), coordinating=())

    def _clauses(self, source: Source, start: int, end: int, scope: Scope) -> list[Clause]:
        sentence = source.text[start:end]
        if orders_nothing(sentence):
            return []
        if object_first(source.folded, start, end, self._has_day(source, start, end)) is not None:
            owned = owner(source.folded, start, end)
            return [Clause(start, (start, end), "object", (owned,) if owned else ())]
        found: list[Clause] = []
        expects = scope.expects
        noted = _NOTED.match(source.folded.folded, start, end) or _SAYS.match(source.folded.folded, start, end)
        if noted:
            start, expects = noted.end(), True
        for clause in read_sentence(source.folded, start, contact_start(sentence, end), expects):
            found.extend(split_clause(source.folded, clause, source.phrases))
        return found or self._dated_orders(source, start, end, expects)

    def _dated_orders(self, source: Source, start: int, end: int, expects: bool) -> list[Clause]:
        """ "Định kỳ trước ngày 25 hằng tháng, các đơn vị báo cáo …": a deadline makes a plain statement an order."""
        dated = [phrase for phrase in deadlines_within(source.phrases, start, end) if phrase.kind != "immediate"]
        if (
            expects
            or not (dated or self.attended)
            or _PAST.search(source.text, start, end)
            or _NARRATES.match(source.folded.folded, start)
        ):
            return []
        clauses = read_sentence(source.folded, start, end, expects_orders=True)
        acting = [clause for clause in clauses if clause.form == "actor" and clause.lead]
        return [clause for clause in acting if dated or prepares(source, clause)]

    def _has_day(self, source: Source, start: int, end: int) -> bool:
        return any(phrase.kind == "date" for phrase in deadlines_within(source.phrases, start, end))

    def _is_follow_up(self, source: Source, start: int, end: int) -> bool:
        """Takes a sentence that only says where or when into the task before it."""
        last = self.tasks[-1] if self.tasks else None
        thing = object_first(source.folded, start, end)
        if last is not None and thing is not None and only_sends(thing, last):
            self.tasks[-1] = with_sending(last, source, (start, end))
            return True
        if self._only_bounds(source, start, end):
            return True
        if not gives_time(source.folded, start, end) or find_directives(source.folded, start, end):
            return False
        if last is not None and (last.deadline is None or last.deadline.value.kind == "immediate"):
            phrase = bounding(deadlines_within(source.phrases, start, end))
            event = read_event_time(source.text[start:end]) if is_attended(last) else None
            if event is not None:
                moved = replace(event, start=event.start + start, end=event.end + start)
                self.tasks[-1] = replace(last, deadline=claimed(source.passage, moved, "event"))
            elif phrase is not None:
                self.tasks[-1] = replace(last, deadline=claimed(source.passage, phrase, "told_after"))
        return True

    def _only_bounds(self, source: Source, start: int, end: int) -> bool:
        """ "Yêu cầu hoàn thành trước ngày 30/6.": gives the task before it its day, when that has none."""
        days = [phrase for phrase in deadlines_within(source.phrases, start, end) if phrase.kind == "date"]
        last = self.tasks[-1] if self.tasks else None
        if len(days) != 1 or last is None or (last.deadline is not None and last.deadline.value.kind != "immediate"):
            return False
        around = f"{source.text[start : days[0].start]} {source.text[days[0].end : end]}"
        if not only_completes(around):
            return False
        self.tasks[-1] = replace(last, deadline=claimed(source.passage, days[0], "told_after"))
        return True

    def _emit_all(self, source: Source, clauses: list[Clause], scope: Scope, item: str | None) -> None:
        for clause in clauses:
            self._emit(source, clause, scope, item)

    def _emit(self, source: Source, clause: Clause, scope: Scope, item: str | None) -> None:
        act = source.text[slice(*clause.act)]
        if is_idle_act(act) or (is_generic(act) and not (clause.chairs or clause.assigned)):
            return
        task = build_task(source, clause, scope, item)
        if not task.action.value or (self.attended and only_attends(task)):
            return
        self.tasks.append(task)
