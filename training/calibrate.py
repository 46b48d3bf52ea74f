"""Find the temperature that makes the recognizer's confidences honest on composed strings, and show how honest they are.

python -m training.calibrate --digits FOLDER --hands FOLDER … --prints FOLDER …
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.handwriting import decode
from pipeline.handwriting.recognizer import Recognized, recognize
from training.compose import Sample, composed
from training.train import add_sources, load_sources

log = logging.getLogger("training")

TEMPERATURES = (0.7, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5)
LINES = (0.5, 0.8, 0.9, 0.95, 0.98)


def first(read: Recognized) -> tuple[str, float]:
    """The first candidate of a serial's slot and its confidence; empty and 0 without one."""
    found = decode.candidates(read[0], "serial")
    return (str(found[0].value), found[0].confidence) if found else ("", 0.0)


def loss(samples: Sequence[Sample], read: Sequence[Recognized]) -> float:
    """Mean negative logarithm of the confidence given to what is written (at least 0.001)."""
    total = 0.0
    for sample, each in zip(samples, read, strict=True):
        shares = {str(c.value): c.confidence for c in decode.candidates(each[0], "serial")}
        total -= float(np.log(max(shares.get(sample.text.split("/")[0], 0.0), 0.001)))
    return total / len(samples)


def report(samples: Sequence[Sample], read: Sequence[Recognized]) -> None:
    found = [first(each) for each in read]
    right = [value == sample.text.split("/")[0] for (value, _), sample in zip(found, samples, strict=True)]
    log.info("first candidate right: %.3f of %d", np.mean(right), len(right))
    for line in LINES:
        above = [ok for (_, share), ok in zip(found, right, strict=True) if share >= line]
        log.info("from %.2f on: %.3f of all, %.4f right", line, len(above) / len(right), np.mean(above))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("--count", type=int, default=4000)
    options = parser.parse_args()
    random = np.random.default_rng(options.seed + 2)
    sources = load_sources(options)
    drawn = [composed(sources, random) for _ in range(options.count)]
    samples = [
        sample for sample in drawn if decode.fits(sample.text.split("/")[0], "serial") and sample.text.count("/") < 2
    ]
    read = [recognize([sample.picture])[0] for sample in samples]
    losses = {}
    for temperature in TEMPERATURES:
        decode.TEMPERATURE = temperature
        losses[temperature] = loss(samples, read)
        log.info("temperature %.2f: loss %.4f", temperature, losses[temperature])
    decode.TEMPERATURE = min(losses, key=lambda each: losses[each])
    log.info("best: %.2f", decode.TEMPERATURE)
    report(samples, read)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    cv2.setNumThreads(1)
    main()
