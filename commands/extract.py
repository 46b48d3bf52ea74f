"""``congvan extract``: letters to records on stdout, without a register."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from commands import reading
from commands.exits import Exit
from commands.ingest import Jobs, progress_bar
from models.shown import masked_record
from pipeline.register.handing_in import files_under, readable_path
from pipeline.register.page_text import page_text
from pipeline.register.working import ReadLetter
from schemas.errors import LetterError, ToolMissingError
from schemas.knowledge import Knowledge
from schemas.problems import ProblemCode
from schemas.record import LetterRecord, Problem, Source

_BUG = "Lỗi của chương trình khi đọc tệp này ({name}). Hãy báo lỗi; chạy với CONGVAN_DEBUG=1 để có chi tiết."


@dataclass(frozen=True, slots=True)
class Extraction:
    """One file's record as a line of JSON, and the exit code it asks for."""

    line: str
    code: Exit


def extract(
    paths: Annotated[list[Path], typer.Argument(exists=True, help="Files and folders (recursively).")],
    jobs: Jobs = None,
) -> None:
    """Read letters and print one record a file as JSON Lines, in the order given."""
    files = files_under(paths)
    codes = {Exit.OK}
    with progress_bar("Đang đọc") as progress:
        for done, extraction in enumerate(_extractions(files, reading.worker_count(jobs)), start=1):
            sys.stdout.write(extraction.line + "\n")
            sys.stdout.flush()
            codes.add(extraction.code)
            progress(done, len(files))
    raise typer.Exit(next(code for code in (Exit.BUG, Exit.UNREADABLE, Exit.OK) if code in codes))


def _extractions(files: Sequence[Path], jobs: int) -> Iterator[Extraction]:
    """In the order of ``files``; 0 jobs means in this process."""
    from pipeline.batch import CRASH, each_file

    def crashed(file: Path) -> Extraction:
        return _unread(file, ProblemCode.UNREADABLE_FILE, CRASH, Exit.UNREADABLE)

    yield from each_file(partial(extracted, reading.reader(), reading.known()), files, jobs, crashed)


def extracted(read: ReadLetter, knowledge: Knowledge, file: Path) -> Extraction:
    """``file`` read; a file that cannot be read is a record without documents and with its problem."""
    try:
        with readably_named(file) as named:
            letter = read(named, knowledge)
    except LetterError as error:
        return _unread(file, ProblemCode.UNREADABLE_FILE, str(error), Exit.UNREADABLE)
    except ToolMissingError:
        raise
    except Exception as error:  # noqa: BLE001  (isolates this file: the batch goes on, the exit code tells)
        if os.environ.get("CONGVAN_DEBUG"):
            traceback.print_exception(error)
        return _unread(file, ProblemCode.UNREADABLE_FILE, _BUG.format(name=type(error).__name__), Exit.BUG)
    return Extraction(masked_record(letter.record, *map(page_text, letter.pages)).to_json(), Exit.OK)


@contextmanager
def readably_named(file: Path) -> Iterator[Path]:
    """``file``, by a link to it where its name is no UTF-8 and could not stand in a record."""
    name = Path(readable_path(file)).name
    if name == file.name:
        yield file
        return
    with TemporaryDirectory() as folder:
        link = Path(folder) / name
        link.symlink_to(file.absolute())
        yield link


def _unread(file: Path, code: ProblemCode, message: str, exit_code: Exit) -> Extraction:
    source = Source(name=Path(readable_path(file)).name, sha256=None, pages=None, text="none")
    problem = Problem(code=code, at="", message=message)
    return Extraction(LetterRecord(source=source, documents=(), problems=(problem,)).to_json(), exit_code)
