"""The body as a tree: which item, bullet or paragraph stands under which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from schemas.document import Paragraph, ParsedTable

_RANKS = (
    (re.compile(r"(?:chương|phần|mục)\s+\w+", re.IGNORECASE), 0.0),
    (re.compile(r"điều\s*\d+", re.IGNORECASE), 1.0),
    (re.compile(r"[A-GĐ]\s*[.)]?$"), 1.5),
    (re.compile(r"[IVXlHM]+\s*[.)/-]?$"), 2.0),
    (re.compile(r"\d+\s*[.)/-]?$"), 3.0),
    (re.compile(r"\(\d+\)$"), 5.5),
    (re.compile(r"[a-zđø]\d?\s*[.)]$|\((?:[a-zđ]|i{2,3}|iv|vi{1,3}|ix)\)$"), 5.0),
    (re.compile(r"[-–—~]$"), 6.1),
    (re.compile(r"[+]$"), 7.0),
)
_LOST_NUMBER = re.compile(r"[\W_]{0,3}\d{1,2}[.,]\s+(?=[A-ZĐÀ-Ỹ])")
_LOST_ROMAN = re.compile(r"[IVXHM1l]{1,4}[,;]?\s+(?=[A-ZĐÀ-Ỹ])")
_ORDINAL = re.compile(r"(?:Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy)|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy) là)\s*[,:.]\s*")
_JUNK = re.compile(r"[\W_]{1,4}(?=\w)(?:\d{1,2}[.,]\s+)?|\d{1,2}[.,]\s+(?=[A-ZĐÀ-Ỹ])")
_OTHER_BULLET = 6.5
_OUTER_STAR = 6.0
"""Stars stand over dashes where the first of them stands before any dash."""
_TEXT = -1.0


@dataclass
class Node:
    """A paragraph or table with what stands under it; ``item`` is its place as printed ("II.3", "5.a"), or ``None``."""

    part: Paragraph | ParsedTable | None
    rank: float = _TEXT
    item: str | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.part.text if isinstance(self.part, Paragraph) else ""

    @property
    def start(self) -> int:
        """Offset behind the marker, and behind what is left of one that was not read."""
        if not isinstance(self.part, Paragraph):
            return 0
        ordinal = _ORDINAL.match(self.text) if self.part.marker is None else None
        if ordinal:
            return ordinal.end()
        lost = _LOST_ROMAN.match(self.text) if self.part.marker is None and self.opens else None
        if lost:
            return lost.end()
        junk = _JUNK.match(self.text, self.part.text_start)
        return junk.end() if junk else self.part.text_start

    @property
    def opens(self) -> bool:
        """Whether it announces what follows."""
        return self.text.rstrip().endswith((":", "：")) or (isinstance(self.part, Paragraph) and self.part.heading)

    @property
    def titles(self) -> bool:
        """Whether it may title the paragraph behind it: a short numbered line that ends without a mark."""
        return self.numbered and len(self.text) < 120 and self.text.rstrip()[-1:].isalnum()

    @property
    def numbered(self) -> bool:
        return 0 <= self.rank < 6


def outline(body: Iterable[Paragraph | ParsedTable]) -> Node:
    """The root of the tree; its children are the body's own paragraphs."""
    root = Node(None, rank=-2.0)
    stack = [root]
    parts = tuple(body)
    star = _OUTER_STAR if _stars_lead(parts) else _OTHER_BULLET
    for part, following in zip(parts, (*parts[1:], None), strict=False):
        node = Node(part, rank=2.0 if _is_roman_one(part, following) else _rank(part, star))
        _place(stack, node)
        parent = stack[-1]
        node.item = _item(parent, node)
        parent.children.append(node)
        if node.rank > _TEXT or node.opens:
            stack.append(node)
    return root


def _stars_lead(parts: Iterable[Paragraph | ParsedTable]) -> bool:
    bullets = (part.marker.strip() for part in parts if isinstance(part, Paragraph) and part.marker)
    return next((bullet == "*" for bullet in bullets if bullet in ("*", "-", "–")), False)


def _is_roman_one(part: Paragraph | ParsedTable, following: Paragraph | ParsedTable | None) -> bool:
    """ "1. Mục đích" above "1. Huy động …": the first was printed "I."."""
    both = (part, following)
    first = all(isinstance(each, Paragraph) and re.fullmatch(r"1\s*[.)]", (each.marker or "").strip()) for each in both)
    return first and isinstance(part, Paragraph) and part.heading


def _rank(part: Paragraph | ParsedTable, star: float) -> float:
    if isinstance(part, ParsedTable):
        return _TEXT
    if part.marker is None and _ORDINAL.match(part.text):
        return 5.2
    if part.marker is None and (part.heading or part.text.rstrip().endswith(":")) and _LOST_ROMAN.match(part.text):
        return 2.0
    if part.marker is None:
        return 3.0 if _LOST_NUMBER.match(part.text) else _TEXT
    marker = part.marker.strip()
    dotted = re.match(r"(?:\d+|[IVX]+)((?:\.\d+)+)", marker)
    if dotted:
        return 3.0 + 0.4 * dotted[1].count(".")
    return next((rank for pattern, rank in _RANKS if pattern.match(marker)), star if marker == "*" else _OTHER_BULLET)


def _place(stack: list[Node], node: Node) -> None:
    """Takes off ``stack`` what cannot hold ``node``, and ranks a paragraph without marker.

    Behind a bullet that ends with a semicolon the list goes on: the bullet itself was not read.
    """
    if node.rank == _TEXT and stack[-1].rank >= 6 and stack[-1].text.rstrip().endswith(";"):
        node.rank = stack[-1].rank
    if node.rank > _TEXT:
        _hold_open(stack[-1], node)
        while len(stack) > 1 and stack[-1].rank >= node.rank:
            stack.pop()
        return
    if len(stack) > 1 and (stack[-1].opens or stack[-1].titles) and not stack[-1].children:
        node.rank = stack[-1].rank + 0.2 if node.opens else _TEXT
        return
    while len(stack) > 1 and not _holds_text(stack[-1]):
        stack.pop()
    if node.opens and len(stack) > 1 and not isinstance(node.part, ParsedTable):
        if not stack[-1].numbered:
            stack.pop()
        node.rank = stack[-1].rank + 0.2 if len(stack) > 1 else _TEXT


def _hold_open(last: Node, node: Node) -> None:
    """A bullet whose text runs on to "… yêu cầu:" holds the numbers behind it: nothing else stands under it."""
    if (
        last.rank >= 6
        and not last.children
        and node.numbered
        and len(last.text) > 90
        and last.text.rstrip().endswith(":")
    ):
        last.rank = node.rank - 0.3


def _holds_text(node: Node) -> bool:
    """A title of the highest orders, or an unnumbered announcement, goes on over later paragraphs."""
    return isinstance(node.part, Paragraph) and (
        (node.part.marker is None and node.opens) or (node.rank <= 2.0 and (node.part.heading or node.opens))
    )


def _item(parent: Node, node: Node) -> str | None:
    if not isinstance(node.part, Paragraph) or not node.numbered or node.part.marker is None:
        return parent.item
    own = re.sub(r"^[(]|[.):/\-\s]+$", "", node.part.marker.strip())
    if parent.item is None or re.match(r"\d+\.\d|điều", own, re.IGNORECASE):
        return own
    return f"{parent.item}.{own}"
