"""Whom a letter is for: the entries after "Kính gửi" (Decree 30/2020, annex I, II.9a)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.gazetteer.agencies import opens_agency
from corpus.gazetteer.spelling import bare, bare_words
from pipeline.extract.claim import claim, reading_confidence
from pipeline.extract.cleaning import is_signing_stamp, is_speck, without_noise
from pipeline.extract.entries import BULLET, Entry, entries_of
from schemas.extracted import Text
from schemas.text import Line, Passage

_LEAD = re.compile(
    r"^[^\w]*(?:[a-z]{0,2}inh\s*(?:g\W?[a-z]{1,2}i|trinh|chuyen|moi)|tran trong kinh moi)\b\s*[:;.,]?\s*"
)
_CABLE = re.compile(r"^(?P<sender>.{3,160}?)\s+dien\s*:\s*")
_CALLED = re.compile(
    r"\s*[(&]?\s*(?:\b\w{0,2}au day|\bduoi day)?,?\s*(?:goi|viet) (?:chung|tat|la|thu)\b[^)]*\)?|\s*\(\s*(?:co danh sach|danh sach)[^)]*\)|\s*\(\s*dia chi[^)]*\)?"
)
_FULL_STOP = re.compile(r"[^\W\d_A-ZĐ]\.\W*$")
_SALUTATION = re.compile(r"^\W*(kinh )?thua (quy|cac|toan|dong|ong|ba)\b")
_CITING = re.compile(r"^[^(]*(?:\b[Ss]ố:?\s?\d{1,5}\S{0,3}/\S*[A-ZĐ]{2}|\bngày\s\d{1,2}[/.-]\d{1,2}[/.-]\d{4})")
"""A line that names a document or a day is of the body."""
_PERSON = re.compile(r"(?:,|;|\bvà\b)\s*(?=(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c)\s+[^\W\da-z_][^,;]+)")
_STARTING = "cac ong ba dong ubnd thu giam chu truong chanh lanh bi ban so don toan quy hieu nhung mot"
_STARTERS = frozenset(_STARTING.split())
"""First words, bare, of an addressee that begins a line without a bullet."""


def extract_addressees(lines: Sequence[Line]) -> tuple[Text, ...]:
    """Each body or person, without bullets, end marks and "(sau đây gọi chung là …)"."""
    passages = _without_lead(lines)
    entries = entries_of(_until_end(passages), begins=_begins, inline=True)
    return tuple(found for entry in entries for found in _claims(entry))


def _without_lead(lines: Sequence[Line]) -> list[Passage]:
    """The lines behind "Kính gửi:", or behind "… điện:" in an urgent dispatch."""
    kept = [line for line in lines if not is_speck(line.text) and not is_signing_stamp(line.text)]
    if not kept:
        return []
    for index, line in enumerate(kept[:4]):
        lead = _LEAD.match(bare(line.text)) or re.search(r"\bkinh\s?(gui|trinh)\b\s*:?\s*", bare(line.text))
        if lead:
            rest = Passage.of([line]).slice(lead.end())
            return [
                *([rest] if re.search(r"\w", rest.text) else []),
                *(Passage.of([each]) for each in kept[index + 1 :]),
            ]
    return _without_cable(kept)


def _until_end(passages: list[Passage]) -> list[Passage]:
    """The lines up to the list's full stop: a salutation or lines of the body below are no addressees."""
    for at, passage in enumerate(passages):
        if _SALUTATION.match(bare(passage.text)) or (at and _CITING.search(passage.text)):
            return passages[:at]
        after = passages[at + 1].text if at + 1 < len(passages) else ""
        if _FULL_STOP.search(passage.text) and _is_running_text(after):
            return passages[: at + 1]
    return passages


def _is_running_text(text: str) -> bool:
    """Whether a line is of the body: many words, no bullet, no bracket that belongs to the list."""
    return (
        len(text.split()) >= 6
        and not BULLET.match(text)
        and not text.startswith("(")
        and not (opens_agency(text) and text.rstrip().endswith((";", ".")))
        and not _CALLED.search(bare(text))
    )


def _without_cable(lines: Sequence[Line]) -> list[Passage]:
    whole = Passage.of(lines[:3])
    cable = _CABLE.match(bare(whole.text))
    if cable is None:
        return [Passage.of([line]) for line in lines]
    rest = whole.slice(cable.end())
    return [*([rest] if rest.text else []), *(Passage.of([line]) for line in lines[3:])]


def _begins(text: str, before: str) -> bool:
    """Whether a line without a bullet begins an entry, after the line ``before`` that no mark ends."""
    words = bare_words(text)
    if not words or text.lstrip("“\"'(")[:1].islower() or before.rstrip().endswith((",", "-", "–", ":")):
        return False
    if bare_words(before)[-1:] and bare_words(before)[-1] in {"va", "cua", "cac", "tinh", "pho", "huyen", "thuoc"}:
        return False
    return words[0] in _STARTERS or opens_agency(text)


def _claims(entry: Entry) -> Iterator[Text]:
    for part in _persons(_uncalled(entry.passage)):
        value = without_noise(part.text)
        if sum(letter.isalpha() for letter in value) >= 3:
            yield claim(part, value, entry.rule, entry.sure * reading_confidence(part))


def _uncalled(passage: Passage) -> Passage:
    """``passage`` without a bracket that only says what the addressees are called below."""
    plain = bare(passage.text)
    match = _CALLED.search(plain) if len(plain) == len(passage.text) else None
    if match is None:
        return passage
    return Passage.joined([passage.slice(0, match.start()), passage.slice(match.end())])


def _persons(passage: Passage) -> list[Passage]:
    """ "Bà A và ông B" as two; bodies in a comma list stay one entry."""
    if not re.match(r"\W*(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c)\b", passage.text):
        return [passage]
    cuts = list(_PERSON.finditer(passage.text))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(passage.text)]
    return [passage.slice(start, end) for start, end in zip(starts, ends, strict=True)]
