"""A line under a seal counts only as a name or a post; anything else is left unread."""

from __future__ import annotations

import pytest

from pipeline.ocr.plausible import as_signing_line, is_head_post
from schemas.text import Word
from tests.pipeline.ocr.specimens import word


def line(*texts: tuple[str, float] | str) -> tuple[Word, ...]:
    pairs = [(text, 0.95) if isinstance(text, str) else text for text in texts]
    return tuple(word(text, (300 + 40 * at, 700, 335 + 40 * at, 714), sure) for at, (text, sure) in enumerate(pairs))


def text_of(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words)


@pytest.mark.parametrize(
    ("seen", "name"),
    [
        (("Trần", "Văn", "An"), "Trần Văn An"),
        (("|", "Trần", "Văn", "An."), "Trần Văn An"),
        (("PGS.TS.Trần", "Văn", "An"), "Trần Văn An"),
        ((("“trần", 0.5), "Văn", "An"), "Trần Văn An"),  # the seal cut the capital
        ((("Kguyễn", 0.2), "Văn", "An"), "Nguyễn Văn An"),  # one family name only ends like this
        ((("x", 0.1), "Lê", "Thị", "Hoa"), "Lê Thị Hoa"),
        (("Lê", "Bình"), "Lê Bình"),
    ],
)
def test_names_are_told_by_their_family_name(seen: tuple[str, ...], name: str) -> None:
    assert text_of(as_signing_line(line(*seen))) == name


@pytest.mark.parametrize(
    "seen",
    [
        ("Trần", "thị", "hoa"),
        (("Trần", 0.2), "Văn", "An"),
        ("Trần", ("Vận", 0.3), "An"),
        (("TZ", 0.2), "Lê", "Bình"),  # what stands before may be the surname
        ("Công", "ty", "Hoa", "Mai"),
        ("SỞ", "Y", "TẾ"),
        ("CỘNG", "HÒA", "XHCN"),
        ("ngày", "24/11/2017."),
        (),
    ],
)
def test_what_may_be_something_else_is_not_taken(seen: tuple[str, ...]) -> None:
    assert as_signing_line(line(*seen)) == ()


@pytest.mark.parametrize(
    ("seen", "post"),
    [
        (("GIÁM", "ĐỐC"), "GIÁM ĐỐC"),
        (("PHÓ", "GIÁM", "ĐÓC."), "PHÓ GIÁM ĐÓC."),
        (("EHó", "GIẢM", "ĐỐC"), "EHÓ GIẢM ĐỐC"),
        (("KT.", "CHỦ", "TỊCH"), "KT. CHỦ TỊCH"),
        ((("“T,", 0.4), "CHỦ", "TỊCH"), "T, CHỦ TỊCH"),
        (("_", "HIỆU", "TRƯỞNG"), "HIỆU TRƯỞNG"),
    ],
)
def test_posts_keep_what_stands_before_them(seen: tuple[str, ...], post: str) -> None:
    assert text_of(as_signing_line(line(*seen))) == post


@pytest.mark.parametrize("seen", [("giám", "đốc", "các", "sở"), (("GIÁM", 0.2), ("ĐỐC", 0.3)), ("TÂY", "ĐÔ")])
def test_no_post_by_guess(seen: tuple[str, ...]) -> None:
    assert as_signing_line(line(*seen)) == ()


@pytest.mark.parametrize(
    ("seen", "head"),
    [
        (("GIÁM", "ĐỐC"), True),
        (("PHÓ", "GIÁM", "ĐỐC"), False),
        (("KT.", "GIÁM", "ĐỐC"), False),
        (("THỨ", "TRƯỞNG"), False),
        (("Trần", "Văn", "An"), False),
    ],
)
def test_a_heads_post_is_told_from_a_deputys(seen: tuple[str, ...], head: bool) -> None:
    assert is_head_post(line(*seen)) is head
