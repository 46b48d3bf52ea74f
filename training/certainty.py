"""Fit the weights by which further looks at a serial's slot make its reading sure (``pipeline.handwriting.certainty``).

python -m training.certainty FOLDER …

FOLDER is what ``script/make-corpus`` wrote: first pages are read by OCR, their serials looked at again, and a logistic model
says when the first candidate was right. Weights are kept from falling below 0. Take all severities alike, and never real pages.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.handwriting import slot_cuts
from pipeline.handwriting.certainty import Looks, Weights, looked_at_again, weighed
from pipeline.handwriting.decode import candidates
from pipeline.handwriting.ink import picture
from pipeline.handwriting.recognizer import recognize
from pipeline.ocr.engine import choose_engine
from pipeline.ocr.reading import recognize as read_words
from pipeline.scan import open_letter
from schemas.geometry import Box, Projection
from schemas.image import PageImage
from schemas.text import Word

log = logging.getLogger("training")

_SUREST = 0.998
_ROUNDS, _RATE = 6000, 0.5
_SMALL = 0.01
"""How strongly weights are drawn to 0."""

Judged = tuple[Looks, bool]
"""What speaks for a serial's first candidate, and whether it was right."""


def judged(
    image: NDArray[np.uint8],
    dpi: float,
    words: Sequence[Word],
    displayed: Projection | None,
    truth: str,
    box: Box,
) -> Judged | None:
    """The looks at the serial that stands at ``box`` (points of the displayed page) and says ``truth``."""
    for place, written in slot_cuts(image, dpi, words):
        shown = displayed.box(place.box) if displayed else place.box
        if written is None or place.kind != "serial" or shown.grown(3).overlap(box) <= 0:
            continue
        found = candidates(recognize([picture(written.ink)])[0][0], "serial")
        if not found:
            return None
        looks, _ = looked_at_again(found, written, image, dpi)
        return looks, str(found[0].value).lstrip("0").casefold() == truth.lstrip("0").casefold()
    return None


def fitted(claims: Sequence[Judged]) -> Weights:
    """Weights of the likeliest logistic model, none but the start below 0 (gradient descent, cut at 0)."""
    signs = np.array([_signs(looks) for looks, _ in claims])
    right = np.array([float(ok) for _, ok in claims])
    scale = np.r_[1.0, signs[:, 1:].std(axis=0) + 1e-6]
    weights = np.zeros(signs.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-(signs / scale) @ weights))
        weights -= _RATE * ((signs / scale).T @ (likely - right) / len(right) + _SMALL * np.r_[0, weights[1:]])
        weights[1:] = np.maximum(weights[1:], 0)
    return Weights(*(round(float(each), 2) for each in weights / scale))


def _signs(looks: Looks) -> list[float]:
    shares = np.clip([looks.first, looks.beyond, looks.altered], 1 - _SUREST, _SUREST)
    return [1.0, *np.log(shares / (1 - shares)), -float(looks.open_left)]


def report(claims: Sequence[Judged], weights: Weights) -> None:
    for line in (0.8, 0.85, 0.9, 0.92, 0.94, 0.96):
        above = [ok for looks, ok in claims if weighed(looks, weights) >= line]
        log.info("from %.2f on: %d of %d, %d wrong", line, len(above), len(claims), len(above) - sum(above))


def claims_of(folder: Path) -> Iterator[Judged]:
    """Serials of the first pages of a simulated corpus, as OCR and recognizer see them."""
    engine = choose_engine()
    for truth in sorted(folder.glob("*/truth.json")):
        slots = json.loads(truth.read_text(encoding="utf-8"))["pages"][0]["slots"]
        serial = next((slot for slot in slots if slot["kind"] == "serial" and slot["value"]), None)
        page = next(iter(open_letter(next(truth.parent.glob("original.*"))).pages()))
        if serial is None or not isinstance(page, PageImage):
            continue
        seen = read_words(page, engine)
        found = judged(
            seen.pixels, seen.dpi, seen.page.words, seen.page.displayed, serial["value"], Box(*serial["box"])
        )
        if found:
            yield found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    claims = [claim for folder in parser.parse_args().folders for claim in claims_of(folder)]
    weights = fitted(claims)
    log.info("%s", weights)
    report(claims, weights)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
