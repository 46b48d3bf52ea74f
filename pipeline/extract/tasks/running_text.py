"""Reads running text sentence by sentence: which of them order, and who goes on acting in the next."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.tasks.actors import WHO_FAILS
from pipeline.extract.tasks.building import Source
from pipeline.extract.tasks.clauses import read_sentence
from pipeline.extract.tasks.collecting import TaskCollector
from pipeline.extract.tasks.frames import charged, named_actor
from pipeline.extract.tasks.idle import closes, contact_start, orders_nothing
from pipeline.extract.tasks.invitations import invites
from pipeline.extract.tasks.openings import prepares
from pipeline.extract.tasks.predicates import Clause, behind_links
from pipeline.extract.tasks.scope import Scope
from pipeline.extract.tasks.sending import object_first, owner
from pipeline.extract.tasks.splitting import split_clause
from pipeline.extract.tasks.timing import deadlines_within
from pipeline.language.heads import body_at
from pipeline.language.sentences import enumerated_spans, sentence_spans
from pipeline.language.verbs import act_at
from schemas.folding import fold

_PAST = re.compile(r"(?<!\w)(?:đã|vừa|sẽ)(?!\w)")
_NARRATES = re.compile(r"(?:ngay|vao|hoi|luc|sang|chieu|toi|dem)(?: ngay)? \d")
_SAYS = re.compile(
    r"[^.;:]{0,200}?(?<!\w)(?:chi dao|co y kien(?: chi dao)?|ket luan|yeu cau|chi thi)(?: nhu sau)?\s*:\s+(?=\w)"
)
_CHOOSES = re.compile(r"[Pp]hân công (?:nhiệm vụ )?(?:cho )?(?:từng |các )?(?=[a-zà-ỹ])(?!đồng chí|ông |bà )")
_COMMITTEE = re.compile(r"(?:chu tich )?(?:uy ban nhan dan|ubnd)(?!\w)")
_HANDS_DOWN = re.compile(
    r"Giao (?:cho )?(?=cơ quan|các |Công an|Phòng|phòng|Ban |đơn vị|Chủ tịch UBND (?:cấp )?xã|UBND (?:cấp |các )?xã|Thủ trưởng)"
)
_APART = re.compile(r"(?:doi voi|rieng) [^,;:.]{4,140},\s+(?=(?:phai|can|thi|tuyet doi|kien quyet)?\s*\w)")
_NOTED = re.compile(r"(?:luu y|chu y|dac biet luu y)\s*[:,]\s*")


def read_text(found: TaskCollector, source: Source, span: tuple[int, int], scope: Scope, item: str | None) -> None:
    """Collects what the sentences of ``span`` order; a named actor goes on acting in those behind his own."""
    local = scope
    for begin, stop in sentence_spans(source.text, *span):
        for letter, start, end in enumerated_spans(source.text, begin, stop):
            place = f"{item}.{letter}" if letter and item else item
            local = _read_sentence(found, source, (start, end), local, scope, place)


def _read_sentence(
    found: TaskCollector, source: Source, span: tuple[int, int], local: Scope, scope: Scope, item: str | None
) -> Scope:
    """Collects what one sentence orders; returns the scope of the next, ``scope`` being that of the paragraph."""
    start, end = span
    if closes(source.text[start:end]):
        return replace(scope, expects=False)
    if found.attended and invites(source.text[start:end]):
        return local
    if found.takes_follow_up(source, start, end):
        return local
    continued = local is not scope and not scope.expects
    if continued and not act_at(source.folded, behind_links(source.folded, start, end)):
        local = scope
    named = named_actor(source, start, local) if source.text[start:end].rstrip().endswith(":") else None
    clauses = clauses_of(source, start, end, local, found)
    if not clauses:
        return named or local
    found.emit_all(source, clauses, local, item)
    return _continued(source, clauses[-1], local)


def _continued(source: Source, clause: Clause, scope: Scope) -> Scope:
    if not clause.lead or clause.form == "object":
        return scope
    return replace(charged(source, clause, scope), coordinating=())


def clauses_of(source: Source, start: int, end: int, scope: Scope, collected: TaskCollector) -> list[Clause]:
    """The orders of one sentence, one clause each."""
    sentence = source.text[start:end]
    if orders_nothing(sentence):
        return []
    if object_first(source.folded, start, end, _has_day(source, start, end)) is not None:
        owned = owner(source.folded, start, end)
        return [Clause(start, (start, end), "object", (owned,) if owned else ())]
    found: list[Clause] = []
    expects = scope.expects
    noted = _NOTED.match(source.folded.folded, start, end) or _SAYS.match(source.folded.folded, start, end)
    if noted:
        start, expects = noted.end(), True
    if (
        _charges_others(source, start, scope)
        or _hands_down(source, start, scope)
        or _sets_apart(source, start, end, scope)
    ):
        return list(split_clause(source.folded, Clause(start, (start, end), "verb"), source.phrases))
    for clause in read_sentence(source.folded, start, contact_start(sentence, end), expects):
        found.extend(split_clause(source.folded, clause, source.phrases))
    return found or ([] if expects else _plain_orders(source, start, end, collected))


def _charges_others(source: Source, start: int, scope: Scope) -> bool:
    """ "- Phân công giảng viên, lập thời khóa biểu …" below "Đối với các khoa:": the khoa have to choose them."""
    return not scope.unmarked and bool(scope.lead) and _CHOOSES.match(source.text, start) is not None


def _hands_down(source: Source, start: int, scope: Scope) -> bool:
    """ "- Giao Công an huyện …" below "Đối với Ủy ban nhân dân huyện:": the committee has to charge them."""
    return (
        not scope.unmarked
        and len(scope.lead) == 1
        and _COMMITTEE.match(fold(scope.lead[0].value)) is not None
        and _HANDS_DOWN.match(source.text, start) is not None
    )


def _sets_apart(source: Source, start: int, end: int, scope: Scope) -> bool:
    """ "Đối với những hộ có nguy cơ cao, phải di dời …", "Riêng dự án A, hoàn thành …": what somebody named does with them."""
    if scope.lead and scope.expects and WHO_FAILS.match(source.folded.folded, start, end):
        return True
    apart = _APART.match(source.folded.folded, start, end)
    if apart is None or not (scope.lead and scope.expects) or _names_whom(source, start):
        return False
    after = behind_links(source.folded, apart.end(), end)
    return act_at(source.folded, after) > 0 and not source.text[apart.end() - 2 : apart.end()].startswith(":")


def _names_whom(source: Source, start: int) -> bool:
    """ "Riêng Vườn quốc gia A, …", "Đối với Sở Y tế, …": a body in capitals is who acts."""
    at = start + (len("doi voi ") if source.folded.folded.startswith("doi", start) else len("rieng "))
    return body_at(source.folded, at) and (source.text[at].isupper() or source.folded.folded.startswith("rieng", start))


def _plain_orders(source: Source, start: int, end: int, collected: TaskCollector) -> list[Clause]:
    """ "Định kỳ trước ngày 25 hằng tháng, các đơn vị báo cáo …": plain statements that order.

    A deadline makes one of them, or that orders stand before it, so that another body than the issuer goes on.
    """
    phrases = deadlines_within(source.phrases, start, end)
    dated = any(phrase.kind != "immediate" for phrase in phrases)
    again = bool(phrases) and phrases[0].kind == "recurring" and phrases[0].start == start
    narrates = not again and _NARRATES.match(source.folded.folded, start) is not None
    if narrates or not (dated or collected.attended or collected.tasks):
        return []
    clauses = read_sentence(source.folded, start, contact_start(source.text[start:end], end), expects_orders=True)
    acting = [clause for clause in clauses if clause.form == "actor" and clause.lead and not _is_told(source, clause)]
    ordered = [
        clause
        for clause in acting
        if (dated and not _says_of_itself(source, clause, collected))
        or (prepares(source, clause) if collected.attended else _goes_on(source, clause, collected))
    ]
    return [part for clause in ordered for part in split_clause(source.folded, clause, source.phrases)]


def _says_of_itself(source: Source, clause: Clause, collected: TaskCollector) -> bool:
    """ "Kho bạc A làm việc cả ngày thứ Bảy 28/12": what the issuer of a letter tells that it does itself."""
    return (
        bool(collected.issuer)
        and clause.start == clause.lead[0][0]
        and collected.is_issuer(source.text[slice(*clause.lead[0])])
    )


def _goes_on(source: Source, clause: Clause, collected: TaskCollector) -> bool:
    """Whether a statement without a day goes on ordering: its act follows the body, who is not the issuer."""
    acts = source.text[clause.act[0] : clause.act[0] + 1].islower()
    return acts and not collected.issues(source.text[slice(*clause.lead[0])])


def _is_told(source: Source, clause: Clause) -> bool:
    """Whether what stands up to the act tells of past or future ("Sở Y tế đã …", "… sẽ …").

    "Ngay sau khi nhận được Công văn này, các trường …" tells in its time what comes first, nothing of who acts.
    """
    timed = [phrase.end for phrase in deadlines_within(source.phrases, clause.start, clause.lead[0][0])]
    begin = max(timed, default=clause.start)
    return (
        _PAST.search(source.text, clause.start, clause.act[1]) is not None
        or re.search(r"(?<!\w)(?<![Nn]hận )được(?!\w)", source.text[begin : clause.act[0] + 5]) is not None
    )


def _has_day(source: Source, start: int, end: int) -> bool:
    return any(phrase.kind == "date" for phrase in deadlines_within(source.phrases, start, end))
