"""Recorded words of simulated letters are understood at least as well as when the baseline was drawn."""

from __future__ import annotations

from corpus.baseline import Floor, fallen, floor_of, load_floor, recorded_letters, replayed
from corpus.score import Scores, score_letter
from pipeline.read import understand


def test_no_field_falls_below_the_baseline() -> None:
    letters = recorded_letters()
    assert len(letters) >= 12
    lost = fallen(replayed(letters, understand), load_floor())
    assert not lost, "below corpus/baseline:\n" + "\n".join(lost)


GOLD = {"documents": [{"document_type": "CV", "place": "Gò Sậy", "addressees": ["Sở Y tế"], "tasks": []}]}


def scores(place: str | None) -> Scores:
    read = {"documents": [{"document_type": "CV", "place": place, "addressees": ["Sở Y tế"], "tasks": []}]}
    return Scores({"a": score_letter(GOLD, read), "b": score_letter(GOLD, GOLD)})


def test_a_loss_names_its_field_and_its_letters() -> None:
    lines = fallen(scores(None), floor_of(scores("Gò Sậy")))
    assert [line.split(":")[0] for line in lines] == ["place", "whole header"]
    assert lines[0].endswith("worse in a")


def test_what_stays_or_rises_is_no_loss() -> None:
    assert fallen(scores("Gò Sậy"), floor_of(scores(None))) == []
    assert fallen(scores(None), floor_of(scores(None))) == []


def test_a_letter_that_is_gone_counts_as_lost() -> None:
    floor = Floor({"place": 1.0}, {"a": {"place": 1}, "gone": {"place": 1}})
    (line,) = fallen(Scores({"a": score_letter(GOLD, {"documents": [{}]})}), floor)
    assert line.endswith("worse in a, gone")
