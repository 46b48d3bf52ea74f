"""Where one clause holds several orders: other actors, other deadlines, "; đồng thời" (``letter-record.md``, rule 8)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.tasks.actors import read_actor_clause
from pipeline.extract.tasks.clauses import read_act
from pipeline.extract.tasks.predicates import Clause
from pipeline.extract.tasks.receivers import find_receiver
from pipeline.extract.tasks.sending import only_completes
from pipeline.extract.tasks.timing import deadlines_within
from pipeline.language.agencies import read_bodies
from pipeline.language.deadlines import read_closing_time
from pipeline.language.folded import FoldedText
from pipeline.language.heads import body_at
from pipeline.language.verbs import act_at
from schemas.deadline import DeadlinePhrase

_ALSO = re.compile(r"dong thoi,?\s*")
_ASIDE = re.compile(r"(?:rieng|con|ngoai ra)(?: doi voi)?,?\s+")
_REPORTS = re.compile(
    r"(?:(?:va|tong hop|dinh ky|kip thoi|lap|xay dung|hoan thien)[, ]+)*(?:ket thuc (?:dot|viec|cuoc)|tham muu(?! thanh lap| xay dung)|(?:gui )?(?:du thao )?bao (?:cao|ve|cho)|co (?:van ban|bao cao)[^,;]{0,20} gui|lap (?:lai )?(?:bao cao|bang|danh sach)|gui (?:ket qua|bao cao|ve)|trinh|bao cao ket qua|ket qua)(?!\w)"
)
_JOINT = re.compile(r"[;,()]|,? và ")
_ENDS_WORK = re.compile(r"(?:hoan thanh|ket thuc|xong|phan dau)(?!\w)")
_COMMON_WORDS = frozenset(
    (
        "cac don",
        "don vi",
        "co quan",
        "to chuc",
        "thuc hien",
        "dia ban",
        "tren dia",
        "cac xa",
        "nhan dan",
        "uy ban",
        "huong dan",
        "cac truong",
        "quy dinh",
        "theo quy",
        "can bo",
        "cua cac",
        "tai cac",
        "cac co",
    )
)
_WITH_OTHERS = re.compile(
    r"(?:dong thoi |chu dong )?(?:chu tri,? )?phoi hop (?:chat che )?(?:voi|cung) (?!cac (?:co quan|don vi|nganh)(?: chuc nang)?(?: (?:co )?lien quan)?(?!\w))"
)
_THREAT = re.compile(
    r"[;,.] *(?:neu )?(?:qua|het|sau) (?:thoi (?:han|gian|diem)|han)(?: tren| nay| quy dinh)?[^;]{0,60}? (?:thi|se|khong|coi nhu|xem nhu)(?!\w)"
)
_NEAR = 14
_TOGETHER = re.compile(r"(?:[\w ]{0,25} )?phoi hop (?!va)|truong hop|neu (?!ro)")


def split_clause(source: FoldedText, clause: Clause, phrases: Sequence[DeadlinePhrase]) -> tuple[Clause, ...]:
    """``clause`` as one clause for each order it holds, in order."""
    clause = _without_threat(source, clause)
    current, done = clause, []
    for mark, begin in _joints(source, *clause.act):
        if begin <= current.act[0]:
            continue
        if source.text[mark] == ";":
            further = _further(source, current, begin, clause.act[1], phrases)
        else:
            further = _other_actor(source, current, mark, begin, clause.act[1]) or _other_day(
                source, current, begin, clause.act[1], phrases
            )
        if further is not None:
            done.append(replace(current, act=(current.act[0], mark)))
            current = further
    return (*done, current)


def _without_threat(source: FoldedText, clause: Clause) -> Clause:
    """``clause`` up to "; quá thời hạn trên …": what follows tells what happens otherwise."""
    threat = _THREAT.search(source.folded, *clause.act)
    return replace(clause, act=(clause.act[0], threat.start())) if threat else clause


def _joints(source: FoldedText, start: int, end: int) -> list[tuple[int, int]]:
    """(where it stands, where the text goes on) of semicolons, commas and "và" outside brackets, in order."""
    depth, found = 0, []
    for match in _JOINT.finditer(source.text, start, end):
        depth += (match[0] == "(") - (match[0] == ")")
        if depth <= 0 and match[0] not in "()":
            found.append((match.start(), source.skip_blanks(match.end(), end)))
    return found


def _other_actor(source: FoldedText, current: Clause, mark: int, begin: int, end: int) -> Clause | None:
    """The order of "Sở A kiểm tra chợ, Sở B kiểm tra bếp ăn": another body with an act, unless the words list bodies."""
    if not current.lead or not source.text[begin : begin + 1].isupper() or not body_at(source, begin):
        return None
    if _ends_with_body(source, current.act[0], mark):
        return None
    actor = read_actor_clause(source, begin, end, expects_orders=True)
    return actor if actor is not None and actor.lead and actor.lead[0][0] == begin else None


def _other_day(
    source: FoldedText, current: Clause, begin: int, end: int, phrases: Sequence[DeadlinePhrase]
) -> Clause | None:
    """ "Báo cáo sơ kết trước ngày A, báo cáo tổng kết trước ngày B": another act by another day (rule 8)."""
    stop = source.text.find(";", begin, end)
    stop = stop if stop > 0 else end
    also = _ALSO.match(source.folded, begin, end)
    if also and act_at(source, also.end()) and _behind_none(phrases, current, (also.end(), stop)):
        return read_act(source, also.end(), end, current)
    before = [each for each in deadlines_within(phrases, current.act[0], begin) if each.kind in _DATED]
    own = [each for each in deadlines_within(phrases, begin, stop) if each.kind in _DATED]
    if not before or not own or act_at(source, begin) == 0:
        return None
    if _told_of_one(before[-1], own[0], source.text[begin : own[0].start]):
        return None
    if re.search(r"(?<!\w)để(?!\w)", source.lower[before[-1].end : begin]):
        return None  # "… trước ngày A để tổng hợp, báo cáo … trong tháng 7" tells what the issuer does then.
    if before[-1].text.lower().startswith("từ ") and not _LASTS.match(source.folded, current.act[0]):
        return None
    return read_act(source, begin, end, current)


def _behind_none(phrases: Sequence[DeadlinePhrase], current: Clause, segment: tuple[int, int]) -> bool:
    """Whether only the segment has a time: "…, đồng thời báo cáo … trong vòng 24 giờ" bounds no more than the report."""
    own = [each for each in deadlines_within(phrases, *segment) if each.kind != "immediate"]
    return bool(own) and not deadlines_within(phrases, current.act[0], segment[0])


_LASTS = re.compile(
    r"(?:(?:tiep tuc|tap trung|trien khai|phat dong) )?(?:to chuc|mo|ra quan|tuyen truyen|trien khai|treo|truc|tuan tra|phun|tiem|tiep nhan|niem yet|lay y kien|phat dong)(?!\w)"
)
"""Acts that last from one day to another; of others "từ ngày A đến ngày B" may tell which files or figures they are about."""
_DATED = ("date", "recurring")


def _told_of_one(first: DeadlinePhrase, second: DeadlinePhrase, between: str) -> bool:
    """Whether two days bound one act: the same words, or no act of its own between the joint and the second ("xong trước …")."""
    return first.text.lower() == second.text.lower() or only_completes(between)


def _ends_with_body(source: FoldedText, start: int, end: int) -> bool:
    """Whether a body is named up to ``end``, so that what follows a comma goes on listing bodies."""
    for at, _ in source.words:
        if max(start, end - 90) <= at < end and body_at(source, at):
            named = source.text[at].isupper() or source.folded.startswith("cac ", at)
            bodies = read_bodies(source, at, end) if named else None
            if bodies is not None and bodies.end >= end - 1:
                return True
    return False


def _further(
    source: FoldedText, current: Clause, begin: int, end: int, phrases: Sequence[DeadlinePhrase]
) -> Clause | None:
    """The order that begins at ``begin`` when it is one of its own, else ``None``."""
    also = _ALSO.match(source.folded, begin, end)
    apart = _ASIDE.match(source.folded, begin, end)
    start = also.end() if also else apart.end() if apart else begin
    actor = read_actor_clause(source, start, end, expects_orders=True) if body_at(source, start) else None
    if actor is not None and actor.lead:
        return actor
    stop = source.text.find(";", start, end)
    segment = (start, stop if stop > 0 else end)
    if (
        also
        or _timed_apart(source, current, segment, begin, phrases)
        or _helped_apart(source, current, segment)
        or _received_apart(source, current, begin, segment)
    ):
        return read_act(source, start, end, current)
    return None


def _behind_day(source: FoldedText, position: int, day: DeadlinePhrase) -> bool:
    """Whether the act before ended with its day, so that what follows the semicolon is not bounded by it."""
    return source.text[day.end : position].strip(" ,;)") == ""


def _goes_with(source: FoldedText, before: tuple[int, int], segment: tuple[int, int], day: DeadlinePhrase) -> bool:
    """Whether a segment with a time bounds the act before it: it reports, sends or ends what was ordered there."""
    if _REPORTS.match(source.folded, *segment) or _ENDS_WORK.search(source.folded, *segment):
        return True
    around = f"{source.text[segment[0] : day.start]} {source.text[day.end : segment[1]]}"
    return only_completes(around) or _shares_a_thing(
        source.folded[slice(*before)], source.folded[segment[0] : day.start]
    )


def _shares_a_thing(first: str, second: str) -> bool:
    """Whether the act of ``second`` is done with something that ``first`` names ("xây dựng kịch bản; gửi kịch bản …")."""
    words = re.findall(r"\w+", second)[1:8]
    return any(f"{a} {b}" in first for a, b in itertools.pairwise(words) if f"{a} {b}" not in _COMMON_WORDS)


def _closing(source: FoldedText, start: int, end: int) -> tuple[DeadlinePhrase, ...]:
    """What only the last words before a semicolon say of time ("… trong kỳ sinh hoạt tháng 8")."""
    stop = source.text.rfind(";", start, end)
    phrase = read_closing_time(source.text[start:stop]) if stop > start else None
    return () if phrase is None else (replace(phrase, start=phrase.start + start, end=phrase.end + start),)


def _timed_apart(
    source: FoldedText, current: Clause, segment: tuple[int, int], begin: int, phrases: Sequence[DeadlinePhrase]
) -> bool:
    """The segment opens with a time of its own, or both sides have one and they differ.

    A time at the end of "làm A; báo cáo kết quả trước ngày …" bounds both; that of an act which has nothing to do with
    the one before is its own (``letter-record.md``, rule 8).
    """
    own = deadlines_within(phrases, *segment)
    before = deadlines_within(phrases, current.act[0], begin) or _closing(source, current.act[0], begin)
    if own and own[0].kind != "immediate" and not before and act_at(source, segment[0]):
        return not _goes_with(source, (current.act[0], begin), segment, own[0])
    lasting = [phrase for phrase in before if phrase.kind != "immediate"]
    if lasting and not own and _behind_day(source, segment[0], lasting[-1]):
        return act_at(source, segment[0]) > 0 and _REPORTS.match(source.folded, *segment) is None
    if not own:
        return False
    if own[0].start - segment[0] <= _NEAR and own[0].end - segment[0] < segment[1] - segment[0] - 8:
        return not before or before[-1].text.lower() != own[0].text.lower() or own[0].kind == "immediate"
    return bool(before) and own[0].kind != "immediate"


def _received_apart(source: FoldedText, current: Clause, begin: int, segment: tuple[int, int]) -> bool:
    """Both sides name who gets the result, and not the same."""
    before, own = find_receiver(source, current.act[0], begin), find_receiver(source, *segment)
    if before is None or own is None:
        return False
    return source.folded[slice(*before)] != source.folded[slice(*own)]


def _helped_apart(source: FoldedText, current: Clause, segment: tuple[int, int]) -> bool:
    """ "Phối hợp chặt chẽ với X trong việc …; kịp thời xử lý …": X helps with the first only."""
    if not current.coordinating and _WITH_OTHERS.match(source.folded, *segment):
        return True
    if _REPORTS.match(source.folded, *segment):
        return False
    if not current.coordinating or current.chairs or current.coordinating[0][0] < current.act[0]:
        return False
    return _TOGETHER.match(source.folded, segment[0]) is None
