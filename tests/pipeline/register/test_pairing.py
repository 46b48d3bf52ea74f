"""Tasks read again are paired with the known ones by item and by likeness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.register.pairing import Described, likeness, paired


def described(action: str, item: str | None = None, *leads: str) -> Described:
    return Described(item, (action,), leads)


@pytest.mark.parametrize(
    ("new", "old", "pairs"),
    [
        (["rà soát vị trí việc làm"], ["rà soát vị trí việc làm"], {0: 0}),
        (["ra soat vị trí viêc lam"], ["rà soát vị trí việc làm"], {0: 0}),
        (["rà soát vị trí việc làm, gửi báo cáo"], ["rà soát vị trí việc làm"], {0: 0}),
        (["tổ chức hội nghị"], ["rà soát vị trí việc làm"], {}),
        (["lập danh sách", "rà soát vị trí"], ["rà soát vị trí", "lập danh sách"], {0: 1, 1: 0}),
        (["lập danh sách"], ["lập danh sách", "lập danh sách"], {0: 0}),
        ([], ["lập danh sách"], {}),
    ],
)
def test_pairs(new: list[str], old: list[str], pairs: dict[int, int]) -> None:
    assert paired([described(one) for one in new], [described(one) for one in old]) == pairs


def test_equal_actions_are_told_apart_by_item_and_lead() -> None:
    old = [described("báo cáo kết quả", "1", "Sở Y tế"), described("báo cáo kết quả", "2", "Sở Nội vụ")]
    new = [described("báo cáo kết quả", "2", "Sở Nội vụ"), described("báo cáo kết quả", "1", "Sở Y tế")]
    assert paired(new, old) == {0: 1, 1: 0}


def test_an_action_put_right_by_a_person_is_known_again() -> None:
    old = [Described(None, ("r@ s0@t v! tr! v!ec", "rà soát vị trí việc làm"), ())]
    assert paired([described("rà soát vị trí việc làm")], old) == {0: 0}


TASKS = st.lists(
    st.builds(described, st.text("abc ", min_size=1, max_size=12), st.sampled_from([None, "1", "2"])), max_size=5
)


@given(TASKS, TASKS)
def test_each_task_is_paired_at_most_once(new: list[Described], old: list[Described]) -> None:
    pairs = paired(new, old)
    assert len(set(pairs.values())) == len(pairs)
    assert set(pairs) <= set(range(len(new)))
    assert set(pairs.values()) <= set(range(len(old)))


@given(TASKS)
def test_the_same_reading_pairs_every_task_with_its_like(tasks: list[Described]) -> None:
    pairs = paired(tasks, tasks)
    for new, old in pairs.items():
        assert likeness(tasks[new], tasks[old]) >= likeness(tasks[new], tasks[new]) - 1e-9
