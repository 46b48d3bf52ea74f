"""What stands above items: headings and sentences that say who acts below, by when, and whether anything orders there."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.tasks.building import Source, bodies_claim, directed_bodies, is_person
from pipeline.extract.tasks.idle import is_generic
from pipeline.extract.tasks.openings import share_of_acts, timeless_act
from pipeline.extract.tasks.outline import Node
from pipeline.extract.tasks.predicates import Clause
from pipeline.extract.tasks.scope import Scope, Text
from pipeline.extract.tasks.sections import announces_acts
from pipeline.extract.tasks.timing import bounding, claimed, deadlines_within
from pipeline.language.agencies import Bodies, read_bodies, read_unlisted
from pipeline.language.naming_verbs import act_begins
from schemas.folding import fold

_OF_ACTOR = re.compile(
    r"(?:doi voi|(?:chuc nang,? )?(?:trach nhiem|nhiem vu)(?:,? quyen han)?(?: cu the)?(?: cua)|phan cong(?: cho)?|giao(?: cho)?)\s+"
)
_LEVEL = re.compile(r"(?:o |tai )?(?:cap|tuyen) (?:trung uong|tinh|huyen|xa|co so|thanh pho)")
_ENACTS = re.compile(r"(?:quyet dinh|nghi quyet|quyet nghi)\s*[:.]?$")
_TURNS_TO = re.compile(r"(?<!\w)(?:huong dan|thong bao(?: cho| den| toi)?|luu y|nhac nho|quan triet)\s+")
_SAYS_SO = re.compile(
    r"(?:co (?:y kien )?)?(?:chi dao|yeu cau|chi thi|ket luan|quyet dinh|thong bao|huong dan)(?: nhu sau| cu the(?: nhu sau)?| mot so (?:noi dung|nhiem vu|viec)(?: nhu sau| sau(?: day)?)?)?"
)
_ONLY_FRAME = re.compile(
    r"(?:\s|[,:.;]|co trach nhiem|chiu trach nhiem|co nhiem vu|to chuc|trien khai|thuc hien|cac|mot so|nhung|noi dung|nhiem vu|cong viec|nhu|sau|day|cu the|theo chuc nang|duoc giao)*$"
)


def named_actor(source: Source, start: int, scope: Scope) -> Scope | None:
    """The scope below a line that only names who acts ("1. Sở Y tế:", "Trách nhiệm của các đơn vị")."""
    if _LEVEL.fullmatch(source.folded.folded[start:].strip(" .:")):
        return replace(scope, expects=True)
    prefix = _OF_ACTOR.match(source.folded.folded, start)
    begin = prefix.end() if prefix else start
    bodies = read_bodies(source.folded, begin, len(source.text))
    if bodies is not None and len(bodies.spans) == 1 and _names_group(source, bodies.spans[0][0], bodies.end):
        bodies = replace(bodies, spans=((bodies.spans[0][0], len(source.text.rstrip(" :"))),), end=len(source.text))
    if prefix and bodies is None:
        bodies = _whole_title(source, begin)
    if bodies is None or not _ONLY_FRAME.match(source.folded.folded, bodies.end):
        return _directing(source, start, scope)
    lead = bodies_claim(source.passage, bodies.spans, "lead.heading", 0.85)
    return replace(
        scope, lead=lead, expects=True, person=is_person(lead[0].value), supervisor=(), default=scope.default
    )


def _whole_title(source: Source, start: int) -> Bodies | None:
    """ "Trách nhiệm của trực lãnh đạo": whoever a short title tells of, where no head word names a body."""
    words = source.text[start:].rstrip(" .:")
    if not 3 < len(words) < 60 or re.search(r"[,;.:]", words) or read_unlisted(source.folded, start, len(source.text)):
        return None
    if re.match(
        r"(?:viec|cong tac|hoat dong|du an|ke hoach|cac (?:noi dung|nhiem vu))(?!\w)", source.folded.folded[start:]
    ):
        return None
    return Bodies(((start, start + len(words)),), len(source.text))


def _names_group(source: Source, start: int, end: int) -> bool:
    """Whether a whole title tells which bodies are meant ("UBND các xã có đường dây đi qua:")."""
    told = source.folded.lower[end:].strip(" :")
    if not told or not source.text.rstrip().endswith(":") or len(source.text) - start > 110:
        return False
    acts = any(at >= end and act_begins(source.folded, at, start) for at, _ in source.folded.words)
    return not acts and not re.search(r"[,;.:]|như sau|sau đây", told)


def only_announces(act: str) -> bool:
    """ "Giám đốc Bệnh viện chỉ đạo:": who says so orders what stands below, and does not do it."""
    return _SAYS_SO.fullmatch(fold(act).strip(" .:;,")) is not None


def _directing(source: Source, start: int, scope: Scope) -> Scope | None:
    """Below "- Chỉ đạo Sở Y tế:" under a named person the Sở leads and the person supervises."""
    found = directed_bodies(source.folded, start, len(source.text)) if scope.person else None
    if found is None or not _ONLY_FRAME.match(source.folded.folded, found[1][0]):
        return None
    lead = bodies_claim(source.passage, found[0], "lead.directed", 0.85)
    return replace(scope, lead=lead, supervisor=scope.lead, person=False, expects=True)


def announced(source: Source, span: tuple[int, int], node: Node, scope: Scope) -> Scope:
    """The scope below a sentence that orders nothing itself ("có ý kiến chỉ đạo như sau:")."""
    sentence = source.text[slice(*span)]
    if _ENACTS.match(source.folded.folded, *span):
        return scope
    if not announces_acts(sentence) and not (node.opens and share_of_acts(node) >= 0.5):
        return scope
    phrase = bounding(deadlines_within(source.phrases, *span))
    return replace(
        scope,
        expects=True,
        lead=_addressed(source, span) or scope.lead,
        deadline=claimed(source.passage, phrase, "frame") if phrase else scope.deadline,
    )


def _addressed(source: Source, span: tuple[int, int]) -> tuple[Text, ...]:
    """Whom a frame turns to: "hướng dẫn các cơ sở Hội một số nội dung sau:"."""
    for match in _TURNS_TO.finditer(source.folded.folded, *span):
        bodies = read_bodies(source.folded, match.end(), span[1])
        if bodies and _ONLY_FRAME.match(source.folded.folded, bodies.end, span[1]):
            return bodies_claim(source.passage, bodies.spans, "lead.heading", 0.8)
    return ()


def opened(source: Source, clause: Clause, scope: Scope) -> Scope:
    """The scope below a clause that leaves its acts to the items: its actors, and its day."""
    below = charged(source, clause, scope)
    phrase = bounding(deadlines_within(source.phrases, clause.start, clause.act[1]))
    if phrase is None or (phrase.kind == "immediate" and not is_generic(timeless_act(source, clause))):
        return below
    return replace(below, deadline=claimed(source.passage, phrase, "frame"))


def charged(source: Source, clause: Clause, scope: Scope) -> Scope:
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
