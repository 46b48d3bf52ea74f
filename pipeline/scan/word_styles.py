"""How text of a DOCX looks: size, bold, italic and borders, through the chain of styles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_STYLES = 12  # a chain of styles that is longer goes round in a circle
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV", "start", "end")


def tag(name: str) -> str:
    """The element or attribute ``name`` of WordprocessingML with its namespace."""
    return _W + name


def value_of(element: Any) -> str | None:
    """The ``w:val`` of ``element``; ``None`` when it or the element is missing."""
    return None if element is None else element.get(tag("val"))


@dataclass(frozen=True, slots=True)
class Look:
    """Size in points, bold, italic; ``None`` where the file does not say. ``caps``: set in capitals."""

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool = False


class Styles:
    """The styles of a document by their id."""

    def __init__(self, document: Any) -> None:
        root = document.part.styles.element if hasattr(document.part, "styles") else None
        self._styles = {} if root is None else {style.get(tag("styleId")): style for style in root.iter(tag("style"))}
        self._default = Look()
        if root is not None:
            properties = root.find(f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}")
            self._default = _overlaid(Look(), properties)
        self._normal = next(
            (id_ for id_, style in self._styles.items() if _is_default_paragraph(style)),
            None,
        )

    def chain(self, style_id: str | None) -> list[Any]:
        """The style and those it is based on, the most general first."""
        found: list[Any] = []
        while style_id in self._styles and len(found) < _MOST_STYLES:
            style = self._styles[style_id]
            found.append(style)
            style_id = value_of(style.find(tag("basedOn")))
        return found[::-1]

    def of_paragraph(self, paragraph: Any) -> Look:
        return self._through(self._default, self.paragraph_style(paragraph))

    def paragraph_style(self, paragraph: Any) -> str | None:
        return value_of(paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")) or self._normal

    def of_run(self, run: Any, look: Look) -> Look:
        properties = run.find(tag("rPr"))
        if properties is None:
            return look
        return _overlaid(self._through(look, value_of(properties.find(tag("rStyle")))), properties)

    def _through(self, look: Look, style_id: str | None) -> Look:
        for style in self.chain(style_id):
            look = _overlaid(look, style.find(tag("rPr")))
        return look


def _is_default_paragraph(style: Any) -> bool:
    return style.get(tag("type")) == "paragraph" and style.get(tag("default")) in ("1", "true")


def _overlaid(look: Look, properties: Any) -> Look:
    """``look`` with what the run properties say laid over it."""
    if properties is None:
        return look
    bold, italic, caps = (_switch(properties.find(tag(name))) for name in ("b", "i", "caps"))
    half_points = value_of(properties.find(tag("sz")))
    return replace(
        look,
        bold=look.bold if bold is None else bold,
        italic=look.italic if italic is None else italic,
        caps=look.caps if caps is None else caps,
        size=float(half_points) / 2 if half_points and half_points.isdigit() else look.size,
    )


def _switch(element: Any) -> bool | None:
    if element is None:
        return None
    return value_of(element) not in ("0", "false", "off", "none")


def borders_visible(table: Any, styles: Styles) -> bool:
    """Whether rules are drawn in or around ``table``: by itself, its style or any of its cells."""
    properties = table.find(tag("tblPr"))
    own = None if properties is None else properties.find(tag("tblBorders"))
    if own is not None and len(own):
        if _drawn(own):
            return True
    elif properties is not None:
        style_id = value_of(properties.find(tag("tblStyle")))
        for style in styles.chain(style_id):
            if _drawn(style.find(f"{tag('tblPr')}/{tag('tblBorders')}")):
                return True
    return any(_drawn(borders) for borders in table.iter(tag("tcBorders")))


def _drawn(borders: Any) -> bool:
    if borders is None:
        return False
    kinds = (value_of(borders.find(tag(side))) for side in _BORDERS)
    return any(kind not in (None, "nil", "none") for kind in kinds)
