"""What one sentence orders: who leads, who helps, and the act, as spans of the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.tasks.actors import LABEL, read_actor_clause
from pipeline.extract.tasks.predicates import Clause, behind_links, read_predicate
from pipeline.language.agencies import Bodies, read_bodies, read_unlisted
from pipeline.language.directives import Directive, find_directives
from pipeline.language.folded import FoldedText
from pipeline.language.heads import body_at
from pipeline.language.naming_verbs import act_begins
from pipeline.language.verbs import act_at

_HANDED_ON = re.compile(
    r"(?<!\w)chuyen (?:tra )?(?:don|ho so|van ban|noi dung|y kien|kien nghi|phieu|cong van|thong tin|toan bo)(?!\w)[^.;]{0,140}? (?:den|cho|toi)(?!\w) "
)
_PAST = re.compile(r"(?<!\w)(?:đã|đang|vẫn|vừa)(?!\w)")
_WILL = re.compile(r"(?<!\w)sẽ(?!\w)")
_BY_NOW = re.compile(r"(?<!\w)(?:đã|được)(?!\w)")
_TELLS_SOMEBODY = re.compile(r"(?<!\w)(?:thong bao|truyen dat|thong tin|gui)(?!\w)[^.;:]{0,80}? (?:de|den|toi) ")
_KNOWS = re.compile(
    r"(?:,? ?(?:duoc )?(?:biet|nam)(?!\w))(?:(?:,| va|;)+ ?(?:(?:to chuc|trien khai|chi dao|phoi hop|nghiem tuc) )*(?:chi dao|thuc hien|trien khai|phoi hop)?(?= |,))*(?:,| va)* "
)
_CONDITION = re.compile(r"(?:trong )?(?:khi|neu|truong hop|sau khi|truoc khi|ngay (?:sau )?khi|ket thuc)(?!\w)")
_CONDITION_ENDS = re.compile(r"(?:,|(?<!\w)thì(?!\w))\s*")
_AT_TIMES = re.compile(
    r"(?:cu \d+|moi (?:ngay|tuan|thang|quy|nam|buoi|dot)|hang (?:ngay|tuan|thang|quy|nam)|dinh ky|truoc ngay|vao|trong (?:thang|quy|nam|tuan|thoi gian)|tu (?:ngay|thang))(?!\w)"
)
_THING_MUST = re.compile(r"(?:cac|nhung|moi|toan bo|tat ca|tung) [^,.;:]{3,90}? (?:phai|can)(?: phai)? (?=\w)(?!co )")
_FORBIDS = re.compile(r"(?:nghiêm cấm|tuyệt đối cấm|cấm)(?!\w)(?: việc)?\s+")
_SIDE = re.compile(r"(?:ve phia|phia|rieng(?: doi voi)?|doi voi)\s+")
_ONLY_ADVERBS = re.compile(r"(?:(?:tiep tuc|dong thoi|thong nhat|khan truong|truoc mat|rieng|va)[\s,]*)+")
_CITING = re.compile(
    r"(?:thuc hien|trien khai|tiep theo|can cu)(?: noi dung| y kien)?(?: cac)? (?:cong van|chi dao|ke hoach|quyet dinh|chi thi|nghi quyet|thong bao|van ban|cong dien)"
)


def read_sentence(source: FoldedText, start: int, end: int, expects_orders: bool) -> tuple[Clause, ...]:
    """The orders of the sentence ``source.text[start:end]``.

    ``expects_orders``: the place orders anyway (below "yêu cầu các đơn vị:", in a plan), so that a
    bare "Sở Y tế rà soát…" or "Rà soát…" orders too.
    """
    asked = _told_and_asked(source, start, end)
    if asked is not None:
        return (asked,)
    directives = _outer(source, find_directives(source, start, end), start)
    first = read_actor_clause(source, start, end, expects_orders) if directives and body_at(source, start) else None
    if first is not None and (first.act[0] < directives[0].start or (expects_orders and _hands_on(source, first))):
        return (first,)
    if directives and expects_orders and _nested(source, directives[0], start):
        return (read_predicate(source, start, start, end, Bodies((), start), "verb"),)
    if directives:
        ahead = _ahead(source, start, directives[0].start) if expects_orders else ()
        return (*ahead, *_with_shared_act(_directed_clauses(source, directives, start, end)))
    clause = _transfer(source, start, end) or read_actor_clause(source, start, end, expects_orders)
    if clause is None and expects_orders:
        clause = _bare_act(source, start, end) or _timed_act(source, start, end) or _thing_first(source, start, end)
    if clause is None:
        clause = _forbidden(source, start, end)
    return (clause,) if clause else ()


def _told_and_asked(source: FoldedText, start: int, end: int) -> Clause | None:
    """ "… thông báo để các đồng chí biết, chỉ đạo thực hiện và báo cáo kết quả …": who is told has to report."""
    for match in _TELLS_SOMEBODY.finditer(source.folded, start, end):
        bodies = read_bodies(source, match.end(), end)
        known = _KNOWS.match(source.folded, bodies.end, end) if bodies else None
        if bodies and known and act_at(source, known.end()):
            return Clause(start, (known.end(), end), "directive", bodies.spans)
    return None


def _timed_act(source: FoldedText, start: int, end: int) -> Clause | None:
    """ "Mỗi ngày 02 lần đo mặn …", "Khi nước rút, khử khuẩn …": a time or condition before the act belongs to it."""
    condition = _CONDITION.match(source.folded, start, end)
    if not condition and not _AT_TIMES.match(source.folded, start, end):
        return None
    if condition:
        places = [mark.end() for mark in _CONDITION_ENDS.finditer(source.lower, start, min(end, start + 200))]
        acts = any(act_at(source, behind_links(source, at, end)) for at in places)
    else:
        acts = any(start < at < min(end, start + 70) and act_begins(source, at, start) for at, _ in source.words)
    return Clause(start, (start, end), "verb") if acts and not _BY_NOW.search(source.lower, start, end) else None


def _thing_first(source: FoldedText, start: int, end: int) -> Clause | None:
    """ "Những thuốc còn hạn dùng dưới 6 tháng phải lập danh sách riêng": what must be done with a thing."""
    must = _THING_MUST.match(source.folded, start, end)
    return Clause(start, (start, end), "verb") if must and act_at(source, must.end()) else None


def _forbidden(source: FoldedText, start: int, end: int) -> Clause | None:
    """ "Nghiêm cấm các đơn vị tự ý …": whom it is forbidden; nobody named means all."""
    match = _FORBIDS.match(source.lower, start, end)
    if match is None:
        return None
    bodies = read_bodies(source, match.end(), end) or read_unlisted(source, match.end(), end)
    return Clause(start, (start, end), "directive", bodies.spans if bodies else ())


def _hands_on(source: FoldedText, clause: Clause) -> bool:
    """ "Trưởng trạm các xã: phân công người trực", "UBND các tỉnh giao Sở …": who is named orders others, not the issuer."""
    named = source.folded[clause.lead[0][0] : clause.act[0]].strip()
    return (
        named.endswith(":")
        or re.match(r"(?:cac|uy ban nhan dan cac|ubnd cac|(?:thu )?truong cac|hieu truong cac)(?!\w)", named)
        is not None
    )


def _ahead(source: FoldedText, start: int, directive: int) -> tuple[Clause, ...]:
    """The act in front of "…; đồng thời giao X …": an order of its own."""
    stop = source.text.rfind(";", start, directive)
    if stop < 0 or not act_at(source, start) or _CITING.match(source.folded, start):
        return ()
    return (read_predicate(source, start, start, stop, Bodies((), start), "verb"),)


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
    label = LABEL.match(source.text, start, end)
    position = label.end() if label and not act_at(source, start) else start
    behind = behind_links(source, position, end)
    if _WILL.search(source.lower, position, min(end, position + 80)):
        return None
    if not act_at(source, position) and (not act_at(source, behind) or _PAST.search(source.lower, position, behind)):
        return None
    return replace(read_predicate(source, position, position, end, Bodies((), position), "verb"), start=start)


def _outer(source: FoldedText, found: tuple[Directive, ...], start: int) -> tuple[Directive, ...]:
    """Directives that open an order of their own: the first, and later ones behind a comma, semicolon or bracket."""
    kept: list[Directive] = []
    for directive in found:
        before = source.text[start : directive.start].rstrip()
        if not kept or before.endswith((";", ",", ".", ":")) or re.search(r"đồng thời$|, [^,;]{1,40}$", before):
            if kept and (directive.start < kept[-1].end or _one_of_acts(source, directive, before)):
                continue
            kept.append(directive)
    return tuple(kept)


def _one_of_acts(source: FoldedText, directive: Directive, before: str) -> bool:
    """ "giao Sở A rà soát …, kiến nghị thu hồi …": asking nobody else, behind a comma, is one of the acts."""
    return (
        before.endswith(",")
        and directive.kind == "request"
        and read_bodies(source, source.skip_blanks(directive.end, len(source.text)), len(source.text)) is None
    )


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
        bodies = bodies or _on_whose_side(source, start, directive.start, position) or Bodies((), position)
        clause = read_predicate(source, begin, bodies.end, stop, bodies, "directive")
        clauses.append(replace(clause, assigned=directive.kind == "assign"))
    return clauses


def _on_whose_side(source: FoldedText, start: int, directive: int, position: int) -> Bodies | None:
    """Whom "Về phía Công an huyện, đề nghị …" asks: who is named before the comma."""
    side = _SIDE.match(source.folded, start, directive)
    bodies = read_bodies(source, side.end(), directive) if side else None
    if bodies is None or source.text[bodies.end : directive].strip(" ,"):
        return None
    return Bodies(bodies.spans, position)


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
    clause = read_predicate(source, start, start, end, Bodies((), start), actors.form)
    shared = actors.coordinating if actors.chairs and not clause.coordinating else clause.coordinating
    return replace(clause, lead=actors.lead, coordinating=shared)
