"""What one sentence orders: who leads, who helps, whom it directs, and the act, as spans of the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.language.agencies import Bodies, act_begins, body_at, read_bodies, read_unlisted
from pipeline.language.directives import Directive, find_directives
from pipeline.language.folded import FoldedText
from pipeline.language.verbs import act_at

Span = tuple[int, int]
Form = Literal["directive", "link", "actor", "verb", "object"]


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


_ADJUNCTS = (
    re.compile(
        r"(?:can cu |theo |tren co so |trong pham vi )(?:vao )?(?:cac )?chuc nang,? (?:va )?nhiem vu(?:,? quyen han)?(?: duoc (?:giao|phan cong))?(?: cua [^,;:]{2,40}?(?=,))?,?\s*"
    ),
    re.compile(
        r"(?:can cu |theo |trong pham vi )(?:pham vi )?(?:nhiem vu|linh vuc|tham quyen)(?: duoc (?:giao|phan cong))?(?: phu trach)?,?\s*"
    ),
)
_LONG_ADJUNCT = re.compile(
    r"(?:can cu|tren co so|dua vao|dua tren|thuc hien (?:cong van|ke hoach|quyet dinh|chi thi|nghi quyet)|trong qua trinh|sau khi|khi|trong pham vi|theo (?:chuc nang|tham quyen|pham vi|phan cong))(?!\w)"
)
_LINK = re.compile(
    r"(?:có (?:trách nhiệm|nhiệm vụ)|phải có trách nhiệm|(?:cần|phải)(?: phải)?(?! có(?!\w)))(?!\w)\s*:?\s*"
)
_CHAIR = re.compile(
    r"(?:la (?:co quan |don vi )(?:dau moi|thuong truc)?(?:,| va)? ?)?(?:lam (?:co quan |don vi )?dau moi,? )?chu tri(?! (?:hoi nghi|cuoc hop|du an|thuc hien du an))(?!\w)"
)
_MISREAD_LINK = re.compile(r"co (?:trach nhiem|nhiem vu)(?!\w)\s*:?\s*")
_ABOVE_ALL = re.compile(r"(?:nhat la|dac biet la|truoc het la)\s+")
_OFFICE = re.compile(
    r"la (?:co quan|don vi|bo phan|dau moi) (?:thuong truc|dau moi|tham muu|giup viec)(?: cua [^,;:]{3,50})?,?\s*(?:va )?"
)
_ANSWERS = re.compile(r"chiu trach nhiem(?:\s*:\s*| (?=phoi hop|chu tri))")
_TOGETHER = re.compile(
    r"(?:(?:lien he|chu dong|tich cuc|thuong xuyen|tang cuong|tiep tuc|khan truong|dong thoi|va|cung)[, ]+)*"
    r"phoi hop(?:,? (?:chat che|tot|thuong xuyen|dong bo|kip thoi|hieu qua))*(?: (?:voi|cung voi|cung))?(?!\w)\s*:?\s*"
)
_THING = re.compile(
    r"(?:tinh hinh|ket qua|viec|cong tac|noi dung|thoi gian|ho so|bao cao|danh sach|so|kinh phi|hinh thuc|muc|chat luong|tien do|hoat dong|chuong trinh|"
    r"ke hoach|du an|nguon|von|ty le|chi tieu|hoi nghi|cuoc|le|buoi|dot|ngay|thang|quy|nam|nhung|thong tin|dia diem|van ban|y kien|phieu|bieu|tai lieu|"
    r"truong hop|theo|can cu|thuc hien|de|nham|sau|khi|trong|tren|tu|den|truoc|neu|do|vi|tuy nhien|hien nay|cham nhat|han|qua|ngoai ra|gia|du kien)(?!\w)"
)
_LINKED = re.compile(
    r"co (?:trach nhiem|nhiem vu)|chiu trach nhiem|la (?:co quan|don vi) (?:dau moi|chu tri|thuong truc)|chu tri(?! (?:cuoc|hoi|buoi|phien|va ket luan|hop|le|chuong trinh))"
)
_STRONG = re.compile(
    r"(?:co (?:trach nhiem|nhiem vu)|chiu trach nhiem|la (?:co quan|don vi) (?:dau moi|chu tri|thuong truc)|chu tri|khan truong|phai|can|phoi hop|chu dong|tiep tuc|tang cuong|tap trung|to chuc|nghiem tuc|theo chuc nang|can cu)(?!\w)|:"
)


def read_sentence(source: FoldedText, start: int, end: int, expects_orders: bool) -> tuple[Clause, ...]:
    """The orders of the sentence ``source.text[start:end]``.

    ``expects_orders``: the place orders anyway (below "yêu cầu các đơn vị:", in a plan), so that a
    bare "Sở Y tế rà soát…" or "Rà soát…" orders too.
    """
    directives = _outer(source, find_directives(source, start, end), start)
    first = read_actor_clause(source, start, end, expects_orders) if directives and body_at(source, start) else None
    if first is not None and first.act[0] < directives[0].start:
        return (first,)
    if directives and expects_orders and _nested(source, directives[0], start):
        return (_predicate(source, start, start, end, Bodies((), start), "verb"),)
    if directives:
        ahead = _ahead(source, start, directives[0].start) if expects_orders else ()
        return (*ahead, *_with_shared_act(_directed_clauses(source, directives, start, end)))
    clause = _transfer(source, start, end) or read_actor_clause(source, start, end, expects_orders)
    if clause is None and expects_orders:
        clause = _bare_act(source, start, end)
    return (clause,) if clause else ()


def _ahead(source: FoldedText, start: int, directive: int) -> tuple[Clause, ...]:
    """The act in front of "…; đồng thời giao X …": an order of its own."""
    stop = source.text.rfind(";", start, directive)
    if stop < 0 or not act_at(source, start) or _CITING.match(source.folded, start):
        return ()
    return (_predicate(source, start, start, stop, Bodies((), start), "verb"),)


def _nested(source: FoldedText, directive: Directive, start: int) -> bool:
    """ "Tham mưu, đề xuất, kiến nghị UBND tỉnh …": the asking is one of the acts, not the order."""
    if directive.start == start or not act_at(source, start) or _CITING.match(source.folded, start):
        return False
    between = source.folded[start : directive.start]
    if _ONLY_ADVERBS.fullmatch(between):
        return False
    upward = source.folded.startswith("kien nghi", directive.start)
    return upward or not re.search(r"[;:.]", between)


def _transfer(source: FoldedText, start: int, end: int) -> Clause | None:
    """ "… chuyển đơn của ông A đến UBND phường để xem xét, giải quyết": who gets it has to deal with it."""
    for match in _HANDED_ON.finditer(source.folded, start, end):
        bodies = read_bodies(source, match.end(), end)
        purpose = re.compile(r",? (?:de |)(?=\w)").match(source.folded, bodies.end, end) if bodies else None
        if bodies and purpose is None and source.folded.startswith("de ", bodies.end):
            purpose = re.compile(r"de ").match(source.folded, bodies.end, end)
        if (
            bodies
            and purpose
            and act_at(source, purpose.end())
            and not _BY_NOW.search(source.lower, start, match.start())
        ):
            return Clause(start, (purpose.end(), end), "directive", bodies.spans, assigned=True)
    return None


def _bare_act(source: FoldedText, start: int, end: int) -> Clause | None:
    """ "Rà soát …", or behind a label: "Tháng 12/2025: in ấn …", "Về kinh phí: bố trí …"."""
    label = _LABEL.match(source.text, start, end)
    position = label.end() if label and not act_at(source, start) else start
    behind = _behind_links(source, position, end)
    if not act_at(source, position) and (not act_at(source, behind) or _PAST.search(source.lower, position, behind)):
        return None
    return replace(_predicate(source, position, position, end, Bodies((), position), "verb"), start=start)


def _outer(source: FoldedText, found: tuple[Directive, ...], start: int) -> tuple[Directive, ...]:
    """Directives that open an order of their own: the first, and later ones behind a comma, semicolon or bracket."""
    kept: list[Directive] = []
    for directive in found:
        before = source.text[start : directive.start].rstrip()
        if not kept or before.endswith((";", ",", ".", ":")) or re.search(r"đồng thời$|, [^,;]{1,40}$", before):
            if kept and directive.start < kept[-1].end:
                continue
            kept.append(directive)
    return tuple(kept)


def _directed_clauses(source: FoldedText, found: tuple[Directive, ...], start: int, end: int) -> list[Clause]:
    clauses = []
    for index, directive in enumerate(found):
        stop = _boundary(source, directive, found[index + 1].start) if index + 1 < len(found) else end
        begin = max(start, source.text.rfind(";", start, directive.start) + 1) if index == 0 else directive.start
        position = source.skip_blanks(directive.end, stop)
        if source.text[position : position + 1] == ":":
            position = source.skip_blanks(position + 1, stop)
        bodies = read_bodies(source, position, stop)
        if bodies is None and directive.kind == "request":
            bodies = read_unlisted(source, position, stop)
        bodies = bodies or Bodies((), position)
        clause = _predicate(source, begin, bodies.end, stop, bodies, "directive")
        clauses.append(replace(clause, assigned=directive.kind == "assign"))
    return clauses


def _boundary(source: FoldedText, directive: Directive, following: int) -> int:
    """End of a directive's text before the next one: the last semicolon or comma between them."""
    cut = max(source.text.rfind(";", directive.end, following), source.text.rfind(". ", directive.end, following))
    if cut < 0:
        cut = source.text.rfind(",", directive.end, following)
    return cut if cut > directive.end else following


def _with_shared_act(clauses: list[Clause]) -> tuple[Clause, ...]:
    """ "trong A, giao X chủ trì; trong B, giao Y chủ trì; … rà soát": the act behind the last is that of all."""
    last = clauses[-1] if clauses else None
    if last is None or last.act[0] >= last.act[1]:
        return tuple(clauses)
    return tuple(
        replace(clause, act=last.act, coordinating=clause.coordinating or last.coordinating)
        if clause.chairs and clause.act[0] >= clause.act[1]
        else clause
        for clause in clauses
    )


def read_act(source: FoldedText, start: int, end: int, actors: Clause) -> Clause:
    """A further act of the same actors: its own helpers are read, its leads taken over."""
    clause = _predicate(source, start, start, end, Bodies((), start), actors.form)
    return replace(clause, lead=actors.lead)


def read_actor_clause(source: FoldedText, start: int, end: int, expects_orders: bool) -> Clause | None:
    """ "Sở Y tế có trách nhiệm rà soát…", behind an adjunct too; ``None`` when nobody is named first."""
    for position in _actor_positions(source, start, end):
        bodies = read_bodies(source, position, end)
        if bodies is None and expects_orders and position == start and _may_be_somebody(source, start, end):
            bodies = read_unlisted(source, position, end)
        if bodies is None:
            continue
        after = source.skip_blanks(bodies.end, end)
        if after < end and source.text[after] == ",":
            after = source.skip_blanks(after + 1, end)
        strong = _STRONG.match(source.folded, after)
        if not strong and not (expects_orders and (_acts(source, after) or _LONG_ADJUNCT.match(source.folded, after))):
            continue
        linked = re.match(_LINKED, source.folded[after:end])
        if not linked and not expects_orders:
            continue
        return _predicate(source, start, bodies.end, end, bodies, "link" if linked else "actor")
    return None


def _may_be_somebody(source: FoldedText, start: int, end: int) -> bool:
    """Whether words of no known head may name who acts: in capitals, no thing that reports tell of, and by a day."""
    return (
        source.text[start].isupper()
        and _THING.match(source.folded, start) is None
        and re.search(r"(?:trước|chậm nhất|đến hết|trong) .{0,12}\d", source.lower[start:end]) is not None
    )


def _acts(source: FoldedText, position: int) -> bool:
    return act_at(source, position) > 0 or any(pattern.match(source.folded, position) for pattern in _ADJUNCTS)


_HANDED_ON = re.compile(
    r"(?<!\w)chuyen (?:tra )?(?:don|ho so|van ban|noi dung|y kien|kien nghi|phieu|cong van|thong tin|toan bo)(?!\w)[^.;]{0,140}? (?:den|cho|toi)(?!\w) "
)
_PAST = re.compile(r"(?<!\w)(?:đã|đang|vẫn|vừa)(?!\w)")
_BY_NOW = re.compile(r"(?<!\w)(?:đã|được)(?!\w)")
_ONLY_ADVERBS = re.compile(r"(?:(?:tiep tuc|dong thoi|thong nhat|khan truong|truoc mat|rieng|va)[\s,]*)+")
_CITING = re.compile(
    r"(?:thuc hien|trien khai|tiep theo|can cu)(?: noi dung| y kien)?(?: cac)? (?:cong van|chi dao|ke hoach|quyet dinh|chi thi|nghi quyet|thong bao|van ban|cong dien)"
)
_LABEL = re.compile(r"[^:;.()]{3,60}(?:\d{1,2}[/.]){0,2}[^:;.()]{0,30}:\s+(?=\w)")
_MARK = re.compile(r"[,:]\s+")
_LEAD_IN = re.compile(
    r"(?:de|nham|sau khi|khi|trong|tren co so|can cu|thuc hien|doi voi|ve|tai|tu ngay|tu|truoc|ket thuc|dinh ky|hang|luu y|rieng|ngoai ra|"
    r"dong thoi|den|thang|quy|chu thich|ghi chu|hằng|cham nhat|ngay|neu|truong hop|trong do|yeu cau|nay)(?!\w)"
)


def _actor_positions(source: FoldedText, start: int, end: int) -> list[int]:
    """Where an actor may be named: at the start, or behind the adjunct the sentence opens with."""
    position = start
    label = _LABEL.match(source.text, start, end)
    if label and not body_at(source, start) and not act_at(source, start):
        return [position, label.end()]
    if source.folded.startswith("doi voi ", start):
        position = start + len("doi voi ")
        return [position, *_after_marks(source, start, end)]
    if _LEAD_IN.match(source.folded, start):
        inner = [at for at, _ in source.words if start < at < min(end, start + 160) and _capital_body(source, at)]
        return _after_marks(source, start, end) + inner
    return [position]


def _after_marks(source: FoldedText, start: int, end: int) -> list[int]:
    return [mark.end() for mark in _MARK.finditer(source.text, start, end)]


def _capital_body(source: FoldedText, position: int) -> bool:
    if re.search(
        r"(?:phối hợp|với|cùng|cho|của|tại|về|do|và|tới|đến|giữa)\s*$", source.lower[max(0, position - 12) : position]
    ):
        return False
    return body_at(source, position) and source.lower.startswith(
        ("các đơn vị", "các cơ quan", "các địa phương", "thủ trưởng"), position
    )


def _predicate(source: FoldedText, start: int, position: int, end: int, bodies: Bodies, form: Form) -> Clause:
    """Reads what follows the actor: links, "chủ trì", "phối hợp với …", and the act behind them."""
    position = _behind_links(source, position, end)
    chair = _CHAIR.match(source.folded, position, end)
    helpers: tuple[Span, ...] = ()
    if chair:
        position = _skip_marks(source, chair.end(), end, ",;:")
        position += 3 if source.folded.startswith("va ", position) else 0
        helpers, position = _other_helpers(source, position, end)
    if not helpers:
        helpers, position = _joined_helpers(source, position, end, chair is not None)
    return Clause(start, (position, end), form, bodies.spans, helpers, chairs=chair is not None)


def _behind_links(source: FoldedText, position: int, end: int) -> int:
    """Behind "theo chức năng, nhiệm vụ", "có trách nhiệm", "phải", "chịu trách nhiệm:"."""
    position = _skip_adjuncts(source, _skip_marks(source, position, end), end)
    above_all = _ABOVE_ALL.match(source.folded, position, end)
    if above_all:
        acts = (at for at, _ in source.words if above_all.end() < at < end and act_begins(source, at, above_all.end()))
        position = next(acts, position)
    office = _OFFICE.match(source.folded, position, end)
    position = office.end() if office else position
    link = _LINK.match(source.lower, position, end) or _MISREAD_LINK.match(source.folded, position, end)
    if link:
        position = _skip_adjuncts(source, _skip_marks(source, link.end(), end), end)
    answers = _ANSWERS.match(source.folded, position, end)
    return answers.end() if answers else position


def _joined_helpers(source: FoldedText, position: int, end: int, chairs: bool) -> tuple[tuple[Span, ...], int]:
    """The bodies of "phối hợp với …" and where the act begins: behind them, or with it where no verb follows."""
    together = _TOGETHER.match(source.folded, position, end)
    helpers = read_bodies(source, together.end(), end) if together else None
    if helpers is None:
        return (), position
    after = _skip_marks(source, helpers.end, end, ",:")
    if after < end and (act_at(source, after) or chairs):
        return helpers.spans, _skip_adjuncts(source, after, end)
    return helpers.spans, position


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
    for pattern in _ADJUNCTS:
        match = pattern.match(source.folded, position, end)
        if match and match.end() < end:
            return _skip_marks(source, match.end(), end)
    if _LONG_ADJUNCT.match(source.folded, position):
        for comma in re.finditer(r",\s+", source.text[position:end]):
            after = position + comma.end()
            if act_at(source, after):
                return after
    return position
