"""The foot's list "Nơi nhận" and its archive line "Lưu" (Decree 30/2020, annex I, II.9b; domain notes, 7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.gazetteer.agencies import opens_agency
from corpus.gazetteer.posts import post_at_start
from corpus.gazetteer.spelling import bare, bare_words
from pipeline.extract.claim import claim, reading_confidence
from pipeline.extract.cleaning import edges_cleaned, is_signing_stamp, is_speck, without_noise
from pipeline.extract.entries import BULLET, entries_of
from schemas.evidence import Extracted
from schemas.extracted import MaybeText
from schemas.record import Recipient
from schemas.text import Line, Passage

_LEAD = re.compile(
    r"^\W*(?:[a-z]{2,4}\s*)?[a-z]?h[a-z]{1,3}\s*:\s*$|^\W*n[a-z]{1,2}\s*\Wh[a-z]m\W|^\W*n[a-z]{1,2}\s+nh[a-z]n\b\s*[:;.,]?\s*|^\W*noi gui\s*:\s*|^\W*n[a-z]{5,8}\s*:\s*$"
)
_ARCHIVE = re.compile(r"^\W*(?:\w{1,3}\W+)?(?:l\W?[a-z]{0,2}\W?u|[a-z]?uu|[alk]ru)\b\s*[:;.,]*\s*(?=[a-z(“\"]*)")
_CHANNEL = re.compile(r"^\W*(?:gui )?(?:ban|van ban) (?:dien tu|giay)\b[^-]*[:;]?\s*$")
_PURPOSE = re.compile(
    r"\(\s*((?:d[e]\s|d[e]?\s?b\s?/|thay\b|b\s?/|bao cao|t\s?/\s?h|thuc hien|trien khai|phoi hop|ph?\s?/\s?h|theo doi|dang\b|dua tin|b[il1!]c\b"
    r"|chi dao|c\s?/\s?d|kiem tra|giam sat|d/c|phuc vu|tong hop|tham muu|phat hanh|cong bo|niem yet|biet\b|xem xet|y kien|nam\b|cho y kien|gop y|dang tai|don doc|huong dan|kiem sat|thi hanh|chap hanh|tham dinh|phe duyet|quyet dinh|giup\b|ho tro|nghien cuu|tuyen truyen)[^)]*)\)?"
)
_OPENS_LIST = re.compile(r"^\W*(?:cac|nhung|lanh dao|thanh vien)(?: \w+){1,4}\s*:\s*$")
"""Behind "Các Sở:" the list goes on; elsewhere a colon at a line's end is a semicolon that was misread."""
_BRACE = re.compile(r"[}\]|]\s*(?=\()")
_AFTER_END = re.compile(r";\s*(?=\S).*$")


@dataclass(frozen=True, slots=True)
class _Row:
    passage: Passage
    name: str
    purpose: str | None
    sure: float
    grouped: bool


def extract_distribution(lines: Sequence[Line]) -> tuple[tuple[Extracted[Recipient], ...], MaybeText | None]:
    """Recipients in order, and what follows "Lưu"; ``None`` when no line begins so."""
    passages = _without_lead(lines)
    rows: list[_Row] = []
    archive: MaybeText | None = None
    for entry in entries_of(passages, begins=_begins, inline=False, always=_is_archive):
        mark = _ARCHIVE.match(bare(entry.passage.text))
        if mark and archive is None:
            archive = _archive(entry.passage, mark.end())
        elif archive is None and not _CHANNEL.match(bare(entry.passage.text)):
            rows.append(_row(entry.passage, entry.sure))
    return tuple(_claim(row) for row in _with_group_purposes(rows) if row.name), archive


def _without_lead(lines: Sequence[Line]) -> list[Passage]:
    """The lines under "Nơi nhận:", each a passage; what stands behind it on its line counts too."""
    passages = [Passage.of([line]) for line in lines if not is_speck(line.text) and not is_signing_stamp(line.text)]
    for index, passage in enumerate(passages[:4]):
        plain = bare(passage.text)
        lead = None if BULLET.match(passage.text) else _LEAD.match(plain)
        if lead is not None:
            rest = passage.slice(lead.end())
            return [*([rest] if _has_word(rest.text) else []), *passages[index + 1 :]]
    return passages


def _has_word(text: str) -> bool:
    bullet = BULLET.match(text)
    return bullet is not None and not is_speck(text) and post_at_start(text[bullet.end() :]) is None


def _begins(text: str, before: str) -> bool:
    if text[:1].islower() or before.rstrip().endswith(",") or _OPENS_LIST.search(bare(before)):
        return False
    return bool(_ARCHIVE.match(bare(text))) or bare_words(text)[:1] in {("nhu",), ("cac",)} or opens_agency(text)


def _is_archive(text: str, _: str) -> bool:
    """Whether a line is surely the archive's: "Lưu" with its colon, or with the records office behind it."""
    mark = _ARCHIVE.match(bare(text))
    return mark is not None and (
        ":" in mark.group() or bare(text)[mark.end() :].startswith(("vt", "vp", "van phong", "van thu"))
    )


def _archive(passage: Passage, start: int) -> MaybeText:
    value = _tail_cut(passage.text[start:])
    sure = 0.97 * reading_confidence(passage, start)
    return claim(passage, value or None, "archive", sure if value else 0.3, (start, None))


def _row(passage: Passage, sure: float) -> _Row:
    plain = bare(passage.text)
    found = _PURPOSE.search(plain) if len(plain) == len(passage.text) else None
    if found is None:
        return _Row(passage, _tail_cut(passage.text), None, sure, False)
    brace = _BRACE.search(passage.text[: found.start() + 1])
    name = _tail_cut(passage.text[: brace.start() if brace else found.start()])
    purpose = " ".join(passage.text[found.start(1) : found.end(1)].split()).strip(" .;,)")
    purpose = re.sub(r"^[Đđ][eềế]\b", "để", re.sub(r"\bb(?:\s?/\s?[e©]|[iíìl1!]c\b)", "b/c", purpose))
    grouped = brace is not None or not name or _stands_alone(passage, found.start())
    return _Row(passage, name, purpose, sure, grouped)


def _stands_alone(passage: Passage, start: int) -> bool:
    """Whether the bracket at ``start`` has a line of its own, below a line that an end mark closed."""
    begins_line = any(piece.start == start for piece in passage.pieces)
    return begins_line and passage.text[:start].rstrip().endswith((";", ","))


def _tail_cut(text: str) -> str:
    """``text`` up to its end mark: what strays behind ";" from the signature beside is left out."""
    end = _AFTER_END.search(text)
    if end and not _is_worded(end.group()):
        text = text[: end.start()]
    return _closed(without_noise(text))


def _is_worded(tail: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", tail)
    return len(words) >= 2 and len("".join(words)) > 0.6 * len(tail.replace(" ", ""))


def _closed(text: str) -> str:
    text = edges_cleaned(text)
    return text + ")" if text.count("(") > text.count(")") else text


def _with_group_purposes(rows: Sequence[_Row]) -> list[_Row]:
    """A purpose on a line of its own, or beside a brace, given to the lines above that have none.

    So is one on the last line of a group whose lines end with commas where the others end with ";".
    """
    found: list[_Row] = []
    for row in rows:
        if row.purpose and row.grouped:
            found = _given(found, row.purpose)
        elif row.purpose and found and _ends_open(found[-1]) and row.passage.text.rstrip().endswith((";", ".")):
            found = _given(found, row.purpose, only_open=True)
        if row.name:
            found.append(row)
    return found


def _given(rows: Sequence[_Row], purpose: str, only_open: bool = False) -> list[_Row]:
    given: list[_Row] = []
    going = True
    for row in reversed(rows):
        going = (
            going
            and row.purpose is None
            and not bare(row.name).startswith("nhu ")
            and (not only_open or _ends_open(row))
        )
        given.append(_Row(row.passage, row.name, purpose, row.sure * 0.9, False) if going else row)
    return given[::-1]


def _ends_open(row: _Row) -> bool:
    return row.purpose is None and row.passage.text.rstrip().endswith(",")


def _claim(row: _Row) -> Extracted[Recipient]:
    rule = "recipient-with-purpose" if row.purpose else "recipient"
    sure = row.sure * reading_confidence(row.passage)
    return claim(row.passage, Recipient(name=row.name, purpose=row.purpose), rule, sure)
