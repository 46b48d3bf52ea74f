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
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.compose import WRITTEN, Sample, composed
from training.earlier import go_on_from
from training.glyphs import Typeface, handwritten, mnist, scikit_digits, typefaces
from training.lines import Sources
from training.network import Recognizer
from training.texts import ALPHABET

log = logging.getLogger("training")

POOL = 1024
"""Samples made at once, sorted by width into batches."""
BATCH = 32
MEMORY = 0.999
"""What is shipped is a running mean of the weights; so much of it stays at every step."""
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


def composed_batches(options: argparse.Namespace) -> Iterator[Batch]:
    """Batches without end, made by one other process: their order depends on the seed alone."""
    context = multiprocessing.get_context("spawn")
    queue = context.Queue(maxsize=4)
    context.Process(target=_make_pools, args=(options, queue), daemon=True).start()
    while True:
        for parts in queue.get():
            pictures, targets, lengths, writing = (torch.from_numpy(part) for part in parts)
            yield pictures, targets, lengths, writing


def costs_of(scores: torch.Tensor, styles: torch.Tensor, batch: Batch) -> torch.Tensor:
    """What each sample of ``batch`` costs: of its string by the character, and a little of how it is written."""
    _, targets, lengths, writing = batch
    frames = torch.full((len(scores),), scores.shape[1], dtype=torch.long)
    read = nn.functional.ctc_loss(
        scores.transpose(0, 1), targets, frames, lengths, zero_infinity=True, reduction="none"
    )
    style = nn.functional.cross_entropy(styles, writing, reduction="none")
    return read / lengths.clamp(min=1) + 0.2 * style


def loss_of(network: Recognizer, batch: Batch) -> torch.Tensor:
    return costs_of(*network(batch[0]), batch).mean()


def greedy(scores: NDArray[np.float32]) -> str:
    """The best path's string of one picture's log-probabilities (frames, classes)."""
    best = scores.argmax(axis=1)
    kept = [c for c, before in zip(best, [0, *best[:-1]], strict=True) if c not in (0, before)]
    return "".join(ALPHABET[c - 1] for c in kept)


def exact(network: nn.Module, batches: list[Batch]) -> float:
    """Share of samples whose best path says what is written, but for a slash at the end and what follows it."""
    network.eval()
    right = total = 0
    with torch.no_grad():
        for pictures, targets, lengths, _ in batches:
            scores = network(pictures)[0].numpy()
            at = 0
            for row, length in zip(scores, lengths.tolist(), strict=True):
                text = "".join(ALPHABET[c - 1] for c in targets[at : at + length].tolist())
                right += greedy(row).startswith(text) if text.endswith("/") else greedy(row) == text
                at, total = at + length, total + 1
    network.train()
    return right / total


def averaged(network: Recognizer) -> AveragedModel:
    """A running mean of ``network``'s weights."""
    return AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(MEMORY), use_buffers=True)


def train(options: argparse.Namespace) -> None:
    """Train on composed strings, from nothing or going on from an earlier network.

    Writes the running mean of the weights as ONNX to ``options.out``, and as .pt beside it.
    """
    torch.manual_seed(options.seed)
    checked = pool(load_sources(options), np.random.default_rng(options.seed + 1))
    network = (go_on_from(options.start, some(checked)) if options.start else Recognizer()).to(
        memory_format=torch.channels_last
    )
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.01)
    steps = options.samples // BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps + 1, pct_start=0.15)
    mean = averaged(network)
    began, losses = time.monotonic(), []
    for step, batch in zip(range(1, steps + 1), composed_batches(options), strict=False):
        losses.append(improve(network, optimizer, loss_of(network, batch)))
        schedule.step()
        mean.update_parameters(network)
        if step % 500 == 0 or step == steps:
            shares = exact(network, checked), exact(mean, checked)
            passed = time.monotonic() - began
            log.info("%d samples, %.0f s, loss %.3f", step * BATCH, passed, np.mean(losses[-500:]))
            log.info("exact %.3f, with the mean of the weights %.3f", *shares)
            keep(mean, options.out)


def some(batches: list[Batch]) -> torch.Tensor:
    """A few hundred pictures of ``batches``, padded with paper to one width."""
    widest = max(batch[0].shape[3] for batch in batches[:16])
    return torch.cat([nn.functional.pad(batch[0], (0, widest - batch[0].shape[3])) for batch in batches[:16]])


def improve(network: Recognizer, optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    """One step against ``loss``; its value."""
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 5.0)
    optimizer.step()
    return float(loss.detach())


def keep(mean: AveragedModel, out: Path) -> None:
    """Write the averaged weights beside ``out`` as .pt and as ONNX to ``out``."""
    network = Recognizer()
    network.load_state_dict(mean.module.state_dict())
    torch.save(network.state_dict(), out.with_suffix(".pt"))
    save(network, out)


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
    parser.add_argument("--start", type=Path, help="digits.onnx of an earlier network to go on from")
    return parser.parse_args()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    train(arguments())
