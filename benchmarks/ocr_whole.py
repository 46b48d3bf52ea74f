"""The whole pipeline over every PDF of a folder, for ``benchmarks/ocr.py``; the words are kept for counting errors.

python benchmarks/ocr_whole.py FOLDER JOBS SUFFIX

A script of its own that loads nothing else: worker processes load it again.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from pipeline.batch import read_all


def read_folder(folder: Path, jobs: int, suffix: str) -> None:
    """Each PDF's words go beside it, ``suffix`` instead of ``.pdf``. Raises the ``LetterError`` of a letter that cannot be read."""
    from corpus.calendar import working_calendar
    from schemas.errors import LetterError
    from schemas.knowledge import Knowledge
    from schemas.recording import pages_to_bytes

    paths = sorted(folder.glob("*.pdf"))
    knowledge = Knowledge(today=date(2026, 1, 1), calendar=working_calendar())
    for path, reading in zip(paths, read_all(paths, knowledge, jobs), strict=True):
        if isinstance(reading, LetterError):
            raise reading
        path.with_suffix(suffix).write_bytes(pages_to_bytes(reading.pages))


if __name__ == "__main__":
    read_folder(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
