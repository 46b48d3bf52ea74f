"""The left heading: the issuing body and the body above it (Decree 30/2020, annex I, II.2).

The issuer is printed bold and its superior is not; where weights are unknown, the words tell bodies apart:
a line that begins as names do begins a body, unless the line before cannot be a whole name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.gazetteer.agencies import agency_book, is_unfinished, opens_agency
from corpus.gazetteer.places import known_level
from corpus.gazetteer.spelling import bare, bare_words
from pipeline.extract.agency_names import agency_name
from pipeline.extract.claim import confidence_of, evidence_of
from pipeline.extract.cleaning import edges_cleaned
from schemas.evidence import Extracted
from schemas.extracted import MaybeText
from schemas.text import Line

_GAZETTE = re.compile(r"\bcong bao\b|\b(va|-) tin hoc\b")
_COMPLETE = re.compile(
    r"^(ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan) (tinh|thanh pho|tp\W*|huyen|quan|thi xa|xa|phuong) (?P<place>.+)$"
)
_GOES_ON = ("va", "tinh", "thanh", "tp", "huyen", "quan", "thi", "xa", "phuong", "khu", "cac", "thuoc", "cua", "dac")
_LEFT_OPEN = (
    "va",
    "cua",
    "tinh",
    "pho",
    "huyen",
    "quan",
    "xa",
    "phuong",
    "thuoc",
    "cac",
    "-",
    ",",
    "–",
    "&",
    "vung",
    "khu",
    "ly",
)


_LEVEL = re.compile(r"(tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran|dac khu) \S")
"""A unit's name alone may head the letter of a body below it ("TỈNH X" / "ỦY BAN NHÂN DÂN XÃ Y")."""


class _Body(NamedTuple):
    lines: tuple[Line, ...]
    name: str


def extract_agencies(lines: Sequence[Line]) -> tuple[MaybeText | None, MaybeText | None]:
    """Parent agency and issuer; the parent is ``None`` when only one body is named."""
    named = tuple((line, name) for line in lines if (name := agency_name(line)))
    named = _without_gazette(named)
    if not named:
        return None, None
    bodies, rule = _bodies(named)
    sure = 0.95 if rule == "agency-by-weight" else 0.9
    if len(bodies) > 2:
        return _claim(bodies[-2], f"{rule}-of-several", 0.6), _claim(bodies[-1], f"{rule}-of-several", 0.7)
    parent = _claim(bodies[0], rule, sure) if len(bodies) == 2 else None
    return parent, _claim(bodies[-1], rule, sure)


def _without_gazette(named: tuple[tuple[Line, str], ...]) -> tuple[tuple[Line, str], ...]:
    """The lines below the stamp of an official gazette's office, which signs copies in the corner above."""
    for at, (_, name) in enumerate(named[:3]):
        if _GAZETTE.search(bare(name)) and any(opens_agency(below) for _, below in named[at + 1 :]):
            return _without_gazette(named[at + 1 :])
    return named


def _bodies(named: Sequence[tuple[Line, str]]) -> tuple[list[_Body], str]:
    by_weight = _weight_split(named)
    if by_weight is not None:
        return [_body(named[:by_weight]), _body(named[by_weight:])], "agency-by-weight"
    starts = [0] + [at for at in range(1, len(named)) if _begins_body(named, at)]
    ends = [*starts[1:], len(named)]
    return [_body(named[start:end]) for start, end in zip(starts, ends, strict=True)], "agency-by-words"


def _weight_split(named: Sequence[tuple[Line, str]]) -> int | None:
    """Index of the first bold line after lines that are not; ``None`` where weights say nothing."""
    weights = [_is_bold(line) for line, _ in named]
    if None in weights or weights[0] or not weights[-1]:
        return None
    first = weights.index(True)
    return first if all(weights[first:]) and _may_stand_alone([name for _, name in named[:first]]) else None


def _may_stand_alone(names: Sequence[str]) -> bool:
    return not is_unfinished(" ".join(names)) or bare_words(" ".join(names)) == ("thanh", "tra")


def _is_bold(line: Line) -> bool | None:
    known = [word.bold for word in line.words if word.bold is not None and word.text.strip("-–*. ")]
    return None if not known else sum(known) * 2 > len(known)


def _begins_body(named: Sequence[tuple[Line, str]], at: int) -> bool:
    """Whether the line at ``at`` names another body than the lines before it."""
    before, here = named[at - 1][1], named[at][1]
    if is_unfinished(before) or _is_left_open(before) or _is_one_phrase(before, here) or _is_joint(named, at):
        return False
    if opens_agency(here):
        return True
    return _is_complete(before) and bare_words(here)[0] not in _GOES_ON


def _is_joint(named: Sequence[tuple[Line, str]], at: int) -> bool:
    """Whether the line at ``at`` names a second issuer, of the same place, behind a hyphen ("- TỈNH ĐOÀN AN PHÚ")."""
    before, here = bare_words(named[at - 1][1]), bare_words(named[at][1])
    hyphen = re.match(r"^[-–]\s?\w", named[at][0].text) is not None
    return hyphen and opens_agency(named[at][1]) and len(here) > 2 and before[-2:] == here[-2:]


def _is_one_phrase(before: str, here: str) -> bool:
    """Whether the line break stands inside a known phrase ("… ĐẢNG ỦY" / "BAN NHÂN DÂN TỈNH")."""
    left, right = bare_words(before), bare_words(here)
    book = agency_book()
    return any(
        left[-first:] + right[:second] in book
        for first in range(1, min(4, len(left)) + 1)
        for second in range(1, min(4, len(right)) + 1)
        if first + second >= 3
    )


def _is_complete(text: str) -> bool:
    """Whether ``text`` is the whole name of a people's committee or council, its place included."""
    match = _COMPLETE.match(bare(text))
    return match is not None and known_level(text[match.start("place") :]) is not None


def _is_left_open(text: str) -> bool:
    words = bare(text).split()
    if words[-2:] in (["hai", "quan"], ["co", "quan"]):
        return False
    return bool(words) and (words[-1] in _LEFT_OPEN or words[-1][-1] in ",-–&")


def _body(named: Sequence[tuple[Line, str]]) -> _Body:
    parts = [("- " if at and _is_joint(named, at) else "") + name for at, (_, name) in enumerate(named)]
    return _Body(tuple(line for line, _ in named), " ".join(parts))


def _claim(body: _Body, rule: str, sure: float) -> MaybeText:
    words = [word for line in body.lines for word in line.words]
    known = 1.0 if opens_agency(body.name) or _LEVEL.match(bare(body.name)) else 0.6
    doubt = 1 - 0.5 * (1 - confidence_of(words)) - 0.3 * any(word.confidence < 0.5 for word in words)
    return Extracted(edges_cleaned(body.name), sure * known * doubt, evidence_of(body.lines), rule)
