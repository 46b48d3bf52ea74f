"""The foot of a letter: who receives it on the left, who signs it on the right (fields 7 and 9b)."""

from __future__ import annotations

from dataclasses import replace

from corpus.letter_data import Signature, WrittenDocument
from corpus.typesetter.flow import Flow
from corpus.typesetter.sheet import A4
from corpus.typesetter.words import SetLine, balanced, break_lines, set_words
from schemas.geometry import Box

SIGNATURE_HEIGHT = 78.0


def set_foot(flow: Flow, document: WrittenDocument) -> None:
    """Distribution and signature side by side, kept on one page; under two signatures when two sign."""
    if document.signature is None and not document.distribution:
        return
    middle = flow.left + flow.width * 0.46
    left = distribution_lines(flow, document, middle - flow.left - 8)
    flow.need(max(_height(left), _signature_height(flow, document)) + 10)
    flow.skip(8)
    if document.co_signature:
        top = flow.y
        _set_signature(flow, document, document.co_signature, flow.left, middle)
        flow.y = top
    else:
        _column(flow, left, flow.left, middle, flow.y, centred=False, underlined=document.form != "state")
    _set_signature(flow, document, document.signature, middle, flow.right + 8)
    if document.co_signature:
        flow.need(_height(left) + 6)
        flow.skip(6)
        flow.y = _column(flow, left, flow.left, flow.right, flow.y, centred=False)
    _set_copy_foot(flow, document)


def _height(lines: tuple[SetLine, ...]) -> float:
    return sum(line[0][0].face.size * 1.16 for line in lines)


def _signature_height(flow: Flow, document: WrittenDocument) -> float:
    above, below = _signature_lines(flow, document, document.signature, flow.width * 0.54)
    return _height(above) + SIGNATURE_HEIGHT + _height(below)


def _set_signature(flow: Flow, document: WrittenDocument, signature: Signature | None, x0: float, x1: float) -> None:
    """Capacity and post, room for the signature, the name; the cursor goes below it."""
    above, below = _signature_lines(flow, document, signature, x1 - x0)
    y = _column(flow, above, x0, x1, flow.y, centred=True)
    if signature:
        flow.sheets.place("signature", Box(x0, y, x1, y + SIGNATURE_HEIGHT), document.issuer or "")
    flow.y = _column(flow, below, x0, x1, y + SIGNATURE_HEIGHT, centred=True)


def _set_copy_foot(flow: Flow, document: WrittenDocument) -> None:
    """Foot of a certified copy under the whole letter (Decree 30/2020, annex I, part II)."""
    copy = document.copy_foot
    if copy is None:
        return
    face, middle = flow.style.body.sized(13), flow.left + flow.width * 0.42
    left = tuple(set_words(line, face) for line in copy.left)
    *head, name = (set_words(line, face.as_bold()) for line in copy.right)
    flow.need(SIGNATURE_HEIGHT + face.size * 1.2 * (len(copy.right) + 2))
    flow.skip(14)
    flow.sheets.rule(flow.left, flow.y, flow.right, flow.y)
    top = flow.y + 6
    _column(flow, left, flow.left, middle, top, centred=True)
    y = _column(flow, tuple(head), middle, flow.right, top, centred=True)
    flow.sheets.place("signature", Box(middle, y, flow.right, y + SIGNATURE_HEIGHT - 14), copy.left[0])
    flow.y = _column(flow, (name,), middle, flow.right, y + SIGNATURE_HEIGHT - 14, centred=True)


def set_contact(flow: Flow, document: WrittenDocument) -> None:
    """Address and telephone at the foot of the first page (field 13)."""
    if document.contact:
        y = A4[1] - flow.style.bottom * 0.75
        flow.sheets.rule(flow.left, y, flow.right, y)
        for line in break_lines(set_words(document.contact, flow.style.body.sized(11)), flow.width):
            flow.sheets.line(line, flow.left, flow.right, y + 11, "centre")
            y += 12


def distribution_texts(document: WrittenDocument) -> tuple[str, ...]:
    """Lines under "Nơi nhận" with their end marks; the Party's end with a comma until 2026."""
    mark = "," if document.form == "party2018" else ";"
    lines = [f"- {one.name}{f' ({one.purpose})' if one.purpose else ''}{mark}" for one in document.distribution]
    if document.archive:
        lines.append(f"- Lưu{' ' if document.form == 'party2018' else ': '}{document.archive}.")
    return tuple(lines)


def distribution_lines(flow: Flow, document: WrittenDocument, width: float) -> tuple[SetLine, ...]:
    """ "Nơi nhận:" and its list, broken to the left column."""
    party = document.form != "state"
    texts = distribution_texts(document)
    if not texts:
        return ()
    face = flow.style.body.sized(14) if party else flow.style.body.sized(12).as_bold().as_italic()
    items = flow.style.body.sized(12 if party else 11)
    lines = [set_words("Nơi nhận:", face)]
    for text in texts:
        lines += break_lines(set_words(text, items), width)
    return tuple(lines)


def _signature_lines(
    flow: Flow, document: WrittenDocument, signature: Signature | None, width: float
) -> tuple[tuple[SetLine, ...], tuple[SetLine, ...]]:
    """Lines above the signature, and the name below it. The Party sets the post in light type."""
    if signature is None:
        return (), ()
    capacity = flow.style.body.as_bold()
    bold = replace(capacity, red=flow.style.stamped_signer)
    post = bold.as_bold(document.form == "state")
    above = [line for text in signature.capacity for line in balanced(text, capacity, width)]
    above += balanced(signature.position, post, width) if signature.position else ()
    name = f"{signature.title} {signature.name}" if signature.title else signature.name
    return tuple(above), (set_words(name, bold),)


def _column(
    flow: Flow, lines: tuple[SetLine, ...], x0: float, x1: float, y: float, centred: bool, underlined: bool = False
) -> float:
    for index, line in enumerate(lines):
        size = line[0][0].face.size
        start, end = flow.sheets.line(line, x0, x1, y + 0.92 * size, "centre" if centred else "left")
        if underlined and index == 0:
            flow.sheets.rule(start, y + size * 1.05, end, y + size * 1.05)
        y += size * 1.16
    return y
