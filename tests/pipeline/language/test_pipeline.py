"""The spaCy pipeline: our text unchanged, sentences and bodies by our rules, no network."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.pipeline import analyse, pipeline

TEXT = "Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh. Yêu cầu UBND các huyện báo cáo trước TP. Huế."


def test_it_is_built_once() -> None:
    assert pipeline() is pipeline()


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no network in this test")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    pipeline.cache_clear()
    assert analyse("Giao Sở Y tế").text == "Giao Sở Y tế"


def test_sentences_do_not_end_at_abbreviations() -> None:
    assert [sentence.text.split()[0] for sentence in analyse(TEXT).sents] == ["Giao", "Yêu"]


def test_bodies_are_spans_of_the_text() -> None:
    doc = analyse(TEXT)
    assert [span.text for span in doc.spans["bodies"]] == ["Sở Y tế", "UBND các huyện"]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ăđôSởY tếU.,;:()/-@\n 012“”", max_size=60))
def test_the_text_is_never_rewritten(text: str) -> None:
    assert analyse(text).text == text
