"""The type of a document: by title, by symbol, by the shape of a công văn."""

from __future__ import annotations

import pytest

from pipeline.extract.document_type import extract_document_type, title_code
from schemas.document import ParsedDocument
from schemas.text import Line, Passage, Word


def line(text: str) -> Line:
    return Line(None, tuple(Word(word, None) for word in text.split()))


def passage(text: str) -> Passage:
    return Passage.of([line(text)])


TITLES = [
    ("QUYẾT ĐỊNH", "QĐ"), ("QUYÉT ĐỊNH,", "QĐ"), ("QUY ĐỊNH", "QyĐ"), ("KẾ HOẠCH", "KH"), ("KÉ HOẠCH", "KH"), ("GIẤY MỜI", "GM"),
    ("GIÁY MỜI", "GM"), ("GIẤY MỜI HỌP", "GM"), ("THÔNG BÁO", "TB"), ("THÔNG BẢO", "TB"), ("CHỈ THỊ", "CT"), ("CHÍ THỊ", "CT"), ("TỜ TRÌNH", "TTr"),
    ("BÁO CÁO", "BC"), ("CÔNG ĐIỆN", "CĐ"), ("CHƯƠNG TRÌNH", "CTr"), ("HƯỚNG DẪN", "HD"), ("HUỚNG DẨN", "HD"), ("NGHỊ QUYẾT", "NQ"), ("PHỤ LỤC II", "PL"),
    ("Phụ lục", "PL"), ("THƯ MỜI", "TM"), ("BIÊN BẢN", "BB"), ("GIẤY GIỚI THIỆU", "GGT"), ("ĐỀ ÁN", "ĐA"), ("DỰ ÁN", "DA"), ("KÊ HOACH", "KH"), ("TỜ TRÌNI", "TTr"),
    ("THÔNG BÁO KẾT LUẬN", "TB"), ("DANH SÁCH", None), ("KẾT LUẬN", None), ("THÔNG TƯ", None), ("XYZ ABC", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), TITLES)
def test_a_title_gives_the_decrees_abbreviation(text: str, code: str | None) -> None:
    assert title_code(text)[0] == code


def document(**zones: object) -> ParsedDocument:
    return ParsedDocument("letter", 1, 1, **zones)  # type: ignore[arg-type]


def test_title_and_symbol_that_agree_are_surest() -> None:
    both = extract_document_type(document(title=passage("QUYẾT ĐỊNH")), "QĐ-UBND")
    against = extract_document_type(document(title=passage("QUYẾT ĐỊNH")), "TB-UBND")
    assert both is not None
    assert against is not None
    assert (both.value, against.value) == ("QĐ", "QĐ")
    assert both.confidence > 0.95 > against.confidence
    assert against.candidates[0].value == "TB"


def test_a_cong_van_is_inferred_from_its_shape_and_has_no_evidence() -> None:
    found = extract_document_type(
        document(number=passage("Số: 5/SYT-NVY"), subject=passage("V/v báo cáo"), addressees=(line("Kính gửi: Sở A"),)),
        "SYT-NVY",
    )
    assert found is not None
    assert (found.value, found.evidence) == ("CV", ())
    assert found.confidence >= 0.9


def test_a_lost_title_leaves_the_type_to_the_symbol() -> None:
    found = extract_document_type(document(number=passage("Số: 5/GM-SYT")), "GM-SYT")
    assert found is not None
    assert (found.value, found.rule) == ("GM", "type-of-symbol")
    assert found.confidence < 0.9


def test_a_partys_cong_van_is_named_by_its_symbol() -> None:
    found = extract_document_type(document(number=passage("Số 788-CV/TU"), party=True), "CV/TU")
    assert found is not None
    assert found.value == "CV"


def test_a_title_without_abbreviation_is_known_to_be_none() -> None:
    found = extract_document_type(document(title=passage("DANH SÁCH")), None)
    assert found is not None
    assert found.value is None
    assert found.confidence > 0.9


def test_an_attachment_of_no_shape_has_no_type() -> None:
    assert extract_document_type(ParsedDocument("attachment", 2, 2), None) is None
