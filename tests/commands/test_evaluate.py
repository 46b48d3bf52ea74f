"""Measuring letters that the shipped digit recognizer learnt from: each is read by the network told for it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from commands.evaluate import _readings
from pipeline.handwriting.recognizer import recognize


def reading(paths: Sequence[Path], knowledge: object, jobs: int | None) -> list[str]:
    """Stands in for reading a letter: says whether its digits are read by the shipped network."""
    try:
        recognize([np.zeros((40, 48), np.float32)])
    except FileNotFoundError:
        return ["other"]
    return ["shipped"]


def test_only_letters_that_are_named_are_read_by_other_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.batch.read_all", reading)
    (tmp_path / "weights.json").write_text(json.dumps({"second": "missing.onnx"}), encoding="utf-8")
    letters = [SimpleNamespace(name=name, original=tmp_path / name) for name in ("first", "second", "third")]
    assert list(_readings(letters, None, tmp_path)) == ["shipped", "other", "shipped"]
