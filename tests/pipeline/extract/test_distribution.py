"""The list "Nơi nhận": recipients, what they get it for, and the archive line."""

from __future__ import annotations

import pytest

from pipeline.extract.distribution import extract_distribution
from schemas.text import Line, Word


def written(*texts: str) -> list[Line]:
    return [Line(None, tuple(Word(word, None) for word in text.split())) for text in texts]


BLOCKS = [
    (["Nơi nhận:", "- Như trên;", "- Lưu: VT, NVY."], [("Như trên", None)], "VT, NVY"),
    (["Nơi nhận:", "- Như trên;", "- BGĐ Sở (để b/c);", "- Lưu: VT."], [("Như trên", None), ("BGĐ Sở", "để b/c")], "VT"),
    (["Nơi nhận:", "- Như Điều 3;", "- Bộ trưởng (để báo cáo);", "- Lưu: VT, KCB."], [("Như Điều 3", None), ("Bộ trưởng", "để báo cáo")], "VT, KCB"),
    (["Nơi nhận: - Như trên;", "- Lưu VT, QLĐT."], [("Như trên", None)], "VT, QLĐT"),
    (["Nơi nhận:", "- Thường trực Tỉnh ủy (báo cáo);", "- Các sở, ban, ngành;", "- Lưu: VT, NC(A12)."], [("Thường trực Tỉnh ủy", "báo cáo"), ("Các sở, ban, ngành", None)], "VT, NC(A12)"),
    (["Nơi nhận:", "- VPUB: CVP, PCVP,", "các phòng nghiên cứu;", "- Lưu: VT."], [("VPUB: CVP, PCVP, các phòng nghiên cứu", None)], "VT"),
    (["Nơi nhận:", "- Đơn vị thuộc các ngành Công an, Quân đội,", "Biên phòng (để biết);", "- Lưu: VT."], [("Đơn vị thuộc các ngành Công an, Quân đội, Biên phòng", "để biết")], "VT"),
    (["Nơi nhận:", "- Phó Chủ tịch Trần Văn An", "(để chỉ đạo);", "- Lưu: VT."], [("Phó Chủ tịch Trần Văn An", "để chỉ đạo")], "VT"),
    (["Nơi nhận:", "- Bí thư,", "- Phó Bí thư,", "- Các đồng chí ủy viên,", "(để b/c)", "- Lưu Văn phòng."], [("Bí thư", "để b/c"), ("Phó Bí thư", "để b/c"), ("Các đồng chí ủy viên", "để b/c")], "Văn phòng"),
    (["Nơi nhận:", "- Như trên;", "- Thường trực Tỉnh ủy,", "- Thường trực HĐND tỉnh (để b/c);", "- Sở Nội vụ;", "- Lưu: VT."], [("Như trên", None), ("Thường trực Tỉnh ủy", "để b/c"), ("Thường trực HĐND tỉnh", "để b/c"), ("Sở Nội vụ", None)], "VT"),
    (["Nơi nhận:", "- Bộ Y tế; } (để b/c)", "- Lưu: VT."], [("Bộ Y tế", "để b/c")], "VT"),
    (["Nơi nhận:", "- Báo An Phú; Đài PT-TH An Phú;", "- Lưu: VT."], [("Báo An Phú; Đài PT-TH An Phú", None)], "VT"),
    (["Nơi nhận:", "- Sở Nội vụ", "- Lưu: VT, TCCB (02b)."], [("Sở Nội vụ", None)], "VT, TCCB (02b)"),
    (["Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT, P.ĐT."], [("Sở Nội vụ", None)], "VT, P.ĐT"),
    (["Nơi nhận:", "Như trên;", "Sở Nội vụ;", "Lưu: VT."], [("Như trên", None), ("Sở Nội vụ", None)], "VT"),
    (["Nơi nhận:", "- Ban Thường vụ (thay b/c),", "- Các chi bộ,", "- Lưu VPTU."], [("Ban Thường vụ", "thay b/c"), ("Các chi bộ", None)], "VPTU"),
    (["Nơi nhận:", "- Công ty A (để t/h);", "- Phòng KT (phối hợp);", "- Cổng TTĐT (đăng tải);", "- Lưu: VT."], [("Công ty A", "để t/h"), ("Phòng KT", "phối hợp"), ("Cổng TTĐT", "đăng tải")], "VT"),
    (["Nơi nhận:", "- PCT UBND tỉnh (KGVX);", "- Lưu: VT."], [("PCT UBND tỉnh (KGVX)", None)], "VT"),
    (["Nơi nhận:", "Gửi bản điện tử và bản giấy:", "- Như trên;", "- Lưu: VT."], [("Như trên", None)], "VT"),
    (["Nơi nhận:", "- TT. HĐND xã;", "- Lưu: VT, h(5)."], [("TT. HĐND xã", None)], "VT, h(5)"),
    (["Nơi nhận:", "- Các sở: Tài chính, Nội vụ,", "Xây dựng, Tư pháp;", "- Lưu: VT."], [("Các sở: Tài chính, Nội vụ, Xây dựng, Tư pháp", None)], "VT"),
    (["Nơi nhận:", "- Như kính gửi;"], [("Như kính gửi", None)], None),
    (["Nơi nhận:", "- Đài TT-TH huyện (đưa tin);", "- VP UBND tỉnh (ph/hợp);", "- UBND tỉnh (bíc);", "- Lưu: VT."], [("Đài TT-TH huyện", "đưa tin"), ("VP UBND tỉnh", "ph/hợp"), ("UBND tỉnh", "b/c")], "VT"),
    (["Nơi nhận:", "- Công an huyện (đôn đốc);", "- Viện Kiểm sát (kiểm sát);", "- CVP, PVP (ĐT);", "- Lưu: VT."], [("Công an huyện", "đôn đốc"), ("Viện Kiểm sát", "kiểm sát"), ("CVP, PVP (ĐT)", None)], "VT"),
    (["Nơi nhận:", "- Các chi bộ,", "- Các đồng chí Huyện ủy viên,", "Lưu Văn phòng Huyện ủy."], [("Các chi bộ", None), ("Các đồng chí Huyện ủy viên", None)], "Văn phòng Huyện ủy"),
    (["Nơi nhận:", "Như trên:", "Trung tâm Công báo tỉnh:", "Lưu: VT."], [("Như trên", None), ("Trung tâm Công báo tỉnh", None)], "VT"),
    ([], [], None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "recipients", "archive"), BLOCKS)
def test_each_line_is_a_recipient_and_the_last_the_archive(
    lines: list[str], recipients: list[tuple[str, str | None]], archive: str | None
) -> None:
    found, kept = extract_distribution(written(*lines))
    assert [(each.value.name, each.value.purpose) for each in found] == recipients
    assert (kept.value if kept else None) == archive


def test_a_bracket_on_its_own_line_below_end_marks_is_the_groups() -> None:
    found, _ = extract_distribution(
        written("- Như trên;", "- Bí thư;", "- TT HĐND;", "(để b/c)", "- Các sở;", "- Lưu: VT.")
    )
    assert [each.value.purpose for each in found] == [None, "để b/c", "để b/c", None]


def test_where_every_line_ends_with_a_comma_a_bracket_is_its_own_lines() -> None:
    """The Party's lists end each line with a comma (Guideline 36-HD/VPTW)."""
    found, _ = extract_distribution(written("- Các chi bộ,", "- Ban Thường vụ (b/c),", "- Lưu VPTU."))
    assert [each.value.purpose for each in found] == [None, "b/c"]


DAMAGED = [
    (["Nai nhận:", "~ Như trên;", "- BGĐ SYT;", "- Lưu: VT, ntan."], ["Như trên", "BGĐ SYT"], "VT, ntan"),
    (["Nơi nhận : -GIÁM ĐÓC", "- Như trên; : 1 Á M", "- Lưu: VT."], ["Như trên"], "VT"),
    (["Nơi nhận:", "- Như trên;-.", "- Website:SYT:.,", "- Lưu VT, ntan ./Zˆ"], ["Như trên", "Website:SYT"], "VT, ntan"),
    (["nhận:", "- Như trên;", "~ Lưư: VT, vmt."], ["Như trên"], "VT, vmt"),
    (["việc nêu trên", "NưiHhậm:", "~ Như trên;", "Ban Giám đốc Sở;", "B§ Trưởng khoa;", "- kưu: VT."], ["Như trên", "Ban Giám đốc Sở", "B Trưởng khoa"], "VT"),
    (["Nơi nhận:", "- HĐT (để b/©);", "- Lưu VT,TC-HC."], ["HĐT"], "VT,TC-HC"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "names", "archive"), DAMAGED)
def test_what_strays_in_from_the_signature_is_left_out(lines: list[str], names: list[str], archive: str) -> None:
    found, kept = extract_distribution(written(*lines))
    assert [each.value.name for each in found] == names
    assert kept is not None
    assert kept.value == archive


def test_a_purpose_that_ocr_damaged_is_put_right() -> None:
    found, _ = extract_distribution(written("Nơi nhận:", "- HĐT (đề b/e);", "- Lưu: VT."))
    assert found[0].value.purpose == "để b/c"
