"""Links between letters, and what an extension proposes for the deadlines of the letter it extends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, or_, select

from models.shown import SEEN
from models.tables import Decision, Letter, Link, LinkKind
from schemas.problems import ProblemCode
from schemas.record import CandidateItem, Document, Finding, Problem

EXTENDED = "extension"
"""The rule of a candidate that another letter's extension proposes."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A link seen from one letter: ``outgoing`` when that letter is the later one. ``other`` may not be there yet."""

    link: Link
    other: Letter | None
    outgoing: bool


def links_of(session: Session, letter_uid: str) -> list[Linked]:
    """All links of a letter, in the order in which they were found."""
    rows = session.exec(
        select(Link).where(or_(Link.letter_uid == letter_uid, Link.other_uid == letter_uid)).order_by(col(Link.id))
    )
    found = []
    for row in rows:
        outgoing = row.letter_uid == letter_uid
        other = row.other_uid if outgoing else row.letter_uid
        found.append(Linked(row, session.get(Letter, other) if other else None, outgoing))
    return found


def copies_among(session: Session, sha256s: Sequence[str]) -> list[tuple[Letter, Letter]]:
    """(letter, what it may be another copy of) for the letters of the files ``sha256s``."""
    found = []
    for start in range(0, len(sha256s), 500):
        linked = (
            select(Link)
            .join(Letter, col(Letter.uid) == col(Link.letter_uid))
            .where(Link.kind == LinkKind.SAME, col(Letter.sha256).in_(sha256s[start : start + 500]))
        )
        found += list(session.exec(linked.order_by(col(Link.id))))
    pairs = [(session.get(Letter, one.letter_uid), session.get(Letter, one.other_uid)) for one in found]
    return [(one, other) for one, other in pairs if one is not None and other is not None]


def with_extensions(
    session: Session, letter: Letter, document: Document, task_uids: Sequence[str], decisions: Sequence[Decision]
) -> Document:
    """``document`` with the days that extensions propose, as problems for a person to settle; nothing is changed.

    With one dated task the day is a candidate for it; with several a person has to say for which it holds.
    """
    granted = select(Link).where(Link.other_uid == letter.uid, Link.kind == LinkKind.EXTENSION)
    for link in session.exec(granted.where(col(Link.due).is_not(None)).order_by(col(Link.id))):
        document = _with_extension(session, link, document, task_uids, decisions)
    return document


def _with_extension(
    session: Session, link: Link, document: Document, task_uids: Sequence[str], decisions: Sequence[Decision]
) -> Document:
    dated = [at for at, task in enumerate(document.tasks) if task.deadline and task.deadline.due != link.due]
    one = dated[0] if len(dated) == 1 else None
    since = [decision for decision in decisions if decision.at >= link.created_at]
    if not dated or _settled(since, None if one is None else task_uids[one]):
        return document
    grants = session.get(Letter, link.letter_uid)
    number = "/".join(part for part in (grants.serial, grants.symbol) if part) if grants else ""
    message = f"Văn bản {number} (mã {link.letter_uid}) gia hạn đến {link.due:%d/%m/%Y}."
    if one is None:
        message += " Hãy xem thời hạn của nhiệm vụ nào thay đổi."
    at = "" if one is None else f"/tasks/{one}/deadline"
    problem = Problem(code=ProblemCode.CONFLICT, at=at, message=message)
    findings = dict(document.findings)
    if one is not None:
        findings[at] = _proposal(document, one, link, message)
    return document.model_copy(update={"problems": (*document.problems, problem), "findings": findings})


def _settled(since: Sequence[Decision], task_uid: str | None) -> bool:
    """Whether a person has spoken on the deadline (or of the letter: has looked) after the extension came."""
    if task_uid is None:
        return any(decision.field == SEEN and decision.task_uid is None for decision in since)
    return any(decision.task_uid == task_uid and decision.field.startswith("/deadline") for decision in since)


def _proposal(document: Document, task: int, link: Link, message: str) -> Finding:
    before = document.tasks[task].deadline
    assert before is not None
    proposed = before.model_copy(update={"due": link.due, "kind": "date", "bound": "by", "derivation": message})
    known = document.findings.get(f"/tasks/{task}/deadline")
    candidate = CandidateItem(value=proposed.model_dump(mode="json"), confidence=0.5)
    if known is None:
        return Finding(confidence=0.5, rule=EXTENDED, candidates=(candidate,))
    return known.model_copy(update={"candidates": (candidate, *known.candidates)})
