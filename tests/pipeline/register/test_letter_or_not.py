"""What bears no sign of a letter is put aside with a reason, and a person can say that it is one all the same."""

from __future__ import annotations

import pytest
from desk import Desk

from models.tables import ItemState
from pipeline.register.again import release_items
from pipeline.register.letter_or_not import is_letter
from schemas.record import Document, LetterRecord, Number, Recipient, Reference, Signatory, Source, Task

SOURCE = Source(name="a.txt", sha256=None, pages=1, text="embedded")
TASK = Task(
    item=None, action="rà soát", lead=("Sở Y tế",), coordinating=(), supervisor=(), report_to=None, deadline=None
)
LETTERS = [
    {"number": Number(serial=None, symbol="SYT-NVY")},
    {"issuer": "TRẠM Y TẾ XÃ HÒA MINH"},
    {"addressees": ("Phòng Y tế",)},
    {"distribution": (Recipient(name="Như trên", purpose=None),)},
    {"signatory": Signatory(name=None, position="GIÁM ĐỐC", capacity=None)},
    {"place": "Hòa Minh", "issued_on": "2024-05-06"},
    {"tasks": (TASK, TASK)},
]
NO_LETTERS = [
    {},
    {"place": "Hòa Minh"},
    {"issued_on": "2024-05-06"},
    {"references": (Reference(number="12/QĐ-UBND", issued_on=None, issuer=None),)},
    {"tasks": (TASK,)},
]


def record(fields: dict[str, object]) -> LetterRecord:
    document = Document.model_validate({"role": "letter", "pages": (1, 1), **fields})
    return LetterRecord(source=SOURCE, documents=(document,))


@pytest.mark.parametrize("fields", LETTERS)
def test_one_sign_of_a_letter_is_enough(fields: dict[str, object]) -> None:
    assert is_letter(record(fields))


@pytest.mark.parametrize("fields", NO_LETTERS)
def test_what_other_papers_have_too_is_not(fields: dict[str, object]) -> None:
    assert not is_letter(record(fields))


def test_a_value_too_unsure_to_stand_is_a_sign() -> None:
    finding = {"/number/serial": {"confidence": 0.4, "rule": "serial", "evidence": [], "candidates": []}}
    assert is_letter(record({"findings": finding}))


def test_no_letter_is_quarantined_and_can_be_forced(desk: Desk) -> None:
    desk.write("hello.json", {"role": "letter", "pages": [1, 1]})
    desk.ingest()
    (item,) = desk.items()
    assert (item.state, item.code) == (ItemState.QUARANTINED, "no_letter")
    assert f"retry --as-letter {item.id}" in (item.reason or "")
    with desk.register.writing() as session:
        release_items(session, [item.id or 0], as_letters=True)
    desk.ingest()
    assert [item.state for item in desk.items()] == [ItemState.REGISTERED]
