"""What one line of the left heading says of a body's name, freed of specks and of OCR's damage."""

from __future__ import annotations

import re

from corpus.gazetteer.agencies import agency_book, glued_agencies, mendable_agencies, opens_agency
from corpus.gazetteer.mending import DOUBTED_BELOW, mended
from corpus.gazetteer.spelling import bare, respelled, unglued
from pipeline.extract.claim import is_read
from pipeline.extract.cleaning import edges_cleaned, is_signing_stamp, is_speck, letters_in, without_noise
from pipeline.extract.document_type import names_type
from schemas.text import Line

_MOTTO = re.compile(r"\s*(cong\s?h[a-z]{1,2}\s?xa\s?h|dang cong san|doc lap\b).*$")
_NOT_AGENCY = re.compile(r"^\W*(s\w?\s?[:;]|so\s*[:.]|dien thoai|website)")
_LABELLED = re.compile(r"^\W*[^\W\d_]{2}\s*[:.;].{0,12}/\s*[A-ZĐ]{2,}")
_SYMBOL_END = re.compile(r"^\S{0,6}\s?\S{0,4}\s?\S{0,3}[A-ZĐ]{2,}-[A-ZĐ]{2,}\W*$")
_SYMBOL_ALONE = re.compile(r"^\W*(?:[\W\d\w]{0,5}[\W\d])?-\s?[A-ZĐ]{2,8}\W*$|^\S{0,4}-[A-ZĐ]{3,8}$")
_AFTER_Y = ("te", "hoc", "duoc", "khoa")
_NUMBERED = (
    "khu",
    "vuc",
    "so",
    "quan",
    "phuong",
    "doan",
    "vung",
    "khoi",
    "to",
    "thon",
    "ap",
    "cum",
    "tram",
    "doi",
    "dot",
    "xa",
    "phong",
    "ban",
    "vien",
    "xuong",
    "cau",
)
"""Words of names behind which a number tells which one it is ("Quân khu 7", "Phường 3", "Trường … số 2")."""
_UNITS = (
    ("TỈNH", "T[IÍÌỈĨỊ]NH"),
    ("HUYỆN", "H[UÙÚ]Y[EÊẸẾỀỂỄỆ]N"),
    ("XÃ", "X[AÀÁẢÃẠ]"),
    ("PHƯỜNG", "PH[UÙƯÚỪỨ][OÔƠÒÓỒỜỞ]NG"),
)
"""Kinds of administrative units with the shapes that OCR gives them; no other word of a heading has these letters."""
_BEFORE_UNIT = r"(?:^|(?<=DÂN )|(?<=UBND )|(?<=HĐND )|(?<=BỘ )|(?<=AN ))"


def agency_name(line: Line) -> str | None:
    """What a line of the heading says of a name: without specks, respelled where OCR lost marks.

    ``None`` for stars, rules, motto lines and signature stamps that strayed into the heading.
    """
    text = line.text.replace("*", " ")
    motto = _MOTTO.search(bare(text))
    if motto and len(bare(text)) == len(text):
        text = text[: motto.start()]
    if _is_no_name(text):
        return None
    joint = re.search(r"(?<=\w)[,&–-]$", text)
    text = edges_cleaned(without_noise(text)) + (joint.group() if joint else "")
    if not is_read(line.words):
        return text or None
    return _put_right(text, line) or None if _has_capitals(text) else None


def _has_capitals(text: str) -> bool:
    """Whether a line holds a word of a heading: one of three capitals, or nothing but words in capitals."""
    words = text.split()
    whole = [word for word in words if word.isupper() and letters_in(word) == len(re.sub(r"[\W_]", "", word))]
    return len(whole) == len(words) or any(letters_in(word) >= 3 for word in whole)


def _is_no_name(text: str) -> bool:
    label = _NOT_AGENCY.match(bare(text))
    return (
        (label is not None and not opens_agency(text.replace(":", " ")))
        or is_signing_stamp(text)
        or is_speck(text)
        or names_type(text)
        or _is_number(text)
    )


def _is_number(text: str) -> bool:
    """Whether a line is the number or what OCR left of it ("Sá:12/SYT-NVY", "/TB-VP", "c1-UBND")."""
    if opens_agency(text):
        return False
    if _LABELLED.match(text) or _SYMBOL_END.search(text) or _SYMBOL_ALONE.match(text):
        return True
    words = text.split()
    symbol = re.search(r"[A-ZĐ]{2,}-[A-ZĐ]{2,}\W*$|^\W*[-/][A-ZĐ]{2,}[a-zđ]?[A-ZĐ]*\W*$", words[-1]) if words else None
    return symbol is not None and not any(letters_in(word) > 2 for word in words[:-1])


def _put_right(text: str, line: Line) -> str:
    """A name that OCR has read, spelled as such names are."""
    text = _without_scraps(_without_specks(text), line)
    text = respelled(_apart(unglued(text.replace(":", " "), glued_agencies())), agency_book())
    words = " ".join(text.split()).split(" ")
    sure = [bare(word.text) for word in line.words if word.confidence >= DOUBTED_BELOW]
    doubted = [not any(bare(word) in read for read in sure) or not word.isupper() for word in words]
    return _unit_respelled(" ".join(mended(words, doubted, mendable_agencies())))


def _unit_respelled(text: str) -> str:
    """ "TÍNH AN PHÚ" as "TỈNH AN PHÚ": the kind of a unit where only that can stand."""
    for right, seen in _UNITS:
        text = re.sub(rf"{_BEFORE_UNIT}{seen}(?= [^\W\d_])", right, text)
    return text


def _without_specks(text: str) -> str:
    """``text`` without lone letters at its ends, where a speck was read ("-Ý UBND TỈNH …"); "Y" may be a word."""
    words = text.split()
    while len(words) > 1 and len(words[0]) == 1 and (words[0] != "Y" or bare(words[1]) not in _AFTER_Y):
        words = words[1:]
    while len(words) > 2 and len(words[-1]) == 1 and bare(words[-1]) not in "aouy&" and not _tells_which(words):
        words = words[:-1]
    return " ".join(words)


def _tells_which(words: list[str]) -> bool:
    numbered = bare(words[-2]) in _NUMBERED or bare(words[0]) == "truong"
    return numbered and (words[-1].isdecimal() or words[-1] in "IVX")


def _without_scraps(text: str, line: Line) -> str:
    """``text``, if in capitals, without badly read words in small letters at its end ("XÃ MỸ THẠNH ke")."""
    words = text.split()
    badly = {word.text.strip("|.,;:_-") for word in line.words if word.confidence < 0.5}
    while len(words) > 1 and words[-1].islower() and words[-1] in badly and words[0].isupper():
        words = words[:-1]
    return " ".join(words)


def _apart(text: str) -> str:
    """ "UBNDTỈNH X" with the blank that OCR lost."""
    text = re.sub(r"\b(UBND|HĐND|DÂN)(?=(TỈNH|THÀNH|TP|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ))", r"\1 ", text)
    return re.sub(r"(?<=UBND )(TỈNH|HUYỆN|PHƯỜNG)(?=[^\W\d_]{4,}$)", r"\1 ", text)
