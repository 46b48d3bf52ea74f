"""``congvan review --crop``: the place of a doubtful value as a picture."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from desk import Desk
from letters import document
from PIL import Image, ImageDraw

from commands.cropping import write_crop
from pipeline.register.originals import place_of
from schemas.errors import LetterError
from schemas.geometry import Box

DPI = 200
PLACE = Box(300, 100, 360, 112)
"""Where the black bar lies on the page as displayed, in points."""


def page(box: Box = PLACE) -> Image.Image:
    """A white A4 page with a black bar at ``box``."""
    image = Image.new("L", (round(595 * DPI / 72), round(842 * DPI / 72)), 255)
    at = box.scaled(DPI / 72)
    ImageDraw.Draw(image).rectangle((at.x0, at.y0, at.x1, at.y1), fill=0)
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def turned_pdf() -> bytes:
    """The page lying on its side in the file, shown upright by its rotation entry."""
    lying = saved(page().rotate(90, expand=True), "PDF", resolution=DPI)
    with pypdfium2.PdfDocument(lying) as pdf:
        pdf[0].set_rotation(90)
        stream = io.BytesIO()
        pdf.save(stream)
    return stream.getvalue()


def turned_photo() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # shown turned by a quarter to the right
    return saved(page().rotate(90, expand=True), "JPEG", exif=exif, dpi=(DPI, DPI))


ORIGINALS = {
    "pdf": lambda: saved(page(), "PDF", resolution=DPI),
    "pdf with a rotation entry": turned_pdf,
    "jpeg turned by its camera": turned_photo,
    "png without a resolution": lambda: saved(page(), "PNG"),
    "second page of a tiff": lambda: saved(
        Image.new("L", page().size, 255), "TIFF", save_all=True, append_images=[page()], dpi=(DPI, DPI)
    ),
}


@pytest.mark.parametrize("kind", ORIGINALS)
def test_the_crop_shows_the_place_as_displayed(kind: str, tmp_path: Path) -> None:
    (tmp_path / "original").write_bytes(ORIGINALS[kind]())
    write_crop(tmp_path / "original", 2 if "second" in kind else 1, PLACE, tmp_path / "crops" / "serial.png")
    with Image.open(tmp_path / "crops" / "serial.png") as crop:
        assert crop.format == "PNG"
        pixels, points = np.asarray(crop.convert("L")), crop.info["dpi"][0] / 72
    rows, columns = np.nonzero(pixels < 128)
    assert (columns.max() - columns.min()) / points == pytest.approx(PLACE.width, abs=1.5)
    assert (rows.max() - rows.min()) / points == pytest.approx(PLACE.height, abs=1.5)
    middle = (columns.min() + columns.max()) / 2, (rows.min() + rows.max()) / 2
    assert middle == pytest.approx((pixels.shape[1] / 2, pixels.shape[0] / 2), abs=3 * points)


def test_a_place_at_the_edge_is_cut_at_the_edge(tmp_path: Path) -> None:
    (tmp_path / "original").write_bytes(saved(page(), "PDF", resolution=DPI))
    write_crop(tmp_path / "original", 1, Box(0, 0, 20, 10), tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as crop:
        assert crop.width < 150 * DPI / 72


@pytest.mark.parametrize(("number", "box"), [(2, PLACE), (1, Box(5000, 100, 5010, 110))])
def test_what_is_not_on_the_page_is_said(number: int, box: Box, tmp_path: Path) -> None:
    (tmp_path / "original").write_bytes(saved(page(), "PNG"))
    with pytest.raises(LetterError):
        write_crop(tmp_path / "original", number, box, tmp_path / "a.png")
    assert not (tmp_path / "a.png").exists()


def doubtful(box: tuple[float, float, float, float] | None) -> dict[str, object]:
    evidence = [{"page": 1, "box": box, "quote": "Số: 1o7/SNV-TCCC"}]
    serial = {"confidence": 0.4, "rule": "hand", "evidence": evidence, "candidates": []}
    problem = {"code": "unsure", "at": "/number/serial", "message": "Số viết tay khó đọc."}
    return document(None, findings={"/number/serial": serial}, problems=[problem])


def test_review_says_where_the_picture_lies(desk: Desk) -> None:
    desk.ingest(desk.write("a.json", doubtful((300, 100, 360, 112))))
    letter = desk.letters()[0]
    place_of(desk.register.originals, letter.sha256).write_bytes(saved(page(), "PDF", resolution=DPI))
    output = desk.run("review", "--crop", typed="q\n").stdout
    written = [line.split("Ảnh: ")[1] for line in output.splitlines() if "Ảnh: " in line]
    assert [Path(path).name for path in written] == [f"{letter.uid}-number-serial.png"]
    with Image.open(written[0]) as crop:
        assert np.asarray(crop.convert("L")).min() < 50


def test_review_goes_on_without_a_picture_and_says_why(desk: Desk) -> None:
    desk.ingest(desk.write("a.json", doubtful(None)))
    result = desk.run("review", "--crop", typed="e\n711\n")
    assert result.exit_code == 0
    assert "Không có ảnh: chỗ này không có vị trí trên trang" in result.stdout
    assert desk.letters()[0].serial == "711"


def test_review_tells_when_the_original_cannot_be_shown(desk: Desk) -> None:
    desk.ingest(desk.write("a.json", doubtful((300, 100, 360, 112))))
    place_of(desk.register.originals, desk.letters()[0].sha256).unlink()
    assert "Không có ảnh: Bản gốc" in desk.run("review", "--crop", typed="q\n").stdout


def test_without_the_option_nothing_is_written(desk: Desk) -> None:
    desk.ingest(desk.write("a.json", doubtful((300, 100, 360, 112))))
    assert "nh: " not in desk.run("review", typed="q\n").stdout
