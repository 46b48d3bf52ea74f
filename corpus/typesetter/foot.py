"""The foot of a letter: who receives it on the left, who signs it on the right (fields 7 and 9b)."""

from __future__ import annotations

from dataclasses import replace

from corpus.letter_data import WrittenDocument
from corpus.typesetter.flow import Flow
from corpus.typesetter.sheet import A4
from corpus.typesetter.words import SetLine, balanced, break_lines, set_words
from schemas.geometry import Box

SIGNATURE_HEIGHT = 78.0


def set_foot(flow: Flow, document: WrittenDocument) -> None:
    """Distribution and signature side by side, kept on one page."""
    if document.signature is None and not document.distribution:
        return
    party = document.form != "state"
    middle = flow.left + flow.width * 0.46
    left = distribution_lines(flow, document, middle - flow.left - 8)
    right = _signature_lines(flow, document, flow.right + 8 - middle)
    head_height = sum(line[0][0].face.size * 1.2 for line in right[0])
    flow.need(max(sum(line[0][0].face.size * 1.15 for line in left), head_height + SIGNATURE_HEIGHT + 20) + 10)
    flow.skip(8)
    top = flow.y
    _column(flow, left, flow.left, middle, top, centred=False, underlined=party)
    y = _column(flow, right[0], middle, flow.right + 8, top, centred=True)
    flow.sheets.place("signature", Box(middle, y, flow.right + 8, y + SIGNATURE_HEIGHT), document.issuer or "")
    flow.y = _column(flow, right[1], middle, flow.right + 8, y + SIGNATURE_HEIGHT, centred=True)


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
    flow: Flow, document: WrittenDocument, width: float
) -> tuple[tuple[SetLine, ...], tuple[SetLine, ...]]:
    """Lines above the signature, and the name below it. The Party sets the post in light type."""
    signature = document.signature
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
