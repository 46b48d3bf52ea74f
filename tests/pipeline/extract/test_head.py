"""Heading and foot together."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from pipeline.extract.head import extract_head
from schemas.document import ParsedDocument
from schemas.evidence import Extracted
from schemas.extracted import ExtractedHead
from schemas.text import Line, Passage, Word


def line(text: str) -> Line:
    return Line(None, tuple(Word(word, None) for word in text.split()))


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(line(text) for text in texts)


def passage(*texts: str) -> Passage:
    return Passage.of(lines(*texts))


LETTER = ParsedDocument(
    "letter",
    1,
    2,
    agencies=lines("UBND TỈNH AN PHÚ", "SỞ XÂY DỰNG"),
    number=passage("Số: 2107/SXD-QLN"),
    dateline=passage("An Phú, ngày 09 tháng 11 năm 2017"),
    subject=passage("V/v báo cáo nhanh", "kết quả thực hiện"),
    addressees=lines("Kính gửi:", "- Phòng Quản lý đô thị;", "- Các chủ đầu tư."),
    distribution=lines("Nơi nhận:", "- Như trên;", "- Lưu: VT, QLN."),
    signature=lines("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn An"),
    marks=lines("KHẨN"),
)


def value(found: Extracted[str | None] | None) -> str | None:
    return found.value if found else None


def test_a_whole_letter_is_read() -> None:
    head = extract_head(LETTER)
    assert (value(head.document_type), value(head.parent_agency), value(head.issuer)) == (
        "CV",
        "UBND TỈNH AN PHÚ",
        "SỞ XÂY DỰNG",
    )
    assert (value(head.serial), value(head.symbol), value(head.place)) == ("2107", "SXD-QLN", "An Phú")
    assert head.issued_on is not None
    assert head.issued_on.value == date(2017, 11, 9)
    assert (value(head.subject), value(head.urgency), value(head.secrecy)) == (
        "báo cáo nhanh kết quả thực hiện",
        "KHẨN",
        None,
    )
    assert [found.value for found in head.addressees] == ["Phòng Quản lý đô thị", "Các chủ đầu tư"]
    assert [found.value.name for found in head.distribution] == ["Như trên"]
    assert (value(head.archive), value(head.signer_name)) == ("VT, QLN", "Nguyễn Văn An")
    assert (value(head.signer_position), value(head.signer_capacity)) == ("PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC")
    assert (head.arrival_number, head.arrival_date) == (None, None)


def test_an_urgency_stamp_read_with_the_subject_is_no_part_of_it() -> None:
    head = extract_head(replace(LETTER, subject=passage("V/v báo cáo nhanh", "kết quả thực hiện LHóA TỐC ]"), marks=()))
    assert (value(head.subject), value(head.urgency)) == ("báo cáo nhanh kết quả thực hiện", "HỎA TỐC")


def test_a_document_without_zones_says_nothing_but_that_its_type_is_unknown() -> None:
    head = extract_head(ParsedDocument("attachment", 3, 3))
    assert head == ExtractedHead()


def test_a_lost_heading_of_a_provinces_committee_is_inferred_with_doubt() -> None:
    lost = ParsedDocument(
        "letter",
        1,
        1,
        number=passage("Số: 15/UBND-KT"),
        dateline=passage("Hà Nội, ngày 05 tháng 3 năm 2020"),
        signature=lines("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn An"),
    )
    issuer = extract_head(lost).issuer
    assert issuer is not None
    assert issuer.value == "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI"
    assert issuer.confidence < 0.6
    assert issuer.evidence == ()


def test_every_confidence_lies_between_0_and_1_and_every_rule_is_named() -> None:
    head = extract_head(LETTER)
    for field in fields(head):
        found = getattr(head, field.name)
        for each in found if isinstance(found, tuple) else (found,):
            if each is not None:
                assert 0 <= each.confidence <= 1
                assert each.rule == each.rule.lower()
                assert " " not in each.rule
