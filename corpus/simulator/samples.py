"""The sample files in ``corpus/samples``: every kind of file that is read, small, with its gold record."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from corpus.letter_data import Letter, letters
from corpus.letter_gold import gold
from corpus.simulator import SimulatedLetter, simulate
from corpus.simulator.files import write_gold
from corpus.typesetter import OfficeStyle, typeset
from corpus.typesetter.typed import as_docx, as_text
from schemas.record import LetterRecord, Source

SAMPLES = Path(__file__).parents[1] / "samples"

Made = tuple[bytes, LetterRecord]


@dataclass(frozen=True, slots=True)
class Sample:
    """One file to make: ``name`` of its folder, the letter, kind of file; severity and seed for scans."""

    name: str
    letter: str
    kind: Literal["pdf", "scan", "mixed", "tiff", "jpg", "png", "docx", "txt"]
    severity: str = "middle"
    seed: int = 1

    @property
    def extension(self) -> str:
        return "pdf" if self.kind in ("scan", "mixed") else self.kind


RECIPE = (
    Sample("pdf-province", "ubnd-tinh-giao-chu-tri", "pdf", seed=3),
    Sample("pdf-plan-annex", "ke-hoach-phu-luc-nhiem-vu", "pdf", seed=8),
    Sample("pdf-dispatch", "cong-dien-bao-so-5", "pdf", seed=2),
    Sample("scan-department", "so-giam-sat-dich", "scan", "middle", 1),
    Sample("scan-party", "tinh-uy-2018-giao-viec", "scan", "clean", 2),
    Sample("scan-district-bad", "ubnd-huyen-ra-soat-ho-ngheo", "scan", "bad", 4),
    Sample("scan-decision", "quyet-dinh-to-cong-tac", "scan", "middle", 7),
    Sample("mixed-notice", "so-chuyen-thong-bao-dinh-kem", "mixed", "middle", 3),
    Sample("tiff-directive", "chi-thi-an-toan-giao-thong", "tiff", "middle", 2),
    Sample("jpg-company", "cong-ty-cat-dien", "jpg", "middle", 6),
    Sample("png-invitation", "giay-moi-so-ket-xac-nhan", "png", "clean", 2),
    Sample("docx-conclusions", "ket-luan-hop-nha-o-xa-hoi", "docx"),
    Sample("docx-university", "dai-hoc-thong-bao-bao-ve-luan-van", "docx"),
    Sample("txt-ministry", "bo-lay-y-kien-du-thao", "txt"),
    Sample("txt-commune", "ubnd-xa-2025-thu-gom-rac", "txt"),
)


def write_samples(folder: Path = SAMPLES) -> None:
    """Make every sample's folder: ``original.<ext>`` and ``letter.json``."""
    known = {letter.id: letter for letter in letters()}
    for sample in RECIPE:
        data, record = make(sample, known[sample.letter])
        target = folder / sample.name
        target.mkdir(parents=True, exist_ok=True)
        (target / f"original.{sample.extension}").write_bytes(data)
        write_gold(target, record)


def make(sample: Sample, letter: Letter) -> Made:
    """The sample's bytes and its gold record."""
    makers: dict[str, Callable[[Sample, Letter], Made]] = {
        "pdf": _digital,
        "mixed": _mixed,
        "docx": _typed,
        "txt": _typed,
    }
    return makers.get(sample.kind, _scanned)(sample, letter)


def _named(data: bytes, sample: Sample, pages: int | None, text: Literal["ocr", "embedded", "mixed"]) -> Source:
    return Source(name=f"original.{sample.extension}", sha256=sha256(data).hexdigest(), pages=pages, text=text)


def _digital(sample: Sample, letter: Letter) -> Made:
    letter = letter.unstamped()
    done = typeset(letter, OfficeStyle.chosen(sample.seed))
    return done.pdf, gold(letter, _named(done.pdf, sample, len(done.pages), "embedded"), done.spans)


def _typed(sample: Sample, letter: Letter) -> Made:
    letter = letter.unstamped()
    data = as_docx(letter) if sample.kind == "docx" else as_text(letter)
    return data, gold(letter, _named(data, sample, None, "embedded"))


def _mixed(sample: Sample, letter: Letter) -> Made:
    """The letter itself as text, what came with it as scans."""
    letter = letter.unstamped()
    scan = simulate(letter, sample.severity, sample.seed)
    spans = [document.pages or (1, 1) for document in scan.record.documents]
    scans = {
        index: [scan.pages[number - 1].picture for number in range(first, last + 1)]
        for index, (first, last) in enumerate(spans)
        if index
    }
    done = typeset(letter, OfficeStyle.chosen(sample.seed), scans=scans)
    return done.pdf, gold(letter, _named(done.pdf, sample, len(done.pages), "mixed"), done.spans)


def _scanned(sample: Sample, letter: Letter) -> Made:
    scan = simulate(letter, sample.severity, sample.seed)
    data = scan.pdf() if sample.kind == "scan" else _pictures(sample, scan)
    return data, scan.record_of(data, f"original.{sample.extension}")


def _pictures(sample: Sample, scan: SimulatedLetter) -> bytes:
    stream, resolution = io.BytesIO(), (scan.pages[0].resolution,) * 2
    first, *others = (page.picture for page in scan.pages)
    if sample.kind == "tiff":
        pages = [picture.convert("1") for picture in (first, *others)]
        pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=resolution)
    elif sample.kind == "png":
        first.convert("L").quantize(16).save(stream, "PNG", optimize=True, dpi=resolution)
    else:
        first.convert("RGB").save(stream, "JPEG", quality=scan.quality)
    return stream.getvalue()
