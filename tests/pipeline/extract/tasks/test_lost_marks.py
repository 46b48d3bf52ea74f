"""Orders are read though OCR lost tone marks or misread a letter of the words that order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.extracted import ExtractedTask

TasksOf = Callable[..., tuple[ExtractedTask, ...]]

SPECIMENS = [
    ("Để nghị các đơn vị báo cáo về Phòng Nội vụ trước ngày 10/6/2021.", ["các đơn vị"]),
    ("Yêu câu UBND các xã rà soát hộ nghèo.", ["UBND các xã"]),
    ("Giao So Xây dựng kiêm tra hiện trường.", ["So Xây dựng"]),
    ("Giao Công an tinh, Sở Tài chính tham muu xử lý.", ["Công an tinh", "Sở Tài chính"]),
    ("Phan công các thành viên Ban Chỉ đạo kiểm tra địa bàn.", ["các thành viên Ban Chỉ đạo"]),
    ("Đề nghị cac trường học tô chức lễ khai giảng.", ["cac trường học"]),
    ("Đề ngị các đồng chí chuẩn bị báo cáo tham luận.", ["các đồng chí"]),
    ("Chủ tich UBND huyện giao Trung tam Y tế chuẩn bị vắc xin.", ["Trung tam Y tế"]),
    ("Các đon vị có trach nhiệm công khai dự toán.", ["Các đon vị"]),
    ("Yêu cầu các cơ quan, đơn vi gưi báo cáo trước ngày 05/5/2022.", ["các cơ quan, đơn vi"]),
]


@pytest.mark.parametrize(("sentence", "leads"), SPECIMENS)
def test_marks_may_be_lost(sentence: str, leads: list[str], tasks_of: TasksOf) -> None:
    (task,) = tasks_of(sentence)
    assert [lead.value for lead in task.lead] == leads
