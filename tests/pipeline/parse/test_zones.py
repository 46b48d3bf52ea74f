"""Zones of whole letters: of the state, of the Party, cropped, with what travels with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from pipeline.parse import parse
from schemas.document import Paragraph, ParsedDocument
from schemas.geometry import Box
from schemas.text import Cell, LaidPage, Line, Passage, Table, Word

SetPage = Callable[..., LaidPage]
SetText = Callable[[str], LaidPage]

LETTER = [
    (95.0, 70.0, "UBND TỈNH AN PHÚ"),
    (125.0, 85.0, "SỞ Y TẾ"),
    (105.0, 112.0, "Số: 45 /SYT-NVY"),
    (90.0, 130.0, "V/v báo cáo kết quả khám"),
    (100.0, 144.0, "chữa bệnh năm 2021"),
    (290.0, 70.0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (340.0, 86.0, "Độc lập - Tự do - Hạnh phúc"),
    (320.0, 112.0, "An Phú, ngày 03 tháng 6 năm 2021"),
    (180.0, 180.0, "Kính gửi:"),
    (240.0, 196.0, "- Giám đốc các bệnh viện trong tỉnh;"),
    (240.0, 212.0, "- Giám đốc trung tâm y tế."),
    (112.0, 240.0, "Thực hiện Công văn số 12/BYT-KCB của Bộ Y tế về việc báo cáo kết quả khá"),
    (80.0, 256.0, "chữa bệnh, Sở Y tế đề nghị các đơn vị báo cáo trước ngày 08/6/2021 về Phòng Ng"),
    (80.0, 272.0, "vụ Y để tổng hợp."),
    (112.0, 296.0, "Trân trọng."),
    (80.0, 330.0, "Nơi nhận:"),
    (80.0, 344.0, "- Như trên;"),
    (80.0, 357.0, "- BGĐ Sở (để b/c);"),
    (80.0, 370.0, "- Lưu: VT, NVY."),
    (370.0, 331.0, "KT. GIÁM ĐỐC"),
    (365.0, 347.0, "PHÓ GIÁM ĐỐC"),
    (385.0, 420.0, "Nguyễn Văn An"),
]


def lines(found: tuple[Line, ...]) -> list[str]:
    return [line.text for line in found]


def body(document: ParsedDocument) -> list[str]:
    return [item.text for item in document.body if isinstance(item, Paragraph)]


def text(passage: Passage | None) -> str | None:
    return passage.text if passage else None


def test_zones_of_a_cong_van(set_page: SetPage) -> None:
    (document,) = parse([set_page(LETTER)])
    assert lines(document.agencies) == ["UBND TỈNH AN PHÚ", "SỞ Y TẾ"]
    assert text(document.number) == "Số: 45 /SYT-NVY"
    assert text(document.dateline) == "An Phú, ngày 03 tháng 6 năm 2021"
    assert document.title is None
    assert text(document.subject) == "V/v báo cáo kết quả khám chữa bệnh năm 2021"
    assert lines(document.addressees)[1:] == ["- Giám đốc các bệnh viện trong tỉnh;", "- Giám đốc trung tâm y tế."]
    assert lines(document.distribution) == ["- Như trên;", "- BGĐ Sở (để b/c);", "- Lưu: VT, NVY."]
    assert lines(document.signature) == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn An"]
    assert len(body(document)) == 2
    assert (document.first_page, document.last_page) == (1, 1)


def test_named_type_has_title_subject_and_grounds(set_page: SetPage) -> None:
    rows = [row for row in LETTER if row[1] < 125]
    rows += [
        (255.0, 160.0, "QUYẾT ĐỊNH"),
        (190.0, 176.0, "Về việc thành lập Tổ công tác"),
        (235.0, 205.0, "GIÁM ĐỐC SỞ Y TẾ"),
        (112.0, 230.0, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;"),
        (112.0, 250.0, "Theo đề nghị của Trưởng phòng Tổ chức cán bộ."),
        (255.0, 275.0, "QUYẾT ĐỊNH:"),
        (112.0, 300.0, "Điều 1. Thành lập Tổ công tác gồm các ông, bà có tên sau đây để rà soát toàn"),
        (80.0, 316.0, "bộ hồ sơ của các đơn vị trực thuộc Sở và báo cáo kết quả về Giám đốc Sở trước ngà"),
        (80.0, 332.0, "08/6/2021."),
    ]
    (document,) = parse([set_page(rows)])
    assert text(document.title) == "QUYẾT ĐỊNH"
    assert text(document.subject) == "Về việc thành lập Tổ công tác"
    assert [ground.text[:7] for ground in document.preamble][1:] == ["Căn cứ ", "Theo đề"]
    assert body(document)[-1].startswith("Điều 1.")


def test_party_letter_without_colon_and_motto(set_text: SetText) -> None:
    (document,) = parse(
        [
            set_text(
                "TỈNH ỦY AN PHÚ\nBAN CÁN SỰ ĐẢNG\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nAn Phú, ngày 14 tháng 3 năm 2019\n\n"
                "Số 78 - CV/BCSĐ\nV/v phân công nhiệm vụ\n\nKính gửi: Các đồng chí thành viên Ban cán sự đảng.\n\n"
                "1. Phân công đồng chí Nguyễn Văn An:\n- Chỉ đạo Sở Y tế:\n+ Rà soát hồ sơ.\n\n"
                "Nơi nhận:\n- Như trên,\n- Lưu Văn phòng.\n\nT/M BAN CÁN SỰ ĐẢNG\nBÍ THƯ\n\n\nTrần Thị Bình\n"
            )
        ]
    )
    assert document.party
    assert text(document.number) == "Số 78 - CV/BCSĐ"
    assert text(document.subject) == "V/v phân công nhiệm vụ"
    assert lines(document.agencies) == ["TỈNH ỦY AN PHÚ", "BAN CÁN SỰ ĐẢNG"]
    assert lines(document.signature) == ["T/M BAN CÁN SỰ ĐẢNG", "BÍ THƯ", "Trần Thị Bình"]
    assert [item.level for item in document.body if isinstance(item, Paragraph)] == [0, 1, 2]


def test_letter_whose_heading_was_cut_off(set_text: SetText) -> None:
    (document,) = parse(
        [
            set_text(
                "Số: 15 /UBND-KGVX\nV/v phối hợp quản lý\n\nAn Phú, ngày 11 tháng 8 năm 2022\n\nKính gửi:\n\n- Sở Y tế;\n"
                "- Công an tỉnh.\n\nĐể chuẩn bị mùa mưa bão, yêu cầu các Sở khẩn trương phối hợp.\n\nNơi nhận:\n"
                "- Như trên;\n- Lưu: VT.\n\n4471 - 08\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nTrần Văn Bình\n"
            )
        ]
    )
    assert document.agencies == ()
    assert text(document.number) == "Số: 15 /UBND-KGVX"
    assert lines(document.addressees) == ["Kính gửi:", "- Sở Y tế;", "- Công an tỉnh."]
    assert body(document) == ["Để chuẩn bị mùa mưa bão, yêu cầu các Sở khẩn trương phối hợp."]
    assert lines(document.signature) == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Bình"]


def test_stamp_of_arrival_is_neither_number_nor_body(set_page: SetPage) -> None:
    stamp = [(100.0, 170.0, "ĐẾN Số: 948"), (130.0, 186.0, "Ngày: 05/6"), (100.0, 202.0, "Chuyển:")]
    (document,) = parse([set_page([*LETTER[:8], *stamp, *LETTER[8:]])])
    assert lines(document.arrival) == ["ĐẾN Số: 948", "Ngày: 05/6", "Chuyển:"]
    assert text(document.number) == "Số: 45 /SYT-NVY"
    assert not any("948" in paragraph for paragraph in body(document))


def test_mark_of_urgency_is_found(set_page: SetPage) -> None:
    (document,) = parse([set_page([*LETTER[:5], (110.0, 165.0, "HỎA TỐC"), *LETTER[5:]])])
    assert lines(document.marks) == ["HỎA TỐC"]
    assert text(document.subject) == "V/v báo cáo kết quả khám chữa bệnh năm 2021"


def test_page_with_a_heading_of_its_own_is_another_document(set_page: SetPage) -> None:
    attached = [
        (255.0, 70.0, "DANH SÁCH"),
        (150.0, 86.0, "(Kèm theo Công văn số 45/SYT-NVY ngày 03/6/2021)"),
        (80.0, 120.0, "1. Bệnh viện đa khoa tỉnh;"),
        (80.0, 136.0, "2. Trung tâm y tế các huyện."),
    ]
    letter, attachment = parse([set_page(LETTER), set_page(attached, number=2)])
    assert (letter.role, letter.first_page, letter.last_page) == ("letter", 1, 1)
    assert (attachment.role, attachment.first_page, attachment.last_page) == ("attachment", 2, 2)
    assert text(attachment.subject) == "DANH SÁCH"
    assert body(attachment)[0].startswith("(Kèm theo")


def test_page_that_goes_on_with_the_body_is_no_other_document(set_page: SetPage) -> None:
    cut = next(index for index, row in enumerate(LETTER) if row[2] == "Trân trọng.")
    rest = [(x, y - 230, words) for x, y, words in LETTER[cut:]]
    (document,) = parse([set_page(LETTER[:cut]), set_page(rest, number=2)])
    assert (document.first_page, document.last_page) == (1, 2)
    assert lines(document.signature)[-1] == "Nguyễn Văn An"


def test_certified_copy_has_its_foot_apart(set_page: SetPage) -> None:
    foot = [
        (90.0, 480.0, "SAO Y"),
        (90.0, 500.0, "Số: 15/SY-UBND"),
        (370.0, 500.0, "TL. CHỦ TỊCH"),
        (385.0, 560.0, "Lê Văn Cường"),
    ]
    (document,) = parse([set_page([*LETTER, *foot])])
    assert lines(document.copy)[0] == "SAO Y"
    assert lines(document.signature)[-1] == "Nguyễn Văn An"


def test_heading_set_in_a_table_of_the_word_processor() -> None:
    def cell(row: int, column: int, *texts: str) -> Cell:
        return Cell(
            row, column, 1, 1, tuple(Line(None, tuple(Word(part, None) for part in one.split())) for one in texts)
        )

    heading = Table(
        None,
        None,
        (
            cell(0, 0, "UBND TỈNH AN PHÚ", "SỞ Y TẾ"),
            cell(0, 1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
            cell(1, 0, "Số: 45/SYT-NVY", "V/v báo cáo năm 2021"),
            cell(1, 1, "An Phú, ngày 03 tháng 6 năm 2021"),
        ),
    )
    (document,) = parse([LaidPage(None, None, None, "embedded", (heading,))])
    assert lines(document.agencies) == ["UBND TỈNH AN PHÚ", "SỞ Y TẾ"]
    assert text(document.number) == "Số: 45/SYT-NVY"
    assert text(document.dateline) == "An Phú, ngày 03 tháng 6 năm 2021"
    assert document.body == ()


def test_nothing_read_is_no_document() -> None:
    assert parse([LaidPage(1, 595.0, 842.0, "ocr", ())]) == ()


some_lines = st.lists(
    st.tuples(
        st.floats(20, 400),
        st.floats(20, 800),
        st.sampled_from(
            [row[2] for row in LETTER]
            + [
                "PHỤ LỤC I",
                "(Kèm theo Công văn)",
                "- Rà soát",
                "a) Báo cáo",
                "II. TỔ CHỨC",
                "ĐẾN Số: 5",
                "KHẨN",
                "x",
                "SAO Y",
            ]
        ),
    ),
    max_size=30,
)


def _page(number: int, rows: list[tuple[float, float, str]], boxed: bool) -> LaidPage:
    items = []
    for place, (x, y, words) in enumerate(rows):
        parts = words.split()
        boxes = [Box(x + 30 * i, y, x + 30 * i + 26, y + 10) if boxed else None for i in range(len(parts))]
        items.append(Line(number if boxed else None, tuple(map(lambda w, b: Word(w, b, line=place), parts, boxes))))
    return LaidPage(number if boxed else None, 595.0 if boxed else None, 842.0 if boxed else None, "ocr", tuple(items))


def _passages(document: ParsedDocument) -> list[Passage]:
    zones = [document.number, document.dateline, document.title, document.subject]
    paragraphs = [*document.preamble, *(item for item in document.body if isinstance(item, Paragraph))]
    return [zone for zone in zones if zone] + [paragraph.passage for paragraph in paragraphs]


@given(some_lines, some_lines, st.booleans())
def test_pieces_are_slices_of_their_lines(
    first: list[tuple[float, float, str]], second: list[tuple[float, float, str]], boxed: bool
) -> None:
    for document in parse([_page(1, first, boxed), _page(2, second, boxed)]):
        for passage in _passages(document):
            for piece in passage.pieces:
                assert passage.text[piece.start : piece.end] == piece.line.text[piece.line_start : piece.line_end]


@given(some_lines, some_lines, st.booleans())
def test_no_line_is_in_two_zones_and_the_body_keeps_its_order(
    first: list[tuple[float, float, str]], second: list[tuple[float, float, str]], boxed: bool
) -> None:
    pages = [_page(1, first, boxed), _page(2, second, boxed)]
    place = {id(line): index for index, line in enumerate(line for page in pages for line in page.lines)}
    seen: Counter[tuple[int, int]] = Counter()
    for document in parse(pages):
        bodies = [piece for item in document.body if isinstance(item, Paragraph) for piece in item.passage.pieces]
        order = [place[id(piece.line)] for piece in bodies]
        assert order == sorted(order)
        whole = [document.agencies, document.addressees, document.distribution, document.signature]
        whole += [document.arrival, document.marks, document.copy]
        seen.update((place[id(line)], 0) for zone in whole for line in zone)
        seen.update(
            (place[id(piece.line)], piece.line_start) for passage in _passages(document) for piece in passage.pieces
        )
    assert all(count == 1 for count in seen.values())


def test_the_office_on_a_stamp_in_a_text_file_issued_nothing(set_text: Callable[[str], LaidPage]) -> None:
    page = set_text(
        "VĂN PHÒNG UBND TỈNH AN PHÚ\nSố: 371 .....\nĐẾN Ngày: 12/5 về tăng cường công tác phòng, chống dịch bệnh trên\n"
        "Chuyển: .....\nLưu hồ sơ số: .....\n\nTHÔNG BÁO\n\nKết luận của Ban Thường vụ Tỉnh ủy\n\n"
        "Ngày 10/5/2023, Ban Thường vụ Tỉnh ủy họp và cho ý kiến về công tác phòng, chống dịch bệnh trên địa bàn tỉnh."
    )
    (document,) = parse([page])
    assert document.agencies == ()
    assert [line.text for line in document.arrival][:2] == ["VĂN PHÒNG UBND TỈNH AN PHÚ", "Số: 371 ....."]
    assert document.title is not None
    assert document.title.text == "THÔNG BÁO"
