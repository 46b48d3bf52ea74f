"""Where one clause holds several orders: other actors, other deadlines, "; đồng thời" (``letter-record.md``, rule 8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.tasks.actors import read_actor_clause
from pipeline.extract.tasks.clauses import read_act
from pipeline.extract.tasks.predicates import Clause
from pipeline.extract.tasks.receivers import find_receiver
from pipeline.extract.tasks.sending import only_completes
from pipeline.extract.tasks.timing import deadlines_within
from pipeline.language.folded import FoldedText
from pipeline.language.heads import body_at
from pipeline.language.verbs import act_at
from schemas.deadline import DeadlinePhrase

_ALSO = re.compile(r"dong thoi,?\s*")
_ASIDE = re.compile(r"(?:rieng|con|ngoai ra)(?: doi voi)?,?\s+")
_REPORTS = re.compile(
    r"(?:(?:va|tong hop|dinh ky|kip thoi|lap|xay dung|hoan thien)[, ]+)*(?:ket thuc (?:dot|viec|cuoc)|tham muu(?! thanh lap| xay dung)|(?:gui )?(?:du thao )?bao cao(?! nhanh)|gui (?:ket qua|bao cao|ve)|trinh|bao cao ket qua|ket qua)(?!\w)"
)
_NEAR = 14
_TOGETHER = re.compile(r"(?:[\w ]{0,25} )?phoi hop (?!va)|truong hop|neu (?!ro)")


def split_clause(source: FoldedText, clause: Clause, phrases: Sequence[DeadlinePhrase]) -> tuple[Clause, ...]:
    """``clause`` as one clause for each order it holds, in order."""
    current, done = clause, []
    for semicolon in _semicolons(source, *clause.act):
        begin = source.skip_blanks(semicolon + 1, clause.act[1])
        further = _further(source, current, begin, clause.act[1], phrases)
        if further is not None:
            done.append(replace(current, act=(current.act[0], semicolon)))
            current = further
    return (*done, current)


def _semicolons(source: FoldedText, start: int, end: int) -> list[int]:
    """Semicolons outside brackets; ". Đồng thời" counts as one."""
    depth, found = 0, []
    for position in range(start, end):
        mark = source.text[position]
        depth += (mark == "(") - (mark == ")")
        if mark == ";" and depth <= 0:
            found.append(position)
    return found


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


def _days(phrases: Sequence[DeadlinePhrase]) -> list[DeadlinePhrase]:
    return [phrase for phrase in phrases if phrase.kind in ("date", "recurring")]


def _goes_with(source: FoldedText, segment: tuple[int, int], day: DeadlinePhrase) -> bool:
    """Whether a segment with a day bounds the act before it: it reports what was ordered, or has it done, by then."""
    around = f"{source.text[segment[0] : day.start]} {source.text[day.end : segment[1]]}"
    return only_completes(around) or _REPORTS.match(source.folded, *segment) is not None


def _behind_day(source: FoldedText, position: int, day: DeadlinePhrase) -> bool:
    """Whether the act before ended with its day, so that what follows the semicolon is not bounded by it."""
    return source.text[day.end : position].strip(" ,;)") == ""


def _timed_apart(
    source: FoldedText, current: Clause, segment: tuple[int, int], begin: int, phrases: Sequence[DeadlinePhrase]
) -> bool:
    """The segment opens with a time of its own, or both sides have one and they differ."""
    own = deadlines_within(phrases, *segment)
    before = deadlines_within(phrases, current.act[0], begin)
    if _days(own) and not before and act_at(source, segment[0]):
        return not _goes_with(source, segment, _days(own)[0])
    if _days(before) and not own and _behind_day(source, segment[0], _days(before)[-1]):
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
    if not current.coordinating or current.chairs or current.coordinating[0][0] < current.act[0]:
        return False
    return _TOGETHER.match(source.folded, segment[0]) is None
