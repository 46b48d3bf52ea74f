"""Text files: somebody else's OCR, with its Markdown taken off and its lines kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.scan.plain_text import read_text
from schemas.text import Page


def lines_of(page: Page) -> dict[int, str]:
    lines: dict[int, list[str]] = {}
    for word in page.words:
        lines.setdefault(word.line, []).append(word.text)
    return {number: " ".join(words) for number, words in lines.items()}


def bold_of(text: str) -> list[str]:
    return [word.text for word in read_text(text.encode()).words if word.bold]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Số: 15\n\nKính gửi", {0: "Số: 15", 2: "Kính gửi"}),
        ("Số: 15\r\nKính gửi", {0: "Số: 15", 1: "Kính gửi"}),
        ("SỞ Y TẾ  \nPHÒNG", {0: "SỞ Y TẾ", 1: "PHÒNG"}),
        ("SỞ Y TẾ<br>PHÒNG<br/>MỘT", {0: "SỞ Y TẾ", 1: "PHÒNG", 2: "MỘT"}),
        ("# THÔNG BÁO", {0: "THÔNG BÁO"}),
        ("**1. Sở Y tế:** rà soát", {0: "1. Sở Y tế: rà soát"}),
        ("Số: **15**/SYT", {0: "Số: 15/SYT"}),
        ("*Hà Nội, ngày 01*", {0: "Hà Nội, ngày 01"}),
        ("BAN\n*\nSố 12-CV", {0: "BAN", 1: "*", 2: "Số 12-CV"}),
        ("- Như trên;\n+ Sở Y tế", {0: "- Như trên;", 1: "+ Sở Y tế"}),
        ("<u>Nơi nhận</u>:", {0: "Nơi nhận:"}),
        ("```\nSố: 15\n```", {1: "Số: 15"}),
        ("trước\n---\nsau", {0: "trước", 2: "sau"}),
        ("1\\. Sở Y tế", {0: "1. Sở Y tế"}),
        ("ngày\u200b 01\u00ad/6", {0: "ngày 01/6"}),
        ("Ðiều 1", {0: "Điều 1"}),
        ("2 < 3 > 1", {0: "2 < 3 > 1"}),
    ],
)
def test_marks_come_off_and_lines_are_counted(text: str, lines: dict[int, str]) -> None:
    assert lines_of(read_text(text.encode())) == lines


def test_what_stood_between_stars_is_bold_over_line_ends_too() -> None:
    assert bold_of("**ỦY BAN NHÂN DÂN  \nTỈNH AN PHÚ**\nSố: **15** /UBND") == [
        "ỦY",
        "BAN",
        "NHÂN",
        "DÂN",
        "TỈNH",
        "AN",
        "PHÚ",
        "15",
    ]


def test_a_star_that_is_never_closed_ends_with_the_paragraph() -> None:
    assert bold_of("**KẾ HOẠCH\n\nCăn cứ") == ["KẾ", "HOẠCH"]


def test_rows_of_a_table_carry_their_cell() -> None:
    page = read_text("| STT | Việc |\n|---|:---:|\n| 1 | Rà<br>soát |".encode())
    assert [(word.text, word.cell) for word in page.words] == [
        ("STT", (0, 0, 0)), ("Việc", (0, 0, 1)), ("1", (0, 1, 0)), ("Rà", (0, 1, 1)), ("soát", (0, 1, 1)),
    ]  # fmt: skip


def test_decomposed_letters_are_composed() -> None:
    assert read_text("Sở".encode("utf-16")).words[0].text == "Sở"
    assert read_text("Sơ\u0309".encode()).words[0].text == "Sở"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t*|#_`"), max_size=200))
def test_words_are_never_blank_and_lines_never_go_back(text: str) -> None:
    page = read_text(("a" + text.replace("<", " ")).encode("utf-8", "ignore"))
    assert all(word.text.strip() == word.text != "" for word in page.words)
    assert [word.line for word in page.words] == sorted(word.line for word in page.words)
