"""Surnames, posts and document types."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from corpus.gazetteer.document_types import SYMBOL_TYPES, TYPE_NAMES, TYPES_WITHOUT_ABBREVIATION
from corpus.gazetteer.names import is_surname, may_be_surname
from corpus.gazetteer.posts import damaged_post, deputy_of, post_at_start
from schemas.record import DocumentType


def test_every_type_of_the_record_has_a_name_and_nothing_else_has() -> None:
    assert set(TYPE_NAMES.values()) == set(get_args(DocumentType))
    assert set(SYMBOL_TYPES.values()) <= set(get_args(DocumentType))
    assert not set(TYPE_NAMES) & TYPES_WITHOUT_ABBREVIATION


@pytest.mark.parametrize("name", ["Nguyễn", "Trần", "Chử", "Y", "Lò", "Ngô", "Hoàng"])
def test_surnames_of_the_countrys_peoples_are_known(name: str) -> None:
    assert is_surname(name)
    assert may_be_surname(name)


def test_a_surname_without_its_marks_may_be_one() -> None:
    assert may_be_surname("Trân")
    assert not is_surname("Trân")
    assert not may_be_surname("Xyz")


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("PHÓ CHỦ TỊCH THƯỜNG TRỰC", "phó chủ tịch thường trực"),
        ("GIÁM ĐÓC SỞ Y TẾ", "giám đốc"),
        ("Q. GIÁM ĐỐC", "giám đốc"),
        ("Thứ trưởng", "thứ trưởng"),
        ("Trần Văn An", None),
    ],
)
def test_the_longest_post_at_the_start_counts(text: str, post: str | None) -> None:
    assert post_at_start(text) == post


@pytest.mark.parametrize(
    ("text", "post"),
    [("HÓ GIÁM ĐỐC", "phó giám đốc"), ("PHÓ CHỦ TỊC", "phó chủ tịch"), ("GIÁ", None), ("ĐẠI HỌC AN PHÚ", None)],
)
def test_a_post_that_lost_a_letter_is_known(text: str, post: str | None) -> None:
    assert damaged_post(text) == post


def test_deputies() -> None:
    assert deputy_of("giám đốc") == "phó giám đốc"
    assert deputy_of("bộ trưởng") == "thứ trưởng"
    assert re.match("phó", deputy_of("viện trưởng"))
