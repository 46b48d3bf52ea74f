"""Documents named by a number are found with their day and issuer; other numbers are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.references import find_references

Named = tuple[str, str | None, str | None]


def _specimens() -> Iterator[tuple[str, tuple[Named, ...]]]:
    sentence, named = "", list[Named]()
    for line in [*Path(__file__).with_name("references.txt").read_text(encoding="utf-8").splitlines(), "end"]:
        if line.startswith("=>"):
            number, day, issuer = (None if cell.strip() == "-" else cell.strip() for cell in line[2:].split(";"))
            named.append((str(number), day, issuer))
        elif not line.startswith("#"):
            if sentence:
                yield sentence, tuple(named)
            sentence, named = line, []


SPECIMENS = list(_specimens())


@pytest.mark.parametrize(("sentence", "named"), SPECIMENS, ids=[sentence for sentence, _ in SPECIMENS])
def test_sentence_names(sentence: str, named: tuple[Named, ...]) -> None:
    found = find_references(sentence)
    assert tuple((each.number, each.issued_on and each.issued_on.isoformat(), each.issuer) for each in found) == named


def test_there_are_many_specimens() -> None:
    assert sum(len(named) or 1 for _, named in SPECIMENS) >= 80


_WORDS = st.sampled_from(
    [
        "Công",
        "văn",
        "số",
        "12/QĐ-UBND",
        "ngày",
        "3/3/2025",
        "của",
        "Sở",
        "Y",
        "tế",
        "và",
        ",",
        ";",
        "các",
        "Quyết",
        "định",
        "15",
        "-",
        "CV/TU",
        "30/2021/QH15",
        "ban",
        "hành",
        "tại",
        "UBND",
        "tỉnh",
        "về",
        "việc",
        ".",
        "(",
        ")",
        "Ð",
        "§",
        "số:",
        "0/AB-CD",
    ]
)


@given(st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=120))
def test_mentions_are_in_order_and_numbers_are_slices(text: str) -> None:
    last = -1
    for mention in find_references(text):
        start, end = mention.number_at
        assert len("".join(text[start:end].split())) == len(mention.number)
        assert mention.start <= start < end <= mention.end
        assert mention.start >= last
        last = mention.start
