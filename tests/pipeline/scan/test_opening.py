"""What opening a file promises: its bytes are read once and hashed, and whatever cannot be read says why."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.scan import Limits, open_letter
from pipeline.scan.kind import kind_of
from schemas.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    LetterError,
    TooLargeError,
    UnknownFormatError,
    VanishedFileError,
)
from schemas.image import PageImage
from tests.pipeline.scan.specimens import docx_file, image_file, pdf_file, picture, shown, tiff_file

Save = Callable[..., Path]
ENCRYPTED = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (b"41" * 32, b"42" * 32)


@pytest.mark.parametrize(
    ("data", "kind", "pages"),
    [
        (pdf_file(shown("a"), shown("b")), "pdf", 2),
        (image_file("JPEG"), "jpeg", 1),
        (image_file("PNG"), "png", 1),
        (tiff_file(3), "tiff", 3),
        (docx_file(lambda document: document.add_paragraph("Kính gửi")), "docx", None),
        ("Kính gửi: Sở Y tế".encode(), "txt", None),
    ],
)
def test_a_file_of_each_kind_opens_under_any_name(save: Save, data: bytes, kind: str, pages: int | None) -> None:
    file = open_letter(save(data, "công văn.doc"))
    assert (file.kind, file.page_count, file.name) == (kind, pages, "công văn.doc")
    assert file.sha256 == hashlib.sha256(data).hexdigest()
    assert len(list(file.pages())) == (pages or 1)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (b" \n\t\n", EmptyFileError),
        (docx_file(lambda document: document.add_paragraph()), EmptyFileError),
        (pdf_file(shown("a"), trailer=ENCRYPTED), EncryptedFileError),
        (pdf_file(shown("a"))[:400], DamagedFileError),
        (pdf_file(), DamagedFileError),
        (b"%PDF-1.7\nnothing\n%%EOF", DamagedFileError),
        (image_file("JPEG")[:2000], DamagedFileError),
        (image_file("PNG")[:600], DamagedFileError),
        (tiff_file(1)[:60], DamagedFileError),
        (b"II*\x00garbage", DamagedFileError),
        (b"\x00\x01\x02\x03" * 10, UnknownFormatError),
    ],
)
def test_what_cannot_be_read_says_so_in_a_sentence(save: Save, data: bytes, error: type[LetterError]) -> None:
    with pytest.raises(error) as raised:
        open_letter(save(data))
    assert len(str(raised.value)) > 30
    assert str(raised.value).endswith(".")


@pytest.mark.parametrize(
    ("data", "limits"),
    [
        (b"x" * 100, Limits(bytes=99)),
        (pdf_file(shown("a"), shown("b")), Limits(pages=1)),
        (tiff_file(3), Limits(pages=2)),
        (image_file("PNG"), Limits(pixels=10_000)),
        (docx_file(lambda document: document.add_paragraph("a")), Limits(unpacked_bytes=100)),
    ],
)
def test_each_limit_is_kept(save: Save, data: bytes, limits: Limits) -> None:
    with pytest.raises(TooLargeError, match="hãy"):
        open_letter(save(data), limits)


def test_a_decompression_bomb_is_refused_by_its_header(save: Save) -> None:
    bomb = image_file("PNG", picture("1", (20_000, 20_000)))
    assert len(bomb) < 200_000
    with pytest.raises(TooLargeError):
        open_letter(save(bomb))


def test_a_file_that_is_not_there_has_vanished(tmp_path: Path) -> None:
    with pytest.raises(VanishedFileError):
        open_letter(tmp_path / "gone.pdf")


def test_a_file_that_changes_while_it_is_read_has_vanished(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save(b"Kinh gui: So Y te")
    read = Path.read_bytes

    def read_and_write(self: Path) -> bytes:
        data = read(self)
        with self.open("ab") as stream:
            stream.write(b" more")
        return data

    monkeypatch.setattr(Path, "read_bytes", read_and_write)
    with pytest.raises(VanishedFileError, match="đưa vào lại"):
        open_letter(path)


def test_a_folder_is_no_letter(tmp_path: Path) -> None:
    with pytest.raises(LetterError, match="thư mục"):
        open_letter(tmp_path)


def test_a_pipe_is_no_letter(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(LetterError, match="tệp thông thường"):
        open_letter(pipe)


def test_no_right_to_read_is_said(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(LetterError, match="quyền"):
        open_letter(save(b"x"))


def test_the_original_is_left_as_it_is(save: Save) -> None:
    data = tiff_file(2)
    path = save(data)
    before = path.stat().st_mtime_ns
    list(open_letter(path).pages())
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (data, before)


def test_pages_are_made_one_at_a_time(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[int] = []
    render = pypdfium2.PdfPage.render

    def counted(self: pypdfium2.PdfPage, *args: object, **options: object) -> object:
        rendered.append(1)
        return render(self, *args, **options)

    monkeypatch.setattr(pypdfium2.PdfPage, "render", counted)
    pages = open_letter(save(pdf_file(b"0 0 420 595 re f", b"0 0 420 595 re f"))).pages()
    assert isinstance(next(pages), PageImage)
    assert len(rendered) == 1


@given(st.binary(max_size=300))
def test_any_bytes_have_a_kind_or_a_letter_error(data: bytes) -> None:
    try:
        found: str = kind_of(data)
    except LetterError as error:
        found = error.code
    assert found in {"pdf", "tiff", "jpeg", "png", "docx", "txt", "unknown_format", "encrypted", "damaged"}
