"""A time said once for many: "hoàn thành các nội dung trên trước ngày …" bounds the tasks above, "đúng thời hạn nêu
trên" the task it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.tasks.timing import all_deadlines, claimed
from schemas.deadline import DeadlinePhrase, PrintedDay
from schemas.document import Paragraph, ParsedTable
from schemas.evidence import Extracted
from schemas.extracted import ExtractedTask
from schemas.folding import fold

_POINTS_BACK = re.compile(
    r"(?:cac |nhung |phan )*(?:noi dung|nhiem vu|cong viec|phan viec|viec|hoat dong|phan cong)(?: cong viec| thuc hien)?(?: neu)? "
    r"(?:tren(?! dia ban)|o tren|duoc (?:phan cong|giao)|theo (?:bang )?phan cong|da phan cong)(?!\w)"
)
_ONLY_BOUNDS = re.compile(
    r"(?:khan truong |tap trung |phai |to chuc |trien khai )*(?:hoan thanh|thuc hien xong|thuc hien hoan thanh|thuc hien)(?: viec| trien khai| thuc hien| toan bo| tat ca| dut diem)* "
    r"(?:cac |nhung |\d+ )?(?:noi dung|nhiem vu|cong viec|phan viec|viec)(?:,? (?:noi dung|nhiem vu|cong viec))? (?:da |duoc )?(?:neu |ke |o )*tren(?: day)?\W*"
)
_ABOVE = r"(?:tat ca |toan bo )?(?:cac |nhung )?(?:noi dung|nhiem vu|cong viec|phan viec)(?:,? (?:noi dung|nhiem vu|cong viec))? (?:da |duoc )?(?:neu |ke |o |giao )*tren(?! dia ban)"
_ALL_ABOVE = re.compile(
    rf"(?:thoi (?:han|gian)|han|tien do) (?:(?:thuc hien|hoan thanh|trien khai|bao cao)[, ]+(?:va )?)+(?:doi voi )?{_ABOVE}|{_ABOVE} (?:phai |can )?(?:duoc )?(?:thuc hien |trien khai )?(?:hoan thanh|xong)(?!\w)"
)
_AS_SAID = re.compile(
    r"(?:dung|theo|truoc|trong)(?: dung)? (?:thoi (?:han|gian)|han)(?: (?:gia han|quy dinh|yeu cau|gop y|bao cao|gui))? (?:da )?(?:neu|noi|ghi|o)(?: o)? tren(?!\w)"
)


def with_shared_deadlines(
    tasks: Sequence[ExtractedTask], body: Sequence[Paragraph | ParsedTable]
) -> tuple[ExtractedTask, ...]:
    """``tasks`` with a day given to those that another sentence of ``body`` plainly bounds too.

    Only tasks without a time of their own take one over, and each says so by its rule. A sentence that
    orders no more than to finish what stands above by a day is no task of its own (``letter-record.md``, "Deadlines").
    """
    bounded = _bounded_together([_as_said_above(task, body) for task in tasks], body)
    closing = {index for index, task in enumerate(bounded) if _only_bounds(task, index)}
    for index, task in enumerate(bounded):
        deadline = task.deadline
        if deadline is None or deadline.value.kind != "date" or not _POINTS_BACK.search(fold(task.action.value)):
            continue
        shared = replace(deadline, confidence=deadline.confidence * 0.8, rule="deadline.shared")
        for earlier in range(index):
            if _takes_over(bounded[earlier], index in closing):
                bounded[earlier] = replace(bounded[earlier], deadline=shared)
    return tuple(task for index, task in enumerate(bounded) if index not in closing)


def _bounded_together(tasks: Sequence[ExtractedTask], body: Sequence[Paragraph | ParsedTable]) -> list[ExtractedTask]:
    """ "Thời hạn hoàn thành các nhiệm vụ nêu trên: trước ngày …": a line that orders nothing bounds all that stands above it."""
    found = list(tasks)
    above: set[str] = set()
    for part in body:
        if not isinstance(part, Paragraph):
            continue
        days = [phrase for phrase in all_deadlines(part.text) if phrase.kind == "date"]
        if len(days) == 1 and _ALL_ABOVE.match(fold(part.text), part.text_start):
            shared = claimed(part.passage, days[0], "shared")
            shared = replace(shared, confidence=shared.confidence * 0.8)
            found = [
                replace(task, deadline=shared) if task.context in above and _takes_over(task, True) else task
                for task in found
            ]
        above.add(part.text)
    return found


def _only_bounds(task: ExtractedTask, index: int) -> bool:
    dated = task.deadline is not None and task.deadline.value.kind == "date"
    return dated and index > 0 and _ONLY_BOUNDS.fullmatch(fold(task.action.value)) is not None


def _takes_over(task: ExtractedTask, closing: bool) -> bool:
    """Work "được phân công" is what tables of the letter hand out; "các nội dung trên" are all tasks above."""
    if task.deadline is not None and task.deadline.value.kind != "immediate":
        return False
    return closing or (task.rule == "task.row" and task.deadline is None)


def _as_said_above(task: ExtractedTask, body: Sequence[Paragraph | ParsedTable]) -> ExtractedTask:
    """ "… gửi văn bản đúng thời hạn nêu trên": the last printed day that bounds something above it."""
    if task.deadline is not None and task.deadline.value.kind != "immediate":
        return task
    if not _AS_SAID.search(fold(task.action.value)):
        return task
    found: Extracted[DeadlinePhrase] | None = None
    for part in body:
        if not isinstance(part, Paragraph):
            continue
        if part.text == task.context:
            break
        days = [phrase for phrase in all_deadlines(part.text) if isinstance(phrase.expression, PrintedDay)]
        found = claimed(part.passage, days[-1], "as_said_above") if days else found
    return task if found is None else replace(task, deadline=replace(found, confidence=found.confidence * 0.8))
