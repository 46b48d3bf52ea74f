"""Claims: values made from slices of passages, with the slice as evidence and the reading's confidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from schemas.evidence import Candidate, Evidence, Extracted
from schemas.text import Line, Passage, Word

V = TypeVar("V")


def words_of(passage: Passage, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Words that ``passage.text[start:end]`` touches, in order."""
    end = len(passage.text) if end is None else end
    for piece in passage.pieces:
        low = piece.line_start + max(0, start - piece.start)
        high = piece.line_end - max(0, piece.end - end)
        for word, at in zip(piece.line.words, piece.line.starts, strict=True):
            if at < high and at + len(word.text) > low:
                yield word


def confidence_of(words: Iterable[Word]) -> float:
    """How well words were read: the mean of their confidences, long words counting more; 1 for no words."""
    weights = [(max(1, len(word.text)), word.confidence) for word in words]
    total = sum(weight for weight, _ in weights)
    return sum(weight * sure for weight, sure in weights) / total if total else 1.0


def reading_confidence(passage: Passage, start: int = 0, end: int | None = None) -> float:
    return confidence_of(words_of(passage, start, end))


def claim(
    passage: Passage,
    value: V,
    rule: str,
    sure: float,
    span: tuple[int, int | None] = (0, None),
    candidates: Sequence[Candidate] = (),
) -> Extracted[V]:
    """``value`` as read from ``passage.text[span]``, with ``sure`` as its confidence, cut to 0 … 1."""
    start, end = span
    return Extracted(value, _unit(sure), passage.evidence(start, end), rule, tuple(candidates))


def blank(passage: Passage) -> Extracted[None]:
    """A place left open in the letter ("Số:     /KH-…"): surely nothing stands there."""
    return claim(passage, None, "blank", 0.9)


def evidence_of(lines: Iterable[Line]) -> tuple[Evidence, ...]:
    found = (line.evidence() for line in lines)
    return tuple(evidence for evidence in found if evidence is not None)


def is_read(words: Iterable[Word]) -> bool:
    """Whether words come from OCR, so that their spelling may be the reader's and not the letter's."""
    return any(word.box is not None and word.confidence < 1 for word in words)


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))
