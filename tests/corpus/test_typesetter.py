"""The typesetter: what it says stands on a page stands there, and the same letter is the same file."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.letter_data import Letter, letters
from corpus.typesetter import OfficeStyle, typeset
from corpus.typesetter.faces import Face
from corpus.typesetter.typed import as_docx, as_text, text_of
from corpus.typesetter.words import balanced, break_lines, line_width, set_words

LETTERS = {letter.id: letter for letter in letters()}
SOME = [LETTERS[name] for name in ("ke-hoach-phu-luc-nhiem-vu", "tinh-uy-2018-giao-viec", "cong-dien-bao-so-5")]
FACE = Face("OfficeSerif", 13)
WORDS = st.lists(st.text("abcđêộỹ", min_size=1, max_size=12), min_size=1, max_size=60)


@pytest.mark.parametrize("letter", SOME, ids=lambda letter: letter.id)
def test_words_of_the_pdf_are_the_true_words_where_they_are_said_to_stand(letter: Letter) -> None:
    done = typeset(letter, OfficeStyle.chosen(11))
    with pdfplumber.open(io.BytesIO(done.pdf)) as pdf:
        for true, page in zip(done.pages, pdf.pages, strict=True):
            found = sorted(
                ((w["text"], w["x0"], w["bottom"]) for w in page.extract_words()), key=lambda w: (w[0], w[1:])
            )
            said = sorted(((w.text, w.box.x0, w.box.y1) for w in true.words), key=lambda w: (w[0], w[1:]))
            assert [one[0] for one in found] == [one[0] for one in said]
            assert max(abs(a[1] - b[1]) + abs(a[2] - b[2]) for a, b in zip(found, said, strict=True)) < 3


@pytest.mark.parametrize("letter", LETTERS.values(), ids=list(LETTERS))
def test_everything_of_the_letter_is_set(letter: Letter) -> None:
    done = typeset(letter, OfficeStyle.chosen(5))
    printed = {word.text for page in done.pages for word in page.words}
    wanted = {word for document in letter.documents for word in text_of(document).split()}
    marks = {"Lưu:", "Lưu"}
    missing = {word for word in wanted - printed - marks if not word.startswith(("Số:", "/", "-"))}
    assert {word for word in missing if "/" not in word} == set()


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_set_off_the_page_in_any_style(seed: int) -> None:
    for letter in SOME:
        for page in typeset(letter, OfficeStyle.chosen(seed)).pages:
            boxes = [word.box for word in page.words]
            assert min(box.x0 for box in boxes) >= 0
            assert max(box.x1 for box in boxes) <= page.width
            assert max(box.y1 for box in boxes) <= page.height


def test_the_same_style_gives_the_same_bytes_and_another_does_not() -> None:
    one, again, other = (typeset(SOME[1], OfficeStyle.chosen(seed)).pdf for seed in (4, 4, 9))
    assert one == again
    assert one != other


def test_slots_left_open_are_not_printed() -> None:
    letter = LETTERS["so-giam-sat-dich"]
    printed, open_ = typeset(letter), typeset(letter, by_hand=("serial", "day"))
    assert {slot.kind: slot.written for slot in printed.pages[0].slots} == dict.fromkeys(
        ("serial", "day", "month"), "print"
    )
    written = {slot.kind: (slot.written, slot.value) for slot in open_.pages[0].slots}
    assert written == {"serial": ("hand", "1846"), "day": ("hand", "16"), "month": ("print", "5")}
    assert "1846/SYT-NVY" not in {word.text for word in open_.pages[0].words}


def test_a_blank_number_is_a_blank_slot() -> None:
    slots = typeset(LETTERS["ban-quan-ly-ke-hoach-trong-so"]).pages[0].slots
    blank = {slot.kind for slot in slots if slot.written == "blank"}
    assert blank == {"serial", "day"}


def test_spans_say_where_each_document_begins() -> None:
    done = typeset(LETTERS["so-chuyen-thong-bao-dinh-kem"])
    assert len(done.spans) == 2
    assert done.spans[0][0] == 1
    assert done.spans[1] == (done.spans[0][1] + 1, len(done.pages))


@given(WORDS)
def test_broken_lines_keep_every_word_and_the_width(words: list[str]) -> None:
    text = set_words(" ".join(words), FACE)
    lines = break_lines(text, 180, 30)
    assert tuple(word for line in lines for word in line) == text
    assert all(line_width(line) <= 180 or len(line) == 1 for line in lines)


@given(WORDS)
def test_balanced_lines_are_as_few_as_can_be(words: list[str]) -> None:
    text = " ".join(words)
    assert len(balanced(text, FACE, 180)) <= len(break_lines(set_words(text, FACE), 180))


def test_bold_and_italic_are_marked_inside_words() -> None:
    ((first, dot),) = set_words("**Điều 1**.", FACE)[1:]
    assert (first.text, first.face.bold, dot.text, dot.face.bold) == ("1", True, ".", False)


def test_word_and_text_files_hold_the_same_words() -> None:
    from docx import Document

    letter = LETTERS["ket-luan-hop-nha-o-xa-hoi"]
    word = Document(io.BytesIO(as_docx(letter)))
    typed = [paragraph.text for paragraph in word.paragraphs]
    typed += [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert sorted(" ".join(typed).split()) == sorted(as_text(letter).decode().split())
    assert as_docx(letter) == as_docx(letter)
