"""Words that only say "all of you" name the addressees they mean; names of bodies stand for themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract.tasks.referents import referents, with_referents
from schemas.evidence import Extracted
from schemas.extracted import ExtractedHead, ExtractedTask

ADDRESSEES = ("Sở Y tế", "Công an tỉnh", "UBND các xã, phường, đặc khu", "Trường Cao đẳng nghề Bến Đò")

MEANT = [
    ("các đơn vị", ADDRESSEES),
    ("Các cơ quan, đơn vị nêu trên", ADDRESSEES),
    ("Thủ trưởng các đơn vị", ADDRESSEES),
    ("Thủ trưởng các cơ quan, đơn vị, địa phương", ADDRESSEES),
    ("quý cơ quan", ADDRESSEES),
    ("Như trên", ADDRESSEES),
    ("@addressees", ADDRESSEES),
    ("các địa phương", ("UBND các xã, phường, đặc khu",)),
    ("các sở, ngành", ("Sở Y tế", "Công an tỉnh")),
    ("Hiệu trưởng các trường", ("Trường Cao đẳng nghề Bến Đò",)),
    ("Sở Y tế", ()),
    ("các doanh nghiệp vận tải", ()),
    ("UBND các xã", ()),
    ("các đơn vị trực thuộc Sở Xây dựng", ()),
    ("@issuer", ()),
]


@pytest.mark.parametrize(("words", "expected"), MEANT)
def test_words_for_everybody_mean_the_addressees(words: str, expected: tuple[str, ...]) -> None:
    assert referents(words, ADDRESSEES) == expected


def _task(lead: str) -> ExtractedTask:
    claim = Extracted(lead, 0.9, (), "lead.directive")
    return ExtractedTask(None, replace(claim, value="rà soát hồ sơ"), (claim,), (claim,), (), None, None, 0.9, "task.x")


def test_the_finding_names_whom_the_letter_means_and_keeps_the_printed_words() -> None:
    head = ExtractedHead(addressees=tuple(Extracted(name, 0.9, (), "addressees") for name in ADDRESSEES))
    task = with_referents([_task("các đơn vị")], head)[0]
    assert task.lead[0].value == "các đơn vị"
    assert [candidate.value for candidate in task.lead[0].candidates] == list(ADDRESSEES)
    assert all(0 < candidate.confidence < 0.9 for candidate in task.coordinating[0].candidates)


def test_without_addressees_nobody_is_named() -> None:
    assert with_referents([_task("các đơn vị")], ExtractedHead())[0].lead[0].candidates == ()
