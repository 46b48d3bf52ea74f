"""Whom "các đơn vị", "Thủ trưởng các cơ quan nêu trên" or nobody named mean: bodies of the letter, as candidates.

The words stay as printed; the bodies they stand for are named in the finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.tasks.scope import Text
from schemas.evidence import Candidate
from schemas.extracted import ExtractedHead, ExtractedTask
from schemas.folding import fold

_LEADING = r"(?:(?:thu truong|lanh dao|nguoi dung dau|giam doc|dai dien(?: lanh dao)?) )?"
_TOLD = r"(?:,? (?:neu |co ten |da neu |o |ke )?(?:tren|o tren)| noi tren| co lien quan| lien quan| truc thuoc| tren dia ban)?"
_ALL = re.compile(
    rf"{_LEADING}(?:tat ca |toan the )?(?:cac |quy )+(?:co quan|don vi|to chuc|ong/ba|ong,? ba|dai bieu|dong chi)(?:,? (?:va )?(?:don vi|co quan|to chuc|dia phuong|ca nhan))*{_TOLD}"
)
_SOME = (
    (re.compile(rf"{_LEADING}cac (?:dia phuong|huyen|xa)(?:,? (?:thi xa|thanh pho|phuong|thi tran|dac khu))*{_TOLD}"), re.compile(r"(?:chu tich )?(?:cac )?(?:ubnd|uy ban nhan dan)|huyen|thanh pho|xa|phuong")),
    (re.compile(rf"{_LEADING}cac (?:so|nganh|so,? (?:ban,? )?nganh)(?: tinh)?{_TOLD}"), re.compile(r"(?:giam doc )?(?:cac )?(?:so|ban|cuc|cong an|thanh tra|van phong)(?!\w)")),
    (re.compile(rf"(?:hieu truong )?{_LEADING}cac (?:truong|nha truong){_TOLD}"), re.compile(r".*truong(?!\w)")),
)  # fmt: skip
_AS_ABOVE = re.compile(r"nhu (?:tren|kinh gui)|@addressees")


def with_referents(tasks: Sequence[ExtractedTask], head: ExtractedHead) -> tuple[ExtractedTask, ...]:
    """``tasks`` whose leads and helpers that only say "all of you" carry the addressees meant as candidates."""
    names = tuple(found.value for found in head.addressees)
    return tuple(
        replace(
            task,
            lead=tuple(_meant(lead, names) for lead in task.lead),
            coordinating=tuple(_meant(helper, names) for helper in task.coordinating),
        )
        for task in tasks
    )


def _meant(found: Text, names: Sequence[str]) -> Text:
    bodies = [name for name in referents(found.value, names) if name != found.value]
    if not bodies:
        return found
    return replace(found, candidates=tuple(Candidate(name, round(0.9 * found.confidence, 3)) for name in bodies))


def referents(words: str, names: Sequence[str]) -> tuple[str, ...]:
    """Those of the addressees ``names`` that ``words`` stand for; none when they name somebody themselves."""
    folded = fold(words).strip(" .,;:")
    if _AS_ABOVE.fullmatch(folded) or _ALL.fullmatch(folded):
        return tuple(names)
    for group, member in _SOME:
        if group.fullmatch(folded):
            return tuple(name for name in names if member.match(fold(name)))
    return ()
