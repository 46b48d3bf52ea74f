"""From a network's log-probabilities to candidate numbers: CTC held to what a slot may say."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache
from heapq import nlargest

import numpy as np
from numpy.typing import NDArray

from pipeline.handwriting.recognizer import ALPHABET, Scores
from schemas.evidence import Candidate
from schemas.text import SlotKind

TEMPERATURE = 1.05
"""Found on composed strings; see the card."""
_MOST = 5
_BEAM = 12
_DATE_BEAM = 24
_CLEAR = 0.001  # a character less likely than this in a frame is not followed up
_LETTER_PRIOR = 0.15  # letters after a serial are rarer in letters than in training
_SERIAL = re.compile(r"\d{1,5}[a-d]?")
_DOUBT = 0.1
"""What a string that the slot cannot hold counts for beside those it can: no month has 93 days, so it was 23 or dirt."""
_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d\d|20\d\d))?[/.]?")
_LEAST = 1e-300  # what is less probable counts as this


@cache
def _days() -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(str(day) for day in range(1, 32)), *(f"{day:02d}" for day in range(1, 10))]))


@cache
def _months() -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(str(month) for month in range(1, 13)), *(f"{month:02d}" for month in range(1, 10))]))


def likelihoods(scores: Scores, texts: Sequence[str]) -> NDArray[np.float64]:
    """Natural logarithms of the CTC probabilities of ``texts`` (none empty) under ``scores`` (frames, classes)."""
    longest = max(len(text) for text in texts)
    labels = np.zeros((len(texts), 2 * longest + 1), np.int64)
    for row, text in zip(labels, texts, strict=True):
        row[1 : 2 * len(text) : 2] = [ALPHABET.index(character) + 1 for character in text]
    jumps = np.zeros(labels.shape)
    jumps[:, 2:] = (labels[:, 2:] != 0) & (labels[:, 2:] != labels[:, :-2])
    shares = np.exp(scores.astype(np.float64))
    reached = np.zeros((len(texts), labels.shape[1] + 2))  # two columns of nothing before the first label
    alpha = reached[:, 2:]
    alpha[:, 0], alpha[:, 1] = shares[0, 0], shares[0, labels[:, 1]]
    for frame in shares[1:]:
        alpha[:] = (alpha + reached[:, 1:-1] + reached[:, :-2] * jumps) * frame[labels]
    ends = 2 * np.array([len(text) for text in texts])
    rows = np.arange(len(texts))
    return np.asarray(np.log(np.maximum(alpha[rows, ends] + alpha[rows, ends - 1], _LEAST)), dtype=np.float64)


def beam(scores: Scores, width: int = _BEAM) -> dict[str, float]:
    """The likeliest strings of any kind with the natural logarithms of their probabilities (prefix beam search)."""
    prefixes: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}
    for frame in np.exp(scores.astype(np.float64)).tolist():
        following: dict[str, list[float]] = {}
        likely = [(character, share) for character, share in zip(ALPHABET, frame[1:], strict=False) if share > _CLEAR]
        for prefix, (blank, ended) in prefixes.items():
            total = blank + ended
            _add(following, prefix, 0, total * frame[0])
            for character, share in likely:
                if prefix.endswith(character):
                    _add(following, prefix, 1, ended * share)
                    _add(following, prefix + character, 1, blank * share)
                else:
                    _add(following, prefix + character, 1, total * share)
        best = nlargest(width, following.items(), key=lambda item: sum(item[1]))
        prefixes = {prefix: (both[0], both[1]) for prefix, both in best}
    return {prefix: math.log(max(sum(both), _LEAST)) for prefix, both in prefixes.items()}


def _add(table: dict[str, list[float]], prefix: str, which: int, value: float) -> None:
    table.setdefault(prefix, [0.0, 0.0])[which] += value


def dates(scores: Scores) -> dict[SlotKind, tuple[Candidate, ...]]:
    """Day, month and year of a date written in one ("21/3/18"), each with its candidates; years get their century.

    Strings that are no date lower the confidence of all, as in ``candidates``.
    """
    found: dict[SlotKind, dict[str, float]] = {"arrival_day": {}, "arrival_month": {}, "arrival_year": {}}
    total = 0.0
    for text, value in beam(scores, _DATE_BEAM).items():
        weight = math.exp(value / TEMPERATURE)
        parts = _date_parts(text)
        total += weight if parts else weight * _DOUBT
        for kind, part in parts.items():
            found[kind][part] = found[kind].get(part, 0.0) + weight
    return {kind: _ranked(weights, total) for kind, weights in found.items()}


def _date_parts(text: str) -> dict[SlotKind, str]:
    """Day, month and, where it is written, year of ``text``; empty when it is no date."""
    match = _DATE.fullmatch(text)
    if match is None:
        return {}
    day, month, year = match.groups()
    if not (fits(day, "arrival_day") and fits(month, "arrival_month")):
        return {}
    parts: dict[SlotKind, str] = {"arrival_day": day, "arrival_month": month}
    return parts | {"arrival_year": f"20{year}" if len(year) == 2 else year} if year else parts


def _ranked(weights: dict[str, float], total: float) -> tuple[Candidate, ...]:
    best = sorted(((value / total, text) for text, value in weights.items()), reverse=True)[:_MOST]
    return tuple(Candidate(text, round(share, 4)) for share, text in best if share >= 0.005)


def _weights(scores: Scores, kind: SlotKind) -> dict[str, float]:
    """Probability by string, up to the slash; strings the slot cannot hold are among them."""
    found = beam(scores)
    allowed = _days() if kind.endswith("day") else _months() if kind.endswith("month") else ()
    if allowed:
        found |= dict(zip(allowed, likelihoods(scores, allowed).tolist(), strict=True))
    merged: dict[str, float] = {}
    for text, value in found.items():
        number = text.strip("/").split("/")[0].replace(".", "")  # no number has a dot: specks and leaders do
        prior = _LETTER_PRIOR if number[-1:].isalpha() else 1.0
        merged[number] = merged.get(number, 0.0) + float(np.exp(value / TEMPERATURE)) * prior
    return merged


def fits(text: str, kind: SlotKind) -> bool:
    """Whether a slot of this kind may say ``text``."""
    if kind.endswith("day"):
        return text in _days()
    if kind.endswith("month"):
        return text in _months()
    return _SERIAL.fullmatch(text) is not None and text.strip("0") != ""


def candidates(scores: Scores, kind: SlotKind) -> tuple[Candidate, ...]:
    """What ``scores`` say stands in a slot of this kind, most probable first; none when nothing fits.

    Probability that falls to strings which the slot cannot hold lowers the confidence of all.
    """
    weights = _weights(scores, kind)
    total = sum(value * (1.0 if fits(text, kind) else _DOUBT) for text, value in weights.items())
    return _ranked({text: value for text, value in weights.items() if fits(text, kind)}, total)
