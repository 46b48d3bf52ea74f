"""What an item inherits from what stands above it: who acts, who directs, by when, and whether it orders at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from schemas.deadline import DeadlinePhrase
from schemas.evidence import Extracted

Text = Extracted[str]

ADDRESSEES = Extracted("@addressees", 0.75, (), "lead.nobody_named")
ISSUER = Extracted("@issuer", 0.7, (), "lead.own_plan")


@dataclass(frozen=True, slots=True)
class Scope:
    """``expects``: a bare "Rà soát…" orders here. ``closed``: nothing does.

    ``default`` acts where nobody is named. ``person``: ``lead`` is a person charged with directing
    others, so that "Chỉ đạo Sở Y tế …" below makes the Sở lead and the person supervisor. ``unmarked``: a
    paragraph without number or bullet, which says of all addressees what it does not say of somebody.
    """

    expects: bool = False
    closed: bool = False
    default: Text = ADDRESSEES
    lead: tuple[Text, ...] = ()
    coordinating: tuple[Text, ...] = ()
    supervisor: tuple[Text, ...] = ()
    deadline: Extracted[DeadlinePhrase] | None = None
    person: bool = False
    unmarked: bool = False

    @property
    def actors(self) -> tuple[Text, ...]:
        return self.lead or (self.default,)

    def ordering(self) -> Scope:
        return replace(self, expects=True)

    def shut(self) -> Scope:
        return replace(self, closed=True)
