"""A letter's own words set against each other: heading, dateline, symbol and text."""

from __future__ import annotations

from pipeline.extract.agreement import Heading, agreed
from schemas.document import Paragraph, ParsedDocument
from schemas.evidence import Evidence, Extracted
from schemas.extracted import MaybeText
from schemas.text import Line, Passage, Word


def found(value: str, rule: str = "agency-by-words", confidence: float = 0.85) -> MaybeText:
    return Extracted(value, confidence, (Evidence(1, None, value),), rule)


def letter(text: str) -> ParsedDocument:
    line = Line(1, tuple(Word(word, None) for word in text.split()))
    return ParsedDocument("letter", 1, 1, body=(Paragraph(Passage.of([line])),))


def issuer(value: str, place: str = "Lâm Hòa", symbol: str | None = None, text: str = "") -> str | None:
    heading = Heading(None, found(value), found(place, "place-as-printed", 0.72))
    agreeing = agreed(heading, symbol, letter(text)).issuer
    return agreeing.value if agreeing else None


def place(value: str, issuer: str, text: str = "") -> str | None:
    heading = Heading(None, found(issuer), found(value, "place-as-printed", 0.7))
    agreeing = agreed(heading, None, letter(text)).place
    return agreeing.value if agreeing else None


def test_a_damaged_place_in_the_heading_is_the_datelines() -> None:
    assert issuer("ỦY BAN NHÂN DÂN TỈNH ÂM HÒA") == "ỦY BAN NHÂN DÂN TỈNH LÂM HÒA"


def test_a_known_place_is_not_changed_for_another() -> None:
    assert issuer("UBND TỈNH AN GIANG", place="Tân Giang") == "UBND TỈNH AN GIANG"


def test_a_name_the_text_prints_too_is_left_alone() -> None:
    text = "Ủy ban nhân dân xã Lâm Hóa và xã Lâm Hóa"
    assert issuer("ỦY BAN NHÂN DÂN XÃ LÂM HÓA", text=text) == "ỦY BAN NHÂN DÂN XÃ LÂM HÓA"


def test_the_symbol_gives_back_a_lost_or_damaged_word() -> None:
    assert issuer("SỞ Y", symbol="SYT-NVY") == "SỞ Y TẾ"
    assert issuer("KHOA HỌC VÀ CÔNG NGHỆ", symbol="SKHCN-VP") == "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
    assert issuer("PHÒNG NGHIỆP VỤ", symbol="SYT-NVY") == "PHÒNG NGHIỆP VỤ"


def test_the_end_of_a_place_is_made_whole_by_the_heading() -> None:
    assert place("Hòa", "UBND TỈNH LÂM HÒA") == "Lâm Hòa"
    assert place("Gò Sậy", "UBND TỈNH LÂM HÒA") == "Gò Sậy"


def test_a_place_the_text_prints_otherwise_is_put_right() -> None:
    assert place("Gò Sây", "PHÒNG Y TẾ", "UBND huyện Gò Sậy giao; trên địa bàn huyện Gò Sậy") == "Gò Sậy"


def test_a_committee_without_its_unit_is_completed_by_the_text_or_doubted() -> None:
    text = "Ủy ban nhân dân huyện Lâm Hòa yêu cầu"
    assert issuer("ỦY BAN NHÂN DÂN", text=text) == "ỦY BAN NHÂN DÂN HUYỆN LÂM HÒA"
    heading = Heading(None, found("ỦY BAN NHÂN DÂN"), found("Lâm Hòa"))
    left = agreed(heading, None, letter("Kính gửi các xã")).issuer
    assert left is not None
    assert left.confidence < 0.6
