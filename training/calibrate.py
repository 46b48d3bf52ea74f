"""Find the temperature that makes the recognizer's confidences honest on composed strings, and show how honest they are.

python -m training.calibrate --digits FOLDER --hands FOLDER … --prints FOLDER …
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import cv2
import numpy as np

from pipeline.handwriting import decode
from pipeline.handwriting.recognizer import Recognized, other_weights, recognize
from schemas.text import SlotKind
from training.compose import Sample, composed
from training.train import add_sources, load_sources

log = logging.getLogger("training")

TEMPERATURES = (0.7, 0.85, 0.95, 1.0, 1.05, 1.1, 1.15, 1.3, 1.5, 2.0)
LINES = (0.5, 0.8, 0.9, 0.95, 0.98)
_APART = 1000  # so far from the seeds of training that no sample was learnt from


def said(sample: Sample) -> str:
    """What a sample's slot says, without the slash behind it."""
    return sample.text.removesuffix("/")


def first(read: Recognized, kind: SlotKind) -> tuple[str, float]:
    """The first candidate of a slot and its confidence; empty and 0 without one."""
    found = decode.candidates(read[0], kind)
    return (str(found[0].value), found[0].confidence) if found else ("", 0.0)


def loss(samples: Sequence[Sample], read: Sequence[Recognized]) -> float:
    """Mean negative logarithm of the confidence given to what is written (at least 0.001)."""
    total = 0.0
    for sample, each in zip(samples, read, strict=True):
        shares = {str(c.value): c.confidence for c in decode.candidates(each[0], sample.kind)}
        total -= float(np.log(max(shares.get(said(sample), 0.0), 0.001)))
    return total / len(samples)


def report(samples: Sequence[Sample], read: Sequence[Recognized]) -> None:
    for kinds in (("serial", "arrival_number"), ("day",), ("month",)):
        pairs = [(s, first(r, s.kind)) for s, r in zip(samples, read, strict=True) if s.kind in kinds]
        right = [value == said(sample) for sample, (value, _) in pairs]
        log.info("%s: first candidate right: %.3f of %d", "/".join(kinds), np.mean(right), len(right))
        for line in LINES:
            above = [ok for (_, (_, share)), ok in zip(pairs, right, strict=True) if share >= line]
            log.info("from %.2f on: %.3f of all, %.4f right", line, len(above) / len(right), np.mean(above))


def report_dates(samples: Sequence[Sample]) -> None:
    """How many whole dates of stamps are right: day, month and, where it is written, year."""
    right = 0
    for sample in samples:
        found = decode.dates(recognize([sample.picture])[0][0])
        parts = sample.text.replace("/", ".").strip(".").split(".")
        values = [str(each[0].value) if each else "" for each in found.values()]
        right += all(value.endswith(part) and value for value, part in zip(values, parts, strict=False))
    log.info("whole dates right: %.3f of %d", right / max(len(samples), 1), len(samples))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--weights", type=Path, help="an ONNX file instead of the shipped one")
    options = parser.parse_args()
    random = np.random.default_rng(options.seed + _APART)
    sources = load_sources(options)
    drawn = [composed(sources, random) for _ in range(options.count)]
    with other_weights(options.weights) if options.weights else nullcontext():
        calibrate([each for each in drawn if each.written == "hand"])


def calibrate(drawn: Sequence[Sample]) -> None:
    """Log the best temperature for handwritten samples, and what confidences mean there."""
    samples = [each for each in drawn if each.kind != "arrival_day" and decode.fits(said(each), each.kind)]
    read = [recognize([sample.picture])[0] for sample in samples]
    losses = {}
    for temperature in TEMPERATURES:
        decode.TEMPERATURE = temperature
        losses[temperature] = loss(samples, read)
        log.info("temperature %.2f: loss %.4f", temperature, losses[temperature])
    decode.TEMPERATURE = min(losses, key=lambda each: losses[each])
    log.info("best: %.2f", decode.TEMPERATURE)
    report(samples, read)
    report_dates([each for each in drawn if each.kind == "arrival_day"])


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    cv2.setNumThreads(1)
    main()
