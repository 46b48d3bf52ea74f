"""Go on training with real slots among composed strings, leaving out some offices to measure on.

python -m training.adapt --slots SLOTS --leave-out OFFICE … --start base.pt --digits … --hands … --prints … --out digits.onnx
"""

from __future__ import annotations

import argparse
import logging
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.handwriting.ink import Ink, picture
from training.compose import Sample
from training.lines import bent, slanted
from training.network import Recognizer
from training.scanner import masked, scanned
from training.slots import RealSlot, ink_of, load_slots
from training.train import (
    BATCH,
    Batch,
    add_sources,
    averaged,
    batched,
    composed_batches,
    costs_of,
    exact,
    improve,
    keep,
    load_sources,
    loss_of,
    pool,
)

log = logging.getLogger("training")

REAL = 10
"""Real slots beside every BATCH composed ones."""
_BY_HAND = 5.0
"""How much oftener a handwritten slot is shown than a printed one."""


def shown(slot: RealSlot, random: np.random.Generator) -> Ink:
    """``slot`` as another pen and scanner might have made it: slant, width, bends, size, blur, noise, black and white."""
    ink = np.pad(ink_of(slot, random), 6)
    ink = cv2.resize(ink, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    if random.random() < 0.5:
        size = int(random.choice([2, 3]))
        ink = (cv2.dilate if random.random() < 0.5 else cv2.erode)(ink, np.ones((size, size), np.uint8))
    ink = slanted(np.asarray(np.clip(ink, 0, 1), np.float32), float(random.normal(0, 0.12)))
    ink = bent(ink, random) if random.random() < 0.5 else ink
    rows, columns = np.flatnonzero(ink.max(axis=1) > 0.3), np.flatnonzero(ink.max(axis=0) > 0.3)
    if rows.size:
        ink = ink[max(0, rows[0] - 3) : rows[-1] + 4, max(0, columns[0] - 3) : columns[-1] + 4]
    if random.random() < 0.8:
        ink = scanned(ink, random)
    return picture(masked(ink) if random.random() < 0.6 else np.asarray(ink, np.float32))


def weights_of(slots: Sequence[RealSlot]) -> NDArray[np.float64]:
    """How often each slot is shown: handwriting first, and an office with many slots less than its number asks."""
    many = Counter(slot.office for slot in slots)
    raw = np.array([(_BY_HAND if s.written == "hand" else 1.0) / np.sqrt(many[s.office]) for s in slots])
    return np.asarray(raw / raw.sum(), np.float64)


def real_batch(slots: Sequence[RealSlot], chances: NDArray[np.float64], random: np.random.Generator) -> list[Sample]:
    drawn = [slots[int(index)] for index in random.choice(len(slots), REAL, p=chances)]
    return [Sample(shown(slot, random), slot.kind, slot.text.lower(), slot.written) for slot in drawn]


def otherwise(sample: Sample) -> Sample:
    """``sample`` with what its crop may say as well: a serial's slash behind it, a day or month without its zero."""
    return replace(sample, text=sample.text + "/" if sample.kind == "serial" else sample.text.removeprefix("0"))


def loss_of_real(network: Recognizer, samples: list[Sample]) -> torch.Tensor:
    """Mean loss; of the two things that each crop may say, what costs less counts."""
    batch, other = batched(samples), batched([otherwise(each) for each in samples])
    scores, styles = network(batch[0])
    return torch.minimum(costs_of(scores, styles, batch), costs_of(scores, styles, other)).mean()


def adapt(options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    random = np.random.default_rng(options.seed)
    slots = [slot for slot in load_slots(options.slots) if slot.office not in options.leave_out]
    log.info("%d real slots", len(slots))
    chances = weights_of(slots) if slots else np.zeros(0)
    checked: list[Batch] = pool(load_sources(options), np.random.default_rng(options.seed + 1))
    network = Recognizer()
    network.load_state_dict(torch.load(options.start))
    network = network.to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.01)
    steps = options.samples // BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps + 1, pct_start=0.1)
    mean, began = averaged(network), time.monotonic()
    for step, batch in zip(range(1, steps + 1), composed_batches(options), strict=False):
        loss = loss_of(network, batch)
        if slots:
            loss = loss + REAL / BATCH * loss_of_real(network, real_batch(slots, chances, random))
        improve(network, optimizer, loss)
        schedule.step()
        mean.update_parameters(network)
        if step % 250 == 0 or step == steps:
            log.info("%d samples, %.0f s, exact %.3f", step * BATCH, time.monotonic() - began, exact(mean, checked))
            keep(mean, options.out)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("--slots", type=Path, required=True, help="what training.slots wrote")
    parser.add_argument("--leave-out", nargs="*", default=[], help="offices to keep for measuring")
    parser.add_argument("--start", type=Path, required=True, help="weights (.pt) to go on from")
    parser.add_argument("--samples", type=int, default=32_000, help="composed strings; real slots come on top")
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    adapt(arguments())
