"""Letters and queries fold to the same words, however they are written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.folding import fold, folded_words, number_spans, search_text, squeeze


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Hòa Bình", "hoa binh"),
        ("Hoà Bình", "hoa binh"),
        ("HOẢ TỐC", "hoa toc"),
        ("Đề nghị", "de nghi"),
        ("Ðề nghị", "de nghi"),
        ("đ/c Trưởng ban", "d c truong ban"),
        ("UBND xã", "uy ban nhan dan xa"),
        ("Ủy ban nhân dân xã", "uy ban nhan dan xa"),
        ("Sở GD&ĐT", "so giao duc va dao tao"),
        ("Sở GDĐT", "so giao duc va dao tao"),
        ("Sở Giáo dục và Đào tạo", "so giao duc va dao tao"),
        ("1718/UBND-KT", "1718 uy ban nhan dan kt"),
        ("  –—…  ", ""),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("written", ["1718/UBND-KT", "1718 /UBND-KT", "1718/UBND - KT", "1718ubndkt", "1718 ubnd kt"])
def test_squeeze_takes_out_everything_between(written: str) -> None:
    assert squeeze(written) == "1718ubndkt"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Công văn số 1718/UBND-KT ngày 03/6/2021", ["1718/UBND-KT"]),
        ("số 788 - CV/BCSĐ và 45/2020/NĐ-CP", ["788 - CV/BCSĐ", "45/2020/NĐ-CP"]),
        ("ngày 03/6/2021, từ 7-8 giờ", []),
    ],
)
def test_numbers_are_found_and_dates_are_not(text: str, numbers: list[str]) -> None:
    assert [text[start:end] for start, end in number_spans(text)] == numbers


def test_a_number_is_indexed_squeezed_besides_its_words() -> None:
    assert search_text("số 12/SNV-TC") == "so 12 snv tc 12snvtc"


@given(st.text())
def test_only_letters_digits_and_single_spaces_are_left(text: str) -> None:
    folded = search_text(text)
    assert folded == " ".join(folded.split())
    assert set(folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạ ỹ0129/-"))
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_offsets_point_at_the_word_in_the_original(text: str) -> None:
    for found in folded_words(text):
        assert [word.word for word in folded_words(text[found.start : found.end])] == [found.word]
