"""Tasks are less sure where words of time were left over, and where nobody is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.extracted import ExtractedTask

TasksOf = Callable[..., tuple[ExtractedTask, ...]]

PLAIN = "Giao Sở Y tế rà soát danh sách cơ sở khám bệnh."
LESS_SURE = [
    "Giao Sở Y tế rà soát danh sách cơ sở khám bệnh khi có dịch.",
    "Giao đồng chí Lò Văn Páo rà soát danh sách cơ sở khám bệnh.",
    "Đề nghị rà soát danh sách cơ sở khám bệnh.",
    "Giao Sở Y tế rà soát danh sách cơ sở khám bệnh trong thời hạn 05 ngày kể từ ngày nhận được Công văn này.",
    "Giao Sở Y tế rà soát danh sách cơ sở khám bệnh; báo cáo UBND tỉnh trước ngày 15/8/2027.",
]


@pytest.mark.parametrize("sentence", LESS_SURE)
def test_a_sign_of_something_unread_lowers_the_confidence(sentence: str, tasks_of: TasksOf) -> None:
    assert tasks_of(sentence)[0].confidence < tasks_of(PLAIN)[0].confidence


@pytest.mark.parametrize("sentence", [PLAIN, *LESS_SURE])
def test_confidence_is_a_share(sentence: str, tasks_of: TasksOf) -> None:
    assert all(0 < task.confidence <= 1 for task in tasks_of(sentence))
