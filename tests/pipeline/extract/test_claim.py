"""Claims carry the slice they were read from and the confidence of its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.claim import claim, confidence_of, is_read, words_of
from schemas.geometry import Box
from schemas.text import Line, Passage, Word

PASSAGE = Passage.of(
    [
        Line(1, (Word("Số:", Box(0, 0, 9, 9), 0.9), Word("15/QĐ-", Box(10, 0, 30, 9), 0.5))),
        Line(1, (Word("BNV", Box(0, 10, 9, 19), 0.7),)),
    ]
)


def test_words_of_a_slice_are_those_it_touches() -> None:
    assert [word.text for word in words_of(PASSAGE)] == ["Số:", "15/QĐ-", "BNV"]
    assert [word.text for word in words_of(PASSAGE, 4, 6)] == ["15/QĐ-"]
    assert [word.text for word in words_of(PASSAGE, 8)] == ["15/QĐ-", "BNV"]
    assert list(words_of(PASSAGE, 4, 4)) == []


def test_long_words_count_more() -> None:
    assert confidence_of([Word("a", None, 0.0), Word("bbb", None, 1.0)]) == pytest.approx(0.75)
    assert confidence_of([]) == 1.0


def test_only_words_of_a_page_read_with_doubt_come_from_ocr() -> None:
    assert is_read([Word("a", Box(0, 0, 1, 1), 0.9)])
    assert not is_read([Word("a", Box(0, 0, 1, 1), 1.0)])
    assert not is_read([Word("a", None, 0.9)])


@given(st.integers(0, 16), st.integers(0, 16), st.floats(-1, 2))
def test_a_claims_evidence_is_of_its_slice_and_its_confidence_a_share(start: int, end: int, sure: float) -> None:
    found = claim(PASSAGE, "x", "rule", sure, (start, end))
    assert all(piece.quote in PASSAGE.text[start:end] for piece in found.evidence)
    assert 0 <= found.confidence <= 1
