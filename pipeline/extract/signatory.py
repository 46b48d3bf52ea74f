"""Who signed: capacity, post and name (Decree 30/2020, annex I, II.7; Guideline 36-HD/VPTW).

A block reads downwards: for whom it is signed ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), the signer's own
post, the signature, the name. Seal and pen strokes leave scraps of OCR among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.gazetteer.agencies import agency_book, ends_unfinished, opens_agency
from corpus.gazetteer.names import is_surname
from corpus.gazetteer.posts import QUALIFIERS, damaged_post, deputy_of, is_like_post, post_at_start, post_book
from corpus.gazetteer.spelling import bare, bare_words, respelled
from pipeline.extract.claim import confidence_of, evidence_of, is_read
from pipeline.extract.cleaning import edges_cleaned, is_signing_stamp, is_speck, letters_in, without_noise
from pipeline.extract.signer_name import judged_name, with_apostrophe
from schemas.evidence import Candidate, Extracted
from schemas.extracted import MaybeText
from schemas.text import Line

_CAPACITY = re.compile(
    r"^(?P<mark>T\s?[./|Il1]?\s?M|[KX]\s?[./|Il1]?\s?T|T\s?[./|I1]?\s?L|T\s?[./]?\s?U\s?[./]?\s?Q)\s?[.,:/]?\s*(?=[^\W\d_]{2})"
)
_COUNTERSIGNED = re.compile(
    r"^\W*(phe duyet|xac nhan|duyet|y kien|dong y|nguoi lap|nguoi viet|nguoi nhan|ke toan|thu quy|thu ky)\b"
)
_MISREAD_KT = re.compile(r"^(?:[A-ZĐ]{0,2}\W?[TYÍÌI1]\s?[.,:-]+|K[TYÍÌI1])\s*")
_LEVEL = re.compile(r"(tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|thi tran|dang bo|nhan dan|khoa|nhiem ky)\b")
_DEPUTY = ("pho", "thu")
_COVERED = 0.1
"""Confidence below which a word of the name was guessed from what a seal left of it."""
_SURELY_READ = 0.6
_LEADING, _HIGH, _READ = 0.8, 1.5, 0.8
"""Heights of a line between it and the next of one post; how much higher that may be; how sure it is read."""
_ASKEW = 7.0
"""Points to the right of the post's middle: no name that was whole stood further off on the pages measured."""


@dataclass(slots=True)
class _Block:
    """One signer's lines."""

    capacities: list[list[Line]] = field(default_factory=list)
    posts: list[list[Line]] = field(default_factory=list)
    name: Line | None = None
    scraps: list[Line] = field(default_factory=list)
    countersigned: bool = False

    def lines(self) -> Iterator[Line]:
        for group in (*self.capacities, *self.posts):
            yield from group


@dataclass(frozen=True, slots=True)
class Signer:
    name: MaybeText | None = None
    position: MaybeText | None = None
    capacity: MaybeText | None = None


def extract_signatory(lines: Sequence[Line], issuer: str | None = None) -> Signer:
    """The signer; of two, the one whose office heads the letter (``issuer``)."""
    blocks = [block for column in _columns(lines) for block in _blocks(column)]
    if not blocks:
        return Signer()
    block = max(blocks, key=lambda each: _fitness(each, issuer))
    return Signer(_name(block), _position(block), _capacity(block))


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines of signature blocks that stand side by side, apart."""
    columns: list[list[Line]] = []
    for line in lines:
        for column in columns:
            if any(_above_each_other(line, other) for other in column):
                column.append(line)
                break
        else:
            columns.append([line])
    return columns


def _above_each_other(line: Line, other: Line) -> bool:
    if line.page != other.page or line.box is None or other.box is None:
        return True
    shared = min(line.box.x1, other.box.x1) - max(line.box.x0, other.box.x0)
    return shared > -20


def _blocks(lines: Sequence[Line]) -> list[_Block]:
    """The blocks of a column, each closed by its name."""
    blocks, block, open_group = [], _Block(), None
    for line in lines:
        text = signature_text(line)
        if not text or is_signing_stamp(text):
            continue
        if _COUNTERSIGNED.match(bare(text)) and not post_at_start(text):
            block.countersigned = True
        elif _CAPACITY.match(text):
            open_group = _started(block.capacities, line)
        elif (post := post_at_start(text)) is not None and _is_post(text, post):
            open_group = _started(block.posts, line)
        elif _is_office(text) and block.capacities and not block.posts:
            block.scraps.append(line)
            open_group = None
        elif open_group is not None and (_goes_on(text, open_group) or _is_rest_of_post(line, text, open_group)):
            open_group.append(line)
        elif _may_be_name(line, text):
            block.name, open_group = line, None
            blocks.append(block)
            block = _Block()
        else:
            block.scraps.append(line)
            open_group = None
    return [*blocks, block] if block.posts or block.capacities else blocks or [block]


def _is_office(text: str) -> bool:
    """What OCR leaves of "CHÁNH VĂN PHÒNG": no body's name stands under a capacity but in its own line."""
    return bare_words(text)[-2:] == ("van", "phong") and text.isupper() and len(bare_words(text)) <= 4


def _started(groups: list[list[Line]], line: Line) -> list[Line]:
    groups.append([line])
    return groups[-1]


def signature_text(line: Line) -> str:
    """A line of the block without specks; after OCR its capacity mark and its post put right."""
    text = re.sub(r"^[^\w(]+|[^\w).]+$", "", edges_cleaned(without_noise(line.text)))
    text = _without_strays(text) if is_read(line.words) else text
    if not is_read(line.words) or text.upper() != text:
        return text
    text = re.sub(r"^([TK])\s?[|Il1ÍÌ]\s?([MTL])\b", r"\1/\2", text)
    text = _MISREAD_KT.sub("KT. ", text) if _is_misread_kt(text) else text
    mark = _CAPACITY.match(text)
    start = mark.end() if mark else 0
    post = damaged_post(text[start:]) if post_at_start(text[start:]) is None else None
    if post is not None:
        return text[:start] + post.upper()
    return respelled(respelled(text, post_book()), agency_book())


def _without_strays(text: str) -> str:
    """A line in capitals without short scraps in small letters behind it ("GIÁM ĐỐC “hà")."""
    words = text.split()
    while (
        len(words) > 2
        and words[0].isupper()
        and words[1].isupper()
        and not words[-1].isupper()
        and letters_in(words[-1]) <= 3
    ):
        words.pop()
    return " ".join(words)


def _is_misread_kt(text: str) -> bool:
    """Whether a post stands behind what can only be "KT." ("VY. GIÁM ĐỐC", "L^T, GIÁM ĐỐC")."""
    shape = _MISREAD_KT.match(text)
    return shape is not None and _CAPACITY.match(text) is None and post_at_start(text[shape.end() :]) is not None


def _is_post(text: str, post: str) -> bool:
    """A post, and not a name or a sentence that begins alike."""
    rest = bare_words(text)[len(bare_words(post)) :]
    return len(rest) <= 9 and (text[:1].isupper() or text.isupper())


def _goes_on(text: str, group: Sequence[Line]) -> bool:
    """Whether a line carries on the one above it: a qualifier, or the rest of a collective's name."""
    if bare(text).startswith(tuple(bare(word) for word in QUALIFIERS)):
        return True
    above = signature_text(group[-1])
    mark = _CAPACITY.match(signature_text(group[0]))
    if mark is None or text.upper() != text or letters_in(text) < 3 or len(text.split()) < 2:
        return False
    collective = re.sub(r"\W", "", mark["mark"]).endswith("M")
    return (
        ends_unfinished(above if len(group) > 1 else above[mark.end() :])
        or opens_agency(text)
        or (collective and _LEVEL.match(bare(text)) is not None)
    )


def _is_rest_of_post(line: Line, text: str, group: Sequence[Line]) -> bool:
    """Whether capitals close under a post go on with it ("TRƯỞNG PHÒNG CÔNG" / "CHỨC, VIÊN CHỨC").

    Below a post stands the signature (annex I, II.7): what follows closer than a line's height is of the post itself.
    """
    above = group[-1].box
    if line.box is None or above is None or _CAPACITY.match(signature_text(group[0])) or len(text.split()) < 2:
        return False
    close = -0.5 * above.height < line.box.y0 - above.y1 < _LEADING * above.height
    read = text.isupper() and confidence_of(line.words) >= _READ and line.box.height < _HIGH * above.height
    return close and read and judged_name(text, is_read(line.words)).sure == 0 and not is_like_post(text)


def _may_be_name(line: Line, text: str) -> bool:
    return judged_name(text, is_read(line.words)).sure > 0


def _fitness(block: _Block, issuer: str | None) -> float:
    """How likely the block is that of the letter's own signer."""
    words = set(bare_words(" ".join(line.text for line in block.lines())))
    shared = len(words & set(bare_words(issuer or ""))) / (len(words) or 1)
    return (
        2 * (block.name is not None)
        + bool(block.posts)
        + 0.5 * bool(block.capacities)
        + shared
        - 3 * block.countersigned
    )


def _name(block: _Block) -> MaybeText | None:
    if block.name is None:
        if not block.scraps:
            return None
        seen = edges_cleaned(without_noise(block.scraps[-1].text))
        candidates = (Candidate(seen, 0.1),) if 2 <= len(seen.split()) <= 6 and letters_in(seen) > 4 else ()
        return Extracted(None, 0.2, evidence_of(block.scraps[-1:]), "name-unreadable", candidates)
    text = edges_cleaned(without_noise(with_apostrophe(block.name.text)))
    judged = judged_name(text, is_read(block.name.words))
    least = _least_sure(block.name, judged.name or text)
    sure = judged.sure * (0.2 + 0.4 * confidence_of(block.name.words) + 0.4 * least)
    sure *= 0.6 if _stands_askew(block) else 1.0
    if judged.name is not None and least < _COVERED:
        return Extracted(None, 0.4, evidence_of([block.name]), "name-covered", (Candidate(judged.name, 0.4),))
    if judged.name is not None and _begins_twice(block.name, judged.name):
        return Extracted(None, 0.4, evidence_of([block.name]), "name-begins-twice", (Candidate(judged.name, 0.4),))
    if judged.name is None:
        return Extracted(None, judged.sure, evidence_of([block.name]), judged.rule, (Candidate(text, judged.sure),))
    return Extracted(judged.name, sure, evidence_of([block.name]), judged.rule)


def _begins_twice(line: Line, name: str) -> bool:
    """Whether ``name`` begins with a surname badly read before another with names behind it: the seal left the first."""
    syllables = name.split()
    first = next((word for word in line.words if edges_cleaned(word.text) == syllables[0]), None)
    if len(syllables) < 4 or first is None or first.confidence >= _SURELY_READ:
        return False
    return is_surname(syllables[1])


def _least_sure(line: Line, name: str) -> float:
    """Confidence of the name's least sure word; scraps beside the name do not count."""
    own = [word.confidence for word in line.words if edges_cleaned(word.text) in name.split()]
    words = own if len(own) >= len(name.split()) else [word.confidence for word in line.words]
    return min(words, default=1.0)


def _stands_askew(block: _Block) -> bool:
    """Whether the name is not centred under its post (annex I, II.7): then the seal hides its beginning."""
    above = [line.box for line in block.lines() if line.box is not None]
    if block.name is None or block.name.box is None or not above:
        return False
    return block.name.box.centre[0] - sum(box.centre[0] for box in above) / len(above) > _ASKEW


def _position(block: _Block) -> MaybeText | None:
    """The post as printed; a deputy's where "KT." or a scrap of "PHÓ" shows that only the head's was read."""
    deputy = _deputy_post(block)
    scrap = next((line for line in block.scraps if bare_words(line.text)[:1] in {("pho",), ("thu",)}), None)
    if not block.posts and deputy is None and block.capacities:
        office = next((line for line in block.scraps if _is_office(signature_text(line))), None)
        if office is not None and re.match(r"T\W?L", signature_text(block.capacities[-1][0])):
            return _deduced("CHÁNH VĂN PHÒNG", (office,), 0.75)
    if not block.posts:
        return _deduced(deputy, (scrap,) if scrap else (), 0.75 if scrap else 0.62) if deputy else None
    if _is_printed_twice(block):
        return _deduced(deputy_of(_known_post(block.posts[0])).upper(), (*block.posts[0], *block.posts[1]), 0.62)
    lines = block.posts[_own_post(block)]
    sure = 0.95 * (0.4 + 0.6 * confidence_of(word for line in lines for word in line.words))
    sure *= 0.5 if _lacks_mark(block) else 1.0
    value = _joined(lines)
    second = block.posts[1] if len(block.posts) > 1 and re.match(r"^[-–]\s", block.posts[1][0].text) else None
    if second is not None:
        return Extracted(f"{value} - {_joined(second)}", sure, evidence_of([*lines, *second]), "post-of-two")
    if deputy is not None and (bare(f"phó {value}") == bare(deputy) or _is_guessed(value, lines)):
        return _deduced(deputy, lines, 0.8 * sure)
    if scrap is not None and deputy is None and bare_words(value)[0] not in _DEPUTY:
        return _deduced(deputy_of(value.lower()).upper(), (*lines, scrap), 0.62)
    return Extracted(value, sure, evidence_of(lines), "post")


def _own_post(block: _Block) -> int:
    """Which post is the signer's: the lower of two where the mark ("KT.", "TL.") of the upper was lost."""
    if len(block.posts) < 2:
        return 0
    upper, lower = map(_known_post, block.posts[:2])
    office = not block.capacities and lower in {"chánh văn phòng", "phó chánh văn phòng"}
    return int(office or lower == deputy_of(upper))


def _is_printed_twice(block: _Block) -> bool:
    """Whether a head's post stands twice: then the upper one lost its "KT." and the lower its "PHÓ" to the seal."""
    if len(block.posts) < 2 or any(len(group) > 1 for group in block.posts[:2]):
        return False
    upper, lower = map(_known_post, block.posts[:2])
    return upper == lower != "" and bare_words(upper)[0] not in _DEPUTY


def _known_post(group: Sequence[Line]) -> str:
    """The known post that ``group`` begins with, in lower case; empty without one."""
    return post_at_start(_joined(group)) or ""


def _lacks_mark(block: _Block) -> bool:
    """Whether a lone post has the full stop of a lost "TL." or "KT." before it: then it is not the signer's."""
    return (
        not block.capacities and len(block.posts) == 1 and re.match(r"^[.,:]\s?\w", block.posts[0][0].text) is not None
    )


def _deduced(post: str, lines: Sequence[Line], sure: float) -> MaybeText:
    return Extracted(post, sure, evidence_of(lines), "post-by-capacity")


def _is_guessed(value: str, lines: Sequence[Line]) -> bool:
    """Whether a post that is no deputy's was put together from damaged letters."""
    seen = bare_words(" ".join(line.text for line in lines))
    return bare_words(value)[0] not in _DEPUTY and " ".join(bare_words(value)) not in " ".join(seen)


def _deputy_post(block: _Block) -> str | None:
    """Who signs "KT. GIÁM ĐỐC" is a deputy of the one named (Decree 30/2020, article 13)."""
    if not block.capacities:
        return None
    text = signature_text(block.capacities[-1][0])
    mark = _CAPACITY.match(text)
    head = post_at_start(text[mark.end() :]) if mark and mark["mark"][0] in "KX" else None
    return deputy_of(head).upper() if head else None


def _capacity(block: _Block) -> MaybeText | None:
    if not block.capacities:
        return None
    lines = [line for group in block.capacities for line in group]
    value = " / ".join(_joined(group) for group in block.capacities)
    sure = 0.95 * (0.4 + 0.6 * confidence_of(word for line in lines for word in line.words))
    return Extracted(value, sure, evidence_of(lines), "capacity")


def _joined(lines: Sequence[Line]) -> str:
    return " ".join(signature_text(line) for line in lines if not is_speck(line.text))
