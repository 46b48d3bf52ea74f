"""Automatic numbering of a DOCX made visible: "1.", "a)", "II.", "-"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from pipeline.scan.word_styles import Styles, tag, value_of

_BULLET = "-"
_PRINTED_BULLETS = frozenset("-+*•–")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    text: str
    start: int


class Numbering:
    """The lists of a document and how far each has been counted; ask paragraph by paragraph, in order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._abstract: dict[str, str] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        root = _numbering_root(document)
        if root is None:
            return
        for abstract in root.iterchildren(tag("abstractNum")):
            self._add_levels(abstract.get(tag("abstractNumId")), abstract.iterchildren(tag("lvl")))
        for number in root.iterchildren(tag("num")):
            self._add_list(number)

    def _add_levels(self, owner: str, levels: Any) -> None:
        for level in levels:
            start = value_of(level.find(tag("start")))
            self._levels[owner, int(level.get(tag("ilvl"), 0))] = _Level(
                value_of(level.find(tag("numFmt"))) or "decimal",
                value_of(level.find(tag("lvlText"))) or "",
                int(start) if start and start.isdigit() else 1,
            )

    def _add_list(self, number: Any) -> None:
        """A list that restarts counting is counted by itself, else with the others of its pattern."""
        list_id, abstract = number.get(tag("numId")), value_of(number.find(tag("abstractNumId"))) or ""
        overrides = list(number.iterchildren(tag("lvlOverride")))
        self._abstract[list_id] = abstract
        if not overrides:
            return
        own = f"{abstract}/{list_id}"
        self._abstract[list_id] = own
        for (owner, depth), level in list(self._levels.items()):
            if owner == abstract:
                self._levels[own, depth] = level
        for override in overrides:
            depth = int(override.get(tag("ilvl"), 0))
            self._add_levels(own, override.iterchildren(tag("lvl")))
            start = value_of(override.find(tag("startOverride")))
            level_ = self._levels.get((own, depth))
            if start and start.isdigit() and level_ is not None:
                self._levels[own, depth] = _Level(level_.kind, level_.text, int(start))

    def label(self, paragraph: Any, styles: Styles) -> str:
        """What Word prints before ``paragraph``, and "" before one without numbering; counts on."""
        list_id, depth = _place(paragraph, styles)
        owner = self._abstract.get(list_id or "")
        level = self._levels.get((owner, depth)) if owner is not None else None
        if level is None or owner is None:
            return ""
        counts = self._counts[owner]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.kind == "bullet":
            return level.text if level.text in _PRINTED_BULLETS else _BULLET
        if level.kind == "none":
            return level.text
        return re.sub(r"%(\d)", lambda mark: self._count(owner, int(mark[1]) - 1, counts), level.text)

    def _count(self, owner: str, depth: int, counts: dict[int, int]) -> str:
        level = self._levels.get((owner, depth))
        if level is None:
            return ""
        return _written(counts.get(depth, level.start), level.kind)


def _numbering_root(document: Any) -> Any:
    """The numbering part's root; ``None`` in a document without lists."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _place(paragraph: Any, styles: Styles) -> tuple[str | None, int]:
    """List and depth of ``paragraph``, by itself or through its style."""
    holders = [style.find(tag("pPr")) for style in styles.chain(styles.paragraph_style(paragraph))]
    holders.append(paragraph.find(tag("pPr")))
    list_id, depth = None, 0
    for holder in holders:
        numbering = None if holder is None else holder.find(tag("numPr"))
        if numbering is None:
            continue
        list_id = value_of(numbering.find(tag("numId"))) or list_id
        depth = int(value_of(numbering.find(tag("ilvl"))) or depth)
    return (None, 0) if list_id == "0" else (list_id, depth)


def _written(number: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if kind == "upperLetter" else letters
    if kind in ("lowerRoman", "upperRoman"):
        return _roman(number) if kind == "upperRoman" else _roman(number).lower()
    return f"{number:02d}" if kind == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
