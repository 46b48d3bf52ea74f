"""Serial and symbol of a letter: "Số: 15/QĐ-BNV", the Party's "Số 127-QĐ/TU", and what OCR makes of them.

Decree 30/2020, annex I, II.3; Guideline 36-HD/VPTW for the Party.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from corpus.gazetteer.agencies import ABBREVIATIONS
from corpus.gazetteer.document_types import SYMBOL_TYPES
from corpus.gazetteer.spelling import bare
from pipeline.extract.claim import claim, is_read, words_of
from pipeline.extract.filled import SERIAL_ALONE, filled, slot_of
from schemas.evidence import Candidate
from schemas.extracted import MaybeText
from schemas.geometry import hull
from schemas.text import Passage, SlotReading

_LABEL = re.compile(r"(?i)^\W{0,4}(?:s[^\W\d_]|[^\W\d_]ố)(?![^\W\d_])\s*[:;.,]?\s*")
_GROUP = r"(?:[A-ZĐÐÂĂÊÔƠƯ&]|[a-zđ](?=[A-ZĐ]{2}|[A-ZĐ]\s*[-–]))[\w&§.]*(?:\(\w+\))?"
_SYMBOL = re.compile(rf"(?:\d{{4}}\s*/\s*)?{_GROUP}(?:\s*[-–—/]\s*{_GROUP})*")
_PARTY = re.compile(
    rf"(?P<serial>.{{0,12}}?)\s*[-–—#]\s*(?P<symbol>[A-ZĐÐ][\wĐÐ]{{1,3}}\s*/\s*{_GROUP}(?:\s*[-–—]\s*{_GROUP})*)"
)
_LOWERED = re.compile(rf"[a-zđ]{{2,3}}\s*[-–—]\s*{_GROUP}(?:\s*[-–—]\s*{_GROUP})*")
"""A symbol whose type OCR read in small letters ("qp-SYT" of "QĐ-SYT")."""
_UNSLASHED = re.compile(rf"(?P<symbol>[pscvxkou]?[A-ZĐÐ]{{2,}}[\w&]*(?:\s*[-–—]\s*{_GROUP})+)$")
_SERIAL = re.compile(r"\d{1,6}[a-zđA-ZĐ]{0,2}")
_TRAILING_NOISE = re.compile(r"[^\w)]+$")

_FIELDS = """
    NVY NVD TCCB TCKT KHTC KHTH KT KTTH KGVX NC NN TH VX TNMT GDĐT KHĐT LĐTBXH VHTT VHTTDL TTTT KHCN GTVT NNPTNT XDCB QLDA QLĐT XD VP TTr TTra HC
    HCQT CNTT QLXD QLCL BCĐ BQL BCSĐ ĐĐ TU HU QU ThU ĐU ĐUK TW BTCTU BTGTU BDVTU UBKTTU VPTU ĐTN LĐLĐ CĐN SNNMT TTYT BVĐK CDC PC PCTT ĐHQG ĐH THPT THCS
"""
_KNOWN: Mapping[str, str] = {
    bare(word): word for word in (*_FIELDS.split(), *ABBREVIATIONS, "QĐ", "CĐ", "TTr", "CTr", "NQ", "KL", "QyĐ")
}


class NumberParts(NamedTuple):
    """Spans of serial and symbol in the passage's text; a span is empty where nothing stands."""

    serial: tuple[int, int]
    symbol: tuple[int, int] | None
    whole: bool


def number_parts(text: str) -> NumberParts:
    """Where serial and symbol stand. ``whole`` is false when no separator was found between them."""
    text = re.sub(r"[ʰ-˿_]", " ", re.sub(r"(?<=[A-ZĐ]{2}):(?=[A-ZĐ]{2})", "-", text))
    label = _LABEL.match(text)
    start = label.end() if label else 0
    end = max(start, len(_TRAILING_NOISE.sub("", text)))
    rest = text[start:end]
    party = _PARTY.fullmatch(rest)
    if party and not re.search(r"[A-ZĐ]{2}", party["serial"]):
        return _spans(start, party.end("serial"), party.start("symbol"), party.end("symbol"), True)
    for slash in re.finditer(r"/", rest):
        begin = _after_blanks(rest, slash.end())
        match = _SYMBOL.fullmatch(rest, begin) or _LOWERED.fullmatch(rest, begin)
        if match and re.match(r"[A-ZĐ]\s*/", match[0]):
            continue  # one letter between two slashes is a digit of the serial
        if match:
            return _spans(start, slash.start(), match.start(), match.end(), True)
    bareword = _UNSLASHED.search(rest)
    if bareword:
        return _spans(start, bareword.start(), bareword.start(), bareword.end(), False)
    return NumberParts((start, end), None, False)


def extract_number(
    passage: Passage, slots: Sequence[SlotReading] = (), issuer: str | None = None, printed_type: str | None = None
) -> tuple[MaybeText, MaybeText]:
    """Serial and symbol of the line ``passage``.

    ``issuer`` and ``printed_type``, the abbreviation of the type name printed below, help to judge the symbol.
    """
    parts = number_parts(passage.text)
    return _serial(passage, parts, slots), _symbol(passage, parts, issuer, printed_type)


def is_serial(text: str) -> bool:
    """Whether ``text`` can be a serial: up to six digits, and letters of an inserted number ("226a")."""
    return _SERIAL.fullmatch(text) is not None


def _serial(passage: Passage, parts: NumberParts, slots: Sequence[SlotReading]) -> MaybeText:
    start, end = parts.serial
    words = tuple(words_of(passage, start, end))
    around = tuple(words_of(passage))
    near = hull(word.box for word in around if word.box is not None)
    text = passage.text[start:end].strip()
    found = filled(text, words, around, slot_of(slots, "serial", near), is_serial, SERIAL_ALONE)
    sure = found.confidence if parts.whole or "slot" in found.rule else found.confidence * 0.5
    seen = (start, end) if passage.evidence(start, end) else (0, len(passage.text))  # OCR saw nothing of it: the line
    return claim(passage, found.value, found.rule, sure, seen, found.candidates)


def _symbol(passage: Passage, parts: NumberParts, issuer: str | None, printed_type: str | None) -> MaybeText:
    if parts.symbol is None:
        return claim(passage, None, "no-symbol", 0.1)
    start, end = parts.symbol
    words = tuple(words_of(passage, start, end))
    read = is_read(words)
    value = normal_symbol(re.sub(r"(?<=\w):(?=\w)", "-", passage.text[start:end]), repair=read)
    value = re.sub(r"^(QĐ|KH|TB|BC|TTr|CT|NQ|HD)\.(?=[A-ZĐ]{2})", r"\1-", value) if read else value
    value = _with_issuer(value, issuer) if read and issuer else value
    value = _with_type(value, printed_type) if read and printed_type else value
    if value[:1].islower() and _LOWERED.fullmatch(value):
        return claim(passage, None, "symbol-unreadable", 0.2, parts.symbol, (Candidate(value, 0.2),))
    if not read:
        return claim(passage, value, "symbol", 0.99, parts.symbol)
    sure = 0.45 + 0.3 * _share_known(value) + 0.2 * min(word.confidence for word in words)
    if issuer and names_issuer(value, issuer):
        sure = max(sure, 0.9)
    return claim(
        passage,
        value,
        "symbol" if parts.whole else "symbol-unslashed",
        sure * (1 if parts.whole else 0.85),
        parts.symbol,
    )


def normal_symbol(text: str, repair: bool) -> str:
    """``text`` without blanks; with ``repair``, groups that are known but for their marks get them back."""
    value = (
        re.sub(r"[ĐÐ]*Ð[ĐÐ]*", "Đ", re.sub(r"[\sʰ-˿_]+", "", text)).replace("–", "-").replace("—", "-").strip(".-/,;:")
    )
    if not repair:
        return value
    return "".join(_repaired(group) for group in re.split(r"([-/&])", value.replace("§", "")))


def _with_issuer(symbol: str, issuer: str) -> str:
    """``symbol`` with the issuer's own abbreviation put right where one letter of it was misread."""
    if bare(issuer).startswith(("uy ban nhan dan", "ubnd")):
        return "".join("UBND" if _is_left_of_ubnd(group) else group for group in re.split(r"([-/])", symbol))
    own = _KNOWN.get(_initials(issuer))
    if own is None or len(own) < 3:
        return _with_first_letter(symbol, issuer)
    return "".join(own if _one_letter_off(group, own) else group for group in re.split(r"([-/])", symbol))


def _is_left_of_ubnd(group: str) -> bool:
    """Whether ``group`` is what OCR made of a committee's "UBND" ("LHND", "BND")."""
    return group not in {"HĐND", "HDND"} and re.fullmatch(r"[A-ZĐ]{1,2}ND", group) is not None


def _with_first_letter(symbol: str, issuer: str) -> str:
    """``symbol`` with the first letter of the issuer's initials, where that alone was lost ("TLCN" of "BTLCN")."""
    initials = "".join(word[0] for word in re.findall(r"\w+", issuer.upper()) if word != "VÀ")
    first, *rest = re.split(r"(?=[-/])", symbol)
    lost = len(initials) > 3 and bare(first) == bare(initials[1:])
    whole = "".join([initials[0] + first if lost else first, *rest])
    return _with_twin(whole, initials) if initials[:1] == initials[1:2] else whole


def _with_twin(symbol: str, initials: str) -> str:
    """ "ĐBQH" as "ĐĐBQH", where the issuer's first two words begin alike and OCR read one letter for both."""
    groups = re.split(r"([-/])", symbol)
    return "".join(
        initials[0] + group if len(group) > 3 and bare(initials[1:]).startswith(bare(group)) else group
        for group in groups
    )


def _with_type(symbol: str, printed_type: str) -> str:
    """``symbol`` with the printed type's abbreviation, where its first group is that but for one letter."""
    first, *rest = re.split(r"(?=[-/])", symbol)
    if not rest or first in SYMBOL_TYPES or bare(first) in _KNOWN or len(first) > len(printed_type) + 1:
        return symbol
    shared = fuzz.ratio(bare(first), bare(printed_type))
    return "".join([printed_type, *rest]) if shared >= 50 else symbol


def _one_letter_off(group: str, own: str) -> bool:
    if group and group == own[1:]:
        return True
    if len(group) != len(own) or group in SYMBOL_TYPES or bare(group) in _KNOWN:
        return False
    return sum(one != other for one, other in zip(bare(group), bare(own), strict=True)) == 1


def _initials(issuer: str) -> str:
    words = [word for word in re.findall(r"\w+", issuer) if word.casefold() != "và"]
    return bare("".join(word if word in ABBREVIATIONS else word[0] for word in words))


def _repaired(group: str) -> str:
    """ "UBNĐ" as "UBND"; a zero among letters is an O."""
    if re.fullmatch(r"\d*", group):
        return group
    plain = re.sub(r"(?<=[^\W\d])0(?=[^\W\d])", "O", group)
    if plain.replace("ĐĐ", "Đ") in SYMBOL_TYPES:
        return plain.replace("ĐĐ", "Đ")
    if plain[0].islower() and plain[1:].isupper():
        plain = plain.upper()
    if plain[0] in "IJL" and len(plain) > 4 and bare(plain) not in _KNOWN and bare(plain[1:]) in _KNOWN:
        plain = plain[1:]
    if re.fullmatch(r"T[TIl1L]r", plain):
        return "TTr"
    known = _KNOWN.get(bare(plain))
    same_length = known is not None and len(known) == len(plain) and (plain.isupper() or plain == known)
    return known if known is not None and same_length else plain


def symbol_type(symbol: str) -> str | None:
    """The document type that a symbol names in its first group ("QĐ-UBND", "CV/TU", "2024/QĐ-UBND").

    Committees of the eighties and nineties put their own letters first ("UB-QĐ"); of their second groups
    only those that no drafting unit bears are types.
    """
    groups = re.split(r"[-/]", re.sub(r"^\d{4}/", "", symbol))
    first = groups[1] if groups[0] == "UB" and groups[1:2] in (["QĐ"], ["CT"], ["TB"]) else groups[0]
    return SYMBOL_TYPES.get(first) or SYMBOL_TYPES.get(first.upper())


def names_issuer(symbol: str, issuer: str) -> bool:
    """Whether a group of ``symbol`` is the issuer's abbreviation or initials ("SYT" for "SỞ Y TẾ")."""
    initials = _initials(issuer)
    groups = [bare(group) for group in re.split(r"[-/]", symbol) if len(group) >= 2]
    return any(initials.startswith(group) or (len(group) > 2 and group in initials) for group in groups)


def _share_known(symbol: str) -> float:
    groups = [group for group in re.split(r"[-/&]", symbol) if group]
    known = [group for group in groups if group in SYMBOL_TYPES or bare(group) in _KNOWN or group.isdigit()]
    return len(known) / len(groups) if groups else 0.0


def _after_blanks(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _spans(offset: int, serial_end: int, start: int, end: int, whole: bool) -> NumberParts:
    return NumberParts((offset, offset + serial_end), (offset + start, offset + end), whole)
