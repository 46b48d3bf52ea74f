"""References of a document: once each, in order of mention, never the document itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pipeline.extract.references import extract_references
from schemas.document import Paragraph, ParsedDocument, ParsedTable
from schemas.evidence import Candidate, Extracted
from schemas.extracted import ExtractedHead
from schemas.geometry import Box
from schemas.record import Reference
from schemas.text import Line, Passage, Word


def passage(*lines: str, read: float | None = None) -> Passage:
    """Text of a file, or of a page read by OCR with confidence ``read``."""
    box = None if read is None else Box(0, 0, 10, 10)
    words = [tuple(Word(word, box, 1.0 if read is None else read) for word in line.split()) for line in lines]
    return Passage.of(Line(None if read is None else 1, each) for each in words)


def document(
    *body: str, subject: str | None = None, preamble: Sequence[str] = (), read: float | None = None
) -> ParsedDocument:
    return ParsedDocument(
        "letter",
        1,
        1,
        subject=passage(subject, read=read) if subject else None,
        preamble=tuple(Paragraph(passage(text, read=read)) for text in preamble),
        body=tuple(Paragraph(passage(text, read=read)) for text in body),
    )


def found(parsed: ParsedDocument, head: ExtractedHead | None = None) -> list[Reference]:
    return [each.value for each in extract_references(parsed, head or ExtractedHead())]


def sure(value: str | None, *candidates: str) -> Extracted[str | None]:
    return Extracted(value, 0.95, (), "test", tuple(Candidate(each, 0.5) for each in candidates))


def test_order_is_subject_preamble_body() -> None:
    parsed = document(
        "theo Công văn số 3/STC-NS ngày 3/3/2025",
        subject="V/v trả lời Công văn số 1/SNV-VP",
        preamble=("Căn cứ Nghị định số 2/2025/NĐ-CP của Chính phủ;",),
    )
    assert [each.number for each in found(parsed)] == ["1/SNV-VP", "2/2025/NĐ-CP", "3/STC-NS"]


def test_named_twice_is_one_reference_with_what_either_says() -> None:
    parsed = document("Công văn số 1/SNV-VP của Sở Nội vụ yêu cầu", "theo Công văn số 1/SNV -VP ngày 3/3/2025.")
    assert found(parsed) == [Reference(number="1/SNV-VP", issued_on=date(2025, 3, 3), issuer="Sở Nội vụ")]


def test_same_number_of_another_year_is_another_document() -> None:
    parsed = document(
        "Quyết định số 15/QĐ-UBND ngày 3/3/2024 của UBND tỉnh", "Quyết định số 15/QĐ-UBND ngày 4/4/2025 của UBND huyện"
    )
    assert [each.issued_on for each in found(parsed)] == [date(2024, 3, 3), date(2025, 4, 4)]


def test_own_number_is_no_reference() -> None:
    head = ExtractedHead(serial=sure("15"), symbol=sure("QĐ-UBND"))
    parsed = document("(Kèm theo Quyết định số 15/QĐ-UBND ngày 3/3/2025)", "Công văn số 15/SNV-VP")
    assert [each.number for each in found(parsed, head)] == ["15/SNV-VP"]


def test_own_number_read_otherwise_is_known_from_candidates_and_day() -> None:
    issued = Extracted(date(2025, 3, 3), 0.95, (), "test")
    parsed = document("(Kèm theo Quyết định số 15/QĐ-UBND ngày 3/3/2025)")
    assert found(parsed, ExtractedHead(serial=sure("16", "15"), symbol=sure("QĐ-UBND"))) == []
    assert found(parsed, ExtractedHead(serial=sure(None), symbol=sure("QĐ-UBND"), issued_on=issued)) == []


def test_table_cells_are_searched_once_where_merged() -> None:
    cell = passage("Quyết định số 7/QĐ-TTg")
    table = ParsedTable(((cell, cell), (passage("Sở Y tế"), cell)), ())
    parsed = ParsedDocument("attachment", 1, 1, body=(table,))
    assert [each.number for each in found(parsed)] == ["7/QĐ-TTg"]


def test_number_cut_at_a_line_end_is_whole() -> None:
    parsed = ParsedDocument(
        "letter", 1, 1, body=(Paragraph(passage("theo Quyết định số 12/QĐ-", "BGTVT ngày 3/3/2025")),)
    )
    assert [each.number for each in found(parsed)] == ["12/QĐ-BGTVT"]


def test_misread_marks_of_known_groups_are_mended_only_where_ocr_read() -> None:
    assert found(document("Quyết định số 12/QÐ-UBNĐ", read=0.8))[0].number == "12/QĐ-UBND"
    assert found(document("Quyết định số 12/QĐ-UBNĐ"))[0].number == "12/QĐ-UBNĐ"
    assert found(document("Luật số 30/2021/QHI5", read=0.8))[0].number == "30/2021/QH15"


def test_same_serial_and_day_with_a_symbol_misread_is_one_document() -> None:
    parsed = document(
        "Quyết định số 74/QĐ-UBND ngày 12/02/2025", "Quyết định số 74/QĐĐ-UBND ngày 12/02/2025 của UBND tỉnh", read=0.9
    )
    references = found(parsed)
    assert len(references) == 1
    assert references[0].issuer == "UBND tỉnh"


def test_evidence_is_the_place_and_badly_read_numbers_are_unsure() -> None:
    text = "Thực hiện Công văn số 1/SNV-VP ngày 3/3/2025 của Sở Nội vụ."
    good = extract_references(document(text, read=0.96), ExtractedHead())[0]
    bad = extract_references(document(text, read=0.3), ExtractedHead())[0]
    assert [each.quote for each in good.evidence] == ["Công văn số 1/SNV-VP ngày 3/3/2025 của Sở Nội vụ"]
    assert good.confidence > 0.8 > 0.6 > bad.confidence
