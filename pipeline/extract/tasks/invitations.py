"""Invitations: one task for the event and hour, for every body invited (``letter-record.md``, rule 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.tasks.attendees import attendees_in
from pipeline.extract.tasks.building import text_claim
from pipeline.extract.tasks.outline import Node
from pipeline.extract.tasks.scope import ADDRESSEES, Text
from pipeline.extract.tasks.timetables import timetable_tasks
from pipeline.extract.tasks.timing import tidy
from pipeline.language.deadlines import read_event_time
from schemas.deadline import DeadlinePhrase
from schemas.document import Paragraph, ParsedDocument, ParsedTable
from schemas.evidence import Extracted
from schemas.extracted import ExtractedTask
from schemas.folding import fold

INVITES = re.compile(r"(?<!\w)(?<!giấy )(?<!thư )(?<!phần )mời(?!\w)(?! thầu| chào)")
_GOES = re.compile(r"(?<!\w)(?:tham du|toi du|den du|du|lam viec voi)\s+")
_EVENT = (
    r"(?:hoi nghi|cuoc hop|phien hop|buoi|le |lop |hop |hoi thao|toa dam|ky hop|dai hoi|gap mat|chuong trinh|dem |ngay hoi|hoi thi|"
    r"giao ban|tap huan|tong ket|so ket|doan |khai mac|be mac|dien tap|hoc tap|doi thoai)"
)
_HELD = re.compile(rf"(?<!\w)(?:to chuc|tham du|toi du|den du|ve du|du)\s*:?\s+(?P<event>{_EVENT}.*)")
_MEETS = re.compile(
    r"moi[^.;]{3,200}? (?P<event>lam viec voi (?:\w+ ?){1,6}?)(?= theo| vao| tai| cu the| nhu sau|[,.:;])"
)
_TITLED = re.compile(rf"(?:ve viec |v/v )?(?:moi )?(?:tham du |du |to chuc )?(?P<event>{_EVENT}.*)")
_EVENT_END = re.compile(
    r",? (?:voi (?:noi dung|thanh phan|cac noi dung)|nhu sau|cu the|do (?:dong chi|ong|ba|d/c|uy vien|lanh dao|pho|chu tich|giam doc)|theo (?:thoi gian|chuong trinh|noi dung)|"
    r"vao (?:luc|ngay|hoi)|tai (?:hoi truong|phong hop|tru so|dia chi|hoi nghi|khach san|trung tam)|trong thoi gian|thoi gian|luc \d|ngay \d|duoc to chuc)|[:;]|\.(?:\s|$)|\./|$"
)
_INVITING_SUBJECT = re.compile(r"(?:v/v |ve viec )?moi (?:tham )?(?:du|hop)(?!\w)")
_MEETING = re.compile(r"(?<!\w)(?:du|den du|tham du) (?:cuoc )?hop(?!\w)")
_MATTER = re.compile(r"(?:\d+[.)] *)?noi dung(?: cuoc hop| hop)?\s*:\s*(?=\w)")
_ASKED = re.compile(r"(?:de nghi|yeu cau|giao)(?!\w)[^.]*$")
_OWN_TITLE = re.compile(rf"(?:(?:du|tham du|moi du) )?{_EVENT}")
_WHO = re.compile(r"(?:\w[.)] *)?(?:thanh phan|dai bieu|doi tuong|nguoi du)")
_TIME = re.compile(r"(?:\d+\s*[.)-]?\s*)?thoi gian")


def invitation_tasks(document: ParsedDocument, kind: str | None, root: Node) -> tuple[ExtractedTask, ...]:
    """The task to attend; none when the letter does not invite or names no event."""
    nodes = tuple(_all(root))
    if not _invites(kind, nodes, document):
        return ()
    apart = _events_apart(nodes)
    if apart:
        return apart
    event = _event(document, nodes)
    if event is None:
        return ()
    rows = tuple(
        row for node in nodes if isinstance(node.part, ParsedTable) for row in timetable_tasks(node.part, event)
    )
    if rows:
        return rows
    lead = attendees_in(root)
    when = _when(nodes)
    return (_attending(event, lead, when),)


def _attending(event: Text, lead: tuple[Text, ...], when: Extracted[DeadlinePhrase] | None) -> ExtractedTask:
    return ExtractedTask(
        item=None,
        action=event,
        lead=lead or (ADDRESSEES,),
        coordinating=(),
        supervisor=(),
        report_to=None,
        deadline=when,
        confidence=0.55 + 0.15 * bool(lead) + 0.15 * (when is not None),
        rule="task.invitation",
        context=event.value,
    )


def _events_apart(nodes: tuple[Node, ...]) -> tuple[ExtractedTask, ...]:
    """One task for each of several events that a title names and that say who comes and when below it; else none."""
    found: list[ExtractedTask] = []
    for node in nodes:
        below = [fold(child.text[child.start :]) for child in node.children]
        title = _OWN_TITLE.match(fold(node.text), node.start)
        told = any(map(_WHO.match, below)) and any(map(_TIME.match, below))
        if isinstance(node.part, Paragraph) and title and told:
            event = text_claim(node.part.passage, (node.start, len(node.text.rstrip(" .:"))), "action.invitation", 0.85)
            found.append(_attending(_attend(event), attendees_in(node), _when(tuple(_all(node)))))
    return tuple(found) if len(found) > 1 else ()


def _all(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _all(child)


def _invites(kind: str | None, nodes: tuple[Node, ...], document: ParsedDocument) -> bool:
    """An invitation by its type, or a letter that says "mời … dự …" in its first paragraphs."""
    if kind in ("GM", "TM"):
        return True
    if document.subject is not None and _INVITING_SUBJECT.match(fold(document.subject.text)):
        return True
    return any(invites(node.text) for node in nodes[:4])


def invites(text: str) -> bool:
    """Whether a paragraph invites somebody to an event."""
    found = INVITES.search(text.lower())
    if found is not None and _ASKED.search(fold(text), 0, found.start()):
        return False
    return found is not None and (_GOES.search(fold(text), found.end()) is not None or text.rstrip().endswith(":"))


def _event(document: ParsedDocument, nodes: tuple[Node, ...]) -> Text | None:
    """ "tham dự" and the event's name: from the subject, else from the sentence that tells of it."""
    for node in nodes[:4]:
        meets = _MEETS.search(fold(node.text)) if isinstance(node.part, Paragraph) and invites(node.text) else None
        if meets and isinstance(node.part, Paragraph):
            return _attend(text_claim(node.part.passage, meets.span("event"), "action.invitation", 0.85))
    if document.subject is not None:
        found = _named_event(document.subject.text, _TITLED)
        if found is not None and found[0] < 40:
            return _attend(text_claim(document.subject, found, "action.invitation", 0.9))
    for node in nodes:
        if isinstance(node.part, Paragraph):
            found = _named_event(node.text, _HELD)
            if found is not None:
                return _attend(text_claim(node.part.passage, found, "action.invitation", 0.85))
    return _unnamed_event(nodes)


def _unnamed_event(nodes: tuple[Node, ...]) -> Text | None:
    """ "… dự họp." and "Nội dung: Nghe báo cáo tiến độ …": a meeting that only its matter names."""
    if not any(_MEETING.search(fold(node.text)) for node in nodes[:4]):
        return None
    for node in nodes:
        matter = _MATTER.match(fold(node.text), node.start) if isinstance(node.part, Paragraph) else None
        if matter and isinstance(node.part, Paragraph):
            told = text_claim(node.part.passage, (matter.end(), len(node.text)), "action.invitation", 0.8)
            words = tidy(told.value)
            return told.with_value(f"tham dự họp {words[:1].lower()}{words[1:]}") if words else None
    return None


def _named_event(text: str, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    folded = fold(text)
    match = pattern.search(folded)
    if match is None:
        return None
    stop = _EVENT_END.search(folded, match.start("event") + 4)
    return match.start("event"), stop.start() if stop else len(text)


def _attend(event: Text) -> Text:
    if fold(event.value).startswith("lam viec"):
        return event.with_value(tidy(event.value))
    return event.with_value(f"tham dự {tidy(event.value)}")


def _when(nodes: tuple[Node, ...]) -> Extracted[DeadlinePhrase] | None:
    """The day and hour it begins: of the paragraph "Thời gian …", else of any sentence that tells a day with an hour."""
    told = [node for node in nodes if isinstance(node.part, Paragraph) and _TIME.match(fold(node.text[node.start :]))]
    for node in told:
        found = _event_time(node, 0)
        if found is not None:
            return found
        below = [_event_time(child, 0) for child in node.children]
        if any(below):
            return next(item for item in below if item is not None)
    timed = (_event_time(node, 0) for node in nodes if isinstance(node.part, Paragraph))
    return next((item for item in timed if item is not None and item.value.time is not None), None)


def _event_time(node: Node, start: int) -> Extracted[DeadlinePhrase] | None:
    phrase = read_event_time(node.text[start:])
    if phrase is None or not isinstance(node.part, Paragraph):
        return None
    moved = replace(phrase, start=phrase.start + start, end=phrase.end + start)
    return Extracted(moved, 0.85, node.part.passage.evidence(moved.start, moved.end), "deadline.event")
