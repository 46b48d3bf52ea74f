"""Tasks are less sure where words of time were left over, and where nobody is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.extract.tasks.weighing import WEIGHTS, signs
from schemas.extracted import ExtractedTask

TasksOf = Callable[..., tuple[ExtractedTask, ...]]

PLAIN = "Giao Sở Y tế rà soát danh sách cơ sở khám bệnh."
LESS_SURE = [
    "Giao Sở Y tế rà soát danh sách cơ sở khám bệnh khi có dịch.",
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


def test_the_table_of_weights_holds_the_signs_of_a_plain_order(tasks_of: TasksOf) -> None:
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    (task,) = tasks_of(PLAIN)
    assert {"bias", "one act", "plain, named"} <= weights.keys()
    assert {"one act", "plain, named", "all read"} <= signs(task)
    assert "nobody named" not in signs(task)


def test_an_act_inside_a_lead_is_a_sign(tasks_of: TasksOf) -> None:
    (task,) = tasks_of(PLAIN)
    lead = replace(task.lead[0], value="Sở Y tế rà soát danh sách")
    assert "act in lead" in signs(replace(task, lead=(lead,)))
