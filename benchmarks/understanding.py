"""Processor time of reading without OCR: what follows the OCR, replayed, and whole digital letters.

python benchmarks/understanding.py [--rounds R] [--recorded FOLDER] [--letters N]

- Scans, replayed: the pages recorded in ``corpus/baseline`` (or in ``--recorded``, as ``congvan evaluate --record`` writes
  them) go from words to the record (``pipeline.read.understand``): layout, parsing, extraction, resolving.
- Digital letters: PDFs of the typesetter, and the PDF and DOCX samples that have no scanned page, go from the file to the
  record (``pipeline.read.read``), text layer included.

Everything is read once before, so that what is loaded at the start does not count; then the median of the rounds. A DOCX has no
pages: ``WORDS`` words stand for one. Milliseconds are those of this process on one core.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from corpus.baseline import recorded_letters
from corpus.calendar import working_calendar
from corpus.letter_data import letters
from corpus.typesetter import typeset
from pipeline.read import Reading, read, text_source, understand
from schemas.knowledge import Knowledge
from schemas.record import Source
from schemas.recording import pages_from_bytes
from schemas.text import Page

WORDS = 350
SAMPLES = Path(__file__).resolve().parents[1] / "corpus" / "samples"
KNOWLEDGE = Knowledge(today=date(2026, 11, 21), calendar=working_calendar())


@dataclass(frozen=True)
class Material:
    """What is timed: each of ``works`` once a round; ``pages`` of them all."""

    name: str
    aim: float
    works: Sequence[Callable[[], object]]
    pages: float


def recorded(folder: Path | None) -> Material:
    if folder is None:
        read_before = [letter.pages for letter in recorded_letters()]
    else:
        read_before = [pages_from_bytes(path.read_bytes()) for path in sorted(folder.glob("*.json.gz"))]
    works = [_understanding(pages) for pages in read_before]
    return Material("after the OCR, replayed", 40, works, sum(map(len, read_before)))


def _understanding(pages: tuple[Page, ...]) -> Callable[[], object]:
    source = Source(name="letter.pdf", sha256="0" * 64, pages=len(pages), text=text_source(pages))
    return lambda: understand(pages, source, KNOWLEDGE)


def digital(name: str, paths: Sequence[Path]) -> Material:
    """Raises ``ValueError`` when one of ``paths`` has a page that wants OCR."""
    pages = 0.0
    for path in paths:
        found = read(path, KNOWLEDGE)
        if any(page.source == "ocr" for page in found.pages):
            raise ValueError(f"{path} is no digital letter")
        pages += _pages(found)
    return Material(name, 60, [lambda path=path: read(path, KNOWLEDGE) for path in paths], pages)  # type: ignore[misc]


def _pages(found: Reading) -> float:
    if found.record.source.pages is not None:
        return found.record.source.pages
    return max(1.0, sum(len(page.words) for page in found.pages) / WORDS)


def typeset_letters(folder: Path, count: int) -> list[Path]:
    paths = []
    for letter in letters():
        made = typeset(letter)
        paths.append(folder / f"{letter.id}.pdf")
        paths[-1].write_bytes(made.pdf)
        if len(paths) == count:
            break
    return paths


def milliseconds(material: Material, rounds: int) -> tuple[float, float]:
    """Of processor time a page: the median of ``rounds``, and of the slowest letter its share."""
    times = []
    for _ in range(rounds + 1):
        began = time.process_time()
        for work in material.works:
            work()
        times.append(time.process_time() - began)
    return 1000 * median(times[1:]) / material.pages, 1000 * max(times[1:]) / material.pages


def table(materials: Sequence[Material], rounds: int) -> Iterator[str]:
    yield "| what | letters | pages | ms a page, median | ms a page, slowest round | aim |"
    yield "| --- |" + " --- |" * 5
    for each in materials:
        usual, slowest = milliseconds(each, rounds)
        yield f"| {each.name} | {len(each.works)} | {each.pages:.0f} | {usual:.1f} | {slowest:.1f} | < {each.aim:.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--recorded", type=Path, help="a folder of recorded pages (*.json.gz)")
    parser.add_argument("--letters", type=int, default=20, help="letters set by the typesetter")
    told = parser.parse_args()
    with TemporaryDirectory() as folder:
        materials = [
            recorded(told.recorded),
            digital("digital PDF, typeset", typeset_letters(Path(folder), told.letters)),
            digital("digital PDF, samples", sorted(SAMPLES.glob("pdf-*/original.pdf"))),
            digital("DOCX, samples", sorted(SAMPLES.glob("docx-*/original.docx"))),
        ]
        print(*table(materials, told.rounds), sep="\n")


if __name__ == "__main__":
    main()
