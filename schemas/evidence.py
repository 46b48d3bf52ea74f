"""How a value was found: what every extracted value carries with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from schemas.geometry import Box

T = TypeVar("T", covariant=True)
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in the letter that a value was read from.

    ``quote`` is a slice of our own text of that page. ``page`` and ``box`` are ``None`` for text
    without pages (TXT, DOCX). A value over two lines has one piece of evidence for each line.
    """

    page: int | None
    box: Box | None
    quote: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading that was considered; ``value`` is what the record's field would hold."""

    value: Any
    confidence: float


@dataclass(frozen=True, slots=True)
class Extracted(Generic[T]):
    """A value, how sure we are of it (0 to 1), where it stands, and which rule found it.

    ``value`` is ``None`` when nothing may be claimed; ``candidates`` then says what was seen.
    An inferred value (``CV``, ``@addressees``) has no evidence, and its rule says why.
    """

    value: T
    confidence: float
    evidence: tuple[Evidence, ...]
    rule: str
    candidates: tuple[Candidate, ...] = ()

    def with_value(self, value: U, confidence: float | None = None) -> Extracted[U]:
        """The same finding with another value, for steps that normalise what was read."""
        sure = self.confidence if confidence is None else confidence
        return Extracted(value, sure, self.evidence, self.rule, self.candidates)

    def doubted(self, factor: float) -> Extracted[T]:
        return replace(self, confidence=self.confidence * factor)
