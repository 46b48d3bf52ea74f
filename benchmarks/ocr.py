"""Speed, memory and errors of reading scans: this whole pipeline, OCRmyPDF, and Tesseract alone.

python benchmarks/ocr.py [--letters N] [--rounds R] [--jobs J] [--ocrmypdf PROGRAM] [--engines NAME ...]

The same simulated pages (clean, middle, bad; their true text is known) go through each on the same cores,
in turn, round after round, so that what else the machine does falls on all of them:

- congvan: one PDF a letter, from the file to the record (``pipeline.batch.read_all``), with each engine named
  by ``--engines`` (see ``CONGVAN_OCR``), start of the workers included;
- OCRmyPDF: all pages in one PDF, which spares it being started for each letter;
- Tesseract: one PNG a page, J programs side by side.

Errors are counted where print stands: each word read is given to the printed line it lies on, and the
line's text compared (Levenshtein distance over its characters); what is read where nothing is printed
(seals, pens, dirt) is counted apart. Memory is the proportional set size of all processes (Linux).
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import ctypes
import os
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pdfplumber
import pypdfium2
from processes import descendants, memory_of
from rapidfuzz.distance import Levenshtein

from corpus.letter_data import letters
from corpus.simulator import SEVERITIES, SimulatedPage, simulate
from schemas.geometry import Box
from schemas.recording import pages_from_bytes

SEED = 5
OURS = "congvan"
Text = tuple[str, Box]


@dataclass
class Material:
    """Files made for one run: a PDF a letter, one PDF of all, a PNG a page; pages in the same order in all."""

    folder: Path
    pdfs: list[Path] = field(default_factory=list)
    pngs: list[tuple[Path, int]] = field(default_factory=list)
    pages: list[tuple[str, SimulatedPage]] = field(default_factory=list)

    @property
    def letters(self) -> Path:
        return self.folder / "letters"

    @property
    def whole(self) -> Path:
        return self.folder / "whole.pdf"


@dataclass(frozen=True)
class Run:
    seconds: float
    processor_seconds: float
    megabytes: float


def made(folder: Path, count: int) -> Material:
    material = Material(folder)
    material.letters.mkdir()
    for severity in SEVERITIES:
        for letter in letters()[:count]:
            simulated = simulate(letter, severity, SEED)
            path = material.letters / f"{severity}-{letter.id}.pdf"
            path.write_bytes(simulated.pdf())
            material.pdfs.append(path)
            for page in simulated.pages:
                png = folder / f"{path.stem}-{page.number}.png"
                page.picture.save(png, dpi=(page.resolution, page.resolution))
                material.pngs.append((png, page.resolution))
                material.pages.append((severity, page))
    merged = pypdfium2.PdfDocument.new()
    for path in material.pdfs:
        merged.import_pages(pypdfium2.PdfDocument(path))
    merged.save(material.whole)
    return material


# --- the three readers, each as commands to run and a way to its words


def congvan(material: Material, jobs: int, engine: str) -> list[list[str]]:
    script = str(Path(__file__).with_name("ocr_whole.py"))
    return [["env", f"CONGVAN_OCR={engine}", sys.executable, script, str(material.letters), str(jobs), f".{engine}"]]


def ocrmypdf(material: Material, jobs: int, program: str) -> list[list[str]]:
    out = str(material.folder / "whole-ocr.pdf")
    return [[program, "-q", "-l", "vie", "--jobs", str(jobs), "--output-type", "pdf", str(material.whole), out]]


def tesseract(material: Material, _jobs: int) -> list[list[str]]:
    return [
        ["tesseract", str(png), str(png.with_suffix("")), "-l", "vie", "--dpi", str(dpi), "tsv"]
        for png, dpi in material.pngs
    ]


def congvan_words(material: Material, engine: str) -> Iterator[list[Text]]:
    for pdf in material.pdfs:
        for page in pages_from_bytes(pdf.with_suffix(f".{engine}").read_bytes()):
            back = page.displayed.box if page.displayed else (lambda box: box)
            yield [(word.text, back(word.box)) for word in page.words if word.box is not None]


def ocrmypdf_words(material: Material) -> Iterator[list[Text]]:
    with pdfplumber.open(material.folder / "whole-ocr.pdf") as document:
        for page in document.pages:
            yield [(each["text"], Box(each["x0"], each["top"], each["x1"], each["bottom"]))
                   for each in page.extract_words()]  # fmt: skip


def tesseract_words(material: Material) -> Iterator[list[Text]]:
    for png, dpi in material.pngs:
        with png.with_suffix(".tsv").open(encoding="utf-8") as rows:
            table = csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
            yield [
                (row["text"], _tsv_box(row, 72 / dpi)) for row in table if row["level"] == "5" and row["text"].strip()
            ]


def _tsv_box(row: dict[str, str], scale: float) -> Box:
    left, top = int(row["left"]) * scale, int(row["top"]) * scale
    return Box(left, top, left + int(row["width"]) * scale, top + int(row["height"]) * scale)


# --- measuring


def measured(commands: list[list[str]], jobs: int) -> Run:
    """Runs ``commands``, ``jobs`` at a time; time on the wall and on the processors, and the peak of memory."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1", "PYTHONPATH": str(Path.cwd())}
    _adopt_orphans()
    before, began = os.times(), time.monotonic()
    peak, done = [0.0], threading.Event()
    watch = threading.Thread(target=_watched, args=(peak, done))
    watch.start()
    try:
        with ThreadPoolExecutor(jobs) as pool:
            list(pool.map(lambda command: subprocess.run(command, check=True, env=environment,
                                                         stderr=subprocess.DEVNULL), commands))  # fmt: skip
    finally:
        done.set()
        watch.join()
    ended = time.monotonic()
    _wait_for_orphans()
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(ended - began, spent, peak[0])


def _adopt_orphans() -> None:
    """Makes grandchildren whose parents end ours: their processor time is counted only when they are waited for."""
    set_child_subreaper = 36
    ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


def _wait_for_orphans() -> None:
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def _watched(peak: list[float], done: threading.Event) -> None:
    while not done.wait(0.5):
        peak[0] = max(peak[0], sum(memory_of(process)[1] for process in descendants(os.getpid())))


def errors(page: SimulatedPage, read: Sequence[Text]) -> tuple[int, int, int]:
    """(characters wrong, characters printed, characters read where nothing is printed)."""
    lines = _true_lines(page)
    found: list[list[Text]] = [[] for _ in lines]
    stray = 0
    for text, box in read:
        at = max(range(len(lines)), key=lambda index: lines[index][1].overlap(box), default=None)
        if at is None or lines[at][1].overlap(box) < 0.3 * box.width * box.height:
            stray += len(text)
        else:
            found[at].append((text, box))
    wrong = 0
    for (text, _), words in zip(lines, found, strict=True):
        wrong += Levenshtein.distance(text, " ".join(each for each, box in sorted(words, key=lambda word: word[1].x0)))
    return wrong, sum(len(text) for text, _ in lines), stray


def _true_lines(page: SimulatedPage) -> list[Text]:
    """Printed words in lines, a line ended by a gap of three heights; grown a little, for boxes differ."""
    rows: list[list[tuple[str, Box]]] = []
    for word in sorted(page.words, key=lambda word: (word.box.centre[1], word.box.x0)):
        row = next((row for row in rows if _same_row(row, word.box)), None)
        if row is None:
            rows.append([(word.text, word.box)])
        else:
            row.append((word.text, word.box))
    return [_line(part) for row in rows for part in _parts(sorted(row, key=lambda word: word[1].x0))]


def _same_row(row: Sequence[Text], box: Box) -> bool:
    near = min((each for _, each in row), key=lambda each: abs(each.centre[0] - box.centre[0]))
    return abs(near.centre[1] - box.centre[1]) < 0.4 * min(near.height, box.height)


def _parts(row: Sequence[Text]) -> Iterator[list[Text]]:
    part: list[Text] = []
    for word in row:
        if part and word[1].x0 - part[-1][1].x1 > 3 * word[1].height:
            yield part
            part = []
        part.append(word)
    yield part


def _line(words: Sequence[Text]) -> Text:
    box = Box(words[0][1].x0 - 3, min(b.y0 for _, b in words) - 1, words[-1][1].x1 + 3, max(b.y1 for _, b in words) + 1)
    return " ".join(text for text, _ in words), box


Reader = tuple[Callable[[Material, int], list[list[str]]], Callable[[Material], Iterator[list[Text]]]]


def table(material: Material, readers: dict[str, Reader], rounds: int, jobs: int) -> Iterator[str]:
    runs: defaultdict[str, list[Run]] = defaultdict(list)
    for _ in range(rounds):
        for name, (commands, _) in readers.items():
            runs[name].append(measured(commands(material, jobs), jobs))
            print(f"{name}: {runs[name][-1]}", file=sys.stderr)
    pages = len(material.pages)
    yield f"{pages} pages, {jobs} jobs, {rounds} rounds in turn, medians."
    yield ""
    yield (
        "| reader | pages/s | pages per processor second | peak memory a job, MB | "
        + " | ".join(f"CER {name}" for name in SEVERITIES)
        + " | stray characters a page |"
    )
    yield "| --- |" + " --- |" * (4 + len(SEVERITIES))
    for name, (_, words) in readers.items():
        each = runs[name]
        rate, thrift = pages / median(r.seconds for r in each), pages / median(r.processor_seconds for r in each)
        memory = max(r.megabytes for r in each) / jobs
        shares, stray = _error_shares(material, list(words(material)))
        yield (
            f"| {name} | {rate:.2f} | {thrift:.2f} | {memory:.0f} | "
            + " | ".join(f"{shares[severity]:.2%}" for severity in SEVERITIES)
            + f" | {stray:.0f} |"
        )
    yield ""
    for own, other in product(readers, readers):
        if own.startswith(OURS) and not other.startswith(OURS):
            yield _ratio(own, runs[own], other, runs[other])


def _ratio(name: str, own: Sequence[Run], other_name: str, other: Sequence[Run]) -> str:
    wall = median(theirs.seconds / ours.seconds for ours, theirs in zip(own, other, strict=True))
    work = median(theirs.processor_seconds / ours.processor_seconds for ours, theirs in zip(own, other, strict=True))
    return (
        f"{name} against {other_name}: {wall:.2f} times the pages a second, {work:.2f} times those a processor second."
    )


def _error_shares(material: Material, read: list[list[Text]]) -> tuple[dict[str, float], float]:
    wrong: defaultdict[str, int] = defaultdict(int)
    printed: defaultdict[str, int] = defaultdict(int)
    stray = 0
    for (severity, page), words in zip(material.pages, read, strict=True):
        found, there, beside = errors(page, words)
        wrong[severity], printed[severity], stray = wrong[severity] + found, printed[severity] + there, stray + beside
    return {name: wrong[name] / printed[name] for name in SEVERITIES}, stray / len(read)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=6, help="letters of the corpus, at each severity")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--ocrmypdf", default="ocrmypdf")
    parser.add_argument("--engines", nargs="+", default=["library", "lines"], metavar="NAME")
    options = parser.parse_args()
    readers: dict[str, Reader] = {
        **{
            f"{OURS}, {engine}": (partial(congvan, engine=engine), partial(congvan_words, engine=engine))
            for engine in options.engines
        },
        "OCRmyPDF": (lambda material, jobs: ocrmypdf(material, jobs, options.ocrmypdf), ocrmypdf_words),
        "Tesseract": (tesseract, tesseract_words),
    }
    with TemporaryDirectory() as folder:
        print(*table(made(Path(folder), options.letters), readers, options.rounds, options.jobs), sep="\n")


if __name__ == "__main__":
    main()
