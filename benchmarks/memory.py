"""Peak memory of one worker: over one PDF of 500 pages, and over a batch of 1,000 pages in many files.

python benchmarks/memory.py [--severity NAME] [--long PAGES] [--batch PAGES] [--fast]

Simulated pages of the corpus's letters are put together to one long PDF and to files of four to twelve pages. Each run is
a program of its own: the ordinary batch (``pipeline.batch.read_all``) with one worker. Meanwhile the memory of the worker and
of its OCR child is read about 25 times a second from ``/proc`` (Linux), as resident set size (RSS: shared libraries counted in
full in each process) and proportional set size (PSS: shared between those that have them). What is told is the highest
sum of worker and child so far, at page 50, 100, …; and that of all processes of the program, which begin with the
command itself and the server that forks workers.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from processes import descendants, memory_of

MARKS = (50, 100, 250, 500, 1000)
SEED = 11
_PAUSE = 0.04
_COUNTED = "CONGVAN_BENCHMARK_PAGES"


@dataclass
class Peaks:
    """Highest sums so far, in MB of 1024² bytes."""

    worker_rss: float = 0.0
    worker_pss: float = 0.0
    child_rss: float = 0.0
    together_rss: float = 0.0
    together_pss: float = 0.0
    all_pss: float = 0.0
    at: dict[int, tuple[float, float]] = field(default_factory=dict)

    def take(self, sizes: dict[int, tuple[float, float]], worker: int | None, parents: dict[int, int]) -> None:
        self.all_pss = max(self.all_pss, sum(pss for _, pss in sizes.values()))
        if worker is None or worker not in sizes:
            return
        own = [worker, *(process for process in sizes if parents.get(process) == worker)]
        rss, pss = (sum(sizes[process][kind] for process in own) for kind in (0, 1))
        self.worker_rss = max(self.worker_rss, sizes[worker][0])
        self.worker_pss = max(self.worker_pss, sizes[worker][1])
        self.child_rss = max(self.child_rss, rss - sizes[worker][0])
        self.together_rss, self.together_pss = max(self.together_rss, rss), max(self.together_pss, pss)


# --- files to read


def page_pool(severity: str, count: int) -> pypdfium2.PdfDocument:
    """A PDF of ``count`` different simulated pages, or of as many as the corpus has."""
    from corpus.letter_data import letters
    from corpus.simulator import simulate

    pool = pypdfium2.PdfDocument.new()
    for letter in letters():
        with closing(pypdfium2.PdfDocument(simulate(letter, severity, SEED).pdf())) as scan:
            pool.import_pages(scan)
        if len(pool) >= count:
            break
    return pool


def one_long(pool: pypdfium2.PdfDocument, count: int, folder: Path) -> list[Path]:
    with closing(pypdfium2.PdfDocument.new()) as long:
        while len(long) < count:
            long.import_pages(pool, list(range(min(len(pool), count - len(long)))))
        long.save(folder / "long.pdf")
    return [folder / "long.pdf"]


def many_files(pool: pypdfium2.PdfDocument, count: int, folder: Path) -> list[Path]:
    """Files of 4 to 12 pages, ``count`` pages in all."""
    paths: list[Path] = []
    done = 0
    while done < count:
        pages = min(4 + len(paths) % 9, count - done)
        with closing(pypdfium2.PdfDocument.new()) as file:
            file.import_pages(pool, [(done + page) % len(pool) for page in range(pages)])
            paths.append(folder / f"{len(paths):04}.pdf")
            file.save(paths[-1])
        done += pages
    return paths


# --- the program that is measured


def read_files(folder: Path) -> None:
    """Reads every PDF of ``folder`` in one worker, which notes each page it has read in the file of ``_COUNTED``."""
    from corpus.calendar import working_calendar
    from pipeline.batch import each_file
    from schemas.knowledge import Knowledge

    knowledge = Knowledge(today=date(2026, 1, 1), calendar=working_calendar())
    paths = sorted(folder.glob("*.pdf"))
    for _ in each_file(_Counting(knowledge), paths, 1, crashed=_crashed):
        pass


@dataclass(frozen=True)
class _Counting:
    """Reads as ``pipeline.read.read`` does, page by page noted; what is read is thrown away, as when it is registered."""

    knowledge: object

    def __call__(self, path: Path) -> int:
        from pipeline import read as reader

        plain = getattr(reader, "_plain_read_page", None) or reader._read_page
        reader._plain_read_page = plain  # type: ignore[attr-defined]

        def counted(page: object) -> object:
            found = plain(page)  # type: ignore[arg-type]
            with Path(os.environ[_COUNTED]).open("a", encoding="ascii") as notes:
                notes.write(f"{os.getpid()}\n")
            return found

        reader._read_page = counted  # type: ignore[assignment]
        return len(reader.read(path, self.knowledge).pages)  # type: ignore[arg-type]


def _crashed(path: Path) -> int:
    raise SystemExit(f"the worker died at {path}")


# --- measuring


def measured(folder: Path) -> Peaks:
    notes = folder / "pages.txt"
    notes.touch()
    command = [sys.executable, __file__, "--read", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd()), _COUNTED: str(notes), "OMP_THREAD_LIMIT": "1"}
    peaks, pages, worker = Peaks(), 0, None
    with subprocess.Popen(command, env=environment) as program:
        while program.poll() is None:
            parents = descendants(program.pid)
            peaks.take({process: memory_of(process) for process in (program.pid, *parents)}, worker, parents)
            lines = notes.read_text(encoding="ascii").split()
            pages, worker = len(lines), int(lines[-1]) if lines else None
            _mark(peaks, pages)
            time.sleep(_PAUSE)
        if program.returncode:
            raise SystemExit(program.returncode)
    peaks.at[pages] = peaks.together_rss, peaks.together_pss
    return peaks


def _mark(peaks: Peaks, pages: int) -> None:
    for mark in MARKS:
        if pages >= mark and mark not in peaks.at:
            peaks.at[mark] = peaks.together_rss, peaks.together_pss
            print(
                f"page {mark}: {peaks.together_rss:.0f} RSS, {peaks.together_pss:.0f} PSS", file=sys.stderr, flush=True
            )


def table(name: str, size: float, peaks: Peaks) -> Iterator[str]:
    yield f"{name} ({size:.0f} MB of files), peak so far of the worker and its OCR child together, MB:"
    yield ""
    yield "| page | " + " | ".join(map(str, peaks.at)) + " |"
    yield "| --- |" + " --- |" * len(peaks.at)
    yield "| RSS | " + " | ".join(f"{rss:.0f}" for rss, _ in peaks.at.values()) + " |"
    yield "| PSS | " + " | ".join(f"{pss:.0f}" for _, pss in peaks.at.values()) + " |"
    yield ""
    yield (
        f"The worker alone {peaks.worker_rss:.0f} RSS, {peaks.worker_pss:.0f} PSS; its child {peaks.child_rss:.0f} RSS; "
        f"all processes of the program together {peaks.all_pss:.0f} PSS."
    )
    yield ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--severity", default="middle", choices=["clean", "middle", "bad"])
    parser.add_argument("--long", type=int, default=500, help="pages of the one long file; 0: leave it out")
    parser.add_argument("--batch", type=int, default=1000, help="pages of the batch; 0: leave it out")
    parser.add_argument("--pool", type=int, default=100, help="different pages that both are made of")
    parser.add_argument("--fast", action="store_true", help="30 pages each, to try it")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.read:
        read_files(told.read)
        return
    if told.fast:
        told.long, told.batch, told.pool = min(told.long, 30), min(told.batch, 30), 12
    pool = page_pool(told.severity, told.pool)
    for name, make, count in (("One file", one_long, told.long), ("Many files", many_files, told.batch)):
        if count:
            with TemporaryDirectory() as folder:
                paths = make(pool, count, Path(folder))
                size = sum(path.stat().st_size for path in paths) / 1024**2
                print(*table(f"{name}, {count} pages", size, measured(Path(folder))), sep="\n", flush=True)


if __name__ == "__main__":
    main()
