"""Scores letter records against gold ones, field by field (rules: "Scoring" in the letter record).

Works on records as plain JSON values. A gold value that is a list where the record has a single one
holds every answer that is right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.likeness import (
    Likeness,
    at_least,
    folded,
    likeness,
    pairs,
    same,
    same_serial,
    same_squeezed,
    shared_words,
)

Record = Mapping[str, Any]
Same = Callable[[object, object], bool]

ACTION_FLOOR = 0.55
ENTRY_FLOOR = 0.85
COORDINATING_FLOOR = 0.80


@dataclass
class Tally:
    """Counts of one field. ``right`` of ``n`` places are wholly right, empty ones included."""

    true: int = 0
    false: int = 0
    missed: int = 0
    right: int = 0
    n: int = 0

    @property
    def support(self) -> int:
        return self.true + self.missed

    @property
    def precision(self) -> float:
        return self.true / (self.true + self.false) if self.true + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.true / (self.true + self.missed) if self.true + self.missed else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Tally) -> None:
        for name in ("true", "false", "missed", "right", "n"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that was claimed with a confidence, and whether it was right."""

    pointer: str
    confidence: float
    right: bool


@dataclass
class LetterScore:
    """Tallies of one letter by field, what it got wrong in words, and its claims."""

    fields: dict[str, Tally] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    read: bool = True

    def tally(self, name: str) -> Tally:
        return self.fields.setdefault(name, Tally())


@dataclass(frozen=True, slots=True)
class Scores:
    letters: Mapping[str, LetterScore]

    def total(self) -> dict[str, Tally]:
        """Tallies of all letters together, fields in the order they were met."""
        total: dict[str, Tally] = {}
        for letter in self.letters.values():
            for name, tally in letter.fields.items():
                total.setdefault(name, Tally()).add(tally)
        return total

    def claims(self) -> list[Claim]:
        return [claim for letter in self.letters.values() for claim in letter.claims]


SINGLE_VALUES: tuple[tuple[str, str, Same, bool], ...] = (
    ("document_type", "/document_type", same, True),
    ("serial", "/number/serial", same_serial, True),
    ("symbol", "/number/symbol", same_squeezed, True),
    ("issued_on", "/issued_on", same, True),
    ("issuer", "/issuer", at_least(0.92), True),
    ("parent_agency", "/parent_agency", at_least(0.92), True),
    ("place", "/place", at_least(0.90), True),
    ("subject", "/subject", at_least(0.93), True),
    ("urgency", "/urgency", same, True),
    ("signer name", "/signatory/name", same, True),
    ("signer position", "/signatory/position", at_least(0.90), False),
    ("arrival number", "/arrival/number", same, False),
    ("arrival date", "/arrival/date", same, False),
)
"""Name, place in the document, when two are the same, and whether a right header needs it."""


def score_records(gold: Mapping[str, Record], read: Mapping[str, Record]) -> Scores:
    """Scores by letter id; a gold letter without a record counts as missed throughout."""
    return Scores({name: score_letter(record, read.get(name)) for name, record in gold.items()})


def score_letter(gold: Record, read: Record | None) -> LetterScore:
    score = LetterScore()
    gold_documents: Sequence[Record] = gold["documents"]
    documents: Sequence[Record] = (read or {}).get("documents") or []
    score.read = bool(documents)
    tally = score.tally("documents")
    tally.n += 1
    tally.true += min(len(gold_documents), len(documents))
    tally.missed += max(0, len(gold_documents) - len(documents))
    tally.false += max(0, len(documents) - len(gold_documents))
    tally.right += len(gold_documents) == len(documents)
    for expected, found in _paired_documents(gold_documents, documents):
        _score_document(score, expected, found)
    return score


def _paired_documents(gold: Sequence[Record], read: Sequence[Record]) -> list[tuple[Record, Record]]:
    free = list(range(len(read)))
    paired: list[tuple[Record, Record]] = []
    for i, expected in enumerate(gold):
        alike = {j: _document_likeness(expected, read[j]) + (i == j) * 0.5 for j in free}
        best = max(alike, key=lambda j: alike[j], default=None)
        if best is None:
            paired.append((expected, {}))
        else:
            free.remove(best)
            paired.append((expected, read[best]))
    return paired


def _document_likeness(one: Record, other: Record) -> float:
    symbols = (_at(one, "/number/symbol"), _at(other, "/number/symbol"))
    return likeness(_at(one, "/subject"), _at(other, "/subject")) + float(same_squeezed(*symbols))


def _score_document(score: LetterScore, gold: Record, read: Record) -> None:
    right = [
        _score_value(score, name, pointer, gold, read, equal) or not needed
        for name, pointer, equal, needed in SINGLE_VALUES
    ]
    right.append(_score_list(score, "addressees", gold, read, likeness, ENTRY_FLOOR))
    _score_list(score, "distribution", gold, read, _by("name", likeness), ENTRY_FLOOR)
    _score_list(score, "references", gold, read, _by("number", lambda g, r: float(same_squeezed(g, r))), 1)
    header = score.tally("whole header")
    header.n += 1
    header.right += all(right)
    _score_tasks(score, gold.get("tasks") or [], read)


def _score_value(score: LetterScore, name: str, pointer: str, gold: Record, read: Record, equal: Same) -> bool:
    expected, found = _at(gold, pointer), _at(read, pointer)
    answers = expected if isinstance(expected, list) else [expected]
    given, there = bool(folded(found)), all(folded(answer) for answer in answers)
    right = any(
        equal(answer, found) if folded(answer) and given else bool(folded(answer)) == given for answer in answers
    )
    tally = score.tally(name)
    tally.n += 1
    tally.right += right
    if right:
        tally.true += given
    else:
        tally.missed += there
        tally.false += given
        score.misses.append(f"{name}: gold {expected!r} got {found!r}")
    _claim_value(score, pointer, answers, read, equal)
    return right


def _claim_value(score: LetterScore, pointer: str, answers: Sequence[Any], read: Record, equal: Same) -> None:
    """What was claimed at ``pointer``: the value, or, where it was withheld, the first candidate."""
    finding = (read.get("findings") or {}).get(pointer)
    if finding is None:
        return
    value = _at(read, pointer)
    confidence = finding["confidence"]
    if value is None and finding["candidates"]:
        value = finding["candidates"][0]["value"]
        confidence = min(confidence, finding["candidates"][0]["confidence"])
    if value is not None:
        score.claims.append(Claim(pointer, confidence, any(bool(folded(a)) and equal(a, value) for a in answers)))


def _by(key: str, compare: Likeness) -> Likeness:
    return lambda gold, read: compare(gold.get(key), read.get(key))


def _score_list(score: LetterScore, name: str, gold: Record, read: Record, compare: Likeness, floor: float) -> bool:
    expected, found = gold.get(name) or [], read.get(name) or []
    paired = _tally_entries(score, name, expected, found, compare, floor)
    findings = read.get("findings") or {}
    taken = set(paired.values())
    for j in range(len(found)):
        if finding := findings.get(f"/{name}/{j}"):
            score.claims.append(Claim(f"/{name}/{j}", finding["confidence"], j in taken))
    return len(paired) == len(expected) == len(found)


def _tally_entries(
    score: LetterScore, name: str, gold: Sequence[Any], read: Sequence[Any], compare: Likeness, floor: float
) -> dict[int, int]:
    paired = pairs(gold, read, compare, floor)
    tally = score.tally(name)
    tally.n += 1
    tally.true += len(paired)
    tally.missed += len(gold) - len(paired)
    tally.false += len(read) - len(paired)
    if len(paired) == len(gold) == len(read):
        tally.right += 1
    else:
        missed = [entry for i, entry in enumerate(gold) if i not in paired]
        extra = [entry for j, entry in enumerate(read) if j not in paired.values()]
        score.misses.append(f"{name}: missed {missed} extra {extra}")
    return paired


def _score_tasks(score: LetterScore, gold: Sequence[Record], document: Record) -> None:
    read: Sequence[Record] = document.get("tasks") or []
    paired = pairs(gold, read, _by("action", shared_words), ACTION_FLOOR)
    tally, whole = score.tally("tasks"), score.tally("whole task")
    tally.n += 1
    tally.true += len(paired)
    tally.missed += len(gold) - len(paired)
    tally.false += len(read) - len(paired)
    tally.right += len(paired) == len(gold) == len(read)
    wholly_right = set()
    for i, expected in enumerate(gold):
        if i not in paired:
            _miss_task(score, expected)
        elif _score_paired_task(score, expected, read[paired[i]]):
            wholly_right.add(paired[i])
    unpaired = [j for j in range(len(read)) if j not in paired.values()]
    whole.false += len(unpaired)
    score.misses += [f"task extra: {read[j].get('lead')} {str(read[j].get('action'))[:90]!r}" for j in unpaired]
    _claim_tasks(score, document, wholly_right)


def _miss_task(score: LetterScore, gold: Record) -> None:
    score.misses.append(f"task missed: {gold['lead']} {gold['action'][:90]!r}")
    score.tally("whole task").missed += 1
    if gold["deadline"]:
        score.tally("deadline").missed += 1


def _score_paired_task(score: LetterScore, gold: Record, read: Record) -> bool:
    """Parts of a paired task; whether it is wholly right (its leads and its deadline)."""
    leads, found = gold.get("lead") or [], read.get("lead") or []
    paired = _tally_entries(score, "lead", leads, found, likeness, ENTRY_FLOOR)
    lead_right = len(paired) == len(leads) == len(found)
    bodies = (gold.get("coordinating") or [], read.get("coordinating") or [])
    _tally_entries(score, "coordinating", *bodies, likeness, COORDINATING_FLOOR)
    _score_value(score, "report_to", "/report_to", gold, read, at_least(ENTRY_FLOOR))
    deadlines = ({"due": _due(gold)}, {"due": _due(read)})
    due_right = _score_value(score, "deadline", "/due", *deadlines, same)
    if gold.get("deadline"):
        _score_value(score, "bound", "/deadline/bound", gold, read, same)
    whole = score.tally("whole task")
    if lead_right and due_right:
        whole.true += 1
        return True
    whole.missed += 1
    whole.false += 1
    return False


def _due(task: Record) -> object:
    deadline = task.get("deadline")
    return None if not deadline else deadline.get("due") or deadline.get("kind")


def _claim_tasks(score: LetterScore, document: Record, wholly_right: set[int]) -> None:
    findings = document.get("findings") or {}
    for j in range(len(document.get("tasks") or [])):
        if finding := findings.get(f"/tasks/{j}"):
            score.claims.append(Claim(f"/tasks/{j}", finding["confidence"], j in wholly_right))


def _at(document: Record, pointer: str) -> Any:
    value: Any = document
    for key in pointer.strip("/").split("/"):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
