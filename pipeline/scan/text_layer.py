"""Whether the text that a PDF page carries can be used, or the page has to be read as a picture."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_OLD_FONTS = re.compile(
    r"^(?:[A-Z]{6}\+)?(?:\.vn|vn(?:time|arial|helv|book|centur|cour)|vni(?:$|-)|vps |bk ?hcm)", re.IGNORECASE
)
"""Families whose letters are not Unicode: TCVN3 (".VnTime"), VNI ("VNI-Times"), VPS, BK HCM."""

_BROKEN = re.compile(r"\(cid:\d+\)|�|[\ue000-\uf8ff]")
_VIETNAMESE = frozenset(
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
)

FULL_PAGE = 0.6
"""Share of a page from which a picture is the page: a scan of it."""
_THIN_LAYER = 200
_FEW_LETTERS = 60
_OUTLINED_PATHS = 400


@dataclass(frozen=True, slots=True)
class TextLayer:
    """A page's text, the names of its fonts, and whether most of it is invisible
    (render mode 3, or behind a picture of the whole page)."""

    text: str
    fonts: frozenset[str]
    hidden: bool


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a PDF page is made of. ``image_share`` is the largest picture's share of the page's area,
    ``image_dpi`` the resolution of a picture that fills the page (0: none does)."""

    layer: TextLayer
    image_share: float
    image_pixels: tuple[int, ...]
    image_dpi: float
    paths: int
    coloured: bool


def has_usable_text(content: PageContent) -> bool:
    """Whether the embedded text is the page's text and is worth more than our own OCR.

    Signing leaves thin layers that hold only the signature's text, so a picture over the page wants
    much text beside it; an invisible layer is somebody's OCR of unknown quality, and a page drawn as
    outlines has hardly any text.
    """
    layer = content.layer
    letters = sum(character.isalpha() for character in layer.text)
    if letters == 0 or layer.hidden or not reads_well(layer):
        return False
    if content.image_share >= FULL_PAGE or content.paths > _OUTLINED_PATHS:
        return letters >= _THIN_LAYER
    return True


def reads_well(layer: TextLayer) -> bool:
    """Whether the letters are Unicode and, where there are enough to tell, Vietnamese."""
    if any(_OLD_FONTS.match(font) for font in layer.fonts):
        return False
    text = unicodedata.normalize("NFC", layer.text)
    if len(_BROKEN.findall(text)) > len(text) / 200:
        return False
    letters = [character for character in text if character.isalpha()]
    if len(letters) < _FEW_LETTERS:
        return True
    accented = sum(character in _VIETNAMESE for character in letters)
    foreign = sum(not character.isascii() and character not in _VIETNAMESE for character in letters)
    # Running Vietnamese has about a quarter of its letters accented; TCVN3 read as Latin-1 has
    # as many that Vietnamese does not know.
    return accented >= len(letters) * 0.08 and foreign <= len(letters) * 0.04
