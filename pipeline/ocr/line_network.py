"""Pictures of single lines read by Tesseract's own network for Vietnamese, through ONNX Runtime.

The weights are those of ``vie.traineddata`` (tessdata_fast); their card lies beside them. Many lines go through
together: that reads a page in a quarter of the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import cv2
import numpy as np

from pipeline.ocr.line_words import ReadWord, letters, words_of
from schemas.image import Pixels

__all__ = ["letter_scores", "letters", "read_lines"]

_HEIGHT = 36
"""Rows of the pictures that the network was trained on."""
_STEP = 3
"""Columns of the picture for each of the network's answers."""
_TOGETHER = 6
"""Lines read at once: more wait for each other's ends, fewer leave the processor idle."""
_WIDEST = 4000
"""Columns: what is longer, for its height, is no line."""


@cache
def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    weights = files("pipeline.ocr").joinpath("vie.onnx").read_bytes()
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def read_lines(pictures: Sequence[Pixels]) -> list[tuple[ReadWord, ...]]:
    """The words of each picture (grey, one line of print), left to right."""
    # Cubic keeps the hook of ổ, which linear makes an acute.
    inputs = [_normal(picture, cv2.INTER_CUBIC) for picture in pictures]
    order = sorted((i for i, each in enumerate(inputs) if each is not None), key=lambda i: inputs[i].shape[1])
    read: list[tuple[ReadWord, ...]] = [()] * len(pictures)
    for at in range(0, len(order), _TOGETHER):
        group = order[at : at + _TOGETHER]
        for index, answers in zip(group, _answers([inputs[i] for i in group]), strict=True):
            pixels = pictures[index].shape[1] / inputs[index].shape[1] * _STEP
            read[index] = tuple(words_of(answers, pixels))
    return read


def letter_scores(pictures: Sequence[Pixels]) -> list[Any]:
    """Natural logarithm of each letter's probability, (steps, ``letters``), for each picture (grey, one line of print).

    No steps for what is no line.
    """
    inputs = [_normal(picture) for picture in pictures]
    order = sorted((i for i, each in enumerate(inputs) if each is not None), key=lambda i: inputs[i].shape[1])
    scores = [np.zeros((0, len(letters())))] * len(pictures)
    for at in range(0, len(order), _TOGETHER):
        group = order[at : at + _TOGETHER]
        for index, answers in zip(group, _answers([inputs[i] for i in group]), strict=True):
            raised = answers.astype(np.float64) - answers.max(axis=1, keepdims=True)
            scores[index] = raised - np.log(np.exp(raised).sum(axis=1, keepdims=True))
    return scores


def _normal(picture: Pixels, between: int = cv2.INTER_LINEAR) -> Any:
    """``picture`` as the network knows lines: 36 rows, ink -1, paper 1; ``None`` when there is nothing to read.

    ``between``: OpenCV's way to reckon what lies between pixels.
    """
    height, width = picture.shape
    columns = round(width * _HEIGHT / height)
    if not _STEP <= columns <= _WIDEST or min(height, width) < _STEP:
        return None
    shrinks_much = height > 1.5 * _HEIGHT
    small = cv2.resize(picture, (columns, _HEIGHT), interpolation=cv2.INTER_AREA if shrinks_much else between)
    dark, light = _levels(small[_HEIGHT // 2].astype(np.int16))
    half = max((light - dark) / 2, 1.0)
    return np.clip((small.astype(np.float32) - dark) / half - 1, -1, 1)


def _levels(middle: Any) -> tuple[float, float]:
    """Ink and paper as grey levels: quartiles of the valleys and peaks along the line's middle row."""
    before, here, after = middle[:-2], middle[1:-1], middle[2:]
    valleys = here[((here < before) & (here <= after)) | ((here <= before) & (here < after))]
    peaks = here[((here > before) & (here >= after)) | ((here >= before) & (here > after))]
    dark = float(np.percentile(valleys, 25)) if len(valleys) else 0.0
    light = float(np.percentile(peaks, 75)) if len(peaks) else 255.0
    return dark, light


def _answers(inputs: Sequence[Any]) -> Iterator[Any]:
    """The network's answers for each line, (steps, classes)."""
    widest = max(each.shape[1] for each in inputs)
    batch = np.ones((len(inputs), 1, _HEIGHT, -(-widest // _STEP) * _STEP), np.float32)
    for row, each in enumerate(inputs):
        batch[row, 0, :, : each.shape[1]] = each
    steps = np.array([each.shape[1] // _STEP for each in inputs], np.int32)
    (scores,) = _session().run(None, {"lines": batch, "steps": steps})
    return (scores[: steps[row], row] for row in range(len(inputs)))
