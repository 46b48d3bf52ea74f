"""The recognizer of short handwritten numbers: a small network, read by ONNX Runtime. Its card lies beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.handwriting.ink import HEIGHT, Ink
from schemas.text import Written

ALPHABET = "0123456789abcd/"
"""Character i is the network's class i + 1; class 0 is the blank of CTC."""
WRITTEN: tuple[Written, ...] = ("hand", "stamp", "print", "blank")

Scores = NDArray[np.float32]
Recognized = tuple[Scores, NDArray[np.float32]]
"""Log-probabilities (frames, classes) and the shares of the ways of writing (4) of one picture."""


@cache
def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    weights = files("pipeline.handwriting").joinpath("digits.onnx").read_bytes()
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def recognize(pictures: Sequence[Ink]) -> list[Recognized]:
    """For each picture (HEIGHT, w) its log-probabilities (frames, classes) and the shares of the ways of writing."""
    if not pictures:
        return []
    width = (max(picture.shape[1] for picture in pictures) + 7) // 8 * 8
    batch = np.zeros((len(pictures), 1, HEIGHT, width), np.float32)
    for row, picture in zip(batch, pictures, strict=True):
        row[0, :, : picture.shape[1]] = picture
    scores, writing = _session().run(None, {"pictures": batch})
    shares = np.exp(writing - writing.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return list(zip(scores, shares, strict=True))
