"""An evaluation in words: tables in Markdown, and which letters got better or worse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.reliability import SHOWN_FROM, Share, acceptance, by_kind, reliability
from corpus.score import Claim, LetterScore, Scores, Tally

NOT_SHOWN = "not shown"


@dataclass(frozen=True, slots=True)
class Change:
    """A letter whose count of right values differs from the saved run's."""

    letter: str
    field: str
    before: int
    after: int


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def field_table(scores: Scores) -> str:
    """Precision, recall, F1 and support of each field; wholly right headers as a share."""
    rows = [_field_row(name, tally) for name, tally in scores.total().items()]
    return table(("field", "precision", "recall", "F1", "support", "all right in"), rows)


def _field_row(name: str, tally: Tally) -> tuple[object, ...]:
    right = f"{tally.right}/{tally.n}" if tally.n else ""
    if not tally.true + tally.false + tally.missed:
        return name, "", "", "", 0, right
    return name, f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}", tally.support, right


def acceptance_table(claims: Sequence[Claim]) -> str:
    """What passes without a person at the accepting line, and how much of that is right."""
    rows = [
        (row.kind, f"{row.line:.2f}", f"{row.covered.right}/{row.covered.n}", percent(row.share))
        for row in acceptance(claims)
    ]
    return table(("kind of field", "accepting line", "accepted", "of these right"), rows)


def reliability_table(claims: Sequence[Claim]) -> str:
    """Claimed confidence against the share that was right, per kind of field."""
    rows = [
        (kind, f"from {band.low:.2f}", f"{band.claimed:.3f}", f"{band.share.value:.3f}", band.share.n)
        for kind, found in sorted(by_kind(claims).items())
        for band in reliability(found)
    ]
    return table(("kind of field", "confidence", "claimed", "right", "n"), rows)


def percent(share: Share) -> str:
    """A share with its support and 95 % interval; not shown on too few."""
    if share.n < SHOWN_FROM:
        return f"{NOT_SHOWN} (n = {share.n})"
    low, high = share.interval
    return f"{share.value:.1%} of {share.n} (95 %: {low:.1%} to {high:.1%})"


def changes(before: Scores, after: Scores) -> tuple[list[Change], list[Change]]:
    """(better, worse): fields of letters with more, and with fewer, right values less wrong ones."""
    better: list[Change] = []
    worse: list[Change] = []
    for letter, score in after.letters.items():
        if letter not in before.letters:
            continue
        old = before.letters[letter]
        for name in sorted({*score.fields, *old.fields}):
            was, now = _merit(old, name), _merit(score, name)
            if was != now:
                (better if now > was else worse).append(Change(letter, name, was, now))
    return better, worse


def _merit(score: LetterScore, name: str) -> int:
    tally = score.fields.get(name, Tally())
    return tally.true - tally.false - tally.missed


def change_lines(title: str, found: Sequence[Change]) -> list[str]:
    return [
        f"{title}: {len(found)}",
        *(f"  {row.letter} {row.field}: {row.before:+d} → {row.after:+d}" for row in found),
    ]
