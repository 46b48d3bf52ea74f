"""The subject, without "V/v" and "Về việc" in any shape."""

from __future__ import annotations

import pytest

from pipeline.extract.subject import extract_subject, is_marked
from schemas.text import Line, Passage, Word


def written(*texts: str) -> Passage:
    return Passage.of(Line(None, tuple(Word(word, None) for word in text.split())) for text in texts)


SUBJECTS = [
    (("V/v báo cáo kết quả thực hiện", "Đề án giảm quá tải"), "báo cáo kết quả thực hiện Đề án giảm quá tải"),
    (("V/v: báo cáo nhanh",), "báo cáo nhanh"),
    (("v/v báo cáo nhanh",), "báo cáo nhanh"),
    (("V/V báo cáo nhanh.",), "báo cáo nhanh"),
    (("V/v Triển khai Kế hoạch năm 2021./.",), "Triển khai Kế hoạch năm 2021"),
    (("-:V/w- bàn giao tài sản ¬__— ,",), "bàn giao tài sản"),
    (("W/v tổ chức bổ sung vi chất", "đợt 2 năm 2017 :"), "tổ chức bổ sung vi chất đợt 2 năm 2017"),
    (("V#w triển khai",), "triển khai"),
    (("V/ triển khai Quyết định",), "triển khai Quyết định"),
    (("Về việc tặng danh hiệu Chiến sĩ thi đua",), "tặng danh hiệu Chiến sĩ thi đua"),
    (("về việc kinh phí hỗ trợ",), "kinh phí hỗ trợ"),
    (("Vềviệc tăng cường công tác",), "tăng cường công tác"),
    (("V/v việc cử cán bộ",), "cử cán bộ"),
    (("Về tăng cường công tác phòng cháy",), "Về tăng cường công tác phòng cháy"),
    (("Tổ chức hội thi tay nghề giỏi", "cấp tỉnh năm 2019"), "Tổ chức hội thi tay nghề giỏi cấp tỉnh năm 2019"),
    (("V/v báo cáo nhanh (Lần 2)",), "báo cáo nhanh (Lần 2)"),
    (("Kết luận cuộc họp ngày 05/3/2020 “về đất đai”", "-----"), "Kết luận cuộc họp ngày 05/3/2020 “về đất đai”"),
    (("V/v phối hợp, xử lý: chất thải; nước thải",), "phối hợp, xử lý: chất thải; nước thải"),
    (("V/v góp ý dự thảo giai đoạn 2021 – 2030",), "góp ý dự thảo giai đoạn 2021 – 2030"),
    (("Việt Nam hùng cường",), "Việt Nam hùng cường"),
    (("Vận động hiến máu",), "Vận động hiến máu"),
]


@pytest.mark.parametrize(("lines", "subject"), SUBJECTS)
def test_the_subject_is_the_letters_words_without_the_lead_in(lines: tuple[str, ...], subject: str) -> None:
    assert extract_subject(written(*lines)).value == subject


def test_only_v_v_marks_a_cong_van() -> None:
    assert is_marked("V/v báo cáo")
    assert is_marked("- V/v: báo cáo")
    assert not is_marked("Về việc tặng danh hiệu")
    assert not is_marked("Vận động hiến máu")


def test_an_empty_subject_is_not_claimed() -> None:
    assert extract_subject(written("V/v ……")).value is None
