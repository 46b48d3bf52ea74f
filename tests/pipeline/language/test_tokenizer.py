"""Tokens of underthesea, found again in our own text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.tokenizer import word_spans

TEXTS = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyỦẾắộ  .,;:()/-@\n\t0123456789“”", max_size=80)


def swallowing(text: str) -> list[str]:
    """A segmenter that re-spaces, re-writes brackets and loses words, as underthesea does."""
    return [word.replace("(@", "@") for word in text.split() if word != "mất"]


@given(TEXTS)
def test_spans_lie_in_order_and_leave_only_blanks_out(text: str) -> None:
    spans = word_spans(text, swallowing)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans).split() == "".join(text.split()).split()


@given(TEXTS)
def test_a_segmenter_that_tells_lies_changes_no_text(text: str) -> None:
    spans = word_spans(text, lambda _: ["không", "có", "trong", "bài"])
    assert [text[a:b] for a, b in spans if text[a:b].split()] == [text[a:b] for a, b in spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Giao Sở Y tế", ["Giao", "Sở", "Y tế"]),
        ("thư điện tử: (a@b.vn)", ["thư điện tử", ":", "(", "a@b.vn", ")"]),
        ("“Quy định”...", ["“", "Quy định", "”", "..."]),
        ("", []),
    ],
)
def test_words_of_several_syllables_stay_together(text: str, words: list[str]) -> None:
    assert [text[a:b] for a, b in word_spans(text)] == words
