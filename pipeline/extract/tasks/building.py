"""From a clause to a task: its parts with their evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.tasks.predicates import Clause
from pipeline.extract.tasks.receivers import find_receiver
from pipeline.extract.tasks.scope import Scope, Text
from pipeline.extract.tasks.timing import bounding, claimed, deadlines_within, tidy, without
from pipeline.language.agencies import read_bodies
from pipeline.language.deadlines import read_closing_time, read_deadline_cell, read_event_time
from pipeline.language.folded import FoldedText
from schemas.deadline import DeadlinePhrase
from schemas.evidence import Evidence, Extracted
from schemas.extracted import ExtractedTask
from schemas.folding import fold
from schemas.text import Passage

Span = tuple[int, int]

_SURE = {"directive": 0.92, "link": 0.9, "actor": 0.86, "verb": 0.82, "object": 0.8}
_TIME_LABEL = re.compile(r"(?<!\w)(?:thoi gian|thoi han|tien do)(?: thuc hien| hoan thanh)+\s*:\s*([^.;()]{3,60})")
_GOES = re.compile(r"(?<!\w)(?:tham du|du hop|du hoi nghi|tham gia|co mat|den lam viec|toi lam viec)(?!\w)")
_HOLDS = re.compile(r"\W*(?:to chuc|khai mac|tien hanh|hop|ra quan|khanh thanh|phat dong)(?!\w)")
_INHERITED = 0.95
_UNNAMED = 0.7
"""Factors on a task whose actor stands further up, and on one that names nobody at all."""
_BARE = re.compile(
    r"so|bo|cuc|chi cuc|tong cuc|ban|phong|trung tam|benh vien|truong|cong ty|vien|hoi|doan|van phong|chi nhanh|ngan hang|tram|khoa|quy"
)
_TAIL = re.compile(
    r"[,;:]?\s*(?:(?:theo |voi |ve |vao )?(?:cac |nhung |mot so )?(?:noi dung )?(?:trong tam )?(?:cu the )?(?:nhu sau|sau day|duoi day|sau)|cu the(?: la)?|"
    r"trong do[^,;:]{0,40}|bao gom|gom)\s*:?\s*$"
)


@dataclass(frozen=True)
class Source:
    """A passage with the forms patterns look in and the deadline phrases found in it once."""

    passage: Passage
    folded: FoldedText
    phrases: tuple[DeadlinePhrase, ...]

    @property
    def text(self) -> str:
        return self.passage.text


def text_claim(passage: Passage, span: Span, rule: str, sure: float) -> Text:
    start, end = span
    read = passage.confidence(start, end) if passage.pieces else 1.0
    words = re.sub(r"\s+", " ", passage.text[start:end]).strip()
    return Extracted(words, sure * (0.5 + 0.5 * read), passage.evidence(start, end), rule)


def bodies_claim(passage: Passage, spans: Sequence[Span], rule: str, sure: float) -> tuple[Text, ...]:
    return tuple(text_claim(passage, span, rule, sure) for span in spans)


def build_task(source: Source, clause: Clause, scope: Scope, item: str | None) -> ExtractedTask:
    """The task that ``clause`` orders where it stands; an unnamed actor comes from ``scope``."""
    sure = _SURE[clause.form]
    phrase = (
        bounding(deadlines_within(source.phrases, clause.start, clause.act[1]))
        or _told_inside(source, clause)
        or _closing(source, clause)
    )
    deadline = claimed(source.passage, phrase) if phrase else _labelled(source, clause) or _event(source, clause)
    if deadline is None and clause.form != "directive":
        deadline = scope.deadline
    lead, supervisor, act = _who(source, clause, scope, sure)
    action = _action(
        source,
        act,
        phrase or (deadline.value if deadline and deadline.rule == "deadline.event" else None),
        clause.form,
        sure,
    )
    receiver = _receiver(source, act)
    named = bool(clause.lead) or not scope.lead
    confidence = sure * (1 if named else _INHERITED) * (_UNNAMED if lead and lead[0].value.startswith("@") else 1)
    return ExtractedTask(
        item=item,
        action=action,
        lead=lead,
        coordinating=bodies_claim(source.passage, clause.coordinating, "coordinating.together", sure)
        or scope.coordinating,
        supervisor=supervisor,
        report_to=text_claim(source.passage, receiver, "report_to.sent", 0.8) if receiver else None,
        deadline=deadline,
        confidence=min(confidence, 0.5 + 0.5 * action.confidence),
        rule=f"task.{clause.form}",
        context=source.text,
    )


def _receiver(source: Source, span: Span) -> Span | None:
    """Who gets the result, up to the time that follows: "gửi về Sở ngày 15/8/2024" goes to the Sở."""
    found = find_receiver(source.folded, *span)
    if found is None:
        return None
    stop = min((phrase.start for phrase in source.phrases if found[0] < phrase.start < found[1]), default=found[1])
    return found[0], found[0] + len(source.text[found[0] : stop].rstrip(" ,"))


def _told_inside(source: Source, clause: Clause) -> DeadlinePhrase | None:
    """ "…; thời gian hoàn thành: trong năm 2022": what follows such a label is a time like that of a cell."""
    label = _TIME_LABEL.search(source.folded.folded, *clause.act)
    phrase = read_deadline_cell(source.text[label.start(1) : label.end(1)]) if label else None
    if label is None or phrase is None:
        return None
    return replace(phrase, start=phrase.start + label.start(1), end=phrase.end + label.start(1))


def _closing(source: Source, clause: Clause) -> DeadlinePhrase | None:
    """What only the last words of an order say of time: "… trong năm 2024", "… sau từng đợt huấn luyện"."""
    start, end = clause.act
    phrase = read_closing_time(source.text[start:end])
    return None if phrase is None else replace(phrase, start=phrase.start + start, end=phrase.end + start)


def _event(source: Source, clause: Clause) -> Extracted[DeadlinePhrase] | None:
    """The hour of an event that somebody is told to go to, or the day of one to be held."""
    goes = _GOES.search(source.folded.folded, *clause.act)
    if not goes and not _HOLDS.match(source.folded.folded, *clause.act):
        return None
    phrase = read_event_time(source.text[slice(*clause.act)])
    if phrase is None or (goes and phrase.time is None) or (not goes and not _told_as_event(phrase)):
        return None
    start = clause.act[0]
    return claimed(source.passage, replace(phrase, start=phrase.start + start, end=phrase.end + start), "event")


def _told_as_event(phrase: DeadlinePhrase) -> bool:
    """ "Tổ chức hội nghị vào ngày 20/6/2025": when it is held, not a day that something in it is about."""
    return re.match(r"vào (?:lúc |hồi )?|lúc |hồi ", phrase.text.lower()) is not None


def _labelled(source: Source, clause: Clause) -> Extracted[DeadlinePhrase] | None:
    """The time of "Tháng 12/2025: in ấn …", said by the label in front."""
    colon = source.text.find(":", clause.start, clause.act[0])
    phrase = read_deadline_cell(source.text[clause.start : colon]) if colon > clause.start else None
    if phrase is None or phrase.kind == "immediate" or phrase.end - phrase.start < (colon - clause.start) * 0.6:
        return None
    return claimed(
        source.passage, replace(phrase, start=phrase.start + clause.start, end=phrase.end + clause.start), "label"
    )


def _who(source: Source, clause: Clause, scope: Scope, sure: float) -> tuple[tuple[Text, ...], tuple[Text, ...], Span]:
    """Lead, supervisor and act; "Chỉ đạo Sở Y tế làm …" under a named person, or the plan's issuer, makes the Sở lead."""
    lead = bodies_claim(source.passage, clause.lead, f"lead.{clause.form}", sure)
    if len(lead) == 1 and len(scope.lead) == 1 and _shortens(lead[0].value, scope.lead[0].value):
        lead = scope.lead
    directing = directed_bodies(source.folded, *clause.act)
    person = scope.lead if scope.person else ()
    if not lead and directing is not None and (person or scope.actors[0].value == "@issuer"):
        spans, act = directing
        return bodies_claim(source.passage, spans, "lead.directed", sure), person or scope.actors, act
    if lead and is_person(lead[0].value) and directing is not None and clause.form == "directive":
        spans, act = directing
        return bodies_claim(source.passage, spans, "lead.directed", sure), lead, act
    if clause.form == "object":
        return lead or ((scope.default,) if scope.unmarked else scope.actors), (), clause.act
    return lead or scope.actors, () if lead else scope.supervisor, clause.act


def _shortens(name: str, whole: str) -> bool:
    """ "Trung tâm" below the title "Trung tâm Phát triển quỹ đất …": no more than the head of the name above."""
    return _BARE.fullmatch(fold(name)) is not None and fold(whole).startswith(f"{fold(name)} ")


def directed_bodies(source: FoldedText, start: int, end: int) -> tuple[tuple[Span, ...], Span] | None:
    """Bodies and act of "Chỉ đạo X làm …"; ``None`` when it directs no named body."""
    match = re.compile(r"(?:(?:truc tiep|tap trung|tiep tuc|khan truong) )*chi dao\s*:?\s+").match(
        source.folded, start, end
    )
    if not match or source.text[match.end() : match.end() + 1] == "":
        return None
    bodies = read_bodies(source, match.end(), end)
    if bodies is None:
        return None
    position = bodies.end
    while position < end and source.text[position] in " ,:":
        position += 1
    return bodies.spans, (position, end)


def is_person(name: str) -> bool:
    return (
        re.match(
            r"(?:cac )?(?:dong chi|d/c|ong|ba|(?:dai|thuong|trung|thieu) (?:ta|tuong|uy)|pho (?:chu tich|giam doc|bi thu|hieu truong|vien truong|cuc truong|tong giam doc))(?!\w)",
            fold(name),
        )
        is not None
    )


def _action(source: Source, act: Span, phrase: DeadlinePhrase | None, form: str, sure: float) -> Text:
    start, end = act
    tail = _TAIL.search(source.folded.folded, start, end)
    if tail and tail.start() > start + 12 and not _only_looks_like_tail(source.folded.lower[tail.start() : end]):
        end = tail.start()
    cut = (phrase.start, phrase.end) if phrase else None
    words, spans = without(source.text, (start, end), cut)
    evidence: tuple[Evidence, ...] = tuple(item for span in spans for item in source.passage.evidence(*span))
    read = source.passage.confidence(start, end) if source.passage.pieces else 1.0
    return Extracted(words, sure * (0.5 + 0.5 * read), evidence, f"action.{form}")


def _only_looks_like_tail(words: str) -> bool:
    """ "trong độ tuổi" without marks looks like "trong đó …"."""
    return re.match(r"\W*trong độ", words) is not None


def with_sending(task: ExtractedTask, source: Source, span: Span) -> ExtractedTask:
    """``task`` with a sentence that only says where, how and by when to send what it orders."""
    phrase = bounding(deadlines_within(source.phrases, *span))
    words, spans = without(source.text, span, (phrase.start, phrase.end) if phrase else None)
    evidence = tuple(item for part in spans for item in source.passage.evidence(*part))
    receiver = _receiver(source, span)
    action = replace(
        task.action, value=f"{task.action.value}. {tidy(words)}", evidence=(*task.action.evidence, *evidence)
    )
    report_to = text_claim(source.passage, receiver, "report_to.sent", 0.8) if receiver else task.report_to
    keeps = phrase is None or (phrase.kind == "immediate" and task.deadline is not None)
    return replace(
        task,
        action=action,
        report_to=report_to,
        deadline=task.deadline if keeps else claimed(source.passage, phrase),  # type: ignore[arg-type]
    )
