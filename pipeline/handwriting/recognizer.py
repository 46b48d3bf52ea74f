"""The recognizer of short handwritten numbers: a small network, read by ONNX Runtime. Its card lies beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.handwriting.ink import Ink
from schemas.text import Written

ALPHABET = "0123456789abcd/."
"""Character i is the network's class i + 1; class 0 is the blank of CTC. "." is a dot or dash between the parts of a date."""
WRITTEN: tuple[Written, ...] = ("hand", "stamp", "print", "blank")

Scores = NDArray[np.float32]
Recognized = tuple[Scores, NDArray[np.float32]]
"""Log-probabilities (frames, classes) and the shares of the ways of writing (4) of one picture."""


_OTHER: ContextVar[Path | None] = ContextVar("weights", default=None)


@contextmanager
def other_weights(path: Path) -> Iterator[None]:
    """Within, numbers are read with the network at ``path``: to measure on slots which the shipped one was trained on."""
    before = _OTHER.set(path)
    try:
        yield
    finally:
        _OTHER.reset(before)


def weights_in(folder: Path) -> dict[str, Path]:
    """Which network reads which letter, by the letter's name: ``weights.json`` names ONNX files of ``folder``.

    It lets networks that learnt from real letters be measured on those of offices that they have not seen.
    """
    table: dict[str, str] = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
    return {name: folder / file for name, file in table.items()}


@cache
def _session(path: Path | None) -> Any:
    """The network at ``path``, or the shipped one."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    shipped = files("pipeline.handwriting").joinpath("digits.onnx")
    weights = (path or shipped).read_bytes()
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def recognize(pictures: Sequence[Ink]) -> list[Recognized]:
    """For each picture (HEIGHT, w) its log-probabilities (frames, classes) and the shares of the ways of writing.

    Each is read alone: padding to the width of another would cost time and change what is read.
    """
    return [_recognized(picture) for picture in pictures]


def _recognized(picture: Ink) -> Recognized:
    width = (picture.shape[1] + 7) // 8 * 8
    whole = np.pad(picture, ((0, 0), (0, width - picture.shape[1])))
    scores, writing = _session(_OTHER.get()).run(None, {"pictures": whole[None, None]})
    shares = np.exp(writing[0] - writing[0].max())
    return scores[0], shares / shares.sum()
