"""Reading order: lines whole, columns one after the other, nothing lost."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout import lay_out
from schemas.geometry import Box
from schemas.text import Line, Page, Word

HEADING = [
    (95.0, 70.0, "UBND TỈNH AN PHÚ"),
    (290.0, 70.0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (130.0, 86.0, "SỞ Y TẾ"),
    (340.0, 88.0, "Độc lập - Tự do - Hạnh phúc"),
    (110.0, 112.0, "Số: 45 /SYT-NVY"),
    (320.0, 113.0, "An Phú, ngày 03 tháng 6 năm 2021"),
    (100.0, 128.0, "V/v báo cáo kết quả"),
]
BODY = [
    (110.0, 190.0, "Thực hiện Công văn của Bộ Y tế về việc báo cáo kết quả công tác năm"),
    (80.0, 206.0, "2021, Sở Y tế đề nghị các đơn vị trực thuộc khẩn trương rà soát và báo cáo"),
]
FOOT = [
    (80.0, 640.0, "Nơi nhận:"),
    (380.0, 641.0, "KT. GIÁM ĐỐC"),
    (80.0, 654.0, "- Như trên;"),
    (375.0, 657.0, "PHÓ GIÁM ĐỐC"),
    (80.0, 668.0, "- Lưu: VT."),
    (385.0, 730.0, "Nguyễn Văn An"),
]


def texts(page: Page) -> list[str]:
    (laid,) = lay_out([page])
    return [line.text for line in laid.lines]


def test_heading_is_read_by_columns_although_the_engine_merges_them(set_page: Callable[..., Page]) -> None:
    assert texts(set_page(HEADING + BODY, merged=True)) == [
        "UBND TỈNH AN PHÚ",
        "SỞ Y TẾ",
        "Số: 45 /SYT-NVY",
        "V/v báo cáo kết quả",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "An Phú, ngày 03 tháng 6 năm 2021",
        *(text for _, _, text in BODY),
    ]


def test_signature_follows_the_whole_of_noi_nhan(set_page: Callable[..., Page]) -> None:
    assert texts(set_page(FOOT, merged=True)) == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Nguyễn Văn An",
    ]


def test_national_name_is_cut_off_from_an_agency_close_by(set_page: Callable[..., Page]) -> None:
    rows = [(60.0, 70.0, "ỦY BAN NHÂN DÂN TỈNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    assert texts(set_page(rows)) == ["ỦY BAN NHÂN DÂN TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_two_columns_of_addressees_are_read_one_after_the_other(set_page: Callable[..., Page]) -> None:
    rows = [
        (200.0, 200.0, "Kính gửi:"),
        (100.0, 220.0, "- Sở Nội vụ;"),
        (320.0, 220.0, "- Công an tỉnh;"),
        (100.0, 236.0, "- Sở Tài chính;"),
        (320.0, 236.0, "- Thanh tra tỉnh."),
    ]
    assert texts(set_page(rows, merged=True)) == [
        "Kính gửi:",
        "- Sở Nội vụ;",
        "- Sở Tài chính;",
        "- Công an tỉnh;",
        "- Thanh tra tỉnh.",
    ]


def test_gap_left_for_handwriting_does_not_cut_the_number(set_page: Callable[..., Page]) -> None:
    rows = [(100.0, 110.0, "Số:"), (165.0, 110.0, "/UBND-KT"), *BODY]
    assert texts(set_page(rows))[0] == "Số: /UBND-KT"


def test_word_whose_box_is_far_too_high_stays_in_its_line(set_page: Callable[..., Page]) -> None:
    page = set_page(BODY)
    words = list(page.words)
    box = words[3].box
    assert box is not None
    swollen = Word(words[3].text, Box(box.x0, box.y0 - 5, box.x1, box.y1 + 7), line=words[3].line)
    words[3] = swollen
    assert texts(Page(1, 595.0, 842.0, "ocr", tuple(words))) == [text for _, _, text in BODY]


@given(st.floats(-math.tan(math.radians(2)), math.tan(math.radians(2))))
def test_page_leaning_up_to_two_degrees_gives_the_same_lines(lean: float) -> None:
    from_straight = texts(_leaning(0.0))
    assert texts(_leaning(lean)) == from_straight


def _leaning(lean: float) -> Page:
    words = []
    for row, (x0, baseline, text) in enumerate(HEADING + BODY + FOOT):
        x = x0
        for part in text.split():
            y = baseline + lean * (x - 300)
            words.append(Word(part, Box(x, y - 8.5, x + 6.5 * len(part), y), line=row))
            x += 6.5 * len(part) + 4
    return Page(1, 595.0, 842.0, "ocr", tuple(words))


def test_lines_without_boxes_are_those_of_the_file() -> None:
    words = [Word("Kính", None, line=0), Word("gửi:", None, line=0), Word("-", None, line=2), Word("Sở", None, line=2)]
    (laid,) = lay_out([Page(None, None, None, "embedded", tuple(words))])
    assert [line.text for line in laid.lines] == ["Kính gửi:", "- Sở"]


boxed_words = st.builds(
    lambda text, x, y, width, height, line: Word(text, Box(x, y, x + width, y + height), line=line),
    st.sampled_from(["Sở", "Y", "tế", "-", "12", "2", "ngày", "|", ".", "CỘNG", "HÒA", "XÃ", "HỘI", "Kính", "gửi:"]),
    st.floats(0, 560),
    st.floats(0, 800),
    st.floats(1, 60),
    st.floats(1, 25),
    st.integers(0, 8),
)


@given(st.lists(boxed_words, max_size=40))
def test_every_word_is_laid_once_or_is_no_text(words: list[Word]) -> None:
    (laid,) = lay_out([Page(1, 595.0, 842.0, "ocr", tuple(words))])
    counts = Counter(map(id, words))
    for line in laid.lines:
        counts.subtract(map(id, line.words))
    left = [word for word in words if counts[id(word)]]
    assert all(count in (0, 1) for count in counts.values())
    assert all(_says_nothing(word) for word in left)


def _says_nothing(word: Word) -> bool:
    box = word.box
    assert box is not None
    speck = box.height < 3 and box.width < 3
    return speck or re.fullmatch(r"\W+|\d{1,3}", word.text) is not None


@given(st.lists(boxed_words, max_size=30))
def test_words_of_a_line_go_from_left_to_right(words: list[Word]) -> None:
    (laid,) = lay_out([Page(1, 595.0, 842.0, "ocr", tuple(words))])
    for line in laid.lines:
        assert isinstance(line, Line)
        edges = [word.box.x0 for word in line.words if word.box]
        assert edges == sorted(edges)
