"""A letter that makes its reader hang or eat memory costs that letter, not the batch."""

from __future__ import annotations

from datetime import timedelta

import pytest
from desk import Desk
from letters import document

from models.tables import ItemState
from pipeline.register import crew
from pipeline.register.working import OUT_OF_MEMORY


def test_a_reader_that_hangs_is_stopped_and_the_letter_is_quarantined(
    office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "LONGEST_READING", timedelta(seconds=1))
    monkeypatch.setattr(crew, "RENEW_SECONDS", 0.5)
    office.write("a.json", fails="slow", seconds="300")
    office.write("b.json", document("108"))
    office.ingest(jobs=1)
    assert [(item.state, item.code) for item in office.items()] == [
        (ItemState.QUARANTINED, "crashed"),
        (ItemState.REGISTERED, None),
    ]


def test_a_reader_that_eats_memory_gets_no_more_than_its_share(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONGVAN_MEMORY", "1.5")
    office.write("a.json", fails="memory", bytes=str(3 << 30))
    office.write("b.json", document("108"))
    office.ingest(jobs=1)
    assert [(item.state, item.code) for item in office.items()] == [
        (ItemState.QUARANTINED, OUT_OF_MEMORY),
        (ItemState.REGISTERED, None),
    ]
    assert "CONGVAN_MEMORY" in (office.items()[0].reason or "")
