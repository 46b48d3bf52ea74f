"""The network behind the slots: which weights read, and for how long."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from pipeline.handwriting.ink import HEIGHT
from pipeline.handwriting.recognizer import ALPHABET, WRITTEN, other_weights, recognize

MOST_BYTES = 3_000_000
PICTURE = np.random.default_rng(11).random((HEIGHT, 64)).astype(np.float32)


def shipped() -> bytes:
    return files("pipeline.handwriting").joinpath("digits.onnx").read_bytes()


def test_the_weights_are_small() -> None:
    assert len(shipped()) < MOST_BYTES


def test_the_network_knows_the_alphabet_and_the_ways_of_writing() -> None:
    scores, shares = recognize([PICTURE])[0]
    assert scores.shape == (16, 1 + len(ALPHABET))
    assert np.exp(scores).sum(axis=1) == pytest.approx(1, abs=1e-4)
    assert shares.shape == (len(WRITTEN),)
    assert shares.sum() == pytest.approx(1, abs=1e-4)


def test_other_weights_read_within_and_only_within(tmp_path: Path) -> None:
    copy = tmp_path / "copy.onnx"
    copy.write_bytes(shipped())
    before = recognize([PICTURE])[0][0]
    with other_weights(copy):
        assert np.allclose(recognize([PICTURE])[0][0], before)
    with other_weights(tmp_path / "missing.onnx"), pytest.raises(FileNotFoundError):
        recognize([PICTURE])
    assert np.allclose(recognize([PICTURE])[0][0], before)
