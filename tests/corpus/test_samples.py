"""The sample files: what the recipe makes, of every kind of file, together small."""

from __future__ import annotations

import json

import pytest

from corpus.letter_data import letters
from corpus.simulator.samples import RECIPE, SAMPLES, Sample, make
from schemas.record import LetterRecord

LETTERS = {letter.id: letter for letter in letters()}
QUICK = [sample for sample in RECIPE if sample.kind in ("pdf", "docx", "txt")]


def of(sample: Sample) -> bytes:
    return (SAMPLES / sample.name / f"original.{sample.extension}").read_bytes()


@pytest.mark.parametrize("sample", QUICK, ids=lambda sample: sample.name)
def test_digital_samples_are_what_the_recipe_makes(sample: Sample) -> None:
    data, record = make(sample, LETTERS[sample.letter])
    assert data == of(sample)
    assert record.plain() == json.loads((SAMPLES / sample.name / "letter.json").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("sample", [one for one in RECIPE if one not in QUICK], ids=lambda sample: sample.name)
def test_scanned_samples_are_what_the_recipe_makes(sample: Sample) -> None:
    assert make(sample, LETTERS[sample.letter])[0] == of(sample)


@pytest.mark.parametrize("sample", RECIPE, ids=lambda sample: sample.name)
def test_each_sample_has_its_gold(sample: Sample) -> None:
    data = json.loads((SAMPLES / sample.name / "letter.json").read_text(encoding="utf-8"))
    record = LetterRecord.model_validate(data)
    assert record.source.name == f"original.{sample.extension}"
    assert len(record.documents) == len(LETTERS[sample.letter].documents)


def test_all_kinds_of_file_are_there_and_together_small() -> None:
    assert {sample.kind for sample in RECIPE} == {"pdf", "scan", "mixed", "tiff", "jpg", "png", "docx", "txt"}
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*")) < 6_000_000
