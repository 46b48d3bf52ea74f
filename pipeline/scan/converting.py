"""Old Office files made readable: LibreOffice, where it is installed, turns them into DOCX or XLSX."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from pipeline.scan.kind import Convertible, Kind
from schemas.errors import DamagedFileError, UnknownFormatError

SECONDS = 180
"""A conversion that takes longer has hung; the first one after an installation takes some ten seconds."""

_BECOMES: dict[Convertible, Kind] = {"doc": "docx", "rtf": "docx", "odt": "docx", "xls": "xlsx", "ods": "xlsx"}
_CALLED: dict[Convertible, str] = {
    "doc": "tệp Word cũ (.doc)",
    "rtf": "tệp RTF",
    "odt": "tệp OpenDocument (.odt)",
    "xls": "bảng tính Excel cũ (.xls)",
    "ods": "bảng tính OpenDocument (.ods)",
}


def program() -> str | None:
    """The LibreOffice program, if there is one on the path."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def converted(data: bytes, kind: Convertible) -> tuple[bytes, Kind]:
    """The file ``data`` in its newer format, and which that is.

    Raises ``UnknownFormatError`` where LibreOffice is not installed, ``DamagedFileError`` when it makes nothing of it.
    """
    office = program()
    if office is None:
        raise UnknownFormatError(
            f"Đây là {_CALLED[kind]}, cần LibreOffice để đọc; hãy cài LibreOffice rồi chạy `congvan retry`, "
            f"hoặc lưu lại thành .{_BECOMES[kind]} hay PDF rồi đưa vào lại."
        )
    with tempfile.TemporaryDirectory(prefix="congvan-office-") as folder:
        made = _convert(office, Path(folder), data, kind)
        return made.read_bytes(), _BECOMES[kind]


def _convert(office: str, folder: Path, data: bytes, kind: Convertible) -> Path:
    """Each call has a profile of its own, for two of them do not share one; macros never run in a conversion."""
    source = folder / f"letter.{kind}"
    source.write_bytes(data)
    command = [
        office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
        "--convert-to", _BECOMES[kind], "--outdir", str(folder / "made"), str(source),
    ]  # fmt: skip
    ended = _ended_well(command, folder)
    made = folder / "made" / f"letter.{_BECOMES[kind]}"
    if not ended or not made.is_file():
        raise DamagedFileError(
            f"LibreOffice không mở được {_CALLED[kind]} này; hãy mở bằng chương trình đã tạo ra nó, xuất ra PDF rồi đưa vào."
        )
    return made


def _ended_well(command: list[str], folder: Path) -> bool:
    """Whether ``command`` came to its end in time; its children end with it."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            return process.wait(SECONDS) == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return False
