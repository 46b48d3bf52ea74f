"""Who signed, as what and for whom."""

from __future__ import annotations

import pytest

from pipeline.extract.signatory import extract_signatory
from schemas.geometry import Box
from schemas.text import Line, Word


def written(*texts: str) -> list[Line]:
    return [Line(None, tuple(Word(word, None) for word in text.split())) for text in texts]


def read(*texts: str, x: float = 320, confidence: float = 0.9) -> list[Line]:
    return [
        Line(
            1,
            tuple(
                Word(word, Box(x + 30 * at, 500 + 15 * y, x + 26 + 30 * at, 512 + 15 * y), confidence)
                for at, word in enumerate(text.split())
            ),
        )
        for y, text in enumerate(texts)
    ]


BLOCKS = [
    (("GIÁM ĐỐC", "Trần Văn An"), "Trần Văn An", "GIÁM ĐỐC", None),
    (("CHỦ TỊCH", "Lê Thị Bình"), "Lê Thị Bình", "CHỦ TỊCH", None),
    (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Hữu Cảnh"), "Nguyễn Hữu Cảnh", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"),
    (("KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Thanh Hà"), "Y Thanh Hà", "PHÓ CHỦ TỊCH", "KT.CHỦ TỊCH"),
    (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phạm Quốc Dũng"), "Phạm Quốc Dũng", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
    (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đỗ Minh Em"), "Đỗ Minh Em", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH"),
    (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Hồ Thị Gấm"), "Hồ Thị Gấm", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH"),
    (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "THƯỜNG TRỰC", "Hồ Thị Gấm"), "Hồ Thị Gấm", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "KT. CHỦ TỊCH"),
    (("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Vũ Đình Hải"), "Vũ Đình Hải", "CHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH"),
    (("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Vũ Đình Hải"), "Vũ Đình Hải", "PHÓ CHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG"),
    (("TL. BỘ TRƯỞNG", "KT. VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG", "Bùi Thanh Ích"), "Bùi Thanh Ích", "PHÓ VỤ TRƯỞNG", "TL. BỘ TRƯỞNG / KT. VỤ TRƯỞNG"),
    (("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Đặng Ngọc Khuê"), "Đặng Ngọc Khuê", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG"),
    (("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG NGHIỆP VỤ", "Hoàng Thị Lan"), "Hoàng Thị Lan", "TRƯỞNG PHÒNG NGHIỆP VỤ", "TUQ. GIÁM ĐỐC"),
    (("Q. GIÁM ĐỐC", "Ngô Bá Mạnh"), "Ngô Bá Mạnh", "Q. GIÁM ĐỐC", None),
    (("TRƯỞNG BAN", "Dương Văn Nam"), "Dương Văn Nam", "TRƯỞNG BAN", None),
    (("T/M BAN CÁN SỰ ĐẢNG", "BÍ THƯ", "Chử Đình Oanh"), "Chử Đình Oanh", "BÍ THƯ", "T/M BAN CÁN SỰ ĐẢNG"),
    (("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Mai Văn Phi"), "Mai Văn Phi", "PHÓ BÍ THƯ THƯỜNG TRỰC", "T/M BAN THƯỜNG VỤ"),
    (("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Lý A Sùng"), "Lý A Sùng", "PHÓ TRƯỞNG BAN", "K/T TRƯỞNG BAN"),
    (("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Tô Thị Quế"), "Tô Thị Quế", "CHÁNH VĂN PHÒNG", "T/L BAN THƯỜNG VỤ"),
    (("HIỆU TRƯỞNG", "PGS.TS. Trịnh Công Ra"), "Trịnh Công Ra", "HIỆU TRƯỞNG", None),
    (("GIÁM ĐỐC", "BS.CKII. Trần Văn Sĩ"), "Trần Văn Sĩ", "GIÁM ĐỐC", None),
    (("GIÁM ĐỐC", "ThS. BS Lê Văn Tám"), "Lê Văn Tám", "GIÁM ĐỐC", None),
    (("CHỈ HUY TRƯỞNG", "Đại tá Võ Thành Út"), "Võ Thành Út", "CHỈ HUY TRƯỞNG", None),
    (("TM. BAN CHẤP HÀNH", "ĐẢNG BỘ TỈNH AN PHÚ", "BÍ THƯ", "Hà Văn Vinh"), "Hà Văn Vinh", "BÍ THƯ", "TM. BAN CHẤP HÀNH ĐẢNG BỘ TỈNH AN PHÚ"),
    (("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "GIÁM ĐỐC SỞ XÂY DỰNG", "Cao Thị Xuyến"), "Cao Thị Xuyến", "PHÓ TRƯỞNG BAN", "KT. TRƯỞNG BAN"),
    (("KT. CỤC TRƯỞNG CỤC", "PHÒNG, CHỐNG THIÊN TAI", "PHÓ CỤC TRƯỞNG", "Lê Văn Y"), "Lê Văn Y", "PHÓ CỤC TRƯỞNG", "KT. CỤC TRƯỞNG CỤC PHÒNG, CHỐNG THIÊN TAI"),
    (("CHỦ TỊCH", "Phó Đức Cường"), "Phó Đức Cường", "CHỦ TỊCH", None),
    (("HIỆU TRƯỞNG", "Phó Giáo sư Tiến sĩ Lê Văn Ba"), "Lê Văn Ba", "HIỆU TRƯỞNG", None),
    (("GIÁM ĐỐC", "H' Linh Êban"), "H' Linh Êban", "GIÁM ĐỐC", None),
    (("GIÁM ĐỐC", "Y Thanh Niê"), "Y Thanh Niê", "GIÁM ĐỐC", None),
    (("CHÁNH THANH TRA", "Phùng Thế Yên"), "Phùng Thế Yên", "CHÁNH THANH TRA", None),
    (("TỔNG GIÁM ĐỐC", "Nguyễn Thị Minh Ánh"), "Nguyễn Thị Minh Ánh", "TỔNG GIÁM ĐỐC", None),
    (("TM. ỦY BAN NHÂN DÂN", "THÀNH PHỐ AN PHÚ", "CHỦ TỊCH", "Từ Văn Bằng"), "Từ Văn Bằng", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN THÀNH PHỐ AN PHÚ"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "name", "position", "capacity"), BLOCKS)
def test_a_block_reads_downwards(lines: tuple[str, ...], name: str, position: str, capacity: str | None) -> None:
    signer = extract_signatory(written(*lines))
    assert signer.name is not None
    assert signer.position is not None
    assert (signer.name.value, signer.position.value) == (name, position)
    assert (signer.capacity.value if signer.capacity else None) == capacity


DAMAGED = [
    (("KT. GIÁM ĐÓC", "PHÓ GIAM ĐỌC", ";⁄ˆ", "Hà Văn Bảy"), "Hà Văn Bảy", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"),
    (("VY. GIÁM ĐỌC", "HÓ GIÁM ĐÓC -", "Hà Văn Bảy"), "Hà Văn Bảy", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"),
    (("'GIÁM ĐÓC ° ` ˆ", "1Lê Thiên Chín"), "Lê Thiên Chín", "GIÁM ĐỐC", None),
    (("TM. UY BAN NHAN DÁN", "CHỦ TỊCH", "| ~ Z", "Nguyễn Hoàng Mười"), "Nguyễn Hoàng Mười", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
    (("KT. CHÁNH VĂN PHÒNG", "9 CHÁNH VĂN PHÒNG", "=° Phùng Tô Hai"), "Phùng Tô Hai", "PHÓ CHÁNH VĂN PHÒNG", "KT. CHÁNH VĂN PHÒNG"),
    (("TIM BAN CÁN SỰ ĐẢNG", "BÍ THƯ", "Trần Văn Ba"), "Trần Văn Ba", "BÍ THƯ", "T/M BAN CÁN SỰ ĐẢNG"),
    (("GIÁM ĐỐC “hà", "Lê Văn Năm"), "Lê Văn Năm", "GIÁM ĐỐC", None),
    (("IÁM ĐỐC", "xKiều Văn Bốn"), "Kiều Văn Bốn", "GIÁM ĐỐC", None),
    (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊC", "Trần Văn Ba"), "Trần Văn Ba", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),
    (("HIỆU TRƯỞNG —", "|ø ĐẠI HỌC \\", "Trần Công Tư"), "Trần Công Tư", "HIỆU TRƯỞNG", None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "name", "position", "capacity"), DAMAGED)
def test_scraps_of_seal_and_pen_are_left_out(
    lines: tuple[str, ...], name: str, position: str, capacity: str | None
) -> None:
    signer = extract_signatory(read(*lines))
    assert signer.name is not None
    assert signer.position is not None
    assert (signer.name.value, signer.position.value) == (name, position)
    assert (signer.capacity.value if signer.capacity else None) == capacity


def test_a_post_under_the_seal_follows_from_kt_and_says_so() -> None:
    signer = extract_signatory(read("KT. GIÁM ĐỐC", "PHÓ SN giun:", "Trần Văn An"))
    assert signer.position is not None
    assert (signer.position.value, signer.position.rule) == ("PHÓ GIÁM ĐỐC", "post-by-capacity")
    assert signer.position.confidence < 0.9


@pytest.mark.parametrize("line", ["Trân Phươc Hiên", "Xyzu Văn An", "Trúc Giang", "Hoàng Anh"])
def test_a_name_whose_surname_is_damaged_or_covered_is_only_a_candidate(line: str) -> None:
    signer = extract_signatory(read("GIÁM ĐỐC", line))
    assert signer.name is not None
    assert signer.name.value is None
    assert signer.name.candidates[0].value == line


@pytest.mark.parametrize(("line", "name"), [("hạm Trường An", "Phạm Trường An"), ("guyễn Thị Ba", "Nguyễn Thị Ba")])
def test_a_surname_that_lost_its_first_letter_is_completed(line: str, name: str) -> None:
    signer = extract_signatory(read("GIÁM ĐỐC", line))
    assert signer.name is not None
    assert (signer.name.value, signer.name.rule) == (name, "name-surname-completed")


def test_a_short_name_in_a_files_own_text_is_a_name() -> None:
    signer = extract_signatory(written("GIÁM ĐỐC", "Hoàng Anh"))
    assert signer.name is not None
    assert signer.name.value == "Hoàng Anh"


def test_a_scrap_of_pho_under_a_heads_post_makes_it_a_deputys() -> None:
    signer = extract_signatory(read("GIÁM ĐÓC", "PHÓ ĐỜI"))
    assert signer.position is not None
    assert signer.position.value == "PHÓ GIÁM ĐỐC"
    assert signer.position.confidence < 0.7


@pytest.mark.parametrize("line", ["Nơi nhận văn bản", "ký tên", "Trần", "Trần Văn An Bình Cường Dũng Em", "12 Trần 34"])
def test_what_is_no_name_is_not_taken_for_one(line: str) -> None:
    signer = extract_signatory(written("GIÁM ĐỐC", line))
    assert signer.name is None or signer.name.value is None


def test_of_two_signers_the_one_who_approves_is_not_the_letters() -> None:
    lines = [
        *read("PHÊ DUYỆT", "GIÁM ĐỐC SỞ Y TẾ", "Lê Văn Một", x=60),
        *read("CHÁNH THANH TRA", "Trần Thị Hai", x=330),
    ]
    signer = extract_signatory(lines, "THANH TRA")
    assert signer.name is not None
    assert signer.name.value == "Trần Thị Hai"


def test_of_two_signers_side_by_side_the_head_of_the_issuer_counts() -> None:
    lines = [*read("GIÁM ĐỐC SỞ TÀI CHÍNH", "Lê Văn Một", x=60), *read("GIÁM ĐỐC SỞ Y TẾ", "Trần Thị Hai", x=330)]
    signer = extract_signatory(lines, "SỞ TÀI CHÍNH")
    assert signer.name is not None
    assert signer.name.value == "Lê Văn Một"


def test_nothing_is_said_of_an_empty_block() -> None:
    signer = extract_signatory([])
    assert (signer.name, signer.position, signer.capacity) == (None, None, None)


@pytest.mark.parametrize(
    ("posts", "own"),
    [
        (("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "PHÓ GIÁM ĐỐC"),
        (("CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "CHÁNH VĂN PHÒNG"),
        (("PHÓ CHỈ HUY TRƯỞNG", "- THAM MƯU TRƯỞNG"), "PHÓ CHỈ HUY TRƯỞNG - THAM MƯU TRƯỞNG"),
    ],
)
def test_of_two_posts_without_their_mark_the_lower_is_the_signers(posts: tuple[str, ...], own: str) -> None:
    signer = extract_signatory(read(*posts, "Nguyễn Văn Hạt"))
    assert signer.position is not None
    assert signer.position.value == own


def test_a_head_of_office_signs_by_order_though_his_post_is_damaged() -> None:
    signer = extract_signatory(read("TL. CHỦ TỊCH", "H VĂN PHÒNG", "Nguyễn Văn Hạt"))
    assert signer.position is not None
    assert signer.position.value == "CHÁNH VĂN PHÒNG"


def test_a_name_that_is_not_under_its_post_is_doubted() -> None:
    straight = [Line(1, (Word("GIÁM", Box(300, 500, 340, 512), 0.95), Word("ĐỐC", Box(344, 500, 384, 512), 0.95)))]
    words = [("Hoàng", 330, 360), ("Diễm", 364, 390), ("My", 394, 410)]
    name = Line(1, tuple(Word(text, Box(x0, 560, x1, 572), 0.95) for text, x0, x1 in words))
    signer = extract_signatory([*straight, name])
    assert signer.name is not None
    assert signer.name.confidence < 0.6


def test_a_post_that_stands_twice_is_a_deputys() -> None:
    """Nobody prints a post twice: the upper line lost its "KT." and the lower its "PHÓ" to the seal."""
    signer = extract_signatory(read("TL. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG", "HÁNH VĂN PHÒNG", "Trần Văn An"))
    assert signer.position is not None
    assert signer.position.value == "PHÓ CHÁNH VĂN PHÒNG"
    assert signer.position.confidence < 0.7


def test_the_lower_of_two_posts_is_the_deputys_under_a_capacity_too() -> None:
    signer = extract_signatory(read("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn An"))
    assert signer.position is not None
    assert signer.position.value == "PHÓ CHỦ TỊCH"


SCRAPS = [
    ("KIÊN Hà Văn An", "Hà Văn An"),
    ("Lê Thị THỂ Mỹ Bình", "Lê Thị Mỹ Bình"),
    ("Đại Thân Văn Cảnh", "Thân Văn Cảnh"),
    ("Thượng Trần Văn Cảnh", "Trần Văn Cảnh"),
    ("Kpă Thuyên", "Kpă Thuyên"),
    ("Điểu Kim Hoa", "Điểu Kim Hoa"),
]


@pytest.mark.parametrize(("seen", "name"), SCRAPS)
def test_what_a_seal_left_beside_a_name_is_no_part_of_it(seen: str, name: str) -> None:
    signer = extract_signatory(read("GIÁM ĐỐC", seen, x=280))
    assert signer.name is not None
    assert signer.name.value == name


def test_a_surname_badly_read_before_another_is_put_to_a_person() -> None:
    line = read("An Tiêu Thị Bình")[0]
    doubtful = Line(1, (Word("An", line.words[0].box, 0.4), *line.words[1:]))
    signer = extract_signatory([*read("CHỦ TỊCH"), doubtful])
    assert signer.name is not None
    assert (signer.name.value, signer.name.rule) == (None, "name-begins-twice")
    assert [candidate.value for candidate in signer.name.candidates] == ["An Tiêu Thị Bình"]


def test_a_post_over_two_lines_is_one() -> None:
    signer = extract_signatory(read("TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG CÔNG", "CHỨC, VIÊN CHỨC", "Trần Văn An"))
    assert signer.position is not None
    assert signer.position.value == "TRƯỞNG PHÒNG CÔNG CHỨC, VIÊN CHỨC"


def test_what_a_seal_says_far_under_a_post_is_none_of_it() -> None:
    post, seal, name = read("TRƯỞNG PHÒNG", "SỞ XÂY DỰNG", "Trần Văn An")
    moved = [Word(word.text, Box(word.box.x0, 560, word.box.x1, 572), 0.9) for word in seal.words if word.box]
    signer = extract_signatory([post, Line(1, tuple(moved)), name])
    assert signer.position is not None
    assert signer.position.value == "TRƯỞNG PHÒNG"


@pytest.mark.parametrize("seen", ["Rơ Châm HˆLan", "Rơ Châm H`Lan", "Rơ Châm H'Lan"])
def test_the_apostrophe_of_a_highland_name_is_put_back(seen: str) -> None:
    signer = extract_signatory(read("CHỦ TỊCH", seen))
    assert signer.name is not None
    assert signer.name.value == "Rơ Châm H'Lan"
