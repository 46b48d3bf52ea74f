"""Heading and foot of a document: every zone asked for what it says."""

from __future__ import annotations

import re

from corpus.gazetteer.places import only_kind, without_kind
from corpus.gazetteer.spelling import bare
from pipeline.extract.addressees import extract_addressees
from pipeline.extract.agencies import extract_agencies
from pipeline.extract.agreement import Heading, agreed
from pipeline.extract.arrival import extract_arrival
from pipeline.extract.claim import words_of
from pipeline.extract.dateline import extract_issued_on, extract_place
from pipeline.extract.distribution import extract_distribution
from pipeline.extract.document_type import extract_document_type, title_code
from pipeline.extract.marks import extract_marks
from pipeline.extract.number import extract_number
from pipeline.extract.signatory import extract_signatory
from pipeline.extract.subject import extract_subject, stray_stamp
from schemas.document import Paragraph, ParsedDocument
from schemas.evidence import Extracted
from schemas.extracted import ExtractedHead, MaybeText
from schemas.text import Line


def extract_head(document: ParsedDocument) -> ExtractedHead:
    """All fields of heading and foot. A field is ``None`` when the document has no zone for it."""
    parent, issuer = extract_agencies(document.agencies)
    named = issuer.value if issuer else None
    serial, symbol = (
        extract_number(document.number, document.slots, named, _printed_type(document))
        if document.number
        else (None, None)
    )
    dated = extract_place(document.dateline) if document.dateline else None
    parent, issuer, place = _agreed(parent, issuer, dated, symbol, document)
    distribution, archive = extract_distribution(document.distribution)
    signer = extract_signatory(document.signature, named)
    urgency, secrecy = extract_marks((*document.marks, *_stamp_lines(document)))
    issued_on = extract_issued_on(document.dateline, document.slots, _years(document)) if document.dateline else None
    arrival_number, arrival_date = extract_arrival(document.arrival, document.slots, issued_on)
    return ExtractedHead(
        document_type=extract_document_type(document, symbol.value if symbol else None),
        parent_agency=parent,
        issuer=issuer or _inferred_issuer(document, symbol, place, signer.capacity),
        serial=serial,
        symbol=symbol,
        place=place,
        issued_on=issued_on,
        subject=extract_subject(document.subject) if document.subject else None,
        urgency=urgency,
        secrecy=secrecy,
        addressees=extract_addressees(document.addressees),
        distribution=distribution,
        archive=archive,
        signer_name=signer.name,
        signer_position=signer.position,
        signer_capacity=signer.capacity,
        arrival_number=arrival_number,
        arrival_date=arrival_date,
    )


def _printed_type(document: ParsedDocument) -> str | None:
    code, likeness, _ = title_code(document.title.text) if document.title else (None, 0.0, "")
    return code if likeness == 1.0 else None


def _agreed(
    parent: MaybeText | None,
    issuer: MaybeText | None,
    place: MaybeText | None,
    symbol: MaybeText | None,
    document: ParsedDocument,
) -> tuple[MaybeText | None, MaybeText | None, MaybeText | None]:
    found = agreed(Heading(parent, issuer, place), symbol.value if symbol else None, document)
    return found.parent, found.issuer, found.place


def _stamp_lines(document: ParsedDocument) -> tuple[Line, ...]:
    """The stamp that was read on the subject's last line, as a line of its own."""
    stamp = stray_stamp(document.subject) if document.subject else None
    if stamp is None:
        return ()
    words = tuple(words_of(stamp))
    return (Line(stamp.pieces[0].line.page, words),)


def _years(document: ParsedDocument) -> frozenset[str]:
    """Years printed in the letter's subject, preamble and body."""
    texts = [document.subject.text] if document.subject else []
    texts += [paragraph.text for paragraph in document.preamble]
    texts += [part.text for part in document.body if isinstance(part, Paragraph)]
    return frozenset(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", " ".join(texts)))


def _inferred_issuer(
    document: ParsedDocument, symbol: MaybeText | None, place: MaybeText | None, capacity: MaybeText | None
) -> MaybeText | None:
    """A people's committee whose heading is lost, from symbol, place and "TM. ỦY BAN NHÂN DÂN" together.

    Only for a province that no district is called like: of others the place does not say the level.
    """
    if document.role == "attachment" or not (symbol and place and capacity):
        return None
    agree = "UBND" in re.split(r"[-/]", symbol.value or "") and "uy ban nhan dan" in bare(capacity.value or "")
    kind = only_kind(without_kind(place.value or ""))
    if not agree or kind is None:
        return None
    name = f"{kind} {without_kind(place.value or '')}"
    return Extracted(f"ỦY BAN NHÂN DÂN {name.upper()}", 0.5, (), "inferred-from-symbol-place-and-capacity")
