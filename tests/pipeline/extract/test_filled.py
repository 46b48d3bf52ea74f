"""Print and handwriting weighed together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.filled import filled, looks_printed, merged
from pipeline.extract.number import is_serial
from schemas.evidence import Candidate
from schemas.geometry import Box
from schemas.text import SlotReading, Word

PRINT = Word("/SYT-NVY", Box(140, 100, 200, 112), 0.95)


def digits(text: str, confidence: float = 0.95, height: float = 12) -> Word:
    return Word(text, Box(90, 112 - height, 130, 112), confidence)


def slot(written: str, *candidates: tuple[str, float]) -> SlotReading:
    return SlotReading("serial", Box(88, 98, 132, 114), written, tuple(Candidate(*each) for each in candidates))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("candidates", "best"),
    [
        ([("046", 0.82), ("46", 0.17)], ("46", 0.99)),
        ([("125", 0.74), ("0125", 0.23)], ("125", 0.97)),
        ([("06", 0.5), ("6", 0.3), ("8", 0.2)], ("06", 0.8)),
        ([("045", 0.9), ("015", 0.1)], ("045", 0.9)),
        ([("226a", 0.9), ("226", 0.1)], ("226a", 0.9)),
    ],
)
def test_candidates_that_mean_one_number_are_one(candidates: list[tuple[str, float]], best: tuple[str, float]) -> None:
    first = merged(Candidate(*each) for each in candidates)[0]
    assert first.value == best[0]
    assert first.confidence == pytest.approx(best[1])


def test_a_slot_is_blank_only_where_ocr_saw_no_letter() -> None:
    assert filled("", (), (PRINT,), slot("blank"), is_serial).rule == "blank"
    assert filled(". -", (), (PRINT,), slot("blank"), is_serial).rule == "blank"
    assert filled(".Ê", (digits(".Ê"),), (PRINT,), slot("blank"), is_serial).rule == "blank-or-unread"


def test_plain_print_that_the_recognizer_confirms_is_accepted() -> None:
    word = digits("18")
    found = filled("18", (word,), (word, PRINT), slot("hand", ("18", 0.12), ("13", 0.1)), is_serial)
    assert found.value == "18"
    assert found.confidence >= 0.88


def test_digits_of_another_height_need_a_sure_recognizer() -> None:
    word = digits("18", height=20)
    found = filled("18", (word,), (word, PRINT), slot("hand", ("18", 0.12), ("13", 0.1)), is_serial)
    assert found.confidence < 0.6


def test_print_has_the_height_and_foot_of_its_line() -> None:
    assert looks_printed((digits("18"),), (PRINT,))
    assert not looks_printed((digits("18", height=20),), (PRINT,))
    assert not looks_printed((digits("18", confidence=0.6),), (PRINT,))


@given(
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from(["hand", "print", "stamp"]),
    st.sampled_from(["12", "15", "x", ""]),
)
def test_confidence_lies_between_0_and_1(sure: float, ocr: float, written: str, text: str) -> None:
    word = digits(text or "-", ocr)
    found = filled(text, (word,), (word, PRINT), slot(written, ("12", sure), ("17", 1 - sure)), is_serial)
    assert 0 <= found.confidence <= 1
