"""Large files are left on the disk: what is read of them is what small ones give, and a change is noticed."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.scan import content, open_letter
from pipeline.scan.content import OpenFile, hashed, head_of, holds, size_of, stream_of, tail_of, whole, written
from schemas.errors import EncryptedFileError, VanishedFileError
from schemas.image import PageImage
from tests.pipeline.scan.specimens import docx_file, pdf_file, shown, tiff_file

ENCRYPTED = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (b"41" * 32, b"42" * 32)


@pytest.fixture(autouse=True)
def every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.scan.content.HELD_WHOLE", 0)
    monkeypatch.setattr("pipeline.scan.source.HELD_WHOLE", 0)


@given(data=st.binary(max_size=400), at=st.integers(0, 400), count=st.integers(0, 400))
def test_an_open_file_gives_the_bytes_it_has(data: bytes, at: int, count: int) -> None:
    file = written(lambda stream: stream.write(data) and None, len(data) + 1)
    assert isinstance(file, OpenFile)
    assert (whole(file), size_of(file), hashed(file)) == (data, len(data), hashlib.sha256(data).hexdigest())
    assert (head_of(file, count), tail_of(file, count + 1)) == (data[:count], data[-count - 1 :])
    first, second = stream_of(file), stream_of(file)
    first.seek(at)
    assert second.read(3) == data[:3]
    assert first.read(count) == data[at : at + count]
    assert first.seek(-min(2, len(data)), io.SEEK_END) == max(0, len(data) - 2)


def test_what_is_sought_is_found_across_two_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "_PIECE", 10)
    file = written(lambda stream: stream.write(b"0123456/Encrypt 890") and None, 1)
    assert holds(file, b"/Encrypt")
    assert not holds(file, b"/Encrypted")


@pytest.mark.parametrize("data", [pdf_file(shown("a"), shown("b")), tiff_file(3)], ids=["pdf", "tiff"])
def test_pages_of_a_large_file_are_those_of_a_small_one(
    tmp_path: Path, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scan"
    path.write_bytes(data)
    large = open_letter(path)
    monkeypatch.setattr("pipeline.scan.source.HELD_WHOLE", 1 << 30)
    small = open_letter(path)
    assert isinstance(large.data, OpenFile)
    assert isinstance(small.data, bytes)
    assert (large.sha256, large.page_count, large.kind) == (small.sha256, small.page_count, small.kind)
    for one, other in zip(large.pages(), small.pages(), strict=True):
        if isinstance(one, PageImage) and isinstance(other, PageImage):
            assert one.pixels.tobytes() == other.pixels.tobytes()
        else:
            assert one == other


def test_a_large_word_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    path.write_bytes(docx_file(lambda document: document.add_paragraph("Kính gửi: Sở Y tế")))
    (page,) = open_letter(path).pages()
    assert not isinstance(page, PageImage)
    assert [word.text for word in page.words][:2] == ["Kính", "gửi:"]


def test_a_large_file_under_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(pdf_file(shown("a"), trailer=ENCRYPTED))
    with pytest.raises(EncryptedFileError):
        open_letter(path)


def test_a_large_file_that_was_deleted_is_still_read_and_a_changed_one_has_vanished(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf_file(shown("a")))
    letter = open_letter(path)
    path.unlink()
    assert len(list(letter.pages())) == 1
    path.write_bytes(pdf_file(shown("a")))
    letter = open_letter(path)
    os.utime(path, ns=(1, 1))
    with pytest.raises(VanishedFileError, match="đưa vào lại"):
        list(letter.pages())
