"""Search text: letters and queries folded alike, so that accents, case, tone placement and spacing do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

SPELLED_OUT = {
    "attp": "an toan thuc pham",
    "bch": "ban chap hanh",
    "bcd": "ban chi dao",
    "bchqs": "bo chi huy quan su",
    "bhxh": "bao hiem xa hoi",
    "bhyt": "bao hiem y te",
    "bql": "ban quan ly",
    "btv": "ban thuong vu",
    "ccn": "cum cong nghiep",
    "cntt": "cong nghe thong tin",
    "dbqh": "dai bieu quoc hoi",
    "dkvn": "dang kiem viet nam",
    "gddt": "giao duc va dao tao",
    "gpmb": "giai phong mat bang",
    "gtvt": "giao thong van tai",
    "hdnd": "hoi dong nhan dan",
    "khcn": "khoa hoc va cong nghe",
    "khdt": "ke hoach va dau tu",
    "kcn": "khu cong nghiep",
    "ldtbxh": "lao dong thuong binh va xa hoi",
    "mttq": "mat tran to quoc",
    "nnptnt": "nong nghiep va phat trien nong thon",
    "nsnn": "ngan sach nha nuoc",
    "pccc": "phong chay chua chay",
    "qlnn": "quan ly nha nuoc",
    "tand": "toa an nhan dan",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
    "tkcn": "tim kiem cuu nan",
    "tnmt": "tai nguyen va moi truong",
    "tthc": "thu tuc hanh chinh",
    "tttt": "thong tin va truyen thong",
    "ubmttq": "uy ban mat tran to quoc",
    "ubnd": "uy ban nhan dan",
    "vksnd": "vien kiem sat nhan dan",
    "vptw": "van phong trung uong",
    "vpcp": "van phong chinh phu",
}
"""Abbreviations with one meaning in letters, folded. Short ones that mean several things (TT, TB, QĐ) stay as they are."""

_WORD = re.compile(r"[a-z0-9\0]+")
_NUMBER = re.compile(r"\b\d+[a-z]?\s?[/-]\s?[a-z0-9]+(?:[/-][a-z0-9]+)*")
_AND = re.compile(r"(?<=[^\W\d_])\s?&\s?(?=[^\W\d_])")
_BROKEN = "\0"


class _Folding(dict[int, str]):
    """One character for each character, so that offsets stay; a lone tone mark becomes a filler inside its word."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


def _folded(character: str) -> str:
    if unicodedata.combining(character):
        return _BROKEN
    base = unicodedata.normalize("NFD", character.lower())[:1]
    base = {"đ": "d", "ð": "d"}.get(base, base)
    return base if base.isascii() and base != _BROKEN else " "


FOLDING = _Folding()
"""For ``str.translate``: a folded character for each, so that offsets stay."""


@dataclass(frozen=True, slots=True)
class FoldedWord:
    """``original[start:end]`` folds to ``word`` (not spelled out)."""

    word: str
    start: int
    end: int


def folded_words(text: str) -> Iterator[FoldedWord]:
    """The words of ``text`` with their offsets in it; everything but letters and digits is a word break."""
    for match in _WORD.finditer(text.translate(FOLDING)):
        word = match.group().replace(_BROKEN, "")
        if word:
            yield FoldedWord(word, match.start(), match.end())


def words_of(text: str) -> tuple[str, ...]:
    """Folded words of ``text``, abbreviations spelled out: "UBND xã" gives uy ban nhan dan xa."""
    plain = _AND.sub("", unicodedata.normalize("NFC", text))
    return tuple(part for found in folded_words(plain) for part in SPELLED_OUT.get(found.word, found.word).split())


def fold(text: str) -> str:
    """``words_of`` as one string with single spaces."""
    return " ".join(words_of(text))


def squeeze(text: str) -> str:
    """A number without anything between its parts, not spelled out: "1718 /UBND-KT" gives 1718ubndkt."""
    return "".join(found.word for found in folded_words(unicodedata.normalize("NFC", text)))


def number_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where document numbers stand in ``text`` ("1718/UBND-KT", "788 - CV/BCSĐ"); plain dates are not among them."""
    folded = text.translate(FOLDING)
    found = (match.span() for match in _NUMBER.finditer(folded))
    return tuple((a, b) for a, b in found if re.search(r"[a-z]", folded[a:b]) and "/" in folded[a:b])


@lru_cache(maxsize=64)
def search_text(text: str) -> str:
    """What is indexed of ``text``: its folded words, then each number in it once more squeezed."""
    plain = unicodedata.normalize("NFC", text)
    numbers = dict.fromkeys(squeeze(plain[start:end]) for start, end in number_spans(plain))
    return " ".join((*words_of(plain), *numbers))
