"""A ZIP or mail gives the files inside it, within limits, and whatever is wrong with it is said."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from pipeline.scan import containers
from pipeline.scan.containers import open_container
from schemas.errors import DamagedFileError, EncryptedFileError, LetterError, TooLargeError, UnknownFormatError
from tests.pipeline.scan.specimens import docx_file, image_file, pdf_file, shown, xlsx_file, zip_file

Save = Callable[..., Path]
LETTER = pdf_file(shown("a"))


def mail(*attachments: tuple[bytes, str, str], text: str = "Kính chuyển.") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "vanthu@vidu.vn", "lan@vidu.vn", "Chuyển văn bản"
    message.set_content(text)
    for data, kind, name in attachments:
        main, _, sub = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def opened(path: Path, into: Path) -> dict[str, bytes] | None:
    folder = into / "inside"
    folder.mkdir()
    members = open_container(path, folder)
    return None if members is None else {member.name: member.path.read_bytes() for member in members}


def test_a_zip_gives_its_files_and_not_what_programs_leave_behind(save: Save, tmp_path: Path) -> None:
    data = zip_file(a__pdf=LETTER, phu_luc___b__pdf=b"b", Thumbs__db=b"x", xxMACOSX___a__pdf=b"x")
    data = data.replace(b"xxMACOSX", b"__MACOSX")
    assert opened(save(data, "thư.zip"), tmp_path) == {"a.pdf": LETTER, "phu_luc/b.pdf": b"b"}


def test_names_in_vietnamese_survive_zips_that_do_not_mark_utf_8(save: Save, tmp_path: Path) -> None:
    data = zip_file(**{"Công văn": b"x"})
    unmarked = bytearray(data)
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature) + flags
        unmarked[at : at + 2] = b"\0\0"
    assert opened(save(bytes(unmarked)), tmp_path) == {"Công văn": b"x"}


def test_a_mail_gives_what_is_attached_and_no_pictures_of_its_text(save: Save, tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["MIME-Version"] = "a@vidu.vn", "Văn bản", "1.0"
    message.set_content("x")
    message.add_alternative("<img src=cid:logo>", subtype="html")
    message.get_payload()[1].add_related(image_file("PNG"), "image", "png", cid="<logo>", filename="logo.png")
    message.add_attachment(LETTER, maintype="application", subtype="pdf", filename="Công văn 12.pdf")
    message.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    assert opened(save(message.as_bytes(), "x.eml"), tmp_path) == {"Công văn 12.pdf": LETTER}


def test_what_is_inside_what_is_inside_comes_out_under_both_names(save: Save, tmp_path: Path) -> None:
    inner = zip_file(a__pdf=LETTER)
    outer = mail((inner, "application/zip", "văn bản.zip"), (b"ghi", "application/octet-stream", "b.txt"))
    assert opened(save(outer), tmp_path) == {"văn bản.zip/a.pdf": LETTER, "b.txt": b"ghi"}


def test_a_forwarded_mail_is_opened(save: Save, tmp_path: Path) -> None:
    outer = EmailMessage()
    outer["From"], outer["MIME-Version"] = "a@vidu.vn", "1.0"
    outer.set_content("Chuyển tiếp")
    inner = EmailMessage()
    inner["From"], inner["MIME-Version"] = "b@vidu.vn", "1.0"
    inner.set_content("x")
    inner.add_attachment(LETTER, maintype="application", subtype="pdf", filename="a.pdf")
    outer.add_attachment(inner)
    found = opened(save(outer.as_bytes()), tmp_path)
    assert found is not None
    assert list(found.values()) == [LETTER]


@pytest.mark.parametrize(
    "data",
    [
        LETTER,
        docx_file(lambda document: document.add_paragraph("a")),
        xlsx_file(lambda sheet: sheet.append(["a"])),
        "Kính gửi: Sở Y tế".encode(),
        b"",
        b"PK\x03\x04 nothing of a ZIP",
    ],
)
def test_other_files_are_not_opened(save: Save, tmp_path: Path, data: bytes) -> None:
    assert opened(save(data), tmp_path) is None


def test_a_file_that_is_not_there_is_not_opened(tmp_path: Path) -> None:
    assert opened(tmp_path / "gone.zip", tmp_path) is None


def encrypted() -> bytes:
    data = bytearray(zip_file(a__pdf=LETTER))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + flags] |= 1
    return bytes(data)


def damaged() -> bytes:
    data = bytearray(zip_file(a__pdf=LETTER * 50))
    data[60:70] = bytes(10)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "error", "step"),
    [
        (encrypted(), EncryptedFileError, "giải nén"),
        (damaged(), DamagedFileError, "tệp gốc"),
        (zip_file(), UnknownFormatError, "kiểm tra"),
        (zip_file(Thumbs__db=b"x"), UnknownFormatError, "kiểm tra"),
        (mail(), UnknownFormatError, "in thư ra PDF"),
    ],
)
def test_what_cannot_be_opened_says_what_to_do(
    save: Save, tmp_path: Path, data: bytes, error: type[LetterError], step: str
) -> None:
    with pytest.raises(error, match=step):
        opened(save(data), tmp_path)


def test_limits_count_bytes_as_they_come(save: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MOST_BYTES", 1000)
    bomb = save(zip_file(a__pdf=bytes(100_000)))
    assert bomb.stat().st_size < 1000
    opening = containers._Opening(tmp_path, left=1000)
    with pytest.raises(TooLargeError, match="giải nén"):
        opening.open(bomb, "zip", "", 1)


def test_more_files_than_a_mail_ever_has_are_refused(
    save: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(containers, "MOST_FILES", 2)
    with pytest.raises(TooLargeError, match="quá nhiều"):
        opened(save(zip_file(a=b"a", b=b"b", c=b"c")), tmp_path)


def test_no_file_is_written_outside_the_folder(save: Save, tmp_path: Path) -> None:
    data = zip_file(aa_aa_a__pdf=b"x").replace(b"aa_aa_a.pdf", b"../../a.pdf")
    assert opened(save(data), tmp_path) == {"a.pdf": b"x"}
    assert not (tmp_path.parent / "a.pdf").exists()
