"""Serial and symbol: what the line "Số: …" says, printed, damaged or left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.number import extract_number, names_issuer, normal_symbol, number_parts, symbol_type
from schemas.evidence import Candidate
from schemas.geometry import Box
from schemas.text import Line, Passage, SlotReading, Word


def written(text: str) -> Passage:
    """A line of a file that has no pages (DOCX, TXT)."""
    return Passage.of([Line(None, tuple(Word(word, None) for word in text.split()))])


def read(text: str, confidence: float = 0.92, height: float = 12.0) -> Passage:
    """A line as OCR reads it off a page."""
    words, x = [], 60.0
    for word in text.split():
        words.append(Word(word, Box(x, 100, x + 7 * len(word), 100 + height), confidence))
        x += 7 * len(word) + 4
    return Passage.of([Line(1, tuple(words))])


def slot(*candidates: tuple[str, float], kind: str = "hand") -> SlotReading:
    found = tuple(Candidate(value, sure) for value, sure in candidates)
    return SlotReading("serial", Box(85, 98, 110, 114), kind, found)  # type: ignore[arg-type]


PRINTED = [
    ("Số: 15/QĐ-BNV", "15", "QĐ-BNV"),
    ("Số: 02/GM-SYT", "02", "GM-SYT"),
    ("Số: 1718 /UBND-KT", "1718", "UBND-KT"),
    ("Số:226a/BC-STC", "226a", "BC-STC"),
    ("Số: 05b/TTr-SXD", "05b", "TTr-SXD"),
    ("Số 788 - CV/BCSĐ", "788", "CV/BCSĐ"),
    ("Số 127-QĐ/TW", "127", "QĐ/TW"),
    ("Số 15-KH/ĐU", "15", "KH/ĐU"),
    ("Số 41 #TB/ĐU", "41", "TB/ĐU"),
    ("Số: 06/2024/QĐ-UBND", "06", "2024/QĐ-UBND"),
    ("Số: 30/2021/QH15", "30", "2021/QH15"),
    ("Số: 44/NQ-HĐND", "44", "NQ-HĐND"),
    ("Số: 2337/CV-BCĐ", "2337", "CV-BCĐ"),
    ("Số: 91/QLDA&ĐT", "91", "QLDA&ĐT"),
    ("Số: 12/BQLDA(XD)-KT", "12", "BQLDA(XD)-KT"),
    ("Số: 77 / QÐ - UBND", "77", "QĐ-UBND"),
    ("SỐ: 431/SGDĐT-GDTrH", "431", "SGDĐT-GDTrH"),
    ("Số : 9/TB-VP", "9", "TB-VP"),
    ("Số: 120/UBND", "120", "UBND"),
    ("Số: 08/KH-THCS.LQĐ", "08", "KH-THCS.LQĐ"),
    ("1345/SYT-NVY", "1345", "SYT-NVY"),
]


@pytest.mark.parametrize(("text", "serial", "symbol"), PRINTED)
def test_the_text_of_a_file_is_believed(text: str, serial: str, symbol: str) -> None:
    found_serial, found_symbol = extract_number(written(text))
    assert (found_serial.value, found_symbol.value) == (serial, symbol)
    assert found_serial.confidence >= 0.9
    assert found_symbol.confidence >= 0.9


DAMAGED = [
    ("Số: D2. /GM-SYT", "GM-SYT"),
    ("Số:(2/KH-TTra", "KH-TTra"),
    ("só:1#12 /SYT-TCCB", "SYT-TCCB"),
    ("Số:{f#J/SYT-NVY -", "SYT-NVY"),
    ("Sá:l445)TB-SGDĐT", "TB-SGDĐT"),
    ("Số: /Ú /QĐ-UBND", "QĐ-UBND"),
    ("Só: |4 ‡7GM-UBND", "GM-UBND"),
    ("Sô: 3€€9 /TB-TCKT", "TB-TCKT"),
    ("Số //# -TTr/BXDĐ", "TTr/BXDĐ"),
]


@pytest.mark.parametrize(("text", "symbol"), DAMAGED)
def test_a_symbol_is_read_beside_a_serial_that_is_not(text: str, symbol: str) -> None:
    found_serial, found_symbol = extract_number(read(text, 0.6))
    assert found_serial.value is None
    assert found_serial.confidence <= 0.3
    assert found_symbol.value == symbol


def test_an_open_serial_is_blank_in_a_file_without_pages() -> None:
    serial, symbol = extract_number(written("Số: /KH-KCN"))
    assert (serial.value, serial.rule, symbol.value) == (None, "blank", "KH-KCN")


def test_an_open_serial_on_a_page_may_hold_what_was_not_read() -> None:
    """On a signed PDF the number is often an image laid over the text."""
    on_page = extract_number(read("Số: /KH-KCN", 1.0))[0]
    by_ocr = extract_number(read("Số: /KH-KCN", 0.9))[0]
    assert on_page.rule == by_ocr.rule == "unread-or-blank"
    assert max(on_page.confidence, by_ocr.confidence) < 0.9


@pytest.mark.parametrize("slots", [[], ["17"]], ids=["unread", "read by the recognizer"])
def test_where_ocr_saw_nothing_the_line_says_where_the_serial_stands(slots: list[str]) -> None:
    serial, _ = extract_number(read("Số: /KH-KCN"), [slot((text, 0.97)) for text in slots])
    assert [(each.quote, each.box is not None) for each in serial.evidence] == [("Số: /KH-KCN", True)]


def test_a_blank_slot_makes_the_serial_blank() -> None:
    serial, _ = extract_number(read("Số: /KH-KCN"), [slot(kind="blank")])
    assert (serial.value, serial.rule) == (None, "blank")


def test_ocr_of_a_handwritten_serial_gives_way_to_the_recognizer() -> None:
    serial, _ = extract_number(read("Số: 442 /SYT-NVY"), [slot(("1943", 0.97), ("1948", 0.02))])
    assert serial.value == "1943"
    assert serial.confidence == pytest.approx(0.97)
    assert serial.candidates[1].value == "1948"


def test_two_readers_that_agree_are_surer_than_one() -> None:
    alone, _ = extract_number(read("Số: x /SYT-NVY"), [slot(("52", 0.86))])
    together, _ = extract_number(read("Số: 52 /SYT-NVY"), [slot(("52", 0.86))])
    assert together.value == alone.value == "52"
    assert together.confidence > 0.9 > alone.confidence


def test_readers_that_disagree_on_print_are_not_accepted() -> None:
    serial, _ = extract_number(read("Số: 58 /SYT-NVY", 0.97), [slot(("53", 0.95), kind="print")])
    assert serial.confidence < 0.9
    assert {candidate.value for candidate in serial.candidates} == {"53", "58"}


def test_a_slot_far_down_the_page_is_not_the_serials() -> None:
    far = SlotReading("serial", Box(85, 398, 110, 414), "hand", (Candidate("7", 0.99),))
    assert extract_number(read("Số: #/SYT-NVY", 0.5), [far])[0].value is None


def test_print_that_ocr_alone_has_read_is_given_but_never_accepted_unseen() -> None:
    sure, _ = extract_number(read("Số: 1234 /SYT-NVY", 0.97))
    unsure, _ = extract_number(read("Số: 1234 /SYT-NVY", 0.8))
    assert sure.value == "1234"
    assert 0.9 > sure.confidence > unsure.confidence


def test_digits_taller_than_their_line_look_written_by_hand() -> None:
    words = (
        Word("Số:", Box(60, 100, 80, 112), 0.96),
        Word("1234", Box(84, 92, 130, 118), 0.96),
        Word("/SYT-NVY", Box(134, 100, 190, 112), 0.96),
    )
    serial, _ = extract_number(Passage.of([Line(1, words)]))
    assert serial.value == "1234"
    assert serial.confidence < 0.7


REPAIRED = [
    ("QĐ-UBNĐ", "QĐ-UBND"),
    ("QD-UBND", "QĐ-UBND"),
    ("UBND-LDTBXH", "UBND-LĐTBXH"),
    ("CV/BCSD", "CV/BCSĐ"),
    ("QĐ-§SYT", "QĐ-SYT"),
    ("NQ-HDND", "NQ-HĐND"),
    ("KH-B0T", "KH-BOT"),
    ("QĐÐ-UBND", "QĐ-UBND"),
    ("QĐĐ-UBND", "QĐ-UBND"),
    ("GM-XYZ", "GM-XYZ"),
]


@pytest.mark.parametrize(("seen", "meant"), REPAIRED)
def test_only_known_groups_of_a_symbol_are_put_right(seen: str, meant: str) -> None:
    assert normal_symbol(seen, repair=True) == meant


def test_a_files_own_symbol_is_kept_as_misprinted() -> None:
    assert normal_symbol("QD-UBND", repair=False) == "QD-UBND"


@pytest.mark.parametrize(
    ("symbol", "code"),
    [
        ("QĐ-UBND", "QĐ"),
        ("CV/TU", "CV"),
        ("2024/QĐ-UBND", "QĐ"),
        ("TTr-SXD", "TTr"),
        ("SYT-NVY", None),
        ("UBND-KT", None),
    ],
)
def test_a_symbol_names_the_type_or_not(symbol: str, code: str | None) -> None:
    assert symbol_type(symbol) == code


def test_the_issuers_abbreviation_with_one_letter_misread_is_put_right() -> None:
    assert extract_number(read("Số: 7/SVT-VP"), issuer="SỞ Y TẾ")[1].value == "SYT-VP"
    assert extract_number(read("Số: 7/SXD-VP"), issuer="SỞ Y TẾ")[1].value == "SXD-VP"


def test_a_symbol_that_names_the_issuer_is_surer() -> None:
    assert names_issuer("SXD-QLN", "SỞ XÂY DỰNG")
    assert names_issuer("QĐ-UBND", "UBND HUYỆN AN THỊNH")
    assert not names_issuer("XYZ-QLN", "SỞ XÂY DỰNG")


def test_the_evidence_of_serial_and_symbol_is_their_own_slice() -> None:
    serial, symbol = extract_number(read("Số: 1718 /UBND-KT", 0.97))
    assert [piece.quote for piece in serial.evidence] == ["1718"]
    assert [piece.quote for piece in symbol.evidence] == ["UBND-KT"]


@given(
    st.integers(1, 99999),
    st.sampled_from(["", "a", "b"]),
    st.sampled_from(["QĐ-UBND", "SYT-NVY", "TB-STC", "2023/QĐ-BYT"]),
)
def test_any_serial_before_any_symbol_is_found(number: int, letter: str, symbol: str) -> None:
    serial, found = extract_number(written(f"Số: {number:02d}{letter}/{symbol}"))
    assert (serial.value, found.value) == (f"{number:02d}{letter}", symbol)


@given(st.text(max_size=40))
def test_the_parts_of_any_line_lie_within_it(text: str) -> None:
    parts = number_parts(text)
    spans = [parts.serial] + ([parts.symbol] if parts.symbol else [])
    assert all(0 <= start <= end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    ("seen", "issuer", "printed_type", "symbol"),
    [
        ("Số: 12/LHND-TP", "ỦY BAN NHÂN DÂN HUYỆN GÒ SẬY", None, "UBND-TP"),
        ("Số: 12/TLCN-PCTT", "BỘ THỦY LỢI VÀ CẤP NƯỚC", None, "BTLCN-PCTT"),
        ("Số: 12/ZQĐ-SYT", "SỞ Y TẾ", "QĐ", "QĐ-SYT"),
        ("Số: 12/rB-LĐLĐ", "LIÊN ĐOÀN LAO ĐỘNG", "TB", "TB-LĐLĐ"),
        ("Số: 12/STP:BTTP", "SỞ TƯ PHÁP", None, "STP-BTTP"),
        ("Số: 4 2É /qp-SYT", "SỞ Y TẾ", "QĐ", "QĐ-SYT"),
        ("Số: 15/kh-UBND", "ỦY BAN NHÂN DÂN XÃ TÂN AN", "KH", "KH-UBND"),
        ("Số: 15/xq-UBND", "ỦY BAN NHÂN DÂN XÃ TÂN AN", None, None),
        ("Số: 15/TB-ĐBQH", "ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH ĐÔNG XUYÊN", "TB", "TB-ĐĐBQH"),
        ("Số: 15/ĐĐBQH-VP", "ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH ĐÔNG XUYÊN", None, "ĐĐBQH-VP"),
        ("Số: Z/Z/LOG-THNS", "NGÂN HÀNG NHÀ NƯỚC", None, "LOG-THNS"),
        ("Số: 15/TB-TIr", "THANH TRA TỈNH AN PHÚ", "TB", "TB-TTr"),
        ("Số: 12/PCTG-KHKD", "CÔNG TY ĐIỆN LỰC TÂN GIANG", None, "PCTG-KHKD"),
    ],
)
def test_issuer_and_printed_type_put_a_symbol_right(
    seen: str, issuer: str, printed_type: str | None, symbol: str | None
) -> None:
    words = tuple(Word(word, Box(60 + 40 * at, 60, 95 + 40 * at, 72), 0.9) for at, word in enumerate(seen.split()))
    _, found = extract_number(Passage.of([Line(1, words)]), (), issuer, printed_type)
    assert found.value == symbol
