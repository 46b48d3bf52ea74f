"""Who is invited: the bodies of the list "Thành phần" or behind "kính mời", one entry a body (rule 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.tasks.building import text_claim
from pipeline.extract.tasks.outline import Node
from pipeline.extract.tasks.scope import Text
from pipeline.extract.tasks.timing import tidy
from pipeline.language.agencies import read_bodies
from pipeline.language.folded import FoldedText
from pipeline.language.heads import body_at
from schemas.document import Paragraph
from schemas.folding import fold

_LIST = re.compile(
    r"(?:thanh phan|khach moi|dai bieu|thanh phan (?:tham )?du)(?!\w)|.*(?:kinh|tran trong|xin) moi[^.;]{0,90}:\s*$"
)
_INLINE = re.compile(
    r"(?<!\w)(?:kinh moi|tran trong moi|xin moi|moi)\s*:?\s+(?P<who>.{3,300}?)(?: ve)?,?\s+(?:tham du|toi du|den du|cung tham du|du)(?!\w)"
)
_GROUP = re.compile(
    r"(?:o |tai |dai bieu )?(?:cap|tuyen|khoi|phia|trung uong|dia phuong|tinh|huyen|xa)(?!\w)[^:;,]{0,30}:"
)
_INVITING = re.compile(r"\s*(?:tran trong |kinh )*moi\s+")
_NAMED = re.compile(r"(?<!\w)(?:kinh|tran trong) moi\s*:\s*(?P<who>\S.{3,})$")
_OTHER = re.compile(
    r"(?:(?:toi |ve |den |tham )?du (?:hop|hoi|le|buoi|lop|cuoc|phien)|thoi gian|dia diem|noi dung|kinh phi|chu tri|chu toa|nguoi chu tri)(?!\w)"
)
_NOBODY = re.compile(r"(?:quy (?:ong|ba|vi|co quan|don vi|dai bieu|dong chi)|cac dong chi$|cac dai bieu$|dai bieu$)")
_ALL_OF = re.compile(
    r"(?:dai dien|lanh dao|dai dien lanh dao|thu truong|cac dong chi|dong chi)?\s*(?:cac )?(?:so|so,? nganh|so,? ban,? nganh|ban,? nganh|co quan|don vi|phong|ban|dia phuong)?\s*$"
)


_JOINT = re.compile(
    r",\s+(?=[A-ZĐÀ-Ỹ])| và (?=(?:UBND|Ủy ban|Sở|Cục|Chi cục|Công an|Viện|Tòa án|Trung tâm|các hộ|các đơn vị|các cơ quan) )"
)
_OFFICE_OF = re.compile(r"văn phòng (?:hđnd|hội đồng nhân dân|đoàn [\w ]+)$")


def attendees_in(root: Node) -> tuple[Text, ...]:
    """One entry for each body invited, in the letter's order; none when nobody is named in the body."""
    listed = [entry for node in _lists(root) for entry in _entries(node)]
    found = listed or list(_inline(root))
    unique: dict[str, Text] = {}
    for entry in found:
        unique.setdefault(fold(entry.value), entry)
    return tuple(unique.values())


def _lists(node: Node) -> Iterator[Node]:
    for child in node.children:
        text = fold(child.text[child.start :])
        if _LIST.match(text) and (child.children or ":" in text):
            yield child
        else:
            yield from _lists(child)


def _entries(node: Node) -> Iterator[Text]:
    """Entries of the items below, or of what follows the colon in the same paragraph."""
    bullets = [child for child in node.children if isinstance(child.part, Paragraph)]
    if not bullets and isinstance(node.part, Paragraph):
        colon = node.text.find(":", node.start)
        if colon >= 0:
            yield from entry_bodies(node.part, colon + 1)
    for child in bullets:
        text = fold(child.text[child.start :])
        if _OTHER.match(text):
            return
        if _LIST.match(text) or _is_group(child):
            yield from _inline_entries(child)
            yield from _entries(child)
        elif isinstance(child.part, Paragraph):
            yield from entry_bodies(child.part, child.start)


def _inline_entries(node: Node) -> Iterator[Text]:
    """What a group names in its own line: "Cấp huyện: mời đại diện …"."""
    colon = node.text.find(":", node.start)
    if node.children and isinstance(node.part, Paragraph) and node.text[colon + 1 :].strip():
        inviting = _INVITING.match(fold(node.text), colon + 1)
        yield from entry_bodies(node.part, inviting.end() if inviting else colon + 1)


def _is_group(node: Node) -> bool:
    """ "1.1 Tuyến tỉnh:" groups entries; "1. Sở Y tế:" is one, and the persons below it are its own."""
    source = FoldedText(node.text)
    if _GROUP.match(source.folded, node.start):
        return True
    return bool(node.children) and read_bodies(source, node.start, len(node.text)) is None


def _inline(node: Node) -> Iterator[Text]:
    for child in node.children:
        named = _NAMED.search(fold(child.text))
        if named and isinstance(child.part, Paragraph) and not _NOBODY.match(named["who"]):
            yield from entry_bodies(child.part, named.start("who"))
            return
        match = _INLINE.search(fold(child.text))
        if match and isinstance(child.part, Paragraph) and not _NOBODY.match(match["who"]):
            yield from entry_bodies(child.part, match.start("who"), match.end("who"))
            return
        yield from _inline(child)


def entry_bodies(part: Paragraph, start: int, end: int | None = None) -> Iterator[Text]:
    """The bodies of one entry: "BODY: persons" is the body, "Đại diện: A, B" and "A; B" are two."""
    source = FoldedText(part.text)
    end = len(part.text) if end is None else end
    for begin, stop in _parts(part.text, start, end):
        for span in _bodies(source, begin, stop):
            claim = text_claim(part.passage, span, "lead.invited", 0.85)
            words = tidy(claim.value)
            if words and not _NOBODY.fullmatch(fold(words)):
                yield claim.with_value(words)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin, depth = start, 0
    for position in range(start, end):
        depth += (text[position] == "(") - (text[position] == ")")
        if text[position] == ";" and depth <= 0:
            yield begin, position
            begin = position + 1
    if text[begin:end].strip(" .;"):
        yield begin, end


def _bodies(source: FoldedText, start: int, end: int) -> list[tuple[int, int]]:
    start = source.skip_blanks(start, end)
    bracket = source.text.find("(", start, end)
    end = bracket if bracket > start and not _goes_on(source.text, bracket, end) else end
    colon = source.text.find(":", start, end)
    if colon > start:
        behind = source.skip_blanks(colon + 1, end)
        if body_at(source, behind) and _ALL_OF.fullmatch(source.folded[start:colon].strip()):
            return _at_commas(source, behind, end)
        if behind >= end or not _only_names(source, start, behind):
            return _at_commas(source, start, colon)
        return [(start, end)]
    return _at_commas(source, start, end)


def _goes_on(text: str, bracket: int, end: int) -> bool:
    """ "Trưởng phòng Kinh tế (Kinh tế và Hạ tầng) các huyện": the bracket stands inside the name."""
    closing = text.find(")", bracket, end)
    return closing > 0 and re.match(r"\) (?:các|huyện|tỉnh|thành phố|xã|phường)(?!\w)", text[closing:end]) is not None


def _only_names(source: FoldedText, start: int, behind: int) -> bool:
    """ "UBND các phường: An Hòa, An Bình": places that tell which, not persons."""
    plural = re.search(r"cac (?:\w+ ?){1,3}$", source.folded[start:behind].rstrip(" :"))
    return plural is not None and source.text[behind].isupper() and not body_at(source, behind)


def _at_commas(source: FoldedText, start: int, end: int) -> list[tuple[int, int]]:
    """Parts at commas behind which a body in capitals is named; a person's titles stay with the name."""
    spans, begin = [], start
    named = re.match(r"(?:đồng chí|ông|bà|đ/c)[/\s]", source.lower[start:])
    for joint in _JOINT.finditer(source.text, start, end):
        following = joint.end()
        if (
            not named
            and body_at(source, following)
            and _is_body(source, begin)
            and _two_bodies(source, begin, joint, end)
        ):
            spans.append((begin, joint.start()))
            begin = following
    return [*spans, (begin, end)]


def _two_bodies(source: FoldedText, begin: int, joint: re.Match[str], end: int) -> bool:
    """Whether a whole name stands on either side: "Thường trực HĐND, UBND huyện", "các Bệnh viện, Trung tâm có …" are one."""
    before, after = source.text[begin : joint.start()], re.split(r"[,;]", source.text[joint.end() : end])[0]
    if " " not in before.strip() or " " not in after.strip() or _OFFICE_OF.search(before.lower()):
        return False
    return not (before.lower().startswith("các ") and after.split()[1].islower() and after[:1].isupper())


def _is_body(source: FoldedText, position: int) -> bool:
    return (
        body_at(source, position)
        and re.match(r"(?:đại diện|lãnh đạo|các thành viên)\s*,", source.lower[position:]) is None
    )
