"""Train the recognizer on composed strings and write it as ONNX: one command, one seed.

python -m training.train --digits FOLDER --hands FOLDER … --prints FOLDER … --out digits.onnx
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from training.compose import ALPHABET, WRITTEN, Sample, Sources, composed
from training.glyphs import Typeface, handwritten, mnist, scikit_digits, typefaces
from training.network import Recognizer

log = logging.getLogger("training")

POOL = 1024
"""Samples made at once, sorted by width into batches."""
BATCH = 32
Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]


def load_faces(hands: list[Path], prints: list[Path]) -> tuple[list[Typeface], list[Typeface]]:
    """Handwriting typefaces (TTF, OTF, or the Latin WOFF files of web packages) and printed ones."""

    def by_hand(path: Path) -> bool:
        web = path.suffix == ".woff" and path.stem.endswith(("-latin-400-normal", "-latin-700-normal"))
        return web or path.suffix in {".ttf", ".otf"}

    return typefaces(hands, by_hand), typefaces(prints, lambda path: path.suffix in {".ttf", ".otf"})


def load_sources(options: argparse.Namespace) -> Sources:
    hands, prints = load_faces(options.hands, options.prints)
    samples = handwritten(*mnist(options.digits)), handwritten(*scikit_digits())
    log.info("%d handwriting and %d printed typefaces", len(hands), len(prints))
    return Sources(samples, tuple(hands), tuple(prints))


def batched(samples: list[Sample]) -> Batch:
    """Pictures padded with paper to one width, targets joined, their lengths, ways of writing."""
    width = (max(sample.picture.shape[1] for sample in samples) + 7) // 8 * 8
    pictures = np.zeros((len(samples), 1, samples[0].picture.shape[0], width), np.float32)
    for row, sample in zip(pictures, samples, strict=True):
        row[0, :, : sample.picture.shape[1]] = sample.picture
    targets = [ALPHABET.index(character) + 1 for sample in samples for character in sample.text]
    return (
        torch.from_numpy(pictures),
        torch.tensor(targets, dtype=torch.long),
        torch.tensor([len(sample.text) for sample in samples]),
        torch.tensor([WRITTEN.index(sample.written) for sample in samples]),
    )


def pool(sources: Sources, random: np.random.Generator, size: int = POOL) -> list[Batch]:
    """``size`` samples in batches of like width, the batches in random order."""
    samples = sorted((composed(sources, random) for _ in range(size)), key=lambda sample: sample.picture.shape[1])
    batches = [batched(samples[start : start + BATCH]) for start in range(0, size, BATCH)]
    return [batches[index] for index in random.permutation(len(batches))]


def _make_pools(options: argparse.Namespace, queue: Any) -> None:
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    random = np.random.default_rng(options.seed)
    sources = load_sources(options)
    while True:
        queue.put([tuple(part.numpy() for part in batch) for batch in pool(sources, random)])


def _batches(options: argparse.Namespace) -> Iterator[Batch]:
    """Batches without end, made by one other process: their order depends on the seed alone."""
    context = multiprocessing.get_context("spawn")
    queue = context.Queue(maxsize=4)
    context.Process(target=_make_pools, args=(options, queue), daemon=True).start()
    while True:
        for parts in queue.get():
            pictures, targets, lengths, writing = (torch.from_numpy(part) for part in parts)
            yield pictures, targets, lengths, writing


def loss_of(network: Recognizer, batch: Batch) -> torch.Tensor:
    pictures, targets, lengths, writing = batch
    scores, styles = network(pictures)
    frames = torch.full((len(pictures),), scores.shape[1], dtype=torch.long)
    read = nn.functional.ctc_loss(scores.transpose(0, 1), targets, frames, lengths, zero_infinity=True)
    return read + 0.1 * nn.functional.cross_entropy(styles, writing)


def greedy(scores: NDArray[np.float32]) -> str:
    """The best path's string of one picture's log-probabilities (frames, classes)."""
    best = scores.argmax(axis=1)
    kept = [c for c, before in zip(best, [0, *best[:-1]], strict=True) if c not in (0, before)]
    return "".join(ALPHABET[c - 1] for c in kept)


def exact(network: Recognizer, batches: list[Batch]) -> float:
    """Share of samples whose best path says what stands before the slash."""
    network.eval()
    right = total = 0
    with torch.no_grad():
        for pictures, targets, lengths, _ in batches:
            scores = network(pictures)[0].numpy()
            at = 0
            for row, length in zip(scores, lengths.tolist(), strict=True):
                text = "".join(ALPHABET[c - 1] for c in targets[at : at + length].tolist())
                right += greedy(row).split("/")[0] == text.split("/")[0]
                at, total = at + length, total + 1
    network.train()
    return right / total


def train(options: argparse.Namespace) -> Recognizer:
    torch.manual_seed(options.seed)
    network = Recognizer().to(memory_format=torch.channels_last)
    if options.start:
        network.load_state_dict(torch.load(options.start))
    checked = pool(load_sources(options), np.random.default_rng(options.seed + 1))
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.01)
    steps = options.samples // BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps + 1, pct_start=0.15)
    began, losses = time.monotonic(), []
    for step, batch in zip(range(1, steps + 1), _batches(options), strict=False):
        optimizer.zero_grad()
        loss = loss_of(network, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        schedule.step()
        losses.append(float(loss))
        if step % 500 == 0 or step == steps:
            share = exact(network, checked)
            log.info(
                "%d samples, %.0f s, loss %.3f, exact %.3f",
                step * BATCH,
                time.monotonic() - began,
                np.mean(losses[-500:]),
                share,
            )
            torch.save(network.state_dict(), options.out.with_suffix(".pt"))
            save(network, options.out)
    return network


def save(network: Recognizer, path: Path) -> None:
    """Write ``network`` as ONNX for pictures of any number and width."""
    network.eval()
    axes = {"pictures": {0: "n", 3: "width"}, "scores": {0: "n", 1: "frames"}, "writing": {0: "n"}}
    torch.onnx.export(
        network,
        (torch.zeros(1, 1, 40, 96),),
        str(path),
        dynamo=False,
        opset_version=17,
        input_names=["pictures"],
        output_names=["scores", "writing"],
        dynamic_axes=axes,
    )
    network.train()


def add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--digits", type=Path, required=True, help="folder with MNIST's IDX files")
    parser.add_argument("--hands", type=Path, nargs="+", required=True, help="folders with handwriting typefaces")
    parser.add_argument("--prints", type=Path, nargs="+", required=True, help="folders with printed typefaces")
    parser.add_argument("--seed", type=int, default=1)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--samples", type=int, default=300_000)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--start", type=Path, help="weights (.pt) to go on from")
    return parser.parse_args()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    train(arguments())
