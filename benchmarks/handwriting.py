"""How well handwritten numbers are read: real slots, with their boxes given and found by ourselves.

python benchmarks/handwriting.py LETTERS HEADS [--weights FOLDER]

LETTERS holds a folder a letter (``original.pdf``, ``slots.json``, ``letter.json``); HEADS pictures of headings at 200 dpi
and ``labels.json``. Boxes are pixels at 200 dpi of the page as displayed. Figures carry n and a 95 % interval (Wilson).
FOLDER holds ``weights.json``, from the name of a letter or head to the ONNX file beside it that reads it: for networks
trained on real slots, each of which may be measured only on offices it has not seen.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from pipeline.handwriting import read_slots
from pipeline.handwriting.decode import candidates
from pipeline.handwriting.ink import darkness, levelled, picture
from pipeline.handwriting.recognizer import other_weights, weights_in
from pipeline.handwriting.recognizer import recognize as read_pictures
from pipeline.ocr.engine import Engine, choose_engine
from pipeline.ocr.reading import recognize
from pipeline.scan import open_letter
from schemas.acceptance import ACCEPTING_LINE, raw_confidence
from schemas.evidence import Candidate
from schemas.geometry import Box
from schemas.image import PageImage
from schemas.text import SlotKind, SlotReading, Written

GOLD_DPI = 200
KINDS: tuple[SlotKind, ...] = ("serial", "day", "month")
A4_HEIGHT = 842.0


@dataclass(frozen=True, slots=True)
class Gold:
    """What a slot says, how it is written, and where it stands on the displayed page, in points."""

    kind: SlotKind
    written: Written
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """A first page, or the top of one, and what its slots say."""

    name: str
    page: PageImage
    golds: list[Gold]


@dataclass(frozen=True, slots=True)
class Outcome:
    right: bool
    confidence: float


def letters(folder: Path) -> Iterator[Sheet]:
    for slots in sorted(folder.glob("*/slots.json")):
        record = json.loads((slots.parent / "letter.json").read_text(encoding="utf-8"))["documents"][0]
        issued = record["issued_on"] or "--"
        texts: dict[SlotKind, str | None] = {
            "serial": (record["number"] or {}).get("serial"),
            "day": issued[8:],
            "month": issued[5:7],
        }
        labels = json.loads(slots.read_text(encoding="utf-8"))
        page = next(iter(open_letter(next(slots.parent.glob("original.*"))).pages()))
        if isinstance(page, PageImage):
            yield Sheet(slots.parent.name, page, golds(labels, texts))


def heads(folder: Path) -> Iterator[Sheet]:
    for name, labels in json.loads((folder / "labels.json").read_text(encoding="utf-8")).items():
        pixels = cv2.cvtColor(cv2.imread(str(folder / f"{name}.jpg")), cv2.COLOR_BGR2RGB)
        rows = round(A4_HEIGHT * GOLD_DPI / 72)
        whole = np.pad(pixels, ((0, max(0, rows - len(pixels))), (0, 0), (0, 0)), constant_values=255)
        height, width = (side * 72 / GOLD_DPI for side in whole.shape[:2])
        texts: dict[SlotKind, str | None] = {kind: labels.get(kind, {}).get("text") for kind in KINDS}
        page = PageImage(1, width, height, GOLD_DPI, whole.astype(np.uint8))
        yield Sheet(name, page, golds(labels, texts))


def golds(labels: dict[str, Any], texts: Mapping[SlotKind, str | None]) -> list[Gold]:
    return [
        Gold(kind, labels[kind]["written"], text, Box(*labels[kind]["box"]).scaled(72 / GOLD_DPI))
        for kind in KINDS
        if (text := texts.get(kind)) and labels.get(kind, {}).get("box")
    ]


def outcome(found: tuple[Candidate, ...], truth: Gold) -> Outcome:
    if not found:
        return Outcome(False, 0.0)
    right = str(found[0].value).casefold().lstrip("0") == truth.text.casefold().lstrip("0")
    return Outcome(right, found[0].confidence)


def with_box_given(page: PageImage, truth: Gold) -> Outcome:
    scale = page.dpi / 72
    box = truth.box.scaled(scale)
    x0, y0, x1, y1 = round(box.x0) - 1, round(box.y0) - 1, round(box.x1) + 1, round(box.y1) + 1
    edge = round(0.2 * page.dpi)
    left, top = max(0, x0 - edge), max(0, y0 - edge)
    around = levelled(darkness(page.pixels[top : y1 + edge, left : x1 + edge]))
    scores, _ = read_pictures([picture(around[y0 - top : y1 - top, x0 - left : x1 - left])])[0]
    return outcome(candidates(scores, truth.kind), truth)


def found_slots(page: PageImage, engine: Engine) -> tuple[list[tuple[SlotReading, Box]], float]:
    """Slots with their boxes on the displayed page, and the seconds of processor time that finding and reading took."""
    seen = recognize(page, engine)
    began = time.process_time()
    slots = read_slots(seen.pixels, seen.dpi, seen.page.words)
    spent = time.process_time() - began
    back = seen.page.displayed
    return [(slot, back.box(slot.box) if back else slot.box) for slot in slots], spent


def matching(slots: list[tuple[SlotReading, Box]], truth: Gold) -> tuple[Candidate, ...]:
    near = [slot for slot, box in slots if slot.kind == truth.kind and box.grown(3).overlap(truth.box) > 0]
    return near[0].candidates if near else ()


def interval(right: int, of: int) -> str:
    """The 95 % interval of a share, after Wilson."""
    z = 1.96
    share = right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{middle - half:.3f} to {middle + half:.3f}"


def covered(outcomes: list[Outcome], precision: float = 0.98) -> int:
    """How many can be accepted at the best line that keeps ``precision``."""
    best = right = 0
    for count, each in enumerate(sorted(outcomes, key=lambda one: -one.confidence), 1):
        right += each.right
        if right / count >= precision:
            best = count
    return best


def show(title: str, outcomes: dict[tuple[str, str], list[Outcome]]) -> None:
    print(f"\n{title}\nslot    written  n   first candidate right        coverage at 98 %  accepted (wrong)")
    for (kind, written), found in sorted(outcomes.items()):
        count, right = len(found), sum(each.right for each in found)
        field = "serial" if kind == "serial" else "issued_on"
        line = raw_confidence(field, ACCEPTING_LINE[field])
        accepted = [each for each in found if each.confidence >= line]
        wrong = sum(not each.right for each in accepted)
        shares = f"{right / count:.3f} ({interval(right, count)})"
        print(
            f"{kind:7} {written:7} {count:3}  {shares:27}  {covered(found) / count:.2f}              {len(accepted)} ({wrong})"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("letters", "heads"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--weights", type=Path)
    options = parser.parse_args()
    cv2.setNumThreads(1)
    engine, weights = choose_engine(), weights_in(options.weights) if options.weights else {}
    given: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    found: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    spent, count = 0.0, 0
    for sheet in (*letters(options.letters), *heads(options.heads)):
        with other_weights(weights[sheet.name]) if sheet.name in weights else nullcontext():
            slots, seconds = found_slots(sheet.page, engine)
            spent, count = spent + seconds, count + len(slots)
            for truth in sheet.golds:
                given[truth.kind, truth.written].append(with_box_given(sheet.page, truth))
                found[truth.kind, truth.written].append(outcome(matching(slots, truth), truth))
    show("Boxes given", given)
    show("Slots found by ourselves", found)
    print(f"\n{1000 * spent / max(count, 1):.1f} ms of processor time a slot, finding included (n = {count})")


if __name__ == "__main__":
    main()
