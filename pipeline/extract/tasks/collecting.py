"""The tasks of one document as they are found, and sentences that only tell when or where of the one before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.extract.tasks.building import Source, build_task, with_sending
from pipeline.extract.tasks.idle import is_generic, is_idle_act
from pipeline.extract.tasks.predicates import Clause
from pipeline.extract.tasks.scope import Scope
from pipeline.extract.tasks.sending import (
    act_timed,
    gives_time,
    is_attended,
    makes,
    object_first,
    only_attends,
    only_completes,
    only_sends,
    opens_with,
    tells_how,
)
from pipeline.extract.tasks.timing import bounding, claimed, deadlines_within
from pipeline.language.deadlines import read_event_time
from pipeline.language.directives import find_directives
from schemas.extracted import ExtractedTask
from schemas.folding import fold


class TaskCollector:
    """Collects the tasks of one document in the order of its text."""

    def __init__(self, attended: bool = False, issuer: str = "") -> None:
        self.tasks: list[ExtractedTask] = []
        self.issuer = issuer
        self._awaited: tuple[str, int, ExtractedTask] | None = None
        """An act whose time was given to the task before it for want of a better, where that is, and how it was."""
        self.attended = attended
        """The letter is an invitation, so that "đề nghị tham dự đầy đủ" is no task beside it."""

    def issues(self, name: str) -> bool:
        """Whether ``name`` is the issuer's ("UBND huyện" of ỦY BAN NHÂN DÂN HUYỆN AN PHÚ), or may be, when that is unknown."""
        told, own = (fold(text).replace("ubnd", "uy ban nhan dan").strip(" .,") for text in (name, self.issuer))
        return not own or own.startswith(told) or told.startswith(own) or told.endswith(own)

    def is_issuer(self, name: str) -> bool:
        """Whether ``name`` is the issuer's whole name."""
        return bool(self.issuer) and fold(name).strip(" .,") == fold(self.issuer).strip(" .,")

    def emit_all(self, source: Source, clauses: Iterable[Clause], scope: Scope, item: str | None) -> None:
        for clause in clauses:
            self.emit(source, clause, scope, item)

    def emit(self, source: Source, clause: Clause, scope: Scope, item: str | None) -> None:
        act = source.text[slice(*clause.act)]
        if is_idle_act(act) or (is_generic(act) and not (clause.chairs or clause.assigned)):
            return
        task = build_task(source, clause, scope, item)
        if not task.action.value or (self.attended and only_attends(task)):
            return
        self.tasks.append(self._timed_before(task))

    def takes_follow_up(self, source: Source, start: int, end: int) -> bool:
        """Takes a sentence that only says where or when into the task before it; whether it did."""
        last = self.tasks[-1] if self.tasks else None
        thing = object_first(source.folded, start, end)
        if last is not None and thing is not None and only_sends(thing, last, source.text[start:end]):
            self.tasks[-1] = with_sending(last, source, (start, end))
            return True
        how = tells_how(source.folded, start, end)
        if how is not None and any(makes(how, task) for task in self.tasks[-4:]):
            return True
        if self._only_bounds(source, start, end):
            return True
        if not gives_time(source.folded, start, end) or find_directives(source.folded, start, end):
            return False
        if last is not None and (last.deadline is None or last.deadline.value.kind == "immediate"):
            self.tasks[-1] = _timed(last, source, start, end)
            self._note_act_timed(source, start, end, last)
        return True

    def _note_act_timed(self, source: Source, start: int, end: int, last: ExtractedTask) -> None:
        """A time told of an act that ``last`` does not order itself goes to a task behind it that does."""
        act = act_timed(source.folded, start, end)
        if act is not None and not opens_with(last, act):
            self._awaited = (act, len(self.tasks) - 1, last)

    def _timed_before(self, task: ExtractedTask) -> ExtractedTask:
        """``task`` with the time that was told of its act before it: "Thời gian thanh tra: …", then "Tiến hành thanh tra …"."""
        if self._awaited is None or task.deadline is not None or not opens_with(task, self._awaited[0]):
            return task
        _, index, before = self._awaited
        told, self.tasks[index], self._awaited = self.tasks[index].deadline, before, None
        return replace(task, deadline=told)

    def _only_bounds(self, source: Source, start: int, end: int) -> bool:
        """ "Yêu cầu hoàn thành trước ngày 30/6.": gives the task before it its day, when that has none."""
        days = [phrase for phrase in deadlines_within(source.phrases, start, end) if phrase.kind == "date"]
        last = self.tasks[-1] if self.tasks else None
        if len(days) != 1 or last is None or (last.deadline is not None and last.deadline.value.kind != "immediate"):
            return False
        around = f"{source.text[start : days[0].start]} {source.text[days[0].end : end]}"
        if not only_completes(around):
            return False
        self.tasks[-1] = replace(last, deadline=claimed(source.passage, days[0], "told_after"))
        return True


def _timed(task: ExtractedTask, source: Source, start: int, end: int) -> ExtractedTask:
    """``task`` with the time that the sentence behind it tells."""
    phrase = bounding(deadlines_within(source.phrases, start, end))
    event = read_event_time(source.text[start:end]) if is_attended(task) else None
    if event is not None:
        moved = replace(event, start=event.start + start, end=event.end + start)
        return replace(task, deadline=claimed(source.passage, moved, "event"))
    return task if phrase is None else replace(task, deadline=claimed(source.passage, phrase, "told_after"))
