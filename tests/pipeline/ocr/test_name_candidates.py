"""Names that a line may hold, and how usual they are."""

from __future__ import annotations

import pytest

from pipeline.ocr.name_candidates import looks_like_name, names_in, neighbours, usualness, with_other_surnames


def test_a_lines_end_may_be_a_name_of_two_to_five_syllables() -> None:
    assert names_in(["BAN Lê Văn An."]) == {("Văn", "An"), ("Lê", "Văn", "An"), ("BAN", "Lê", "Văn", "An")}


def test_a_capital_begins_a_syllable() -> None:
    assert ("Mạc", "Đình", "An") in names_in(["MạcĐình An"])


def test_known_syllables_mend_what_was_spoiled() -> None:
    found = neighbours(("Tăng", "Miúh", "Đức"))
    assert ("Tăng", "Minh", "Đức") in found
    assert all(sum(a != b for a, b in zip(name, ("Tăng", "Miúh", "Đức"), strict=True)) <= 1 for name in found)


def test_every_surname_is_tried_before_a_name_and_in_place_of_its_first() -> None:
    found = with_other_surnames(("Hoài", "An"))
    assert {("Lương", "Hoài", "An"), ("Lương", "An")} <= found


USUAL = [
    (("Nguyễn", "Văn", "An"), ("Lường", "Văn", "An")),
    (("Lường", "Văn", "An"), ("Hoa", "Mười", "An", "Bình", "Ích")),
    (("Trần", "Minh", "Đức"), ("Trần", "Miúh", "Đức")),
    (("Trần", "Thị", "Gấm"), ("Trần", "Thị", "Hñm")),
    (("Lê", "Văn", "Út"), ("Văn", "Út")),
    (("Lê", "Văn", "Út"), ("Bé", "Văn", "Út")),
    (("Lê", "Văn", "Út"), ("lê", "Văn", "Út")),
]


@pytest.mark.parametrize(("more", "less"), USUAL)
def test_what_is_usual_in_names_counts_more(more: tuple[str, ...], less: tuple[str, ...]) -> None:
    assert usualness(more) > usualness(less)


def test_names_of_the_highlands_have_a_names_shape() -> None:
    assert usualness(("Kpă", "Thuyên")) > usualness(("Kpñ", "Thuyên")) + 5


@pytest.mark.parametrize(
    ("words", "worth"),
    [(["Lê", "Văn", "An"], 3), (["Vàng", "A", "Sính"], 1.5), (["xem", "xét"], 0), (["GIÁM", "ĐỐC"], 0), ([], 0)],
)
def test_a_line_looks_like_a_name_by_its_syllables(words: list[str], worth: float) -> None:
    assert looks_like_name(words) >= worth
    assert bool(looks_like_name(words)) == bool(worth)
