"""Putting letters in: rate and memory over a long batch, and handing the same files in again.

    python benchmarks/ingest.py --letters 10000
    python benchmarks/ingest.py --letters 10000 --db postgresql://user@host/database

Reading is the stand-in of ``workers.py`` (a page of words, five tasks): what is measured is handing in, ledger, originals
and registering, in this one process. Prints a line for each tenth of the batch with the memory of the process (resident, and
at its peak), then the time in which the same paths, and copies of the files under other paths, are handed in again.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from workers import TODAY, read_stand_in, stand_in_letters

from models.database import Register, open_register
from pipeline.register.handing_in import files_under, hand_in
from pipeline.register.ingest import work_through
from pipeline.register.receipts import Receipt
from schemas.knowledge import Knowledge


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--db", help="an empty database; by default a temporary file")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("in", "originals"):
            (folder / part).mkdir()
        register = open_register(told.db or str(folder / "register.db"), folder / "originals")
        stand_in_letters(folder / "in", told.letters)
        register_all(register, folder / "in", told.letters)
        hand_in_again(register, folder)


def register_all(register: Register, folder: Path, count: int) -> None:
    """Hand in and read a tenth at a time, and say after each what it cost."""
    print(
        "| letters in the register | handing in, ms a letter | reading and registering, ms a letter | memory, MB | peak, MB |"
    )
    print("|---|---|---|---|---|")
    paths, tenth = sorted(files_under([folder])), max(count // 10, 1)
    for start in range(0, count, tenth):
        part = paths[start : start + tenth]
        handing = _seconds(partial(hand_in, register, part, Receipt(TODAY)))
        working = _seconds(partial(work_through, register, partial(read_stand_in, 0), Knowledge(TODAY), 0))
        each = 1000 / len(part)
        now, peak = _memory()
        print(f"| {start + len(part)} | {handing * each:.1f} | {working * each:.1f} | {now} | {peak} |", flush=True)


def hand_in_again(register: Register, folder: Path) -> None:
    """The paths that are known already, then known bytes under other paths."""
    shutil.copytree(folder / "in", folder / "again")
    print("\n| handed in again | seconds |\n|---|---|")
    for what, where in (("the same paths", "in"), ("copies under other paths", "again")):
        print(f"| {what} | {_seconds(lambda where=where: _hand_in_folder(register, folder / where)):.1f} |")  # type: ignore[misc]


def _hand_in_folder(register: Register, folder: Path) -> None:
    hand_in(register, files_under([folder]), Receipt(TODAY))
    work_through(register, partial(read_stand_in, 0), Knowledge(TODAY), 0)


def _seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _memory() -> tuple[int, int]:
    """Megabytes this process holds now and has held at most, as Linux tells."""
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(told["VmRSS"].split()[0]) // 1024, int(told["VmHWM"].split()[0]) // 1024


if __name__ == "__main__":
    main()
