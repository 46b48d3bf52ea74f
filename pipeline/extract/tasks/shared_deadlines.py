"""A time said once for many: "hoàn thành nhiệm vụ được phân công trước ngày …" bounds the tasks it points at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schemas.extracted import ExtractedTask
from schemas.folding import fold

_POINTS_BACK = re.compile(
    r"(?:cac |nhung |phan )*(?:noi dung|nhiem vu|cong viec|phan viec|viec|hoat dong|phan cong)(?: cong viec| thuc hien)?(?: neu)? "
    r"(?:tren(?! dia ban)|o tren|duoc (?:phan cong|giao)|theo (?:bang )?phan cong|da phan cong)(?!\w)"
)


def with_shared_deadlines(tasks: Sequence[ExtractedTask]) -> tuple[ExtractedTask, ...]:
    """``tasks`` with a day given to those before it that a later task plainly bounds too.

    Work "được phân công" is what tables and lists of the same letter hand out; only tasks without a
    time of their own take it over, and each says so by its rule.
    """
    bounded = list(tasks)
    for index, task in enumerate(tasks):
        deadline = task.deadline
        if deadline is None or deadline.value.kind != "date" or not _POINTS_BACK.search(fold(task.action.value)):
            continue
        shared = replace(deadline, confidence=deadline.confidence * 0.8, rule="deadline.shared")
        for earlier in range(index):
            if bounded[earlier].deadline is None and bounded[earlier].rule == "task.row":
                bounded[earlier] = replace(bounded[earlier], deadline=shared)
    return tuple(bounded)
