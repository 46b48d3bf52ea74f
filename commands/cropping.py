"""The place of a doubtful value, cut out of the stored original as a picture to look at."""

from __future__ import annotations

import re
from pathlib import Path

from platformdirs import user_cache_path

from models.database import Register
from models.open_points import OpenPoint
from models.tables import Letter
from pipeline.register.originals import originals_at
from schemas.errors import LetterError
from schemas.geometry import Box

_MARGIN = 12.0
"""Points around the value: enough to see what it stands beside."""
_LEAST_WIDTH, _LEAST_HEIGHT = 220.0, 60.0
"""Points: a smaller picture shows a number without the words that say which it is."""
NO_PLACE = "chỗ này không có vị trí trên trang để cắt ảnh (văn bản không chia trang, hoặc máy không thấy gì ở đó)."


def crop_of(register: Register, letter: Letter, point: OpenPoint) -> Path:
    """Write the place of ``point`` as PNG into the folder of crops beside the folder of originals (else in the
    user's cache); its path.

    Raises ``LetterError``, whose message says why, when there is no place or the original cannot be shown.
    """
    if point.page is None or point.box is None:
        raise LetterError(NO_PLACE)
    field = re.sub(r"\W+", "-", point.at.strip("/")) or "trang"
    target = _folder_of_crops(register.originals) / f"{letter.uid}-{field}.png"
    with originals_at(register.originals).at_hand(letter.sha256) as original:
        write_crop(original, point.page, Box(*point.box), target)
    return target


def _folder_of_crops(originals: Path | str) -> Path:
    if isinstance(originals, Path):
        return originals.with_name(f"{originals.name.removesuffix('-originals')}-crops")
    return user_cache_path("congvan", appauthor=False) / "crops"


def write_crop(original: Path, page: int, box: Box, target: Path) -> None:
    """Write ``box`` (points of the page as displayed) of ``original``'s ``page``, with a margin, as PNG to ``target``.

    Raises ``LetterError`` when the original, or that page of it, cannot be shown.
    """
    from PIL import Image

    from pipeline.scan import open_letter, picture_of

    shown = picture_of(open_letter(original), page)
    if shown is None:
        raise LetterError(f"không dựng được ảnh trang {page} của tệp gốc.")
    around, scale = _around(box), shown.dpi / 72
    height, width = shown.pixels.shape[:2]
    left, top = max(0, round(around.x0 * scale)), max(0, round(around.y0 * scale))
    right, bottom = min(width, round(around.x1 * scale)), min(height, round(around.y1 * scale))
    if right - left < 1 or bottom - top < 1:
        raise LetterError(NO_PLACE)
    target.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(shown.pixels[top:bottom, left:right]).save(target, format="PNG", dpi=(shown.dpi, shown.dpi))


def _around(box: Box) -> Box:
    """``box`` with its margin, no smaller than what can be made out."""
    x, y = box.centre
    across = max(box.width / 2 + _MARGIN, _LEAST_WIDTH / 2)
    down = max(box.height / 2 + _MARGIN, _LEAST_HEIGHT / 2)
    return Box(x - across, y - down, x + across, y + down)
