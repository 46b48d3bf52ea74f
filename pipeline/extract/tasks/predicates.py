"""What follows the actor of an order: links ("có trách nhiệm"), "chủ trì", helpers, and the act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.language.agencies import Bodies, read_bodies
from pipeline.language.folded import FoldedText
from pipeline.language.naming_verbs import act_begins
from pipeline.language.verbs import act_at

Span = tuple[int, int]
Form = Literal["directive", "link", "actor", "verb", "object"]
ADJUNCTS = (
    re.compile(
        r"(?:can cu |theo |tren co so |trong pham vi )(?:vao )?(?:cac )?chuc nang,? (?:va )?nhiem vu(?:,? quyen han)?(?: duoc (?:giao|phan cong))?(?: cua [^,;:]{2,40}?(?=,))?,?\s*"
    ),
    re.compile(
        r"(?:can cu |theo |trong pham vi )(?:pham vi )?(?:nhiem vu|linh vuc|tham quyen)(?: duoc (?:giao|phan cong))?(?: phu trach)?,?\s*"
    ),
)
LONG_ADJUNCT = re.compile(
    r"(?:can cu|doi voi|truong hop|neu|tren co so|dua vao|dua tren|thuc hien (?:cong van|ke hoach|quyet dinh|chi thi|nghi quyet)|trong qua trinh|sau khi|khi|trong pham vi|theo (?:chuc nang|tham quyen|pham vi|phan cong))(?!\w)"
)
_GROUND = re.compile(
    r"(?:can cu|tren co so|dua vao|theo) (?:vao )?(?:tinh hinh|dieu kien|thuc te|dac diem|yeu cau)(?!\w)"
)
_LINK = re.compile(
    r"(?:có (?:trách nhiệm|nhiệm vụ|nghĩa vụ)|phải có trách nhiệm|(?:thì )?(?:cần|phải)(?: phải)?(?! có(?!\w)))(?!\w)\s*:?\s*"
)
_CHAIR = re.compile(
    r"(?:la (?:co quan |don vi )(?:dau moi|thuong truc)?(?:,| va)? ?)?(?:lam (?:co quan |don vi )?dau moi,? )?chu tri(?! (?:hoi nghi|cuoc hop|du an|thuc hien du an))(?!\w)"
)
_MISREAD_LINK = re.compile(r"co (?:trach nhiem|nhiem vu|nghia vu)(?!\w)\s*:?\s*")
_SENT_TO_HELP = re.compile(r"(?:bo tri|cu|huy dong|phan cong) [^,;.]{2,40}? phoi hop (?:voi |cung )?")
_WITH = re.compile(r"cung(?: voi)? ")
_EACH = re.compile(
    r"(?:vui long|xin(?! y kien| phep| loi| gia han|  chu truong)|kinh xin|moi (?:co quan|don vi|dia phuong|nganh|truong|xa|phuong|to))\s+"
)
_ABOVE_ALL = re.compile(r"(?:nhat la|dac biet la|truoc het la)\s+")
_OFFICE = re.compile(
    r"(?:la|lam) (?:co quan |don vi |bo phan )?(?:thuong truc|dau moi|tham muu|giup viec)(?: cua [^,;:]{3,50})?(?=[,;: ])[,:]?\s*(?:va )?"
)
_LED_BY = re.compile(r"do [^;.]{5,160}?,? (?=co (?:nhiem vu|trach nhiem)(?!\w))")
"""Who heads a team, told between its name and what it has to do ("do đồng chí A làm Trưởng tiểu ban, có nhiệm vụ …")."""
_CHARGED = re.compile(
    r"được (?:phân công|giao)(?: nhiệm vụ| trách nhiệm)? (?=(?:trực tiếp|làm đầu mối|chịu trách nhiệm)(?!\w))"
)
_ANSWERS = re.compile(r"chiu trach nhiem(?:\s*:\s*| (?=phoi hop|chu tri))")
_ROLE = re.compile(r"\s*\((?:co quan |don vi )?(?:chu tri|phoi hop)\)")
_TOGETHER = re.compile(
    r"(?:(?:lien he|chu dong|tich cuc|thuong xuyen|tang cuong|tiep tuc|khan truong|dong thoi|va|cung)[, ]+)*"
    r"(?:phoi hop|hiep dong|phoi ket hop)(?:,? (?:chat che|tot|thuong xuyen|dong bo|kip thoi|hieu qua))*(?: (?:voi|cung voi|cung))?(?!\w)\s*:?\s*"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One order. ``lead`` is empty where nobody is named; an empty ``act`` only names who acts.

    ``start`` is where what belongs to it begins, an adjunct of time in front included.
    ``chairs``: it says "chủ trì"; ``assigned``: it says "giao" or "phân công".
    ``form``: how it orders, from the surest ("giao X …") to the least sure (a bare verb).
    """

    start: int
    act: Span
    form: Form
    lead: tuple[Span, ...] = ()
    coordinating: tuple[Span, ...] = ()
    chairs: bool = False
    assigned: bool = False


def read_predicate(source: FoldedText, start: int, position: int, end: int, bodies: Bodies, form: Form) -> Clause:
    """Reads what follows the actor: links, "chủ trì", "phối hợp với …", and the act behind them."""
    position = behind_links(source, position, end)
    chair = _CHAIR.match(source.folded, position, end)
    helpers: tuple[Span, ...] = ()
    if chair:
        position = _skip_marks(source, chair.end(), end, ",;:")
        position += 3 if source.folded.startswith("va ", position) else 0
        helpers, position = _other_helpers(source, position, end)
    if not helpers:
        helpers, position = _joined_helpers(source, position, end, chair is not None)
    if not helpers and chair is None:
        helpers = _helpers_of_sent(source, position, end)
    leads, told = _told_in_brackets(source, bodies.spans)
    return Clause(start, (position, end), form, leads, helpers or told, chairs=chair is not None or bool(told))


def _told_in_brackets(source: FoldedText, spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Leads and helpers of "Phòng A (chủ trì), Phòng B, Phòng C (phối hợp)"; all lead where no bracket says who chairs."""
    roles = [_ROLE.search(source.folded, *span) for span in spans]
    if len(spans) < 2 or not any(role and "chu tri" in role[0] for role in roles):
        return spans, ()
    bare = [(span[0], role.start() if role else span[1]) for span, role in zip(spans, roles, strict=True)]
    chairs = [role is not None and "chu tri" in role[0] for role in roles]
    return (
        tuple(span for span, chairing in zip(bare, chairs, strict=True) if chairing),
        tuple(span for span, chairing in zip(bare, chairs, strict=True) if not chairing),
    )


def behind_links(source: FoldedText, position: int, end: int) -> int:
    """Behind "theo chức năng, nhiệm vụ", "có trách nhiệm", "phải", "chịu trách nhiệm:"."""
    position = _skip_adjuncts(source, _skip_marks(source, position, end), end)
    each = _EACH.match(source.folded, position, end)
    position = each.end() if each else position
    above_all = _ABOVE_ALL.match(source.folded, position, end)
    if above_all:
        acts = (at for at, _ in source.words if above_all.end() < at < end and act_begins(source, at, above_all.end()))
        position = next(acts, position)
    led = _LED_BY.match(source.folded, position, end)
    position = led.end() if led else position
    charged = _CHARGED.match(source.lower, position, end)
    position = _skip_marks(source, charged.end(), end) if charged else position
    office = _OFFICE.match(source.folded, position, end)
    position = office.end() if office else position
    link = _LINK.match(source.lower, position, end) or _MISREAD_LINK.match(source.folded, position, end)
    if link:
        position = _skip_adjuncts(source, _skip_marks(source, link.end(), end), end)
    answers = _ANSWERS.match(source.folded, position, end)
    return answers.end() if answers else position


def _joined_helpers(source: FoldedText, position: int, end: int, chairs: bool) -> tuple[tuple[Span, ...], int]:
    """The bodies of "phối hợp với …" and where the act begins: behind them, or with it where no verb follows."""
    together = _TOGETHER.match(source.folded, position, end) or (
        _WITH.match(source.folded, position, end) if chairs else None
    )
    helpers = read_bodies(source, together.end(), end) if together else None
    if helpers is None:
        return (), position
    after = _skip_marks(source, helpers.end, end, ',:“"')
    if after < end and (act_at(source, after) or chairs or source.text[after - 1] in '“"'):
        after -= source.text[after - 1] in '“"'
        return helpers.spans, _skip_adjuncts(source, after, end)
    return helpers.spans, position


def _helpers_of_sent(source: FoldedText, position: int, end: int) -> tuple[Span, ...]:
    """ "bố trí lực lượng phối hợp với Y tuần tra": those sent work with Y."""
    sent = _SENT_TO_HELP.match(source.folded, position, end)
    bodies = read_bodies(source, sent.end(), end) if sent else None
    return bodies.spans if bodies else ()


def _other_helpers(source: FoldedText, position: int, end: int) -> tuple[tuple[Span, ...], int]:
    """ "X chủ trì; Y phối hợp …": Y helps; its spans and where the act begins."""
    helpers = read_bodies(source, position, end)
    joined = (
        re.compile(r"\s*phoi hop(?: (?:chat che|thuc hien))?(?! voi)\s*").match(source.folded, helpers.end, end)
        if helpers
        else None
    )
    return (helpers.spans, joined.end()) if helpers and joined else ((), position)


def _skip_marks(source: FoldedText, position: int, end: int, marks: str = ",:") -> int:
    while position < end and (source.text[position].isspace() or source.text[position] in marks):
        position += 1
    return position


def _skip_adjuncts(source: FoldedText, position: int, end: int) -> int:
    """Behind "theo chức năng, nhiệm vụ", "căn cứ Kế hoạch …," when an act follows."""
    for pattern in ADJUNCTS:
        match = pattern.match(source.folded, position, end)
        if match and match.end() < end:
            return _skip_marks(source, match.end(), end)
    if LONG_ADJUNCT.match(source.folded, position):
        for comma in re.finditer(r"(?:,|(?<!\w)thì(?!\w))\s+", source.text[position:end]):
            after = position + comma.end()
            if act_at(source, after):
                return after
        if _GROUND.match(source.folded, position):
            acts = (at for at, _ in source.words if position + 12 < at < end and act_begins(source, at, position))
            first = next((at for at in acts if at < position + 80), position)
            return position if "," in source.text[position:first] else first
    return position
