"""Syllables that Vietnamese can have are told from what OCR makes of them."""

from __future__ import annotations

import pytest

from corpus.gazetteer.syllables import is_syllable


@pytest.mark.parametrize("word", ["Khảm", "nghênh", "Gấm", "TRƯỜNG", "quyết", "Giang", "oanh", "yến"])
def test_a_syllable_of_the_language_is_one(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Hñất", "Miúh", "Ssãa", "Kpx", "Tất1", "duc", "Nguyễnn", ""])
def test_what_ocr_makes_of_one_is_none(word: str) -> None:
    assert not is_syllable(word)
