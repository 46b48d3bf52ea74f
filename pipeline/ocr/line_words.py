"""Words from the network's answers along a line: the best letters, and where these are unsure the best spelling.

The answers are those of a network trained by connectionist temporal classification (Graves et al., ICML 2006): one
share for each letter and for "no new letter" a step. The best answer of each step is read; a word of which a letter
stays unsure is searched for again among all spellings, where words of the language and numbers weigh more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from corpus.gazetteer.names import NAME_SYLLABLES

_SPACE, _BLANK = 0, 268
_SURE = 0.9
"""Share of a word's least sure letter from which its spelling is not searched."""
_FOLLOWED = 8
"""Spellings followed at once."""
_FAINTEST = 0.002
"""Shares below this are not followed."""
_KNOWN, _ALMOST = 6.0, 2.5
"""How many times likelier a known word or a number is, and what only looks like one by its capitals and digits."""
_LONGEST = 120
"""Steps: no word is as long."""

_CORE = re.compile(r"^[(\[“\"'‘/-]*(.*?)[)\]”\"'’.,;:!?/-]*$")
_NUMBER = re.compile(r"\d{1,4}(?:[./,:-]\d{1,4})*|[IVX]{1,4}|[a-zđ]")
_CODE = re.compile(r"(?:\d+[/-])?[A-ZĐÂÊÔƠƯ]{1,6}(?:[-/][A-ZĐÂÊÔƠƯ]{1,8})*")


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word of a line: how sure its reading is (0 to 1), and from where to where it stands, in pixels."""

    text: str
    probability: float
    start: float
    end: float


@cache
def letters() -> tuple[str, ...]:
    """What each of the network's answers stands for; the empty one for no letter, a blank between words.

    The data's eth, which no Vietnamese word has, is đ.
    """
    text = files("pipeline.ocr").joinpath("vie.letters.txt").read_text(encoding="utf-8")
    return tuple(text.translate(str.maketrans("Ðð", "Đđ")).split("\n"))


@cache
def _known_words() -> frozenset[str]:
    words = files("pipeline.ocr").joinpath("vie.words.txt").read_text(encoding="utf-8").split()
    return frozenset(words) | {syllable.lower() for syllable in NAME_SYLLABLES}


def words_of(scores: Any, pixels: float) -> Iterator[ReadWord]:
    """The words in ``scores`` (steps, answers; not yet shares), left to right; a step is ``pixels`` wide."""
    best = scores.argmax(axis=1)
    weights = np.exp(scores - scores.max(axis=1)[:, None])
    shares = weights / weights.sum(axis=1)[:, None]
    peaks = shares.max(axis=1)
    for start, end in _stretches(best):
        word = _greedy(best, peaks, start, end, pixels)
        if word is None:
            continue
        if word.probability < _SURE and end - start <= _LONGEST:
            text, probability = best_spelling(shares[start:end], word.text)
            word = replace(word, text=text, probability=probability)
        yield word


def _stretches(best: Any) -> Iterator[tuple[int, int]]:
    """Steps from after one space to before the next."""
    spaces = np.flatnonzero(best == _SPACE).tolist()
    start = 0
    for at in (*spaces, len(best)):
        if at > start:
            yield start, at
        start = at + 1


def _greedy(best: Any, peaks: Any, start: int, end: int, pixels: float) -> ReadWord | None:
    """The best answer of each step: repeated ones are one letter, blanks part them."""
    here = best[start:end]
    starts = np.flatnonzero(np.diff(here, prepend=-1))
    tops = np.maximum.reduceat(peaks[start:end], starts).tolist()
    runs = [run for run in zip(here[starts].tolist(), starts.tolist(), [*starts[1:].tolist(), end - start], tops, strict=True)
            if run[0] != _BLANK]  # fmt: skip
    if not runs:
        return None
    text = "".join(letters()[run[0]] for run in runs)
    return ReadWord(text, min(run[3] for run in runs), (start + runs[0][1]) * pixels, (start + runs[-1][2]) * pixels)


def best_spelling(shares: Any, first: str) -> tuple[str, float]:
    """The likeliest of all spellings of one word's steps, and its share of all of them; ``first`` where none is left.

    ``shares`` (steps, answers) are the network's; words of the language and numbers weigh more.
    """
    found = _spellings(shares)
    weights = {text: share * _weight(text) for text, share in found.items() if text}
    if not weights:
        return first, 0.0
    text = max(weights, key=weights.__getitem__)
    unseen = max(0.0, 1.0 - sum(found.values()))
    return text, weights[text] / (sum(weights.values()) + unseen)


def _spellings(shares: Any) -> dict[str, float]:
    """Spellings with their shares, each summed over all the ways in which the steps can make it."""
    ending: dict[tuple[int, ...], list[float]] = {(): [1.0, 0.0]}  # shares of those that end in no new letter, in one
    for step in shares:
        grown: dict[tuple[int, ...], list[float]] = defaultdict(lambda: [0.0, 0.0])
        blank = float(step[_BLANK])
        answers = [(int(at), float(step[at])) for at in np.flatnonzero(step > _FAINTEST) if at not in (_BLANK, _SPACE)]
        for spelling, (paused, running) in ending.items():
            total = paused + running
            grown[spelling][0] += total * blank
            for answer, share in answers:
                if spelling and spelling[-1] == answer:
                    grown[spelling][1] += running * share
                    grown[(*spelling, answer)][1] += paused * share
                else:
                    grown[(*spelling, answer)][1] += total * share
        ending = dict(sorted(grown.items(), key=lambda each: -sum(each[1]))[:_FOLLOWED])
    texts: defaultdict[str, float] = defaultdict(float)
    for spelling, both in ending.items():
        texts["".join(letters()[answer] for answer in spelling)] += sum(both)
    return texts


def _weight(text: str) -> float:
    """How many times likelier ``text`` is for what it is."""
    core = _core(text)
    if _NUMBER.fullmatch(core) or all(_in_language(part) for part in re.split("[-/–.]", core)):
        return _KNOWN
    return _ALMOST if _CODE.fullmatch(core) else 1.0


def is_known(text: str) -> bool:
    """Whether ``text`` without the signs around it is a word of the language."""
    return _in_language(_core(text))


def _core(text: str) -> str:
    match = _CORE.match(text)
    return match[1] if match else text


def _in_language(part: str) -> bool:
    """Whether it is a word in small letters, with a capital, or in capitals."""
    return part.lower() in _known_words() and (part.islower() or part.isupper() or part[1:].islower())
