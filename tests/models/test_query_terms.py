"""What people type becomes terms of folded words, and nothing an engine could choke on."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.query_terms import MOST_TERMS, Phrase, Term, terms_of


@pytest.mark.parametrize(
    ("query", "phrases"),
    [
        ("rà soát", [[Phrase(("ra",))], [Phrase(("soat",))]]),
        ('"rà soát"', [[Phrase(("ra", "soat"))]]),
        ("“rà soát”", [[Phrase(("ra", "soat"))]]),
        ("hoan*", [[Phrase(("hoan",), prefix=True)]]),
        ("UBND", [[Phrase(("uy", "ban", "nhan", "dan"))]]),
        ("1718ubndkt", [[Phrase(("1718ubndkt",), prefix=True)]]),
        ("1718", [[Phrase(("1718",))]]),
        ("12/SNV-TC", [[Phrase(("12snvtc",), prefix=True), Phrase(("12", "snv", "tc"))]]),
        ("báo báo", [[Phrase(("bao",))]]),
        ("?! …", []),
    ],
)
def test_terms(query: str, phrases: list[list[Phrase]]) -> None:
    assert terms_of(query) == tuple(Term(tuple(one)) for one in phrases)


@given(st.text())
def test_every_word_is_safe_for_every_engine(query: str) -> None:
    terms = terms_of(query)
    assert len(terms) <= MOST_TERMS
    for phrase in (phrase for term in terms for phrase in term.phrases):
        assert phrase.words
        assert all(re.fullmatch("[a-z0-9]+", word) for word in phrase.words)
