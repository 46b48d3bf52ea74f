"""ZIP files and mails opened: the files inside, written where they can be handed in one by one."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path, PurePosixPath
from typing import IO, Literal

from pipeline.scan.kind import MAIL, kind_in_zip
from schemas.container import Member
from schemas.errors import DamagedFileError, EncryptedFileError, LetterError, TooLargeError, UnknownFormatError

MOST_FILES = 500
MOST_BYTES = 1 << 30
DEEPEST = 3
"""A mail with a mail with a ZIP is as deep as offices go."""

_HEAD, _CHUNK = 4_096, 1 << 20
_LEFT_BEHIND = re.compile(r"(?:^|/)(?:__MACOSX/|\.|~\$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
_BY_HAND = "hãy giải nén rồi đưa từng tệp văn bản bên trong vào."
_TOO_LARGE = f"Trong tệp có quá nhiều dữ liệu (tối đa {MOST_FILES} tệp, {MOST_BYTES >> 30} GB); {_BY_HAND}"
_FAILURES = (
    zipfile.BadZipFile,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    LookupError,
    zlib.error,
)
"""What ``zipfile`` and its decompressors raise on broken files."""


def open_container(path: Path, into: Path) -> tuple[Member, ...] | None:
    """Write the files that the ZIP or mail at ``path`` holds into the folder ``into``; ``None`` for any other file.

    A ZIP or mail inside is opened in turn. Office files, which are ZIPs too, are files and not opened; what programs
    leave behind (``__MACOSX``, ``Thumbs.db``), signatures and pictures within a mail's text are left out.
    Raises ``EncryptedFileError``, ``DamagedFileError``, ``TooLargeError`` or ``UnknownFormatError`` (nothing inside).
    """
    kind = _container_kind(path)
    if kind is None:
        return None
    opening = _Opening(into)
    opening.open(path, kind, "", 1)
    if not opening.members:
        raise UnknownFormatError(_nothing_inside(kind))
    return tuple(opening.members)


_ContainerKind = Literal["zip", "mail"]


def _nothing_inside(kind: _ContainerKind) -> str:
    if kind == "zip":
        return "Tệp nén ZIP không có tệp nào bên trong; hãy kiểm tra lại tệp."
    return "Thư điện tử không kèm tệp nào; nếu văn bản nằm trong lời thư, hãy in thư ra PDF rồi đưa vào."


def _container_kind(path: Path) -> _ContainerKind | None:
    """By content; files that cannot be looked into are nothing that holds files (reading them will say why)."""
    try:
        with path.open("rb") as data:
            head = data.read(_HEAD)
        if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
            return "zip" if _holds_files(path) else None
    except OSError:
        return None
    text = head.decode("utf-8", "replace").removeprefix("\ufeff").lstrip().lower()
    return "mail" if re.match(MAIL, text) else None


def _holds_files(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return kind_in_zip(archive) is None
    except (LetterError, *_FAILURES):
        return False


@dataclass(slots=True)
class _Opening:
    """One container being opened, with what has come out of it so far; ``left``: bytes that may still come."""

    into: Path
    members: list[Member] = field(default_factory=list)
    left: int = MOST_BYTES

    def open(self, path: Path, kind: _ContainerKind, prefix: str, depth: int) -> None:
        try:
            for name, member in self._unzipped(path) if kind == "zip" else self._attached(path):
                self._take(f"{prefix}{name}", member, depth)
        except LetterError:
            raise
        except _FAILURES as error:
            raise DamagedFileError(f"Tệp bị hỏng hoặc tải chưa hết; hãy xin lại tệp gốc, hoặc {_BY_HAND}") from error

    def _take(self, name: str, member: Path, depth: int) -> None:
        inside = _container_kind(member) if depth < DEEPEST else None
        if inside is not None:
            self.open(member, inside, f"{name}/", depth + 1)
            return
        self.members.append(Member(name, member))

    def _unzipped(self, path: Path) -> Iterator[tuple[str, Path]]:
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                name = _name_of(entry)
                if entry.is_dir() or _LEFT_BEHIND.search(name):
                    continue
                if entry.flag_bits & 1:
                    raise EncryptedFileError(f"Tệp nén ZIP có mật khẩu; {_BY_HAND}")
                with archive.open(entry) as data:
                    yield name, self._write(data)

    def _attached(self, path: Path) -> Iterator[tuple[str, Path]]:
        message = message_from_bytes(path.read_bytes(), policy=policy.default)
        assert isinstance(message, EmailMessage)
        for part in message.walk():
            data = _attachment(part)
            if data is not None:
                target = self._fresh()
                self._count(len(data))
                target.write_bytes(data)
                yield _clean(part.get_filename() or ""), target

    def _write(self, data: IO[bytes]) -> Path:
        """What a header says of a size is not believed: bytes are counted as they come."""
        target = self._fresh()
        with target.open("wb") as copy:
            while chunk := data.read(_CHUNK):
                self._count(len(chunk))
                copy.write(chunk)
        return target

    def _fresh(self) -> Path:
        number = sum(1 for _ in self.into.iterdir())
        if number >= MOST_FILES:
            raise TooLargeError(_TOO_LARGE)
        return self.into / str(number)

    def _count(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise TooLargeError(_TOO_LARGE)


def _attachment(part: EmailMessage) -> bytes | None:
    """The bytes of a file that travels with a mail or with one forwarded in it; ``None`` for texts, their pictures,
    and signatures."""
    kind = part.get_content_type()
    of_text = part.get_content_maintype() == "image" and (part["Content-ID"] or not part.is_attachment())
    if part.is_multipart() or kind in _SIGNATURES or not part.get_filename() or of_text:
        return None
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else None


def _name_of(entry: zipfile.ZipInfo) -> str:
    """The entry's name; one without the mark of UTF-8 is UTF-8 all the same where it can be."""
    if entry.flag_bits & 0x800:
        return _clean(entry.filename)
    try:
        return _clean(entry.filename.encode("cp437").decode("utf-8"))
    except UnicodeError:
        return _clean(entry.filename)


def _clean(name: str) -> str:
    """``name`` as a relative path to show: nothing is ever written under it."""
    parts = PurePosixPath(name.replace("\\", "/").replace("\0", "")).parts
    return "/".join(part for part in parts if part not in ("/", "..", "."))
